"""A site in; what an editor would say on seeing its texts beside each other, out."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator
from functools import lru_cache
from typing import Any

from newsroom.linking.site import Site
from newsroom.problems import Problem, problem
from newsroom.records import Article, Campaign
from newsroom.records.shapes import references
from newsroom.records.values import FileRef, day_of, starts
from vietnamese import fold
from vietnamese.dates import content_spelling

_LEAST_BODY = 200
"""Characters of a body that may be called a copy."""


def of_several(site: Site, wanted: Container[str] = ()) -> Iterator[Problem]:
    """Every remark that takes more than one text to make; of files that are not `wanted`, where
    any are, only what is found on the way."""
    yield from _same_titles_and_bodies(site)
    yield from _same_photos(site)
    for article in site.records.article.values():
        for id in article.campaigns if not wanted or article.file in wanted else ():
            if campaign := site.records.campaign.get(id):
                yield from _over(article, campaign)


def _same_titles_and_bodies(site: Site) -> Iterator[Problem]:
    titles: dict[tuple[str, str], Article] = {}
    bodies: dict[str, Article] = {}
    shown = (one for one in site.records.article.values() if one.status != "withdrawn")
    for article in sorted(shown, key=lambda one: (starts(one.date), one.file)):
        first = titles.setdefault((article.language, _folded(article.title)), article)
        if first is not article:
            yield problem(article.file, "W505", keys=("title",), other_file=first.file)
        if article.body.size >= _LEAST_BODY:
            same = bodies.setdefault(article.body.digest, article)
            if same is not article:
                yield problem(article.file, "W506", other_file=same.file)


@lru_cache(maxsize=2**15)
def _folded(title: str) -> str:
    """Kept, for the preview asks again and again."""
    return fold(title)


def _same_photos(site: Site) -> Iterator[Problem]:
    """The same picture under two names. One file in two articles is as it should be."""
    first: dict[str, str] = {}
    double = {}
    for file, photo in sorted(site.records.photos.items()):
        other = first.setdefault(photo.digest, file)
        if other != file:
            double[file] = other
    if not double:
        return
    for _, record in site.records.all():
        for keys, marker, file in references(record):
            if isinstance(marker, FileRef) and file in double:
                yield problem(record.file, "W507", keys=keys, photo=file, other_file=double[file])
        for slot in _slots(record):
            if slot.what == "photo" and (file := f"photos/{slot.target}") in double:
                yield problem(
                    record.file,
                    "W507",
                    line=slot.line,
                    column=slot.column,
                    photo=file,
                    other_file=double[file],
                )


def _slots(record: Any) -> tuple[Any, ...]:
    body = getattr(record, "body", None)
    return body.slots if body is not None else ()


_ONGOING = re.compile(
    r"\b(?:hien )?dang (?:duoc )?(?:dien ra|trien khai|phat dong|soi noi|buoc vao)\b"
)


def _over(article: Article, campaign: Campaign) -> Iterator[Problem]:
    """A sentence that names the campaign and says that it goes on, in news of after its end."""
    if campaign.end is None or day_of(article.date) <= campaign.end:
        return
    names = [fold(name) for name in (campaign.name, campaign.short_name) if name]
    whole = f"{article.title}. {article.summary}\n{article.body.text}"
    for sentence in re.split(r"[.!?…\n]+", whole):
        folded = fold(sentence)
        if _ONGOING.search(folded) and any(name in folded for name in names):
            yield problem(
                article.file,
                "W513",
                keys=("campaigns",),
                name=campaign.short_name or campaign.name,
                end=content_spelling(campaign.end),
                sentence=sentence.strip()[:80],
            )
            return
