"""The theme in; a folder with one page for each component, light beside dark, and an index out."""

from __future__ import annotations

import re
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined, Template
from markupsafe import Markup

from desk.gallery.examples import Component, components, draw
from newsroom.catalogue import read_catalogue
from newsroom.rendering.styles import assemble
from newsroom.rendering.templates import Templates

_DARK = "@media (prefers-color-scheme:dark){"
_NAMED = re.compile(
    r"\b(id|for|list|aria-labelledby|aria-describedby|aria-controls|popovertarget)"
    r'="([^"]+)"'
)
_LINKED = re.compile(r'href="#([^"]+)"')
_OWN = (
    ".gallery{padding:var(--space-3);border:1px solid var(--line-strong);background:var(--bg);"
    "color:var(--text)}.gallery--light{color-scheme:light}.gallery--dark{color-scheme:dark}"
    ".gallery .menu{position:static}pre{overflow:auto}"
)


def write_gallery(theme: Path, folder: Path) -> Path:
    """Write every page; answer with the index. OSError where the folder cannot be written."""
    words = {
        language: read_catalogue(theme / "translations", "theme", language)
        for language in ("vi", "en")
    }
    templates = Templates(theme, words)
    frame = _frame(both_schemes(assemble(theme, as_written=True).text) + _OWN)
    all_of_them = [*components(theme)]
    folder.mkdir(parents=True, exist_ok=True)
    for each in all_of_them:
        html = frame.render(title=each.name, component=each, shown=_shown(templates, each))
        (folder / f"{each.name}.html").write_text(html, "utf-8")
    index = folder / "index.html"
    html = frame.render(title="Các thành phần của giao diện", component=None,
                        components=all_of_them)  # fmt: skip
    index.write_text(html, "utf-8")
    return index


def both_schemes(styles: str) -> str:
    """The style block with its dark colours no longer the system's choice, but of what stands in
    .gallery--dark. ValueError where it has none."""
    start = styles.index(_DARK)
    end = _closing(styles, start + len(_DARK))
    rules = styles[start + len(_DARK) : end]
    scoped = re.sub(r"(^|\})([^{}]+)\{", r"\1.gallery--dark \2{", rules)
    scoped = scoped.replace(".gallery--dark :root{", ".gallery--dark{")
    return styles[:start] + scoped + styles[end + 1 :]


def _closing(styles: str, start: int) -> int:
    """Where the block that was opened just before `start` ends."""
    depth = 1
    for found in re.finditer(r"[{}]", styles[start:]):
        depth += 1 if found[0] == "{" else -1
        if not depth:
            return start + found.start()
    raise ValueError("a block of the styles is never closed")


def _frame(styles: str) -> Template:
    environment = Environment(
        loader=FileSystemLoader(Path(__file__).parent),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.globals["styles"] = Markup(styles)  # noqa: S704 the theme's own files
    return environment.get_template("gallery.html")


def _shown(templates: Templates, component: Component) -> list[dict[str, str]]:
    """The component's examples, each drawn once for light and once for dark."""
    shown = []
    for number, example in enumerate(component.examples):
        if not example.hidden:
            html = draw(templates, example)
            schemes = {each: _apart(html, f"{number}-{each}") for each in ("light", "dark")}
            shown.append({"name": example.name, **schemes})
    return shown


def _apart(html: str, mark: str) -> Markup:
    """The piece with ids of its own, since it stands on one page with others. What only a head
    may hold is shown as it is written."""
    if html.startswith("<head>"):
        return Markup('<pre class="prose" tabindex="0">{}</pre>').format(html)
    html = _NAMED.sub(rf'\1="\2-{mark}"', html)
    return Markup(_LINKED.sub(rf'href="#\1-{mark}"', html))  # noqa: S704 drawn by the theme
