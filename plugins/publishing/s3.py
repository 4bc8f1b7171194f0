"""The s3 target: an edition in; a bucket that a CDN or a store's own web server reads, changed
file by file in an order in which no page is ever there before what it needs.

Beside the site, below `.newsroom/`, stand the manifests and the bytes that releases before had;
the bucket's policy keeps that folder from readers (docs/publishing.md).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager, suppress
from pathlib import Path

import msgspec

from publishing.bucket import Bucket, Stored
from publishing.claim import Claim
from publishing.edition import Edition, gone_back
from publishing.held_bytes import differing, see_whole
from publishing.hosts import Failed, Live, Options, Sent, number_option
from publishing.manifest import About, Entry, Manifest
from publishing.memory import Memory
from publishing.order import by_turn
from publishing.shelf import (
    BYTES,
    CLAIM,
    LISTS,
    MANIFESTS,
    OWN,
    POINTER,
    Pointer,
    aside,
    is_md5,
)
from publishing.swap import Busy, workshop
from publishing.tables import cache_control, content_type, is_lasting


class S3Target:
    """A bucket. Options: those of Bucket, and `keep`, how many releases one can go back to
    (5)."""

    names_blocks = False

    def __init__(self, options: Options, cache: Path) -> None:
        self.bucket = Bucket(options)
        self.memory = Memory(self.bucket)
        self.claim = Claim(self.bucket, cache / "s3")
        self.keep = number_option(options, "keep", 5)
        self.cache = cache
        self.pointer: Pointer | None = None

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the target on this machine; against others it is claimed once there is something to
        send."""
        try:
            with workshop(self.cache / "s3"):
                yield
        except Busy:
            raise Failed("target.busy", target=self.bucket.name) from None

    def manifest(self) -> Manifest | None:
        """What the pointer names."""
        self.pointer = self._pointer()
        return self.of(self.pointer.live) if self.pointer else None

    def _pointer(self) -> Pointer | None:
        data = self.bucket.get(POINTER)
        if data is None:
            return None
        try:
            return msgspec.json.decode(data, type=Pointer)
        except (msgspec.DecodeError, UnicodeDecodeError):
            raise Failed("live.damaged", release="?") from None

    def of(self, release: str) -> Manifest:
        """The manifest of that release."""
        return self.memory.of(release)

    def fetch(self, paths: Iterable[str], into: Path) -> None:
        """Get files of the live release."""
        paths = list(paths)
        for path, data in zip(paths, self.bucket.all(self.bucket.get, paths), strict=True):
            if data is not None:
                (into / path).parent.mkdir(parents=True, exist_ok=True)
                (into / path).write_bytes(data)

    def send(self, edition: Edition, live: Manifest | None) -> Sent:
        """Put what differs, in order; then say that it is live; then remove, last of all."""
        with self.claim.held():
            self._see_pointer()
            return self._send(edition, live)

    def _send(self, edition: Edition, live: Manifest | None) -> Sent:
        manifest = edition.manifest
        release = manifest.about.release
        there = self.bucket.listed()
        # First the manifest: should this be cut off, the next knows what may lie here unused.
        self.memory.keep(manifest, live)
        wanted = {path: manifest.files[path] for path in edition.sources}
        putting = differing(self.bucket, wanted, there, live)
        self._lay_aside(live, there, [*putting, *self._leaving(manifest, live)])
        for turn in by_turn(putting, manifest.files, frozenset(live.files if live else ())):
            self.bucket.all(lambda path: self._put(path, edition), turn)
        self._point(release)
        removed = self._remove_unused(manifest, live, there)
        return Sent(
            files=len(putting),
            bytes=sum(wanted[path].size for path in putting),
            removed=removed,
        )

    def _leaving(self, manifest: Manifest, live: Manifest | None) -> list[str]:
        return sorted(live.files.keys() - manifest.files.keys()) if live else []

    def _lay_aside(
        self, live: Manifest | None, there: Mapping[str, Stored], paths: Iterable[str]
    ) -> None:
        """Copy what will be overwritten or removed to where one can go back to it: inside the
        store, not a byte over the line. An object that is no longer the live one is left."""
        if live is None:
            return
        wanted = [
            path
            for path in paths
            if path in live.files
            and path in there
            and aside(live.files[path]) not in there
            and (there[path].etag == live.files[path].md5 or not is_md5(there[path].etag))
        ]
        sources = {aside(live.files[path]): path for path in wanted}
        self.bucket.all(lambda target: self.bucket.copy(sources[target], target), sources)

    def _put(self, path: str, edition: Edition) -> None:
        entry = edition.manifest.files[path]
        data = edition.sources[path].read_bytes()
        headers = {"ContentType": content_type(path), "CacheControl": cache_control(path)}
        self.claim.renew()
        see_whole(
            self.bucket, path, entry, self.bucket.put(path, data, headers, entry.digest) or ""
        )

    def _see_pointer(self) -> None:
        """That nobody published since the live release was asked for."""
        now = self._pointer()
        if (now.live if now else "") != (self.pointer.live if self.pointer else ""):
            raise Failed("s3.overtaken")

    def _point(self, release: str) -> None:
        self.claim.see()
        before = [self.pointer.live, *self.pointer.before] if self.pointer else []
        before = [each for each in before if each != release][: self.keep]
        self.pointer = Pointer(release, before)
        self.memory.note(POINTER, msgspec.json.encode(self.pointer))

    def _remove_unused(
        self, manifest: Manifest, live: Manifest | None, there: Mapping[str, Stored]
    ) -> int:
        """Remove what the release before had, or one that was cut off had begun to bring, and this
        one has not; and what no release that one can go back to needs. Nobody else's files."""
        names = [key for key in there if key.startswith(MANIFESTS)]
        known = {manifest.about.release: manifest}
        if live:
            known[live.about.release] = live
        for key in names:
            name = key.removeprefix(MANIFESTS).removesuffix(".json")
            if name not in known:
                with suppress(Failed):
                    known[name] = self.of(name)
        ours = {path for each in known.values() for path in each.files}
        gone = sorted((ours - manifest.files.keys()) & there.keys())
        self.bucket.remove(gone)
        pointer = self.pointer or Pointer(manifest.about.release)
        kept = {pointer.live, *pointer.before}
        needed = {
            aside(entry)
            for name, each in known.items()
            if name in kept
            for entry in each.files.values()
        }
        left = [key for key in names if key.removeprefix(MANIFESTS)[:-5] not in kept]
        if kept <= known.keys():  # of one that cannot be read now, nobody knows what it needs
            left += [key for key in there if key.startswith(BYTES) and key not in needed]
            left += self.memory.unused(there, kept)
        self.bucket.remove(left)
        return len(gone)

    def releases(self) -> Live:
        """What one can go back to."""
        self.pointer = self._pointer()
        if self.pointer is None:
            return Live(releases=())
        found: list[About] = []
        for name in (self.pointer.live, *self.pointer.before):
            with suppress(Failed):
                found.append(self.of(name).about)
        return Live(releases=tuple(found), live=self.pointer.live)

    def go_back(self, to: Manifest, live: Manifest) -> None:
        """Copy the earlier release's bytes back, in the same order; what is named by its bytes
        stays, for readers who hold a newer page."""
        with self.claim.held():
            self._see_pointer()
            self._go_back(to, live)

    def _go_back(self, to: Manifest, live: Manifest) -> None:
        there, files = self.bucket.listed(), to.files
        turning = [
            path
            for path, entry in files.items()
            if path not in there
            or (there[path].etag != entry.md5 and not self._is_same(path, entry, live))
        ]
        if missing := [path for path in turning if aside(files[path]) not in there]:
            raise Failed("s3.lost", path=missing[0])
        leaving = [path for path in self._leaving(to, live) if path in there]
        self._lay_aside(live, there, [*turning, *leaving])
        for turn in by_turn(turning, files, frozenset(live.files)):
            self.bucket.all(lambda path: self._bring_back(path, files[path]), turn)
        self.memory.keep(gone_back(to, live), to)
        self._point(to.about.release)
        self.bucket.remove(path for path in leaving if not is_lasting(path))

    def _bring_back(self, path: str, entry: Entry) -> None:
        self.claim.renew()
        see_whole(self.bucket, path, entry, self.bucket.copy(aside(entry), path))

    def _is_same(self, path: str, entry: Entry, live: Manifest) -> bool:
        return path in live.files and live.files[path].digest == entry.digest

    def forget_others(self) -> None:
        """Remove every release but the live one, with the bytes kept for it."""
        with self.claim.held():
            self._forget_others()

    def _forget_others(self) -> None:
        pointer = self._pointer()
        if pointer is None:
            return
        self.of(pointer.live)
        mine = {POINTER, CLAIM, f"{MANIFESTS}{pointer.live}.json"}
        there = self.bucket.listed(OWN)
        unused = self.memory.unused(there, [pointer.live])
        lists = {key for key in there if key.startswith(LISTS)}.difference(unused)
        self.bucket.remove(key for key in there if key not in mine | lists)
        self.memory.note(POINTER, msgspec.json.encode(Pointer(pointer.live)))
