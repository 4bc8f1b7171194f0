"""An article in; its page out, or the stub that a withdrawn one leaves."""

from __future__ import annotations

from functools import cache, partial

from newsroom.planning.draft import About, Draft
from newsroom.planning.graphs import Node, news_article
from newsroom.planning.histories import corrections_of, history_of
from newsroom.planning.share_cards import ShareCard
from newsroom.planning.views.news import ArticleView, WithdrawnView
from newsroom.planning.views.page import Alternate
from newsroom.planning.views.shared import EventCard, Link
from newsroom.records import Article, Event, Page, Section
from newsroom.records.values import Moment, starts
from vietnamese import fold

LOOKED_AT = 24
"""How many characters of two texts are compared before all of both are folded."""


def plan_article(draft: Draft, article: Article) -> None:
    """Plan what readers find at the article's address."""
    address = draft.site.address(article)
    if draft.site.state(article) == "withdrawn":
        draft.page(address, "withdrawn", _withdrawn(draft, article), _about_stub(draft, article))
    else:
        view = _article(draft, article)
        draft.page(address, "article", view, _about(draft, article, view))


def last_change(article: Article) -> Moment | None:
    """When the article was last changed or put right; None where it never was."""
    if not article.corrections:
        return article.modified
    changes = [correction.date for correction in article.corrections]
    if article.modified:
        changes.append(article.modified)
    return max(changes, key=starts)


def _article(draft: Draft, article: Article) -> ArticleView:
    links, cards, day = draft.links, draft.cards, draft.site.day(article)
    newer, older = draft.site.neighbours(article)
    tasks, expired = article.tasks, draft.site.state(article) == "expired"
    return ArticleView(
        title=article.title,
        date=article.date,
        modified=article.modified,
        genre=article.genre,
        section=links.maybe("section", article.section) or Link(text=""),
        summary=article.summary,
        summary_repeats=repeats(article.summary, article.body.opening),
        picture=draft.photos.picture(article.photo),
        prose=draft.prose(article.body),
        byline=article.byline,
        source=_source(article),
        tags=tuple(map(draft.tag, article.tags)),
        period=article.period.label if article.period else "",
        tasks_total=tasks.total if tasks else None,
        tasks=tasks.items if tasks else (),
        event=_event(draft, article),
        campaigns=tuple([link for id in article.campaigns if (link := draft.standing(id))]),
        units=links.units(article.units, day),
        blocs=links.all("bloc", article.blocs),
        documents=cards.documents(article.documents),
        awards=cards.awards(draft.site.awards_of(article)),
        attachments=draft.attachments.downloads(article.attachments),
        corrections=corrections_of(article),
        history=history_of(article, expired=expired),
        expired_on=article.expires if expired else None,
        counterpart=counterpart_of(draft, article),
        newer=cards.article(newer) if newer else None,
        older=cards.article(older) if older else None,
        related=cards.articles(draft.site.related(article)),
        preview=draft.site.preview_label(article) if draft.site.preview else "",
    )


def repeats(summary: str, text: str) -> bool:
    """Whether the body's first paragraph begins with the sapo, whatever marks and case differ."""
    if not summary:
        return False
    first = text.partition("\n")[0]
    if first.startswith(summary) and not first[len(summary) :][:1].isalnum():
        return True
    if _part_ways(first, summary):
        return False
    if fold(first[:LOOKED_AT])[:8] != fold(summary[:LOOKED_AT])[:8]:
        return False
    return f"{fold(first)} ".startswith(f"{fold(summary)} ")


def _part_ways(one: str, other: str) -> bool:
    """Whether both go on with another letter after what they share: tells most texts apart
    without folding them."""
    ways = next((pair for pair in zip(one, other, strict=False) if pair[0] != pair[1]), None)
    if ways is None or not all(map(str.isalpha, ways)):
        return False
    first, second = map(_letter, ways)
    return len(first) == len(second) == 1 and first != second


@cache
def _letter(character: str) -> str:
    return fold(character)


def _about(draft: Draft, article: Article, view: ArticleView) -> About:
    return About(
        title=article.title,
        description=article.summary or article.made_summary or article.title,
        language=article.language,
        current=(f"section:{article.section}", "news"),
        crumbs=_crumbs(draft, article, view.section),
        robots="noindex" if view.expired_on or view.preview else "",
        kind="article",
        picture=view.picture,
        card=_share_card(draft, article) if article.share_card else None,
        spare_card=_share_card(draft, article),
        published=article.date,
        modified=last_change(article),
        alternates=languages(draft, article),
        node=partial(_node, draft, article),
        source=article.file,
    )


def _share_card(draft: Draft, article: Article) -> ShareCard:
    section = draft.site.get("section", article.section)
    return draft.share_cards.of_article(article, section if isinstance(section, Section) else None)


def _node(draft: Draft, article: Article, canonical: str) -> Node:
    images = tuple(map(draft.places.absolute, draft.photos.shapes(article.photo)))
    return news_article(
        draft.owner,
        article,
        canonical,
        images=images or (_share_card(draft, article).address,),
        modified=last_change(article) or article.date,
    )


def counterpart_of(draft: Draft, record: Article | Page) -> Link | None:
    """A link to the record in the other language, called as that language calls itself."""
    kind = "article" if isinstance(record, Article) else "page"
    other = draft.site.get(kind, record.counterpart) if record.counterpart else None
    if not isinstance(other, Article | Page) or not _readable(draft, other):
        return None
    words = draft.words_of[other.language]
    return Link(
        text=words("page.this_in_our_language"),
        href=draft.links.to(other).href,
        note=other.language,
    )


def languages(draft: Draft, record: Article | Page) -> tuple[Alternate, ...]:
    """The record and its counterpart, where that may be read too: each names both."""
    kind = "article" if isinstance(record, Article) else "page"
    other = draft.site.get(kind, record.counterpart) if record.counterpart else None
    if not isinstance(other, Article | Page) or not _readable(draft, other):
        return ()
    return tuple(
        Alternate(href=draft.places.whole(draft.site.address(each)), hreflang=each.language)
        for each in (record, other)
    )


def _readable(draft: Draft, record: Article | Page) -> bool:
    return not isinstance(record, Article) or draft.site.state(record) == "listed"


def _crumbs(draft: Draft, article: Article, section: Link) -> tuple[Link, ...]:
    if article.language == "en":
        return draft.crumbs(language="en")
    return draft.crumbs(draft.place("nav.news", "/tin/"), section)


def _source(article: Article) -> Link | None:
    source = article.source
    return Link(text=source.name or source.url, href=source.url) if source else None


def _event(draft: Draft, article: Article) -> EventCard | None:
    event = draft.site.get("event", article.event) if article.event else None
    return draft.cards.event(event) if isinstance(event, Event) else None


def _withdrawn(draft: Draft, article: Article) -> WithdrawnView:
    section = draft.site.get("section", article.section)
    withdrawal = article.withdrawal
    return WithdrawnView(
        date=withdrawal.date if withdrawal else article.modified or article.date,
        reason=withdrawal.reason if withdrawal else "",
        section=draft.links.to(section) if isinstance(section, Section) else None,
    )


def _about_stub(draft: Draft, article: Article) -> About:
    words = draft.words_of[article.language]
    return About(
        title=words("page.withdrawn"),
        description=words("page.withdrawn.text"),
        language=article.language,
        current=("news",),
        crumbs=draft.crumbs(language=article.language),
        robots="noindex",
        source=article.file,
    )
