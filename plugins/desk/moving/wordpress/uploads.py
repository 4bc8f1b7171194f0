"""The attachments of an export and the folder that holds their files in; the file at an address
out. Nothing is fetched."""

from __future__ import annotations

import re
from dataclasses import dataclass
from html import unescape
from pathlib import Path, PurePosixPath
from urllib.parse import unquote, urlsplit

from desk.moving.assets import found_below, is_picture
from desk.moving.wordpress.export import Item
from vietnamese import clean

_UPLOADS = re.compile(r"/wp-content/uploads/(?:sites/\d+/)?(?P<rest>[^?#]+)")
_RESIZED = re.compile(r"-(?:\d{2,5}x\d{2,5}|scaled|e\d{10,13}|rotated)(?=\.\w+$)")


@dataclass(frozen=True, slots=True)
class Upload:
    """An attachment as the export knows it."""

    address: str
    alt: str
    caption: str


class Uploads:
    """The files of wp-content/uploads."""

    def __init__(self, folder: Path | None) -> None:
        self.folder = folder
        self._by_id: dict[str, Upload] = {}
        self._missing: set[str] = set()

    def add(self, item: Item) -> None:
        """Learn of an attachment."""
        alt = clean(unescape(item.meta.get("_wp_attachment_image_alt", "")))
        caption = " ".join(clean(re.sub(r"<[^>]*>", " ", unescape(item.excerpt))).split())
        address = item.attachment or item.meta.get("_wp_attached_file", "")
        if item.id and address:
            self._by_id[item.id] = Upload(address, alt, caption)

    def by_id(self, id: str) -> Upload | None:
        """The attachment of that number."""
        return self._by_id.get(id)

    def find(self, address: str) -> tuple[str, Path] | None:
        """The path below the folder and the file of an upload: the picture as it was given, where
        it is there, else the one that was made smaller."""
        found = _UPLOADS.search(unquote(urlsplit(address).path))
        if not found:
            return None
        relative = clean(found["rest"])
        if self.folder is not None:
            for one in dict.fromkeys((_RESIZED.sub("", relative), relative)):
                if source := found_below(self.folder, one):
                    return one, source
        if is_picture(Path(relative)):
            self._missing.add(PurePosixPath(relative).as_posix())
        return None

    def remarks(self) -> list[str]:
        """What the command could say of the folder."""
        if self.folder is None and self._by_id:
            return ["không có --uploads: mọi ảnh và tệp của trang cũ đều thiếu"]
        return []
