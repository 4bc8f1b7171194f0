"""Bringing a Word file home: nothing lost, half-written or decided for the editor."""

from __future__ import annotations

import os
import re
import subprocess
import sys
from collections import Counter
from pathlib import Path
from typing import Any

import pytest
from docx import Document

from desk.word.texts import words_of
from desk.writing import NotWritten
from tests.building import ROOT, build, tree
from tests.desk.word.documents import Desk, paragraph, picture, text_box, written
from tests.shared_data import shared

TITLE = "Hội nghị sơ kết công tác thi đua"


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


def everything() -> Any:
    """A document with words in every place that Word has for them."""
    document = Document()
    paragraph(document, TITLE, style="Title")
    paragraph(document, "Sapo một hai ba bốn năm sáu bảy tám chín mười thêm nữa.", bold=True)
    document.add_picture(picture())
    paragraph(document, "Chú thích ảnh một", style="Caption")
    paragraph(document, "I. TIÊU ĐỀ PHẦN", bold=True)
    paragraph(document, "Thân bài thứ nhất có số 1.250,5 và 34-CT/TW.")
    table = document.add_table(3, 3)
    for number, cell in enumerate(cell for row in table.rows for cell in row.cells):
        cell.text = f"ô{number}"
    table.cell(0, 1).merge(table.cell(0, 2))
    table.cell(1, 0).merge(table.cell(2, 0))
    table.cell(2, 2).add_table(1, 2).cell(0, 1).text = "bảng trong bảng"
    document.add_paragraph("Mục một", style="List Bullet")
    document.add_paragraph("Mục con", style="List Bullet 2")
    document.add_paragraph("Trích dẫn", style="Quote")
    paragraph(document, "Có khung.")._p.append(text_box("Trong khung chữ"))
    paragraph(document, "Ch÷ cò ViÖt Nam", font=".VnTime")
    document.sections[0].header.paragraphs[0].text = "Đầu trang lạ"
    document.sections[0].footer.paragraphs[0].text = "Chân trang lạ"
    paragraph(document, "Tác giả cuối", bold=True)
    return document


def words_in(document: Any) -> Counter[str]:
    """The words of a document by python-docx's own reading of it."""
    texts = [node.text or "" for node in document.element.body.iter() if _is_text(node)]
    boxes = document.element.body.xpath(".//w:pict//w:t")
    for node in boxes:
        texts.remove(node.text)  # written twice, for new Word and old
    margins = [document.sections[0].header, document.sections[0].footer]
    texts += [one.text for margin in margins for one in margin.paragraphs]
    return words_of("\n".join(texts).replace("Ch÷ cò ViÖt", "Chữ cũ Việt"))


def _is_text(node: Any) -> bool:
    return isinstance(node.tag, str) and node.tag.endswith("}t")


def test_no_word_is_lost(desk: Desk) -> None:
    document = everything()

    imported = desk.bring(document)

    header, body = written(imported)
    there = words_of(re.sub(r"<[^>]*>", " ", header + body) + "\n" + "\n".join(imported.report))
    assert words_in(document) - there == Counter()
    told = "\n".join(imported.report)
    assert "Đầu trang lạ" in told
    assert "chưa xếp được" not in told


def test_what_has_no_place_is_told_word_for_word(desk: Desk) -> None:
    """A formula is nothing that the article can hold."""
    from docx.oxml import parse_xml

    document = everything()
    maths = "http://schemas.openxmlformats.org/officeDocument/2006/math"
    formula = f"<m:oMath xmlns:m='{maths}'><m:r><m:t>xyz+abc</m:t></m:r></m:oMath>"
    paragraph(document, "Công thức: ")._p.append(parse_xml(formula))
    paragraph(document, "Dòng cuối.")

    imported = desk.bring(document)

    assert "Không đưa vào bài (chưa xếp được vào bài): Công thức: xyz+abc" in imported.report


def test_the_draft_passes_the_check_and_the_build_shows_nothing_of_it(desk: Desk) -> None:
    imported = desk.bring(everything())

    assert imported.problems == ()
    built = build(desk.content, desk.folder / "output")
    assert built.status == 0, built.out
    assert not any("hoi-nghi-so-ket" in path for path in tree(desk.folder / "output"))


def test_real_documents_come_whole(desk: Desk) -> None:
    for file in sorted(shared("data/docs").glob("*.docx")):
        imported = desk.bring_file(file)

        assert not any("chưa xếp được" in line for line in imported.report), file.name
        assert not [one for one in imported.problems if one.severity == "error"], file.name


