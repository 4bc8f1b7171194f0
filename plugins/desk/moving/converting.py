"""An old text and the places of all others in; the file of a record, and the photos and files that
it shows, out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import TYPE_CHECKING, Any

from bs4 import BeautifulSoup

from desk.moving.assets import Assets, Refused, is_picture
from desk.moving.inline import MovedWriter
from desk.moving.markdown import Composer
from desk.moving.old import OldSite, OldText, Pointer
from desk.moving.places import Place
from desk.moving.table import Chosen
from desk.word.composing import Placed, figure
from desk.word.drafting import credit_of
from desk.word.pictures import NO_ALT
from desk.writing import record_text
from newsroom.records.values import day_of
from vietnamese import clean

if TYPE_CHECKING:
    from bs4 import Tag

_GONE = (
    "script", "style", "noscript", "template", "object", "embed", "applet", "form", "input",
    "button", "select", "textarea", "svg", "math", "link", "meta", "title",
)  # fmt: skip
_FRAMES = ("iframe", "video", "audio", "source")
_LINKED = ("section", "campaign", "unit", "bloc")


@dataclass(slots=True)
class Converted:
    """A record's file, not yet written."""

    text: str
    assets: list[str] = field(default_factory=list)
    """Paths under content/."""
    notes: list[str] = field(default_factory=list)


class Converter:
    """Converts one text after another. Items in `aside` are linked by nobody."""

    def __init__(
        self,
        site: OldSite,
        places: Mapping[str, Place],
        chosen: Chosen,
        assets: Assets,
        now: datetime,
    ) -> None:
        self.site = site
        self.places = places
        self.chosen = chosen
        self.assets = assets
        self.now = now
        self.aside: set[str] = set()

    def convert(self, old: OldText) -> Converted:
        """The file of one item."""
        return _One(self, self.places[old.key], old).converted()


class _One:
    """One text on its way."""

    def __init__(self, all: Converter, place: Place, old: OldText) -> None:
        self.all = all
        self.place = place
        self.old = old
        self.assets: dict[str, None] = {}
        self.notes: list[str] = list(old.notes)
        self.moment: date | datetime = place.outline.moment or all.now

    def converted(self) -> Converted:
        soup = BeautifulSoup(self.old.html, "html.parser")
        self._take_out(soup)
        body = Composer(soup, MovedWriter(self._link), self._picture).markdown()
        kind = self.place.outline.kind
        text = record_text(kind, self._values(), body=body)
        return Converted(text, list(self.assets), self.notes)

    def _take_out(self, soup: BeautifulSoup) -> None:
        """What runs, asks or frames: gone and told of; a film leaves a link."""
        for element in soup.find_all(_FRAMES):
            self._leave_link(soup, element)
        gone: dict[str, int] = {}
        for element in soup.find_all(_GONE):
            if not element.decomposed:
                gone[element.name] = gone.get(element.name, 0) + 1
                element.decompose()
        self.notes += [f"bỏ {count} phần <{name}>" for name, count in gone.items()]

    def _leave_link(self, soup: BeautifulSoup, element: Tag) -> None:
        if element.decomposed:
            return
        inner = element.find("source", src=True)
        address = str(element.get("src") or (inner.get("src") if inner else "") or "")
        if address.startswith("//"):
            address = f"https:{address}"
        self.notes.append(f"<{element.name}> thành liên kết: {address or '(không có địa chỉ)'}")
        if not address:
            element.decompose()
            return
        paragraph, link = soup.new_tag("p"), soup.new_tag("a", href=address)
        link.string = "Nghe âm thanh" if element.name == "audio" else "Xem nội dung nhúng"
        paragraph.append(link)
        element.replace_with(paragraph)

    def _values(self) -> dict[str, Any]:
        outline, old = self.place.outline, self.old
        values: dict[str, Any] = {
            "title": outline.title or outline.slug or self.place.id,
            "summary": old.summary,
            "aliases": self.place.aliases,
            "language": "" if outline.language == "vi" else outline.language,
        }
        if old.picture and (placed := self._placed(old.picture.address, old.picture.alt, "")):
            lead = Placed(placed.file, placed.alt, clean(old.picture.caption))
            values["photo"] = credit_of(lead)
        if outline.kind == "page":
            return values
        section = self.place.references["section"][0]
        return {
            **values,
            **self.place.references,
            "section": section,
            "date": self.moment,
            "byline": old.byline,
            "tags": self.place.tags,
            "modified": old.modified,
            "status": "" if outline.status == "published" else outline.status,
        }

    def _link(self, address: str) -> str:
        """What a link says now; "" where it leads nowhere, which is told."""
        pointer = self.all.site.point(self.old.key, address)
        target = self._target(pointer)
        if not target:
            self.notes.append(f"liên kết bỏ, giữ chữ: {address}{_why(pointer)}")
        return target

    def _target(self, pointer: Pointer) -> str:
        if pointer.what == "web":
            return pointer.key
        if pointer.what == "home":
            return "/"
        if pointer.what == "item":
            place = self.all.places.get(pointer.key)
            hidden = pointer.key in self.all.aside
            return place.target if place and not hidden else ""
        if pointer.what == "name" and pointer.name:
            for one in self.all.chosen.of.get(pointer.name, ()):
                if one.kind in _LINKED:
                    return f"{one.kind}:{one.id}"
        return self._asset_link(pointer) if pointer.asset else ""

    def _asset_link(self, pointer: Pointer) -> str:
        """A link to a picture leads to it no more: pictures have no address of their own."""
        source = pointer.asset
        if source is None or is_picture(source):
            return ""
        try:
            file = self.all.assets.file(source, pointer.key)
        except Refused as why:
            self.notes.append(f"tệp {source.name} không lấy: {why}")
            return ""
        self.assets.setdefault(file)
        return f"file:{file.removeprefix('files/')}"

    def _picture(self, image: Tag, caption: str) -> str:
        """The figure of a picture; one that is not ours becomes a link."""
        source = str(image.get("src") or "").strip()
        alt, title = str(image.get("alt") or ""), str(image.get("title") or "")
        words = clean(caption or title)
        if placed := self._placed(source, alt, words):
            return figure(placed)
        text = " ".join((words or clean(alt) or "Xem ảnh").replace("[", "").split())
        if source.startswith(("http://", "https://")):
            return f"[{text.replace(']', '')}](<{source}>)" if source.isprintable() else text
        return words

    def _placed(self, address: str, alt: str, caption: str) -> Placed | None:
        pointer = self.all.site.point(self.old.key, address)
        if pointer.asset is None:
            self.notes.append(f"ảnh không lấy được: {address[:200]}{_why(pointer)}")
            return None
        day = day_of(self.moment)
        try:
            month = f"{day.year:04}/{day.month:02}"
            file = self.all.assets.photo(pointer.asset, pointer.key, month)
        except Refused as why:
            self.notes.append(f"ảnh không lấy được: {address} ({why})")
            return None
        self.assets.setdefault(file)
        described = " ".join(clean(alt).split()) or caption or NO_ALT
        if described == NO_ALT:
            self.notes.append(f"ảnh {file} chưa có mô tả (alt)")
        return Placed(file, described, caption)


def _why(pointer: Pointer) -> str:
    if pointer.what == "dead" and pointer.key:
        return f" ({pointer.key})"
    if pointer.what == "web":
        return " (ở trang khác)"
    return ""
