"""The files of an index: the same bytes from memory and from disk, and made once."""

from __future__ import annotations

import zlib
from pathlib import Path

import numpy as np
import pytest

from newsroom.planning.views.search import Entry, Segment, ShardView
from newsroom.rendering import search_index, search_rows
from newsroom.rendering.search_cache import KEPT, shard
from newsroom.rendering.search_index import Index
from newsroom.rendering.search_spill import Spill
from tests.newsroom.builders import body

TEXT = "thi đua khen thưởng phong trào yêu nước bình dân học vụ số cải cách hành chính"
WORDS = TEXT.split()


def segment(entries: int = 40, stem: int = 32) -> Segment:
    made = [
        Entry(
            title=f"Tin {number} {WORDS[number % 7]}",
            body=body(" ".join(WORDS[number % 5 :] * 20) + f" số {number}"),
        )
        for number in range(entries)
    ]
    return Segment(made, stem)


def shards_of(segment: Segment) -> list[bytes]:
    return list(Index(segment).files())


def test_the_same_entries_give_the_same_bytes() -> None:
    assert shards_of(segment()) == shards_of(segment())
    assert segment().digest == segment().digest


def test_what_does_not_fit_in_memory_gives_the_same_bytes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = shards_of(segment(400))
    spills: list[Spill] = []

    def small(parts: int) -> Spill:
        spills.append(Spill(parts, at_hand=50))
        return spills[-1]

    monkeypatch.setattr(search_rows, "TOGETHER", 500)
    monkeypatch.setattr(search_index, "Spill", small)

    assert shards_of(segment(400)) == whole
    assert spills[0].spilled


def test_a_spill_gives_back_all_in_order() -> None:
    spill = Spill(7, at_hand=10)
    numbers = np.arange(1000, dtype=np.uint64) * 31 % 1000
    for rows in np.array_split(numbers, 30):
        spill.put(rows, rows % 7)
    assert spill.spilled
    parts = [spill.take(part).tolist() for part in range(7)]
    spill.close()

    assert parts == [[number for number in range(1000) if number % 7 == part] for part in range(7)]


def test_there_are_as_many_files_as_were_planned_and_none_is_large() -> None:
    made = segment(400)
    files = shards_of(made)

    assert len(files) == made.shards > 10
    assert max(map(len, files)) < 20_000


@pytest.mark.parametrize("change", ["names", "title", "lead", "words", "facets", "body"])
def test_every_field_of_an_entry_is_in_the_name_of_its_files(change: str) -> None:
    other = body("Khác") if change == "body" else "Khác" if change == "title" else ("Khác",)
    entries = Segment([Entry()], 2), Segment([Entry(**{change: other})], 2)  # type: ignore[arg-type]

    assert entries[0].digest != entries[1].digest


def test_the_order_of_entries_and_the_stem_are_in_the_name_too() -> None:
    one, two = Entry(title="Một"), Entry(title="Hai")

    assert len({Segment(each, stem).digest for each in ([one, two], [two, one])
                for stem in (2, 32)}) == 4  # fmt: skip


@pytest.mark.parametrize("damage", [b"x", b"\xff", b"\0"])
def test_a_file_is_made_once_and_a_damaged_one_again(tmp_path: Path, damage: bytes) -> None:
    made = segment()
    first = shard(ShardView(segment=made, number=0), tmp_path)
    kept = next(tmp_path.glob(f"*-{made.digest}"))
    before = kept.stat().st_mtime_ns
    again = shard(ShardView(segment=segment(), number=1), tmp_path)
    assert kept.stat().st_mtime_ns == before

    kept.write_bytes(damage * kept.stat().st_size)
    mended = shard(ShardView(segment=made, number=0), tmp_path)

    assert (mended, again) == (first, shards_of(made)[1])
    assert zlib.decompress(first)


def test_the_cache_keeps_the_segments_of_the_last_editions_alone(tmp_path: Path) -> None:
    (tmp_path / ".tin.killed.part").touch()
    for number in range(1, KEPT + 4):
        shard(ShardView(segment=segment(number), number=0), tmp_path)
    shard(ShardView(segment=Segment([Entry()], 32, "tin-2"), number=0), tmp_path)
    names = sorted(path.name.partition(".")[0] for path in tmp_path.iterdir())

    assert names == ["", *["tin"] * (KEPT + 1), "tin-2", "tin-2"]
