"""Makes an archive of real news out of the data beside the checkout, for search alone:
search_corpus.py DATA FOLDER ARTICLES. That news is not ours to publish: it stays on the machine.

Titles, sapos and paragraphs are real. A brief of few paragraphs has others drawn from the same
news, so that each has about 2,800 characters; where there are more articles than the data holds,
all of it is drawn, and the title is how it begins. The same size gives the same bytes. Ten years
of days, the newest last.
"""

from __future__ import annotations

import csv
import gzip
import json
import random
import sys
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

NEWS = ("articles-thidua.jsonl", "articles-news.jsonl.gz", "articles-dated.jsonl.gz")
BRIEFS = "articles-briefs.jsonl.gz"
LAWS = "documents-laws.jsonl.gz"
FULL = 2_400
"""Characters of a body that needs no more paragraphs."""
DAYS, LAST_DAY = 3650, datetime(2026, 11, 21, 8)  # noqa: DTZ001 - printed without an offset
UNITS = 200


@dataclass(frozen=True, slots=True)
class Text:
    """One article."""

    id: str
    source: str
    """The id in the data; empty where it is drawn again."""
    title: str
    lead: str
    body: tuple[str, ...]
    day: datetime


def main() -> None:
    """Make the archive that the command line asks for."""
    make(Path(sys.argv[1]), Path(sys.argv[2]), int(sys.argv[3]))


def texts(data: Path, articles: int) -> list[Text]:
    """The articles, oldest first. OSError where the data is not there."""
    chance = random.Random(7)  # noqa: S311 - sample text, no secret
    full = [row for name in NEWS for row in _rows(data / name)]
    sources = full + list(_rows(data / BRIEFS))
    pool = [paragraph for row in full for paragraph in row["body"]]
    drawn = []
    for number in range(articles):
        row = sources[number % len(sources)]
        again = number >= len(sources)
        body = chance.sample(pool, 6) if again else list(row["body"])
        while sum(map(len, body)) < FULL:
            body.append(chance.choice(pool))
        drawn.append((row, body, again))
    chance.shuffle(drawn)
    first = LAST_DAY - timedelta(days=DAYS)
    return [
        Text(
            id=f"tin-{number}",
            source="" if again else row["id"],
            title=" ".join(body[0].split()[:14]) if again else _line(row["title"]),
            lead=_line(row.get("lead") or ""),
            body=tuple(map(_line, body)),
            day=first + timedelta(days=(number + 1) * DAYS / articles),
        )
        for number, (row, body, again) in enumerate(drawn)
    ]


def addresses(data: Path, articles: int) -> dict[str, str]:
    """Where each article of the data stands, by its id there."""
    return {
        text.source: f"/tin/{text.day:%Y/%m}/{text.id}/"
        for text in texts(data, articles)
        if text.source
    }


def make(data: Path, content: Path, articles: int) -> None:
    """Write the archive into a folder that does not exist yet."""
    chance = random.Random(11)  # noqa: S311 - sample text, no secret
    content.mkdir(parents=True)
    _put(content / "site.yaml", "name: Tin mẫu\nowner: Cơ quan mẫu\nurl: https://mau.example\n")
    for number, name in enumerate(("Chính trị", "Kinh tế", "Xã hội", "Văn hóa")):
        _put(content / f"sections/muc-{number}.yaml", f"name: {name}\norder: {number}\n")
    for number, name in enumerate(_agencies(data)):
        _record(content / f"units/don-vi-{number}.md", {"name": name, "kind": "government"})
    for number, law in enumerate(_rows(data / LAWS)):
        head = {
            "number": law["number"] or f"{number}/QH",
            "type": "law",
            "issuer": "Quốc hội",
            "issued": law["date"] or "2003-11-26",
            "abstract": _line(law["title"]),
        }
        body = "\n\n".join(_plain(line) for line in law["body"])
        _record(content / f"documents/luat-{number}.md", head, body[:200_000])
    for text in texts(data, articles):
        _article(content, text, chance)


def add_article(content: Path, text: Text) -> None:
    """Put one more into an archive."""
    _article(content, text, random.Random(13))  # noqa: S311 - sample text, no secret


def _article(content: Path, text: Text, chance: random.Random) -> None:
    head = {
        "title": text.title,
        "date": f"{text.day:%Y-%m-%d %H:%M}",
        "section": f"muc-{chance.randrange(4)}",
        "summary": text.lead,
        "units": [f"don-vi-{chance.randrange(UNITS)}"],
        "allow_private": {"reason": "tin đã đăng báo, chỉ dùng để đo"},
    }
    body = "\n\n".join(map(_plain, text.body))
    _record(content / f"articles/{text.day:%Y/%m}/{text.id}.md", head, body)


def _agencies(data: Path) -> list[str]:
    with (data / "units" / "agencies-in-news.csv").open(encoding="utf-8") as file:
        return [row["name"] for row in csv.DictReader(file)][:UNITS]


def _rows(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") if path.suffix == ".gz" else path.open() as file:
        yield from map(json.loads, file)


def _line(text: str) -> str:
    return " ".join(text.split())


def _plain(paragraph: str) -> str:
    """Not the beginning of a heading, a list or code, whatever it begins with."""
    return _line(paragraph).replace("<", "‹").replace("[", "(").lstrip("#-*+>=|`0123456789.) ")


def _record(path: Path, head: Mapping[str, object], body: str = "") -> None:
    lines = "".join(
        f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in head.items()
    )
    _put(path, f"---\n{lines}---\n{body}\n")


def _put(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


if __name__ == "__main__":
    main()
