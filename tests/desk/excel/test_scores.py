"""Score tables: into the bloc's file, below the year, with every other line as it was."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from desk.excel.scores import CannotPlace, with_scores
from tests.desk.excel.sheets import Office, told

ROWS: list[list[object]] = [
    ["BẢNG ĐIỂM THI ĐUA NĂM 2026"],
    ["Cụm thi đua số 3 các xã, phường ven sông"],
    ["(Kèm theo Quyết định số 2315/QĐ-UBND ngày 22/12/2025)"],
    ["STT", "Đơn vị", "Điểm", None, None, None, "Tổng điểm", "Xếp hạng"],
    [None, None, "Tự chấm", "Khối chấm", "Điểm thưởng", "Điểm trừ", None, None],
    [1, "Xã Vàm Sao", "95,5", 94.25, 2, None, 96.25, "Nhất"],
    [2, "Xã Gò Sen", 93, "92", None, "0,5", "91,5", 2],
    [3, "Xã không có", 90, 90, None, None, 90, 3],
    [None, "Tổng", None, None, None, None, "277,75", None],
]
MERGED = ["A4:A5", "B4:B5", "C4:F4", "G4:G5", "H4:H5"]


@pytest.fixture
def office(tmp_path: Path) -> Office:
    return Office(tmp_path)


def bloc(office: Office) -> str:
    return next(
        name
        for name in sorted(p.name for p in (office.content / "blocs").iterdir())
        if "Cụm thi đua số 3" in office.text(f"blocs/{name}")
    )


def test_a_table_goes_into_its_year_and_all_else_stays(office: Office) -> None:
    name = f"blocs/{bloc(office)}"
    before = office.text(name).splitlines()

    report = office.bring(office.sheet(ROWS, merged=MERGED), "scores")

    after = office.text(name).splitlines()
    new = [
        "    scores:",
        "      rows:",
        "        - {unit: xa-vam-sao, self: 95.5, bloc: 94.25, bonus: 2, total: 96.25, rank: 1}",
        "        - {unit: xa-go-sen, self: 93, bloc: 92, deduction: 0.5, total: 91.5, rank: 2}",
        "      decision: 2315-qd-ubnd-2025",
        "      published: false",
    ]
    at = after.index("    scores:")
    assert after[at : at + len(new)] == new
    assert after[:at] + after[at + len(new) :] == before
    assert report.status == 0
    assert told(report, "Dòng 8: không lấy, chưa có đơn vị “Xã không có”")
    assert told(report, "Dòng 9: không lấy, dòng tổng cộng")
    assert not [one for one in office.problems() if one.startswith(name)]


def test_a_second_run_changes_nothing_and_a_new_score_only_itself(office: Office) -> None:
    name = f"blocs/{bloc(office)}"
    office.bring(office.sheet(ROWS, merged=MERGED), "scores")
    before = office.text(name)
    again = office.bring(office.sheet(ROWS, merged=MERGED), "scores")
    assert office.text(name) == before
    assert told(again, "không đổi")

    rows = [list(row) for row in ROWS]
    rows[6][6] = "91,6"
    changed = office.bring(office.sheet(rows, merged=MERGED), "scores")

    assert office.text(name) == before.replace("total: 91.5", "total: 91.6")
    assert told(changed, "tổng điểm 91,6 khác khối chấm cộng thưởng trừ phạt (91,5)")


def test_scores_that_an_editor_wrote_are_left_alone(office: Office) -> None:
    name = f"blocs/{bloc(office)}"
    office.bring(office.sheet(ROWS, merged=MERGED), "scores")
    path = office.content / name
    path.write_text(office.text(name).replace("published: false", "published: true"), "utf-8")
    before = path.read_bytes()
    rows = [list(row) for row in ROWS]
    rows[6][6] = "91,6"

    report = office.bring(office.sheet(rows, merged=MERGED), "scores")

    assert path.read_bytes() == before
    assert told(report, "đã có bảng điểm trong tệp; giữ nguyên")


def test_what_is_not_known_is_asked_for_in_a_mapping(office: Office) -> None:
    rows = [ROWS[3], ROWS[4], ROWS[5]]
    file = office.sheet(rows, merged=["A1:A2", "B1:B2", "C1:F1", "G1:G2", "H1:H2"])

    first = office.bring(file, "scores")

    mapping = office.folder / "bang.map.yaml"
    assert first.status == 1
    assert told(first, "constants: bloc")
    written = mapping.read_text("utf-8")
    constants = {
        "bloc": bloc(office).removesuffix(".md"),
        "year": "2027",
        "decision": "2315-qd-ubnd-2025",
        "scale": "100",
    }
    columns, _, lines = written.partition("constants:\n")
    for key, value in constants.items():
        lines = lines.replace(f"  {key}:\n", f"  {key}: {value}\n")
    written = f"{columns}constants:\n{lines}"
    mapping.write_text(written, "utf-8")

    second = office.bring(file, "scores", mapping)

    assert second.status == 0, second.lines
    text = office.text(f"blocs/{bloc(office)}")
    assert "  - year: 2027\n    scores:\n      scale: 100\n      rows:\n" in text


SCORES = {"rows": [{"unit": "a", "total": "1"}], "decision": "d", "published": "false"}


def test_a_bloc_without_years_gets_them() -> None:
    text = "---\nname: X\n---\n\nLời.\n"

    assert with_scores(text, "2026", SCORES, ours=False) == (
        "---\nname: X\nyears:\n  - year: 2026\n    scores:\n      rows:\n"
        "        - {unit: a, total: 1}\n      decision: d\n      published: false\n---\n\nLời.\n"
    )


def test_years_written_in_braces_are_left_to_the_editor() -> None:
    text = "---\nname: X\nyears: [{year: 2026, head: a}]\n---\n"

    with pytest.raises(CannotPlace, match="kiểu khác"):
        with_scores(text, "2026", SCORES, ours=False)


def test_the_decision_must_be_there_first(office: Office) -> None:
    shutil.move(office.content / "documents" / "2315-qd-ubnd-2025.md", office.folder)

    report = office.bring(office.sheet(ROWS, merged=MERGED), "scores")

    assert report.status == 1
    assert told(report, "quyết định phải có trong documents/ trước")
