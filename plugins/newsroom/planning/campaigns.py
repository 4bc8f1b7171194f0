"""Campaigns in; the index by status, each campaign's page, and the list of its news out."""

from __future__ import annotations

from functools import partial

from newsroom.planning.calendars import campaign_calendar, plan_campaign_calendar
from newsroom.planning.campaign_graph import campaign_nodes
from newsroom.planning.draft import About, Draft
from newsroom.planning.facets import all_awards, newest_awards
from newsroom.planning.milestones import milestones_of, next_of
from newsroom.planning.newslists import plan_news_of
from newsroom.planning.runs import launcher_of
from newsroom.planning.sheets import figures_address, has_figures, plan_figures
from newsroom.planning.targets import figure_dates, targets_of
from newsroom.planning.views.campaigns import (
    CampaignGroup,
    CampaignIndexView,
    CampaignView,
    PhaseView,
)
from newsroom.planning.views.shared import ContactLine, DocumentCard, Link, State
from newsroom.records import Campaign, Document
from newsroom.records.parts import Contact

ALL = "/phong-trao/"
BRIEF = 6
"""How many of its newest articles a record's own page shows."""
LATEST = 4
"""How many of its past events; the calendar holds the rest."""
_BY_STATUS: tuple[State, ...] = ("ongoing", "upcoming", "ended", "undated")


def plan_campaigns(draft: Draft) -> None:
    """Plan the index, every campaign, and its news."""
    _plan_index(draft)
    for campaign in draft.site.campaigns():
        _plan_campaign(draft, campaign)
        _plan_news(draft, campaign)
        plan_campaign_calendar(draft, campaign)
        plan_figures(draft, campaign)


def contact_line(draft: Draft, contact: Contact) -> ContactLine:
    """Whom to ask; the unit may be one of the register or the name of an office."""
    unit = draft.site.get("unit", contact.unit) if contact.unit else None
    named = Link(text=contact.unit) if contact.unit else None
    return ContactLine(
        name=contact.name,
        role=contact.role,
        unit=draft.links.to(unit) if unit else named,
        phone=contact.phone,
        email=contact.email,
    )


def _plan_index(draft: Draft) -> None:
    runs = [draft.run(campaign) for campaign in draft.site.campaigns()]
    groups = (
        CampaignGroup(state=state, runs=tuple(run for run in runs if run.state == state))
        for state in _BY_STATUS
    )
    view = CampaignIndexView(groups=tuple(group for group in groups if group.runs))
    about = About(
        title=draft.words("nav.campaigns"),
        description=draft.words("page.campaigns.text", owner=draft.site.info.owner),
        current=("campaigns",),
        crumbs=draft.crumbs(),
    )
    draft.page(ALL, "campaign_index", view, about)


def _plan_campaign(draft: Draft, campaign: Campaign) -> None:
    address = draft.site.address(campaign)
    about = About(
        title=campaign.name,
        description=draft.words("page.campaign.text", name=campaign.name),
        current=(f"campaign:{campaign.id}", "campaigns"),
        crumbs=draft.crumbs(draft.place("nav.campaigns", ALL), *_parents(draft, campaign)),
        picture=draft.photos.picture(campaign.photo),
        card=draft.share_cards.of_campaign(campaign),
        node=partial(campaign_nodes, draft, campaign),
        alternates=(draft.feed(f"{address}feed.atom", campaign.name),),
        source=campaign.file,
    )
    draft.page(address, "campaign", _campaign(draft, campaign), about)


def _campaign(draft: Draft, campaign: Campaign) -> CampaignView:
    site, links, cards, places = draft.site, draft.links, draft.cards, draft.places
    address = site.address(campaign)
    news = site.articles_of(campaign)
    milestones = milestones_of(site, links, campaign)
    targets = targets_of(links, campaign.targets, site.today)
    documents = _documents(draft, campaign)
    events = site.events_of(campaign)
    coming = [event for event in events if not site.is_over(event)]
    past = [event for event in events if site.is_over(event)]
    return CampaignView(
        name=campaign.name,
        short_name=campaign.short_name,
        state=site.campaign_state(campaign),
        form=campaign.form or "",
        short_drive=campaign.short_drive,
        form_label=campaign.form_label,
        scope=campaign.scope or "",
        phase=campaign.phase,
        phases=_phases(draft, campaign),
        audience=campaign.audience,
        start=campaign.start,
        end=campaign.end,
        launched_by=launcher_of(site, links, campaign),
        lead_unit=links.maybe("unit", campaign.lead_unit),
        launch_document=next((card for card in documents if card.role == "launch"), None),
        children=tuple(map(draft.run, site.children(campaign))),
        next_milestone=next_of(milestones),
        milestones=milestones,
        targets=targets,
        figure_dates=figure_dates(targets),
        objectives=campaign.objectives,
        criteria=campaign.criteria,
        prose=draft.prose(campaign.body),
        results=draft.prose(campaign.results) if campaign.results else None,
        units=links.all("unit", campaign.units),
        blocs=links.all("bloc", campaign.blocs),
        documents=documents,
        figures=places.href(figures_address(site, campaign)) if has_figures(campaign) else "",
        coming=cards.events(reversed(coming)),
        events=cards.events(past[:LATEST]),
        more_events=max(0, len(past) - LATEST),
        news=cards.articles(news[:BRIEF]),
        all_news=places.href(f"{address}tin/") if news else "",
        awards=newest_awards(draft, campaign),
        all_awards=all_awards(draft, campaign),
        contact=contact_line(draft, campaign.contact) if campaign.contact else None,
        picture=draft.photos.picture(campaign.photo),
        palette=campaign.palette,
        feed=places.href(f"{address}feed.atom"),
        calendar=campaign_calendar(draft, campaign),
    )


def _phases(draft: Draft, campaign: Campaign) -> tuple[PhaseView, ...]:
    return tuple(
        PhaseView(
            name=each.name,
            start=each.start,
            end=each.end,
            state=draft.site.phase_state(each),
        )
        for each in sorted(campaign.phases, key=lambda each: each.start)
    )


def _plan_news(draft: Draft, campaign: Campaign) -> None:
    plan_news_of(
        draft,
        campaign,
        name=draft.links.to(campaign).text,
        label="nav.campaigns",
        parent=draft.place("nav.campaigns", ALL),
        current=(f"campaign:{campaign.id}", "campaigns"),
        card=draft.share_cards.of_campaign(campaign),
    )


def _parents(draft: Draft, campaign: Campaign) -> tuple[Link, ...]:
    return tuple(map(draft.links.to, draft.site.ancestors(campaign)))


def _documents(draft: Draft, campaign: Campaign) -> tuple[DocumentCard, ...]:
    found = ((draft.site.get("document", each.document), each.role) for each in campaign.documents)
    return tuple(
        draft.cards.document(document, role)
        for document, role in found
        if isinstance(document, Document)
    )
