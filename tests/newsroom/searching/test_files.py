"""The files of an index: the same bytes from memory and from disk, and made once."""

from __future__ import annotations

import zlib
from itertools import chain
from pathlib import Path

import pytest

from newsroom.planning.views.search import Entry, Segment, ShardView
from newsroom.rendering import search_index, search_spill
from newsroom.rendering.search_cache import KEPT, shard
from newsroom.rendering.search_index import shards_of
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


def test_the_same_entries_give_the_same_bytes() -> None:
    assert list(shards_of(segment())) == list(shards_of(segment()))
    assert segment().digest == segment().digest


def test_what_does_not_fit_in_memory_gives_the_same_bytes(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    whole = list(shards_of(segment()))
    monkeypatch.setattr(search_index, "Spill", lambda: Spill(at_hand=50))

    assert list(shards_of(segment())) == whole


def test_a_spill_gives_back_all_in_order() -> None:
    spill = Spill(at_hand=10)
    folds = list(range(200))
    for number in range(1000):
        spill.routes(folds)[number * 7 % 200](number * 31 % 1000)
        spill.rest()
    parts = list(spill.parts())

    assert len(parts) == search_spill.PARTS
    assert all(part == sorted(part) for part in parts)
    assert sorted(chain.from_iterable(parts)) == sorted(
        number * 31 % 1000 for number in range(1000)
    )


def test_there_are_as_many_files_as_were_planned_and_none_is_large() -> None:
    made = segment(400)
    files = list(shards_of(made))

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


def test_a_file_is_made_once_and_a_damaged_one_again(tmp_path: Path) -> None:
    made = segment()
    first = shard(ShardView(segment=made, number=0), tmp_path)
    kept = tmp_path / made.digest
    before = kept.stat().st_mtime_ns
    again = shard(ShardView(segment=segment(), number=1), tmp_path)
    assert kept.stat().st_mtime_ns == before

    kept.write_bytes(b"x" * kept.stat().st_size)
    mended = shard(ShardView(segment=made, number=0), tmp_path)

    assert (mended, again) == (first, list(shards_of(made))[1])
    assert zlib.decompress(first)


def test_the_cache_keeps_the_segments_of_the_last_editions_alone(tmp_path: Path) -> None:
    for number in range(1, KEPT + 4):
        shard(ShardView(segment=segment(number), number=0), tmp_path)

    assert len([path for path in tmp_path.iterdir() if path.name[0] != "."]) == KEPT
