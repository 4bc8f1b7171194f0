"""Judges search over an archive of real news: its built output in; recall, rank and bytes out."""

from __future__ import annotations

import json
import subprocess
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
JUDGED = Path(__file__).with_name("search_judged.tsv")
ASK = ROOT / "tests" / "node" / "search.mjs"
SCRIPTS = ROOT / "theme" / "components" / "search"


@dataclass(frozen=True, slots=True)
class Query:
    """What is typed, and the addresses that must be among the first ten."""

    text: str
    wanted: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Answer:
    """The first ten addresses, and the bytes of each file fetched: of the index, of results."""

    found: tuple[str, ...]
    index: tuple[int, ...]
    results: tuple[int, ...]


def judged(addresses: Mapping[str, str], path: Path = JUDGED) -> tuple[Query, ...]:
    """The judged queries, the data's ids as addresses; those of news left out are left out."""
    lines = path.read_text("utf-8").splitlines()
    rows = (line.split("\t") for line in lines if line and not line.startswith("#"))
    asked = ((row[0], row[1].split()) for row in rows)
    return tuple(
        Query(text, tuple(addresses[id] for id in ids))
        for text, ids in asked
        if addresses.keys() >= set(ids)
    )


def ask_ours(output: Path, queries: Sequence[Query]) -> Iterator[Answer]:
    """Our own script in Node, each query as the first of its page."""
    asked = json.dumps([{"query": query.text} for query in queries])
    done = subprocess.run(
        ["node", str(ASK), str(SCRIPTS), str(output)],
        input=asked,
        capture_output=True,
        check=True,
        text=True,
    )
    for answer in json.loads(done.stdout):
        yield Answer(tuple(answer["hrefs"]), tuple(answer["index"]), tuple(answer["cards"]))


def score(queries: Sequence[Query], answers: Sequence[Answer]) -> tuple[float, float]:
    """Recall in the first ten, and the mean reciprocal rank of the first that is right."""
    wanted = sum(len(query.wanted) for query in queries)
    pairs = list(zip(queries, answers, strict=True))
    met = sum(len(set(query.wanted) & set(answer.found[:10])) for query, answer in pairs)
    ranks = [
        min((answer.found.index(one) for one in query.wanted if one in answer.found), default=-1)
        for query, answer in pairs
    ]
    reciprocal = sum(1 / (rank + 1) for rank in ranks if rank >= 0)
    return met / wanted, reciprocal / len(queries)
