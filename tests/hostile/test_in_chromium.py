"""Every page made from hostile content, in a browser: nothing runs, nothing is asked for outside,
under the published headers and, since a host may lose them, without any."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from publishing.pages import read_page
from tests.hostile.cases import SHOT
from tests.hostile.site import SOUND_PAGE
from tests.hostile.tables.fields import PAYLOADS
from tests.programs import CHROMIUM, program
from tests.publishing.test_policy_in_chromium import serving

if TYPE_CHECKING:
    from playwright.sync_api import Page, Request

pytestmark = pytest.mark.browser

FOUND = """own => {
  const found = [];
  if (window.shot) found.push("a script ran");
  const web = /^(https?:|mailto:|tel:)/;
  for (const each of document.querySelectorAll("*")) {
    const name = each.localName;
    if (/^(iframe|frame|object|embed|applet|portal|base|math|audio|video|source)$/.test(name)
        && !(name === "source" && each.closest("picture"))) found.push("<" + name + ">");
    if (name === "svg" && each.closest(".prose")) found.push("<svg>");
    if (name === "script" && each.type !== "application/ld+json" && !own.includes(each.text)
        && !(each.src || "").startsWith(location.origin)) found.push("<script>");
    for (const { name: key, value } of each.attributes) {
      if (/^on/.test(key)) found.push(key);
      if (key === "style") found.push("style");
      if (/^(href|src|action|formaction|xlink:href|poster|ping|background)$/.test(key)) {
        let whole = "";
        try { whole = new URL(value, location).protocol; } catch { whole = value; }
        const icon = name === "link" && each.rel === "icon" && each.parentNode === document.head;
        if (!web.test(whole) && value !== "data:," && !(icon && whole === "data:"))
          found.push(key + "=" + value);
      }
    }
  }
  const ids = [...document.querySelectorAll("[id]")].map(each => each.id);
  const twice = ids.filter((id, at) => ids.indexOf(id) !== at);
  if (twice.length) found.push("twice: #" + twice[0]);
  return found;
}"""
"""What must be on no page: a shot that went off, elements and attributes that load or run, an
address of a scheme that runs, an anchor that stands twice. `own` are the theme's scripts."""


@dataclass
class Watch:
    """What a browser did while it showed pages of this origin."""

    origin: str = ""
    outside: list[str] = field(default_factory=list)
    said: list[str] = field(default_factory=list)

    def asked(self, request: Request) -> None:
        """Note what is asked of another host."""
        if not request.url.startswith((self.origin, "data:")):
            self.outside.append(request.url)

    def clear(self) -> None:
        """Forget, before the next page."""
        self.outside.clear()
        self.said.clear()


def test_no_page_runs_or_loads_anything_of_its_content(hostile_public: Path) -> None:
    pages = pages_of(hostile_public)

    assert len(pages) > 300
    assert met(hostile_public, pages) == {}


@pytest.mark.long
def test_nor_does_it_without_the_published_headers(hostile_public: Path, tmp_path: Path) -> None:
    bare = tmp_path / "bare"
    shutil.copytree(hostile_public, bare)
    (bare / "_headers").write_text("/*\n  X-Nothing: x\n", "utf-8")

    assert met(bare, pages_of(bare)) == {}


def test_a_page_that_lets_something_through_would_be_found(tmp_path: Path) -> None:
    bare = tmp_path / "bare"
    bare.mkdir()
    (bare / "_headers").write_text("/*\n  X-Nothing: x\n", "utf-8")
    (bare / "index.html").write_text(
        f"<!DOCTYPE html><title>x</title><p id=a onclick='x' style='x'><p id=a>"
        f"<script>{SHOT}</script><a href='java\tscript:x'>x</a><iframe></iframe>",
        "utf-8",
    )

    (found,) = met(bare, ["index.html"]).values()

    wanted = ("a script ran", "onclick", "style", "<script>", "href=", "<iframe>", "twice: #a")
    assert [words for words in wanted if not any(words in each for each in found)] == []
    assert any("canary.invalid" in each for each in found)


def test_searching_for_hostile_titles_shows_them_as_words(hostile_public: Path) -> None:
    """Results are drawn by the page's own script, from what the index holds."""
    own = scripts_of_the_theme(hostile_public)
    with serving(hostile_public, "") as address, watching() as (page, watch):
        watch.origin = address
        for words in ("script", "handler", "canary", "window shot", *PAYLOADS.values()):
            watch.clear()
            page.goto(f"{address}/tim-kiem/?q={quote(words)}")
            page.wait_for_function(
                "() => document.querySelector('#trang-thai').textContent.trim() &&"
                " !document.querySelector('#trang-thai').textContent.includes('Đang')"
            )
            assert page.evaluate(FOUND, own) == [], words
            assert watch.outside == [], words
            assert [each for each in watch.said if "Content Security" in each] == [], words
        page.goto(f"{address}/tim-kiem/?q=canary")
        page.wait_for_selector("#ket-qua a")
        assert "canary" in page.inner_text("#ket-qua")


def met(folder: Path, pages: list[str]) -> dict[str, list[str]]:
    """What is wrong with each page, as a browser has it."""
    found: dict[str, list[str]] = {}
    own = scripts_of_the_theme(folder)
    with serving(folder, "") as address, watching() as (page, watch):
        watch.origin = address
        for path in pages:
            watch.clear()
            page.goto(f"{address}/{quote(path.removesuffix('index.html'))}")
            wrong = [*page.evaluate(FOUND, own), *watch.outside, *watch.said]
            if wrong:
                found[path] = wrong
    return found


def scripts_of_the_theme(folder: Path) -> list[str]:
    """The inline scripts of a page that has nothing hostile on it."""
    sound = folder / SOUND_PAGE
    return sorted(read_page(sound.read_text("utf-8")).scripts) if sound.exists() else []


@contextmanager
def watching() -> Iterator[tuple[Page, Watch]]:
    """A browser that reaches no host but this machine's."""
    chromium = program(*CHROMIUM)
    from playwright.sync_api import sync_playwright

    rules = "--host-resolver-rules=MAP * ~NOTFOUND , EXCLUDE 127.0.0.1"
    with sync_playwright() as play:
        browser = play.chromium.launch(executable_path=chromium, args=["--no-sandbox", rules])
        page = browser.new_page()
        watch = Watch()
        page.on("request", watch.asked)
        page.on("console", lambda message: watch.said.append(message.text))
        page.on("pageerror", lambda error: watch.said.append(str(error)))
        page.on("dialog", lambda dialog: watch.said.append(dialog.message))
        yield page, watch
        browser.close()


def pages_of(folder: Path) -> list[str]:
    """Every page but those that only lead on."""
    return [
        file.relative_to(folder).as_posix()
        for file in sorted(folder.rglob("*.html"))
        if not read_page(file.read_text("utf-8")).redirect
    ]
