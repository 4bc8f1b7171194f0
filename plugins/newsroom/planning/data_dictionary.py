"""The types of open data's columns in; the page that says in words what each holds out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from decimal import Decimal
from typing import Annotated, Any, get_args, get_origin

from newsroom.planning.draft import About, Draft
from newsroom.planning.schemas import WHEN, bare, choices_of, refers_to, schema_of
from newsroom.planning.views.data import DataColumn, DataDictionaryView, DataKind
from newsroom.planning.views.shared import Link
from newsroom.records.values import WebAddress
from vietnamese import Period

DICTIONARY = "/du-lieu/tu-dien/"
Hints = Mapping[str, Any]
CHOICES = {
    "article_genre": "article.genre",
    "article_language": "page.language",
    "page_language": "page.language",
    "campaign_form": "campaign.form",
    "campaign_scope": "campaign.scope",
    "campaign_status": "campaign.status",
    "unit_kind": "unit.kind",
    "unit_level": "unit.level",
    "bloc_kind": "bloc",
    "document_type": "document.type",
    "document_status": "document.status",
    "event_kind": "milestone",
    "award_kind": "award.kind",
    "award_recipient_type": "award",
    "milestone_kind": "milestone",
    "member_role": "data.role",
}
"""Where the words for a column's codes stand in the catalogue, by kind and column."""


def plan_dictionary(
    draft: Draft, tables: Mapping[str, Hints], schema_address: Callable[[str], str]
) -> None:
    """Plan the page; `tables` gives the columns of each kind that has a file."""
    title = draft.words("data.dictionary")
    text = draft.words("data.dictionary.text")
    view = DataDictionaryView(
        title=title,
        kinds=tuple(
            _kind(draft, kind, hints, draft.places.href(schema_address(kind)))
            for kind, hints in tables.items()
        ),
    )
    parent = Link(text=draft.words("page.data"), href=draft.places.href("/du-lieu/"))
    about = About(title=title, description=text, current=("data",), crumbs=draft.crumbs(parent))
    draft.page(DICTIONARY, "data_dictionary", view, about)


def told_of(draft: Draft, kind: str, hints: Hints) -> dict[str, str]:
    """What each column of a kind means, in words."""
    return {name: _told(draft, kind, name) for name in hints}


def _kind(draft: Draft, kind: str, hints: Hints, schema: str) -> DataKind:
    return DataKind(
        kind=kind,
        title=draft.words(f"page.data_file.{kind}"),
        text=draft.words(f"data.about.{kind}"),
        schema=schema,
        columns=tuple(_column(draft, kind, name, hint) for name, hint in hints.items()),
    )


def _column(draft: Draft, kind: str, name: str, hint: Any) -> DataColumn:
    begin = CHOICES.get(f"{kind}_{name}", "")
    codes = choices_of(hint) if begin else ()
    return DataColumn(
        name=name,
        type=_type(draft, hint),
        text=_told(draft, kind, name),
        choices=tuple((code, draft.words(f"{begin}.{code}")) for code in codes),
    )


def _told(draft: Draft, kind: str, name: str) -> str:
    """A column may mean something else in one kind than in the rest."""
    own = f"data.column.{kind}_{name}"
    return draft.words(own if own in draft.words else f"data.column.{name}")


def _type(draft: Draft, hint: Any) -> str:
    plain, may_lack = bare(hint)
    of = _plain_type(draft, plain)
    return draft.words("data.type.lacks", of=of) if may_lack else of


def _plain_type(draft: Draft, hint: Any) -> str:
    if get_origin(hint) is tuple:
        return draft.words("data.type.list", of=_plain_type(draft, get_args(hint)[0]))
    if kind := refers_to(hint):
        return draft.words("data.type.id", of=draft.words(f"page.data_file.{kind}"))
    if choices_of(hint):
        return draft.words("data.type.choice")
    if hint is WebAddress:
        return draft.words("data.type.web")
    schema = schema_of(hint)
    if schema == WHEN:
        return draft.words("data.type.moment")
    inner = get_args(hint)[0] if get_origin(hint) is Annotated else hint
    if inner is Period:
        return draft.words("data.type.period")
    if schema.get("format") == "date":
        return draft.words("data.type.date")
    if inner is Decimal:
        return draft.words("data.type.number")
    names = {"integer": "whole", "boolean": "flag", "string": "text"}
    return draft.words(f"data.type.{names[schema['type']]}")
