"""An article in; the steps of its life that readers may know of out."""

from __future__ import annotations

from newsroom.planning.views.changes import ChangeNote, CorrectionNote
from newsroom.records import Article
from newsroom.records.values import starts


def corrections_of(article: Article) -> tuple[CorrectionNote, ...]:
    """What was put right in it, as its editor listed it."""
    return tuple(CorrectionNote(date=each.date, text=each.text) for each in article.corrections)


def history_of(article: Article, *, expired: bool) -> tuple[ChangeNote, ...]:
    """Oldest first: published, put right, changed, expired; nothing where it was only
    published."""
    changes = [
        ChangeNote(date=each.date, what="corrected", text=each.text)
        for each in article.corrections
    ]
    told = {starts(each.date) for each in article.corrections}
    if article.modified and starts(article.modified) not in told:
        changes.append(ChangeNote(date=article.modified, what="modified"))
    if article.expires and expired:
        changes.append(ChangeNote(date=article.expires, what="expired"))
    if not changes:
        return ()
    changes.sort(key=lambda change: starts(change.date))
    return (ChangeNote(date=article.date, what="published"), *changes)
