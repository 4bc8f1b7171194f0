"""The folder target: an edition in; a folder that a Pages-type host serves out, whole or not at
all. Beside it, hidden, stand the manifests and the releases to go back to."""

from __future__ import annotations

import re
import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from publishing.annex import FOLDER
from publishing.edition import Edition, entries_of, gone_back, link_or_copy
from publishing.hosts import Failed, Live, Options, Sent, number_option
from publishing.links import files_of
from publishing.manifest import About, Damaged, Manifest, decode, encode
from publishing.staging import lay_compressed
from publishing.swap import Busy, swap, workshop
from publishing.tables import FIRST_LINE, headers_file, redirects_file

HOSTS_OWN = frozenset(("_headers", "_redirects"))
"""Files that the host reads and does not serve."""
RELEASE = "# Release: "
_NAME = re.compile(r"[0-9TZ]{16}-[0-9a-f]{8}")


class FolderTarget:
    """A folder, replaced in one step. Options: `keep`, how many releases one can go back to (5);
    `compressed`, whether it holds .gz and .br copies, for a host that serves them (no)."""

    names_blocks = False

    def __init__(self, path: Path, options: Options, cache: Path) -> None:
        self.path = path.resolve()
        self.keep = number_option(options, "keep", 5)
        self.compressed = bool(options.get("compressed", False))
        self.cache = cache
        self.beside = self.path.with_name(f".{self.path.name}.newsroom")

    @contextmanager
    def held(self) -> Iterator[None]:
        """Hold the folder. Failed where it is not ours, or another publishing holds it."""
        if not self._is_ours():
            raise Failed("target.not_ours", target=self.path)
        try:
            with workshop(self.path) as self.place:
                self._mend()
                yield
        except Busy:
            raise Failed("target.busy", target=self.path) from None

    def _is_ours(self) -> bool:
        """Missing, empty, or published by us before: nothing else is ever replaced."""
        if not self.path.exists():
            return True
        if not self.path.is_dir():
            return False
        if self._table().startswith(FIRST_LINE):
            return True
        return not any(self.path.iterdir())

    def _mend(self) -> None:
        """A publishing that was killed after its swap left the release before in no place."""
        known = {each.name for each in self.beside.glob("releases/*")}
        for manifest in self.beside.glob("*.json"):
            name = manifest.stem
            if name not in known and name != self._live():
                manifest.unlink()

    def _table(self) -> str:
        with suppress(OSError):
            return (self.path / "_headers").read_text("utf-8", errors="replace")
        return ""

    def _live(self) -> str:
        found = re.search(rf"^{RELEASE}(\S+)$", self._table(), re.MULTILINE)
        return found[1] if found else ""

    def manifest(self) -> Manifest | None:
        """What the folder holds; where its manifest is lost, as its files have it."""
        if not self.path.is_dir() or not any(self.path.iterdir()):
            return None
        with suppress(Failed):
            return self.of(self._live())
        paths = {
            path for path in files_of(self.path) - HOSTS_OWN if not path.endswith((".gz", ".br"))
        }
        files = entries_of(self.path, paths, {})
        return Manifest(About(release="", made="", url=""), files)

    def fetch(self, paths: Iterable[str], into: Path) -> None:
        """Lay files of the live release into a folder."""
        for path in paths:
            if (self.path / path).is_file():
                (into / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(self.path / path, into / path)

    def send(self, edition: Edition, live: Manifest | None) -> Sent:
        """Assemble the folder anew beside the live one, and swap the two."""
        manifest, stage = edition.manifest, self.place / "edition"
        stage.mkdir()
        old = live.files if live else {}
        written = size = 0
        for path, entry in sorted(manifest.files.items()):
            before = old.get(path)
            if before and before.digest == entry.digest and (self.path / path).is_file():
                link_or_copy(self.path / path, stage / path)  # keeps its mtime
            elif path in edition.sources:
                (stage / path).parent.mkdir(parents=True, exist_ok=True)
                shutil.copyfile(edition.sources[path], stage / path)
                written, size = written + 1, size + entry.size
        self._lay_tables(edition, stage)
        if self.compressed:
            lay_compressed(stage, manifest.files, self.cache / "compressed")
        self.beside.mkdir(exist_ok=True)
        (self.beside / f"{manifest.about.release}.json").write_bytes(encode(manifest))
        self._swap(stage)
        return Sent(files=written, bytes=size, removed=len(old.keys() - manifest.files.keys()))

    def _lay_tables(self, edition: Edition, stage: Path) -> None:
        url, pages = edition.manifest.about.url, dict(edition.pages)
        own = {FOLDER: edition.annex.headers} if edition.annex else None
        headers = headers_file(pages.values(), url, edition.manifest.files, own)
        named = f"{FIRST_LINE}\n{RELEASE}{edition.manifest.about.release}\n"
        for name, text in (
            ("_headers", headers.replace(f"{FIRST_LINE}\n", named, 1)),
            ("_redirects", redirects_file(pages, url)),
        ):
            (stage / name).write_text(text, "utf-8", newline="\n")

    def _swap(self, stage: Path) -> None:
        """Make the staged folder live, and put the one that was live where one can go back."""
        before = self._live()
        swap(stage, self.path)
        leaving = stage if stage.exists() else stage.with_name("aside")
        if before and leaving.is_dir():
            kept = self.beside / "releases" / before
            kept.parent.mkdir(parents=True, exist_ok=True)
            shutil.rmtree(kept, ignore_errors=True)
            leaving.rename(kept)
        releases = sorted(self.beside.glob("releases/*"), reverse=True)
        for old in releases[self.keep :]:
            shutil.rmtree(old)
            (self.beside / f"{old.name}.json").unlink(missing_ok=True)

    def releases(self) -> Live:
        """What one can go back to."""
        live = self._live()
        names = {each.name for each in self.beside.glob("releases/*")} | (
            {live} if live else set()
        )
        found = []
        for name in sorted(names, reverse=True):
            with suppress(Failed):
                found.append(self.of(name).about)
        return Live(releases=tuple(found), live=live)

    def of(self, release: str) -> Manifest:
        """The manifest of that release."""
        if not _NAME.fullmatch(release):
            raise Failed("release.unknown", release=release or "?")
        try:
            return decode((self.beside / f"{release}.json").read_bytes())
        except (OSError, Damaged):
            raise Failed("release.unknown", release=release) from None

    def go_back(self, to: Manifest, live: Manifest) -> None:
        """Swap the live folder with the one kept, once that has what readers of the newer one's
        pages still ask for."""
        kept = self.beside / "releases" / to.about.release
        if not kept.is_dir():
            raise Failed("release.unknown", release=to.about.release)
        stage = self.place / "edition"
        shutil.copytree(kept, stage, copy_function=_link)
        manifest = gone_back(to, live)
        for path in manifest.files.keys() - to.files.keys():
            link_or_copy(self.path / path, stage / path)
        (self.beside / f"{to.about.release}.json").write_bytes(encode(manifest))
        self._swap(stage)
        shutil.rmtree(kept, ignore_errors=True)

    def forget_others(self) -> None:
        """Remove every release but the live one."""
        shutil.rmtree(self.beside / "releases", ignore_errors=True)
        for manifest in self.beside.glob("*.json"):
            if manifest.stem != self._live():
                manifest.unlink()


def _link(source: str, target: str) -> None:
    link_or_copy(Path(source), Path(target))
