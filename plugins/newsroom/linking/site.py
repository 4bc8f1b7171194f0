"""The linked site: records that know each other, and the questions that planning asks of them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal

from newsroom.records import (
    Article,
    Award,
    Bloc,
    Body,
    Campaign,
    Document,
    Event,
    Page,
    Record,
    Records,
    Section,
    SiteInfo,
    Unit,
)
from newsroom.records.bloc import BlocYear
from newsroom.records.values import Language

ArticleState = Literal["listed", "hidden", "expired", "withdrawn"]
"""listed: in every list; hidden: no output (draft, review, embargo); expired: a page with a
notice,
in no list; withdrawn: a stub, in no list."""
CampaignState = Literal["upcoming", "ongoing", "ended"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Post:
    """A unit's place in a bloc in one year."""

    bloc: Bloc
    year: int
    role: Literal["head", "deputy", "member"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolved:
    """What a body's slot leads to: an address under the site ("" when it may only be text), or a
    file."""

    address: str = ""
    """With its fragment: /van-ban/05-ct-tw-2016/, /tin/2020/07/x/#muc."""
    photo: str = ""
    """The photo's file, for a slot that shows one."""
    file: str = ""
    """The attachment's file, for a link to one."""


class Site:
    """All records, linked, as of `now`. Every answer is in a fixed order; nothing here reads a
    disk or a clock.

    Lists of articles hold listed articles in Vietnamese only, newest first (date, then id,
    descending),
    unless they say otherwise; in a preview, hidden ones are listed too.
    """

    records: Records
    info: SiteInfo
    now: datetime
    today: date
    preview: bool

    # one record
    def get(self, kind: str, id: str) -> Record | None:
        """The record of this kind and id, whatever its state."""
        raise NotImplementedError

    def address(self, record: Record) -> str:
        """Its address under the site: /tin/2020/07/x/. A section-less fragment for awards: /khen-
        thuong/2020/#id."""
        raise NotImplementedError

    def state(self, article: Article) -> ArticleState:
        """What may be shown of an article now."""
        raise NotImplementedError

    def preview_label(self, article: Article) -> str:
        """In a preview: draft, review or embargoed; else nothing."""
        raise NotImplementedError

    def resolve(self, body: Body) -> tuple[Resolved, ...]:
        """What each slot of the body leads to, one for one."""
        raise NotImplementedError

    def name_at(self, unit: Unit, day: date) -> str:
        """The name the unit bore on that day."""
        raise NotImplementedError

    # articles
    def articles(self, language: Language = "vi") -> tuple[Article, ...]:
        """Every listed article of that language."""
        raise NotImplementedError

    def pages_of_articles(self) -> tuple[Article, ...]:
        """Every article that has a page or a stub, in any language: listed, expired, withdrawn; by
        id."""
        raise NotImplementedError

    def articles_of(self, record: Record) -> tuple[Article, ...]:
        """A section's, campaign's, unit's, bloc's, event's or document's news.

        A campaign's includes its sub-campaigns', a bloc's is its own, a unit's includes that of
        the units
        it succeeded; a document's are those that cite it (in `documents` or in their body); an
        event's
        those that report it.
        """
        raise NotImplementedError

    def articles_by_genre(self) -> dict[str, tuple[Article, ...]]:
        """By genre, in the order of the type; empty genres left out."""
        raise NotImplementedError

    def articles_by_tag(self) -> dict[str, tuple[str, tuple[Article, ...]]]:
        """By the tag's slug: its label and its articles. Tags that differ only in tone style are
        one."""
        raise NotImplementedError

    def articles_by_month(self) -> dict[tuple[int, int], tuple[Article, ...]]:
        """By (year, month) in Vietnam, newest month first."""
        raise NotImplementedError

    def neighbours(self, article: Article) -> tuple[Article | None, Article | None]:
        """(newer, older) in the same section and language."""
        raise NotImplementedError

    def related(self, article: Article) -> tuple[Article, ...]:
        """Up to four nearest older articles of its first campaign, else of its first unit."""
        raise NotImplementedError

    # campaigns
    def campaign_state(self, campaign: Campaign) -> CampaignState:
        """From its dates and now; without an end it goes on, without a start it has begun."""
        raise NotImplementedError

    def campaigns(self) -> tuple[Campaign, ...]:
        """Every campaign: a parent before its children, siblings in Vietnamese order of names."""
        raise NotImplementedError

    def ancestors(self, campaign: Campaign) -> tuple[Campaign, ...]:
        """From the root of the tree down to its parent."""
        raise NotImplementedError

    def children(self, campaign: Campaign) -> tuple[Campaign, ...]:
        """Its sub-campaigns, one level down, in Vietnamese order."""
        raise NotImplementedError

    def campaigns_of(self, record: Unit | Bloc | Document) -> tuple[Campaign, ...]:
        """The campaigns a unit takes part in, leads or launched (itself or through units it
        succeeded);
        a bloc's; those a document plays a part in. Newest start first."""
        raise NotImplementedError

    # units and blocs
    def units(self) -> tuple[Unit, ...]:
        """Every unit in Vietnamese order of `sort_name` or name."""
        raise NotImplementedError

    def unit_children(self, unit: Unit) -> tuple[Unit, ...]:
        """The units directly under it, in Vietnamese order."""
        raise NotImplementedError

    def predecessors(self, unit: Unit) -> tuple[Unit, ...]:
        """The units that name it as a successor, in Vietnamese order."""
        raise NotImplementedError

    def posts(self, unit: Unit) -> tuple[Post, ...]:
        """Its place in blocs, newest year first."""
        raise NotImplementedError

    def blocs(self) -> tuple[Bloc, ...]:
        """Every bloc in Vietnamese order, numbers by value."""
        raise NotImplementedError

    def bloc_years(self, bloc: Bloc) -> tuple[BlocYear, ...]:
        """Its years, newest first."""
        raise NotImplementedError

    # documents, events, awards
    def documents(self) -> tuple[Document, ...]:
        """Every document, newest first."""
        raise NotImplementedError

    def document_status(self, document: Document) -> str:
        """As stated, else from its dates and now, else unknown; one that another in force replaces
        is expired."""
        raise NotImplementedError

    def replaced_by(self, document: Document) -> tuple[Document, ...]:
        """The documents that replace it, oldest first."""
        raise NotImplementedError

    def amended_by(self, document: Document) -> tuple[Document, ...]:
        """The documents that amend it, oldest first."""
        raise NotImplementedError

    def blocs_under(self, document: Document) -> tuple[tuple[Bloc, int], ...]:
        """The blocs' years whose pledge, regulation or score decision it is, newest first."""
        raise NotImplementedError

    def events(self) -> tuple[Event, ...]:
        """Every event, newest first."""
        raise NotImplementedError

    def coming_events(self) -> tuple[Event, ...]:
        """Events that are not over, soonest first."""
        raise NotImplementedError

    def events_of(self, record: Campaign | Bloc | Document) -> tuple[Event, ...]:
        """Its events, newest first; a campaign's own and those its milestones name."""
        raise NotImplementedError

    def awards(self) -> tuple[Award, ...]:
        """Every award, newest first (by the day it was conferred, else its decision's, else its
        period's end)."""
        raise NotImplementedError

    def award_year(self, award: Award) -> int:
        """The year on whose page it stands: of the period it rewards, else of its conferring, else
        of its decision."""
        raise NotImplementedError

    def awards_of(self, record: Unit | Campaign | Bloc | Document | Article) -> tuple[Award, ...]:
        """A unit's (as recipient or the recipient's unit), a campaign's, a bloc's, those under a
        decision
        (or its revocation), those an article's body links to. Newest first."""
        raise NotImplementedError

    # sections and pages
    def sections(self) -> tuple[Section, ...]:
        """By `order`, then in Vietnamese order of names."""
        raise NotImplementedError

    def pages(self, language: Language = "vi") -> tuple[Page, ...]:
        """Standing pages of that language by `order`, then in Vietnamese order of titles."""
        raise NotImplementedError

    # addresses
    def aliases(self) -> dict[str, Record]:
        """Old addresses ("/…/") and the record each leads to; never that of a record without a
        page."""
        raise NotImplementedError

    def next_change(self) -> datetime | None:
        """When the clock alone will next change the site: an embargo lifts, an article expires, a
        campaign,
        milestone, document or event changes its state."""
        raise NotImplementedError
