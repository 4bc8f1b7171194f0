"""A spreadsheet and a content folder in; its records written there, and the report for the editor
out. A second run changes only what changed in the sheet, and nothing that an editor touched."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from desk.excel.columns import TableMap, found_in, mapping_from, mapping_text
from desk.excel.fields import FIELDS, RecordKind, SheetKind
from desk.excel.keeping import Kept, Ledger, keep
from desk.excel.making import Made, made_from
from desk.excel.resolving import Register
from desk.excel.score_tables import write_scores
from desk.excel.sheets import Sheet, sheets_of
from desk.excel.table import DataRow, Table, said_above, table_of
from desk.excel.values import NotRead
from desk.office import CannotImport, workbook_of
from desk.writing import NotWritten, Taken, record_text, write_new
from newsroom.reading import read
from newsroom.reading.files import FileReader
from newsroom.reading.folders import FOLDERS
from newsroom.report import speller
from newsroom.settings import Settings
from vietnamese import format_number

_LABELS = {"award": "khen thưởng", "unit": "đơn vị", "document": "văn bản"}


@dataclass(slots=True)
class Report:
    """What to tell the editor, and how the command ends."""

    lines: list[str] = field(default_factory=list)
    status: int = 0


def import_excel(file: Path, kind: SheetKind, settings: Settings, map: Path | None) -> Report:
    """Import a spreadsheet. Raises CannotImport, and desk.writing's NotWritten and Taken."""
    records = read(settings).records
    if records is None:
        raise CannotImport(
            f"{settings.content}: site.yaml chưa có hoặc có lỗi; hãy chạy “invoke check” trước"
        )
    sheets = sheets_of(file.name, workbook_of(file))
    if not sheets:
        raise CannotImport(f"{file.name}: tệp không có trang tính nào có chữ")
    found = mapping_from(kind, map, sheets) if map else _best(kind, sheets, file)
    sheet = next(one for one in sheets if one.name == found.sheet)
    table = table_of(kind, sheet, found)
    report = Report()
    said = {key: text for key, text in said_above(table.titles).items() if _is_wanted(kind, key)}
    if taken := {key: text for key, text in said.items() if _is_filled(found, key)}:
        report.lines += [f"Lấy theo dòng tiêu đề trên bảng: {k} = {v}" for k, v in taken.items()]
    found.constants = {**taken, **found.constants}
    if not map and (unclear := _unclear(found)):
        return _ask_for_map(file, kind, found, unclear)
    report.lines += _of_columns(found, sheets)
    ledger = Ledger(file.with_name(f"{file.stem}.ids.json"))
    register = Register(records)
    if kind == "scores":
        said_in = write_scores(settings.content, table, found, register, ledger)
        report.lines += said_in.lines
        if not said_in.written:
            _write_map(file, kind, found, report)
            report.status = 1
    else:
        _write_records(kind, table, found, register, ledger, settings, report)
    report.lines += [f"Dòng {row}: không lấy, {why}" for row, why in sorted(table.skipped)]
    try:
        ledger.save()
    except (NotWritten, Taken) as why:
        report.lines.append(f"Không nhớ được mã cho lần sau: {why}")
    return report


def _best(kind: SheetKind, sheets: list[Sheet], file: Path) -> TableMap:
    found = max((found_in(kind, sheet) for sheet in sheets), key=lambda one: len(one.columns))
    if not found.columns:
        names = ", ".join(f"“{one.label}”" for one in FIELDS[kind] if one.required)
        raise CannotImport(
            f"{file.name}: không thấy dòng tên cột; bảng cần có các cột {names}. "
            f"Lấy mẫu bằng: invoke template-excel --kind {kind}"
        )
    return found


def _is_wanted(kind: SheetKind, key: str) -> bool:
    wanted = {
        "award": ("title", "period", "decision", "conferred"),
        "scores": ("year", "decision"),
    }
    return key in wanted.get(kind, ())


def _is_filled(found: TableMap, key: str) -> bool:
    return key not in found.columns.values() and not found.constants.get(key)


