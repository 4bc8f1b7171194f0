"""Photos go out upright, in sRGB, and no larger than they came."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pytest
from PIL import Image, ImageChops, ImageCms, ImageOps, ImageStat

from newsroom.rendering.photos import photo
from tests.building import ROOT
from tests.shared_data import shared
from tests.studio import (
    BLUE,
    FORMATS,
    GREEN,
    RED,
    YELLOW,
    Format,
    Studio,
    near,
    quarters,
    view,
)


@pytest.mark.parametrize("orientation", range(1, 9))
def test_every_orientation_is_made_upright(studio: Studio, orientation: int) -> None:
    upright = quarters(160, 80)
    exif = Image.Exif()
    exif[0x0112] = orientation
    file = studio.source(lay(upright, orientation), "x.jpg", exif=exif, quality=95)

    made = studio.make(file, 80, 40)

    assert made.size == (80, 40)
    corners = [(10, 10), (70, 10), (10, 30), (70, 30)]
    for corner, colour in zip(corners, (RED, GREEN, BLUE, YELLOW), strict=True):
        assert near(made.getpixel(corner), colour), (orientation, corner)


def test_real_photos_stand_as_pillow_itself_sets_them_upright(studio: Studio) -> None:
    for file in sorted(shared("data/images").glob("cam-*_[1-8].jpg")):
        upright = ImageOps.exif_transpose(Image.open(file)).convert("RGB")

        made = studio.make(file, 300, 300)

        others = [made.transpose(turn) for turn in Image.Transpose]
        assert apart(upright, made) < min(apart(upright, other) for other in others), file.name


def test_a_photo_is_never_made_larger_than_it_is(studio: Studio) -> None:
    file = studio.source(quarters(60, 40))

    assert studio.make(file, 400, 267).size == (60, 40)


def test_a_wide_gamut_is_brought_to_srgb(studio: Studio) -> None:
    """The same numbers in a profile whose red and green change places must not stay the same."""
    swapped = ImageCms.ImageCmsProfile(BytesIO(profile_with_red_and_green_swapped()))
    file = studio.source(Image.new("RGB", (8, 8), (200, 30, 30)), icc_profile=swapped.tobytes())

    red, green, _blue = pixel(studio.make(file, 8, 8))

    assert green > red


def test_a_profile_that_does_not_fit_is_passed_over(studio: Studio) -> None:
    file = studio.source(Image.new("RGB", (8, 8), RED), icc_profile=b"not a profile")

    assert near(pixel(studio.make(file, 8, 8)), RED)


def test_transparency_lies_on_white(studio: Studio) -> None:
    file = studio.source(Image.new("RGBA", (8, 8), (0, 0, 0, 0)))

    assert near(pixel(studio.make(file, 8, 8)), (255, 255, 255))


def test_a_palette_with_a_transparent_colour_lies_on_white(studio: Studio) -> None:
    image = Image.new("P", (8, 8), 0)
    image.putpalette([0, 0, 0, 250, 10, 10])
    image.paste(1, (0, 0, 4, 8))
    file = studio.source(image, transparency=0)

    made = studio.make(file, 8, 8)

    assert near(made.getpixel((1, 4)), RED, far=60)
    assert near(made.getpixel((6, 4)), (255, 255, 255), far=60)


def test_sixteen_bits_keep_their_greys(studio: Studio) -> None:
    image = Image.new("I;16", (8, 8), 128 * 256)
    file = studio.source(image)

    assert near(pixel(studio.make(file, 8, 8)), (128, 128, 128))


def test_cmyk_is_seen_as_it_prints(studio: Studio) -> None:
    file = studio.source(Image.new("CMYK", (16, 16), (0, 255, 255, 0)), "x.jpg")

    red, green, blue = pixel(studio.make(file, 16, 16))

    assert red > 150
    assert max(green, blue) < 90


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA"])
def test_every_kind_of_picture_can_be_made(studio: Studio, mode: str) -> None:
    file = studio.source(quarters(40, 40).convert(mode))

    assert studio.make(file, 20, 20).size == (20, 20)
    assert studio.make(file, 20, 20, "avif").size == (20, 20)


def test_a_jpeg_is_progressive(studio: Studio) -> None:
    file = studio.source(quarters(64, 64))

    assert studio.make(file, 64, 64).info["progressive"]


@pytest.mark.parametrize("recipe", ["png", "jpeg", "avif-q50-s8", "jpeg-q75/../../x"])
def test_an_unknown_recipe_is_a_mistake_of_the_plan(studio: Studio, recipe: str) -> None:
    file = studio.source(quarters(8, 8))

    with pytest.raises(ValueError, match="no way of making"):
        photo(replace(view(file, 8, 8), recipe=recipe), studio.cache)


def test_a_truncated_photo_is_named(studio: Studio) -> None:
    with pytest.raises(OSError, match=r"truncated\.jpg"):
        studio.bytes(ROOT / "tests" / "photos" / "truncated.jpg", 40, 30)

    assert not studio.cache.exists()


def test_a_format_outside_the_list_is_refused(studio: Studio) -> None:
    file = studio.source(Image.new("RGB", (8, 8)), "x.gif")

    with pytest.raises(OSError, match=r"x\.gif"):
        studio.bytes(file, 8, 8)


def lay(upright: Image.Image, orientation: int) -> Image.Image:
    """The picture as a camera held that way would store it: the other way of making it upright."""
    turn = Image.Transpose
    back = {2: turn.FLIP_LEFT_RIGHT, 3: turn.ROTATE_180, 4: turn.FLIP_TOP_BOTTOM}
    back |= {5: turn.TRANSPOSE, 6: turn.ROTATE_90, 7: turn.TRANSVERSE, 8: turn.ROTATE_270}
    return upright.transpose(back[orientation]) if orientation in back else upright


def profile_with_red_and_green_swapped() -> bytes:
    """sRGB's profile with the tags of the two primaries exchanged."""
    srgb = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    return srgb.replace(b"rXYZ", b"tXYZ").replace(b"gXYZ", b"rXYZ").replace(b"tXYZ", b"gXYZ")


def pixel(image: Image.Image) -> tuple[int, int, int]:
    """The colour of the middle."""
    red, green, blue = image.convert("RGB").split()
    middle = image.width // 2, image.height // 2
    values = [channel.getpixel(middle) for channel in (red, green, blue)]
    return int(values[0]), int(values[1]), int(values[2])  # type: ignore[arg-type]  # one channel


def apart(one: Image.Image, other: Image.Image) -> float:
    """How far two pictures are from each other, made so small that only places are left."""
    small = [image.resize((16, 16), Image.Resampling.BOX) for image in (one, other)]
    return sum(ImageStat.Stat(ImageChops.difference(*small)).mean)


@pytest.mark.parametrize("format", FORMATS)
def test_a_part_is_cut_from_the_upright_photo(studio: Studio, format: Format) -> None:
    upright = quarters(80, 160)
    exif = Image.Exif()
    exif[0x0112] = 6
    file = studio.source(upright.rotate(90, expand=True), "x.jpg", exif=exif, quality=95)
    part = replace(view(file, 40, 80, format), box=(20, 40, 40, 80))

    image = Image.open(BytesIO(photo(part, studio.cache)))

    assert image.size == (20, 40)
    assert near(image.convert("RGB").getpixel((10, 20)), YELLOW, 40)
    assert photo(view(file, 40, 80, format), studio.cache) != photo(part, studio.cache)