def test_real_texts_in_vni_come_as_unicode(desk: Desk) -> None:
    for file in sorted(shared("data/legacy/synthetic-vni").glob("*.docx")):
        truth = shared(f"data/legacy/truth/{file.stem}.txt").read_text("utf-8")

        imported = desk.bring_file(file)

        there = words_of(imported.path.read_text("utf-8") + "\n" + "\n".join(imported.report))
        lost = words_of(truth) - there
        assert sum(lost.values()) <= 0.02 * sum(words_of(truth).values()), lost


def test_what_is_found_is_offered_in_comments_and_not_decided(desk: Desk) -> None:
    desk.use_demo()
    document = Document()
    paragraph(document, TITLE, style="Title")
    paragraph(
        document,
        "Khối thi đua các cơ quan tham mưu tổng hợp họp ngày 5/11/2026 theo Kế hoạch số "
        "12/KH-UBND ngày 12/1/2026 và Chỉ thị số 99-CT/TW ngày 1/2/2024.",
    )

    header, _ = written(desk.bring(document))

    assert "\n# blocs: [tham-muu-tong-hop]\n" in header
    assert "\n# documents: [12-kh-ubnd-2026]\n" in header
    assert "\n# Ngày thấy trong bài: 05/11/2026\n" in header
    assert "\nblocs:" not in header
    assert "\ndate: 2026-11-22\n" in header


def test_an_editor_who_answers_decides(desk: Desk) -> None:
    desk.use_demo()
    document = Document()
    paragraph(document, TITLE, style="Title")
    paragraph(document, "Khối thi đua các cơ quan tham mưu tổng hợp họp, theo báo cáo.")

    answers = ("Tiêu đề mới", "mai", "5/11/2026 09:30", "phong trao", "c")
    imported = desk.bring(document, "x.docx", *answers)

    header, _ = written(imported)
    assert "title: Tiêu đề mới\n" in header
    assert "date: 2026-11-05 09:30\n" in header
    assert "section: phong-trao\n" in header
    assert "\nblocs: [tham-muu-tong-hop]\n" in header


def test_an_id_that_exists_gets_another_and_nothing_is_written_over(desk: Desk) -> None:
    first = desk.bring(everything())
    before = first.path.read_bytes()

    second = desk.bring(everything())

    assert (first.path.stem, second.path.stem) == (
        "hoi-nghi-so-ket-cong-tac-thi-dua",
        "hoi-nghi-so-ket-cong-tac-thi-dua-2",
    )
    assert first.path.read_bytes() == before
    assert "photos/2026/11/hoi-nghi-so-ket-cong-tac-thi-dua-2-1.jpg" in second.path.read_text()


FULL = """
import resource, signal, sys
sys.path[:0] = ["plugins", "."]
from pathlib import Path
from tests.desk.word.documents import Desk
from desk.writing import NotWritten
desk = Desk.__new__(Desk)
desk.folder = Path(sys.argv[1]); desk.content = desk.folder / "content"
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
resource.setrlimit(resource.RLIMIT_FSIZE, (900, 900))
try:
    desk.bring_file(desk.folder / "bao-cao.docx")
except NotWritten as why:
    print(why)
"""


def test_a_disk_that_is_full_half_way_leaves_nothing(desk: Desk) -> None:
    document = everything()
    for _ in range(40):
        paragraph(document, "Thêm chữ cho bài dài hơn phần đĩa còn trống.")
    document.save(str(desk.folder / "bao-cao.docx"))
    assert len(picture().read()) < 900

    done = subprocess.run(
        [sys.executable, "-c", FULL, str(desk.folder)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )

    assert "Không ghi được" in done.stdout
    assert len(done.stdout.splitlines()) == 1
    assert desk.is_untouched()


def test_a_folder_that_only_reads_is_one_line(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    from errno import EROFS

    def refuse(*_: object, **__: object) -> None:
        raise OSError(EROFS, os.strerror(EROFS))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(NotWritten, match="chỉ cho đọc"):
        desk.bring(everything())
    assert desk.is_untouched()


def test_the_command_says_what_it_did_and_how_it_ended(desk: Desk) -> None:
    everything().save(str(desk.folder / "báo cáo.docx"))

    good = command(desk, "báo cáo.docx")
    bad = command(desk, "khong-co.docx")

    assert (good.returncode, bad.returncode) == (0, 1)
    assert "Đã ghi bản nháp: " in good.stdout
    assert "Traceback" not in good.stderr + bad.stderr
    assert "không có tệp này" in bad.stderr


def command(desk: Desk, file: str) -> subprocess.CompletedProcess[str]:
    arguments = ["import-word", str(desk.folder / file), "--content", str(desk.content)]
    return subprocess.run(
        [sys.executable, "-m", "invoke", *arguments, "--no-input"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
