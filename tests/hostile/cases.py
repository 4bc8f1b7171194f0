"""Hostile inputs as rows of tables: what is laid over a sound site, and what must come of it."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from pathlib import Path

from newsroom.catalogue import interface_words
from newsroom.linking import link
from newsroom.planning.site_plan import plan
from newsroom.problems import Problem
from newsroom.reading import read
from newsroom.settings import Settings
from tests.broken import NOW
from tests.building import ROOT
from vietnamese import slug

CANARY = "canary.invalid"
"""The host that every hostile input wants something sent to; it never exists (RFC 2606)."""
SHOT = f"window.shot=1,fetch('//{CANARY}')"
"""A script that leaves a trace where it runs: in the window, and on the way out."""


@dataclass(frozen=True, kw_only=True)
class Row:
    """One hostile input. With `codes` the build must refuse it with exactly these; without, it
    must be neutralised: its page is built, and met in a browser."""

    name: str
    files: dict[str, str | bytes] = field(default_factory=dict)
    codes: tuple[str, ...] = ()
    shown: str = ""
    """What readers of the page still see of it."""

    def lay(self, content: Path) -> None:
        """Write its files below a content folder."""
        for path, data in self.files.items():
            file = content / path
            file.parent.mkdir(parents=True, exist_ok=True)
            file.write_bytes(data.encode() if isinstance(data, str) else data)


def refused_with(content: Path) -> tuple[str, ...]:
    """The codes of the errors that a build of this content stops on, sorted, each once."""
    errors = {found.code for found in _problems(content) if found.severity == "error"}
    return tuple(sorted(errors))


def _problems(content: Path) -> tuple[Problem, ...]:
    settings = Settings(
        content=content,
        output=content.parent / "output",
        cache=content.parent / "cache",
        theme=ROOT / "theme",
        now=NOW,
    )
    reading = read(settings)
    if reading.records is None:
        return reading.problems
    linked = link(reading.records, now=NOW, broken=reading.broken)
    found = (*reading.problems, *linked.problems)
    if any(one.severity == "error" for one in found):
        return found
    return plan(linked.site, settings, interface_words(settings.theme, {})).problems


def article(text: str = "Một đoạn.\n", /, **keys: object) -> str:
    """An article of these keys over a sound one's; None leaves a key out."""
    sound: dict[str, object] = {"title": "Tin thử", "date": "2020-07-20", "section": "chinh-tri"}
    return f"---\n{header(**{**sound, **keys})}---\n{text}"


def header(**keys: object) -> str:
    """The keys as YAML: JSON values are YAML's flow style."""
    lines = (
        f"{name}: {json.dumps(value, ensure_ascii=False)}\n"
        for name, value in keys.items()
        if value is not None
    )
    return "".join(lines)


def of_body(name: str, body: str, *codes: str, shown: str = "") -> Row:
    """A row whose hostile part is an article's Markdown."""
    files: dict[str, str | bytes] = {path_of(name): article(body)}
    return Row(name=name, files=files, codes=codes, shown=shown)


def of_key(name: str, key: str, value: object, *codes: str) -> Row:
    """A row whose hostile part is one key of an article."""
    return Row(name=name, files={path_of(name): article(**{key: value})}, codes=codes)


def path_of(name: str) -> str:
    """Where the article of a row stands."""
    return f"articles/{slug(name)[:100]}.md"


__all__ = ["CANARY", "SHOT", "Row", "article", "header", "of_body", "of_key", "path_of"]
