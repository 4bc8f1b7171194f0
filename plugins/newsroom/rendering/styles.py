"""The theme's style files in; one minified block out, the same bytes on every page."""

from __future__ import annotations

import re
from base64 import b64encode
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from hashlib import sha256
from itertools import product
from pathlib import Path
from string import ascii_lowercase

_BEFORE = ("main", "tokens", "base", "compositions")
_AFTER = ("utilities", "print")
_STRING_COMMENT_OR_SPACE = re.compile(r""""[^"]*"|'[^']*'|(?:/\*.*?\*/|\s)+""", re.DOTALL)
_COLOUR = re.compile(r"(--[a-z]+):(#[0-9a-f]{3,8})\b")
_PROPERTY = re.compile(r"(?<![\w-])--[a-z][a-z0-9-]*")
_COMPONENTS = "}@layer components{"
_TIGHT = re.compile(r"""("[^"]*"|'[^']*')| ?([{};,]) ?|: """)


@dataclass(frozen=True, slots=True)
class Styles:
    """The style block's text, and what a content policy calls it (CSP: style-src 'sha256-…')."""

    text: str
    hash: str


def assemble(theme: Path, *, as_written: bool = False) -> Styles:
    """Read theme/styles and every component's style file. OSError where one is missing.
    `as_written` leaves custom properties their long names, for pages that add styles of their own.

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
    text = with_plain_colours(in_one_layer(minify(css)))
    text = text if as_written else with_short_names(text)
    return Styles(text, "sha256-" + b64encode(sha256(text.encode()).digest()).decode())


def minify(css: str) -> str:
    """Drop comments and needless spaces; strings stay as they are."""
    css = _STRING_COMMENT_OR_SPACE.sub(_without_comment, css).strip()
    css = _TIGHT.sub(_tightened, css)
    return css.replace(";}", "}")


def in_one_layer(css: str) -> str:
    """Every component file opens the same layer, and they follow one another: open it once."""
    before, *components = css.split(_COMPONENTS)
    return before + (_COMPONENTS + "".join(components) if components else "")


def with_plain_colours(css: str) -> str:
    """Say a colour of the palette where it is used: its name is for whoever writes styles, and
    would be sent with every page. A name that is given more than one value stays."""
    for name, colour in _COLOUR.findall(css):
        if css.count(f"{name}:") == 1:
            css = re.sub(rf"{name}:{colour};?", "", css).replace(f"var({name})", colour)
    return css


def with_short_names(css: str) -> str:
    """Custom properties by one or two letters, the most used first: their names, too, are for
    whoever writes styles. One that is given or used alone, by a template's class, is among
    them."""
    found = Counter(_PROPERTY.findall(css))
    most = sorted(found, key=lambda name: (-found[name], name))
    short = dict(zip(most, map("".join, _names()), strict=False))
    return _PROPERTY.sub(lambda name: f"--{short[name[0]]}", css)


def _names() -> Iterator[tuple[str, ...]]:
    for length in (1, 2):
        yield from product(ascii_lowercase, repeat=length)


def _without_comment(found: re.Match[str]) -> str:
    return found[0] if found[0][0] in "\"'" else " "


def _tightened(found: re.Match[str]) -> str:
    if found[1]:
        return found[1]
    return found[2] or ":"
