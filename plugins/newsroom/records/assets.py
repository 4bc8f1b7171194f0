"""Photos and attachments as files: what reading learned of them without keeping their bytes."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class PhotoFile:
    """A picture under photos/: `width` and `height` in pixels as seen, after its orientation is
    applied."""

    file: str
    """The path under content/, NFC, as records write it: photos/2020/07/x.jpg."""
    path: str
    """Where the bytes are."""
    digest: str
    width: int
    height: int
    format: Literal["jpeg", "png", "webp", "avif"]


@dataclass(frozen=True, slots=True, kw_only=True)
class AttachedFile:
    """A file under files/, offered for download: `size` in bytes."""

    file: str
    path: str
    digest: str
    size: int
