"""Records in; the photos and files they refer to, looked at on disk, out; or why one is unfit."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from newsroom.problems import Problem, problem
from newsroom.reading.disk import Disk, NotThere
from newsroom.reading.findings import Place
from newsroom.reading.looking import Looker
from newsroom.reading.photos import Unfit
from newsroom.records import AttachedFile, PhotoFile
from newsroom.records.remains import Remains, bodies_of
from newsroom.records.shapes import Keys, references
from newsroom.records.values import FileRef

Named = tuple[str, Keys, Place]
"""The path of a photo or file, and the keys or the place where it is named."""


class Assets:
    """Looks at each photo and file once, however many records refer to it."""

    def __init__(self, content: Path, looker: Looker) -> None:
        self.photos: dict[str, PhotoFile] = {}
        self.files: dict[str, AttachedFile] = {}
        self.problems: list[Problem] = []
        self._disk = Disk(content)
        self._looker = looker
        self._unfit: dict[str, Unfit] = {}

    def look(self, record_file: str, named: Iterable[Named]) -> bool:
        """Whether every photo and file that a record, or what remains of one, refers to is there
        and sound."""
        whole = True
        for file, keys, place in named:
            unfit = self._look_once(file)
            if unfit:
                whole = False
                self.problems.append(_told(record_file, file, unfit, keys, place))
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
                self.photos[file] = self._looker.photo(file, path)
            else:
                self.files[file] = self._looker.attachment(file, path)
        except NotThere as why:
            raise Unfit(why.code, suggestion=why.suggestion) from None
        except FileNotFoundError:
            raise Unfit("E401", suggestion="") from None
        except OSError as error:
            raise Unfit("E410", reason=error.strerror or type(error).__name__) from None


def assets_of(record: Any) -> Iterator[Named]:
    """Every photo and file that a record, or what remains of one, refers to."""
    if isinstance(record, Remains):
        for keys, file in record.assets:
            yield file, keys, (0, 0)
    else:
        for keys, marker, file in references(record):
            if isinstance(marker, FileRef):
                yield file, keys, (0, 0)
    for body in bodies_of(record):
        for slot in body.slots:
            if slot.kind in ("photo", "file"):
                yield f"{slot.kind}s/{slot.target}", (), (slot.line, slot.column)


def _told(record_file: str, file: str, unfit: Unfit, keys: Keys, place: Place) -> Problem:
    return problem(
        record_file,
        unfit.code,
        keys=keys,
        line=place[0],
        column=place[1],
        kind="photo" if file.startswith("photos/") else "file",
        target=file,
        **unfit.params,
    )
