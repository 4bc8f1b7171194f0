"""Staging: an edition in; a folder out, laid as a host that serves files will have it."""

from __future__ import annotations

import gzip
import zlib
from collections.abc import Callable, Iterable
from concurrent.futures import ThreadPoolExecutor
from hashlib import sha256
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # it ships no types

from publishing.edition import Edition, link_or_copy
from publishing.tables import COMPRESSIBLE, ending

WORTH = 1024
"""Bytes: a smaller file is sent in one packet either way."""
BROTLI_QUALITY, GZIP_LEVEL = 9, 9


def lay_files(edition: Edition, folder: Path, more: Path) -> list[str]:
    """Lay the edition's files into the folder; what waits for older pages is taken from `more`
    where the site no longer makes it. Answer with what is nowhere: nobody misses it but those."""
    missing = []
    for path in sorted(edition.manifest.files):
        source = edition.sources.get(path, more / path)
        if source.is_file():
            link_or_copy(source, folder / path)
        else:
            missing.append(path)
    return missing


def lay_compressed(folder: Path, paths: Iterable[str], cache: Path) -> None:
    """Beside every text file worth it, its .gz and .br: the same bytes for the same text, always.

    `cache` holds those made before, by the digest of the text. One that does not unpack to that
    text is made anew: a cache is never believed.
    """
    cache.mkdir(parents=True, exist_ok=True)
    worth = [path for path in paths if ending(path) in COMPRESSIBLE]
    with ThreadPoolExecutor() as pool:
        for _ in pool.map(lambda path: _lay_both(folder / path, cache), worth):
            pass


def _lay_both(file: Path, cache: Path) -> None:
    if not file.is_file():
        return
    text = file.read_bytes()
    if len(text) < WORTH:
        return
    name = sha256(text).hexdigest()
    for suffix, pack, unpack in ((".gz", gz, gzip.decompress), (".br", br, brotli.decompress)):
        kept = cache / f"{name}{suffix}"
        packed = _believed(kept, text, unpack)
        if packed is None:
            packed = pack(text)
            kept.write_bytes(packed)
        if len(packed) < len(text):
            file.with_name(file.name + suffix).write_bytes(packed)


def _believed(kept: Path, text: bytes, unpack: Callable[[bytes], bytes]) -> bytes | None:
    try:
        packed = kept.read_bytes()
        return packed if unpack(packed) == text else None
    except (OSError, EOFError, zlib.error, brotli.error):
        return None


def gz(text: bytes) -> bytes:
    """Gzip (RFC 1952) without a name or a time in its header."""
    return gzip.compress(text, GZIP_LEVEL, mtime=0)


def br(text: bytes) -> bytes:
    """Brotli (RFC 7932)."""
    packed: bytes = brotli.compress(text, mode=brotli.MODE_TEXT, quality=BROTLI_QUALITY)
    return packed
