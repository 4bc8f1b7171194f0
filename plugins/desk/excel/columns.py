"""A sheet and a kind in; which row names the columns, which key each column fills, out; and the
same as a mapping that an editor may write."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from desk.excel.fields import FIELDS, Field, SheetKind
from desk.excel.sheets import Row, Sheet
from desk.office import CannotImport
from newsroom.reading.findings import Findings
from newsroom.reading.front_matter import parse
from newsroom.reading.quoting import quoted
from vietnamese import clean, fold

PRIVATE = (
    "ngay sinh",
    "nam sinh",
    "sinh nam",
    "cccd",
    "cmnd",
    "can cuoc",
    "chung minh",
    "so dinh danh",
    "ho chieu",
    "que quan",
    "cho o",
    "noi o",
    "thuong tru",
    "dan toc",
    "ton giao",
    "tai khoan",
    "gioi tinh",
    "bao hiem",
    "ma so thue",
)
"""Headings of what no record may hold of a person (Law 91/2025/QH15)."""
PRIVATE_OF_PEOPLE = ("dien thoai", "di dong", "dia chi", "email")
CONSTANTS: dict[SheetKind, tuple[str, ...]] = {
    "award": (
        "title",
        "type",
        "level",
        "period",
        "decision",
        "conferred",
        "campaign",
        "bloc",
        "unit",
    ),
    "unit": ("kind", "level", "parent"),
    "document": ("type", "issuer", "status"),
    "scores": ("bloc", "year", "decision", "scale"),
}
"""What may hold for all rows, where it is no column: in a mapping, or in the title above."""

_NUMBERING = ("stt", "tt", "so tt", "so thu tu", "s tt")
_HEADINGS_WITHIN = 40
"""Rows from the top."""


@dataclass(slots=True)
class TableMap:
    """Where the table is and what its columns are."""

    sheet: str = ""
    header: int = 0
    """The number of the row that names the columns."""
    columns: dict[str, str] = field(default_factory=dict)
    """Keys by the letter of the column."""
    constants: dict[str, str] = field(default_factory=dict)
    """What holds for every row."""
    headings: dict[str, str] = field(default_factory=dict)
    unclear: list[str] = field(default_factory=list)
    """What an editor should decide, as sentences."""
    private: list[str] = field(default_factory=list)
    """Headings of columns that no record may hold."""
    ignored: list[str] = field(default_factory=list)
    """Headings that no key answers to."""


def found_in(kind: SheetKind, sheet: Sheet) -> TableMap:
    """The best reading of a sheet; without columns where no row names two of them."""
    best = TableMap(sheet=sheet.name)
    most = 1
    for above, row in zip([None, *sheet.rows], sheet.rows[:_HEADINGS_WITHIN], strict=False):
        headings = dict(_headings(row, above))
        matched = _matched(kind, headings)
        if len(matched) > most:
            most = len(matched)
            best = TableMap(sheet.name, row.number, matched, headings=headings)
    if best.columns:
        _look_over(kind, best)
    return best


def _headings(row: Row, above: Row | None) -> Iterator[tuple[str, str]]:
    """The heading of each column; one that is empty may stand a row higher."""
    wide = above is not None and len(above.texts) > 1
    for letter, cell in row.cells.items():
        over = above.cells[letter].text if above is not None and wide else ""
        heading = cell.text or over
        if heading and len(heading) < 80:
            yield letter, heading


def _matched(kind: SheetKind, headings: Mapping[str, str]) -> dict[str, str]:
    """Each key that a column answers to, the best column for each."""
    best: dict[str, tuple[int, str]] = {}
    for letter, heading in headings.items():
        if is_private(kind, heading) or _plain(heading) in _NUMBERING:
            continue
        weight, key = max((_weight(heading, one), one.key) for one in FIELDS[kind])
        if weight > best.get(key, (0, ""))[0]:
            best[key] = weight, letter
    if kind == "award" and "name" not in best and "unit" in best:
        best["name"] = best.pop("unit")
    return {letter: key for key, (_, letter) in best.items()}


def _weight(heading: str, wanted: Field) -> int:
    """How well a heading names a field: 0 not at all; the whole of it, then the longest part."""
    plain = _plain(heading)
    names = (fold(wanted.label), *wanted.names)
    if plain in names:
        return 1001 if plain == names[0] else 1000
    parts = [
        len(name) for name in names if plain.startswith(f"{name} ") or plain.endswith(f" {name}")
    ]
    return max(parts, default=0)


def _plain(heading: str) -> str:
    return fold(re.sub(r"\([^)]*\)", " ", heading)) or fold(heading)


def is_private(kind: SheetKind, heading: str) -> bool:
    """Whether a column holds what a record may not hold of a person."""
    plain = f" {_plain(heading)} "
    words = PRIVATE + (PRIVATE_OF_PEOPLE if kind == "award" else ())
    return kind == "award" and any(f" {word} " in plain for word in words)


def _look_over(kind: SheetKind, found: TableMap) -> None:
    """Tell what of the headings is not sure."""
    for letter, heading in found.headings.items():
        if letter in found.columns or _plain(heading) in _NUMBERING:
            continue
        if is_private(kind, heading):
            found.private.append(f"cột {letter} “{heading}”")
            continue
        weight, rival = max(
            ((_weight(heading, one), one) for one in FIELDS[kind]), key=lambda one: one[0]
        )
        taken = _column_of(found, rival.key)
        if weight and taken and weight >= _weight(found.headings[taken], rival):
            found.unclear.append(f"cột {taken} và cột {letter} đều có thể là “{rival.label}”")
        else:
            found.ignored.append(f"cột {letter} “{heading}”")
    for wanted in FIELDS[kind]:
        if wanted.required and not _column_of(found, wanted.key):
            found.unclear.append(f"không thấy cột “{wanted.label}” ({wanted.key})")


def _column_of(found: TableMap, key: str) -> str:
    return next((letter for letter, its in found.columns.items() if its == key), "")


def mapping_text(kind: SheetKind, found: TableMap, file: str) -> str:
    """The mapping as a file that an editor can correct."""
    keys = ", ".join(f"{one.key} ({one.label})" for one in FIELDS[kind])
    lines = [
        f"# Cách đọc {file}. Sửa rồi chạy lại với --map và tên tệp này.",
        "# columns: chữ cái của cột: khóa; để trống là không lấy cột ấy.",
        f"# Các khóa: {keys}.",
        *(f"# Chưa rõ: {one}." for one in found.unclear),
        f"sheet: {quoted(found.sheet)}",
        f"header: {found.header}",
        "columns:",
    ]
    for letter, heading in found.headings.items():
        value = found.columns.get(letter, "")
        lines += [f"  # {heading}", f"  {letter}: {value}".rstrip()]
    lines += ["# constants: giá trị chung cho mọi dòng, khi không có cột.", "constants:"]
    for key in CONSTANTS[kind]:
        lines.append(
            f"  {key}: {quoted(found.constants[key]) if key in found.constants else ''}".rstrip()
        )
    return "\n".join(lines) + "\n"


def mapping_from(kind: SheetKind, path: Path, sheets: Sequence[Sheet]) -> TableMap:
    """The mapping that an editor wrote. Raises CannotImport, with the line where it is wrong."""
    try:
        written = clean(path.read_text("utf-8-sig"))
    except (OSError, UnicodeDecodeError) as error:
        raise CannotImport(f"{path}: không đọc được ({error})") from error
    findings = Findings(str(path))
    header = parse(written.splitlines(), 1, findings)
    if header is None or findings.problems:
        line = findings.problems[0].line if findings.problems else 1
        raise CannotImport(f"{path}:{line}: tệp này viết sai kiểu YAML")
    values: dict[str, Any] = header.values
    columns = _texts(path, values, "columns")
    constants = _texts(path, values, "constants")
    known = {one.key for one in FIELDS[kind]}
    if wrong := sorted({key for key in columns.values() if key} - known):
        raise CannotImport(f"{path}: không có khóa {', '.join(wrong)}")
    if wrong := sorted(set(constants) - set(CONSTANTS[kind])):
        raise CannotImport(f"{path}: constants không nhận khóa {', '.join(wrong)}")
    name = str(values.get("sheet") or sheets[0].name)
    row = str(values.get("header") or "1")
    if name not in {sheet.name for sheet in sheets}:
        raise CannotImport(f"{path}: tệp Excel không có trang tính “{name}”")
    if not row.isdigit():
        raise CannotImport(f"{path}: header phải là số dòng, không phải “{row}”")
    return TableMap(
        sheet=name,
        header=int(row),
        columns={letter.upper(): key for letter, key in columns.items() if key},
        constants={key: value for key, value in constants.items() if value},
    )


def _texts(path: Path, values: Mapping[str, Any], key: str) -> dict[str, str]:
    found = values.get(key) or {}
    if not isinstance(found, dict) or any(isinstance(one, dict | list) for one in found.values()):
        raise CannotImport(f"{path}: {key} phải là các dòng “khóa: giá trị”")
    return {str(name): str(value or "") for name, value in found.items()}
