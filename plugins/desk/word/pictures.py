"""A picture of a Word file in; the bytes of a photo that content may hold, or why not, out."""

from __future__ import annotations

import re
import warnings
from io import BytesIO

from newsroom.reading.photos import LARGEST_PHOTO, Unfit, look_at

_ENDINGS = {"jpeg": "jpg", "png": "png", "webp": "webp", "avif": "avif"}
_LONGEST_SIDE = 4096
"""Pixels of a picture that had to be made smaller."""
NO_ALT = "Ảnh trong bài, chưa có mô tả"
_MADE_BY_PROGRAM = re.compile(
    r"automatically generated|tự động tạo|^(?:picture|image|hình|ảnh|a |an )\b", re.IGNORECASE
)


def photo_of(data: bytes) -> tuple[str, bytes]:
    """The ending and the bytes of a photo: as they are where content may hold them, else written
    anew. Raises Unfit for a drawing of Windows, and for what is damaged."""
    try:
        ending = _ENDINGS[look_at("", "", data).format]
    except Unfit as unfit:
        if unfit.params.get("format") in ("HEIC", "SVG"):
            raise  # these may not be opened here; the reason is worth telling
        return _written_anew(data)
    return (ending, data) if len(data) <= LARGEST_PHOTO else _written_anew(data)


def _written_anew(data: bytes) -> tuple[str, bytes]:
    from PIL import Image, ImageOps

    if data[:4] == b"\xd7\xcd\xc6\x9a" or data[40:44] == b" EMF":
        raise Unfit("E404", format="WMF/EMF")
    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            with Image.open(
                BytesIO(data), formats=["JPEG", "PNG", "GIF", "BMP", "TIFF", "WEBP"]
            ) as image:
                image.draft("RGB", (_LONGEST_SIDE, _LONGEST_SIDE))
                image.thumbnail((_LONGEST_SIDE, _LONGEST_SIDE))
                kept = ImageOps.exif_transpose(image)
    except (
        Image.DecompressionBombError,
        OSError,
        SyntaxError,
        ValueError,
    ):
        raise Unfit("E408") from None
    transparent = kept.mode in ("RGBA", "LA", "PA") or "transparency" in kept.info
    out = BytesIO()
    if transparent or kept.mode in ("1", "P", "L"):
        kept.convert("RGBA" if transparent else "RGB").save(out, "PNG", optimize=True)
        return "png", out.getvalue()
    kept.convert("RGB").save(out, "JPEG", quality=90)
    return "jpg", out.getvalue()


def alt_of(written: str, caption: str) -> str:
    """The description of a picture: the one given in Word unless a program made it, else the
    caption, else that there is none."""
    given = " ".join(written.split())
    if len(given.split()) > 2 and not _MADE_BY_PROGRAM.search(given):
        return given
    return split_credit(caption)[0] or NO_ALT


_CREDIT = re.compile(r"[\s(–-]*\(?ảnh(?: minh họa)?\s*:\s*([^:]{2,60}?)\)?\.?$", re.IGNORECASE)


def split_credit(caption: str) -> tuple[str, str]:
    """A caption without its credit, and the credit: "Toàn cảnh. Ảnh: Văn A" → both."""
    found = _CREDIT.search(caption)
    if not found:
        return caption.strip(), ""
    return caption[: found.start()].strip(" –-("), found[1].strip()
