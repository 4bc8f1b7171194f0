"""A content folder in; what `check --fix` would change there, or changed, out."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from shutil import copy2

from desk.mending.links import relinked
from desk.mending.names import Renaming, renamings
from desk.mending.texts import mended
from desk.writing import NotWritten, why_not, write_over
from newsroom.reading.decoding import LARGEST_FILE
from newsroom.reading.files import FileReader
from newsroom.reading.folders import Source, walk


@dataclass(frozen=True, slots=True)
class Mending:
    """One file: its old bytes and its new text, its old name and its new one."""

    old: str
    """Its path under content/."""
    new: str
    before: bytes = b""
    after: str | None = None
    """None where only its name changes."""

    def diff(self) -> Iterator[str]:
        """What changes, as lines people and `patch` read."""
        if self.new != self.old:
            yield f"đổi tên: {self.old} → {self.new}"
        if self.after is None:
            return
        before = self.before.decode("utf-8", "replace").splitlines()
        after = self.after.splitlines()
        lines = list(unified_diff(before, after, self.old, self.new, lineterm="", n=1))
        yield from lines or [f"{self.old}: đổi mã chữ hoặc dấu xuống dòng, chữ giữ nguyên"]


def mendings(content: Path, files: Collection[str] = ()) -> list[Mending]:
    """What can be mended; in these files alone where any are given, and then nothing is renamed
    that other files refer to."""
    sources, _ = walk(content)
    renamed = [] if files else list(renamings(content, sources))
    names = {one.old: one.new for one in renamed}
    reader = FileReader()
    found = []
    for source in sources:
        if files and source.file not in files:
            continue
        one = _mending(source, names.get(source.file, source.file), renamed, reader)
        if one.after is not None or one.new != one.old:
            found.append(one)
    found += [Mending(one.old, one.new) for one in renamed if one.kind is None]
    return found


def mend(content: Path, changes: Sequence[Mending]) -> None:
    """Do it. New names are given before texts refer to them, and old ones taken away last, so that
    a disk that fills half-way leaves no dead link. Raises NotWritten."""
    renamed = [one for one in changes if one.new != one.old]
    for one in renamed:
        _name_too(content / one.old, content / one.new)
    for one in changes:
        if one.after is not None:
            write_over(content / one.new, one.after, seen=one.before)
    for one in renamed:
        with suppress(FileNotFoundError):
            (content / one.old).unlink()


def _mending(source: Source, new: str, renamed: list[Renaming], reader: FileReader) -> Mending:
    try:
        data = Path(source.path).read_bytes()
    except OSError:
        return Mending(source.file, new)
    if len(data) > LARGEST_FILE:
        return Mending(source.file, new)
    text = mended(source.kind, source.id, source.file, data, reader)
    if renamed:
        with suppress(UnicodeDecodeError):
            before = data.decode() if text is None else text
            after = relinked(source.kind, before, renamed)
            text = after if after != before else text
    return Mending(source.file, new, data, text)


def _name_too(old: Path, new: Path) -> None:
    """Give a file a second name; where the disk has no links, a copy."""
    try:
        new.parent.mkdir(parents=True, exist_ok=True)
        try:
            new.hardlink_to(old)
        except FileExistsError:
            raise
        except OSError:
            copy2(old, new)
    except OSError as error:
        raise NotWritten(why_not(new, error)) from error
