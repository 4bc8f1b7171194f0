"""A campaign in; what lists show of it out."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from newsroom.linking.site import Site
from newsroom.planning.links import Links
from newsroom.planning.milestones import milestones_of, next_of
from newsroom.planning.targets import in_short, targets_of
from newsroom.planning.views.campaigns import CampaignRun, MilestoneView
from newsroom.planning.views.shared import Link
from newsroom.records import Campaign, Unit


def run_of(site: Site, links: Links, campaign: Campaign) -> CampaignRun:
    """Its name and status, its first target, its next milestone."""
    targets = targets_of(links, campaign.targets[:1], site.today)
    launcher = launcher_of(site, links, campaign)
    return CampaignRun(
        href=links.to(campaign).href,
        name=campaign.name,
        state=site.campaign_state(campaign),
        start=campaign.start,
        end=campaign.end,
        launched_by=launcher.text if launcher else "",
        target=in_short(targets[0]) if targets else None,
        next_milestone=_in_short(next_of(milestones_of(site, links, campaign))),
        scope=campaign.scope or "",
        depth=len(site.ancestors(campaign)),
    )


def _in_short(milestone: MilestoneView | None) -> MilestoneView | None:
    """Its day and name: not the place it has among the others, nor what reports it."""
    if milestone is None:
        return None
    return replace(milestone, position=Decimal(0), event=None, articles=())


def launcher_of(site: Site, links: Links, campaign: Campaign) -> Link | None:
    """Who launched it; a unit under the name it bore when the campaign began."""
    by = campaign.launched_by
    if by is None:
        return None
    unit = site.get("unit", by.unit) if by.unit else None
    if isinstance(unit, Unit):
        return links.unit(unit, campaign.start)
    return Link(text=by.name) if by.name else None
