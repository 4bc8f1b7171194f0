"""Which kinds of record are open data, and what of each."""

from __future__ import annotations

from typing import get_type_hints

from newsroom.linking.site import CampaignState, Site
from newsroom.planning.exports import Cell, Export, Made, cell_of
from newsroom.records import (
    Article,
    Award,
    Bloc,
    Campaign,
    Document,
    Event,
    Page,
    Section,
    Unit,
)
from newsroom.records.award import Recipient, Revocation
from newsroom.records.campaign import Milestone, Phase, Target
from newsroom.records.document import DocumentStatus
from newsroom.records.values import day_of

Texts = tuple[str, ...]


def _summary(_: Site, article: Article) -> str:
    return article.summary or article.made_summary


def _source(_: Site, article: Article) -> str | None:
    return (article.source.url or article.source.name) if article.source else None


def _launched_by(_: Site, campaign: Campaign) -> str | None:
    by = campaign.launched_by
    return (by.unit or by.name) if by else None


def _targets(_: Site, campaign: Campaign) -> tuple[str, ...]:
    return tuple(map(_target, campaign.targets))


def _target(target: Target) -> str:
    """Label, goal, and every figure with its day: Tỷ lệ đúng hẹn: 98 %; 2026-10-31: 96.4."""
    goal = f"{target.label}: {target.value} {target.unit}".rstrip()
    figures = (f"{each.date.isoformat()}: {each.value}" for each in target.progress)
    return "; ".join((goal, *figures))


def _phases(_: Site, campaign: Campaign) -> tuple[str, ...]:
    return tuple(map(_phase, campaign.phases))


def _phase(phase: Phase) -> str:
    """An ISO interval and the name: 2021-01-15/2023-12-31 Giai đoạn 1."""
    end = phase.end.isoformat() if phase.end else ".."
    return f"{phase.start.isoformat()}/{end} {phase.name}"


def _milestones(_: Site, campaign: Campaign) -> tuple[str, ...]:
    return tuple(map(_milestone, campaign.milestones))


def _milestone(milestone: Milestone) -> str:
    return f"{milestone.date.isoformat()}: {milestone.kind} {milestone.title}".rstrip()


def _campaign_documents(_: Site, campaign: Campaign) -> tuple[str, ...]:
    return tuple(f"{each.role}: {each.document}" for each in campaign.documents)


def _campaign_state(site: Site, campaign: Campaign) -> str:
    return site.campaign_state(campaign)


def _former_names(_: Site, unit: Unit) -> tuple[str, ...]:
    return tuple(f"{each.name} ({each.until.isoformat()})" for each in unit.former_names)


def _heads(_: Site, bloc: Bloc) -> tuple[str, ...]:
    return tuple(f"{year.year}: {year.head}" for year in bloc.years if year.head)


def _members(_: Site, bloc: Bloc) -> tuple[str, ...]:
    return tuple(f"{year.year}: {', '.join(year.members)}" for year in bloc.years if year.members)


def _status(site: Site, document: Document) -> str:
    return site.document_status(document)


def _recipient(part: str) -> Made:
    def make(_: Site, award: Award) -> Cell:
        return cell_of(getattr(award.recipient, part)) if award.recipient else None

    return Made(make, get_type_hints(Recipient, include_extras=True)[part] | None)


def _revocation(part: str) -> Made:
    def make(_: Site, award: Award) -> Cell:
        return cell_of(getattr(award.revoked, part)) if award.revoked else None

    return Made(make, get_type_hints(Revocation, include_extras=True)[part] | None)


def _article_year(site: Site, article: Article) -> int:
    return site.day(article).year


def _event_year(_: Site, event: Event) -> int:
    return day_of(event.start).year


def _document_year(_: Site, document: Document) -> int:
    return document.issued.year


def _award_year(site: Site, award: Award) -> int:
    return site.award_year(award)


_ARTICLE = (
    "title date modified section genre language period campaigns units blocs documents event tags"
    " byline"
)
_CAMPAIGN = (
    "name short_name form short_drive form_label scope lead_unit parent blocs units audience"
    " start end phase objectives criteria"
)
_UNIT = "name short_name kind level parent founded ended successors address phone email website"
_DOCUMENT = (
    "number type issuer issued abstract signer signer_title effective expired replaces amends"
    " official_url"
)
_EVENT = "title kind start end venue attending campaign bloc period documents"
_AWARD = "title kind level period decision campaign bloc conferred"

EXPORTS = (
    Export(
        cls=Article,
        records=lambda site: (*site.articles(), *site.articles("en")),
        fields=tuple(_ARTICLE.split()),
        made={"summary": Made(_summary), "source": Made(_source, str | None)},
        year=_article_year,
    ),
    Export(
        cls=Campaign,
        records=lambda site: site.campaigns(),
        fields=tuple(_CAMPAIGN.split()),
        made={
            "status": Made(_campaign_state, CampaignState),
            "launched_by": Made(_launched_by, str | None),
            "phases": Made(_phases, Texts),
            "targets": Made(_targets, Texts),
            "milestones": Made(_milestones, Texts),
            "documents": Made(_campaign_documents, Texts),
        },
    ),
    Export(
        cls=Unit,
        records=lambda site: site.units(),
        fields=tuple(_UNIT.split()),
        made={"former_names": Made(_former_names, Texts)},
    ),
    Export(
        cls=Bloc,
        records=lambda site: site.blocs(),
        fields=("name", "short_name", "kind", "organised_by", "start", "end"),
        made={"heads": Made(_heads, Texts), "members": Made(_members, Texts)},
    ),
    Export(
        cls=Document,
        records=lambda site: site.documents(),
        fields=tuple(_DOCUMENT.split()),
        made={"status": Made(_status, DocumentStatus)},
        year=_document_year,
    ),
    Export(
        cls=Event,
        records=lambda site: site.events(),
        fields=tuple(_EVENT.split()),
        year=_event_year,
    ),
    Export(
        cls=Award,
        records=lambda site: site.awards(),
        fields=tuple(_AWARD.split()),
        made={
            "recipient_type": _recipient("type"),
            "recipient_unit": _recipient("unit"),
            "recipient_name": _recipient("name"),
            "recipient_role": _recipient("role"),
            "revoked": _revocation("date"),
            "revoked_decision": _revocation("decision"),
            "revoked_reason": _revocation("reason"),
        },
        year=_award_year,
    ),
    Export(
        cls=Section,
        records=lambda site: site.sections(),
        fields=("name", "order", "description"),
    ),
    Export(
        cls=Page,
        records=lambda site: (*site.pages(), *site.pages("en")),
        fields=("title", "language", "counterpart", "order", "summary"),
    ),
)
"""Every kind that is offered, in the order of the open data page."""
