"""A body with its slots resolved in; the HTML that readers get out.

The one place, beside JSON-LD, where text is marked as safe: a body was cleaned by nh3 when it
was read, and all that is put into its slots is escaped here.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from markupsafe import Markup, escape

from newsroom.planning.views.shared import Fill, Picture, Prose
from newsroom.records.body import Slot
from vietnamese import nbsp, smart_quotes

_TAG = re.compile(r"""(<(?:[^<>"']|"[^"]*"|'[^']*')*>)""")
_VERBATIM = re.compile(r"<(/?)(?:pre|code|kbd|samp)\b", re.IGNORECASE)
_BLOCK = re.compile(r"</?(?:p|li|h\d|t[dhr]|figcaption|blockquote|div|br|dt|dd)\b", re.IGNORECASE)
_TABLE = re.compile(r"<(/?)table\b", re.IGNORECASE)
_ROOTED = re.compile(r"""( (?:href|src)=["'])(/(?!/))""")
_WIDEST_IN_FEED = 960


@dataclass(frozen=True, slots=True)
class Setting:
    """How prose is set in one place: with which pictures, names of tables, and base address."""

    picture: Callable[[Picture], Markup]
    table_name: Callable[[int], str]
    """What a screen reader calls the n-th table's region, from 1."""
    revoked: Callable[[date], str]
    """The words that tell since when an award no longer stands."""
    base: str = ""
    """For feeds, which stand alone: put before every address that begins with "/"."""


def fill(prose: Prose, setting: Setting) -> Markup:
    """Return the body with every slot filled, its tables made scrollable, its text typeset."""
    html = "".join(_pieces(prose, setting))
    if setting.base:
        return Markup(_ROOTED.sub(rf"\1{setting.base}\2", html))  # noqa: S704 cleaned by nh3
    return Markup("".join(_typeset(html, setting)))  # noqa: S704 cleaned by nh3


def opening_and_rest(html: Markup) -> tuple[Markup, Markup]:
    """Cut after the first paragraph, where a lead photo goes; nothing first where none opens."""
    text = str(html).lstrip()
    end = text.find("</p>") + len("</p>") if text.startswith(("<p>", "<p ")) else 0
    return Markup(text[:end]), Markup(text[end:].lstrip())  # noqa: S704 it was safe before


def feed_picture(picture: Picture) -> Markup:
    """Return a plain <img>: feed readers know neither <picture> nor sizes."""
    offered = [each for each in picture.renditions if each.format == "jpeg"]
    fitting = [each for each in offered if each.width <= _WIDEST_IN_FEED] or offered[:1]
    if not fitting:
        return escape(picture.alt)
    best = fitting[-1]
    return Markup('<img src="{}" width="{}" height="{}" alt="{}">').format(
        best.href, best.width, best.height, picture.alt
    )


def _pieces(prose: Prose, setting: Setting) -> Iterator[str]:
    body, opened = prose.body, list[Fill]()
    first, *parts = body.parts
    yield first
    for slot, filling, part in zip(body.slots, prose.fills, parts, strict=True):
        yield _filled(slot, filling, opened, setting)
        yield part


def _filled(slot: Slot, filling: Fill, opened: list[Fill], setting: Setting) -> str:
    if slot.what == "open":
        opened.append(filling)
        return _anchor(filling) if filling.href else ""
    if slot.what == "close":
        return _closing(opened.pop(), setting) if opened else ""
    if slot.what == "photo" and filling.picture:
        return setting.picture(filling.picture)
    text = escape(slot.text)
    return f"{_anchor(filling)}{text}</a>" if filling.href else str(text)


def _closing(filling: Fill, setting: Setting) -> str:
    """A reader who meets a revoked award in running text is told there, not only at its list."""
    if not filling.href:
        return ""
    told = f" <b>({escape(setting.revoked(filling.revoked_on))})</b>" if filling.revoked_on else ""
    return f"</a>{told}"


def _anchor(filling: Fill) -> str:
    title = f' title="{escape(filling.title)}"' if filling.title else ""
    return f'<a href="{escape(filling.href)}"{title}>'


def _typeset(html: str, setting: Setting) -> Iterator[str]:
    """Glue numbers to their nouns and curl quotation marks in running text; give each table a
    region that scrolls.

    A wide table must be reachable by keyboard (WCAG 2.1.1), hence focusable and named.
    """
    tables = depth = 0
    pieces = _TAG.split(html)
    texts = _texts(pieces)
    for index, piece in enumerate(pieces):
        if index % 2 == 0:
            yield next(texts)
            continue
        table = _TABLE.match(piece)
        if table and not table[1]:
            depth, tables = depth + 1, tables + (not depth)
            yield _region(setting.table_name(tables)) if depth == 1 else ""
        yield piece
        if table and table[1]:
            depth -= 1
            yield "" if depth else "</div>"


def _texts(pieces: Sequence[str]) -> Iterator[str]:
    """The text between the tags, typeset but for what is verbatim. Quotation marks are curled with
    all the text in sight, since a tag may stand between a mark and its words."""
    curled = _curled(pieces)
    verbatim = place = 0
    for index, piece in enumerate(pieces):
        if index % 2 == 0:
            end = place + len(piece)
            yield piece if verbatim else nbsp(curled[place:end])
            place = end
        else:
            verbatim += _deeper(piece)
            place += len(_parting(piece))


def _curled(pieces: Sequence[str]) -> str:
    """All the text in its length, blocks parted by a line end, letters for what is verbatim."""
    verbatim = 0
    shown: list[str] = []
    for index, piece in enumerate(pieces):
        if index % 2 == 0:
            shown.append("x" * len(piece) if verbatim else piece)
        else:
            verbatim += _deeper(piece)
            shown.append(_parting(piece))
    return smart_quotes("".join(shown))


def _parting(tag: str) -> str:
    return "\n" if _BLOCK.match(tag) else ""


def _deeper(tag: str) -> int:
    found = _VERBATIM.match(tag)
    return 0 if found is None else -1 if found[1] else 1


def _region(name: str) -> str:
    return f'<div class="scroller" role="region" aria-label="{escape(name)}" tabindex="0">'
