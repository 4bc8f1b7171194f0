"""A score table in; the year's scores in its bloc's file, never published by this, out."""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import Any

from desk.excel.columns import TableMap
from desk.excel.keeping import Ledger, digest
from desk.excel.resolving import Register
from desk.excel.scores import CannotPlace, score_row, scores_in, with_scores
from desk.excel.table import Table
from desk.excel.values import NotRead
from desk.writing import write_over
from vietnamese import format_number

_TOLERANCE = Decimal("0.005")


@dataclass(slots=True)
class Scored:
    """What to tell the editor, and whether the scores stand in the bloc's file."""

    lines: list[str] = field(default_factory=list)
    written: bool = False


def write_scores(
    content: Path, table: Table, found: TableMap, register: Register, ledger: Ledger
) -> Scored:
    """Write a bloc year's scores. Raises desk.writing.NotWritten."""
    scored = Scored()
    bloc, year, decision = _place(table, found, register, scored)
    if not (bloc and year and decision):
        return scored
    rows = _rows(table, register, scored)
    if not rows:
        scored.lines.append("Không có dòng nào lấy được: chưa ghi gì")
        return scored
    scores: dict[str, Any] = {"rows": rows, "decision": decision, "published": "false"}
    if scale := found.constants.get("scale"):
        scores = {"scale": scale, **scores}
    path = content / "blocs" / f"{bloc}.md"
    key = f"scores|{bloc}|{year}"
    try:
        seen = path.read_bytes()
        text = seen.decode("utf-8-sig").replace("\r\n", "\n")
        ours = ledger.digest_of(key) == digest(repr(scores_in(text, year)).encode())
        written = with_scores(text, year, scores, ours=ours)
    except (OSError, UnicodeDecodeError) as error:
        scored.lines.append(f"{path}: không đọc được ({error})")
        return scored
    except CannotPlace as why:
        scored.lines.append(f"{path}: {why}")
        scored.written = True  # nothing that a mapping would mend
        return scored
    if written != text:
        write_over(path, written, seen=seen)
        scored.lines.append(
            f"Đã ghi bảng điểm năm {year}, {format_number(len(rows))} đơn vị: {path}"
        )
        scored.lines.append(
            "Bảng điểm chưa công bố (published: false); đổi thành true khi được phép"
        )
    else:
        scored.lines.append(f"Bảng điểm năm {year} không đổi: {path}")
    ledger.learn(key, bloc, repr(scores).encode())
    scored.written = True
    return scored


def _place(
    table: Table, found: TableMap, register: Register, scored: Scored
) -> tuple[str, str, str]:
    """The bloc, the year and the decision: as the mapping or the titles above say."""
    constants = found.constants
    bloc = register.find("bloc", constants.get("bloc", ""))
    if not bloc and not constants.get("bloc"):
        bloc = register.within("bloc", " ; ".join(table.titles))
    year = constants.get("year", "")
    if not bloc:
        scored.lines.append("Chưa rõ: bảng điểm của khối, cụm nào (constants: bloc)")
    if not (year.isdigit() and len(year) == 4):
        scored.lines.append("Chưa rõ: bảng điểm của năm nào (constants: year)")
        year = ""
    decision = ""
    try:
        decision = register.document(constants.get("decision", ""), constants.get("conferred", ""))
    except NotRead as why:
        scored.lines.append(f"Chưa rõ: {why}")
    if not decision:
        scored.lines.append(
            "Chưa rõ: bảng điểm theo quyết định nào (constants: decision); "
            "quyết định phải có trong documents/ trước"
        )
    if bloc:
        found.constants = {**constants, "bloc": bloc}
    return bloc, year, decision


def _rows(table: Table, register: Register, scored: Scored) -> list[dict[str, str]]:
    rows: list[dict[str, str]] = []
    for row in table.rows:
        try:
            points = score_row(row, register)
        except NotRead as why:
            table.skipped.append((row.number, str(why)))
            continue
        if any(one["unit"] == points["unit"] for one in rows):
            table.skipped.append((row.number, f"đơn vị {points['unit']} đã có ở dòng trên"))
            continue
        if note := _sum_note(points):
            scored.lines.append(f"Dòng {row.number}: {note}")
        rows.append(points)
    return rows


def _sum_note(points: dict[str, str]) -> str:
    """A total that is not what its parts make is told, and kept as it stands."""
    if "bloc" not in points:
        return ""
    plus, minus = points.get("bonus", "0"), points.get("deduction", "0")
    made = Decimal(points["bloc"]) + Decimal(plus) - abs(Decimal(minus))
    if abs(made - Decimal(points["total"])) <= _TOLERANCE:
        return ""
    return (
        f"tổng điểm {format_number(Decimal(points['total']))} khác khối chấm cộng thưởng trừ phạt "
        f"({format_number(made)}); giữ số trong bảng"
    )
