"""An index that begins with the rows of an earlier one: the same bytes as one made anew, less
work, and never a word of a record that is gone."""

from __future__ import annotations

import random
import zlib
from collections.abc import Sequence
from pathlib import Path

import pytest

from newsroom.planning.views.search import Entry, Segment, ShardView
from newsroom.rendering import search_cache, search_index, search_shards
from newsroom.rendering.search_cache import shard
from newsroom.rendering.search_index import Index
from newsroom.rendering.search_vocabulary import Vocabulary
from tests.newsroom.builders import body

TEXT = """thi đua thì đưa thi dua khen thưởng phong trào yêu nước bình dân học vụ số 34-CT/TW Hòa
hoà ủy uỷ sĩ sỹ quý tháng 29/7/2020 Москва Мосфильм 文化 𠀀字 𠀀文 łódź Łowicz xã. Huyện; tỉnh!"""
WORDS = TEXT.split()


def entry(number: int, *more: str) -> Entry:
    chance = random.Random(number)  # noqa: S311 - sample text, no secret
    text = " ".join(chance.choice(WORDS) for _ in range(chance.randrange(800)))
    return Entry(
        names=(f"Xã {number}",) if number % 9 == 0 else (),
        title=" ".join((f"Tin {number}", *more)),
        lead=(f"Ngày {number % 28 + 1} tháng 7 năm 2020",),
        facets=(f"unit:don-vi-{number % 7}",),
        body=body(text),
    )


OLD = [entry(number) for number in range(300)]
EDITED = [*OLD[:70], entry(70, "thêm một chữ mới"), *OLD[71:]]
CHANGES = {
    "a word more": EDITED,
    "another text altogether": [*OLD[:70], entry(999), *OLD[71:]],
    "one gone": [*OLD[:100], *OLD[101:]],
    "one between": [*OLD[:100], entry(500), *OLD[100:]],
    "many more": [*OLD, *map(entry, range(300, 420))],
    "two in another order": [*OLD[:10], OLD[11], OLD[10], *OLD[12:]],
    "the same twice": [*OLD, OLD[5], OLD[5]],
    "nothing in common": [*map(entry, range(600, 900))],
    "next to nothing": OLD[:2],
}


def segment(entries: Sequence[Entry]) -> Segment:
    return Segment(entries, 32)


def files(made: Segment, folder: Path) -> list[bytes]:
    return [shard(ShardView(segment=made, number=number), folder) for number in range(made.shards)]


def anew(made: Segment) -> list[bytes]:
    return list(Index(made).files())


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    files(segment(OLD), tmp_path)
    return tmp_path


@pytest.mark.parametrize("change", CHANGES)
def test_after_any_change_the_bytes_are_those_made_anew(change: str, folder: Path) -> None:
    made = segment(CHANGES[change])
    assert made.shards > search_index.EACH or len(made.entries) < 3

    assert files(made, folder) == anew(made)
    assert files(segment(EDITED), folder) == anew(segment(EDITED))


@pytest.mark.parametrize("seed", range(6))
def test_a_chain_of_changes_by_chance_ends_where_one_made_anew_does(
    seed: int, folder: Path
) -> None:
    chance = random.Random(seed)  # noqa: S311 - sample changes, no secret
    entries = list(OLD)
    for _ in range(6):
        for _ in range(chance.randrange(1, 4)):
            place = chance.randrange(len(entries))
            match chance.randrange(3):
                case 0:
                    entries[place] = entry(chance.randrange(10_000))
                case 1:
                    entries.insert(place, entry(chance.randrange(10_000)))
                case _:
                    del entries[place]
        made = segment(entries)
        assert files(made, folder) == anew(made)


@pytest.fixture
def read(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Every text that is read while an index is made."""
    texts: list[str] = []
    reading = Vocabulary.read

    def told(self: Vocabulary, text: str) -> list[int]:
        texts.append(text)
        return reading(self, text)

    monkeypatch.setattr(Vocabulary, "read", told)
    return texts


def test_only_what_is_new_is_read_and_only_its_files_are_made(
    folder: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    made: set[int] = set()
    shards = search_shards.shards

    def told(*given: object) -> dict[int, bytes]:
        found = shards(*given)  # type: ignore[arg-type]
        made.update(found)
        return found

    monkeypatch.setattr(search_index, "shards", told)
    files(segment(EDITED), folder)

    assert [text for text in read if text.startswith("Tin")] == ["Tin 70 thêm một chữ mới"]
    assert 0 < len(made) < segment(OLD).shards / 3


@pytest.mark.parametrize("place", [0, 0.3, 0.6, 0.9, 1])
@pytest.mark.parametrize("change", ["one byte", "cut off", "empty", "a picture"])
def test_damaged_rows_are_not_used(
    place: float, change: str, folder: Path, read: list[str]
) -> None:
    kept = folder / "tin.rows"
    data = kept.read_bytes()
    at = int(place * (len(data) - 1))
    match change:
        case "one byte":
            kept.write_bytes(data[:at] + bytes((data[at] ^ 64,)) + data[at + 1 :])
        case "cut off":
            kept.write_bytes(data[:at])
        case "empty":
            kept.write_bytes(b"")
        case _:
            kept.write_bytes(b"\xff" * len(data))

    assert files(segment(EDITED), folder) == anew(segment(EDITED))
    assert f"Tin {299}" in read
    assert not list(folder.glob("*.part"))


def test_files_that_are_damaged_are_not_taken_over(folder: Path) -> None:
    kept = next(folder.glob("tin.*-*"))
    data = bytearray(kept.read_bytes())
    for place in range(0, len(data), 300):
        data[place] ^= 64
    kept.write_bytes(data)

    assert files(segment(EDITED), folder) == anew(segment(EDITED))


def test_rows_that_other_code_made_are_not_used(
    folder: Path, read: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search_cache, "_code", lambda: "other code")
    files(segment(EDITED), folder)

    assert "Tin 299" in read


def test_a_word_that_is_gone_is_in_no_file(folder: Path) -> None:
    files(segment(EDITED), folder)
    after = b"".join(map(zlib.decompress, files(segment(OLD), folder)))

    assert b"them" in b"".join(map(zlib.decompress, files(segment(EDITED), folder)))
    assert b"them" not in after
