"""Tags of articles in; one label for each slug out."""

from __future__ import annotations

from collections.abc import Iterable

from newsroom.records import Article
from vietnamese import canonical_tones, slug, sort_key


def labels_by_slug(articles: Iterable[Article]) -> dict[str, str]:
    """The label of each tag's slug: as it is first used, tones in one style; in Vietnamese order
    of labels."""
    labels: dict[str, str] = {}
    for article in articles:
        for tag in article.tags:
            labels.setdefault(slug(tag), canonical_tones(tag))
    return dict(sorted(labels.items(), key=lambda item: (sort_key(item[1]), item[0])))


def same_tag(one: str, other: str) -> bool:
    """Whether two tags differ in nothing but tone style, case and spaces."""
    return _plain(one) == _plain(other)


def _plain(tag: str) -> str:
    return " ".join(canonical_tones(tag).lower().split())
