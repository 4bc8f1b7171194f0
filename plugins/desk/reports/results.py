"""A bloc's period in; the tables of its report out: targets, awards, news."""

from __future__ import annotations

from collections.abc import Iterator

from desk.reports.paper import Block, Items, Table, Text
from desk.reports.sources import Sources
from desk.reports.span import Span
from desk.reports.wording import Wording
from newsroom.records import Award
from newsroom.records.campaign import Target


def targets(span: Span, wording: Wording, sources: Sources) -> Iterator[Block]:
    """Target by target: what is to be reached, by when, and the last figure by the period's end
    with its source."""
    rows = [
        (campaign.short_name or campaign.name, target)
        for campaign in span.campaigns
        for target in campaign.targets
    ]
    if not rows:
        yield Text(text=wording.say("review.none_targets"))
        return
    names = ("number", "target", "campaign", "baseline", "goal", "due", "figure", "as_of")
    yield Table(
        head=(*(wording.say(f"table.{name}") for name in names), wording.say("table.source")),
        rows=tuple(
            (str(number), target.label, campaign, *_figures(span, target, wording, sources))
            for number, (campaign, target) in enumerate(rows, 1)
        ),
        shares=(6, 22, 16, 10, 10, 14, 10, 14, 9),
        wide=frozenset((1, 2)),
    )


def _figures(
    span: Span, target: Target, wording: Wording, sources: Sources
) -> tuple[str, str, str, str, str, str]:
    say = wording.say
    known = wording.site.records.document
    reached = span.figure(target)
    # Who reads the report looks up the goal where it was set, too.
    set_by = sources.number_of(known[target.source]) if target.source else ""
    head = (
        wording.figure(target.baseline, target.unit),
        wording.figure(target.value, target.unit),
        wording.day(target.due),
    )
    if reached is None:
        sources.missing.append(say("annex.no_figure", label=target.label))
        return (*head, say("table.no_figure"), "", set_by)
    if reached.source is None:
        sources.missing.append(say("annex.no_source", label=target.label))
    return (
        *head,
        wording.figure(reached.value, target.unit),
        wording.day(reached.date),
        "".join(dict.fromkeys((sources.number_of(known.get(reached.source or "")), set_by))),
    )


def awards(span: Span, wording: Wording, sources: Sources) -> Iterator[Block]:
    """Who was honoured with what, when, under which decision; a revoked award says so."""
    given = span.awards()
    if not given:
        yield Text(text=wording.say("review.none_awarded"))
        return
    known = wording.site.records.document
    names = ("number", "recipient", "award", "kind", "conferred", "source")
    yield Table(
        head=tuple(wording.say(f"table.{name}") for name in names),
        rows=tuple(
            (
                str(number),
                _recipient(award, span, wording),
                _title(award, wording),
                wording.kind(f"award.kind.{award.kind}"),
                wording.day(award.conferred),
                sources.number_of(known.get(award.decision or "")),
            )
            for number, award in enumerate(given, 1)
        ),
        shares=(6, 32, 30, 14, 14, 9),
        wide=frozenset((1, 2)),
    )


def _recipient(award: Award, span: Span, wording: Wording) -> str:
    to = award.recipient
    if to is None:
        return ""
    day = award.conferred or span.period.end
    unit = wording.units((to.unit,), day) if to.unit else ""
    return ", ".join(part for part in (to.name, to.role, unit) if part)


def _title(award: Award, wording: Wording) -> str:
    if award.revoked is None:
        return award.title
    day = wording.day(award.revoked.date)
    return wording.say("review.revoked", title=award.title, day=day)


def news(span: Span, wording: Wording) -> Iterator[Block]:
    """What was published about the bloc, and how much about each of its units."""
    say, own = wording.say, span.articles()
    if own:
        yield Items(items=tuple(wording.article(one) for one in own))
    else:
        yield Text(text=say("review.none_reported", group=say(f"group.{span.bloc.kind}")))
    if not span.members:
        return
    yield Table(
        head=(say("table.number"), say("table.unit"), say("table.articles")),
        rows=tuple(
            (str(number), wording.units((id,), span.period.end), str(len(span.articles_of(id))))
            for number, id in enumerate(span.members, 1)
        ),
        shares=(8, 72, 20),
        wide=frozenset((1,)),
    )
