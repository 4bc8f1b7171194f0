"""Word files that attack whoever imports them: what comes into content/ is a harmless draft, or
nothing comes in."""

from __future__ import annotations

import zipfile
from io import BytesIO
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from desk.office import CannotImport
from newsroom.problems import Problem
from publishing.pages import read_page
from tests.building import build, tree
from tests.desk.word.documents import Desk
from tests.hostile.cases import CANARY, SHOT
from tests.hostile.tables.fields import PAYLOADS

TITLE = "Tin thử từ tệp Word"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.mark.parametrize("name", PAYLOADS)
def test_words_of_a_word_file_stay_words(name: str, desk: Desk) -> None:
    document = Document()
    document.add_heading(TITLE, 1)
    document.add_paragraph(PAYLOADS[name])
    table = document.add_table(rows=2, cols=2)
    table.cell(0, 0).text = table.cell(1, 1).text = PAYLOADS[name]
    document.core_properties.title = document.core_properties.author = PAYLOADS[name]

    imported = desk.bring(document)

    assert errors(imported.problems) == []
    assert live(desk) == []


@pytest.mark.parametrize(
    "address",
    [f"javascript:{SHOT}", "file:///etc/passwd", "\\\\may\\x", "data:text/html,x", f"//{CANARY}/"],
)
def test_a_link_that_runs_or_leaves_is_no_link_in_the_site(address: str, desk: Desk) -> None:
    document = Document()
    document.add_heading(TITLE, 1)
    paragraph = document.add_paragraph("Xem ")
    link = OxmlElement("w:hyperlink")
    link.set(qn("r:id"), document.part.relate_to(address, LINK, is_external=True))
    run = OxmlElement("w:r")
    text = OxmlElement("w:t")
    text.text = "liên kết"
    run.append(text)
    link.append(run)
    paragraph._p.append(link)

    desk.bring(document)

    assert live(desk) == []


def test_a_picture_that_word_only_points_to_is_never_fetched(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("socket.socket.connect", lambda *_: pytest.fail("something was fetched"))
    monkeypatch.setattr("socket.getaddrinfo", lambda *_: pytest.fail("a host was looked for"))
    file = rewritten(desk, "word/document.xml", b"</w:body>", POINTING + b"</w:body>")
    relations = f'<Relationship Id="rId99" Type="{PICTURE}" Target='
    secret = desk.folder / "bi-mat.txt"
    secret.write_text("bi-mat-cua-may", "utf-8")
    for target in (f"https://{CANARY}/x.png", secret.as_uri(), str(secret)):
        pointing = rewritten(
            desk,
            "word/_rels/document.xml.rels",
            b"</Relationships>",
            f'{relations}"{target}" TargetMode="External"/></Relationships>'.encode(),
            file,
        )
        try:
            desk.bring_file(pointing)
        except CannotImport:
            continue
        contents = tree(desk.content)
        assert not any(b"bi-mat-cua-may" in data for data in contents.values()), target


@pytest.mark.parametrize(
    ("part", "data"),
    [
        ("word/document.xml", b'<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]><x>&a;</x>'),
        ("word/document.xml", b"<w:document>" * 20_000),
        ("word/document.xml", b"no xml"),
        ("word/styles.xml", b'<!DOCTYPE x [<!ENTITY a "aaa">]><x>&a;</x>'),
        ("word/media/../../../../x", b"x"),
    ],
)
def test_a_broken_or_cunning_file_comes_in_harmless_or_not_at_all(
    part: str, data: bytes, desk: Desk
) -> None:
    file = desk.folder / "x.docx"
    with zipfile.ZipFile(file, "w") as to, zipfile.ZipFile(sound()) as given:
        for name in given.namelist():
            to.writestr(name, data if name == part else given.read(name))
        if part not in given.namelist():
            to.writestr(part, data)

    try:
        desk.bring_file(file)
    except CannotImport:
        assert desk.is_untouched()
    assert not any(b"root:x:0" in data for data in tree(desk.folder).values())
    assert not (desk.folder.parent / "x").exists()


def test_a_bomb_is_not_unpacked(desk: Desk) -> None:
    file = desk.folder / "bom.docx"
    with (
        zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as to,
        zipfile.ZipFile(sound()) as given,
    ):
        for name in given.namelist():
            if name != "word/document.xml":
                to.writestr(name, given.read(name))
        with to.open("word/document.xml", "w") as member:
            for _ in range(600):
                member.write(b" " * (1 << 20))

    with pytest.raises(CannotImport):
        desk.bring_file(file)

    assert desk.is_untouched()


LINK = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/hyperlink"
PICTURE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships/image"
POINTING = (
    b'<w:p><w:r><w:drawing><wp:inline xmlns:wp="http://schemas.openxmlformats.org/drawingml/2006/'
    b'wordprocessingDrawing"><wp:docPr id="1" name="x" descr="y"/><a:graphic xmlns:a="http://'
    b'schemas.openxmlformats.org/drawingml/2006/main"><a:graphicData uri="http://schemas.'
    b'openxmlformats.org/drawingml/2006/picture"><pic:pic xmlns:pic="http://schemas.'
    b'openxmlformats.org/drawingml/2006/picture"><pic:blipFill><a:blip xmlns:r="http://schemas.'
    b'openxmlformats.org/officeDocument/2006/relationships" r:link="rId99"/></pic:blipFill>'
    b"</pic:pic></a:graphicData></a:graphic></wp:inline></w:drawing></w:r></w:p>"
)


def sound() -> BytesIO:
    """A sound Word file's bytes."""
    document = Document()
    document.add_heading(TITLE, 1)
    document.add_paragraph("Một đoạn.")
    to = BytesIO()
    document.save(to)
    return to


def rewritten(desk: Desk, part: str, old: bytes, new: bytes, file: Path | None = None) -> Path:
    """A Word file with something exchanged in one of its parts."""
    made = desk.folder / "moi.docx"
    given = zipfile.ZipFile(BytesIO(file.read_bytes()) if file else sound())
    with zipfile.ZipFile(made, "w") as to:
        for name in given.namelist():
            data = given.read(name)
            to.writestr(name, data.replace(old, new) if name == part else data)
    return made


def errors(problems: tuple[Problem, ...]) -> list[str]:
    """The codes of what a build would stop on."""
    return [found.code for found in problems if found.severity == "error"]


def live(desk: Desk) -> list[str]:
    """What runs, or leads where nothing may, on the pages of a site with the import published."""
    for path in desk.content.glob("articles/**/*.md"):
        path.write_text(path.read_text("utf-8").replace("status: draft\n", ""), "utf-8")
    built = build(desk.content, desk.folder / "output", keep_going="true")
    assert built.status in (0, 3), built.out + built.err
    pages = {path: data for path, data in tree(built.output).items() if path.startswith("tin/20")}
    own = read_page((built.output / "404.html").read_text("utf-8")).scripts
    found = []
    for data in pages.values():
        page = read_page(data.decode())
        found += [text for text in page.scripts - own if "shot" in text] + sorted(page.inline)
        found += [link for link in page.links if link.startswith(("javascript:", "data:text"))]
        found += [link for link in page.links if CANARY in link]
    return found
