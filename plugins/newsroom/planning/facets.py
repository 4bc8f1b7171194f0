"""Documents and awards in; the ways to look them up out: by type, issuer, year, state, form and
level, each a list of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar, get_args

from newsroom.planning.draft import Draft
from newsroom.planning.views.shared import AwardCard, Link
from newsroom.planning.views.standing import LinkGroup
from newsroom.records import Award, Bloc, Campaign, Document, Unit
from newsroom.records.award import AwardKind
from newsroom.records.document import DocumentStatus, DocumentType
from vietnamese import slug, sort_key

Item = TypeVar("Item")
DOCUMENTS, AWARDS = "/van-ban/", "/khen-thuong/"
FOLDERS: Mapping[type, str] = {Campaign: "phong-trao", Unit: "don-vi", Bloc: "khoi"}
"""Below the register of awards, by kind of record."""
BRIEF = 6
"""How many of its newest awards a record's own page shows."""
ON_THE_PAGE = 60
"""More lists than these are led to from a page of their own."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """What a list of records that are alike in one thing is called, and where it stands."""

    name: str
    title: str
    address: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Facet(Generic[Item]):
    """The thing by which records are told apart, and a list for each value that some have."""

    label: str
    """A catalogue id."""
    apart: str = ""
    """The address of a page of its own for the ways to these lists, where they are many."""
    lists: tuple[tuple[Heading, tuple[Item, ...]], ...]


def document_facets(draft: Draft) -> tuple[Facet[Document], ...]:
    """By type and state in the order of their choices, by issuer in Vietnamese order, by year
    newest first; documents newest first."""
    documents, status = draft.site.documents(), draft.site.document_status
    types = _choices(draft, "document.type", get_args(DocumentType), "page.documents_by")
    states = _choices(draft, "document.status", get_args(DocumentStatus), "page.documents_by")
    return (
        _facet(
            "document.type",
            _at(types, f"{DOCUMENTS}loai/"),
            ((one.type, one) for one in documents),
        ),
        _facet(
            "document.issuer",
            _issuers(draft, documents),
            ((_key(one.issuer), one) for one in documents),
        ),
        _facet(
            "list.by_year",
            _years(draft, documents),
            ((str(one.issued.year), one) for one in documents),
        ),
        _facet(
            "document.status",
            _at(states, f"{DOCUMENTS}hieu-luc/"),
            ((status(one), one) for one in documents),
        ),
    )


def award_facets(draft: Draft) -> tuple[Facet[Award], ...]:
    """By form in the order of the choices, by level in Vietnamese order, by campaign, unit and
    bloc in the order of the register; awards newest first."""
    awards = draft.site.awards()
    forms = _choices(draft, "award.kind", get_args(AwardKind), "page.awards_by")
    levels = {_key(one.level): one.level for one in reversed(awards) if one.level}
    named = {
        key: Heading(
            name=level,
            title=draft.words("page.awards_level", level=level),
            address=f"{AWARDS}cap/{key}/",
        )
        for key, level in sorted(levels.items(), key=lambda pair: sort_key(pair[1]))
    }
    return (
        _facet("award.form", _at(forms, f"{AWARDS}loai/"), ((one.kind, one) for one in awards)),
        _facet("award.level", named, ((_key(one.level), one) for one in awards)),
        _of_records(draft, "award.by_campaign", draft.site.campaigns()),
        _of_records(draft, "award.by_unit", draft.site.units()),
        _of_records(draft, "award.by_bloc", draft.site.blocs()),
    )


def awards_address(record: Campaign | Unit | Bloc) -> str:
    """Where all awards of a campaign, a unit or a bloc are listed."""
    return f"{AWARDS}{FOLDERS[type(record)]}/{record.id}/"


def newest_awards(draft: Draft, record: Campaign | Unit | Bloc) -> tuple[AwardCard, ...]:
    """As many as the record's own page shows."""
    return draft.cards.awards(draft.site.awards_of(record)[:BRIEF])