def _unclear(found: TableMap) -> list[str]:
    """What is still not sure once the titles above were read."""
    return [one for one in found.unclear if not any(f"({key})" in one for key in found.constants)]


def _ask_for_map(file: Path, kind: SheetKind, found: TableMap, unclear: list[str]) -> Report:
    report = Report([f"Chưa rõ: {one}" for one in unclear], status=1)
    report.lines.append("Chưa nhập dòng nào.")
    _write_map(file, kind, found, report)
    return report


def _write_map(file: Path, kind: SheetKind, found: TableMap, report: Report) -> None:
    path = file.with_name(f"{file.stem}.map.yaml")
    try:
        write_new(path, mapping_text(kind, found, file.name))
        report.lines.append(f"Đã ghi cách đọc bảng vào {path}: sửa tệp ấy rồi chạy lại với --map")
    except Taken:
        report.lines.append(f"Đã có {path}: sửa tệp ấy rồi chạy lại với --map")


def _of_columns(found: TableMap, sheets: list[Sheet]) -> Iterator[str]:
    for column in found.private:
        yield f"Không lấy {column}: dữ liệu cá nhân không được đưa lên trang"
    for column in found.ignored:
        yield f"Không lấy {column}: không có khóa tương ứng"
    for sheet in sheets:
        if sheet.name != found.sheet:
            yield f"Không đọc trang tính “{sheet.name}” (chọn bằng sheet trong tệp --map)"


def _write_records(
    kind: RecordKind,
    table: Table,
    found: TableMap,
    register: Register,
    ledger: Ledger,
    settings: Settings,
    report: Report,
) -> None:
    """Make each row a record, leave out those that `check` would stop at, and write the rest."""
    if kind == "unit":
        _learn_names(table.rows, register, ledger)
    texts: list[tuple[str, str, str]] = []
    numbers: dict[str, int] = {}
    ids: set[str] = set()
    reader, spell = FileReader(), speller(settings)
    folder = next(name for name, its in FOLDERS.items() if its == kind)
    for row in table.rows:
        try:
            made = made_from(kind, row, found.constants, register)
        except NotRead as why:
            table.skipped.append((row.number, str(why)))
            continue
        if made.same_as in numbers:
            table.skipped.append((row.number, f"trùng với dòng {numbers[made.same_as]}"))
            continue
        id = ledger.id_of(made.same_as) or _free(made, ids)
        text = record_text(kind, _values(made), comments=made.comments)
        problems = reader.read(kind, id, f"{folder}/{id}.md", text.encode()).problems
        if errors := [one for one in problems if one.severity == "error"]:
            table.skipped.append((row.number, spell(errors[0]).partition(": ")[2]))
            continue
        numbers[made.same_as] = row.number
        ids.add(id)
        report.lines += [f"Dòng {row.number}: {note}" for note in made.notes]
        texts.append((made.same_as, id, text))
    report.lines += _counted(kind, keep(settings.content / folder, texts, ledger))
    if not texts and not report.status:
        report.status = 1


def _values(made: Made) -> dict[str, object]:
    return {key: value for key, value in made.values.items() if key != "id"}


def _learn_names(rows: list[DataRow], register: Register, ledger: Ledger) -> None:
    """Units of the sheet may name each other as parents, whichever comes first."""
    for row in rows:
        try:
            made = made_from("unit", row, {}, register)
        except NotRead:
            continue
        id = ledger.id_of(made.same_as) or made.id
        names = [str(made.values["name"]), str(made.values["short_name"])]
        if not register.exactly("unit", names[0]):
            register.add_names("unit", id, names)


def _free(made: Made, ids: set[str]) -> str:
    number, id = 1, made.id
    while id in ids:
        number += 1
        id = f"{made.id}-{number}"
    return id


def _counted(kind: RecordKind, kept: Kept) -> Iterator[str]:
    label = _LABELS[kind]
    yield f"Bản ghi {label} mới: {format_number(len(kept.new))}"
    if kept.changed:
        yield f"Đã sửa theo bảng: {', '.join(kept.changed)}"
    if kept.same:
        yield f"Không đổi: {format_number(len(kept.same))}"
    yield from (f"Giữ nguyên: {one}" for one in kept.left)
