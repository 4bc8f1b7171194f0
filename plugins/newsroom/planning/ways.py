"""Site in; the pages that are lists of ways in out: site map, feeds, page not found."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from newsroom.planning.calendars import calendar_href, campaign_calendar
from newsroom.planning.chrome import KNOWN_PLACES, TOOLS
from newsroom.planning.draft import About, Draft
from newsroom.planning.feeds import Feed, feeds_of, site_feed
from newsroom.planning.news import archive_years
from newsroom.planning.units import ON_ONE_PAGE, letter_links
from newsroom.planning.views.shared import Link
from newsroom.planning.views.standing import LinkGroup, WaysView
from newsroom.records import Record

_MAIN = ("home", "news", "campaigns", "blocs", "units", "documents", "awards", "events", "search")


def plan_ways(draft: Draft) -> None:
    """Plan the three pages."""
    name = draft.site.info.name
    site_map = (*_general(draft), *ways_to_records(draft), *_pages(draft))
    _plan(draft, "/so-do-trang/", "nav.sitemap", "page.sitemap.text", name, site_map)
    feeds = tuple(_feeds(draft))
    _plan(draft, "/nguon-tin/", "page.feeds", "page.feeds.text", name, feeds)
    _plan_not_found(draft)


def _plan(
    draft: Draft,
    address: str,
    label: str,
    text: str,
    name: str,
    groups: Iterable[LinkGroup],
) -> None:
    title = draft.words(label)
    about = About(
        title=title,
        description=draft.words(text, site=name),
        current=(_key(label),),
        crumbs=draft.crumbs(),
    )
    view = WaysView(title=title, text=about.description, groups=_filled(groups))
    draft.page(address, "ways", view, about)


def _key(label: str) -> str:
    return next((key for key, (_, known) in KNOWN_PLACES.items() if known == label), "")


def _filled(groups: Iterable[LinkGroup]) -> tuple[LinkGroup, ...]:
    return tuple(group for group in groups if group.links)


def ways_to_records(draft: Draft) -> tuple[LinkGroup, ...]:
    """Lists of sections, campaigns, units, blocs and years, those that hold something."""
    return _filled(_records(draft))


def _plan_not_found(draft: Draft) -> None:
    """What a host shows for an address that is not there, at any depth."""
    text = draft.words("error.404_text")
    groups = (_places(draft, draft.words("error.go_home"), _MAIN),)
    view = WaysView(title=draft.words("error.404"), text=text, groups=groups)
    about = About(title=view.title, description=text, robots="noindex")
    draft.page("/404.html", "not_found", view, about)


def _general(draft: Draft) -> Iterator[LinkGroup]:
    yield _places(draft, draft.words("page.whole_site"), (*_MAIN, *TOOLS))


def _places(draft: Draft, title: str, keys: Iterable[str]) -> LinkGroup:
    links = (draft.place(label, address) for address, label in map(KNOWN_PLACES.__getitem__, keys))
    return LinkGroup(title=title, links=tuple(links))


def _records(draft: Draft) -> Iterator[LinkGroup]:
    """Sections, campaigns, units, blocs, and the archive by year."""
    site = draft.site
    yield _group(draft, "page.sections", site.sections())
    yield _group(draft, "nav.campaigns", site.campaigns())
    if len(site.units()) > ON_ONE_PAGE:
        yield LinkGroup(title=draft.words("nav.units"), links=letter_links(draft))
    else:
        yield _group(draft, "nav.units", site.units())
    yield _group(draft, "nav.blocs", site.blocs())
    years = (Link(text=str(year.year), href=year.href) for year in archive_years(draft))
    yield LinkGroup(title=draft.words("list.archive"), links=tuple(years))


def _pages(draft: Draft) -> Iterator[LinkGroup]:
    yield _group(draft, "page.standing", draft.site.pages())
    yield LinkGroup(
        title=draft.words("page.language.en"),
        links=tuple(map(draft.links.to, draft.site.pages("en"))),
    )


def _group(draft: Draft, label: str, records: Iterable[Record]) -> LinkGroup:
    return LinkGroup(title=draft.words(label), links=tuple(map(draft.links.to, records)))


def _feeds(draft: Draft) -> Iterator[LinkGroup]:
    site = draft.site
    yield _feed_group(draft, "page.whole_site", (site_feed(draft),))
    yield _feed_group(draft, "page.sections", feeds_of(draft, site.sections()))
    yield _feed_group(draft, "nav.campaigns", feeds_of(draft, site.campaigns()))
    yield _feed_group(draft, "nav.units", feeds_of(draft, site.units()))
    yield _feed_group(draft, "nav.blocs", feeds_of(draft, site.blocs()))
    yield LinkGroup(title=draft.words("page.calendars"), links=tuple(_calendars(draft)))


def _calendars(draft: Draft) -> Iterator[Link]:
    """Calendars that hold something: that of all, and those of campaigns."""
    if href := calendar_href(draft):
        yield Link(text=draft.site.info.name, href=href)
    for campaign in draft.site.campaigns():
        if href := campaign_calendar(draft, campaign):
            yield Link(text=draft.links.to(campaign).text, href=href)


def _feed_group(draft: Draft, label: str, feeds: Iterable[Feed]) -> LinkGroup:
    links = (Link(text=feed.name, href=draft.places.href(feed.address)) for feed in feeds)
    return LinkGroup(title=draft.words(label), links=tuple(links))
