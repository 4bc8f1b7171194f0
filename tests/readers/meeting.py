"""A page's address in; what a browser shows, loads and says of it out, as narrow, enlarged, dark,
printed and forced as readers may have it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any
from urllib.parse import urlsplit

from tests.readers.weight import packed

if TYPE_CHECKING:
    from pathlib import Path

    from playwright.sync_api import Browser, Page, Response

SCHEMES = ("light", "dark")
WIDTHS = (360, 1280)
RULES = ("wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice")
SPACED = """* { line-height: 1.5 !important; letter-spacing: .12em !important;
  word-spacing: .16em !important; } p { margin-block-end: 2em !important; }"""
"""WCAG 2.2, 1.4.12: what a reader may set without losing anything."""
ENLARGED = "html { font-size: 200% !important; }"
SHIFTS = """() => new Promise(done => {
  let sum = 0;
  new PerformanceObserver(list => list.getEntries().forEach(each => sum += each.value))
    .observe({ type: "layout-shift", buffered: true });
  setTimeout(() => done(sum), 120);
})"""
AXE = """rules => axe.run({ runOnly: rules, resultTypes: ["violations"] }).then(found =>
  found.violations.map(each => each.id + ": " + each.nodes[0].html.slice(0, 160)))"""
UNSEEN = """() => {
  const ground = getComputedStyle(document.body).backgroundColor;
  return [...document.querySelectorAll("main svg :is(rect, line, path, circle, text)")]
    .filter(each => {
      const look = getComputedStyle(each);
      return [look.fill, look.stroke].every(ink => ink === "none" || ink === ground);
    }).map(each => each.outerHTML.slice(0, 120));
}"""
"""Shapes that nobody sees: of the ground's own colour, or of none."""
TABLELESS = """() => [...document.querySelectorAll("svg")].filter(each => {
  if (each.closest("[aria-hidden=true]")) return false;
  const tables = [...(each.closest("section, .leaf") || document.body).querySelectorAll("table")];
  const told = tables.map(table => table.innerText).join(" ");
  const shown = [...each.querySelectorAll("text")].map(text => text.textContent.trim());
  return !each.getAttribute("aria-label") || !told || shown.some(value => !told.includes(value));
}).map(each => each.outerHTML.slice(0, 120))"""
"""Charts without a name, or whose figures stand in no table of their section."""
ON_PAPER = """() => {
  const seen = each => each.checkVisibility() && each.getBoundingClientRect().height > 0;
  const look = getComputedStyle(document.body);
  const found = [...document.querySelectorAll("nav, button, .skip, .pager, .crumbs, form")]
    .filter(seen).map(each => each.outerHTML.slice(0, 80));
  if (look.color !== "rgb(0, 0, 0)" || look.backgroundColor !== "rgb(255, 255, 255)")
    found.push(look.color + " on " + look.backgroundColor);
  return found;
}"""
"""What paper has no use for: ways to elsewhere, and any ground but white."""


@dataclass
class Met:
    """What one page showed."""

    wide: dict[str, int] = field(default_factory=dict)
    """How far it scrolls sideways, in pixels beyond the screen, by what the reader had set."""
    shift: float = 0
    headings: int = 0
    said: list[str] = field(default_factory=list)
    hosts: set[str] = field(default_factory=set)
    requests: list[str] = field(default_factory=list)
    """Before any scrolling, on a phone of 360 px at 2×."""
    bytes: int = 0
    """Of those, text packed as hosts send it."""
    broken_rules: dict[str, list[str]] = field(default_factory=dict)
    """axe-core's, by scheme and width."""
    unseen: list[str] = field(default_factory=list)
    tableless: list[str] = field(default_factory=list)
    on_paper: list[str] = field(default_factory=list)


