"""What a bucket remembers: manifests in and out, small over the line.

A manifest of ten thousand articles is mostly digests, which no packing makes small, and two
neighbouring ones are nearly the same. So `lists/<sha256>` holds the files of one release whole,
named by its bytes and never changed, and `releases/<id>.json` what a release is and where its
files differ from such a list. Both are gzip. A withdrawal begins a new list: the old one names
what was withdrawn.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterable, Mapping
from hashlib import sha256

import msgspec

from publishing.bucket import Bucket
from publishing.hosts import Failed
from publishing.manifest import FORMAT, About, Damaged, Entry, Manifest, decode, is_path
from publishing.shelf import LISTS, MANIFESTS
from publishing.staging import gz

BY_LIST = 2
"""The format of a manifest that leans on a list; before, one was whole (`FORMAT`), as JSON."""
SHARE = 5
"""Where more than one file in so many differs from the list, a new list is begun."""
GZIP = b"\x1f\x8b"
MOST = 1 << 28
"""Bytes: nothing that a store holds is unpacked further than this."""

Files = Mapping[str, Entry]


class Leaning(msgspec.Struct, omit_defaults=True):
    """A manifest by its difference from a list."""

    format: int
    about: About
    base: str
    """SHA-256 of the list's JSON, in hex."""
    files: dict[str, Entry] = {}
    """Those that the list lacks, or has otherwise."""
    gone: list[str] = []
    """Those that only the list has."""

    def whole(self, listed: Files) -> Manifest:
        """The manifest itself, given the files of the list."""
        gone = set(self.gone)
        kept = {path: entry for path, entry in listed.items() if path not in gone}
        return Manifest(self.about, {**kept, **self.files})


class _Format(msgspec.Struct):
    format: int


class Memory:
    """The manifests of one bucket. Every method may raise Failed."""

    def __init__(self, bucket: Bucket) -> None:
        self.bucket = bucket
        self.lists: dict[str, Files] = {}
        """Those read or written, by their digest."""
        self.leans: dict[str, str] = {}
        """On which list the manifest of a release leans, of those read or written."""

    def of(self, release: str) -> Manifest:
        """The manifest of that release. Failed where there is none, or it is damaged."""
        data = self.bucket.get(f"{MANIFESTS}{release}.json")
        if data is None:
            raise Failed("release.unknown", release=release)
        try:
            return self._read(release, unpacked(data))
        except (Damaged, msgspec.DecodeError, UnicodeDecodeError):
            raise Failed("live.damaged", release=release) from None

    def _read(self, release: str, text: bytes) -> Manifest:
        if msgspec.json.decode(text, type=_Format).format == FORMAT:
            return decode(text)
        found = msgspec.json.decode(text, type=Leaning)
        if found.format != BY_LIST or not all(map(is_path, found.files)):
            raise Damaged(f"format {found.format}")
        manifest = found.whole(self._list(found.base))
        self.leans[release] = found.base
        return manifest

    def _list(self, digest: str) -> Files:
        if digest not in self.lists:
            text = unpacked(self.bucket.get(f"{LISTS}{digest}") or b"")
            if sha256(text).hexdigest() != digest:
                raise Damaged(digest)
            files = msgspec.json.decode(text, type=dict[str, Entry])
            if not all(map(is_path, files)):
                raise Damaged(digest)
            self.lists[digest] = files
        return self.lists[digest]

    def keep(self, manifest: Manifest, before: Manifest | None) -> None:
        """Put a manifest: by what it changes in the list of the release before, where that is
        little."""
        release, digest = manifest.about.release, ""
        if before and not manifest.about.withdrawn:
            digest = self.leans.get(before.about.release, "")
        leaning = leaning_on(digest, self.lists.get(digest, {}), manifest)
        if not digest or SHARE * (len(leaning.files) + len(leaning.gone)) > len(manifest.files):
            digest = self._begin(manifest.files)
            leaning = Leaning(BY_LIST, manifest.about, digest)
        self.note(f"{MANIFESTS}{release}.json", packed(leaning))
        self.leans[release] = digest

    def _begin(self, files: Files) -> str:
        """Put a list of these files, before anything leans on it: its digest."""
        text = msgspec.json.encode(dict(sorted(files.items())))
        digest = sha256(text).hexdigest()
        self.note(f"{LISTS}{digest}", gz(text))
        self.lists[digest] = files
        return digest

    def note(self, key: str, data: bytes) -> None:
        """Put something of our own beside the site."""
        headers = {"ContentType": "application/json; charset=utf-8", "CacheControl": "no-store"}
        if data.startswith(GZIP):
            headers["ContentEncoding"] = "gzip"
        self.bucket.put(key, data, headers)

    def unused(self, there: Iterable[str], kept: Iterable[str]) -> list[str]:
        """Of the keys that are there, the lists that none of the releases to keep leans on."""
        needed = {f"{LISTS}{self.leans[each]}" for each in kept if each in self.leans}
        return [key for key in there if key.startswith(LISTS) and key not in needed]


def leaning_on(digest: str, listed: Files, manifest: Manifest) -> Leaning:
    """The manifest by its difference from this list; paths sorted, so that equal ones are equal
    bytes."""
    files = {p: e for p, e in sorted(manifest.files.items()) if listed.get(p) != e}
    gone = sorted(listed.keys() - manifest.files.keys())
    return Leaning(BY_LIST, manifest.about, digest, files, gone)


def packed(leaning: Leaning) -> bytes:
    """As it is put."""
    return gz(msgspec.json.encode(leaning))


def unpacked(data: bytes) -> bytes:
    """What was put; as it is where it was never packed, or the store unpacked it. Damaged where
    it is cut off or would grow beyond all measure."""
    if not data.startswith(GZIP):
        return data
    stream = zlib.decompressobj(wbits=zlib.MAX_WBITS | 16)
    try:
        text = stream.decompress(data, MOST)
    except zlib.error as error:
        raise Damaged(str(error)) from None
    if not stream.eof:
        raise Damaged("cut off")
    return text
