"""What earlier runs wrote: for each item of the old site its id and the digest of its file."""

from __future__ import annotations

import json
from pathlib import Path

from desk.excel.keeping import digest
from desk.office import CannotImport
from desk.writing import NotWritten, write_new, write_over


class Memory:
    """Kept in a file beside the old site. A missing one means a first run."""

    def __init__(self, path: Path) -> None:
        """Raises CannotImport where the file is there but cannot be read: without it every article
        would come a second time."""
        self.path = path
        try:
            self._old = path.read_bytes() if path.exists() else None
            entries = json.loads(self._old or b"{}")
            self._entries = {
                str(key): (str(entry["id"]), str(entry["digest"]))
                for key, entry in entries.items()
            }
        except (OSError, ValueError, TypeError, KeyError, AttributeError) as error:
            raise CannotImport(
                f"{path}: không đọc được tệp nhớ các lần nhập trước; hãy lấy lại bản cũ của tệp, "
                "hoặc xóa tệp nếu chưa nhập lần nào"
            ) from error

    def id_of(self, key: str) -> str:
        """The id, or for a photo the path, that it was given; "" where it is new."""
        return self._entries.get(key, ("", ""))[0]

    def digest_of(self, key: str) -> str:
        """The digest of what was last written for it; "" where nothing was."""
        return self._entries.get(key, ("", ""))[1]

    def reserve(self, key: str, id: str) -> None:
        """Remember an id for what is not written yet."""
        self._entries[key] = (id, self.digest_of(key))

    def learn(self, key: str, id: str, data: bytes) -> None:
        """Remember what was written."""
        self._entries[key] = (id, digest(data))

    def ids(self) -> set[str]:
        """Every id and path that was given."""
        return {id for id, _ in self._entries.values()}

    def save(self) -> None:
        """Write it down, whole or not at all. Raises NotWritten."""
        entries = {key: {"id": id, "digest": it} for key, (id, it) in self._entries.items()}
        text = json.dumps(entries, ensure_ascii=False, indent=1, sort_keys=True) + "\n"
        if self._old is None:
            write_new(self.path, text)
        elif text.encode() != self._old:
            write_over(self.path, text, seen=self._old)
        self._old = text.encode()


__all__ = ["Memory", "NotWritten", "digest"]
