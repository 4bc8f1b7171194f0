"""The linked site in; every file it will have out, each with the view it shows."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from newsroom.catalogue import Words
from newsroom.linking.site import Site
from newsroom.planning.awards import plan_awards
from newsroom.planning.blocs import plan_blocs
from newsroom.planning.calendars import plan_calendar
from newsroom.planning.campaigns import plan_campaigns
from newsroom.planning.clashes import without_clashes
from newsroom.planning.corrections import plan_corrections
from newsroom.planning.data import plan_data
from newsroom.planning.dead_paths import dead_paths
from newsroom.planning.documents import plan_documents
from newsroom.planning.draft import Draft
from newsroom.planning.events import plan_events
from newsroom.planning.feeds import plan_feeds
from newsroom.planning.home import plan_home
from newsroom.planning.news import plan_news
from newsroom.planning.output import Output
from newsroom.planning.places import Places
from newsroom.planning.redirects import plan_redirects
from newsroom.planning.search import plan_search
from newsroom.planning.sitemaps import sitemaps
from newsroom.planning.standing import plan_standing
from newsroom.planning.texts import plan_texts
from newsroom.planning.units import plan_units
from newsroom.planning.ways import plan_ways
from newsroom.problems import Problem
from newsroom.settings import Settings


@dataclass(frozen=True, slots=True, kw_only=True)
class Planned:
    """Every file of the site by its path, and the clashes and dead links that were found."""

    outputs: tuple[Output, ...]
    problems: tuple[Problem, ...] = ()


def plan(site: Site, settings: Settings, words: Mapping[str, Words]) -> Planned:
    """Decide every file; `words` are the theme's catalogues by language."""
    places = Places.of(settings.site_url or site.info.url)
    draft = Draft(site, places, words)
    plan_home(draft)
    plan_news(draft)
    plan_corrections(draft)
    plan_campaigns(draft)
    plan_units(draft)
    plan_blocs(draft)
    plan_documents(draft)
    plan_events(draft)
    plan_awards(draft)
    plan_standing(draft)
    plan_ways(draft)
    plan_search(draft, settings)
    plan_feeds(draft)
    plan_calendar(draft)
    plan_data(draft)
    plan_texts(draft)
    plan_redirects(draft)
    draft.outputs += sitemaps(draft.outputs, places)
    draft.outputs += [
        *draft.photos.outputs(),
        *draft.share_cards.outputs(),
        *draft.attachments.outputs(),
    ]
    outputs, problems = without_clashes(draft.outputs)
    dead = dead_paths(site, places, {output.path for output in outputs})
    return Planned(outputs=outputs, problems=(*problems, *dead))
