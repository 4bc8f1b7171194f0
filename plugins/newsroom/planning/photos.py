"""Photos as records show them in; pictures with every size out, and the outputs of those sizes.

A photo is planned by being pictured: what no view shows has no size.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
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

    def outputs(self) -> Iterator[Output]:
        """One output for each size of each photo shown."""
        yield from self._outputs.values()

    def _sizes(self, file: str) -> tuple[Rendition, ...]:
        if file not in self._renditions:
            photo = self._files[file]
            self._renditions[file] = tuple(
                self._rendition(photo, width, *form)
                for width in widths_of(photo.width)
                for form in _FORMATS
            )
        return self._renditions[file]

    def _rendition(
        self,
        photo: PhotoFile,
        width: int,
        form: Literal["avif", "jpeg"],
        ending: str,
        recipe: str,
    ) -> Rendition:
        height = max(1, round(photo.height * width / photo.width))
        address = f"/anh/{_name(photo.file)}-{photo.digest[:8]}-{width}.{ending}"
        view = PhotoView(
            path=photo.path,
            digest=photo.digest,
            width=width,
            height=height,
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


def widths_of(width: int) -> tuple[int, ...]:
    """The widths, in pixels, that a photo of this width is offered in: never larger than it is."""
    return tuple(each for each in WIDTHS if each <= width) or (width,)


LONGEST_STEM = 120
"""Letters of a file's own name that its address keeps: disks take 255 bytes, digest and all."""


def _name(file: str) -> str:
    return slug(PurePosixPath(file).stem)[:LONGEST_STEM].strip("-") or "anh"
