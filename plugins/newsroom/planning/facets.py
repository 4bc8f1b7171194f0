"""Documents and awards in; the ways to look them up out: by type, issuer, year, state, form and
level, each a list of its own."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar, get_args

from newsroom.planning.draft import Draft
from newsroom.planning.views.shared import Link
from newsroom.planning.views.standing import LinkGroup
from newsroom.records import Award, Document
from newsroom.records.award import AwardKind
from newsroom.records.document import DocumentStatus, DocumentType
from vietnamese import slug, sort_key

Item = TypeVar("Item")
DOCUMENTS, AWARDS = "/van-ban/", "/khen-thuong/"


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
            ((slug(one.issuer), one) for one in documents),
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
    """By form in the order of the choices, by level in Vietnamese order; awards newest first."""
    awards = draft.site.awards()
    forms = _choices(draft, "award.kind", get_args(AwardKind), "page.awards_by")
    levels = {slug(one.level): one.level for one in reversed(awards) if one.level}
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
        _facet("award.level", named, ((slug(one.level), one) for one in awards)),
    )


def issuer_address(issuer: str) -> str:
    """Where the documents of an issuer are listed."""
    return f"{DOCUMENTS}co-quan/{slug(issuer)}/"


def groups_of(draft: Draft, facets: Iterable[Facet[Item]]) -> tuple[LinkGroup, ...]:
    """The ways to every list, under what they tell apart; none where nothing is."""
    return tuple(
        LinkGroup(
            title=draft.words(facet.label),
            links=tuple(
                Link(text=heading.name, href=draft.places.href(heading.address))
                for heading, _ in facet.lists
            ),
        )
        for facet in facets
        if facet.lists
    )


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
    names = {slug(one.issuer): one.issuer for one in reversed(documents)}
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
