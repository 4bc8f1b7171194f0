"""One Markdown file of a Pelican site in; its outline and its text out."""

from __future__ import annotations

import re
from datetime import date, datetime, tzinfo
from pathlib import Path, PurePosixPath
from typing import Literal

from pelican.utils import slugify

from desk.moving.old import Name, OldPicture, Outline
from desk.moving.pelican.headers import Header
from desk.moving.pelican.settings import OldSettings
from vietnamese import VIETNAM, DateError, clean, parse_date

_KNOWN = frozenset((
    "title", "date", "modified", "category", "tags", "tag", "keywords", "slug", "author",
    "authors", "summary", "description", "status", "lang", "url", "save_as", "translation",
))  # fmt: skip
_PICTURES = ("image", "photo", "cover", "thumbnail", "featured_image", "header_cover", "banner")
_STATUS: dict[str, Literal["published", "review", "draft"]] = {
    "": "published",
    "published": "published",
    "draft": "draft",
    "hidden": "published",
}
_SUBSTITUTIONS = [(r"[^\w\s-]", ""), (r"(?u)\A\s*", ""), (r"(?u)\s*\Z", ""), (r"[-\s]+", "-")]
"""Pelican's own SLUG_REGEX_SUBSTITUTIONS."""


class Reading:
    """One file: what its header says, and what of it was not understood."""

    def __init__(self, relative: str, header: Header, settings: OldSettings, path: Path) -> None:
        self.relative = relative
        self.header = header
        self.settings = settings
        self.path = path
        self.notes: list[str] = []

    def one(self, *keys: str) -> str:
        """The first of these keys that has a value, on one line."""
        for key in keys:
            if text := " ".join(" ".join(self.header.get(key, ())).split()):
                return clean(text)
        return ""

    def outline(self) -> Outline:
        """What must be known before any text is written."""
        kind: Literal["article", "page"] = "page" if self._is_page() else "article"
        title = self.one("title") or PurePosixPath(self.relative).stem
        status = _STATUS.get(self.one("status").lower(), "draft")
        moment = self._moment("date") or self._moment_of_name()
        if kind == "article" and moment is None:
            moment = self._moment_of_file()
            if self.settings.default_date != "fs":
                status = "draft"  # Pelican passed it over
        slug = self.one("slug") or pelican_slug(title)
        lang = self.one("lang") or self.settings.default_lang
        return Outline(
            key=self.relative,
            kind=kind,
            title=title,
            slug=slug,
            moment=moment,
            status=status,
            language="en" if lang == "en" and self.settings.default_lang != "en" else "vi",
            addresses=self._addresses(kind, slug, lang, moment) if status != "draft" else (),
            names=tuple(self._names()),
        )

    def tell(self) -> None:
        """Note what the outline could not keep."""
        if not self.one("title"):
            self.notes.append("không có tiêu đề; tạm lấy tên tệp")
        if not (self.one("date") or self._moment_of_name()) and not self._is_page():
            self.notes.append("không có ngày (Pelican bỏ qua bài như vậy): để nháp, ngày của tệp")
        for key in ("date", "modified"):
            self._tell_date(key)
        lang = self.one("lang")
        if lang and lang not in ("vi", "en"):
            self.notes.append(f"ngôn ngữ “{lang}” không có ở đây, ghi là tiếng Việt")
        if self.one("status").lower() in ("hidden", "skip"):
            self.notes.append(f"trạng thái cũ: {self.one('status')}")
        for key in sorted(set(self.header) - _KNOWN - set(_PICTURES)):
            self.notes.append(f"khóa “{key}” không có ở đây: {self.one(key)[:120]}")

    @property
    def byline(self) -> str:
        """Who wrote it."""
        return ", ".join(re.split(r"\s*[;,]\s*", self.one("author", "authors")))

    @property
    def picture(self) -> OldPicture | None:
        """The picture of the whole."""
        address = self.one(*_PICTURES)
        return OldPicture(address, self.one("title")) if address else None

    def modified(self) -> date | datetime | None:
        """When it was changed last."""
        return self._moment("modified")

    def _is_page(self) -> bool:
        return any(
            self.relative.startswith(f"{folder}/") for folder in self.settings.page_paths if folder
        )

    def _moment(self, key: str) -> date | datetime | None:
        text = self.one(key)
        if not text:
            return None
        try:
            return in_vietnam(_parsed(text), self.settings.zone)
        except DateError:
            return None

    def _tell_date(self, key: str) -> None:
        text = self.one(key)
        if text and self._moment(key) is None:
            self.notes.append(f"{key}: không hiểu ngày “{text}”")
        elif re.match(r"\d{1,2}[/-]\d{1,2}[/-]\d{4}", text):
            self.notes.append(
                f"{key}: “{text}” được đọc ngày trước tháng sau; trang Pelican cũ có thể đã hiểu "
                "ngược lại"
            )

    def _moment_of_name(self) -> date | datetime | None:
        found = re.match(self.settings.filename_metadata, PurePosixPath(self.relative).stem)
        named = found.groupdict() if found else {}
        try:
            return in_vietnam(parse_date(named.get("date") or ""), self.settings.zone)
        except DateError:
            return None

    def _moment_of_file(self) -> datetime:
        seen = datetime.fromtimestamp(self.path.stat().st_mtime, VIETNAM)
        return seen.replace(second=0, microsecond=0)

    def _names(self) -> list[Name]:
        folder = PurePosixPath(self.relative).parent.name
        by_folder = folder if self.settings.use_folder_as_category else ""
        category = self.one("category") or by_folder or self.settings.default_category
        tags = self.header.get("tags") or self.header.get("tag") or ()
        listed = len(tags) > 1 and not any(one.endswith(",") for one in tags)
        text = (";" if listed else " ").join(tags)
        parts = text.split(";" if ";" in text else ",")
        cleaned = dict.fromkeys(" ".join(clean(part).split()) for part in parts)
        return [("category", category), *(("tag", part) for part in cleaned if part)]

    def _addresses(
        self, kind: str, slug: str, lang: str, moment: date | datetime | None
    ) -> tuple[str, ...]:
        if written := self.one("url", "save_as"):
            return (f"/{written.removesuffix('index.html').lstrip('/')}",)
        translated = lang != self.settings.default_lang
        pattern = getattr(self.settings, f"{kind}_{'lang_' if translated else ''}url")
        named = {
            "slug": slug,
            "lang": lang,
            "category": _Named(self._names()[0][1]),
            "author": _Named(self.byline or self.settings.author),
            "date": moment or self._moment_of_file(),
        }
        try:
            return (f"/{pattern.format(**named).lstrip('/')}",)
        except (KeyError, ValueError, AttributeError, IndexError):
            self.notes.append(f"không tính được địa chỉ cũ theo {pattern}")
            return ()


