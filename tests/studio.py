"""A studio for tests of photos: source pictures, a cache, and what is made of them."""

from __future__ import annotations

from dataclasses import dataclass
from io import BytesIO
from pathlib import Path
from typing import Any, Literal

from PIL import Image

from newsroom.planning.views.standing import PhotoView
from newsroom.rendering.photos import photo

Format = Literal["jpeg", "avif"]
RECIPES = {"jpeg": "jpeg-q75", "avif": "avif-q50-s8"}
FORMATS: tuple[Format, ...] = ("jpeg", "avif")
RED, GREEN, BLUE, YELLOW = (250, 10, 10), (10, 250, 10), (10, 10, 250), (250, 250, 10)


@dataclass(frozen=True)
class Studio:
    """A folder with a source picture and a cache."""

    folder: Path

    @property
    def cache(self) -> Path:
        return self.folder / "cache"

    def source(self, image: Image.Image, name: str = "x.png", **options: Any) -> Path:
        """Save the picture as content would hold it."""
        file = self.folder / name
        image.save(file, **options)
        return file

    def make(self, file: Path, width: int, height: int, format: Format = "jpeg") -> Image.Image:
        """The photo made from it, opened."""
        image = Image.open(BytesIO(self.bytes(file, width, height, format)))
        image.load()
        return image

    def bytes(self, file: Path, width: int, height: int, format: Format = "jpeg") -> bytes:
        """The photo's bytes."""
        return photo(view(file, width, height, format), self.cache)


def view(file: Path, width: int, height: int, format: Format = "jpeg") -> PhotoView:
    return PhotoView(
        path=str(file),
        digest=file.stem,
        width=width,
        height=height,
        format=format,
        recipe=RECIPES[format],
    )


def quarters(width: int, height: int) -> Image.Image:
    """A picture whose corners can be told apart."""
    image = Image.new("RGB", (width, height), RED)
    image.paste(GREEN, (width // 2, 0, width, height // 2))
    image.paste(BLUE, (0, height // 2, width // 2, height))
    image.paste(YELLOW, (width // 2, height // 2, width, height))
    return image


def near(seen: object, meant: tuple[int, int, int], far: int = 25) -> bool:
    """Whether a colour is the one that was meant, but for what compression does to it."""
    assert isinstance(seen, tuple)
    return all(abs(a - b) <= far for a, b in zip(seen, meant, strict=True))
