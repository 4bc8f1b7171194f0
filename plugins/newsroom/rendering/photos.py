"""Photos: one source picture and one size in; a JPEG or AVIF of it out, without a word of
metadata."""

from __future__ import annotations

import re
from io import BytesIO
from pathlib import Path

import PIL
from PIL import Image, ImageCms, ImageOps

from newsroom.planning.views.standing import PhotoView
from newsroom.rendering.photo_cache import PhotoCache

# Every format is registered now, in one thread: photos are made in many.
Image.init()

FORMATS = ("JPEG", "PNG", "WEBP", "AVIF")
"""The formats that content may hold; Pillow is asked for no other."""
JPEG_QUALITY = 75
AVIF_QUALITY = 50
AVIF_SPEED = 8
ORIENTATION = 0x0112
"""The EXIF tag; its values from 5 on swap width and height (EXIF 2.32, 4.6.4)."""


def photo(view: PhotoView, cache: Path) -> bytes:
    """The photo in the view's size and format, made once for each source, size and way of making.

    OSError where the source cannot be read or decoded.
    """
    kept = PhotoCache(cache, _name(view))
    data = kept.read()
    if data is None:
        data = _made(view)
        kept.write(data)
    return data


def _made(view: PhotoView) -> bytes:
    try:
        return encode(picture(Path(view.path), view.width, view.height), view.format)
    except (OSError, SyntaxError) as error:  # Pillow says both of a damaged file
        raise OSError(f"{view.path}: {error}") from error


def _name(view: PhotoView) -> str:
    recipe = re.sub(r"[^a-z0-9.]+", "-", view.recipe.lower())
    how = f"{JPEG_QUALITY}-{AVIF_QUALITY}-{AVIF_SPEED}-pillow{PIL.__version__}"
    return f"{view.digest}-{view.width}x{view.height}-{recipe}-{how}.{view.format}"


def picture(file: Path, width: int, height: int) -> Image.Image:
    """The file upright, in sRGB, on white, at this size in pixels and never above its own.

    A new image: nothing that the file says of itself comes along.
    """
    with Image.open(file, formats=FORMATS) as source:
        turned = source.getexif().get(ORIENTATION, 1) >= 5
        across, down = reversed(source.size) if turned else source.size
        size = min(width, across), min(height, down)
        # A JPEG can be decoded at a half, a quarter or an eighth; twice the size keeps it sharp.
        wanted = (size[1] * 2, size[0] * 2) if turned else (size[0] * 2, size[1] * 2)
        source.draft(None, wanted)
        profile = source.info.get("icc_profile")
        upright = ImageOps.exif_transpose(source)
    small = _on_white(upright).resize(size, Image.Resampling.LANCZOS, reducing_gap=2.0)
    clean = Image.new("RGB", size)
    clean.paste(_in_srgb(small, profile))
    return clean


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


def encode(image: Image.Image, format: str) -> bytes:
    """As JPEG or AVIF; the bytes are the same on any number of cores (AVIF's are not, left
    alone)."""
    to = BytesIO()
    if format == "avif":
        image.save(to, "AVIF", quality=AVIF_QUALITY, speed=AVIF_SPEED, max_threads=1)
    elif format == "jpeg":
        image.save(to, "JPEG", quality=JPEG_QUALITY, progressive=True, optimize=True)
    else:
        raise ValueError(f"photos are made as jpeg or avif, not {format}")
    return to.getvalue()
