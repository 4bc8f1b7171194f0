"""A photo is made once for each source, size and recipe; a damaged one is made again."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import PIL
import pytest
from PIL import Image

from newsroom.rendering import photos
from newsroom.rendering.photos import photo
from tests.studio import FORMATS, Format, Studio, quarters, view


@pytest.mark.parametrize("format", FORMATS)
def test_the_same_photo_is_the_same_bytes(tmp_path: Path, format: Format) -> None:
    first, second = Studio(tmp_path / "1"), Studio(tmp_path / "2")
    first.folder.mkdir()
    second.folder.mkdir()
    image = Image.effect_noise((640, 480), 60).convert("RGB")
    file = first.source(image)

    assert first.bytes(file, 640, 480, format) == second.bytes(file, 640, 480, format)


def test_avif_is_encoded_by_one_thread_since_its_bytes_differ_by_their_number(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: dict[str, object] = {}
    save = Image.Image.save

    def noted(image: Image.Image, to: object, format: str, **options: Any) -> None:
        asked.update(options)
        save(image, to, format, **options)  # type: ignore[arg-type]  # as it was given

    monkeypatch.setattr(Image.Image, "save", noted)
    file = view(Path(__file__), 8, 8, "avif")
    monkeypatch.setattr(photos, "picture", lambda *_: quarters(8, 8))
    photo(file, studio.cache)

    assert asked["max_threads"] == 1


def test_a_photo_that_was_made_once_is_read_back(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = studio.source(quarters(64, 64))
    made = studio.bytes(file, 32, 32)
    monkeypatch.setattr(photos, "picture", never)

    assert studio.bytes(file, 32, 32) == made


@pytest.mark.parametrize(
    "damage", [lambda data: data[:-5], lambda _: b"", lambda data: data + b"x", lambda _: b"evil"]
)
def test_a_damaged_cache_is_made_again(studio: Studio, damage: Callable[[bytes], bytes]) -> None:
    file = studio.source(quarters(64, 64))
    made = studio.bytes(file, 32, 32)
    (kept,) = studio.cache.iterdir()
    kept.write_bytes(damage(kept.read_bytes()))

    assert studio.bytes(file, 32, 32) == made


def test_another_size_source_recipe_or_pillow_is_made_anew(
    studio: Studio, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = studio.source(quarters(64, 64))
    first = view(file, 32, 32)
    photo(first, studio.cache)
    photo(replace(first, width=16), studio.cache)
    photo(replace(first, height=16), studio.cache)
    photo(replace(first, recipe="jpeg-q40"), studio.cache)
    photo(replace(first, digest="other"), studio.cache)
    monkeypatch.setattr(PIL, "__version__", "99")
    photo(first, studio.cache)

    assert len(list(studio.cache.iterdir())) == 6


def never(*_: object) -> Image.Image:
    raise AssertionError("made a second time")
