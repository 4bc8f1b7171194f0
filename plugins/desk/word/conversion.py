"""A prepared document in; its HTML as a tree, its pictures, and what mammoth did not know, out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from io import BytesIO
from typing import TYPE_CHECKING, Any

from desk.office import CannotImport
from desk.word.preparing import MARK, Prepared

if TYPE_CHECKING:
    from bs4 import BeautifulSoup

MOST_PICTURES = 100


@dataclass(frozen=True, slots=True)
class Picture:
    """A picture of the document, as it lies in it."""

    data: bytes
    alt: str = ""


@dataclass(slots=True)
class Converted:
    """The document as HTML: `img` has the index of a picture as its `src`."""

    soup: BeautifulSoup
    pictures: list[Picture] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    """Pictures that could not be taken out, as sentences."""


def convert(name: str, prepared: Prepared) -> Converted:
    """Turn a document into HTML. Raises CannotImport."""
    import mammoth
    from bs4 import BeautifulSoup

    pictures: list[Picture] = []
    unread: list[str] = []

    def keep(image: Any) -> Sequence[Any]:
        try:
            with image.open() as file:
                pictures.append(Picture(file.read(), image.alt_text or ""))
        except Exception as error:
            unread.append(f"một ảnh không nằm trong tệp Word ({type(error).__name__})")
            return []
        if len(pictures) > MOST_PICTURES:
            raise TooManyPictures
        return [mammoth.html.element("img", {"src": str(len(pictures) - 1)})]

    styles = [f"p.{id} => p.{id}:fresh" for id in prepared.manners]
    try:
        html = mammoth.convert_to_html(
            BytesIO(prepared.archive),
            convert_image=keep,
            style_map="\n".join([*styles, "u => u", "strike => s"]),
            include_embedded_style_map=False,
            id_prefix=MARK,
        ).value
    except TooManyPictures:
        raise CannotImport(
            f"{name}: trong tệp có hơn {MOST_PICTURES} ảnh; một bài nhận nhiều nhất "
            f"{MOST_PICTURES} ảnh, hãy chia thành nhiều tệp"
        ) from None
    except RecursionError:
        raise CannotImport(f"{name}: bảng hoặc khung lồng nhau quá sâu") from None
    except (KeyError, ValueError, AttributeError, TypeError, OSError, IndexError) as error:
        raise CannotImport(f"{name}: bên trong tệp bị hỏng, không đọc được") from error
    return Converted(BeautifulSoup(html, "html.parser"), pictures, unread)


class TooManyPictures(Exception):
    """More than an article takes."""
