"""A bloc and a period in; the draft of its sơ kết or tổng kết report out.

Every sentence says who, what, when and under which document; none praises, none ranks. What only
people can say (assessment, proposals) is left open for them.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from desk.reports.letterheads import letterhead, notice
from desk.reports.paper import Block, Heading, Items, Paper, Signature, Text
from desk.reports.results import awards, news, targets
from desk.reports.sources import Sources
from desk.reports.span import Span
from desk.reports.wording import Wording
from newsroom.records import Article, Campaign, Document, Event
from newsroom.records.bloc import BlocYear
from newsroom.records.campaign import Milestone, Target
from vietnamese import fold, upper


def review(span: Span, asked: str, wording: Wording, today: date) -> Paper:
    """The whole draft; `asked` is the period as records spell it (2020-H1), `today` gives the year
    in which it would be signed."""
    sources = Sources(wording)
    say, bloc = wording.say, span.bloc
    form = "final" if _is_whole_years(span) else "interim"
    period = span.period.label[:1].lower() + span.period.label[1:]
    body = (*_composition(span, wording, sources), *_results(span, wording, sources))
    body += (*_ahead(span, wording, sources), *_opinions(wording))
    listed = tuple(Text(text=one) for one in sources.listed())
    return Paper(
        name=f"{say(f'review.file.{form}')}-{bloc.id}-{asked.replace('..', '-')}",
        kind=say("report.kind"),
        subject=say(f"review.subject.{form}", period=period),
        letterhead=letterhead(wording, bloc.name, bloc.organised_by, today),
        notice=notice(wording, today),
        grounds=tuple(_grounds(span, wording)),
        body=body,
        signature=_signature(span, wording),
        appendix=(Heading(text=say("review.sources"), level=1), *listed) if listed else (),
        annex=tuple(_annex(span, wording, sources)),
    )


def _is_whole_years(span: Span) -> bool:
    first, last = span.period.start, span.period.end
    return (first.month, first.day, last.month, last.day) == (1, 1, 12, 31)


def _grounds(span: Span, wording: Wording) -> Iterator[str]:
    """The documents under which the bloc worked, each once."""
    known = wording.site.records.document
    named = [id for year in span.years for id in (year.regulation, year.pledge) if id]
    for id in dict.fromkeys(named):
        yield wording.say("review.ground", document=wording.document(known[id]))


def _composition(span: Span, wording: Wording, sources: Sources) -> Iterator[Block]:
    say = wording.say
    group = upper(say(f"group.{span.bloc.kind}"))
    yield Heading(text=say("review.composition", group=group), level=1)
    if not span.years:
        yield Text(text=say("review.no_year", bloc=span.bloc.name))
    for year in span.years:
        yield Items(items=tuple(_year(span, year, wording, sources)))


def _year(span: Span, year: BlocYear, wording: Wording, sources: Sources) -> Iterator[str]:
    say, day = wording.say, min(span.period.end, date(year.year, 12, 31))
    known = wording.site.records.document
    under = [known[id] for id in (year.regulation, year.pledge) if id]
    if year.head:
        told = say("review.head", year=year.year, unit=wording.units((year.head,), day))
        yield sources.cited(told, under)
    if year.deputies:
        told = say("review.deputies", year=year.year, units=wording.units(year.deputies, day))
        yield sources.cited(told, under)
    if year.members:
        told = say(
            "review.members",
            year=year.year,
            count=len(year.members),
            units=wording.units(year.members, day),
        )
        yield sources.cited(told, under)
    if year.tasks and year.tasks.total:
        told = say("review.tasks", year=year.year, count=year.tasks.total)
        yield told + (say("review.tasks_listed", items=" ".join(year.tasks.items)))
    if year.scores and year.scores.published:
        yield sources.cited(say("review.scores", year=year.year), [known[year.scores.decision]])


def _results(span: Span, wording: Wording, sources: Sources) -> Iterator[Block]:
    say = wording.say
    yield Heading(text=say("review.results"), level=1)
    yield Heading(text=say("review.launched"))
    yield from _campaigns(span, wording, sources)
    yield Heading(text=say("review.held"))
    yield _items(
        [_held(event, wording, sources) for event in span.events()], say("review.none_held")
    )
    yield Heading(text=say("review.targets"))
    yield from targets(span, wording, sources)
    yield Heading(text=say("review.awarded"))
    yield from awards(span, wording, sources)
    yield Heading(text=say("review.reported"))
    yield from news(span, wording)


def _campaigns(span: Span, wording: Wording, sources: Sources) -> Iterator[Block]:
    say = wording.say
    began = [_began(span, one, wording, sources) for one in span.launched()]
    yield _items(began, say("review.none_launched"))
    if carried := [
        sources.cited(say("review.carried", name=one.name), _papers(span, one))
        for one in span.carried_on()
    ]:
        yield Text(text=say("review.carried_on", group=say(f"group.{span.bloc.kind}")))
        yield Items(items=tuple(carried))
    if steps := [
        sources.cited(_step(one, campaign, wording), _reports_of(one, wording))
        for campaign in span.campaigns
        for one in span.milestones(campaign)
    ]:
        yield Text(text=say("review.steps"))
        yield Items(items=tuple(steps))


def _began(span: Span, campaign: Campaign, wording: Wording, sources: Sources) -> str:
    say, by = wording.say, campaign.launched_by
    told = say("review.campaign", name=campaign.name)
    if campaign.start:
        told += say("review.campaign_from", day=wording.day(campaign.start))
    if campaign.end:
        told += say("review.campaign_to", day=wording.day(campaign.end))
    if by and (by.unit or by.name):
        unit = wording.units((by.unit,), span.period.end) if by.unit else by.name
        told += say("review.campaign_by", unit=unit)
    return sources.cited(f"{told}.", _papers(span, campaign))


def _papers(span: Span, campaign: Campaign) -> tuple[Document, ...]:
    return span.documents_on(campaign, "launch", "plan", "guide")


def _step(one: Milestone, campaign: Campaign, wording: Wording) -> str:
    kind = wording.kind(f"milestone.{one.kind}")
    named = fold(one.title).startswith(fold(kind))
    what = one.title if named else f"{kind}: {one.title}" if one.title else kind
    campaign_name = campaign.short_name or campaign.name
    return wording.say("review.step", day=wording.day(one.date), what=what, campaign=campaign_name)


def _reports_of(one: Milestone, wording: Wording) -> tuple[Document | Article, ...]:
    """What tells of a milestone: its article where readers may see it, and its event's papers."""
    records = wording.site.records
    article = records.article.get(one.article or "")
    event = records.event.get(one.event or "")
    told = (article,) if article and wording.site.state(article) == "listed" else ()
    return (*told, *(_told_of(event, wording) if event else ()))


