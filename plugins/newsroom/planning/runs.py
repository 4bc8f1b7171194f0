"""A campaign in; what lists show of it out."""

from __future__ import annotations

from newsroom.linking.site import Site
from newsroom.planning.links import Links
from newsroom.planning.milestones import milestones_of, next_of
from newsroom.planning.targets import targets_of
from newsroom.planning.views.campaigns import CampaignRun
from newsroom.planning.views.shared import Link
from newsroom.records import Campaign, Unit


def run_of(site: Site, links: Links, campaign: Campaign) -> CampaignRun:
    """Its name and status, its first target, its next milestone."""
    targets = targets_of(links, campaign.targets[:1])
    launcher = launcher_of(site, links, campaign)
    return CampaignRun(
        href=links.to(campaign).href,
        name=campaign.name,
        state=site.campaign_state(campaign),
        start=campaign.start,
        end=campaign.end,
        launched_by=launcher.text if launcher else "",
        target=targets[0] if targets else None,
        next_milestone=next_of(milestones_of(site, links, campaign.milestones)),
        scope=campaign.scope or "",
        depth=len(site.ancestors(campaign)),
    )


def launcher_of(site: Site, links: Links, campaign: Campaign) -> Link | None:
    """Who launched it; a unit under the name it bore when the campaign began."""
    by = campaign.launched_by
    if by is None:
        return None
    unit = site.get("unit", by.unit) if by.unit else None
    if isinstance(unit, Unit):
        return links.unit(unit, campaign.start)
    return Link(text=by.name) if by.name else None
