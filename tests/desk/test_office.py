"""Files that are not what they seem: each is one line, and nothing is written."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path
from shutil import which

import pytest
from docx import Document

from desk import office
from desk.word import CannotImport
from tests.desk.word.documents import Desk, paragraph, picture
from tests.shared_data import shared

OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def archive(**members: bytes) -> bytes:
    data = BytesIO()
    with zipfile.ZipFile(data, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in members.items():
            packed.writestr(name.replace("__", "/"), content)
    return data.getvalue()


def docx() -> bytes:
    data = BytesIO()
    document = Document()
    paragraph(document, "Tiêu đề")
    document.save(data)
    return data.getvalue()


STRICT = b"<w:document xmlns:w='http://purl.oclc.org/ooxml/wordprocessingml/main'/>"
ENTITIES = (
    b"<!DOCTYPE x [<!ENTITY a 'ha'><!ENTITY b '&a;&a;'>]><w:document xmlns:w='x'>&b;</w:document>"
)
WRONG = {
    "empty": (b"", "tệp rỗng"),
    "photo": (b"\xff\xd8\xff\xe0" + b"x" * 90, "tấm ảnh đổi đuôi"),
    "pdf": (b"%PDF-1.7 " + b"x" * 90, "PDF đổi đuôi"),
    "web page": (b"<html><body>x", "trang web đổi đuôi"),
    "text": ("Chữ thường".encode("utf-16"), "không phải tệp Word"),
    "archive": (archive(x=b"x"), "không phải là tệp Office"),
    "cut off": (docx()[:5000], "tệp hỏng"),
    "broken within": (archive(**{"word__document.xml": b"<w:"}), "bên trong tệp bị hỏng"),
    "entities": (archive(**{"word__document.xml": ENTITIES}), "bên trong tệp bị hỏng"),
    "strict": (archive(**{"word__document.xml": STRICT}), "Strict Open XML"),
    "password": (OLE + b"x" * 600 + "EncryptedPackage".encode("utf-16-le"), "đặt mật khẩu"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_file_that_is_no_word_file_is_told_in_one_line(desk: Desk, name: str) -> None:
    data, told = WRONG[name]
    file = desk.folder / "bao-cao.docx"
    file.write_bytes(data)

    with pytest.raises(CannotImport, match=told) as why:
        desk.bring_file(file)

    assert len(str(why.value).splitlines()) == 1
    assert desk.is_untouched()


def test_a_file_that_is_not_there_is_told(desk: Desk) -> None:
    with pytest.raises(CannotImport, match="không có tệp này"):
        desk.bring_file(desk.folder / "khong-co.docx")
    with pytest.raises(CannotImport, match="thư mục"):
        desk.bring_file(desk.folder)


def test_an_archive_that_swells_is_stopped_while_it_is_unpacked(desk: Desk) -> None:
    file = desk.folder / "bom.docx"
    bomb = archive(**{"word__document.xml": b" " * (office.LARGEST_MEMBER_OF_TEXT + 1)})
    file.write_bytes(bomb)

    assert len(bomb) < 1 << 20
    with pytest.raises(CannotImport, match="nở ra quá lớn"):
        desk.bring_file(file)


def test_an_archive_of_too_many_members_is_refused(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "MOST_MEMBERS", 5)
    file = desk.folder / "x.docx"
    file.write_bytes(docx())

    with pytest.raises(CannotImport, match="phần"):
        desk.bring_file(file)


def test_a_file_too_heavy_is_refused_before_it_is_read(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(office, "LARGEST", 1 << 20)
    file = desk.folder / "x.docx"
    file.write_bytes(b"PK\x03\x04" + b"x" * (2 << 20))

    with pytest.raises(CannotImport, match="nặng 2 MB"):
        desk.bring_file(file)


def test_two_hundred_pictures_are_too_many(desk: Desk) -> None:
    document = Document()
    for shade in range(200):
        document.add_picture(picture(f"rgb({shade}, 9, 9)", "PNG"))

    with pytest.raises(CannotImport, match="hơn 100 ảnh"):
        desk.bring(document)
    assert desk.is_untouched()


def test_a_document_without_a_word_is_told(desk: Desk) -> None:
    with pytest.raises(CannotImport, match="không có chữ hay ảnh nào"):
        desk.bring(Document())


def test_an_old_word_file_asks_for_a_new_one_where_no_office_is(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("PATH", str(desk.folder))
    file = desk.folder / "cu.doc"
    file.write_bytes(OLE + b"x" * 600)

    with pytest.raises(CannotImport, match=r"kiểu tệp cũ .* lưu lại kiểu “Word Document"):
        desk.bring_file(file)


@pytest.mark.long
def test_an_old_word_file_comes_through_libreoffice_where_that_is(desk: Desk) -> None:
    if which("soffice") is None:
        pytest.skip("LibreOffice is not installed")

    imported = desk.bring_file(shared("data/legacy/tcvn3/2003-02144qd.doc"))

    assert "Bộ trưởng Bộ Tài chính" in imported.path.read_text("utf-8")
