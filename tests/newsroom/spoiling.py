"""What can happen to a file on a bad disk."""

from __future__ import annotations

from pathlib import Path

from tests.newsroom.desk_of_edits import Desk


def spoil(path: Path, desk: Desk) -> None:
    """Take it away, cut it, put something else in its place, or turn some of its bits."""
    data = bytearray(path.read_bytes())
    match desk.chance.randrange(4):
        case 0:
            path.unlink()
        case 1:
            path.write_bytes(data[: len(data) // 2])
        case 2:
            path.write_bytes(b"not a database")
        case _:
            for _ in range(desk.chance.choice([1, 20, 2000])):
                data[desk.chance.randrange(len(data))] ^= 1 << desk.chance.randrange(8)
            path.write_bytes(data)
