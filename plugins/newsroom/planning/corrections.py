"""Articles in; the public register of what was put right and what was withdrawn out.

A withdrawn article is in no list: the register says that one was taken back, when, from which
section and why, but neither names it nor leads to it.
"""

from __future__ import annotations

from collections.abc import Iterator

from newsroom.planning.draft import Draft
from newsroom.planning.listings import listing
from newsroom.planning.views.changes import ChangeIndexView, RegisteredChange
from newsroom.records import Article
from newsroom.records.values import starts

ALL = "/dinh-chinh/"


def plan_corrections(draft: Draft) -> None:
    """Plan the pages of the register."""
    title, text = draft.words("nav.corrections"), draft.words("page.corrections.text")
    for sheet in listing(tuple(_changes(draft)), ALL, draft.places.href):
        view = ChangeIndexView(title=title, changes=sheet.items, pager=sheet.pager)
        draft.listed(sheet, "corrections", view, title, text, "corrections")


def _changes(draft: Draft) -> list[RegisteredChange]:
    """Newest first; of one moment, in the order of the articles' ids."""
    found = [
        (id, change)
        for article in draft.site.pages_of_articles()
        for id, change in _changes_of(draft, article)
    ]
    found.sort(key=lambda pair: (starts(pair[1].date), pair[0]), reverse=True)
    return [change for _, change in found]


def _changes_of(draft: Draft, article: Article) -> Iterator[tuple[str, RegisteredChange]]:
    state = draft.site.state(article)
    if state == "listed":
        link = draft.links.to(article)
        for each in article.corrections:
            told = RegisteredChange(date=each.date, what="corrected", text=each.text, article=link)
            yield article.id, told
    elif state == "withdrawn" and article.withdrawal:
        taken = article.withdrawal
        section = draft.links.maybe("section", article.section)
        told = RegisteredChange(
            date=taken.date, what="withdrawn", text=taken.reason, section=section
        )
        yield article.id, told
