"""The photo cache: a photo that was made once is read back, if its bytes are still what they
were."""

from __future__ import annotations

import os
import threading
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path

CHECK = 16
"""How many bytes before the photo's own say what it must be."""


@dataclass(frozen=True, slots=True)
class PhotoCache:
    """One photo's place in the cache folder."""

    folder: Path
    name: str

    def read(self) -> bytes | None:
        """The photo, or nothing where it is missing or damaged: it is then made again."""
        try:
            data = (self.folder / self.name).read_bytes()
        except OSError:
            return None
        check, photo = data[:CHECK], data[CHECK:]
        return photo if check == _check(photo) else None

    def write(self, photo: bytes) -> None:
        """Keep it, whole or not at all, whoever else is writing the same one."""
        self.folder.mkdir(parents=True, exist_ok=True)
        part = self.folder / f".{self.name}.{os.getpid()}-{threading.get_ident()}"
        part.write_bytes(_check(photo) + photo)
        part.replace(self.folder / self.name)


def _check(photo: bytes) -> bytes:
    return blake2b(photo, digest_size=CHECK).digest()