def meet(browser: Browser, address: str, axe: Path) -> Met:
    """Open a page on a phone, then on a desk, and look at it in every way."""
    met = Met()
    for width in WIDTHS:
        page = browser.new_page(
            viewport={"width": width, "height": 740}, device_scale_factor=2 if width < 600 else 1
        )
        answers = _listen(page, met)
        page.goto(address)
        met.shift = max(met.shift, page.evaluate(SHIFTS))
        if width == WIDTHS[0]:
            _count(answers, met)
        _audit(page, met, width, axe)
        if width == WIDTHS[0]:
            _squeeze(page, met)
        else:
            _look(page, met)
        page.close()
    return met


def _listen(page: Page, met: Met) -> list[Response]:
    """Hear what the page complains of and asks for; the answers it gets."""
    answers: list[Response] = []

    def answered(response: Response) -> None:
        answers.append(response)

    def heard(message: Any) -> None:
        if message.type == "error":
            met.said.append(message.text)

    page.on("console", heard)
    page.on("pageerror", lambda error: met.said.append(str(error)))
    page.on("request", lambda each: met.hosts.add(urlsplit(each.url).hostname or "127.0.0.1"))
    page.on("response", answered)
    return answers


def _count(answers: list[Response], met: Met) -> None:
    for answer in answers:
        if urlsplit(answer.url).hostname != "127.0.0.1" or not answer.ok:
            met.requests.append(answer.url)
            continue
        body = answer.body()
        text = answer.headers.get("content-type", "").startswith("text/")
        met.requests.append(urlsplit(answer.url).path)
        met.bytes += packed(body) if text else len(body)


def _audit(page: Page, met: Met, width: int, axe: Path) -> None:
    page.add_script_tag(path=axe)
    for scheme in SCHEMES:
        page.emulate_media(color_scheme=scheme)  # type: ignore[arg-type] # both are literals
        if found := page.evaluate(AXE, RULES):
            met.broken_rules[f"{scheme} {width}"] = found
    page.emulate_media(color_scheme="light")


def _squeeze(page: Page, met: Met) -> None:
    """1280 px at 400 % come down to 320 (WCAG 2.2, 1.4.10); letters of 200 % (1.4.4)."""
    page.set_viewport_size({"width": 320, "height": 640})
    for name, style in (("320", ""), ("200 %", ENLARGED), ("spaced", SPACED)):
        added = page.add_style_tag(content=style or "/* as it is */")
        over: int = page.evaluate("document.documentElement.scrollWidth - innerWidth")
        if over > 0:
            met.wide[name] = over
        added.evaluate("each => each.remove()")


def _look(page: Page, met: Met) -> None:
    met.headings = page.locator("h1").count()
    met.tableless = page.evaluate(TABLELESS)
    page.emulate_media(forced_colors="active")
    met.unseen = page.evaluate(UNSEEN)
    page.emulate_media(forced_colors="none", color_scheme="dark", media="print")
    met.on_paper = page.evaluate(ON_PAPER)


PAINTED = """() => new Promise(done => {
  let last = 0;
  new PerformanceObserver(list => list.getEntries().forEach(each => last = each.startTime))
    .observe({ type: "largest-contentful-paint", buffered: true });
  setTimeout(() => done(last / 1000), 400);
})"""


def painted_after(browser: Browser, address: str) -> float:
    """Seconds until the largest thing is painted on a slow phone; the median of three."""
    return sorted(_painted_once(browser, address) for _ in range(3))[1]


def _painted_once(browser: Browser, address: str) -> float:
    page = browser.new_page(viewport={"width": 360, "height": 740}, device_scale_factor=2)
    tools = page.context.new_cdp_session(page)
    speed = 400_000 / 8
    tools.send(
        "Network.emulateNetworkConditions",
        {"offline": False, "latency": 400, "downloadThroughput": speed, "uploadThroughput": speed},
    )
    tools.send("Emulation.setCPUThrottlingRate", {"rate": 4})
    page.goto(address, wait_until="load", timeout=60_000)
    seconds: float = page.evaluate(PAINTED)
    page.close()
    return seconds
