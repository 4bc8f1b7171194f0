"""A WordPress export (WXR) in; its items, one at a time, as plain texts, out. Whatever its size,
no more than one item is in memory."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import BinaryIO
from xml.etree.ElementTree import Element, ParseError

from defusedxml import ElementTree
from defusedxml.common import DefusedXmlException

from desk.office import CannotImport

_ILLEGAL = bytes(one for one in range(32) if one not in (9, 10, 13))
"""Signs that no XML may hold, and that exports hold all the same: left by pasting from Word."""
_CONTENT = "{http://purl.org/rss/1.0/modules/content/}encoded"
_EXCERPT = "/excerpt/}encoded"


@dataclass(slots=True)
class Item:
    """One item of the export: a post, a page, a picture, a menu item."""

    id: str = ""
    type: str = ""
    title: str = ""
    link: str = ""
    name: str = ""
    status: str = ""
    creator: str = ""
    content: str = ""
    excerpt: str = ""
    date: str = ""
    date_gmt: str = ""
    modified_gmt: str = ""
    modified: str = ""
    pub_date: str = ""
    parent: str = ""
    password: str = ""
    attachment: str = ""
    """The address of the file, of an attachment."""
    terms: list[tuple[str, str, str]] = field(default_factory=list)
    """Taxonomy ("category", "post_tag", …), the name in addresses, and the name."""
    meta: dict[str, str] = field(default_factory=dict)
    comments: int = 0


@dataclass(slots=True)
class Channel:
    """What the export says of the whole site."""

    link: str = ""
    authors: dict[str, str] = field(default_factory=dict)
    """Display names by login."""
    parents: dict[tuple[str, str], str] = field(default_factory=dict)
    """Of a category by its name in addresses: that of the one above it."""


_FIELDS = {
    "post_id": "id",
    "post_type": "type",
    "post_name": "name",
    "status": "status",
    "post_date": "date",
    "post_date_gmt": "date_gmt",
    "post_modified": "modified",
    "post_modified_gmt": "modified_gmt",
    "post_parent": "parent",
    "post_password": "password",
    "attachment_url": "attachment",
}
_PLAIN = {"title": "title", "link": "link", "pubDate": "pub_date"}
_KEPT_META = ("_thumbnail_id", "_wp_attachment_image_alt", "_wp_attached_file")


def items_in(path: Path, channel: Channel | None = None) -> Iterator[Item]:
    """Every item; `channel` learns of the site. Raises CannotImport for what is no export, or not
    a whole one."""
    try:
        with path.open("rb") as file:
            yield from _items(path, file, channel or Channel())
    except FileNotFoundError:
        raise CannotImport(f"{path}: không có tệp này") from None
    except OSError as error:
        raise CannotImport(f"{path}: không đọc được ({error.strerror or error})") from error
    except DefusedXmlException:
        raise CannotImport(
            f"{path.name}: tệp có khai báo thực thể (ENTITY), WordPress không ghi như vậy; "
            "tệp này không đáng tin, không đọc"
        ) from None
    except ParseError as error:
        line, column = error.position
        raise CannotImport(
            f"{path.name}:{line}:{column + 1}: tệp XML hỏng hoặc bị cắt giữa chừng; hãy xuất lại "
            "từ WordPress (Công cụ › Xuất ra) và tải về cho hết"
        ) from error


class _Filtered:
    """A file without the signs that no XML may hold."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file

    def read(self, size: int = -1) -> bytes:
        return self._file.read(size).translate(None, _ILLEGAL)


def _items(path: Path, file: BinaryIO, channel: Channel) -> Iterator[Item]:
    stack: list[Element] = []
    seen = False
    events = ElementTree.iterparse(_Filtered(file), events=("start", "end"), forbid_dtd=False)
    for event, element in events:
        if event == "start":
            stack.append(element)
            if len(stack) == 1 and element.tag != "rss":
                raise CannotImport(f"{path.name}: không phải tệp xuất của WordPress (WXR)")
            continue
        stack.pop()
        if len(stack) != 2:  # only what stands right in the channel is done with
            continue
        if element.tag == "item":
            seen = True
            yield _item(element)
        else:
            seen = seen or _local(element) == "wxr_version"
            _learn(channel, element)
        stack[-1].remove(element)
    if not seen:
        raise CannotImport(f"{path.name}: không phải tệp xuất của WordPress (WXR)")


def _item(element: Element) -> Item:
    item = Item()
    for part in element:
        name, text = _local(part), (part.text or "").strip()
        if part.tag == _CONTENT:
            item.content = part.text or ""
        elif part.tag.endswith(_EXCERPT):
            item.excerpt = text
        elif name in _FIELDS and part.tag != name:
            setattr(item, _FIELDS[name], text)
        elif part.tag in _PLAIN:
            setattr(item, _PLAIN[part.tag], text)
        elif name == "creator":
            item.creator = text
        elif part.tag == "category":
            domain = part.get("domain") or "category"
            item.terms.append((domain, part.get("nicename") or "", text))
        elif name == "postmeta":
            _add_meta(item, part)
        elif name == "comment":
            item.comments += 1
    return item


def _add_meta(item: Item, part: Element) -> None:
    texts = {_local(one): one.text or "" for one in part}
    if texts.get("meta_key") in _KEPT_META:
        item.meta[texts["meta_key"]] = texts.get("meta_value", "").strip()


def _learn(channel: Channel, element: Element) -> None:
    texts = {_local(one): (one.text or "").strip() for one in element}
    name = _local(element)
    if name == "author" and texts.get("author_login"):
        login = texts["author_login"]
        channel.authors[login] = texts.get("author_display_name") or login
    elif name in ("base_blog_url", "base_site_url") or (element.tag == "link" and element.text):
        channel.link = channel.link or (element.text or "").strip().rstrip("/")
    elif name == "category" and texts.get("category_nicename"):
        nicename = texts["category_nicename"]
        channel.parents[("category", nicename)] = texts.get("category_parent", "")


def _local(element: Element) -> str:
    return element.tag.rpartition("}")[2]
