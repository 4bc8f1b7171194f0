"""A campaign in; what its page is for machines out: a collection of news about it, and the data
set of its figures where it has any. A campaign that lasts for years is no schema.org Event."""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.planning.draft import Draft
from newsroom.planning.graphs import Node
from newsroom.planning.sheets import figures_address, has_figures
from newsroom.records import Campaign


def campaign_nodes(draft: Draft, campaign: Campaign, canonical: str) -> tuple[Node, ...]:
    """The nodes of the campaign's page at this whole address."""
    return tuple(_nodes(draft, campaign, canonical))


def _nodes(draft: Draft, campaign: Campaign, canonical: str) -> Iterator[Node]:
    project: dict[str, object] = {
        "@type": "Project",
        "@id": f"{canonical}#campaign",
        "name": campaign.name,
    }
    if launcher := _launcher(draft, campaign):
        project["parentOrganization"] = {"@id": f"{launcher}#unit"}
    yield {
        "@type": "CollectionPage",
        "@id": canonical,
        "name": campaign.name,
        "inLanguage": "vi",
        "about": project,
    }
    if has_figures(campaign):
        yield _figures(draft, campaign, canonical)


def _launcher(draft: Draft, campaign: Campaign) -> str:
    """The whole address of the unit that launched it, where that is in the register."""
    by = campaign.launched_by
    link = draft.links.maybe("unit", by.unit) if by and by.unit else None
    return draft.places.absolute(link.href) if link and link.href else ""


def _figures(draft: Draft, campaign: Campaign, canonical: str) -> Node:
    """Source: Google, Dataset structured data: a description of 50 characters or more. Its licence
    is that of the catalogue it belongs to."""
    days = sorted(figure.date for target in campaign.targets for figure in target.progress)
    return {
        "@type": "Dataset",
        "@id": f"{canonical}#figures",
        "name": draft.words("data.figures_of", name=campaign.name),
        "description": draft.words("data.figures_of.text"),
        "creator": {"@id": f"{draft.places.whole('/')}#owner"},
        "includedInDataCatalog": {"@id": f"{draft.places.whole('/du-lieu/')}#data"},
        "temporalCoverage": f"{days[0].isoformat()}/{days[-1].isoformat()}",
        "distribution": {
            "@type": "DataDownload",
            "encodingFormat": "text/csv",
            "contentUrl": draft.places.whole(figures_address(draft.site, campaign)),
        },
    }
