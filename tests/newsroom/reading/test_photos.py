from __future__ import annotations

from io import BytesIO

import pytest
from PIL import Image

from newsroom.reading.photos import Unfit, look_at
from tests.shared_data import shared


def picture(form: str, orientation: int = 1) -> bytes:
    made, exif = BytesIO(), Image.Exif()
    exif[0x0112] = orientation
    Image.new("RGB", (30, 20), (151, 27, 30)).save(made, form, exif=exif)
    return made.getvalue()


@pytest.mark.parametrize("form", ["jpeg", "png", "webp", "avif"])
def test_a_photo_of_each_format_is_known(form: str) -> None:
    found = look_at("photos/a", "/a", picture(form))

    assert (found.width, found.height, found.format) == (30, 20, form)


@pytest.mark.parametrize(("orientation", "size"), [(3, (30, 20)), (6, (20, 30)), (8, (20, 30))])
def test_a_photo_has_the_size_at_which_it_is_seen(orientation: int, size: tuple[int, int]) -> None:
    found = look_at("photos/a", "/a", picture("jpeg", orientation))

    assert (found.width, found.height) == size


@pytest.mark.parametrize("form", ["jpeg", "png", "webp", "avif"])
def test_a_photo_that_was_cut_off_is_told(form: str) -> None:
    data = picture(form)

    with pytest.raises(Unfit) as told:
        look_at("photos/a", "/a", data[: len(data) * 3 // 4])

    assert told.value.code == "E408"


@pytest.mark.parametrize(
    ("data", "format"),
    [
        (b"GIF89a", "GIF"),
        (b"BM", "BMP"),
        (b"II*\0", "TIFF"),
        (b"\0\0\0\x18ftypheic", "HEIC"),
        (b'<?xml version="1.0"?><svg/>', "SVG"),
    ],
)
def test_another_format_is_told_by_its_name(data: bytes, format: str) -> None:
    with pytest.raises(Unfit) as told:
        look_at("photos/a", "/a", data)

    assert (told.value.code, told.value.params) == ("E404", {"format": format})


def test_what_is_no_picture_is_told_as_such() -> None:
    with pytest.raises(Unfit) as told:
        look_at("photos/a", "/a", b"chu")

    assert told.value.code == "E404"


def test_photos_of_real_cameras_are_read_and_broken_ones_told() -> None:
    codes = {}
    for path in sorted(shared("data/images").iterdir()):
        try:
            look_at(path.name, str(path), path.read_bytes())
        except Unfit as unfit:
            codes[path.name] = unfit.code

    assert {name for name in codes if name.startswith("cam-")} == set()
    assert codes["pil-truncated_jpeg.jpg"] == codes["pil-truncated_image.png"] == "E408"
    assert codes["pil-hopper.tif"] == codes["pil-transparent.gif"] == "E404"
