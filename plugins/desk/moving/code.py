"""The text of a piece of code in; lines of Markdown that show it as it is, out."""

from __future__ import annotations

import re
from html import escape

_SPACE = "&#32;"
_FIRST = re.compile(r"^([#=+*>:|~-]|\d+\.)")
_SIGNS = re.compile(r"[\[\]*_`!|]")


def code_block(text: str) -> str:
    """A `<pre>` of raw HTML: our Markdown has no fences. Signs that reading takes for headings,
    tables and lists are spelled by their numbers; an empty line by a space, so that all of it is
    one block."""
    lines = text.expandtabs(4).strip("\n").split("\n")
    shown = "\n".join(_line(line.rstrip()) for line in lines)
    return f"<pre><code>{shown}</code></pre>"


def _line(line: str) -> str:
    if not line:
        return _SPACE
    text = _SIGNS.sub(_number, escape(line, quote=False))
    return _FIRST.sub(lambda found: _number_of(found[1]), text)


def _number(found: re.Match[str]) -> str:
    return f"&#{ord(found[0])};"


def _number_of(text: str) -> str:
    return f"&#{ord(text[0])};{text[1:]}"