def _told_of(event: Event, wording: Wording) -> tuple[Document | Article, ...]:
    known = wording.site.records.document
    return (*(known[id] for id in event.documents), *wording.site.articles_of(event))


def _held(event: Event, wording: Wording, sources: Sources) -> str:
    say = wording.say
    told = say("review.event", day=wording.day(event.start), title=event.title)
    if event.venue:
        told += say("review.event_at", venue=event.venue)
    if event.chair:
        people = "; ".join(
            f"{one.name} ({', '.join(one.roles)})" if one.roles else one.name
            for one in event.chair
        )
        told += say("review.event_chair", people=people)
    if event.attending:
        told += say("review.event_attending", people="; ".join(event.attending))
    return sources.cited(f"{told}.", _told_of(event, wording))


def _ahead(span: Span, wording: Wording, sources: Sources) -> Iterator[Block]:
    say = wording.say
    yield Heading(text=say("review.ahead"), level=1)
    tasks = [
        sources.cited(say("review.article_tasks", title=one.title, count=one.tasks.total), [one])
        for one in span.articles()
        if one.tasks and one.tasks.total and one.period and span.is_about(one.period)
    ]
    coming = [
        sources.cited(_coming(day, campaign, what, wording), _papers(span, campaign))
        for day, campaign, what in span.coming()
    ]
    yield _items([*tasks, *coming], say("review.none_ahead"))
    yield Text(text=say("review.open_tasks"), open=True)


def _coming(day: date, campaign: Campaign, what: Milestone | Target, wording: Wording) -> str:
    if isinstance(what, Milestone):
        return _step(what, campaign, wording)
    return wording.say(
        "review.due",
        day=wording.day(day),
        label=what.label,
        value=wording.figure(what.value, what.unit),
        campaign=campaign.short_name or campaign.name,
    )


def _opinions(wording: Wording) -> Iterator[Block]:
    say = wording.say
    yield Heading(text=say("review.opinions"), level=1)
    yield Text(text=say("review.open_opinions"), open=True)


def _signature(span: Span, wording: Wording) -> Signature:
    say, bloc = wording.say, span.bloc
    organiser = (say("sign.to", name=bloc.organised_by),) if bloc.organised_by else ()
    return Signature(
        recipients_title=say("sign.recipients"),
        recipients=(*organiser, say("sign.members"), say("sign.file")),
        signer=(say(f"sign.for.{bloc.kind}"), say(f"sign.head.{bloc.kind}")),
    )


def _annex(span: Span, wording: Wording, sources: Sources) -> Iterator[Block]:
    say = wording.say
    yield Heading(text=say("annex.title"), level=1)
    yield Text(text=say("annex.text"))
    yield Items(items=(say("annex.number"), say("annex.day"), say("annex.opinions")))
    if sources.missing:
        yield Text(text=say("annex.missing"))
        yield Items(items=tuple(sources.missing))
    silent = [id for id in span.members if not span.articles_of(id)]
    if silent:
        yield Text(text=say("annex.silent"))
        yield Items(items=tuple(wording.units((id,), span.period.end) for id in silent))


def _items(told: list[str], none: str) -> Block:
    return Items(items=tuple(told)) if told else Text(text=none)
