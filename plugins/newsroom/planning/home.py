"""Site in; its front page out."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.planning.draft import About, Draft
from newsroom.planning.graphs import web_site
from newsroom.planning.views.campaigns import CampaignRun
from newsroom.planning.views.news import HomeView, SectionBrief
from newsroom.planning.views.shared import EventCard, State
from newsroom.records import Article

LOOKED_AT = 20
"""Among how many of the newest articles a featured one leads."""
_LIVE: tuple[State, ...] = ("ongoing", "upcoming", "undated")
"""What may be going on, the surest first: without dates a campaign may be running."""
SECONDS, EVENTS, CAMPAIGNS, HEADLINES, DOCUMENTS = 4, 6, 4, 4, 5


def plan_home(draft: Draft) -> None:
    """Plan the front page."""
    info = draft.site.info
    view = _home(draft)
    about = About(
        title=info.tagline or draft.words("nav.home"),
        description=draft.words("page.home.text", owner=info.owner),
        current=("home",),
        picture=view.picture,
        alternates=(draft.feed("/feed.atom", info.name),),
        node=lambda _: web_site(draft.places, draft.owner, info),
        source=info.file,
    )
    draft.page("/", "home", view, about)


def _home(draft: Draft) -> HomeView:
    site, cards = draft.site, draft.cards
    articles = site.articles()
    lead = _lead(articles[:LOOKED_AT])
    seconds = [each for each in articles[: SECONDS + 1] if each is not lead][:SECONDS]
    events, past = _events(draft)
    above = [each for each in (lead, *seconds) if each]
    return HomeView(
        lead=cards.article(lead) if lead else None,
        picture=draft.photos.cut(lead.photo) if lead else None,
        seconds=cards.articles(seconds),
        events=events,
        events_are_past=past,
        calendar=draft.place("nav.events", "/lich/"),
        campaigns=_campaigns(draft),
        all_campaigns=draft.place("nav.campaigns", "/phong-trao/"),
        sections=tuple(_sections(draft, above)),
        all_news=draft.place("nav.news", "/tin/"),
        documents=tuple(map(cards.document, site.documents()[:DOCUMENTS])),
        all_documents=draft.place("nav.documents", "/van-ban/"),
    )


def _lead(newest: tuple[Article, ...]) -> Article | None:
    featured = (article for article in newest if article.featured)
    return next(featured, newest[0] if newest else None)


def _events(draft: Draft) -> tuple[tuple[EventCard, ...], bool]:
    """What is coming; where nothing is, what was last."""
    coming = draft.site.coming_events()
    shown = coming or draft.site.events()
    return draft.cards.events(shown[:EVENTS]), bool(shown) and not coming


def _campaigns(draft: Draft) -> tuple[CampaignRun, ...]:
    runs = [draft.run(campaign) for campaign in draft.site.campaigns()]
    live = [run for state in _LIVE for run in runs if run.state == state]
    if live:
        return tuple(live[:CAMPAIGNS])
    ended = [run for run in runs if run.end]
    last = max((run.end for run in ended if run.end), default=None)
    return tuple(run for run in ended if run.end == last)[:CAMPAIGNS]


def _sections(draft: Draft, above: list[Article]) -> Iterator[SectionBrief]:
    """Each section's newest; what stands at the top of the page only where it has nothing else."""
    for section in draft.site.sections():
        newest = draft.site.articles_of(section)[: HEADLINES + len(above)]
        others = [each for each in newest if not any(each is one for one in above)]
        if articles := (others or newest)[:HEADLINES]:
            yield SectionBrief(
                section=draft.links.to(section), cards=draft.cards.articles(articles)
            )
