"""The times of an item of an export in; one moment by the clock of Vietnam out."""

from __future__ import annotations

from datetime import UTC, date, datetime
from email.utils import parsedate_to_datetime

from desk.moving.wordpress.export import Item
from vietnamese import VIETNAM

_NO_TIME = "0000-00-00 00:00:00"


def moment_of(gmt: str, local: str, published: str) -> date | datetime | None:
    """The moment, by the clock here: of GMT where that is given, else of the feed's own date, else
    of the site's clock, which is taken for Vietnam's. None where there is none of the three."""
    if gmt and gmt != _NO_TIME and (moment := _parsed(gmt)):
        return moment.replace(tzinfo=UTC).astimezone(VIETNAM)
    if local and local != _NO_TIME and (moment := _parsed(local)):
        return moment.replace(tzinfo=VIETNAM)
    if " -0001 " in published:  # how exports spell no date at all
        return None
    try:
        moment = parsedate_to_datetime(published)
    except (ValueError, TypeError):
        return None
    if moment.tzinfo is None:
        return None
    return moment.astimezone(VIETNAM)


def _parsed(text: str) -> datetime | None:
    try:
        return datetime.fromisoformat(text).replace(second=0)
    except ValueError:
        return None


def are_apart(item: Item) -> bool:
    """Whether local time and GMT are not the seven hours apart that they are in Vietnam."""
    local, gmt = _parsed(item.date), _parsed(item.date_gmt)
    if local is None or gmt is None or _NO_TIME in (item.date, item.date_gmt):
        return False
    return local.replace(tzinfo=VIETNAM) != gmt.replace(tzinfo=UTC)
