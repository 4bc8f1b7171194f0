"""Pictures of a Word file: what content may hold stays as it is, the rest is written anew."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from PIL import Image

from desk.word import conversion
from desk.word.pictures import NO_ALT, alt_of, photo_of, split_credit
from newsroom.reading.photos import Unfit
from tests.desk.word.documents import Desk, paragraph, picture, written


@pytest.mark.parametrize(("format", "ending"), [("JPEG", "jpg"), ("PNG", "png"), ("WEBP", "webp")])
def test_a_photo_that_content_may_hold_is_kept_byte_for_byte(format: str, ending: str) -> None:
    data = picture(format=format).read()

    assert photo_of(data) == (ending, data)


@pytest.mark.parametrize(("format", "ending"), [("GIF", "png"), ("BMP", "jpg"), ("TIFF", "jpg")])
def test_a_picture_of_another_kind_is_written_anew(format: str, ending: str) -> None:
    found, data = photo_of(picture("blue", format).read())

    assert found == ending
    with Image.open(BytesIO(data)) as image:
        assert image.size == (60, 40)


@pytest.mark.parametrize(
    "data", [b"\xd7\xcd\xc6\x9a" + b"x" * 80, b"\x01\0\0\0" + b"x" * 36 + b" EMF", b"x", b""]
)
def test_a_drawing_of_windows_and_rubbish_are_refused(data: bytes) -> None:
    with pytest.raises(Unfit):
        photo_of(data)


def test_a_huge_picture_is_made_smaller() -> None:
    data = BytesIO()
    Image.new("L", (9000, 8000)).save(data, "PNG")

    _, small = photo_of(data.getvalue())

    with Image.open(BytesIO(small)) as image:
        assert max(image.size) <= 4096


@pytest.mark.parametrize(
    ("caption", "parts"),
    [
        ("Toàn cảnh hội nghị. Ảnh: Văn A", ("Toàn cảnh hội nghị.", "Văn A")),
        ("Toàn cảnh hội nghị (Ảnh: Văn A)", ("Toàn cảnh hội nghị", "Văn A")),
        ("Ảnh: Văn A", ("", "Văn A")),
        ("Ảnh minh họa: Văn A.", ("", "Văn A")),
        ("Trưng bày ảnh đẹp", ("Trưng bày ảnh đẹp", "")),
    ],
)
def test_a_credit_is_told_from_its_caption(caption: str, parts: tuple[str, str]) -> None:
    assert split_credit(caption) == parts


def test_a_description_by_a_program_is_none() -> None:
    assert alt_of("A group of people, Description automatically generated", "") == NO_ALT
    assert alt_of("Picture 1 of 3", "Lễ ký. Ảnh: A") == "Lễ ký."
    assert alt_of("Đại biểu ký giao ước", "Khác") == "Đại biểu ký giao ước"


def test_a_picture_that_cannot_be_read_is_told_and_its_caption_stays(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_: bytes) -> tuple[str, bytes]:
        raise Unfit("E404", format="WMF/EMF")

    monkeypatch.setattr("desk.word.drafting.photo_of", refuse)
    document = Document()
    paragraph(document, "Tiêu đề của bài thử ảnh", style="Title")
    document.add_picture(picture())
    paragraph(document, "Sơ đồ tổ chức", style="Caption")

    imported = Desk(tmp_path).bring(document)

    assert "Sơ đồ tổ chức" in written(imported)[1]
    assert any("ảnh 1 không lấy được (WMF/EMF)" in line for line in imported.report)


def test_a_picture_outside_the_file_is_told_and_never_fetched(tmp_path: Path) -> None:
    document = Document()
    paragraph(document, "Tiêu đề của bài thử ảnh", style="Title")
    paragraph(document, "Nội dung.")
    document.add_picture(picture())
    for node in document.element.body.iter():
        if str(node.tag).endswith("}blip"):
            relation = "{http://schemas.openxmlformats.org/officeDocument/2006/relationships}"
            del node.attrib[f"{relation}embed"]
            outside = document.part.relate_to("file:///etc/hostname", IMAGE, is_external=True)
            node.set(f"{relation}link", outside)

    imported = Desk(tmp_path).bring(document)

    assert any("không nằm trong tệp Word" in line for line in imported.report)
    assert not list((imported.path.parents[3] / "photos").rglob("*.*"))


IMAGE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"


def test_the_limit_of_pictures_is_one_that_photo_stories_do_not_meet() -> None:
    assert conversion.MOST_PICTURES >= 100
