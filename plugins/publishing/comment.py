"""A comment on a proposed change: what publishing it would do in; Markdown out, ready to be put
below a merge request. Texts of the site stand in it as code: nothing in them is Markdown."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from newsroom.catalogue import Words
from publishing.changes import Change, groups, text_changes, total, why
from publishing.refusals import Refusal
from vietnamese import format_number

MOST_CHARACTERS = 60_000
"""GitHub takes 65,536 in a comment."""
MOST_LISTED = 50


def comment(change: Change, refusals: Iterable[Refusal], words: Words) -> str:
    """The whole comment."""
    text = "\n".join(_lines(change, list(refusals), words)) + "\n"
    if len(text) <= MOST_CHARACTERS:
        return text
    cut = text[: text.rindex("\n\n", 0, MOST_CHARACTERS)]
    return f"{cut}\n\n{words('comment.cut')}\n"


def _lines(change: Change, refusals: list[Refusal], words: Words) -> Iterator[str]:
    yield f"## {words('comment.title')}"
    yield ""
    if refusals:
        yield f"**{words('comment.refused')}**"
        yield ""
        for refusal in refusals[:MOST_LISTED]:
            yield f"- {_code(refusal.said(words))}"
        if len(refusals) > MOST_LISTED:
            yield f"- {words('refused.more', number=len(refusals) - MOST_LISTED)}"
        yield ""
    yield total(change, words) if change.difference else words("rehearsal.nothing")
    for name, paths in groups(change):
        if paths:
            yield from _group(name, paths, change, words)
    yield from _texts(change, words)


def _group(name: str, paths: tuple[str, ...], change: Change, words: Words) -> Iterator[str]:
    yield ""
    yield f"### {words(f'comment.{name}', number=format_number(len(paths)))}"
    yield ""
    for path in paths[:MOST_LISTED]:
        yield f"- {_code(path)}: {_code(why(change, path, words))}"
    if len(paths) > MOST_LISTED:
        more = format_number(len(paths) - MOST_LISTED)
        yield f"- {words('rehearsal.more', number=more).strip()}"


def _texts(change: Change, words: Words) -> Iterator[str]:
    for number, text in enumerate(text_changes(change)):
        if not number:
            yield ""
            yield f"### {words('comment.texts')}"
        lines = [*text.lines, *([f"… +{text.more}"] if text.more else [])]
        fence = _fence("\n".join(lines))
        yield ""
        yield _code(f"/{text.path.removesuffix('index.html')}")
        yield ""
        yield f"{fence}diff"
        yield from lines
        yield fence


def _code(text: str) -> str:
    """The text as a code span, whatever stands in it (CommonMark, 6.1)."""
    plain = " ".join(text.split())
    fence = "`" * (1 + max((len(run) for run in re.findall("`+", plain)), default=0))
    edge = " " if plain.startswith("`") or plain.endswith("`") else ""
    return f"{fence}{edge}{plain}{edge}{fence}"


def _fence(text: str) -> str:
    return "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
