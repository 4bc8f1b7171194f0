"""Pictures and attachments that are bombs, polyglots, cut off, mislabelled, or swollen."""

from __future__ import annotations

import struct
import zlib
from io import BytesIO

from PIL import Image, PngImagePlugin

from tests.building import ROOT
from tests.hostile.cases import SHOT, Row, article, path_of

PAGE = f"<!DOCTYPE html><html><script>{SHOT}</script></html>".encode()


def saved(image: Image.Image, form: str, **options: object) -> bytes:
    """The picture in this format."""
    to = BytesIO()
    image.save(to, form, **options)
    return to.getvalue()


def small(mode: str = "RGB") -> Image.Image:
    """A sound little picture."""
    return Image.new(mode, (64, 48))


def chunk(name: bytes, data: bytes) -> bytes:
    """A chunk of a PNG (ISO 15948, 5.3)."""
    return (
        struct.pack(">I", len(data))
        + name
        + data
        + struct.pack(">I", zlib.crc32(name + data) & 0xFFFFFFFF)
    )


def png(width: int, height: int, *chunks: bytes, data: bytes = b"") -> bytes:
    """A PNG that says it is so large, with what is behind its header."""
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0))
    pixels = chunk(b"IDAT", zlib.compress(data))
    return b"\x89PNG\r\n\x1a\n" + head + b"".join(chunks) + pixels + chunk(b"IEND", b"")


def _worded() -> bytes:
    words = PngImagePlugin.PngInfo()
    words.add_text("Comment", f"<script>{SHOT}</script>")
    words.add_itxt("XML:com.adobe.xmp", f"<x onload='{SHOT}'>bi-mat-gps</x>", zip=True)
    return saved(small(), "PNG", pnginfo=words)


def _noted() -> bytes:
    exif = Image.Exif()
    exif[0x010E] = f"<script>{SHOT}</script>"
    exif[0x8298] = f"'\"><img src=x onerror={SHOT}>"
    exif.get_ifd(0x8825).update({1: "N", 2: (21.0, 1.0, 2.0), 29: "bi-mat-gps"})
    return saved(small(), "JPEG", exif=exif, comment=f"<script>{SHOT}</script>".encode())


