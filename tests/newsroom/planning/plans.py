"""Records in; their plan out, ready to be asked what stands at an address."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, fields, is_dataclass
from functools import cache
from pathlib import Path
from typing import Any

from newsroom.catalogue import Words, read_catalogue
from newsroom.planning.output import Output
from newsroom.planning.places import output_path
from newsroom.planning.site_plan import Planned, plan
from newsroom.planning.views.page import PageView
from newsroom.planning.views.shared import ArticleCard
from newsroom.settings import Settings
from tests.newsroom.builders import NOW, at, site

ROOT = Path(__file__).resolve().parents[3]


@dataclass(frozen=True)
class Plan:
    """A plan with its outputs by path."""

    planned: Planned
    outputs: dict[str, Output]

    def __contains__(self, address: str) -> bool:
        return output_path(address) in self.outputs

    def output(self, address: str) -> Output:
        """The output that answers the address."""
        return self.outputs[output_path(address)]

    def page(self, address: str) -> PageView:
        """The whole page at the address."""
        page = self.output(address).view
        assert isinstance(page, PageView)
        return page

    def view(self, address: str) -> Any:
        """What the page or file at the address shows."""
        view = self.output(address).view
        return view.view if isinstance(view, PageView) else view

    def cards(self, address: str) -> list[str]:
        """The titles on a page of a list of news, as they stand."""
        return [card.title for group in self.view(address).groups for card in group.cards]

    def pages(self) -> Iterator[tuple[str, PageView]]:
        """Every page with its path."""
        for path, output in self.outputs.items():
            if isinstance(output.view, PageView):
                yield path, output.view


def planned(
    *things: Any, now: str = NOW, url: str = "", search: bool = False, **options: Any
) -> Plan:
    """The plan of the site that these records make, as of `now`."""
    here = Path()
    settings = Settings(
        content=here,
        output=here,
        cache=here,
        theme=here,
        now=at(now),
        site_url=url,
        search=search,
    )
    result = plan(site(*things, now=now, **options), settings, words())
    return Plan(result, {output.path: output for output in result.outputs})


@cache
def words() -> dict[str, Words]:
    """The theme's catalogues."""
    folder = ROOT / "theme" / "translations"
    return {language: read_catalogue(folder, "theme", language) for language in ("vi", "en")}


def within(view: object) -> Iterator[object]:
    """The view and everything in it, dataclasses and plain values alike."""
    yield view
    if is_dataclass(view) and not isinstance(view, type):
        for field in fields(view):
            yield from within(getattr(view, field.name))
    elif isinstance(view, tuple):
        for each in view:
            yield from within(each)


def hrefs(view: object) -> Iterator[str]:
    """Every address under the site that the view leads to or loads."""
    for each in within(view):
        if isinstance(each, str) and each.startswith("/"):
            yield each


def titles(cards: tuple[ArticleCard, ...]) -> list[str]:
    """The titles of cards."""
    return [card.title for card in cards]
