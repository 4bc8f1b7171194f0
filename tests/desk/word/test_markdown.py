"""What stands in the article: tables, lists, quotes, notes, links, and signs that mean nothing."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
from docx.opc.constants import RELATIONSHIP_TYPE
from docx.oxml import parse_xml

from tests.desk.word.documents import Desk, Document, W, paragraph, written


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def document() -> Any:
    made = Document()
    paragraph(made, "Bài thử để xem các phần trong bài", style="Title")
    return made


def filled(document: Any, rows: list[list[str]]) -> Any:
    table = document.add_table(len(rows), len(rows[0]))
    for number, row in enumerate(rows):
        for column, text in enumerate(row):
            table.cell(number, column).text = text
    return table


def test_a_table_stays_a_table_with_numbers_at_the_right(desk: Desk, document: Any) -> None:
    filled(document, [["Đơn vị", "Điểm"], ["Sở A | B", "95,5"], ["Sở C", "1.090"]])

    _, body = written(desk.bring(document))

    assert body == ("| Đơn vị | Điểm |\n| --- | ---: |\n| Sở A \\| B | 95,5 |\n| Sở C | 1.090 |")


def test_merged_heads_become_one_row_and_merged_cells_are_spread(
    desk: Desk, document: Any
) -> None:
    rows = [["Khối", "Điểm", ""], ["", "Tự chấm", "Khối chấm"], ["Một", "9", "8"], ["", "7", "6"]]
    table = filled(document, [*rows, ["Cả khối nghỉ", "", ""]])
    table.cell(0, 0).merge(table.cell(1, 0))
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(2, 0).merge(table.cell(3, 0))
    table.cell(4, 0).merge(table.cell(4, 2))

    _, body = written(desk.bring(document))

    assert body.splitlines() == [
        "| Khối | Điểm – Tự chấm | Điểm – Khối chấm |",
        "| --- | ---: | ---: |",
        "| Một | 9 | 8 |",
        "| Một | 7 | 6 |",
        "| Cả khối nghỉ |  |  |",
    ]


def test_a_frame_of_one_cell_is_no_table(desk: Desk, document: Any) -> None:
    document.add_table(1, 1).cell(0, 0).text = "Chữ trong khung một ô."

    _, body = written(desk.bring(document))

    assert body == "Chữ trong khung một ô."


def test_typed_signs_make_lists_and_a_year_in_front_none(desk: Desk, document: Any) -> None:
    for text in ("- một", "+ trong một", "- hai", "1. việc", "2. việc nữa", "2020. Là năm đầu."):
        document.add_paragraph(text)
    document.add_paragraph("- Chỉ một gạch")

    _, body = written(desk.bring(document))

    assert body == (
        "- một\n    - trong một\n- hai\n\n1. việc\n2. việc nữa\n\n2020\\. Là năm đầu.\n\n"
        "\\- Chỉ một gạch"
    )


def test_quotes_are_quotes_and_breaks_are_breaks(desk: Desk, document: Any) -> None:
    document.add_paragraph("Lời trích.", style="Intense Quote")
    document.add_paragraph("Dòng một\nDòng hai")

    _, body = written(desk.bring(document))

    assert body == "> Lời trích.\n\nDòng một<br>\nDòng hai"


def test_signs_of_markdown_in_the_text_stay_signs(desk: Desk, document: Any) -> None:
    text = "# số *sao* [ngoặc] {:x} <b>thẻ</b> &amp; C:\\thư a_b `mã` > | 1.250"
    document.add_paragraph(text)

    imported = desk.bring(document)

    shown = desk.shown(imported)
    assert text in shown


def test_bold_and_slanted_words_keep_their_spaces_outside(desk: Desk, document: Any) -> None:
    added = document.add_paragraph("Có ")
    added.add_run("chữ đậm ").bold = True
    added.add_run("và ")
    added.add_run("nghiêng").italic = True
    added.add_run(", m")
    added.add_run("2").font.superscript = True

    _, body = written(desk.bring(document))

    assert body == "Có **chữ đậm** và *nghiêng*, m<sup>2</sup>"


def test_links_to_the_web_stay_and_others_are_told(desk: Desk, document: Any) -> None:
    link(document, "trang mẫu", "https://mau.example/a")
    link(document, "bấm đây", "javascript:alert(1)")

    imported = desk.bring(document)
    _, body = written(imported)

    assert body == "[trang mẫu](https://mau.example/a)\n\nbấm đây"
    assert any("javascript:alert(1)" in line for line in imported.report)


def link(document: Any, text: str, address: str) -> None:
    added = document.add_paragraph()
    id = document.part.relate_to(address, RELATIONSHIP_TYPE.HYPERLINK, is_external=True)
    relation = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    added._p.append(
        parse_xml(
            f"<w:hyperlink {W} xmlns:r='{relation}' r:id='{id}'>"
            f"<w:r><w:t>{text}</w:t></w:r></w:hyperlink>"
        )
    )


def test_footnotes_stay_footnotes(desk: Desk, document: Any) -> None:
    from docx.opc.packuri import PackURI
    from docx.opc.part import Part

    added = document.add_paragraph("Có ghi chú")
    added._p.append(parse_xml(f"<w:r {W}><w:footnoteReference w:id='2'/></w:r>"))
    notes = (
        f"<w:footnotes {W}><w:footnote w:type='separator' w:id='0'><w:p/></w:footnote>"
        "<w:footnote w:id='2'><w:p><w:r><w:t>Lời ghi chú.</w:t></w:r></w:p></w:footnote>"
        "</w:footnotes>"
    )
    office = "application/vnd.openxmlformats-officedocument.wordprocessingml.footnotes+xml"
    part = Part(PackURI("/word/footnotes.xml"), office, notes.encode(), document.part.package)
    document.part.relate_to(part, RELATIONSHIP_TYPE.FOOTNOTES)

    _, body = written(desk.bring(document))

    assert body == "Có ghi chú[^2]\n\n[^2]: Lời ghi chú."


def test_legacy_fonts_are_turned_run_by_run(desk: Desk, document: Any) -> None:
    mixed = paragraph(document, "Céng hßa x· héi ", font=".VnTime")
    mixed.add_run("café số 5").font.name = "Times New Roman"
    paragraph(document, "®oµn kÕt", font=".VnTimeH")
    split = paragraph(document, "khen thöô", font="VNI-Times")
    split.add_run("ûng").font.name = "VNI-Times"

    imported = desk.bring(document)
    _, body = written(imported)

    assert body == "Cộng hòa xã hội café số 5\n\nĐOÀN KẾT\n\nkhen thưởng"
    assert "Đã đổi 2 đoạn chữ TCVN3 (.VnTime) sang Unicode" in imported.report


def test_an_old_font_may_come_from_a_style(desk: Desk, document: Any) -> None:
    document.styles["Normal"].font.name = ".VnTime"
    document.add_paragraph("thi ®ua")

    _, body = written(desk.bring(document))

    assert body == "thi đua"


def test_text_comes_out_composed(desk: Desk, document: Any) -> None:
    document.add_paragraph("Đe\u0302\u0301n nơi")

    _, body = written(desk.bring(document))

    assert body == "Đến nơi"
