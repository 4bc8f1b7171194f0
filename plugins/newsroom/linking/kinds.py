"""A record in, the name of its kind out."""

from __future__ import annotations

from newsroom.records import Record, SiteInfo


def kind_of(record: Record | SiteInfo) -> str:
    """The kind as references write it: article, campaign …; site for the site's own record."""
    return "site" if isinstance(record, SiteInfo) else type(record).__name__.lower()


def name_of(record: Record) -> str:
    """What the record is called: its name, its title, or a document's number."""
    for field in ("name", "title", "number"):
        if name := getattr(record, field, ""):
            return str(name)
    return record.id
