"""The records of a spreadsheet in; new files, and files of ours that changed, written; what an
editor touched since the last run left alone. What was written is remembered beside the sheet."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import dataclass, field
from hashlib import blake2b
from pathlib import Path

from desk.writing import NotWritten, write_all, write_new, write_over


@dataclass(slots=True)
class Kept:
    """How the records fared: their ids, and a sentence where an editor should know."""

    new: list[str] = field(default_factory=list)
    changed: list[str] = field(default_factory=list)
    same: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    """Sentences on what was not touched."""


class Ledger:
    """What earlier runs wrote: for each record its id, and the digest of the text."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._old = _bytes(path)
        self._entries: dict[str, dict[str, str]] = {}
        try:
            entries = json.loads(self._old or b"{}")
            self._entries = {key: {**entry} for key, entry in entries.items() if "id" in entry}
        except (ValueError, TypeError, AttributeError):
            self.path = path.with_name(f"{path.stem}-moi{path.suffix}")
            self._old = None

    def id_of(self, key: str) -> str:
        """The id that this record was given; "" where it is new."""
        return self._entries.get(key, {}).get("id", "")

    def digest_of(self, key: str) -> str:
        """The digest of the text that was last written for it."""
        return self._entries.get(key, {}).get("digest", "")

    def learn(self, key: str, id: str, text: bytes) -> None:
        """Remember what was written."""
        self._entries[key] = {"id": id, "digest": digest(text)}

    def save(self) -> None:
        """Write it down. Raises NotWritten."""
        text = json.dumps(self._entries, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        if self._old is None:
            write_new(self.path, text)
        elif text.encode() != self._old:
            write_over(self.path, text, seen=self._old)


def keep(folder: Path, texts: Iterable[tuple[str, str, str]], ledger: Ledger) -> Kept:
    """Write records, each a key, an id and a text, into a folder. New ones come all or none.
    Raises NotWritten, and desk.writing.Taken."""
    kept = Kept()
    new: dict[Path, bytes] = {}
    learned: list[tuple[str, str, bytes]] = []
    for key, id, text in texts:
        path, data = folder / f"{id}.md", text.encode()
        there, ours = _bytes(path), ledger.digest_of(key)
        if there is None and ours:
            kept.left.append(f"{path.name}: đã có người xóa tệp này, không tạo lại")
        elif there is None:
            new[path] = data
            learned.append((key, id, data))
            kept.new.append(id)
        elif there == data:
            kept.same.append(id)
            learned.append((key, id, data))
        elif digest(there) == ours:
            write_over(path, text, seen=there)
            ledger.learn(key, id, data)
            kept.changed.append(id)
        elif not ours:
            kept.left.append(f"{path.name}: đã có bản ghi này từ trước, giữ nguyên")
        elif digest(data) == ours:
            kept.same.append(id)
        else:
            kept.left.append(f"{path.name}: bảng đổi nhưng tệp đã có người sửa, giữ nguyên tệp")
    write_all(new)
    for key, id, data in learned:
        ledger.learn(key, id, data)
    return kept


def digest(data: bytes) -> str:
    """A short digest of a text, whatever its line ends."""
    return blake2b(data.replace(b"\r\n", b"\n"), digest_size=12).hexdigest()


def _bytes(path: Path) -> bytes | None:
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return None
    except OSError as error:
        raise NotWritten(f"{path}: không đọc được ({error.strerror})") from error
