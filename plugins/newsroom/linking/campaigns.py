"""Campaigns: their tree, their states, and who takes part in them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from datetime import date
from functools import cached_property

from newsroom.linking.bodies import Bodies
from newsroom.linking.kinds import kind_of
from newsroom.linking.register import Register
from newsroom.linking.states import CampaignState, campaign_state
from newsroom.records import Bloc, Campaign, Document, Unit
from newsroom.records.campaign import Phase
from vietnamese import sort_key


class Campaigns(Register, Bodies):
    """Questions about campaigns."""

    def campaign_state(self, campaign: Campaign) -> CampaignState:
        """From its dates and now; without an end it goes on, without a start it has begun."""
        return campaign_state(campaign, self.today)

    def phase_state(self, phase: Phase) -> CampaignState:
        """The same of a phase."""
        return campaign_state(phase, self.today)

    def campaigns(self) -> tuple[Campaign, ...]:
        """Every campaign: a parent before its children, siblings in Vietnamese order of names."""
        return self._campaigns

    def ancestors(self, campaign: Campaign) -> tuple[Campaign, ...]:
        """From the root of the tree down to its parent."""
        found: list[Campaign] = []
        parent = self.records.campaign.get(campaign.parent or "")
        while parent is not None:
            found.append(parent)
            parent = self.records.campaign.get(parent.parent or "")
        return tuple(reversed(found))

    def children(self, campaign: Campaign) -> tuple[Campaign, ...]:
        """Its sub-campaigns, one level down, in Vietnamese order."""
        return self._children.get(campaign.id, ())

    def campaigns_of(self, record: Unit | Bloc | Document) -> tuple[Campaign, ...]:
        """The campaigns a unit takes part in, leads or launched (itself or through units it
        succeeded); a bloc's; those a document plays a part in, gives a figure to or is named in.
        Newest start first."""
        return self._campaigns_of.get((kind_of(record), record.id), ())

    def with_ancestors(self, ids: Iterable[str]) -> Iterator[str]:
        """These campaigns and all above them; some may come twice."""
        for id in ids:
            yield id
            yield from self._above.get(id, ())

    @cached_property
    def _above(self) -> dict[str, tuple[str, ...]]:
        """The ids of a campaign's ancestors, for those that have any."""
        return {
            campaign.id: tuple(parent.id for parent in self.ancestors(campaign))
            for campaign in self.records.campaign.values()
            if campaign.parent
        }

    @cached_property
    def _children(self) -> dict[str, tuple[Campaign, ...]]:
        found: dict[str, list[Campaign]] = defaultdict(list)
        for campaign in sorted(self.records.campaign.values(), key=_by_name):
            found[campaign.parent or ""].append(campaign)
        return {parent: tuple(children) for parent, children in found.items()}

    @cached_property
    def _campaigns(self) -> tuple[Campaign, ...]:
        found: list[Campaign] = []
        waiting = list(reversed(self._children.get("", ())))
        while waiting:
            campaign = waiting.pop()
            found.append(campaign)
            waiting.extend(reversed(self.children(campaign)))
        return tuple(found)

    @cached_property
    def _campaigns_of(self) -> dict[tuple[str, str], tuple[Campaign, ...]]:
        found: dict[tuple[str, str], list[Campaign]] = defaultdict(list)
        newest_first = sorted(
            sorted(self.records.campaign.values(), key=_by_name),
            key=lambda campaign: campaign.start or date.min,
            reverse=True,
        )
        for campaign in newest_first:
            for kind, id in dict.fromkeys(self._partners(campaign)):
                found[kind, id].append(campaign)
        return {key: tuple(campaigns) for key, campaigns in found.items()}

    def _partners(self, campaign: Campaign) -> Iterator[tuple[str, str]]:
        """The kind and id of each unit, bloc and document that has a part in a campaign."""
        launched = campaign.launched_by.unit if campaign.launched_by else None
        named = (*campaign.units, campaign.lead_unit, launched)
        units = [unit for unit in named if unit]
        yield from (("unit", id) for id in self.with_successors(units))
        yield from (("bloc", id) for id in campaign.blocs)
        yield from (("document", id) for id in self._cited_in(campaign))

    def _cited_in(self, campaign: Campaign) -> Iterator[str]:
        """The ids of the documents it rests on; some may come twice."""
        yield from (part.document for part in campaign.documents)
        for target in campaign.targets:
            sources = (target.source, *(figure.source for figure in target.progress))
            yield from (id for id in sources if id)
        for body in (campaign.body, campaign.results):
            if body is not None:
                yield from self.documents_named_in(body)


def _by_name(campaign: Campaign) -> tuple[str, str]:
    return sort_key(campaign.name), campaign.id
