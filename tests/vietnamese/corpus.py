"""The real texts beside the checkout, as plain paragraphs and lists of names."""

import csv
import gzip
import json
from collections.abc import Iterator

from tests.shared_data import shared

_ARTICLES = (
    "articles-thidua.jsonl",
    "articles-news.jsonl.gz",
    "articles-dated.jsonl.gz",
    "articles-briefs.jsonl.gz",
    "documents-laws.jsonl.gz",
)
_UNITS = ("agencies-in-news", "wards-2025", "units-before-july-2025", "provinces-2025")


def articles() -> Iterator[list[str]]:
    """Yield each real article as its paragraphs: title, lead, body, captions."""
    for name in _ARTICLES:
        data = shared(f"data/{name}").read_bytes()
        for line in (gzip.decompress(data) if name.endswith(".gz") else data).splitlines():
            article = json.loads(line)
            texts = [article["title"], article.get("lead"), *article["body"]]
            yield [text for text in [*texts, *(article.get("captions") or [])] if text]


def paragraphs() -> list[str]:
    """Return every paragraph of every real article."""
    return [paragraph for article in articles() for paragraph in article]


def unit_names() -> list[str]:
    """Return every name in the lists of units, once."""
    names: set[str] = set()
    for name in _UNITS:
        with shared(f"data/units/{name}.csv").open(encoding="utf-8") as lines:
            names.update(text for row in csv.DictReader(lines) for text in row.values() if text)
    return list(names)
