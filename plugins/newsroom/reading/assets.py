"""Records in; the photos and files they refer to, looked at on disk, out; or why one is unfit."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import blake2b
from pathlib import Path
from typing import Any

from newsroom.problems import Problem, problem
from newsroom.reading.disk import Disk, NotThere
from newsroom.reading.photos import LARGEST_PHOTO, Unfit, look_at
from newsroom.records import AttachedFile, PhotoFile
from newsroom.records.remains import Remains, bodies_of
from newsroom.records.shapes import Keys, references
from newsroom.records.values import FileRef

ENDINGS = frozenset(
    ".pdf .doc .docx .xls .xlsx .ppt .pptx .odt .ods .csv .txt .zip "  # noqa: SIM905 - a list of 19 lines says no more
    ".jpg .jpeg .png .ics .mp3 .mp4".split()
)


class Assets:
    """Looks at each photo and file once, however many records refer to it."""

    def __init__(self, content: Path) -> None:
        self.photos: dict[str, PhotoFile] = {}
        self.files: dict[str, AttachedFile] = {}
        self.problems: list[Problem] = []
        self._disk = Disk(content)
        self._unfit: dict[str, Unfit] = {}

    def look(self, record: Any) -> bool:
        """Whether every photo and file that the record, or what remains of one, refers to is there
        and sound."""
        whole = True
        for file, keys, line in _assets_of(record):
            unfit = self._look_once(file)
            if unfit:
                whole = False
                self.problems.append(_told(record.file, file, unfit, keys, line))
        return whole

    def _look_once(self, file: str) -> Unfit | None:
        if file in self.photos or file in self.files:
            return None
        if file not in self._unfit:
            try:
                self._keep(file)
            except Unfit as unfit:
                self._unfit[file] = unfit
        return self._unfit.get(file)

    def _keep(self, file: str) -> None:
        """Learn of a file what later stages need. Raises Unfit."""
        try:
            path = self._disk.find(file)
            if file.startswith("photos/"):
                size = path.stat().st_size
                if size > LARGEST_PHOTO:
                    raise Unfit("E407", size=size >> 20, limit=LARGEST_PHOTO >> 20)
                self.photos[file] = look_at(file, str(path), path.read_bytes())
            else:
                self.files[file] = attached(file, path)
        except NotThere as why:
            raise Unfit(why.code, suggestion=why.suggestion) from None
        except OSError as error:
            raise Unfit("E410", reason=error.strerror or type(error).__name__) from None


def attached(file: str, path: Path) -> AttachedFile:
    """What is known of a file for download. Raises Unfit for an ending that is not allowed,
    OSError where it cannot be read."""
    if path.suffix.lower() not in ENDINGS:
        raise Unfit("E409", ending=path.suffix or path.name, choices=", ".join(sorted(ENDINGS)))
    digest, size = blake2b(digest_size=16), 0
    with path.open("rb") as opened:
        while data := opened.read(1 << 20):
            digest.update(data)
            size += len(data)
    return AttachedFile(file=file, path=str(path), digest=digest.hexdigest(), size=size)


def _assets_of(record: Any) -> Iterator[tuple[str, Keys, int]]:
    """The path, and the keys or the line, of each reference to a photo or a file."""
    if isinstance(record, Remains):
        for keys, file in record.assets:
            yield file, keys, 0
    else:
        for keys, marker, file in references(record):
            if isinstance(marker, FileRef):
                yield file, keys, 0
    for body in bodies_of(record):
        for slot in body.slots:
            if slot.kind in ("photo", "file"):
                yield f"{slot.kind}s/{slot.target}", (), slot.line


def _told(record_file: str, file: str, unfit: Unfit, keys: Keys, line: int) -> Problem:
    return problem(
        record_file,
        unfit.code,
        keys=keys,
        line=line,
        column=1 if line else 0,
        kind="photo" if file.startswith("photos/") else "file",
        target=file,
        **unfit.params,
    )
