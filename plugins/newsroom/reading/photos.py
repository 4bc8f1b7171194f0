"""A photo's bytes in; its size as seen, its format and its digest out; or why it is unfit."""

from __future__ import annotations

import struct
import warnings
from hashlib import blake2b
from io import BytesIO
from typing import TYPE_CHECKING, Literal

from newsroom.records import PhotoFile

if TYPE_CHECKING:
    from PIL import Image

LARGEST_PHOTO = 25 << 20
"""Bytes."""
MOST_PIXELS = 60_000_000
_ORIENTATION = 0x0112
_TURNED = (5, 6, 7, 8)
_FORMATS: dict[str, Literal["jpeg", "png", "webp", "avif"]] = {
    "JPEG": "jpeg",
    "MPO": "jpeg",  # a JPEG with a second picture behind it, as many cameras write
    "PNG": "png",
    "WEBP": "webp",
    "AVIF": "avif",
}


class Unfit(Exception):
    """A photo or file that cannot be used: the code of the problem and what its sentence names."""

    def __init__(self, code: str, **params: str | int) -> None:
        super().__init__(code)
        self.code = code
        self.params = params


def look_at(file: str, path: str, data: bytes) -> PhotoFile:
    """What is known of a photo. Raises Unfit. It is decoded once (JPEG at an eighth of its size),
    since a picture that was cut off shows it nowhere else."""
    from PIL import Image, UnidentifiedImageError

    try:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore")
            warnings.simplefilter("error", Image.DecompressionBombWarning)
            with Image.open(BytesIO(data), formats=["JPEG", "PNG", "WEBP", "AVIF"]) as image:
                width, height = _size(image)
                found = _FORMATS[image.format or ""]
    except (Image.DecompressionBombError, Image.DecompressionBombWarning):
        raise Unfit("E406", limit=MOST_PIXELS // 1_000_000) from None
    except UnidentifiedImageError:
        raise _unknown(data) from None
    except (OSError, SyntaxError, ValueError, EOFError, KeyError, IndexError, struct.error):
        raise Unfit("E408") from None
    digest = blake2b(data, digest_size=16).hexdigest()
    return PhotoFile(file=file, path=path, digest=digest, width=width, height=height, format=found)


def _size(image: Image.Image) -> tuple[int, int]:
    """Width and height as seen, once the picture proved whole."""
    width, height = image.size
    if width * height > MOST_PIXELS:
        raise Unfit("E406", limit=MOST_PIXELS // 1_000_000, pixels=width * height // 1_000_000)
    if image.format != "MPO" and getattr(image, "n_frames", 1) > 1:
        raise Unfit("E405")
    turned = _is_turned(image)
    image.draft("RGB", (width // 8, height // 8))
    image.load()
    return (height, width) if turned else (width, height)


def _is_turned(image: Image.Image) -> bool:
    """Whether width and height change places; a camera's broken notes turn nothing."""
    try:
        return image.getexif().get(_ORIENTATION) in _TURNED
    except (OSError, SyntaxError, ValueError, TypeError, KeyError, IndexError, struct.error):
        return False


_SIGNATURES = (
    (b"GIF8", "GIF"),
    (b"BM", "BMP"),
    (b"II*\0", "TIFF"),
    (b"MM\0*", "TIFF"),
    (b"%PDF", "PDF"),
)


def _unknown(data: bytes) -> Unfit:
    """What bytes that are no picture of ours seem to be; damaged where they begin like one."""
    for signature, name in _SIGNATURES:
        if data.startswith(signature):
            return Unfit("E404", format=name)
    if data[4:12] in (b"ftypheic", b"ftypheix", b"ftypmif1", b"ftyphevc"):
        return Unfit("E404", format="HEIC")
    if b"<svg" in data[:1024].lower():
        return Unfit("E404", format="SVG")
    ours = data.startswith((b"\xff\xd8", b"\x89PNG", b"RIFF")) or data[4:10] == b"ftypav"
    return Unfit("E408" if ours else "E404")
