"""What an office really hands in: photos too heavy, of an iPhone, with a place in them; files of
Notepad; a disk that fills. From the command to the page."""

from __future__ import annotations

import os
import subprocess
import sys
import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from PIL import Image

from desk.mending import mend, mendings
from newsroom.reading.photos import LARGEST_PHOTO
from tests.building import ROOT, build, tree
from tests.desk.checking.desks import BODY, NOW, codes, desk, put, told, write
from tests.desk.word.documents import Desk, Document, paragraph, written

HEIC = b"\0\0\0\x18ftypheic\0\0\0\0mif1heic" + b"\0" * 400
PHOTO = "{file: photos/2020/07/a.jpg, alt: Đại biểu trong hội trường, credit: Văn A}"
GPS = 0x8825


def heavy_jpeg(megabytes: int) -> bytes:
    """A picture as a camera makes it, of noise, so heavy on disk."""
    side = int((megabytes * (1 << 20) / 3) ** 0.5) + 200
    image = Image.frombytes("RGB", (side, side), os.urandom(side * side * 3))
    data = BytesIO()
    image.save(data, "JPEG", quality=100, subsampling=0)
    return data.getvalue() + b"\0" * max(0, (megabytes << 20) - data.tell())


def test_a_photo_of_40_megabytes_is_told_in_one_line(tmp_path: Path) -> None:
    content = desk(tmp_path)
    write(content, "hoi-nghi", photo=PHOTO)
    photo = content / "photos/2020/07/a.jpg"
    photo.parent.mkdir(parents=True)
    with photo.open("wb") as file:
        Image.new("RGB", (60, 40)).save(file, "JPEG")
        file.truncate(40 << 20)

    (problem,) = told(content)

    assert (problem.code, problem.line) == ("E407", 6)
    assert dict(problem.params)["size"] == "40"


def test_a_photo_of_40_megabytes_in_word_comes_smaller(tmp_path: Path) -> None:
    data = heavy_jpeg(40)
    assert len(data) >= 40 << 20
    document = Document()
    paragraph(document, "Hội nghị sơ kết của khối", bold=True)
    document.add_picture(BytesIO(data))
    paragraph(document, "Nội dung.")

    imported = Desk(tmp_path).bring(document)

    (photo,) = (tmp_path / "content" / "photos").rglob("*.*")
    assert photo.stat().st_size < LARGEST_PHOTO
    assert [one.code for one in imported.problems if one.severity == "error"] == []


def test_an_iphones_photo_is_named_with_the_way_out(tmp_path: Path) -> None:
    content = desk(tmp_path)
    write(content, "hoi-nghi", photo=PHOTO)
    put(content, "photos/2020/07/a.jpg", "")
    (content / "photos/2020/07/a.jpg").write_bytes(HEIC)

    (problem,) = told(content)

    assert (problem.code, dict(problem.params)["format"]) == ("E404", "HEIC")


def test_an_iphones_photo_in_word_is_told_and_the_rest_comes(tmp_path: Path) -> None:
    document = Document()
    paragraph(document, "Hội nghị sơ kết của khối", bold=True)
    document.add_picture(BytesIO(Image_of("red")))
    paragraph(document, "Nội dung ở lại.")
    plain, file = BytesIO(), tmp_path / "iphone.docx"
    document.save(plain)
    with zipfile.ZipFile(plain) as old, zipfile.ZipFile(file, "w") as new:
        for name in old.namelist():
            new.writestr(name, HEIC if "media/" in name else old.read(name))

    imported = Desk(tmp_path).bring_file(file)

    assert any("HEIC" in line for line in imported.report), imported.report
    assert "Nội dung ở lại." in written(imported)[1]


def Image_of(colour: str, exif: Image.Exif | None = None) -> bytes:  # noqa: N802 - a picture's maker
    data = BytesIO()
    image = Image.new("RGB", (900, 600), colour)
    image.save(data, "JPEG", exif=exif.tobytes() if exif else b"")
    return data.getvalue()


