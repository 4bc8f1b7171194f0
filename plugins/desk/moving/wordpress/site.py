"""A WordPress export and its folder of uploads in; posts and pages as moving takes them, out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from html import escape, unescape
from pathlib import Path
from typing import Literal
from urllib.parse import parse_qs, unquote, urljoin, urlsplit

from bs4 import BeautifulSoup

from desk.moving.old import Name, OldPicture, OldText, Outline, Pointer, Taxonomy
from desk.moving.wordpress.content import html_of
from desk.moving.wordpress.export import Channel, Item, items_in
from desk.moving.wordpress.moments import are_apart, moment_of
from desk.moving.wordpress.uploads import Uploads
from newsroom.linking.addresses import place_of_alias
from newsroom.records.values import starts
from vietnamese import clean

_STATUS: dict[str, Literal["published", "review", "draft"]] = {
    "publish": "published",
    "future": "published",
    "pending": "review",
}
_NOT_TAKEN = ("trash", "auto-draft", "inherit")
_TAXONOMIES: dict[str, Taxonomy] = {"category": "category", "post_tag": "tag"}
_NOT_NAMED = ("uncategorized", "chua-phan-loai", "khong-phan-loai")


class WordPressSite:
    """An export, read as often as needed from its file."""

    def __init__(self, export: Path, uploads: Path | None = None) -> None:
        self.beside = export
        self.channel = Channel()
        self.uploads = Uploads(uploads)
        self._wanted: set[str] = set()
        self._by_address: dict[str, str] = {}
        self._names: dict[str, Name] = {}
        self._addresses: dict[Name, tuple[str, ...]] = {}
        self._own: dict[str, str] = {}
        self._left: Counter[str] = Counter()
        self._comments = 0

    def outlines(self) -> Iterator[Outline]:
        """Every post and page but those in the bin. The whole file is read before anything else
        happens, so that one that was cut off changes nothing."""
        self.channel = Channel()
        self._left, self._comments = Counter(), 0
        found = []
        for item in items_in(self.beside, self.channel):
            if item.type == "attachment":
                self.uploads.add(item)
            elif item.type not in ("post", "page"):
                self._left[f"loại “{item.type or 'không tên'}”"] += 1
            elif item.status in _NOT_TAKEN:
                self._left[f"trạng thái “{item.status}”"] += 1
            elif item.type == "page" and item.status != "publish":
                self._left["trang chưa đăng"] += 1
            else:
                found.append(self._outline(item))
                self._comments += item.comments
        yield from found

    def texts(self) -> Iterator[OldText]:
        """Each text, its shortcodes resolved."""
        for item in items_in(self.beside):
            key = f"{item.type}:{item.id}"
            if key in self._wanted:
                yield self._text(key, item)

    def point(self, key: str, address: str) -> Pointer:
        """What a link led to: a post by its address or number, a category, an upload."""
        address = unescape(address).strip()
        if re.match(r"(?:mailto|tel):", address, re.IGNORECASE):
            return Pointer("web", address)
        if address.startswith("#") or re.match(
            r"(?!https?:)[A-Za-z][\w+.-]*:", address, re.IGNORECASE
        ):
            return Pointer("dead", "không có nơi tương ứng")
        whole = urljoin(self._own.get(key) or f"{self.channel.link}/", address)
        if found := self.uploads.find(whole):
            relative, source = found
            return Pointer("asset", relative, asset=source)
        parts = urlsplit(whole)
        if not self._is_ours(parts.netloc):
            return Pointer("web", whole) if parts.netloc else Pointer("dead")
        return self._by_path(unquote(parts.path), parse_qs(parts.query))

    def addresses_of(self, name: Name) -> tuple[str, ...]:
        """Where WordPress listed a category or tag, by its usual addresses."""
        return self._addresses.get(name, ())

    def remarks(self) -> list[str]:
        """What is in the export and is no post and no page."""
        told = [f"không nhập {count} mục {what}" for what, count in sorted(self._left.items())]
        if self._comments:
            told.append(f"không nhập {self._comments} bình luận")
        return [*told, *self.uploads.remarks()]

    def _outline(self, item: Item) -> Outline:
        key = f"{item.type}:{item.id}"
        self._wanted.add(key)
        self._own[key] = item.link
        addresses = self._addresses_of_item(item)
        for address in addresses:
            self._by_address.setdefault(place_of_alias(address), key)
        status = "draft" if item.password else _STATUS.get(item.status, "draft")
        return Outline(
            key=key,
            kind="page" if item.type == "page" else "article",
            title=plain_text(item.title),
            slug=unquote(item.name),
            moment=moment_of(item.date_gmt, item.date, item.pub_date),
            status=status,
            addresses=addresses,
            names=tuple(self._names_of(item)),
        )

    def _addresses_of_item(self, item: Item) -> tuple[str, ...]:
        """Its path; one with nothing but `?p=12` has none that can be kept."""
        parts = urlsplit(item.link)
        path = clean(unquote(parts.path))
        return () if parts.query or path in ("", "/") else (path,)

    def _names_of(self, item: Item) -> Iterator[Name]:
        for domain, nicename, text in item.terms:
            taxonomy = _TAXONOMIES.get(domain)
            if taxonomy is None or nicename in _NOT_NAMED:
                continue
            name: Name = (taxonomy, plain_text(text))
            if name not in self._addresses:
                self._addresses[name] = tuple(self._listed_at(domain, nicename))
                for address in self._addresses[name]:
                    self._names.setdefault(place_of_alias(address), name)
            yield name

    def _listed_at(self, domain: str, nicename: str) -> Iterator[str]:
        named = unquote(nicename)
        if domain == "post_tag":
            yield f"/tag/{named}/"
            return
        above, path = self.channel.parents.get(("category", nicename), ""), named
        for _ in range(8):
            if not above:
                break
            path = f"{unquote(above)}/{path}"
            above = self.channel.parents.get(("category", above), "")
        yield f"/category/{path}/"

    def _text(self, key: str, item: Item) -> OldText:
        html, notes = html_of(item.content, self._gallery)
        if item.password:
            notes.append("bài đặt mật khẩu: để nháp")
        elif item.status == "private":
            notes.append("bài riêng tư: để nháp")
        if are_apart(item):
            notes.append(
                f"giờ trong tệp không khớp nhau: {item.date} và {item.date_gmt} GMT; lấy giờ GMT"
            )
        thumbnail = self.uploads.by_id(item.meta.get("_thumbnail_id", ""))
        moment = moment_of(item.date_gmt, item.date, item.pub_date)
        modified = moment_of(item.modified_gmt, item.modified, "")
        later = modified is not None and moment is not None and starts(modified) > starts(moment)
        return OldText(
            key=key,
            html=html,
            summary=plain_text(item.excerpt),
            byline=self.channel.authors.get(item.creator, item.creator),
            modified=modified if later else None,
            picture=OldPicture(thumbnail.address, thumbnail.alt, thumbnail.caption)
            if thumbnail
            else None,
            notes=notes,
        )

    def _gallery(self, ids: list[str]) -> str:
        found = [one for id in ids if (one := self.uploads.by_id(id))]
        return "\n\n".join(
            f'<figure><img src="{escape(one.address)}" alt="{escape(one.alt)}">'
            f"<figcaption>{escape(one.caption)}</figcaption></figure>"
            for one in found
        )

    def _by_path(self, path: str, query: dict[str, list[str]]) -> Pointer:
        for name, type in (("p", "post"), ("page_id", "page")):
            for id in query.get(name, ()):
                if f"{type}:{id}" in self._wanted:
                    return Pointer("item", f"{type}:{id}")
        if path in ("", "/"):
            return Pointer("dead" if query else "home", "không có trang này" if query else "")
        at = place_of_alias(clean(path))
        if key := self._by_address.get(at):
            return Pointer("item", key)
        if name_ := self._names.get(at):
            return Pointer("name", name=name_)
        return Pointer("dead", "không có trong tệp xuất")

    def _is_ours(self, host: str) -> bool:
        own = urlsplit(self.channel.link).netloc
        return bool(own) and host.removeprefix("www.") == own.removeprefix("www.")


def plain_text(html: str) -> str:
    """The words of a piece of HTML, on one line."""
    if "<" in html or "&" in html:
        html = BeautifulSoup(re.sub(r"<!--.*?-->", "", html), "html.parser").get_text(" ")
    return " ".join(clean(html).split())
