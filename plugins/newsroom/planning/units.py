"""Units in; their index by letter and by kind, each unit's page, and the list of its news out."""

from __future__ import annotations

from collections.abc import Iterable
from functools import partial
from typing import get_args

from newsroom.linking.site import Post
from newsroom.planning.draft import About, Draft
from newsroom.planning.facets import all_awards, issuer_address, newest_awards
from newsroom.planning.graphs import Node, organization
from newsroom.planning.newslists import plan_news_of
from newsroom.planning.unit_history import history_of_unit
from newsroom.planning.views.changes import NameUntil
from newsroom.planning.views.register import (
    BlocPost,
    UnitGroup,
    UnitIndexView,
    UnitRow,
    UnitView,
)
from newsroom.planning.views.shared import Link
from newsroom.records import Unit
from newsroom.records.unit import UnitKind
from vietnamese import index_letter, letter_id, sort_key

ALL = "/don-vi/"
BRIEF = 6
ON_ONE_PAGE = 200
"""Above this many units each letter has a page of its own."""


def plan_units(draft: Draft) -> None:
    """Plan the index, every unit, and its news."""
    _plan_index(draft)
    for unit in draft.site.units():
        _plan_unit(draft, unit)
        _plan_news(draft, unit)


def letter_links(draft: Draft) -> tuple[Link, ...]:
    """The ways to the units under each letter: on the index itself, or on pages of their own."""
    groups = _by_letter(draft, draft.site.units())
    return tuple(_letter_link(draft, group) for group in groups)


def _plan_index(draft: Draft) -> None:
    units = draft.site.units()
    groups = _by_letter(draft, units)
    about = About(
        title=draft.words("nav.units"),
        description=draft.words("page.units.text", owner=draft.site.info.owner),
        current=("units",),
        crumbs=draft.crumbs(),
    )
    letters = tuple(_letter_link(draft, group) for group in groups)
    if len(units) > ON_ONE_PAGE:
        kinds = tuple(_by_kind(draft, units))
        view = UnitIndexView(letters=letters, kinds=_kind_links(draft, kinds))
        draft.page(ALL, "unit_index", view, about)
        for group in groups:
            _plan_letter(draft, group, letters)
        for group in kinds:
            _plan_kind(draft, group, view.kinds)
    else:
        view = UnitIndexView(
            letters=letters, by_letter=groups, by_kind=tuple(_by_kind(draft, units))
        )
        draft.page(ALL, "unit_index", view, about)


def _plan_letter(draft: Draft, group: UnitGroup, letters: tuple[Link, ...]) -> None:
    about = About(
        title=draft.words("page.units_letter", letter=group.key),
        description=draft.words("page.units.text", owner=draft.site.info.owner),
        current=("units",),
        crumbs=draft.crumbs(draft.place("nav.units", ALL)),
    )
    view = UnitIndexView(letter=group.key, letters=letters, by_letter=(group,))
    draft.page(_letter_address(group), "unit_index", view, about)


def _plan_kind(draft: Draft, group: UnitGroup, kinds: tuple[Link, ...]) -> None:
    about = About(
        title=draft.words("page.units_kind", kind=draft.words(f"unit.kind.{group.key}")),
        description=draft.words("page.units.text", owner=draft.site.info.owner),
        current=("units",),
        crumbs=draft.crumbs(draft.place("nav.units", ALL)),
    )
    view = UnitIndexView(kind=group.key, kinds=kinds, by_kind=(group,))
    draft.page(f"{ALL}loai/{group.anchor}/", "unit_index", view, about)


def _kind_links(draft: Draft, groups: Iterable[UnitGroup]) -> tuple[Link, ...]:
    hrefs = ((group.key, draft.places.href(f"{ALL}loai/{group.anchor}/")) for group in groups)
    return tuple(Link(text=key, href=href) for key, href in hrefs)


def _letter_address(group: UnitGroup) -> str:
    return f"{ALL}van/{group.anchor}/"


def _letter_link(draft: Draft, group: UnitGroup) -> Link:
    apart = len(draft.site.units()) > ON_ONE_PAGE
    href = draft.places.href(_letter_address(group) if apart else f"{ALL}#{group.anchor}")
    return Link(text=group.key, href=href)


