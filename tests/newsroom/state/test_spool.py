"""What was put down comes back as it was, however much it is, and nothing is left of it."""

from __future__ import annotations

from contextlib import closing
from pathlib import Path

import pytest

from newsroom.state import Spool
from newsroom.state.spool import IN_MEMORY


@pytest.mark.parametrize("size", [3, IN_MEMORY // 2], ids=["little", "more than memory takes"])
def test_facts_come_back_as_they_were_put_down(tmp_path: Path, size: int) -> None:
    given = {("view", str(number)): bytes([number]) * size for number in range(5)}
    with closing(Spool(tmp_path)) as spool:
        for key, data in given.items():
            spool.put(key, data)
            assert spool[key] == data

        assert dict(spool) == given
        assert len(spool) == 5
        assert list(tmp_path.iterdir()) == []


def test_the_last_word_on_a_fact_holds(tmp_path: Path) -> None:
    with closing(Spool(tmp_path)) as spool:
        spool.put(("view", "a"), b"first")
        spool.put(("view", "a"), b"second")

        assert dict(spool) == {("view", "a"): b"second"}
