"""The ssh target: an edition in; a release folder on a server out, made live by one link.

Everything is done with rsync over ssh, so the key may be one that can run nothing but `rrsync` in
one folder. Below that folder: current -> releases/<id>/<site>, and releases/<id>/ with the public
folder, about.json, manifest.json and what nginx asks beside it.
"""

from __future__ import annotations

import re
import tempfile
import time
from collections.abc import Collection, Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

from publishing import nginx
from publishing.edition import Edition, gone_back
from publishing.hosts import Failed, Live, Options, Sent, number_option, text_option
from publishing.manifest import (
    About,
    Damaged,
    Manifest,
    compare,
    decode,
    decode_about,
    encode,
    encode_about,
)
from publishing.rsync import NAME, Rsync, Survey
from publishing.staging import lay_compressed, lay_files
from publishing.swap import Busy, workshop

EVERYTHING = (
    *("/current", "/releases/", "/releases/*/", "/releases/*/site*/"),
    "/releases/*/about.json",
)
_PUBLIC = re.compile(rf"releases/{NAME.pattern}/site[^/]*")
ABOUT, MANIFEST = "about.json", "manifest.json"
MOST_BASES = 4
"""Each makes the server look once more for every file."""
PAUSE = 5
"""Seconds in which a machine that has looked once more must have switched."""


