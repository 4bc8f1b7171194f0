"""Records in; a problem for each address, alias or tag that two of them claim, naming both."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsroom.linking.addresses import (
    FIXED,
    OURS,
    RESERVED,
    RESERVED_IN_ENGLISH,
    place_of_alias,
)
from newsroom.linking.site import Site
from newsroom.linking.tags import same_tag
from newsroom.problems import Problem, problem
from newsroom.records import Article, Page, Record
from newsroom.records.remains import Remains
from vietnamese import slug


def clashes(site: Site, remains: Iterable[Remains] = ()) -> Iterator[Problem]:
    """Pages named like a part of the site (E207), two records at one address (E205), aliases at a
    taken address (E206), two tags of one slug (E220, E221). `remains` are of records left out,
    whose own addresses are not known."""
    owners: dict[str, Record] = {}
    for _, record in site.records.all():
        if isinstance(record, Page):
            yield from _reserved(record)
        address = site.address(record)
        first = owners.setdefault(address, record)
        if first is not record:
            yield from _both(address, first, record)
    yield from _aliases(site, owners, remains)
    yield from _tags(site)


def _reserved(page: Page) -> Iterator[Problem]:
    taken = RESERVED if page.language == "vi" else RESERVED_IN_ENGLISH
    if page.id in taken:
        yield problem(page.file, "E207", id=page.id)


def _both(address: str, first: Record, second: Record) -> Iterator[Problem]:
    yield problem(first.file, "E205", address=address, other_file=second.file)
    yield problem(second.file, "E205", address=address, other_file=first.file)


def _aliases(
    site: Site, owners: dict[str, Record], remains: Iterable[Remains]
) -> Iterator[Problem]:
    taken: dict[str, str] = {place_of_alias(address): "" for address in FIXED}
    taken |= {address: record.file for address, record in owners.items()}
    for _, record in site.records.all():
        for number, alias in enumerate(getattr(record, "aliases", ())):
            place = place_of_alias(alias)
            other = "" if OURS.fullmatch(place) else taken.setdefault(place, record.file)
            if other != record.file or not _is_first(record, number):
                yield problem(
                    record.file, "E206", keys=("aliases", number), alias=alias, other_file=other
                )
            elif place == site.address(record):
                yield problem(record.file, "E208", keys=("aliases", number), alias=alias)
    for left in remains:
        for keys, alias in left.aliases:
            place = place_of_alias(alias)
            other = "" if OURS.fullmatch(place) else taken.setdefault(place, left.file)
            if other != left.file:
                yield problem(left.file, "E206", keys=keys, alias=alias, other_file=other)


def _is_first(record: Record, number: int) -> bool:
    """Whether none of a record's earlier aliases is the same address."""
    aliases = [place_of_alias(alias) for alias in getattr(record, "aliases", ())]
    return aliases.index(aliases[number]) == number


def _tags(site: Site) -> Iterator[Problem]:
    first: dict[str, tuple[str, Article]] = {}
    slugs: dict[str, str] = {}
    # The oldest use keeps the address; what came later must give way.
    for article in reversed(site.every_article):
        for number, tag in enumerate(article.tags):
            name = slugs[tag] if tag in slugs else slugs.setdefault(tag, slug(tag))
            known, other = first.setdefault(name, (tag, article))
            if not name:
                yield problem(article.file, "E221", keys=("tags", number), tag=tag)
            elif known != tag and not same_tag(known, tag):
                yield problem(
                    article.file,
                    "E220",
                    keys=("tags", number),
                    tag=tag,
                    other=known,
                    slug=name,
                    other_file=other.file,
                )
