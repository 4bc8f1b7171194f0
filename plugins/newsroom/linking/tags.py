"""Articles in, newest first; the label and the articles of each tag out, by the tag's slug."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from newsroom.records import Article
from vietnamese import canonical_tones, slug, sort_key


def grouped_by_tag(articles: Iterable[Article]) -> tuple[dict[str, str], dict[str, list[Article]]]:
    """Labels by slug, in Vietnamese order; and articles by slug, in the order given.

    A label is the oldest use of the tag, tones in one style, so that a new article changes none.
    """
    slugs: dict[str, str] = {}
    labels: dict[str, str] = {}
    found: dict[str, list[Article]] = defaultdict(list)
    for article in articles:
        for tag in article.tags:
            name = slugs[tag] if tag in slugs else slugs.setdefault(tag, slug(tag))
            labels[name] = tag
            if not found[name] or found[name][-1] is not article:
                found[name].append(article)
    return _in_order({name: canonical_tones(label) for name, label in labels.items()}), found


def _in_order(labels: dict[str, str]) -> dict[str, str]:
    return dict(sorted(labels.items(), key=lambda item: (sort_key(item[1]), item[0])))


def same_tag(one: str, other: str) -> bool:
    """Whether two tags differ in nothing but tone style, case and spaces."""
    return _plain(one) == _plain(other)


def _plain(tag: str) -> str:
    return " ".join(canonical_tones(tag).lower().split())
