"""Draws the sample photos: plain scenes that cannot be taken for real ones.

Nothing enters; `demo/content/photos/` leaves. Run it by hand after a change.
"""

# ruff: noqa: INP001 - a script that stands alone, in no package

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from PIL import Image, ImageDraw

FOLDER = Path(__file__).resolve().parent / "content" / "photos"
PAPER, SILK, INK, TEA, LACQUER, GILT = (
    "#fffdf9", "#f1e6d4", "#221b17", "#7a6a5c", "#971b1e", "#c98a1b",
)  # fmt: skip
SKY, FIELD, LEAF, WATER, WALL = "#cfe3ea", "#b9cf8a", "#4f7d46", "#6fa3b5", "#e3c7a0"
SIDEWAYS = 6
"""EXIF orientation: the camera was held upright, so the stored picture lies on its side."""

Canvas = ImageDraw.ImageDraw


def draw_all() -> None:
    """Write every scene under its name; JPEG unless the name says otherwise."""
    for name, (size, scene) in SCENES.items():
        picture = Image.new("RGB", size, PAPER)
        scene(ImageDraw.Draw(picture), *size)
        _save(picture, FOLDER / name)


def _save(picture: Image.Image, path: Path) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.stem.endswith("-doc"):
        exif = Image.Exif()
        exif[0x0112] = SIDEWAYS
        picture.rotate(90, expand=True).save(path, quality=72, exif=exif)
    elif path.suffix == ".png":
        picture.quantize(32).save(path, optimize=True)
    else:
        picture.save(path, quality=72, optimize=True)


def _hall(draw: Canvas, width: int, height: int) -> None:
    draw.rectangle((0, 0, width, height * 0.62), WALL)
    draw.rectangle((0, height * 0.62, width, height), SILK)
    draw.rectangle((width * 0.15, height * 0.1, width * 0.85, height * 0.42), LACQUER)
    for step in range(3):
        top = height * (0.18 + step * 0.07)
        draw.rectangle(
            (width * 0.28, top, width * (0.72 - step * 0.06), top + height * 0.02), GILT
        )
    _seats(draw, width, height, rows=3)


def _seats(draw: Canvas, width: int, height: int, rows: int) -> None:
    for row in range(rows):
        size = width * (0.03 + row * 0.012)
        top = height * (0.6 + row * 0.13)
        for seat in range(12 - row * 2):
            left = width * 0.04 + seat * size * 2.5
            draw.ellipse((left, top, left + size, top + size), INK)
            shoulders = (left - size * 0.4, top + size, left + size * 1.4, top + size * 2)
            draw.rounded_rectangle(shoulders, size / 3, TEA)


def _table(draw: Canvas, width: int, height: int) -> None:
    draw.rectangle((0, 0, width, height * 0.5), SKY)
    draw.rectangle((0, height * 0.5, width, height), SILK)
    draw.polygon(
        ((width * 0.1, height * 0.9), (width * 0.9, height * 0.9),
         (width * 0.75, height * 0.55), (width * 0.25, height * 0.55)), LACQUER,
    )  # fmt: skip
    for sheet in range(4):
        left = width * (0.27 + sheet * 0.13)
        draw.rectangle((left, height * 0.6, left + width * 0.07, height * 0.7), PAPER)
    _seats(draw, width, round(height * 0.66), rows=1)


def _counter(draw: Canvas, width: int, height: int) -> None:
    draw.rectangle((0, 0, width, height), SKY)
    draw.rectangle((0, height * 0.58, width, height), WALL)
    for desk in range(4):
        left = width * (0.06 + desk * 0.235)
        draw.rectangle((left, height * 0.2, left + width * 0.19, height * 0.58), PAPER)
        draw.rectangle((left, height * 0.2, left + width * 0.19, height * 0.27), LACQUER)
        head = (left + width * 0.07, height * 0.36, left + width * 0.12, height * 0.45)
        draw.ellipse(head, INK)
        draw.rectangle(
            (left + width * 0.05, height * 0.46, left + width * 0.14, height * 0.58), LEAF
        )


def _fields(draw: Canvas, width: int, height: int) -> None:
    draw.rectangle((0, 0, width, height * 0.4), SKY)
    draw.ellipse((width * 0.7, height * 0.08, width * 0.8, height * 0.08 + width * 0.1), GILT)
    for strip in range(6):
        top = height * (0.4 + strip * 0.1)
        colour = FIELD if strip % 2 else LEAF
        draw.polygon(
            ((0, top), (width, top - height * 0.04), (width, height), (0, height)), colour
        )
    draw.polygon(
        ((width * 0.42, height), (width * 0.58, height),
         (width * 0.505, height * 0.4), (width * 0.495, height * 0.4)), SILK,
    )  # fmt: skip


