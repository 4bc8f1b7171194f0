"""Compressed copies: the same bytes for the same text, whenever and wherever they are made."""

from __future__ import annotations

import gzip
import random
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # it ships no types
import pytest

from publishing import staging
from publishing.staging import lay_compressed
from tests.building import tree

TEXT = "".join(random.Random(1).choices("Thi đua yêu nước, khen thưởng. ", k=9_000))  # noqa: S311
PATHS = ["index.html", "feed.atom", "du-lieu/article.json", "du-lieu/article.csv"]


def test_copies_made_twice_are_equal_byte_for_byte(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = compressed(tmp_path / "a", tmp_path / "cache-a")
    monkeypatch.setattr("time.time", lambda: 2_000_000_000.0)

    assert compressed(tmp_path / "another", tmp_path / "cache-b") == first
    assert len(first) == 3 * len(PATHS)


def test_copies_taken_from_the_cache_are_those_made_anew(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    first = compressed(tmp_path / "a", tmp_path / "cache")
    for packer in ("gz", "br"):
        monkeypatch.setattr(staging, packer, lambda _text: b"made again")

    assert compressed(tmp_path / "b", tmp_path / "cache") == first


def test_copies_unpack_to_the_text(tmp_path: Path) -> None:
    made = compressed(tmp_path / "a", tmp_path / "cache")

    for path in PATHS:
        assert gzip.decompress(made[f"{path}.gz"]).decode() == TEXT
        assert brotli.decompress(made[f"{path}.br"]).decode() == TEXT


def test_a_packed_file_tells_neither_its_name_nor_when_it_was_made(tmp_path: Path) -> None:
    head = compressed(tmp_path / "a", tmp_path / "cache")["index.html.gz"][:10]

    flags, time = head[3], head[4:8]
    assert (flags, time) == (0, bytes(4))


@pytest.mark.parametrize(
    "spoilt",
    [b"", b"garbage", gzip.compress(b"another text", mtime=0)],
    ids=["empty", "no gzip", "another's"],
)
def test_a_spoilt_cache_changes_no_copy(tmp_path: Path, spoilt: bytes) -> None:
    first = compressed(tmp_path / "a", tmp_path / "cache")
    for kept in (tmp_path / "cache").iterdir():
        kept.write_bytes(spoilt)

    assert compressed(tmp_path / "b", tmp_path / "cache") == first


def compressed(folder: Path, cache: Path) -> dict[str, bytes]:
    """A site laid and compressed: every file by its path."""
    for path in PATHS:
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(TEXT, "utf-8")
    lay_compressed(folder, PATHS, cache)
    return tree(folder)
