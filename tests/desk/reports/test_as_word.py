"""A Word file opens, and is laid out as an administrative document (Decree 30/2020/NĐ-CP)."""

from __future__ import annotations

from datetime import datetime
from io import BytesIO

import docx
import pytest
from docx.document import Document
from docx.oxml.ns import qn
from docx.shared import Mm

from desk.reports.as_word import as_word
from tests.desk.reports.samples import PAPER, WIDE
from vietnamese import VIETNAM

NOW = datetime(2020, 8, 1, 8, tzinfo=VIETNAM)


@pytest.fixture(scope="module")
def written() -> Document:
    return docx.Document(BytesIO(as_word(PAPER, NOW)))


def texts(document: Document) -> list[str]:
    return [paragraph.text for paragraph in document.paragraphs]


def test_the_head_has_state_and_motto_on_the_right_and_the_issuer_on_the_left(
    written: Document,
) -> None:
    left, right = (cell.text.split("\n") for cell in written.tables[0].rows[0].cells)

    assert left[:2] == ["HỘI ĐỒNG", "KHỐI MẪU"]
    assert right[:2] == ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"]
    assert right[-1] == "…………, ngày …… tháng …… năm 2020"


def test_the_paper_is_a4_with_the_margins_of_the_decree(written: Document) -> None:
    section = written.sections[0]

    assert section.page_width is not None
    assert round(section.page_width / Mm(1)) == 210
    assert round((section.left_margin or 0) / Mm(1)) == 30
    assert round((section.right_margin or 0) / Mm(1)) == 15
    assert round((section.top_margin or 0) / Mm(1)) == 20


def test_a_wide_paper_lies_on_its_side() -> None:
    section = docx.Document(BytesIO(as_word(WIDE, NOW))).sections[0]

    assert (section.page_width or 0) > (section.page_height or 0)


def test_letters_are_times_new_roman_for_every_script(written: Document) -> None:
    fonts = written.styles["Normal"].element.rPr.rFonts

    scripts = ("ascii", "hAnsi", "eastAsia", "cs")
    assert {fonts.get(qn(f"w:{script}")) for script in scripts} == {"Times New Roman"}


def test_parts_are_numbered_and_stand_in_the_outline(written: Document) -> None:
    headings = {
        paragraph.text: paragraph._p.pPr.find(qn("w:outlineLvl"))
        for paragraph in written.paragraphs
        if paragraph._p.pPr is not None
    }

    levels = {
        text: found.get(qn("w:val")) for text, found in headings.items() if found is not None
    }
    assert levels == {"I. TỔ CHỨC": "0", "II. KẾT QUẢ": "0", "1. Chỉ tiêu": "1", "PHỤ LỤC": "0"}


def test_pages_are_numbered_at_the_top_but_not_the_first(written: Document) -> None:
    section = written.sections[0]

    assert section.different_first_page_header_footer
    assert "PAGE" in section.header._element.xml
    assert "PAGE" not in section.first_page_header._element.xml


def test_a_table_repeats_its_head_and_holds_every_cell(written: Document) -> None:
    table = written.tables[1]

    assert [[cell.text for cell in row.cells] for row in table.rows] == [
        ["TT", "Chỉ tiêu"],
        ["1", "Hồ sơ =1+1 | *đúng hẹn*"],
    ]
    assert table.rows[0]._tr.trPr is not None
    assert table.rows[0]._tr.trPr.find(qn("w:tblHeader")) is not None


def test_the_end_names_recipients_and_signer_and_what_goes_with_it(written: Document) -> None:
    left, right = (cell.text.split("\n") for cell in written.tables[-1].rows[0].cells)

    assert left == ["Nơi nhận:", "- Lưu: VT."]
    assert right == ["TM. KHỐI", "TRƯỞNG KHỐI"]
    assert texts(written)[-1] == "[1] Nguồn"


def test_the_file_says_nothing_of_who_made_it_or_when_but_the_moment_asked_for(
    written: Document,
) -> None:
    told = written.core_properties

    assert (told.author, told.comments, told.title) == ("", "", "BÁO CÁO: Sơ kết")
    assert told.created == NOW
