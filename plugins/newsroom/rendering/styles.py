"""The theme's style files in; one minified block out, the same bytes on every page."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

_BEFORE = ("main", "tokens", "base", "compositions")
_AFTER = ("utilities", "print")
_STRING_COMMENT_OR_SPACE = re.compile(r""""[^"]*"|'[^']*'|(?:/\*.*?\*/|\s)+""", re.DOTALL)
_COLOUR = re.compile(r"(--[a-z]+):(#[0-9a-f]{3,8})\b")
_TIGHT = re.compile(r"""("[^"]*"|'[^']*')| ?([{};,]) ?|: """)


@dataclass(frozen=True, slots=True)
class Styles:
    """The style block's text, and what a content policy calls it (CSP: style-src 'sha256-…')."""

    text: str
    hash: str


def assemble(theme: Path) -> Styles:
    """Read theme/styles and every component's style file. OSError where one is missing.

    The order of layers is decided by main.css alone, so the order of files only matters within
    one layer; components follow one another by name.
    """
    folder = theme / "styles"
    components = sorted((theme / "components").glob("*/*.css"))
    files = [
        *(folder / f"{name}.css" for name in _BEFORE),
        *components,
        *(folder / f"{name}.css" for name in _AFTER),
    ]
    css = "\n".join(file.read_text(encoding="utf-8") for file in files)
    text = with_plain_colours(minify(css))
    return Styles(text, "sha256-" + b64encode(sha256(text.encode()).digest()).decode())


def minify(css: str) -> str:
    """Drop comments and needless spaces; strings stay as they are."""
    css = _STRING_COMMENT_OR_SPACE.sub(_without_comment, css).strip()
    css = _TIGHT.sub(_tightened, css)
    return css.replace(";}", "}")


def with_plain_colours(css: str) -> str:
    """Say a colour of the palette where it is used: its name is for whoever writes styles, and
    would be sent with every page. A name that is given more than one value stays."""
    for name, colour in _COLOUR.findall(css):
        if css.count(f"{name}:") == 1:
            css = re.sub(rf"{name}:{colour};?", "", css).replace(f"var({name})", colour)
    return css


def _without_comment(found: re.Match[str]) -> str:
    return found[0] if found[0][0] in "\"'" else " "


def _tightened(found: re.Match[str]) -> str:
    if found[1]:
        return found[1]
    return found[2] or ":"
