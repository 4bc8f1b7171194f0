"""Share cards: the words of a page in; a PNG of 1200 by 630 out, as previews elsewhere show it.

A card is drawn like a page: paper, a short red rule under the name, the title in serifs. Its three
inks never overlap, so each is drawn as a mask and the picture is made of palette indices at once:
a few milliseconds, some 25 kB.
"""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from importlib.metadata import version
from importlib.resources import files
from io import BytesIO
from pathlib import Path
from typing import NamedTuple

import PIL
from PIL import Image, ImageChops, ImageDraw, ImageFont

from newsroom.planning.views.standing import ShareCardView
from newsroom.rendering.photo_cache import PhotoCache
from newsroom.rendering.typesetting import Typeset, set_lines

SIZE = (1200, 630)
"""What Facebook and Zalo show without cutting (Facebook, sharing best practices: 1.91 to 1)."""
MARGIN = 80
WIDTH = SIZE[0] - 2 * MARGIN
BOTTOM = 516
"""Where the title's room ends and the foot begins."""
PAPER, INK, SOFT = "#fffdf9", "#221b17", "#5f544a"
ACCENTS = {"": "#971b1e", "la-lua": "#2f6130", "gom-lam": "#1d4f86", "dat-nung": "#8a3d16"}
"""By the palette a campaign chose. All as in theme/styles/tokens.css, light."""
FONTS = {
    "serif": ("font_source_serif_pro", "SourceSerifPro-Bold.otf"),
    "sans": ("font_source_sans_pro", "SourceSansPro-Regular.otf"),
    "strong": ("font_source_sans_pro", "SourceSansPro-Semibold.otf"),
}
"""Source Serif and Source Sans (SIL OFL 1.1), from packages that pyproject.toml pins: both have
every letter of Vietnamese."""
ONE_LINE, SIZES, LINES = (88, 80, 72), (84, 76, 68, 60, 54, 48), 4
"""Sizes of a title's letters, the first that fits, and its most lines."""
_STEPS = 16
"""Shades of each ink from paper to full: enough for the edges of letters."""


class Masks(NamedTuple):
    """Where each ink goes: full at 255."""

    ink: ImageDraw.ImageDraw
    accent: ImageDraw.ImageDraw
    soft: ImageDraw.ImageDraw


def share_card(view: ShareCardView, folder: Path) -> bytes:
    """The card, made once for the same words, fonts and Pillow."""
    kept = PhotoCache(folder, f"{_digest(view)}.png")
    data = kept.read()
    if data is None:
        data = _drawn(view)
        kept.write(data)
    return data


def _digest(view: ShareCardView) -> str:
    made_of = (view.label, view.title, view.note, view.site_name, view.owner, view.palette,
               view.recipe, PIL.__version__, *_versions())  # fmt: skip
    return blake2b("\0".join(made_of).encode(), digest_size=16).hexdigest()


@cache
def _versions() -> tuple[str, ...]:
    packages = sorted({package for package, _ in FONTS.values()})
    return tuple(version(package.replace("_", "-")) for package in packages)


def _drawn(view: ShareCardView) -> bytes:
    drawn = [Image.new("L", SIZE) for _ in range(3)]
    masks = Masks(*map(ImageDraw.Draw, drawn))
    _draw_head(view, masks.ink, masks.accent)
    _draw_title(view, masks)
    _draw_foot(view, masks.soft)
    colours = (INK, ACCENTS.get(view.palette, ACCENTS[""]), SOFT)
    to = BytesIO()
    _inked(drawn, colours).save(to, "PNG", compress_level=6)
    return to.getvalue()


def _draw_head(view: ShareCardView, ink: ImageDraw.ImageDraw, accent: ImageDraw.ImageDraw) -> None:
    """The site's name with its short rule, but on the site's own card, whose title it is."""
    if view.site_name:
        ink.text((MARGIN, 56), _line(view.site_name, "strong", 36), 255, font_of("strong", 36))
        accent.rectangle((MARGIN, 112, MARGIN + 72, 117), fill=255)


