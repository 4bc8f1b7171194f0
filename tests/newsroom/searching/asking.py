"""A built site and what readers type in; what the search page's own scripts find, in Node, out."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.building import ROOT
from tests.programs import program

HERE = Path(__file__).parent
SCRIPTS = ROOT / "theme" / "components" / "search"


@dataclass(frozen=True, slots=True)
class Judged:
    """What is typed, the addresses that must be among the first ten, and whether the first of
    them must lead."""

    text: str
    wanted: tuple[str, ...]
    first: bool


@dataclass(frozen=True, slots=True)
class Found:
    """What one query found: the addresses and titles of the first ten, how many there are, and
    by kind before a filter of kinds; whether something of the query is missing from all; the
    query as it was understood, where that is another; whether its end was left out."""

    query: str
    hrefs: tuple[str, ...]
    titles: tuple[str, ...]
    total: int
    kinds: Mapping[str, int]
    missing: bool
    read: str
    cut: bool
    index: tuple[int, ...]
    """Bytes of each file of the index that was fetched, as on a fresh page."""
    cards: tuple[int, ...]


def judged() -> list[Judged]:
    """The judged queries of the sample province and three laws."""
    lines = (HERE / "judged.tsv").read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    return [Judged(text, tuple(wanted.split()), first == "first") for text, wanted, first in rows]


def ask(
    output: Path, queries: Sequence[str], root: str = "", **filters: str | Sequence[str]
) -> list[Found]:
    """Each query as the first of its page."""
    asked = json.dumps([{"query": query, "filters": filters} for query in queries])
    done = subprocess.run(
        [program("node", "nodejs"), str(ROOT / "tests/node/search.mjs"), SCRIPTS, output, root],
        input=asked,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=False,
        timeout=120,
    )
    if done.returncode:
        raise RuntimeError(done.stderr)
    return [_found(answer) for answer in json.loads(done.stdout)]


def _found(answer: Mapping[str, Any]) -> Found:
    return Found(
        query=answer["query"],
        hrefs=tuple(answer["hrefs"]),
        titles=tuple(answer["titles"]),
        total=answer["total"],
        kinds=answer["kinds"] or {},
        missing=answer["missing"],
        read=answer["read"],
        cut=answer["cut"],
        index=tuple(answer["index"]),
        cards=tuple(answer["cards"]),
    )
