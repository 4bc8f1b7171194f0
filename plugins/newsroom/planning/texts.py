"""Site in; robots.txt and security.txt out, line by line."""

from __future__ import annotations

from datetime import datetime, time

from newsroom.planning.draft import Draft
from newsroom.planning.sitemaps import INDEX
from newsroom.planning.views.standing import TextView
from newsroom.records.site import SecurityContact
from vietnamese import VIETNAM

SECURITY = "/.well-known/security.txt"


def plan_texts(draft: Draft) -> None:
    """Plan robots.txt, and security.txt where the site names whom to tell."""
    draft.file("/robots.txt", "text", TextView(lines=_robots(draft)))
    security = draft.site.info.security
    if security:
        view = TextView(lines=_security(draft, security))
        draft.file(SECURITY, "text", view, source=draft.site.info.file)


def _robots(draft: Draft) -> tuple[str, ...]:
    """Source: RFC 9309. A preview is nobody's to find."""
    if draft.site.preview:
        return ("User-agent: *", "Disallow: /")
    return ("User-agent: *", "Disallow:", f"Sitemap: {draft.places.whole(INDEX)}")


def _security(draft: Draft, security: SecurityContact) -> tuple[str, ...]:
    """Source: RFC 9116. The last day counts to its end."""
    end = datetime.combine(security.expires, time(23, 59, 59), VIETNAM)
    return (
        f"Contact: {security.contact}",
        f"Expires: {end.isoformat()}",
        "Preferred-Languages: vi, en",
        f"Canonical: {draft.places.whole(SECURITY)}",
    )