def _by_letter(draft: Draft, units: Iterable[Unit]) -> tuple[UnitGroup, ...]:
    """Under each letter its units in Vietnamese order. A name in quotation marks or brackets sorts
    before all letters but stands under its own, so letters are put in order by themselves."""
    lettered: dict[str, list[Unit]] = {}
    for unit in units:
        lettered.setdefault(index_letter(unit.sort_name or unit.name), []).append(unit)
    return tuple(
        UnitGroup(key=letter, anchor=letter_id(letter), rows=_rows(draft, lettered[letter]))
        for letter in sorted(lettered, key=sort_key)
    )


def _by_kind(draft: Draft, units: tuple[Unit, ...]) -> Iterable[UnitGroup]:
    for kind in get_args(UnitKind):
        if rows := _rows(draft, (unit for unit in units if unit.kind == kind)):
            yield UnitGroup(key=kind, anchor=kind.replace("_", "-"), rows=rows)


def _rows(draft: Draft, units: Iterable[Unit]) -> tuple[UnitRow, ...]:
    return tuple(
        UnitRow(
            href=draft.links.to(unit).href,
            name=unit.name,
            short_name=unit.short_name,
            ended=unit.ended,
        )
        for unit in units
    )


def _plan_unit(draft: Draft, unit: Unit) -> None:
    address = draft.site.address(unit)
    about = About(
        title=unit.name,
        description=draft.words("page.unit.text", name=unit.name),
        current=(f"unit:{unit.id}", "units"),
        crumbs=draft.crumbs(draft.place("nav.units", ALL)),
        picture=draft.photos.picture(unit.photo),
        card=draft.share_cards.of_unit(unit),
        alternates=(draft.feed(f"{address}feed.atom", unit.name),),
        node=partial(_node, draft, unit),
        source=unit.file,
    )
    draft.page(address, "unit", _unit(draft, unit), about)


def _node(draft: Draft, unit: Unit, canonical: str) -> Node:
    parent = draft.links.maybe("unit", unit.parent)
    return organization(unit, canonical, draft.places.absolute(parent.href) if parent else "")


def _unit(draft: Draft, unit: Unit) -> UnitView:
    site, links, cards = draft.site, draft.links, draft.cards
    address = site.address(unit)
    news, issued = site.articles_of(unit), site.issued_by(unit)
    return UnitView(
        name=unit.name,
        short_name=unit.short_name,
        kind=unit.kind,
        level=unit.level or "",
        parent=links.maybe("unit", unit.parent),
        children=tuple(map(links.to, site.unit_children(unit))),
        former_names=tuple(
            NameUntil(name=each.name, until=each.until) for each in unit.former_names
        ),
        founded=unit.founded,
        ended=unit.ended,
        successors=links.all("unit", unit.successors),
        predecessors=tuple(map(links.to, site.predecessors(unit))),
        history=history_of_unit(site, links, unit),
        address=unit.address,
        phone=unit.phone,
        email=unit.email,
        website=unit.website,
        picture=draft.photos.picture(unit.photo),
        prose=draft.prose(unit.body),
        campaigns=tuple(map(draft.run, site.campaigns_of(unit))),
        posts=tuple(_post(draft, post) for post in site.posts(unit)),
        beside=tuple(map(links.to, site.beside(unit))),
        documents=tuple(map(cards.document, issued[:BRIEF])),
        all_documents=_issued_href(draft, unit) if len(issued) > BRIEF else "",
        awards=newest_awards(draft, unit),
        all_awards=all_awards(draft, unit),
        news=cards.news_of_unit(unit, news[:BRIEF]),
        all_news=draft.places.href(f"{address}tin/") if news else "",
        feed=draft.places.href(f"{address}feed.atom"),
    )


def _issued_href(draft: Draft, unit: Unit) -> str:
    """The list of what was issued under the name that its newest document gives it."""
    return draft.places.href(issuer_address(draft.site.issued_by(unit)[0].issuer))


def _post(draft: Draft, post: Post) -> BlocPost:
    href = draft.places.href(f"{draft.site.address(post.bloc)}{post.year}/")
    link = Link(text=post.bloc.name, href=href)
    return BlocPost(year=post.year, bloc=link, role=post.role, kind=post.bloc.kind)


def _plan_news(draft: Draft, unit: Unit) -> None:
    plan_news_of(
        draft,
        unit,
        name=unit.name,
        label="unit.news",
        parent=draft.place("nav.units", ALL),
        current=(f"unit:{unit.id}", "units"),
        cards=partial(draft.cards.news_of_unit, unit),
        card=draft.share_cards.of_unit(unit),
    )