class _Named(str):
    """A category or an author in a pattern: by itself its slug, or `{category.slug}`."""

    __slots__ = ()

    def __format__(self, spec: str) -> str:
        return pelican_slug(str(self))

    @property
    def slug(self) -> str:
        """Its part of an address."""
        return pelican_slug(str(self))


def pelican_slug(text: str) -> str:
    """The name in an address that Pelican makes of a title."""
    return str(slugify(text, regex_subs=_SUBSTITUTIONS))


_OFFSET = re.compile(r"(?:[+-]\d\d:?\d\d|Z|UTC|GMT.*)$", re.IGNORECASE)
_FIRST_TIMES = 1976


def _parsed(text: str) -> date | datetime:
    """A date as people write it; one without an offset has no zone yet."""
    try:
        moment = parse_date(text)
    except DateError:
        try:
            return datetime.fromisoformat(text)
        except ValueError:
            raise DateError(text, "not a date") from None
    if isinstance(moment, datetime) and not _OFFSET.search(text):
        return moment.replace(tzinfo=None)
    return moment


def in_vietnam(moment: date | datetime, zone: tzinfo) -> date | datetime:
    """The same moment by the clock here; one without an offset is by the old site's."""
    if not isinstance(moment, datetime):
        return moment
    placed = moment if moment.tzinfo else moment.replace(tzinfo=zone)
    here = placed.astimezone(VIETNAM).replace(second=0, microsecond=0)
    return here if here.year >= _FIRST_TIMES else here.date()  # records take no time before
