"""Word files for tests, made with python-docx, and the content folder that they are brought to."""

from __future__ import annotations

import re
import shutil
from html import unescape
from io import BytesIO
from pathlib import Path
from typing import Any

from docx import Document
from docx.enum.text import WD_ALIGN_PARAGRAPH
from docx.oxml import parse_xml
from PIL import Image

from desk.asking import Asker
from desk.word.importing import Imported, import_word
from newsroom.reading import read
from newsroom.settings import Settings
from tests.building import ROOT
from vietnamese import parse_date

W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
CENTER, RIGHT = WD_ALIGN_PARAGRAPH.CENTER, WD_ALIGN_PARAGRAPH.RIGHT
SITE = "name: Trang thử\nowner: Cơ quan thử\nurl: https://thu.example\n"


class Desk:
    """A content folder and the command that brings Word files into it."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.content = folder / "content"
        (self.content / "sections").mkdir(parents=True)
        (self.content / "site.yaml").write_text(SITE, "utf-8")
        section = self.content / "sections" / "chinh-tri.yaml"
        section.write_text("name: Chính trị\norder: 1\n", "utf-8")

    def put(self, file: str, text: str) -> None:
        path = self.content / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8")

    @property
    def settings(self) -> Settings:
        now: Any = parse_date("2026-11-22 08:00")
        return Settings(
            content=self.content,
            output=self.folder / "output",
            cache=self.folder / "cache",
            theme=ROOT / "theme",
            now=now,
        )

    def bring(self, document: Any, name: str = "bao-cao.docx", *answers: str) -> Imported:
        """Save the document, import it, and answer questions in order where there are answers."""
        file = self.folder / name
        document.save(str(file))
        return self.bring_file(file, *answers)

    def bring_file(self, file: Path, *answers: str) -> Imported:
        given = iter(answers)
        asker = Asker((lambda _: next(given, "")) if answers else None)
        return import_word(file, self.settings, asker)

    def shown(self, imported: Imported) -> str:
        """The words of the article's body as a reader sees them."""
        record: Any = read(self.settings).records
        body = record.article[imported.path.stem].body
        html = "".join(body.parts) if not body.slots else " ".join(body.parts)
        return " ".join(unescape(re.sub(r"<[^>]*>", "", html)).split())

    def is_untouched(self) -> bool:
        """Whether content holds what it did at first."""
        return sorted(path.name for path in self.content.rglob("*")) == [
            "chinh-tri.yaml",
            "sections",
            "site.yaml",
        ]

    def use_demo(self) -> None:
        """Take the sample province's records in the place of these few."""
        shutil.rmtree(self.content)
        shutil.copytree(ROOT / "demo" / "content", self.content)


def written(imported: Imported) -> tuple[str, str]:
    """The header and the body of the article that was written."""
    _, header, body = imported.path.read_text("utf-8").split("---\n", 2)
    return header, body.strip()


def paragraph(
    document: Any,
    text: str,
    *,
    bold: bool = False,
    italic: bool = False,
    font: str = "",
    **more: Any,
) -> Any:
    """Add a paragraph of one run."""
    added = document.add_paragraph(style=more.get("style"))
    run = added.add_run(text)
    run.bold, run.italic = bold or None, italic or None
    if font:
        run.font.name = font
    added.alignment = more.get("align")
    return added


def picture(
    colour: str = "red", format: str = "JPEG", size: tuple[int, int] = (60, 40)
) -> BytesIO:
    data = BytesIO()
    Image.new("RGB", size, colour).save(data, format)
    data.seek(0)
    return data


def text_box(text: str) -> Any:
    """The XML of a run with a text box, drawn twice as Word writes it."""
    inner = f"<w:txbxContent><w:p><w:r><w:t>{text}</w:t></w:r></w:p></w:txbxContent>"
    return parse_xml(
        f"<w:r {W} xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006' "
        "xmlns:wps='http://schemas.microsoft.com/office/word/2010/wordprocessingShape' "
        "xmlns:v='urn:schemas-microsoft-com:vml'>"
        f"<mc:AlternateContent><mc:Choice Requires='wps'><wps:txbx>{inner}</wps:txbx></mc:Choice>"
        f"<mc:Fallback><w:pict><v:shape><v:textbox>{inner}</v:textbox></v:shape></w:pict>"
        "</mc:Fallback></mc:AlternateContent></w:r>"
    )


__all__ = [
    "CENTER",
    "RIGHT",
    "Desk",
    "Document",
    "W",
    "paragraph",
    "picture",
    "text_box",
    "written",
]