def _draw_title(view: ShareCardView, masks: Masks) -> None:
    """The title under its label, in the middle of what is left between head and foot."""
    top = 156 if view.site_name else 60
    above, below = (62, 0) if view.label else (0, 100)
    title = _fitted(view.title, BOTTOM - top - above - below)
    y = top + (BOTTOM - top - above - below - title.height) // 2
    if view.label:
        _draw_label(view, y, masks)
    for line in title.lines:
        masks.ink.text((MARGIN, y + above), line, 255, title.font)
        y += title.leading
    if not view.label:
        masks.accent.rectangle((MARGIN, y + 14, MARGIN + 110, y + 21), fill=255)
        note = _line(view.note, "sans", 36)
        masks.ink.text((MARGIN, y + 44), note, 255, font_of("sans", 36))


def _draw_label(view: ShareCardView, y: int, masks: Masks) -> None:
    font = font_of("strong", 34)
    label = _line(view.label, "strong", 34)
    masks.accent.text((MARGIN, y), label, 255, font)
    after = round(font.getlength(label)) + 18
    if view.note and after < WIDTH - 200:
        note = _line(f"· {view.note}", "sans", 34, WIDTH - after)
        masks.soft.text((MARGIN + after, y), note, 255, font_of("sans", 34))


def _draw_foot(view: ShareCardView, soft: ImageDraw.ImageDraw) -> None:
    """The double rule of the colophon, and who answers for what is above it."""
    for y in (BOTTOM + 14, BOTTOM + 20):
        soft.rectangle((MARGIN, y, MARGIN + WIDTH, y + 1), fill=255)
    soft.text((MARGIN, BOTTOM + 38), _line(view.owner, "sans", 30), 255, font_of("sans", 30))


def _line(text: str, font: str, size: int, width: int = WIDTH) -> str:
    return " ".join(set_lines(text, font_of(font, size), width, 1))


def _fitted(title: str, room: int) -> Typeset:
    """The title in one line where it can be large in one; else in the largest letters that leave
    it within its lines and the room."""
    for size, most in (*((size, 1) for size in ONE_LINE), *((size, LINES) for size in SIZES)):
        font = font_of("serif", size)
        lines = set_lines(title, font, WIDTH, LINES + 1)
        found = Typeset(font, lines, round(size * 1.3))
        if len(lines) <= most and found.height <= room:
            return found
    most = max(1, min(LINES, room // found.leading))
    return Typeset(font, set_lines(title, font, WIDTH, most), found.leading)


@cache
def font_of(name: str, size: int) -> ImageFont.FreeTypeFont:
    """The font of this name in this size, in pixels."""
    package, file = FONTS[name]
    return ImageFont.truetype(BytesIO((files(package) / "files" / file).read_bytes()), size)


def _inked(masks: list[Image.Image], colours: tuple[str, ...]) -> Image.Image:
    """One picture of palette indices: each mask's shades have a range of their own."""
    whole = Image.new("L", SIZE)
    palette = [*_rgb(PAPER)]
    for number, (mask, colour) in enumerate(zip(masks, colours, strict=True)):
        first = number * (_STEPS - 1)
        shades = [min(value // _STEPS, _STEPS - 1) for value in range(256)]
        whole = ImageChops.lighter(
            whole, mask.point([first + shade if shade else 0 for shade in shades])
        )
        palette += [part for step in range(1, _STEPS) for part in _shade(colour, step)]
    picture = Image.frombytes("P", SIZE, whole.tobytes())
    picture.putpalette(palette)
    return picture


def _shade(colour: str, step: int) -> tuple[int, ...]:
    share = step / (_STEPS - 1)
    pairs = zip(_rgb(PAPER), _rgb(colour), strict=True)
    return tuple(round(paper + (ink - paper) * share) for paper, ink in pairs)


def _rgb(colour: str) -> tuple[int, ...]:
    return tuple(bytes.fromhex(colour.removeprefix("#")))