def all_awards(draft: Draft, record: Campaign | Unit | Bloc) -> str:
    """The list of all; nothing where its own page shows them."""
    more = len(draft.site.awards_of(record)) > BRIEF
    return draft.places.href(awards_address(record)) if more else ""


def _of_records(
    draft: Draft, label: str, records: Sequence[Campaign | Unit | Bloc]
) -> Facet[Award]:
    """A list for each of the records, all of one kind, that has an award."""
    found = ((record, draft.site.awards_of(record)) for record in records)
    lists = tuple((_heading(draft, record), awards) for record, awards in found if awards)
    many = len(lists) > ON_THE_PAGE
    folder = f"{AWARDS}{FOLDERS[type(records[0])]}/" if many else ""
    return Facet(label=label, apart=folder, lists=lists)


def _heading(draft: Draft, record: Campaign | Unit | Bloc) -> Heading:
    name = draft.links.to(record).text
    title = draft.words("page.awards_of", name=name)
    return Heading(name=name, title=title, address=awards_address(record))


def issuer_address(issuer: str) -> str:
    """Where the documents of an issuer are listed."""
    return f"{DOCUMENTS}co-quan/{_key(issuer)}/"


def _key(name: str) -> str:
    """What stands for a name in an address; one of signs alone is among the others."""
    return slug(name) or "khac"


def groups_of(draft: Draft, facets: Iterable[Facet[Item]]) -> tuple[LinkGroup, ...]:
    """The ways to every list, under what they tell apart; none where nothing is."""
    return tuple(
        LinkGroup(title=draft.words(facet.label), links=_ways(draft, facet))
        for facet in facets
        if facet.lists
    )


def lists_of(draft: Draft, facet: Facet[Item]) -> tuple[Link, ...]:
    """The way to each of its lists."""
    return tuple(
        Link(text=heading.name, href=draft.places.href(heading.address))
        for heading, _ in facet.lists
    )


def _ways(draft: Draft, facet: Facet[Item]) -> tuple[Link, ...]:
    if facet.apart:
        return (Link(text=draft.words("list.all"), href=draft.places.href(facet.apart)),)
    return lists_of(draft, facet)


def _facet(
    label: str, headings: Mapping[str, Heading], keyed: Iterable[tuple[str, Item]]
) -> Facet[Item]:
    found: dict[str, list[Item]] = {}
    for key, item in keyed:
        found.setdefault(key, []).append(item)
    lists = ((heading, tuple(found.get(key, ()))) for key, heading in headings.items())
    return Facet(label=label, lists=tuple(one for one in lists if one[1]))


def _choices(draft: Draft, kind: str, values: Iterable[str], title: str) -> dict[str, Heading]:
    """A heading for each choice, its address still without a folder."""
    names = {value: draft.words(f"{kind}.{value}") for value in values}
    return {
        value: Heading(
            name=name, title=draft.words(title, name=name), address=value.replace("_", "-")
        )
        for value, name in names.items()
    }


def _at(headings: Mapping[str, Heading], folder: str) -> dict[str, Heading]:
    return {
        key: Heading(name=one.name, title=one.title, address=f"{folder}{one.address}/")
        for key, one in headings.items()
    }


def _issuers(draft: Draft, documents: tuple[Document, ...]) -> dict[str, Heading]:
    """By slug: spellings that differ in tone style or case are one, called as the newest is."""
    names = {_key(one.issuer): one.issuer for one in reversed(documents)}
    return {
        key: Heading(
            name=name,
            title=draft.words("page.documents_of", issuer=name),
            address=issuer_address(name),
        )
        for key, name in sorted(names.items(), key=lambda pair: sort_key(pair[1]))
    }


def _years(draft: Draft, documents: tuple[Document, ...]) -> dict[str, Heading]:
    years = sorted({one.issued.year for one in documents}, reverse=True)
    return {
        str(year): Heading(
            name=str(year),
            title=draft.words("page.documents_year", year=year),
            address=f"{DOCUMENTS}nam/{year}/",
        )
        for year in years
    }
