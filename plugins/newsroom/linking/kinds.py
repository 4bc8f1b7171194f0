"""A record in, the name of its kind out."""

from __future__ import annotations

from newsroom.records import (
    Article,
    Award,
    Bloc,
    Campaign,
    Document,
    Event,
    Page,
    Record,
    Section,
    SiteInfo,
    Unit,
)

KINDS_BY_CLASS: dict[type, str] = {
    Article: "article",
    Campaign: "campaign",
    Unit: "unit",
    Bloc: "bloc",
    Document: "document",
    Event: "event",
    Award: "award",
    Section: "section",
    Page: "page",
    SiteInfo: "site",
}


def kind_of(record: Record | SiteInfo) -> str:
    """The kind as references write it: article, campaign …; site for the site's own record."""
    return KINDS_BY_CLASS[type(record)]


def name_of(record: Record) -> str:
    """What the record is called: its name, its title, or a document's number."""
    for field in ("name", "title", "number"):
        if name := getattr(record, field, ""):
            return str(name)
    return record.id
