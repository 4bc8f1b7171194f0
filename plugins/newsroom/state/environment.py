"""What every output depends on beside content and theme: our own code, the libraries, settings."""

from __future__ import annotations

import os
import sys
from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path

from newsroom.settings import Settings

_CODE = Path(__file__).resolve().parent.parent
_LANGUAGE = _CODE.with_name("vietnamese")
_LIBRARIES = frozenset(
    (
        *("annotated_types", "babel", "font_source_sans_pro", "font_source_serif_pro"),
        *("icalendar", "jinja2", "markdown", "markupsafe", "msgspec", "numpy"),
        *("nh3", "pelican", "pillow", "pydantic", "pydantic_core", "python_dateutil", "pyyaml"),
        "tzdata",
    )
)
"""Whose version can change what is read, planned or drawn."""


def environment_of(settings: Settings) -> dict[str, str]:
    """A digest for each of `code`, `libraries` and `settings`.

    Of the settings only those that change what is read or planned: neither the clock, nor where
    content lies, nor how many processes work, nor how problems are told.
    """
    planned = (
        settings.site_url,
        str(settings.preview),
        *(f"{id}={text}" for id, text in sorted(settings.labels.items())),
    )
    return {
        "code": _digest(_code()),
        "libraries": _digest(item.encode() for item in _libraries()),
        "settings": _digest(item.encode(errors="surrogateescape") for item in planned),
    }


def _code() -> Iterator[bytes]:
    for folder in (_CODE, _LANGUAGE):
        yield from _files(str(folder), "")


def _files(folder: str, prefix: str) -> Iterator[bytes]:
    """Paths and bytes in a fixed order. Read in full: a digest from mtimes would trust a checkout
    that restores them."""
    with os.scandir(folder) as found:
        entries = sorted(found, key=lambda entry: entry.name)
    for entry in entries:
        if entry.name.startswith(".") or entry.name == "__pycache__":
            continue
        if entry.is_dir():
            yield from _files(entry.path, f"{prefix}{entry.name}/")
        else:
            yield f"{prefix}{entry.name}".encode(errors="surrogateescape")
            with open(entry.path, "rb", buffering=0) as file:  # noqa: PTH123 twice as fast on many
                yield file.read()


def _libraries() -> Iterator[str]:
    """Python, and the folders that say which version is installed: importlib.metadata would take
    longer than a small build."""
    yield sys.version
    for folder in dict.fromkeys(sys.path):
        if folder.endswith("-packages") and Path(folder).is_dir():
            names = (name.lower() for name in os.listdir(folder))  # noqa: PTH208 only names
            known = (name for name in names if name.endswith(".dist-info"))
            yield from sorted(name for name in known if name.partition("-")[0] in _LIBRARIES)


def _digest(parts: Iterator[bytes] | tuple[bytes, ...]) -> str:
    """Each part with its length, so that no two lists of parts look alike."""
    whole = blake2b(digest_size=16)
    for part in parts:
        whole.update(len(part).to_bytes(8, "big"))
        whole.update(part)
    return whole.hexdigest()
