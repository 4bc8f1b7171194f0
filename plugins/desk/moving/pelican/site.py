"""A Pelican content folder in; its articles and pages as moving takes them, out."""

from __future__ import annotations

import os
import posixpath
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from urllib.parse import unquote, urlsplit

from markdown import Markdown

from desk.moving.assets import found_below
from desk.moving.old import Name, OldText, Outline, Pointer
from desk.moving.pelican.headers import Header, split
from desk.moving.pelican.reading import Reading, pelican_slug
from desk.moving.pelican.settings import settings_in
from desk.office import CannotImport
from newsroom.linking.addresses import place_of_alias
from vietnamese import clean

_LARGEST = 1 << 20
_MARKDOWN = (".md", ".markdown", ".mkd", ".mdown")
_UNREAD = (".rst", ".html", ".htm", ".ipynb", ".adoc", ".org", ".textile")
_EXTENSIONS = ("extra", "sane_lists")
"""Those that Pelican sets, but for the colours of code."""
_LINK = re.compile(r"\{(?P<new>\w+)\}|\|(?P<old>\w+)\|")


class PelicanSite:
    """A content folder and the settings beside it. Nothing in it is run."""

    def __init__(self, folder: Path, conf: Path | None = None) -> None:
        if not folder.is_dir():
            raise CannotImport(f"{folder}: không có thư mục này")
        self.beside = folder
        self.root = folder
        near = folder.absolute().parent / "pelicanconf.py"
        self.settings, self._remarks = settings_in(conf or (near if near.is_file() else None))
        self._order: list[str] = []
        self._by_address: dict[str, str] = {}
        self._names: dict[str, Name] = {}
        self._others: list[str] = []

    def outlines(self) -> Iterator[Outline]:
        """Every Markdown file with a header."""
        self._order, self._by_address, self._others = [], {}, []
        for relative, path in _files(self.root, self._others):
            found = self._opened(relative, path)
            if found is None:
                continue
            outline = found[0].outline()
            self._order.append(relative)
            for address in outline.addresses:
                first = self._by_address.setdefault(place_of_alias(clean(address)), relative)
                if first != relative:
                    self._others.append(
                        f"{relative}: trùng địa chỉ cũ {address} với {first}; Pelican không dựng "
                        "được hai bài này cùng nhau, bài sau nhận mã khác"
                    )
            for name in outline.names:
                for address in self.addresses_of(name):
                    self._names.setdefault(place_of_alias(address), name)
            yield outline

    def texts(self) -> Iterator[OldText]:
        """Each text, made HTML as Pelican made it."""
        converter = Markdown(extensions=list(_EXTENSIONS), output_format="html")
        for relative in self._order:
            found = self._opened(relative, self.root / relative)
            if found is None:
                continue
            reading, body = found
            reading.tell()
            yield OldText(
                key=relative,
                html=converter.reset().convert(_without_marker(body)),
                summary=_plain(converter, reading.one("summary", "description")),
                byline=reading.byline,
                modified=reading.modified(),
                picture=reading.picture,
                notes=reading.notes,
            )

    def point(self, key: str, address: str) -> Pointer:
        """What a link led to: Pelican's own forms, an address of the old site, or a file that lies
        there."""
        address = unquote(clean(address)).strip()
        if found := _LINK.match(address):
            what = (found["new"] or found["old"] or "").lower()
            return self._intrasite(key, what, _path_of(address[found.end() :]))
        if self.settings.siteurl and address.startswith(self.settings.siteurl):
            address = address[len(self.settings.siteurl) :] or "/"
        if re.match(r"(?:https?|mailto|tel):", address, re.IGNORECASE):
            return Pointer("web", address)
        if address.startswith("//"):
            return Pointer("web", f"https:{address}")
        if re.match(r"[A-Za-z][A-Za-z0-9+.-]*:", address):
            return Pointer("dead", "kiểu địa chỉ không dùng được")
        return self._by_path(key, _path_of(address))

    def addresses_of(self, name: Name) -> tuple[str, ...]:
        """Where Pelican listed a category or a tag."""
        pattern = self.settings.category_url if name[0] == "category" else self.settings.tag_url
        slug = pelican_slug(name[1])
        try:
            return (f"/{pattern.format(slug=slug).lstrip('/')}",) if slug and pattern else ()
        except (KeyError, IndexError, ValueError, AttributeError):
            return ()

    def remarks(self) -> list[str]:
        """Files that are no articles."""
        return [*self._remarks, *self._others]

    def _intrasite(self, key: str, what: str, path: str) -> Pointer:
        if what == "index":
            return Pointer("home")
        if what in ("category", "tag"):
            known = next((one for one in self._names.values() if one == (what, path)), None)
            by_slug = [one for one in self._names.values() if _is(one, what, path)]
            name = known or next(iter(by_slug), None)
            return Pointer("name", name=name) if name else Pointer("dead", "không có tên này")
        if what not in ("filename", "static", "attach"):
            return Pointer("dead", "không có nơi tương ứng")
        relative = self._relative(key, path)
        if relative is None:
            return Pointer("dead", "dẫn ra ngoài thư mục nội dung")
        if relative in self._order:
            return Pointer("item", relative)
        return self._asset(relative)

    def _by_path(self, key: str, path: str) -> Pointer:
        if path in ("", "/"):
            return Pointer("home") if path else Pointer("dead", "chỗ trong trang")
        own = self._own_folder(key)
        whole = path if path.startswith("/") else posixpath.normpath(posixpath.join(own, path))
        if whole in ("/", "/index.html"):
            return Pointer("home")
        at = place_of_alias(whole)
        if item := self._by_address.get(at):
            return Pointer("item", item)
        if name := self._names.get(at):
            return Pointer("name", name=name)
        if (relative := self._relative(key, path)) is None:
            return Pointer("dead", "dẫn ra ngoài thư mục nội dung")
        found = self._asset(relative)
        return found if found.asset else self._asset(whole.lstrip("/"))

    def _asset(self, relative: str) -> Pointer:
        source = found_below(self.root, relative)
        if source is None or source.suffix.lower() in (*_MARKDOWN, *_UNREAD):
            return Pointer("dead", "không có tệp này")
        return Pointer("asset", relative, asset=source)

    def _relative(self, key: str, path: str) -> str | None:
        """A path below the content folder; None where it leads out."""
        folder = "" if path.startswith("/") else posixpath.dirname(key)
        whole = posixpath.normpath(posixpath.join(folder, path.lstrip("/")))
        return None if whole.startswith("..") or "\\" in whole else whole

    def _own_folder(self, key: str) -> str:
        """The folder of an item's old address."""
        for address, relative in self._by_address.items():
            if relative == key:
                return posixpath.dirname(address) or "/"
        return "/"

    def _opened(self, relative: str, path: Path) -> tuple[Reading, str] | None:
        try:
            data = path.read_bytes()
            text = clean(data.decode("utf-8"))
        except UnicodeDecodeError:
            self._tell(f"{relative}: không phải UTF-8, không đọc; hãy lưu lại bằng UTF-8")
            return None
        except OSError as error:
            self._tell(f"{relative}: không đọc được ({error.strerror})")
            return None
        header: Header
        header, body = split(text)
        if not header:
            self._tell(f"{relative}: không có phần đầu (Title: …), không phải bài")
            return None
        return Reading(relative, header, self.settings, path), body

    def _tell(self, sentence: str) -> None:
        if sentence not in self._others:
            self._others.append(sentence)


