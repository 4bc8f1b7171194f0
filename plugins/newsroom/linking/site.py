"""The linked site: records that know each other, and the questions that planning asks of them."""

from __future__ import annotations

from newsroom.linking.bodies import Bodies, Resolved
from newsroom.linking.campaigns import Campaigns
from newsroom.linking.holdings import Holdings
from newsroom.linking.newslists import Newslists
from newsroom.linking.next_change import Clockwork
from newsroom.linking.register import Post, Register
from newsroom.linking.standing import Standing
from newsroom.linking.states import ArticleState, CampaignState

__all__ = ["ArticleState", "CampaignState", "Post", "Resolved", "Site"]


class Site(Newslists, Campaigns, Register, Holdings, Standing, Bodies, Clockwork):
    """All records, linked, as of `now`. Every answer is in a fixed order; nothing here reads a
    disk or a clock.

    Its records must be sound, as `link` leaves them: no dead reference, no circle. What each
    question answers stands in the module of its subject; the indexes are made when first asked.
    """