class SshTarget:
    """A server. Options: `host` (user@host), `path` (/ for a key restricted to one folder),
    `port`, `key` (file of the private key), `known_hosts` (file), `keep` (5), `compressed`
    (yes)."""

    names_blocks = True

    def __init__(self, options: Options, cache: Path) -> None:
        self.rsync = Rsync(
            host=text_option(options, "host"),
            path=text_option(options, "path", "/"),
            port=number_option(options, "port", 22),
            key=text_option(options, "key"),
            known_hosts=text_option(options, "known_hosts"),
        )
        self.keep = number_option(options, "keep", 5)
        self.compressed = bool(options.get("compressed", True))
        self.cache = cache
        self.current = ""
        self.found = Survey({}, [])
        self.live: Manifest | None = None

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the target on this machine; another machine's publishing is seen before the
        switch."""
        try:
            with workshop(self.cache / "ssh") as self.place, self._one_line():
                yield
        except Busy:
            raise Failed("target.busy", target=self.rsync.host) from None

    @contextmanager
    def _one_line(self) -> Iterator[None]:
        """All commands over one connection; its socket lies where a path is short enough."""
        plain = self.rsync
        with tempfile.TemporaryDirectory(prefix="tin-") as folder:
            self.rsync = replace(plain, control=f"{folder}/line")
            try:
                yield
            finally:
                self.rsync.hang_up()
                self.rsync = plain

    def manifest(self) -> Manifest | None:
        """What the link `current` leads to."""
        self.found = self.rsync.survey(*EVERYTHING)
        self.current = self.found.links.get("current", "")
        if self.current:
            self.live = self.of(self.current.split("/")[1] if "/" in self.current else "")
        return self.live

    def of(self, release: str) -> Manifest:
        """The manifest of that release."""
        if not NAME.fullmatch(release):
            raise Failed("release.unknown", release=release or "?")
        with tempfile.TemporaryDirectory() as folder:
            self.rsync.pull_matching(f"releases/{release}", Path(folder), f"/{MANIFEST}")
            try:
                return decode((Path(folder) / "releases" / release / MANIFEST).read_bytes())
            except (OSError, Damaged):
                raise Failed("live.damaged", release=release) from None

    def fetch(self, paths: Iterable[str], into: Path) -> None:
        """Get files of the live release."""
        if self.live:
            root = nginx.root_of(self.live.about.url)
            self.rsync.pull_some(f"{self.current}/{root}", list(paths), into)

    def send(self, edition: Edition, live: Manifest | None) -> Sent:
        """Send a release of its own, look whether it came whole, then switch the link."""
        about = edition.manifest.about
        stage, notes, name = (
            self.place / "public",
            self.place / "notes",
            f"releases/{about.release}",
        )
        manifest = self._lay(edition, live, stage)
        public = f"{name}/{about.folder}"
        sent = self.rsync.push(stage, public, basis=self._basis(live))
        if wrong := self.rsync.differs(stage, public):
            raise Failed("ssh.not_whole", path=wrong)
        nginx.lay_host_files(edition, notes)
        (notes / MANIFEST).write_bytes(encode(manifest))
        (notes / ABOUT).write_bytes(encode_about(manifest.about))
        # Not packed: rsync sends of a manifest what differs from the last one's.
        last = [f"releases/{live.about.release}"] if live else []
        sent += self.rsync.push(notes, name, basis=last)
        self._switch(about)
        self._prune(live)
        change = compare(live, manifest)
        return Sent(
            files=len(change.new) + len(change.changed), bytes=sent, removed=len(change.gone)
        )

    def _lay(self, edition: Edition, live: Manifest | None, stage: Path) -> Manifest:
        """Lay the release on this machine, with what waits for older pages fetched back from the
        server; what is lost there too is no longer in the manifest."""
        manifest, root = edition.manifest, nginx.root_of(edition.manifest.about.url)
        more, public = self.place / "waiting", stage / root
        public.mkdir(parents=True)
        waiting = [path for path in manifest.files if path not in edition.sources]
        if waiting and live:
            self.rsync.pull_some(f"{self.current}/{nginx.root_of(live.about.url)}", waiting, more)
        lost = set(lay_files(edition, public, more))
        if self.compressed:
            lay_compressed(public, manifest.files, self.cache / "compressed")
        kept = {path: each for path, each in manifest.files.items() if path not in lost}
        return Manifest(manifest.about, kept)

    def _basis(self, live: Manifest | None) -> list[str]:
        """Public folders whose files need not be sent again: the live one, and those that a
        publishing which was cut off had begun to send."""
        first = [f"releases/{live.about.release}/{live.about.folder}"] if live else []
        others = sorted((n for n in self.found.names if _PUBLIC.fullmatch(n)), reverse=True)
        return list(dict.fromkeys([*first, *others]))[:MOST_BASES]

    def _switch(self, about: About) -> None:
        known = self._whole()
        self._look_again(self.current, "ssh.overtaken")
        rivals = self._whole() - known - {about.release}
        if rivals:
            # A release that came whole meanwhile is another machine's that is about to switch, or
            # was cut off just there. It has the time to do so; else the first of all goes on.
            time.sleep(PAUSE)
            self._look_again(self.current, "ssh.overtaken")
            if min(rivals) < about.release:
                raise Failed("ssh.overtaken")
        to = f"releases/{about.release}/{about.folder}"
        self.rsync.put_link("current", to, self.place)
        self._look_again(to, "ssh.not_switched")
        self.current = to

    def _look_again(self, expected: str, otherwise: str) -> None:
        self.found = self.rsync.survey(*EVERYTHING)
        if self.found.links.get("current", "") != expected:
            raise Failed(otherwise)

    def _whole(self) -> set[str]:
        """The releases that came whole, by what was last seen."""
        return {name.split("/")[1] for name in self.found.names if name.endswith(f"/{ABOUT}")}

    def _prune(self, live: Manifest | None) -> None:
        """Remove all but the newest whole releases, the live one and the one before it."""
        newest = sorted(self._whole(), reverse=True)[: self.keep + 1]
        keep = {self.current.split("/")[1], *newest}
        if live:
            keep.add(live.about.release)
        self._remove_but(keep)

    def _remove_but(self, keep: Collection[str]) -> None:
        folders = [name.removeprefix("releases/") for name in self.found.names]
        self.rsync.remove("releases", [n for n in folders if NAME.fullmatch(n) and n not in keep])

    def releases(self) -> Live:
        """What one can go back to: releases that came whole."""
        self.current = self.rsync.survey("/current").links.get("current", "")
        with tempfile.TemporaryDirectory() as folder:
            self.rsync.pull_matching("releases", Path(folder), "/*/", f"/*/{ABOUT}")
            found = []
            for file in sorted(Path(folder).glob(f"releases/*/{ABOUT}"), reverse=True):
                try:
                    found.append(decode_about(file.read_bytes()))
                except Damaged:
                    continue
        live = self.current.split("/")[1] if "/" in self.current else ""
        return Live(releases=tuple(found), live=live)

    def go_back(self, to: Manifest, live: Manifest) -> None:
        """Point the link at the earlier release, once it has what readers of the newer one's pages
        still ask for."""
        if self.current.split("/")[1:2] != [live.about.release]:
            raise Failed("ssh.overtaken")
        manifest = gone_back(to, live)
        newer = manifest.files.keys() - to.files.keys()
        if newer:
            self._carry(sorted(newer), manifest, live)
        self._switch(to.about)

    def _carry(self, newer: list[str], to: Manifest, live: Manifest) -> None:
        """Bring files of the live release into an earlier one: links on the server's disk."""
        stage, notes = self.place / "public", self.place / "notes"
        root, name = nginx.root_of(live.about.url), f"releases/{to.about.release}"
        self.rsync.pull_some(f"{self.current}/{root}", newer, stage / root)
        self.rsync.push(stage, f"{name}/{to.about.folder}", basis=self._basis(live))
        notes.mkdir()
        (notes / MANIFEST).write_bytes(encode(to))
        self.rsync.push(notes, name)

    def forget_others(self) -> None:
        """Remove every release but the live one."""
        self.found = self.rsync.survey(*EVERYTHING)
        self._remove_but([self.current.split("/")[1]])