def _files(root: Path, others: list[str]) -> Iterator[tuple[str, Path]]:
    """Markdown files in the order of their paths; what else lies there is told of."""
    kinds: Counter[str] = Counter()
    for folder, folders, names in os.walk(root):
        links = [one for one in folders if Path(folder, one).is_symlink()]  # os.walk passes them
        others.extend(f"{one}: lối tắt (symlink), không đi theo" for one in links)
        folders[:] = sorted(one for one in folders if not one.startswith("."))
        for name in sorted(one for one in names if not one.startswith(".")):
            path = Path(folder, name)
            relative = path.relative_to(root).as_posix()
            if why := _why_unread(path):
                others.append(f"{relative}: {why}")
            elif path.suffix.lower() in _MARKDOWN:
                yield relative, path
            else:
                kinds[path.suffix.lower() or name] += 1
    if kinds:
        told = ", ".join(f"{kind}: {count}" for kind, count in sorted(kinds.items()))
        others.append(f"tệp khác, chỉ lấy khi có bài dùng đến: {told}")


def _why_unread(path: Path) -> str:
    ending = path.suffix.lower()
    if path.is_symlink():
        return "lối tắt (symlink), không đi theo"
    if ending in _UNREAD:
        return f"tệp {ending}, không đọc; hãy chuyển sang Markdown"
    if ending in _MARKDOWN and path.stat().st_size > _LARGEST:
        return f"nặng hơn {_LARGEST >> 20} MB, không đọc"
    return ""


def _path_of(address: str) -> str:
    return urlsplit(address).path if "?" in address or "#" in address else address


def _is(name: Name, what: str, text: str) -> bool:
    return name[0] == what and pelican_slug(name[1]) == pelican_slug(text)


def _without_marker(body: str) -> str:
    return re.sub(r"(?m)^\[TOC\]\s*$", "", body)


def _plain(converter: Markdown, text: str) -> str:
    if not text:
        return ""
    from bs4 import BeautifulSoup

    html = converter.reset().convert(text)
    return " ".join(BeautifulSoup(html, "html.parser").get_text(" ").split())
