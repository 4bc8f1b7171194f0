from __future__ import annotations

from pathlib import Path
from typing import BinaryIO

from newsroom.reading.memory import UNSURE, stamp_of
from newsroom.reading.moment import all_bytes, at_one_moment


def test_a_file_changing_while_it_is_read_is_read_again(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_bytes(b"one")

    def changing(file: BinaryIO) -> bytes:
        found = all_bytes(file)
        if found == b"one":
            path.write_bytes(b"another")
        return found

    stamp, found = at_one_moment(str(path), changing)

    assert (stamp, found) == (stamp_of(path.stat()), b"another")


def test_a_file_that_never_rests_is_not_taken_for_known(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_bytes(b"")

    def growing(file: BinaryIO) -> bytes:
        path.write_bytes(path.read_bytes() + b"x")
        return all_bytes(file)

    stamp, found = at_one_moment(str(path), growing)

    assert (stamp, set(found)) == (UNSURE, set(b"x"))
