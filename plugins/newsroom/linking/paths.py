"""An address under the site, as a body writes it, in; the record whose place it is out."""

from __future__ import annotations

from newsroom.linking.addresses import LISTS, RESERVED, RESERVED_IN_ENGLISH
from newsroom.linking.kinds import KINDS_BY_CLASS
from newsroom.records import Article, Award

Place = tuple[str, str]
"""Kind and id."""

KINDS_BY_FOLDER = {
    folder: KINDS_BY_CLASS[record]
    for record, folder in LISTS.items()
    if record not in (Article, Award)
}
NO_IDS = frozenset({"trang", "van"})
"""What stands where an id would, in lists: further pages, and units by letter."""


def record_at(path: str) -> Place | None:
    """The kind and id of the record at or above a path; None for what is no record's (a list, an
    archive, a feed), or is a file."""
    steps = path.strip("/").split("/")
    reserved = RESERVED
    if steps[0] == "en":
        steps, reserved = steps[1:], RESERVED_IN_ENGLISH
    match steps:
        case ["tin", year, month, id, *_] if f"{year}{month}".isdecimal():
            return "article", id
        case [folder, id, *_] if folder in KINDS_BY_FOLDER and not _is_no_id(id):
            return KINDS_BY_FOLDER[folder], id
        case [id] if id and id not in reserved and not _is_no_id(id):
            return "page", id
    return None


def _is_no_id(step: str) -> bool:
    return step in NO_IDS or "." in step
