"""Few words in, records out: checked as reading checks them, so no test holds nonsense."""

from __future__ import annotations

from datetime import date, datetime
from functools import cache
from typing import Any, TypeVar

from pydantic import TypeAdapter

from newsroom.linking import Linked, link
from newsroom.linking.site import Site
from newsroom.records import (
    Article,
    AttachedFile,
    Award,
    Bloc,
    Body,
    Campaign,
    Document,
    Event,
    Page,
    PhotoFile,
    Record,
    Records,
    Section,
    SiteInfo,
    Slot,
    Unit,
)
from vietnamese import VIETNAM

NOW = "2020-08-01 08:00"
"""The moment at which test sites stand unless a test says otherwise."""

T = TypeVar("T")


def article(id: str, *pieces: str | Slot, **values: Any) -> Article:
    """An article of 31/7/2020 in section chinh-tri; `pieces` make its body."""
    values = {"title": f"Tin {id}", "date": "2020-07-31", "section": "chinh-tri"} | values
    return _make(Article, "articles", id, values, pieces)


def campaign(id: str, *pieces: str | Slot, **values: Any) -> Campaign:
    """A campaign with a name."""
    return _make(Campaign, "campaigns", id, {"name": f"Phong trào {id}"} | values, pieces)


def unit(id: str, *pieces: str | Slot, **values: Any) -> Unit:
    """A government unit with a name."""
    values = {"name": f"Đơn vị {id}", "kind": "government"} | values
    return _make(Unit, "units", id, values, pieces)


def bloc(id: str, *pieces: str | Slot, **values: Any) -> Bloc:
    """A bloc with a name and no years."""
    return _make(Bloc, "blocs", id, {"name": f"Khối {id}"} | values, pieces)


def document(id: str, *pieces: str | Slot, **values: Any) -> Document:
    """A directive of 7/4/2014 whose number is made from its id."""
    made = {"number": f"{id}-số", "type": "directive", "issuer": "Bộ Chính trị"}
    return _make(Document, "documents", id, made | {"issued": "2014-04-07"} | values, pieces)


def event(id: str, *pieces: str | Slot, **values: Any) -> Event:
    """A conference on 29/7/2020."""
    values = {"title": f"Hội nghị {id}", "kind": "conference", "start": "2020-07-29"} | values
    return _make(Event, "events", id, values, pieces)


def award(id: str, *pieces: str | Slot, **values: Any) -> Award:
    """A certificate of merit conferred on 31/7/2020."""
    made = {"title": f"Bằng khen {id}", "kind": "certificate_merit", "conferred": "2020-07-31"}
    return _make(Award, "awards", id, made | values, pieces)


def section(id: str, **values: Any) -> Section:
    """A section named for its id."""
    return _make(Section, "sections", id, {"name": f"Chuyên mục {id}"} | values)


def page(id: str, *pieces: str | Slot, **values: Any) -> Page:
    """A standing page."""
    return _make(Page, "pages", id, {"title": f"Trang {id}"} | values, pieces)


def site_info(**values: Any) -> SiteInfo:
    """What site.yaml says."""
    values = {"name": "Tin Thi Đua", "owner": "Ban Thi đua – Khen thưởng tỉnh"} | values
    return _check(SiteInfo, {"file": "site.yaml"} | values)


def body(*pieces: str | Slot) -> Body:
    """HTML and slots, in any order; the words are those of the HTML, taken as plain text."""
    parts, slots = [""], []
    for piece in pieces:
        if isinstance(piece, Slot):
            slots.append(piece)
            parts.append("")
        else:
            parts[-1] += piece
    return Body(parts=tuple(parts), slots=tuple(slots), text="".join(parts))


def link_to(place: str, *, line: int = 0) -> Slot:
    """The opening of a link: `unit:ban-td`, `article:x#muc`. Close it with `CLOSE`."""
    kind, _, rest = place.partition(":")
    target, _, fragment = rest.partition("#")
    return Slot(what="open", kind=kind, target=target, fragment=fragment, line=line)


CLOSE = Slot(what="close")


def number(written: str, *, date: str = "", line: int = 0) -> Slot:
    """A document number in running text, with its ISO date where the text gives one."""
    return Slot(what="number", kind="document", target=written, text=written, date=date, line=line)


def photo_file(file: str = "photos/x.jpg", **values: Any) -> PhotoFile:
    """A picture of 1200 × 800."""
    made = {"path": file, "digest": "d0", "width": 1200, "height": 800, "format": "jpeg"}
    return PhotoFile(**{"file": file, **made, **values})


def attached_file(file: str = "files/x.pdf", **values: Any) -> AttachedFile:
    """A file of a thousand bytes."""
    return AttachedFile(**{"file": file, "path": file, "digest": "d0", "size": 1000, **values})


def records(*things: Record | SiteInfo | PhotoFile | AttachedFile) -> Records:
    """Records by kind and id, with section chinh-tri and a site where none is given."""
    found: dict[str, dict[str, Any]] = {"section": {"chinh-tri": section("chinh-tri")}}
    info = site_info()
    for thing in things:
        if isinstance(thing, SiteInfo):
            info = thing
        elif isinstance(thing, PhotoFile | AttachedFile):
            found.setdefault(_KEPT_IN[type(thing)], {})[thing.file] = thing
        else:
            found.setdefault(type(thing).__name__.lower(), {})[thing.id] = thing
    return Records(site=info, **found)


_KEPT_IN = {PhotoFile: "photos", AttachedFile: "files"}


def at(text: str) -> datetime:
    """A moment in Vietnam: "2020-08-01 08:00"."""
    return datetime.fromisoformat(text).replace(tzinfo=VIETNAM)


def linked(
    *things: Record | SiteInfo | PhotoFile | AttachedFile, now: str = NOW, **options: Any
) -> Linked:
    """What linking makes of these records."""
    return link(records(*things), now=at(now), **options)


def site(
    *things: Record | SiteInfo | PhotoFile | AttachedFile, now: str = NOW, **options: Any
) -> Site:
    """The site that these records make; they must be sound."""
    result = linked(*things, now=now, **options)
    errors = [problem for problem in result.problems if problem.severity == "error"]
    if errors:
        raise AssertionError(errors)
    return result.site


def _make(
    kind: type[T],
    folder: str,
    id: str,
    values: dict[str, Any],
    pieces: tuple[str | Slot, ...] | None = None,
) -> T:
    ending = "md" if pieces is not None else "yaml"
    known = {"id": id, "file": f"{folder}/{id}.{ending}"} | values
    if pieces is not None:
        known.setdefault("body", body(*pieces))
    return _check(kind, known)


def _check(kind: type[T], values: dict[str, Any]) -> T:
    shape: Any = kind
    adapter: TypeAdapter[T] = _adapter(shape)
    return adapter.validate_python(_as_text(values))


def _as_text(value: Any) -> Any:
    """Records read dates and figures from text, as front matter holds them."""
    if isinstance(value, dict):
        return {key: _as_text(inner) for key, inner in value.items()}
    if isinstance(value, list | tuple):
        return tuple(_as_text(inner) for inner in value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, int | float):
        return str(value).lower()
    return value


@cache
def _adapter(kind: Any) -> TypeAdapter[Any]:
    return TypeAdapter(kind)
