"""What a Word file says by how it looks: title, sapo, headings, captions, author."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.desk.word.documents import (
    CENTER,
    RIGHT,
    Desk,
    Document,
    paragraph,
    picture,
    text_box,
    written,
)

TITLE = "Khối thi đua sơ kết 6 tháng đầu năm"
SAPO = (
    "Ngày 29/7, tại Nhà khách, Khối thi đua đã tổ chức hội nghị sơ kết công tác 6 tháng đầu năm."
)


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def test_a_styled_title_and_a_bold_first_paragraph_are_title_and_sapo(desk: Desk) -> None:
    document = Document()
    paragraph(document, TITLE, style="Title")
    paragraph(document, SAPO, bold=True)
    paragraph(document, "Nội dung bài.")

    header, body = written(desk.bring(document))

    assert f"title: {TITLE}\n" in header
    assert "summary: " in header
    assert "Nhà khách" in header
    assert "status: draft\n" in header
    assert body == "Nội dung bài."


def test_a_title_without_a_style_is_the_first_short_paragraph(desk: Desk) -> None:
    document = Document()
    paragraph(document, "BÁO CÁO", bold=True, align=CENTER)
    paragraph(document, "Kết quả phong trào thi đua năm 2026", bold=True, align=CENTER)
    paragraph(document, "Năm 2026, các đơn vị đã hoàn thành nhiệm vụ.")

    header, body = written(desk.bring(document))

    assert "title: Báo cáo kết quả phong trào thi đua năm 2026\n" in header
    assert body == "Năm 2026, các đơn vị đã hoàn thành nhiệm vụ."


def test_a_text_without_a_title_is_called_by_its_file_and_that_is_told(desk: Desk) -> None:
    document = Document()
    paragraph(document, "Một đoạn văn rất dài. " * 20)

    imported = desk.bring(document, "tin-hop_khoi.docx")

    assert "title: tin hop khoi\n" in written(imported)[0]
    assert any("không thấy tiêu đề" in line for line in imported.report)


def test_bold_capitals_and_numbered_bold_lines_are_headings(desk: Desk) -> None:
    document = Document()
    paragraph(document, TITLE, style="Title")
    paragraph(document, "KẾT QUẢ", bold=True)
    paragraph(document, "1. Công tác thi đua", bold=True)
    paragraph(document, "Nội dung.")
    paragraph(document, "Bảy nhiệm vụ", style="Heading 1")

    _, body = written(desk.bring(document))

    assert body == "## KẾT QUẢ\n\n### 1. Công tác thi đua\n\nNội dung.\n\n## Bảy nhiệm vụ"


def test_headings_begin_at_two_whatever_word_called_them(desk: Desk) -> None:
    document = Document()
    paragraph(document, TITLE, style="Title")
    paragraph(document, "Phần", style="Heading 3")
    paragraph(document, "Mục con", style="Heading 4")

    _, body = written(desk.bring(document))

    assert body == "## Phần\n\n### Mục con"


def test_a_counted_bold_line_is_a_heading_and_a_counted_list_a_list(desk: Desk) -> None:
    document = Document()
    paragraph(document, TITLE, style="Title")
    paragraph(document, "Kết quả", bold=True, style="List Number")
    paragraph(document, "Nội dung.")
    paragraph(document, "Việc một", style="List Number")
    paragraph(document, "Việc hai", style="List Number")
    paragraph(document, "Gạch", style="List Bullet")

    _, body = written(desk.bring(document))

    assert body == "## Kết quả\n\nNội dung.\n\n1. Việc một\n2. Việc hai\n\n- Gạch"


def test_the_photo_above_the_text_is_the_articles_with_caption_and_credit(desk: Desk) -> None:
    document = Document()
    paragraph(document, TITLE, style="Title")
    document.add_picture(picture())
    paragraph(document, "Toàn cảnh hội nghị. Ảnh: Văn A", style="Caption")
    paragraph(document, "Nội dung.")

    imported = desk.bring(document)
    header, body = written(imported)

    assert (
        "photo:\n  file: photos/2026/11/khoi-thi-dua-so-ket-6-thang-dau-nam-1.jpg\n"
        "  alt: Toàn cảnh hội nghị.\n  caption: Toàn cảnh hội nghị.\n  credit: Văn A\n"
    ) in header
    assert body == "Nội dung."
    photo = desk.content / "photos/2026/11/khoi-thi-dua-so-ket-6-thang-dau-nam-1.jpg"
    assert photo.read_bytes() == picture().read()


def test_a_photo_in_the_text_is_a_figure_with_its_caption(desk: Desk) -> None:
    document = Document()
    paragraph(document, TITLE, style="Title")
    paragraph(document, "Một.")
    paragraph(document, "Hai.")
    document.add_picture(picture("blue", "PNG"))
    paragraph(document, 'Lễ ký "giao ước". (Ảnh: Văn B)', italic=True, align=CENTER)

    _, body = written(desk.bring(document))

    name = "2026/11/khoi-thi-dua-so-ket-6-thang-dau-nam-1.png"
    assert f'![Lễ ký "giao ước".](photo:{name} "Lễ ký “giao ước”. (Ảnh: Văn B)")' in body


def test_the_same_picture_twice_is_one_file(desk: Desk) -> None:
    document = Document()
    paragraph(document, TITLE, style="Title")
    for text in ("Một.", "Hai."):
        paragraph(document, text)
        document.add_picture(picture())

    desk.bring(document)

    assert len(list((desk.content / "photos").rglob("*.jpg"))) == 1


def test_the_author_stands_at_the_right_of_the_end(desk: Desk) -> None:
    document = Document()
    paragraph(document, TITLE, style="Title")
    paragraph(document, "Nội dung.")
    paragraph(document, "Nguyễn Văn A", bold=True, align=RIGHT)
    paragraph(document, "(Theo Báo Mẫu)", align=RIGHT)

    header, body = written(desk.bring(document))

    assert "byline: Nguyễn Văn A\n" in header
    assert "source:\n  name: Báo Mẫu\n" in header
    assert body == "Nội dung."


def test_the_head_of_an_official_text_is_set_aside_and_told(desk: Desk) -> None:
    document = Document()
    table = document.add_table(1, 2)
    table.cell(0, 0).text = "UBND TỈNH MẪU\nSố: 12/BC-UBND"
    table.cell(0, 1).text = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc"
    paragraph(document, "Mẫu Giang, ngày 05 tháng 11 năm 2026", align=RIGHT, italic=True)
    paragraph(document, TITLE, bold=True, align=CENTER)
    paragraph(document, "Nội dung.")

    imported = desk.bring(document)
    header, body = written(imported)

    assert f"title: {TITLE}\n" in header
    assert "# Ngày thấy trong bài: 05/11/2026\n" in header
    assert body == "Nội dung."
    told = "\n".join(imported.report)
    assert "12/BC-UBND" in told
    assert "Hạnh phúc" in told


def test_a_text_box_follows_its_paragraph_and_stands_once(desk: Desk) -> None:
    document = Document()
    paragraph(document, TITLE, style="Title")
    paragraph(document, "Đoạn có khung.")._p.append(text_box("Chữ trong khung."))
    paragraph(document, "Đoạn sau.")

    _, body = written(desk.bring(document))

    assert body == "Đoạn có khung.\n\nChữ trong khung.\n\nĐoạn sau."


def test_the_head_of_a_party_text_and_its_signature_are_set_aside_and_told(desk: Desk) -> None:
    document = Document()
    table = document.add_table(2, 2)
    table.cell(0, 0).text = "TỈNH ỦY MẪU GIANG\nVĂN PHÒNG"
    table.cell(0, 1).text = "ĐẢNG CỘNG SẢN VIỆT NAM"
    table.cell(1, 0).text = "Số 45-BC/VPTU"
    table.cell(1, 1).text = "Mẫu Giang, ngày 15 tháng 11 năm 2026"
    paragraph(document, "BÁO CÁO", bold=True, align=CENTER)
    paragraph(document, "Kết quả phong trào năm 2026", bold=True, align=CENTER)
    paragraph(document, "Nội dung.")
    below = document.add_table(1, 2)
    below.cell(0, 0).text = "Nơi nhận:\n- Như trên"
    for line in ("T/M VĂN PHÒNG", "CHÁNH VĂN PHÒNG", "Nguyễn Mẫu A"):
        paragraph(document, line, bold=True, align=RIGHT)

    imported = desk.bring(document)
    header, body = written(imported)

    assert "title: Báo cáo kết quả phong trào năm 2026\n" in header
    assert "byline" not in header
    assert body == "Nội dung."
    told = "\n".join(imported.report)
    for words in ("45-BC/VPTU", "Nơi nhận", "CHÁNH VĂN PHÒNG", "Nguyễn Mẫu A"):
        assert words in told


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("KẾ HOẠCH", "Tổ chức hội nghị sơ kết"), "Kế hoạch tổ chức hội nghị sơ kết"),
        (("THÔNG BÁO", "Sở Nội vụ tuyển dụng"), "Thông báo Sở Nội vụ tuyển dụng"),
        (("BÁO CÁO", "KẾT QUẢ NĂM 2026"), "BÁO CÁO KẾT QUẢ NĂM 2026"),
        (("Hội nghị sơ kết", "Khối thi đua tỉnh"), "Hội nghị sơ kết Khối thi đua tỉnh"),
    ],
)
def test_the_type_of_a_text_and_what_it_is_on_are_one_title(
    lines: tuple[str, str], title: str, desk: Desk
) -> None:
    document = Document()
    for line in lines:
        paragraph(document, line, bold=True, align=CENTER)
    paragraph(document, "Nội dung.")

    assert f"title: {title}\n" in written(desk.bring(document))[0]


def test_an_author_in_capitals_is_an_author(desk: Desk) -> None:
    document = Document()
    paragraph(document, TITLE, style="Title")
    paragraph(document, "Nội dung.")
    paragraph(document, "NGUYỄN VĂN A", bold=True, align=RIGHT)

    assert "byline: NGUYỄN VĂN A\n" in written(desk.bring(document))[0]