def _river(draw: Canvas, width: int, height: int) -> None:
    draw.rectangle((0, 0, width, height), SKY)
    draw.polygon(((0, height * 0.5), (width * 0.4, height * 0.25), (width, height * 0.5)), LEAF)
    draw.rectangle((0, height * 0.5, width, height), WATER)
    for wave in range(7):
        top = height * (0.56 + wave * 0.06)
        draw.line((width * 0.05 * wave, top, width * (0.4 + 0.08 * wave), top), PAPER, 3)
    draw.polygon(
        ((width * 0.6, height * 0.66), (width * 0.85, height * 0.66),
         (width * 0.8, height * 0.74), (width * 0.65, height * 0.74)), LACQUER,
    )  # fmt: skip


def _files(draw: Canvas, width: int, height: int) -> None:
    draw.rectangle((0, 0, width, height), SILK)
    for shelf in range(4):
        base = height * (0.24 + shelf * 0.24)
        draw.rectangle((0, base, width, base + height * 0.02), TEA)
        for book in range(14):
            left = width * (0.02 + book * 0.07)
            top = base - height * (0.13 + (book * 7 + shelf * 3) % 5 * 0.014)
            colour = (LACQUER, LEAF, GILT, WATER)[(book + shelf) % 4]
            draw.rectangle((left, top, left + width * 0.055, base), colour)


def _trees(draw: Canvas, width: int, height: int) -> None:
    draw.rectangle((0, 0, width, height * 0.7), SKY)
    draw.rectangle((0, height * 0.7, width, height), FIELD)
    for tree in range(5):
        middle = width * (0.1 + tree * 0.2)
        trunk = (middle - width * 0.012, height * 0.5, middle + width * 0.012, height * 0.78)
        draw.rectangle(trunk, TEA)
        crown = (middle - width * 0.07, height * 0.25, middle + width * 0.07, height * 0.55)
        draw.ellipse(crown, LEAF)


def _flag(draw: Canvas, width: int, height: int) -> None:
    draw.rectangle((0, 0, width, height), SILK)
    draw.rectangle((width * 0.2, height * 0.1, width * 0.23, height * 0.95), TEA)
    draw.polygon(
        ((width * 0.23, height * 0.12), (width * 0.8, height * 0.17),
         (width * 0.72, height * 0.33), (width * 0.8, height * 0.5), (width * 0.23, height * 0.5)),
        LACQUER,
    )  # fmt: skip
    draw.rectangle((width * 0.32, height * 0.27, width * 0.6, height * 0.3), GILT)
    draw.rectangle((width * 0.32, height * 0.35, width * 0.5, height * 0.38), GILT)


def _screen(draw: Canvas, width: int, height: int) -> None:
    draw.rectangle((0, 0, width, height), SILK)
    frame = (width * 0.15, height * 0.12, width * 0.85, height * 0.7)
    draw.rounded_rectangle(frame, 16, INK)
    inner = (width * 0.18, height * 0.16, width * 0.82, height * 0.66)
    draw.rectangle(inner, PAPER)
    for bar in range(6):
        left = width * (0.23 + bar * 0.095)
        top = height * (0.56 - (bar * 5 + 2) % 7 * 0.05)
        draw.rectangle(
            (left, top, left + width * 0.05, height * 0.6), LACQUER if bar == 4 else WATER
        )
    draw.rectangle((width * 0.45, height * 0.7, width * 0.55, height * 0.82), INK)


def _house(draw: Canvas, width: int, height: int) -> None:
    draw.rectangle((0, 0, width, height), SKY)
    draw.rectangle((0, height * 0.8, width, height), FIELD)
    draw.rectangle((width * 0.18, height * 0.4, width * 0.82, height * 0.8), WALL)
    roof = (
        (width * 0.1, height * 0.42),
        (width * 0.5, height * 0.15),
        (width * 0.9, height * 0.42),
    )
    draw.polygon(roof, LACQUER)
    for window in range(4):
        left = width * (0.23 + window * 0.15)
        draw.rectangle((left, height * 0.48, left + width * 0.09, height * 0.6), PAPER)
    draw.rectangle((width * 0.45, height * 0.63, width * 0.55, height * 0.8), TEA)


Scene = Callable[[Canvas, int, int], None]
WIDE, TALL, SQUARE, BAND = (1200, 800), (800, 1200), (900, 900), (1400, 500)
SCENES: dict[str, tuple[tuple[int, int], Scene]] = {
    "2021/01/hoi-truong.jpg": (WIDE, _hall),
    "2022/05/dong-ruong.jpg": ((1600, 900), _fields),
    "2023/03/quay-tiep-nhan.jpg": (WIDE, _counter),
    "2023/06/trong-cay.png": (BAND, _trees),
    "2024/04/ban-hop.jpg": ((1200, 900), _table),
    "2024/09/kho-ho-so-doc.jpg": (TALL, _files),
    "2025/03/tru-so-moi.jpg": (SQUARE, _house),
    "2025/07/ben-song.jpg": (BAND, _river),
    "2025/12/co-thi-dua.webp": (TALL, _flag),
    "2026/01/le-phat-dong.jpg": ((1280, 720), _hall),
    "2026/10/bieu-do.png": (WIDE, _screen),
    "nhan/tin-nhiem.png": ((240, 240), _flag),
}

if __name__ == "__main__":
    draw_all()
