"""Photos as records show them in; pictures with every size out, and the outputs of those sizes.

A photo is planned by being pictured: what no view shows has no size.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import Literal

from newsroom.planning.output import Output
from newsroom.planning.places import Places, output_path
from newsroom.planning.views.shared import Picture, Rendition
from newsroom.planning.views.standing import PhotoView
from newsroom.records import PhotoFile
from newsroom.records.parts import Photo
from vietnamese import slug

WIDTHS = (400, 640, 960, 1280)
LISTED = (3, 2)
"""The shape of a photo beside a headline."""
SEARCHED = ((16, 9), (4, 3), (1, 1))
LARGEST_SHAPE = 1200
_FORMATS: tuple[tuple[Literal["avif", "jpeg"], str, str], ...] = (
    ("avif", "avif", "avif-q50-s8"),
    ("jpeg", "jpg", "jpeg-q75"),
)
"""Format, ending, and the recipe's name: another way of making them must get another name."""


class Photos:
    """The photos that are shown, each in all its sizes."""

    def __init__(self, files: Mapping[str, PhotoFile], places: Places) -> None:
        self._files = files
        self._places = places
        self._renditions: dict[str, tuple[Rendition, ...]] = {}
        self._outputs: dict[str, Output] = {}

    def picture(self, photo: Photo | None) -> Picture | None:
        """The photo with its words; None where there is none or its file is missing."""
        if photo is None:
            return None
        return self.of_file(
            photo.file,
            alt=photo.alt,
            caption=photo.caption,
            credit=photo.credit,
            rights=photo.rights,
        )

    def of_file(
        self, file: str, *, alt: str, caption: str = "", credit: str = "", rights: str = ""
    ) -> Picture | None:
        """The picture of a file under photos/; None where it is missing."""
        if file not in self._files:
            return None
        renditions = self._sizes(file)
        largest = renditions[-1]
        return Picture(
            alt=alt,
            width=largest.width,
            height=largest.height,
            renditions=renditions,
            caption=caption,
            credit=credit,
            rights=rights,
        )

    def cut(self, photo: Photo | None, widths: tuple[int, ...] = WIDTHS) -> Picture | None:
        """The photo in the shape that lists and the lead story show it in, cut around its focus;
        None where there is none or its file is missing."""
        if photo is None or photo.file not in self._files:
            return None
        file = self._files[photo.file]
        renditions = tuple(
            self._rendition(file, cut, *form)
            for cut in cuts_of(file, LISTED, photo.focus, widths)
            for form in _FORMATS
        )
        return Picture(
            alt=photo.alt,
            width=renditions[-1].width,
            height=renditions[-1].height,
            renditions=renditions,
        )

    def shapes(self, photo: Photo | None) -> tuple[str, ...]:
        """The hrefs of the photo as a JPEG in the shapes that search engines ask for, cut around
        its focus (Google, Article structured data)."""
        if photo is None or photo.file not in self._files:
            return ()
        file = self._files[photo.file]
        cuts = (cuts_of(file, shape, photo.focus, (LARGEST_SHAPE,))[0] for shape in SEARCHED)
        return tuple(self._rendition(file, cut, *_FORMATS[1]).href for cut in cuts)

    def outputs(self) -> Iterator[Output]:
        """One output for each size of each photo shown."""
        yield from self._outputs.values()

    def _sizes(self, file: str) -> tuple[Rendition, ...]:
        if file not in self._renditions:
            photo = self._files[file]
            self._renditions[file] = tuple(
                self._rendition(photo, _whole(photo, width), *form)
                for width in widths_of(photo.width)
                for form in _FORMATS
            )
        return self._renditions[file]

    def _rendition(
        self,
        photo: PhotoFile,
        cut: Cut,
        form: Literal["avif", "jpeg"],
        ending: str,
        recipe: str,
    ) -> Rendition:
        width, height = cut.size
        address = f"/anh/{_name(photo.file)}-{photo.digest[:8]}-{cut.name}{width}.{ending}"
        view = PhotoView(
            path=photo.path,
            digest=photo.digest,
            width=cut.width,
            height=cut.height,
            box=cut.box,
            format=form,
            recipe=recipe,
        )
        self._plan(address, view, photo.file)
        return Rendition(href=self._places.href(address), width=width, height=height, format=form)

    def _plan(self, address: str, view: PhotoView, source: str) -> None:
        """The same picture under two folders is made once; another one would be a clash."""
        key = f"{address} {view.digest}"
        self._outputs.setdefault(
            key, Output(path=output_path(address), renderer="photo", view=view, source=source)
        )


@dataclass(frozen=True, slots=True)
class Cut:
    """The size of a whole photo, and the box of it that is kept (left, top, right, bottom), all in
    pixels of that size; no box where all of it is."""

    width: int
    height: int
    box: tuple[int, int, int, int] | None = None
    name: str = ""
    """What tells its address from that of another cut."""

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of what is kept."""
        left, top, right, bottom = self.box or (0, 0, self.width, self.height)
        return right - left, bottom - top


def _whole(photo: PhotoFile, width: int) -> Cut:
    return Cut(width, max(1, round(photo.height * width / photo.width)))


def cuts_of(
    photo: PhotoFile, shape: tuple[int, int], focus: str, widths: tuple[int, ...]
) -> tuple[Cut, ...]:
    """The photo cut to the shape, at each of the widths that it has or else at its own, with the
    focus ("x% y%", else the middle) as near the middle as the edges allow."""
    across, down = shape
    most = min(photo.width, photo.height * across // down) or 1
    kept = tuple(each for each in widths if each <= most) or (most,)
    return tuple(_cut(photo, shape, focus, width, width / most) for width in kept)


def _cut(photo: PhotoFile, shape: tuple[int, int], focus: str, width: int, share: float) -> Cut:
    across, down = shape
    height = max(1, round(width * down / across))
    whole = max(width, round(photo.width * share)), max(height, round(photo.height * share))
    at = [int(part.rstrip("%")) / 100 for part in (focus or "50% 50%").split()]
    left, top = (
        min(max(0, round(place * size - kept / 2)), size - kept)
        for place, size, kept in zip(at, whole, (width, height), strict=True)
    )
    box = (left, top, left + width, top + height)
    return Cut(*whole, box, f"{across}x{down}-{left}-{top}-")


def widths_of(width: int) -> tuple[int, ...]:
    """The widths, in pixels, that a photo of this width is offered in: never larger than it is."""
    return tuple(each for each in WIDTHS if each <= width) or (width,)


LONGEST_STEM = 120
"""Letters of a file's own name that its address keeps: disks take 255 bytes, digest and all."""


def _name(file: str) -> str:
    return slug(PurePosixPath(file).stem)[:LONGEST_STEM].strip("-") or "anh"
