"""An article in; what the index holds of it, and its card in a list of results, out."""

from __future__ import annotations

from datetime import date

from newsroom.planning.draft import Draft
from newsroom.planning.views.search import Entry, FoundCard
from newsroom.records import Article


def found_article(draft: Draft, article: Article, day: date) -> tuple[Entry, FoundCard]:
    """Both. The day is among its words, for those who ask for a date."""
    entry = Entry(
        title=article.title,
        lead=(article.summary,) if article.summary else (),
        words=tuple(filter(None, (spelled(day), *article.tags, article.byline))),
        body=article.body,
        facets=(
            f"section:{article.section}",
            *(f"campaign:{id}" for id in article.campaigns),
            *(f"unit:{id}" for id in article.units),
        ),
    )
    return entry, FoundCard(
        title=article.title,
        href=draft.links.to(article).href,
        text=article.summary or article.made_summary,
        day=day.isoformat(),
        note=_note(draft, article),
    )


def spelled(day: date) -> str:
    """As readers type it: 31/7/2020."""
    return f"{day.day}/{day.month}/{day.year}"


def _note(draft: Draft, article: Article) -> str:
    section = draft.links.maybe("section", article.section)
    campaign = draft.links.maybe("campaign", next(iter(article.campaigns), None))
    return " · ".join(link.text for link in (section, campaign) if link)
