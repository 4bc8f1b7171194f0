"""No photo goes out with a word of metadata."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from tests.shared_data import shared
from tests.studio import FORMATS, Format, Studio

SAFE_SEGMENTS = {0xC0, 0xC2, 0xC4, 0xDA, 0xDB, 0xDD, 0xE0, 0xEE}
"""JPEG segments that hold the picture: frames, tables, scans, JFIF, Adobe (ITU T.81, annex B)."""
WORDS = (b"Exif", b"http://ns.adobe.com", b"x:xmpmeta", b"Photoshop", b"8BIM", b"ICC_PROFILE",
         b"GPS", b"uuid", b"mime", b"Copyright")  # fmt: skip


@pytest.mark.parametrize("format", FORMATS)
def test_real_photos_lose_every_word_of_metadata(studio: Studio, format: Format) -> None:
    for file in readable_photos():
        data = studio.bytes(file, 400, 300, format)

        assert [word for word in WORDS if word in data] == [], file.name
        seen = Image.open(BytesIO(data))
        assert dict(seen.getexif()) == {}, file.name
        assert not {"icc_profile", "exif", "xmp", "comment", "photoshop"} & set(seen.info)
        if format == "jpeg":
            assert segments(data) <= SAFE_SEGMENTS, file.name


def test_the_scan_would_find_what_cameras_write() -> None:
    """A scan that finds nothing anywhere proves nothing."""
    found = {word for file in readable_photos() for word in WORDS if word in file.read_bytes()}
    strange = set().union(*(segments(f.read_bytes()) for f in readable_photos() if is_jpeg(f)))

    assert {b"Exif", b"ICC_PROFILE", b"8BIM"} <= found
    assert strange - SAFE_SEGMENTS


def test_a_comment_and_a_profile_do_not_come_along(studio: Studio) -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    file = studio.source(Image.new("RGB", (8, 8)), "x.jpg", comment=b"my home", icc_profile=srgb)

    data = studio.bytes(file, 8, 8)

    assert b"my home" in file.read_bytes()
    assert b"my home" not in data
    assert b"ICC_PROFILE" not in data


def readable_photos() -> list[Path]:
    """Real photos of cameras and of Pillow's own tests, in the formats that content may hold."""
    folder = shared("data/images")
    unreadable = ("truncated", "broken")
    return [
        file
        for file in sorted(folder.iterdir())
        if file.suffix in (".jpg", ".png", ".webp", ".avif")
        and not any(word in file.name for word in unreadable)
    ]


def is_jpeg(file: Path) -> bool:
    return file.suffix == ".jpg"


def segments(jpeg: bytes) -> set[int]:
    """The kinds of segments before and between the scans of a JPEG."""
    found, at = set(), 2
    while at < len(jpeg) - 3:
        if jpeg[at] != 0xFF or jpeg[at + 1] in (0, 0xFF, *range(0xD0, 0xD8)):
            at += 1
            continue
        if jpeg[at + 1] == 0xD9:
            break
        found.add(jpeg[at + 1])
        at += 2 + int.from_bytes(jpeg[at + 2 : at + 4], "big")
    return found
