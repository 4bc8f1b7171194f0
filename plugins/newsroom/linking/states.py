"""A record and the moment in; what may be shown of it, and how it stands, out."""

from __future__ import annotations

from datetime import date, datetime
from typing import Literal

from newsroom.records import Article, Campaign, Document, Event
from newsroom.records.campaign import Phase
from newsroom.records.values import day_of, is_over, starts

ArticleState = Literal["listed", "hidden", "expired", "withdrawn"]
"""listed: in every list; hidden: no output (draft, review, embargo); expired: a page with a
notice, in no list; withdrawn: a stub, in no list."""
CampaignState = Literal["upcoming", "ongoing", "ended", "undated"]
"""undated: neither its start nor its end is known, so nothing may be said of its state."""


def article_state(article: Article, now: datetime, preview: bool = False) -> ArticleState:
    """The state of an article at `now`; a preview lists what is hidden, except the withdrawn."""
    if is_hidden(article, now):
        if not preview:
            return "hidden"
        return "withdrawn" if article.status == "withdrawn" else "listed"
    if article.status == "withdrawn":
        return "withdrawn"
    if article.expires is not None and is_over(article.expires, now):
        return "expired"
    return "listed"


def is_hidden(article: Article, now: datetime) -> bool:
    """Whether an article is a draft, in review or embargoed: a date still to come."""
    return article.status in ("draft", "review") or starts(article.date) > now


def preview_label(article: Article, now: datetime) -> str:
    """Why a preview alone shows an article: draft, review or embargoed; "" for the rest."""
    if article.status in ("draft", "review"):
        return article.status
    return "embargoed" if starts(article.date) > now else ""


def campaign_state(campaign: Campaign | Phase, today: date) -> CampaignState:
    """From its dates; its last day is still its own. Without an end it goes on, without a start
    it has begun; without either nothing is known."""
    if campaign.start is None and campaign.end is None:
        return "undated"
    if campaign.start is not None and today < campaign.start:
        return "upcoming"
    if campaign.end is not None and today > campaign.end:
        return "ended"
    return "ongoing"


def is_event_over(event: Event, now: datetime) -> bool:
    """Whether an event is over: at its end, or with its day where no end is given."""
    return is_over(event.end if event.end is not None else day_of(event.start), now)


def own_status(document: Document, today: date) -> str:
    """A document's status as stated, else from its own dates; `expired` is its first day without
    force."""
    if document.status is not None:
        return document.status
    if document.expired is not None and today >= document.expired:
        return "expired"
    since = document.effective or (document.issued if document.expired else None)
    if since is None:
        return "unknown"
    return "in_force" if today >= since else "pending"
