"""Photos: one source picture and one size in; a JPEG or AVIF of it out, without a word of
metadata."""

from __future__ import annotations

import re
import warnings
from io import BytesIO
from pathlib import Path
from threading import Lock

import PIL
from PIL import Image, ImageCms

from newsroom.planning.views.standing import PhotoView
from newsroom.rendering.photo_cache import PhotoCache

# Every format is registered now, in one thread: photos are made in many.
Image.init()

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
"""The formats that content may hold; Pillow is asked for no other."""
RECIPE = re.compile(r"(?P<format>jpeg|avif)-q(?P<quality>\d{1,3})(-s(?P<speed>\d{1,2}))?")
"""How the plan says that a photo is made: jpeg-q75, avif-q50-s8 (quality, and AVIF's speed)."""
ORIENTATION = 0x0112
UPRIGHT = {
    2: Image.Transpose.FLIP_LEFT_RIGHT,
    3: Image.Transpose.ROTATE_180,
    4: Image.Transpose.FLIP_TOP_BOTTOM,
    5: Image.Transpose.TRANSPOSE,
    6: Image.Transpose.ROTATE_270,
    7: Image.Transpose.TRANSVERSE,
    8: Image.Transpose.ROTATE_90,
}
"""What makes a picture upright, by its orientation (EXIF 2.32, 4.6.4); from 5 on it lies on its
side."""
_one_at_a_time = Lock()


def photo(view: PhotoView, cache: Path) -> bytes:
    """The photo in the view's size and format, made once for each source, size and recipe.

    OSError where the source cannot be read or decoded; ValueError for an unknown recipe.
    """
    recipe = RECIPE.fullmatch(view.recipe)
    if recipe is None or recipe["format"] != view.format:
        raise ValueError(f"no way of making {view.format} is called {view.recipe!r}")
    kept = PhotoCache(cache, _name(view))
    data = kept.read()
    if data is None:
        data = _made(view, int(recipe["quality"]), int(recipe["speed"] or 8))
        kept.write(data)
    return data


def _name(view: PhotoView) -> str:
    part = "-".join(map(str, view.box)) + "-" if view.box else ""
    how = f"{view.width}x{view.height}-{part}{view.recipe}-pillow{PIL.__version__}"
    return f"{view.digest}-{how}.{view.format}"


def _made(view: PhotoView, quality: int, speed: int) -> bytes:
    try:
        image = picture(Path(view.path), view.width, view.height)
    except (OSError, SyntaxError) as error:  # Pillow says both of a damaged file
        raise OSError(f"{view.path}: {error}") from error
    if view.box:
        image = image.crop(view.box)
    return as_avif(image, quality, speed) if view.format == "avif" else as_jpeg(image, quality)


def as_jpeg(image: Image.Image, quality: int) -> bytes:
    """Progressive: a slow line shows the whole picture early."""
    to = BytesIO()
    image.save(to, "JPEG", quality=quality, progressive=True, optimize=True)
    return to.getvalue()


def as_avif(image: Image.Image, quality: int, speed: int) -> bytes:
    """With one thread, since the encoder's bytes differ by the number of threads."""
    to = BytesIO()
    image.save(to, "AVIF", quality=quality, speed=speed, max_threads=1)
    return to.getvalue()


def picture(file: Path, width: int, height: int) -> Image.Image:
    """The file upright, in sRGB, on white, at this size in pixels and never above its own.

    A new image: nothing that the file says of itself comes along.
    """
    with _opened(file) as source:
        orientation = _orientation(source)
        if orientation >= 5:
            width, height = height, width
        size = min(width, source.width), min(height, source.height)
        # A JPEG can be decoded at a half, a quarter or an eighth; twice the size keeps it sharp.
        source.draft(None, (size[0] * 2, size[1] * 2))
        profile = source.info.get("icc_profile")
        small = _on_white(source).resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    shown = _in_srgb(small, profile)
    if orientation in UPRIGHT:
        shown = shown.transpose(UPRIGHT[orientation])
    return _without_a_word(shown)


def _opened(file: Path) -> Image.Image:
    """Pillow warns of an EXIF block that is cut off; which warnings are shown belongs to the
    process, so one thread at a time turns them off."""
    with _one_at_a_time, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        return Image.open(file, formats=FORMATS)


def _orientation(source: Image.Image) -> int:
    """Its EXIF orientation, 1 where it has none."""
    with _one_at_a_time, warnings.catch_warnings():
        warnings.simplefilter("ignore")
        value = source.getexif().get(ORIENTATION, 1)
    return value if value in UPRIGHT else 1


def _on_white(image: Image.Image) -> Image.Image:
    """In 8 bits a channel and without transparency: L, RGB or CMYK."""
    if image.mode.startswith("I"):
        image = _from_16_bits(image)
    if image.has_transparency_data:
        seen = image.convert("RGBA")
        paper = Image.new("RGB", seen.size, "white")
        paper.paste(seen, mask=seen.getchannel("A"))
        return paper
    if image.mode in ("L", "RGB", "CMYK"):
        return image
    return image.convert("L" if image.mode == "1" else "RGB")


def _from_16_bits(image: Image.Image) -> Image.Image:
    """The upper 8 of 16 bits; converting alone would cut every value above 255."""
    return image.convert("I").point(lambda value: value * (1 / 256)).convert("L")


def _in_srgb(image: Image.Image, profile: bytes | None) -> Image.Image:
    """By its colour profile where it has one that fits; else as if it were sRGB already."""
    if profile:
        try:
            embedded = ImageCms.ImageCmsProfile(BytesIO(profile))
            srgb = ImageCms.createProfile("sRGB")
            converted = ImageCms.profileToProfile(image, embedded, srgb, outputMode="RGB")
        except (ImageCms.PyCMSError, OSError, ValueError):
            return image.convert("RGB")
        if converted is not None:
            return converted
    return image.convert("RGB")


def _without_a_word(image: Image.Image) -> Image.Image:
    clean = Image.new("RGB", image.size)
    clean.paste(image)
    return clean
