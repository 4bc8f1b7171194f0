"""No photo goes out with a word of metadata."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image, ImageCms

from tests.building import ROOT
from tests.shared_data import shared
from tests.studio import FORMATS, Format, Studio

SAFE_SEGMENTS = {0xC0, 0xC2, 0xC4, 0xDA, 0xDB, 0xDD, 0xE0, 0xEE}
"""JPEG segments that hold the picture: frames, tables, scans, JFIF, Adobe (ITU T.81, annex B)."""
WORDS = (b"Exif", b"http://ns.adobe.com", b"x:xmpmeta", b"Photoshop", b"8BIM", b"ICC_PROFILE",
         b"GPS", b"uuid", b"mime", b"Copyright")  # fmt: skip


@pytest.mark.parametrize("format", FORMATS)
def test_photos_lose_every_word_of_metadata(studio: Studio, format: Format) -> None:
    for file in samples():
        assert told(studio.bytes(file, 400, 300, format)) == [], file.name


@pytest.mark.parametrize("format", FORMATS)
def test_photos_of_many_real_cameras_lose_it_too(studio: Studio, format: Format) -> None:
    for file in sorted(shared("data/images").glob("*.*g")):
        if file.stem not in (
            "pil-truncated_jpeg",
            "pil-truncated_image",
            "pil-broken_data_stream",
        ):
            assert told(studio.bytes(file, 400, 300, format)) == [], file.name


def test_the_scan_would_find_what_cameras_and_editors_write() -> None:
    """A scan that finds nothing anywhere proves nothing."""
    found = {word for file in samples() for word in WORDS if word in file.read_bytes()}
    jpegs = (file.read_bytes() for file in samples() if file.suffix == ".jpg")

    assert {b"Exif", b"8BIM", b"Photoshop", b"x:xmpmeta", b"http://ns.adobe.com"} <= found
    assert set().union(*map(segments, jpegs)) - SAFE_SEGMENTS


def test_a_comment_and_a_profile_do_not_come_along(studio: Studio) -> None:
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    file = studio.source(Image.new("RGB", (8, 8)), "x.jpg", comment=b"my home", icc_profile=srgb)

    data = studio.bytes(file, 8, 8)

    assert b"my home" in file.read_bytes()
    assert b"my home" not in data
    assert b"ICC_PROFILE" not in data


def samples() -> list[Path]:
    """The photos of tests/photos that can be read."""
    files = sorted((ROOT / "tests" / "photos").iterdir())
    return [file for file in files if file.suffix != ".md" and file.stem != "truncated"]


def told(photo: bytes) -> list[object]:
    """Everything that a photo's bytes say beside its picture."""
    seen = Image.open(BytesIO(photo))
    blocks = {"icc_profile", "exif", "xmp", "comment", "photoshop"} & set(seen.info)
    strange = segments(photo) - SAFE_SEGMENTS if seen.format == "JPEG" else ()
    words = (word for word in WORDS if word in photo)
    return [*words, *seen.getexif(), *blocks, *strange]


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
