"""The register in; what the index holds of each record and its card out. Only what the record
itself says: nothing that the clock or news change."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime

from newsroom.planning.draft import Draft
from newsroom.planning.search_articles import spelled
from newsroom.planning.search_initials import initials
from newsroom.planning.views.search import Entry, FoundCard
from newsroom.records import Award, Bloc, Campaign, Document, Event, Page, Unit
from newsroom.records.values import Moment, day_of
from vietnamese import format_date

Row = tuple[str, int, Entry, FoundCard]


def found_register(draft: Draft) -> Iterator[Row]:
    """Kind, year (0: none), entry and card of each, kind by kind; where a kind has days, its
    oldest first, as articles stand."""
    site = draft.site
    for campaign in site.campaigns():
        yield "phong-trao", _year(campaign.start), *_campaign(draft, campaign)
    for unit in site.units():
        yield "don-vi", 0, *_unit(draft, unit)
    for bloc in site.blocs():
        yield "khoi", 0, *_bloc(draft, bloc)
    for document in reversed(site.documents()):
        yield "van-ban", document.issued.year, *_document(draft, document)
    for event in reversed(site.events()):
        yield "lich", day_of(event.start).year, *_event(draft, event)
    for award in reversed(site.awards()):
        yield "khen-thuong", site.award_year(award), *_award(draft, award)
    for page in (*site.pages("vi"), *site.pages("en")):
        yield "trang", 0, *_page(draft, page)


def _campaign(draft: Draft, campaign: Campaign) -> tuple[Entry, FoundCard]:
    lead = tuple(filter(None, (campaign.form_label, *campaign.objectives)))
    results = campaign.results.text if campaign.results else ""
    entry = Entry(
        names=tuple(filter(None, (campaign.name, campaign.short_name))),
        lead=lead,
        words=tuple(filter(None, (campaign.audience, *campaign.criteria, results))),
        body=campaign.body,
        facets=(
            f"campaign:{campaign.id}",
            *(f"unit:{id}" for id in (campaign.lead_unit, *campaign.units) if id),
        ),
    )
    return entry, _card(
        draft, campaign, campaign.name, "phong-trao", text=". ".join(lead), day=campaign.start
    )


def _unit(draft: Draft, unit: Unit) -> tuple[Entry, FoundCard]:
    former = tuple(name.name for name in unit.former_names)
    names = tuple(filter(None, (unit.name, unit.short_name, *former)))
    entry = Entry(
        names=names,
        lead=tuple(word for name in names for word in initials(name)),
        words=tuple(filter(None, (unit.address,))),
        body=unit.body,
        facets=(f"unit:{unit.id}",),
    )
    text = draft.words("search.formerly", names="; ".join(former)) if former else ""
    return entry, _card(draft, unit, unit.name, "don-vi", text=text)


def _bloc(draft: Draft, bloc: Bloc) -> tuple[Entry, FoundCard]:
    names = tuple(filter(None, (bloc.name, bloc.short_name)))
    lead = tuple(word for name in names for word in initials(name))
    entry = Entry(names=names, lead=lead, body=bloc.body)
    return entry, _card(draft, bloc, bloc.name, "khoi")


def _document(draft: Draft, document: Document) -> tuple[Entry, FoundCard]:
    kind = draft.words(f"document.type.{document.type}")
    entry = Entry(
        names=(document.number, f"{kind} {document.number}", f"{kind} số {document.number}"),
        title=document.abstract,
        lead=(document.issuer, spelled(document.issued)),
        words=tuple(filter(None, (document.signer, document.signer_title))),
        body=document.body,
    )
    return entry, _card(
        draft,
        document,
        f"{document.number}: {document.abstract}" if document.abstract else document.number,
        "van-ban",
        text=f"{kind} · {document.issuer}",
        day=document.issued,
    )


def _event(draft: Draft, event: Event) -> tuple[Entry, FoundCard]:
    people = tuple(person.name for person in event.chair)
    entry = Entry(
        title=event.title,
        lead=tuple(filter(None, (spelled(day_of(event.start)), event.venue))),
        words=(*people, *event.attending),
        body=event.body,
        facets=(f"campaign:{event.campaign}",) if event.campaign else (),
    )
    return entry, _card(
        draft, event, event.title, "lich", text=event.venue, day=day_of(event.start)
    )


def _award(draft: Draft, award: Award) -> tuple[Entry, FoundCard]:
    received = award.recipient
    unit = draft.links.maybe("unit", received.unit) if received else None
    decision = draft.links.maybe("document", award.decision)
    whom = " · ".join(filter(None, (received.name if received else "", unit.text if unit else "")))
    entry = Entry(
        title=award.title,
        lead=tuple(filter(None, (whom, received.role if received else "", award.level))),
        words=(
            *((decision.text,) if decision else ()),
            *((award.period.label,) if award.period else ()),
            str(draft.site.award_year(award)),
            *((spelled(award.conferred),) if award.conferred else ()),
        ),
        body=award.body,
        facets=(
            *((f"unit:{received.unit}",) if received and received.unit else ()),
            *((f"campaign:{award.campaign}",) if award.campaign else ()),
        ),
    )
    title = award.title
    if award.revoked:
        day = format_date(award.revoked.date, "short")
        title = f"{title} ({draft.words('prose.revoked', date=day)})"
    return entry, _card(draft, award, title, "khen-thuong", text=whom, day=award.conferred)


def _page(draft: Draft, page: Page) -> tuple[Entry, FoundCard]:
    lead = (page.summary,) if page.summary else ()
    entry = Entry(title=page.title, lead=lead, body=page.body)
    return entry, _card(draft, page, page.title, "trang", text=page.summary)


def _card(
    draft: Draft,
    record: Campaign | Unit | Bloc | Document | Event | Award | Page,
    title: str,
    kind: str,
    text: str = "",
    day: Moment | None = None,
) -> FoundCard:
    href = draft.links.to(record).href
    if isinstance(record, Award):
        href = draft.places.href(draft.award_address(draft.site.address(record)))
    return FoundCard(
        title=title,
        href=href,
        text=text,
        day=day.isoformat() if isinstance(day, date) and not isinstance(day, datetime) else "",
        note=draft.words(f"search.kind.{kind}"),
    )


def _year(day: date | None) -> int:
    return day.year if day else 0