def _stuffed(size: int) -> bytes:
    """A JPEG with so many bytes of notes before its picture, 65,533 in each (JPEG, B.2.4.4)."""
    whole = saved(small(), "JPEG")
    notes = (b"\xff\xfe" + struct.pack(">H", 65_535) + b"x" * 65_533) * (size // 65_537 + 1)
    return whole[:2] + notes + whole[2:]


def of_photo(name: str, data: bytes, *codes: str, ending: str = "jpg", caption: str = "") -> Row:
    """A row of an article that shows this picture."""
    file = f"photos/{name}.{ending}"
    text = article(photo={"file": file, "alt": "Ảnh thử", "caption": caption or None})
    files: dict[str, str | bytes] = {file: data, path_of(name): text}
    return Row(name=name, files=files, codes=codes)


BROKEN_NOTES = b"Exif\0\0II*\0" + b"\xff" * 60
_ANIMATED = {"save_all": True, "append_images": [Image.new("RGB", (64, 48), "red")]}
PICTURES: tuple[Row, ...] = (
    of_photo("photo-bomb", png(60_000, 60_000), "E406", ending="png"),
    of_photo("photo-of-one-column", png(1, 60_000, data=b"\0" * 240_000), ending="png"),
    of_photo("photo-of-one-row", png(60_000, 1, data=b"\0" * 180_001), ending="png"),
    of_photo("photo-of-one-dot", saved(Image.new("RGB", (1, 1)), "PNG"), ending="png"),
    of_photo("photo-of-no-size", png(0, 0), "E408", ending="png"),
    of_photo("photo-of-negative-size", png(2**31, 1), "E406", ending="png"),
    of_photo("photo-with-too-few-pixels", png(500, 500, data=b"\0"), "E408", ending="png"),
    of_photo("photo-cut-off", saved(small(), "JPEG")[:400], "E408"),
    of_photo("photo-of-a-header-alone", b"\x89PNG\r\n\x1a\n", "E408", ending="png"),
    of_photo("photo-of-nothing", b"", "E404"),
    of_photo("photo-of-noise", bytes(range(256)) * 40, "E404"),
    of_photo("photo-that-is-a-page", PAGE, "E404"),
    of_photo("photo-that-is-svg", f"<svg onload='{SHOT}'/>".encode(), "E404"),
    of_photo("photo-called-svg", f"<svg onload='{SHOT}'/>".encode(), "E404", ending="svg"),
    of_photo("photo-that-is-a-pdf", b"%PDF-1.4\n", "E404"),
    of_photo("photo-that-is-a-gif", saved(small(), "GIF"), "E404"),
    of_photo("photo-that-is-a-bmp", saved(small(), "BMP"), "E404"),
    of_photo("photo-that-is-a-tiff", saved(small(), "TIFF"), "E404"),
    of_photo("photo-that-is-postscript", b"%!PS-Adobe-3.0 EPSF-3.0\n", "E404"),
    of_photo("photo-gif-and-script", b"GIF89a/*" + SHOT.encode() + b"*/=1", "E404"),
    of_photo("photo-jpeg-and-page", saved(small(), "JPEG") + PAGE),
    of_photo("photo-png-and-page", saved(small(), "PNG") + PAGE, ending="png"),
    of_photo("photo-jpeg-and-zip", saved(small(), "JPEG") + b"PK\x03\x04" + b"\0" * 40),
    of_photo("photo-with-script-in-its-words", _worded(), ending="png"),
    of_photo("photo-with-script-in-its-notes", _noted()),
    of_photo(
        "photo-with-broken-notes", saved(small(), "JPEG", exif=b"Exif\0\0II*\0" + b"\xff" * 60)
    ),
    of_photo("photo-with-a-broken-profile", saved(small(), "JPEG", icc_profile=b"\xff" * 400)),
    of_photo("photo-with-a-megabyte-of-words", _stuffed(1 << 20)),
    of_photo("photo-with-too-many-words", _stuffed(26 << 20), "E407"),
    of_photo(
        "photo-with-a-bomb-of-words",
        png(8, 8, chunk(b"zTXt", b"k\0\0" + zlib.compress(b"x" * (80 << 20))), data=b"\0" * 200),
        "E408",
        ending="png",
    ),
    of_photo(
        "photo-with-a-bomb-of-a-profile",
        png(8, 8, chunk(b"iCCP", b"k\0\0" + zlib.compress(b"x" * (80 << 20))), data=b"\0" * 200),
        "E408",
        ending="png",
    ),
    of_photo("photo-animated-png", saved(small(), "PNG", **_ANIMATED), "E405", ending="png"),
    of_photo("photo-animated-webp", saved(small(), "WEBP", **_ANIMATED), "E405", ending="webp"),
    of_photo("photo-animated-avif", saved(small(), "AVIF", **_ANIMATED), "E405", ending="avif"),
    of_photo("photo-in-cmyk", saved(small("CMYK"), "JPEG")),
    of_photo("photo-in-one-bit", saved(small("1"), "PNG"), ending="png"),
    of_photo("photo-in-sixteen-bits", saved(small("I;16"), "PNG"), ending="png"),
    of_photo("photo-with-a-palette", saved(small("P"), "PNG"), ending="png"),
    of_photo("photo-see-through", saved(small("RGBA"), "PNG"), ending="png"),
    of_photo("photo-png-called-jpg", saved(small(), "PNG")),
    of_photo("photo-with-a-caption-of-script", saved(small(), "JPEG"), caption=f"<script>{SHOT}"),
    of_photo("photo-with-a-long-" + "n" * 190, saved(small(), "JPEG")),
    of_photo("photo-without-ending", saved(small(), "JPEG"), ending="exe"),
)


def of_file(name: str, data: bytes, *codes: str, ending: str = "pdf") -> Row:
    """A row of an article that offers this file."""
    file = f"files/{name}.{ending}"
    text = article(attachments=[{"file": file, "title": "Tệp thử"}])
    files: dict[str, str | bytes] = {file: data, path_of(name): text}
    return Row(name=name, files=files, codes=codes)


PDF = (ROOT / "tests" / "broken_sites" / "_sound" / "files" / "mau.pdf").read_bytes()
PROGRAM = b"MZ\x90\0\x03" + b"\0" * 100
ATTACHMENTS: tuple[Row, ...] = (
    of_file("file-pdf", PDF),
    of_file("file-pdf-that-is-a-page", PAGE, "E411"),
    of_file("file-pdf-that-is-a-program", PROGRAM, "E411"),
    of_file("file-pdf-that-is-a-script", b"#!/bin/sh\nid\n", "E411"),
    of_file("file-pdf-that-is-a-document", b"PK\x03\x04" + b"\0" * 100, "E411"),
    of_file("file-pdf-of-nothing", b"", "E411"),
    of_file("file-pdf-late", b"x" * 2_000 + PDF, "E411"),
    of_file("file-pdf-and-page", PDF + PAGE),
    of_file("file-docx-that-is-a-page", PAGE, "E411", ending="docx"),
    of_file("file-docx-that-is-a-program", PROGRAM, "E411", ending="docx"),
    of_file("file-doc-that-is-a-page", PAGE, "E411", ending="doc"),
    of_file("file-xls-that-is-a-page", PAGE, "E411", ending="xls"),
    of_file("file-zip-that-is-a-page", PAGE, "E411", ending="zip"),
    of_file("file-jpg-that-is-a-page", PAGE, "E411", ending="jpg"),
    of_file("file-png-that-is-svg", b"<svg onload='x'/>", "E411", ending="png"),
    of_file("file-mp4-that-is-a-page", PAGE, "E411", ending="mp4"),
    of_file("file-mp3-that-is-a-program", PROGRAM, "E411", ending="mp3"),
    of_file("file-ics-that-is-a-page", PAGE, "E411", ending="ics"),
    of_file("file-txt-that-is-a-page", b"\xef\xbb\xbf \n" + PAGE, "E411", ending="txt"),
    of_file("file-csv-that-is-a-program", PROGRAM, "E411", ending="csv"),
    of_file("file-txt", "Một đoạn chữ.".encode(), ending="txt"),
    of_file("file-csv-of-formulas", b'"=1+1";"@x"\n', ending="csv"),
    of_file("file-of-html", PAGE, "E409", ending="html"),
    of_file("file-of-svg", b"<svg/>", "E409", ending="svg"),
    of_file("file-of-a-script", b"x", "E409", ending="js"),
    of_file("file-of-php", b"x", "E409", ending="php"),
    of_file("file-of-two-endings", PDF, "E409", ending="pdf.exe"),
    of_file("file-of-macros", b"PK\x03\x04", "E409", ending="docm"),
    of_file("file-of-a-shortcut", b"x", "E409", ending="lnk"),
    of_file("file-in-capitals", PDF, ending="PDF"),
    of_file("file-with-a-long-" + "n" * 200, PDF),
    of_file("file-of-<script>", PDF, ending="pdf"),
)