def test_where_a_photo_was_taken_never_gets_from_word_to_the_page(tmp_path: Path) -> None:
    exif = Image.Exif()
    exif[0x010F] = "PhoneMaker"
    exif.get_ifd(GPS).update({1: "N", 2: (21.0, 1.0, 42.5), 3: "E", 4: (105.0, 50.0, 7.1)})
    data = Image_of("green", exif)
    assert Image.open(BytesIO(data)).getexif().get_ifd(GPS)
    document = Document()
    paragraph(document, "Hội nghị sơ kết của khối", bold=True)
    document.add_picture(BytesIO(data))
    paragraph(document, "Nội dung.")
    imported = Desk(tmp_path).bring(document)
    text = imported.path.read_text("utf-8")
    imported.path.write_text(text.replace("status: draft\n", ""), "utf-8")

    made = build(tmp_path / "content", tmp_path / "output", now="2026-11-23T08:00")

    assert made.status == 0, made.out
    photos = {name: one for name, one in tree(made.output).items() if name.startswith("anh/")}
    assert photos
    for name, one in photos.items():
        assert b"PhoneMaker" not in one, name
        assert not Image.open(BytesIO(one)).getexif().get_ifd(GPS), name


def test_what_notepad_saved_as_utf_16_is_told_then_mended(tmp_path: Path) -> None:
    content = desk(tmp_path)
    path = content / "articles/hoi-nghi.md"
    text = path.read_text("utf-8").replace("\n", "\r\n")
    path.write_bytes(text.encode("utf-16"))

    before = codes(content)
    mend(content, mendings(content))

    assert before == ["E113"]
    assert path.read_bytes() == text.encode()
    assert codes(content) == []


FULL = """
import resource, signal, sys
from pathlib import Path
sys.path.insert(0, "plugins")
from desk.mending import mend, mendings
from desk.writing import NotWritten
content = Path(sys.argv[1])
changes = mendings(content)
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
try:
    mend(content, changes)
except NotWritten as why:
    print(why)
"""


def test_a_disk_that_fills_while_mending_loses_nothing(tmp_path: Path) -> None:
    content = desk(tmp_path)
    write(content, "dai", BODY * 60, title="Bài dài: nhiều đoạn")
    before = tree(content)

    done = subprocess.run(
        [sys.executable, "-c", FULL, str(content)],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert "Không ghi được" in done.stdout, done.stderr
    assert tree(content) == before


@pytest.mark.parametrize("command", ["new", "approve", "fix"])
def test_a_folder_that_only_reads_is_one_line_for_every_command(
    command: str, tmp_path: Path
) -> None:
    content = desk(tmp_path)
    file = write(content, "cho", title="Kết quả: tốt" if command == "fix" else "Bài chờ duyệt")
    if command == "approve":
        file = write(content, "cho", title="Bài chờ duyệt", status="review")
    before = tree(content)
    where = ["--content", str(content), "--now", NOW]
    arguments = {
        "new": ["new", "article", "--set", "title=Bài mới", "--no-input", *where],
        "approve": ["approve", "--file", str(content / file), "--by", "Ông A", *where],
        "fix": ["check", "--fix", *where],
    }
    # Root may write anywhere, so the system's answer is given in its place.
    script = (
        "import sys, tempfile\n"
        "def refuse(*_, **__): raise PermissionError(13, 'Permission denied')\n"
        "import desk.writing.laying as laying\n"
        "laying.NamedTemporaryFile = refuse\n"
        "from invoke.main import program\n"
        "sys.argv = ['invoke', *sys.argv[1:]]\n"
        "program.run()\n"
    )

    done = subprocess.run(
        [sys.executable, "-c", f"import sys; sys.path.insert(0, 'plugins')\n{script}"]
        + arguments[command],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )

    assert done.returncode == 1, done.stdout + done.stderr
    assert "không có quyền ghi vào thư mục này" in done.stderr
    assert "Traceback" not in done.stderr
    assert tree(content) == before
