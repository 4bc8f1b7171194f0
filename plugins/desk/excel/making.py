"""A row of a table in; the record that it holds, with what could not be told, out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any

from desk.excel import choices
from desk.excel.fields import FIELDS, SheetKind
from desk.excel.resolving import Register, chosen, guessed
from desk.excel.sheets import Cell
from desk.excel.table import DataRow
from desk.excel.values import NotRead
from vietnamese import NumberError, fold, parse_document_number, slug

_LONGEST_ID = 100


@dataclass(slots=True)
class Made:
    """A record that a row holds. `same_as` is what tells it from others, run after run."""

    id: str
    values: dict[str, Any]
    same_as: str
    comments: dict[str, list[str]] = field(default_factory=dict)
    notes: list[str] = field(default_factory=list)


def made_from(
    kind: SheetKind, row: DataRow, constants: Mapping[str, str], register: Register
) -> Made:
    """Make the record of a row. Raises NotRead with the reason why it is none."""
    values = read(kind, row, constants)
    makers: dict[str, Callable[..., Made]] = {
        "award": _award,
        "unit": _unit,
        "document": _document,
    }
    made = makers[kind](values, row.group, register)
    if given := values.get("id"):
        if slug(given) != given:
            raise NotRead(
                f"mã “{given}” phải là chữ thường không dấu, số, gạch nối: {slug(given)}"
            )
        made.id = given
    made.id = made.id[:_LONGEST_ID].strip("-")
    return made


def read(kind: SheetKind, row: DataRow, constants: Mapping[str, str]) -> dict[str, str]:
    """The texts of a row by key, each read as its field is; what holds for all rows fills gaps.
    Raises NotRead."""
    values: dict[str, str] = {}
    for one in FIELDS[kind]:
        cell = row.cells.get(one.key)
        found = one.read(cell) if cell is not None else ""
        if not found and constants.get(one.key):
            found = one.read(Cell(constants[one.key], "constants"))
        if one.required and not found:
            raise NotRead(f"thiếu “{one.label}”")
        values[one.key] = found
    return values


def _award(values: dict[str, str], group: str, register: Register) -> Made:
    title = values["title"]
    kind = guessed(title, choices.AWARDS)
    if not kind:
        raise NotRead(f"không rõ “{title}” là danh hiệu hay hình thức khen thưởng nào")
    comments: dict[str, list[str]] = {}
    unit = register.find("unit", values["unit"]) if values["unit"] else ""
    itself = register.find("unit", values["name"])
    who = _recipient_type(values, group, bool(itself))
    recipient: dict[str, str] = {"type": who, "unit": unit, "name": values["name"]}
    if who == "individual":
        recipient["role"] = values["role"]
    elif itself:
        recipient |= {"unit": itself, "name": ""}
    if values["unit"] and not unit and recipient["unit"] != itself:
        comments["recipient"] = [f"Đơn vị trong bảng: {values['unit']} (chưa có trong units/)"]
    elif values["unit"] and not unit:
        comments["recipient"] = [f"Đơn vị trong bảng: {values['unit']}"]
    record: dict[str, Any] = {
        "title": title,
        "kind": kind,
        "recipient": recipient,
        "level": values["level"],
        "period": values["period"],
        "conferred": values["conferred"],
    }
    day = values["conferred"]
    _resolve(record, comments, "decision", values, lambda name: register.document(name, day))
    _resolve(record, comments, "campaign", values, lambda name: register.find("campaign", name))
    _resolve(record, comments, "bloc", values, lambda name: register.find("bloc", name))
    name = recipient["unit"] if itself and who != "individual" else slug(values["name"])
    form = next((word for word in choices.AWARDS[kind] if fold(title).startswith(word)), title)
    same_as = [title, values["name"], values["unit"], values["period"], values["decision"]]
    return Made(
        _id(form, name, values["period"]), record, _key(same_as), comments, _told(comments)
    )


def _recipient_type(values: dict[str, str], group: str, is_unit: bool) -> str:
    """Whether an award went to a person or a body: as the row, its group or the award says."""
    if values["type"]:
        return chosen("đối tượng", values["type"], choices.RECIPIENTS)
    folded = f" {fold(group)} "
    for key, words in choices.RECIPIENTS.items():
        if f" {words[0]} " in folded:
            return key
    if is_unit or guessed(values["title"], {"x": choices.FOR_COLLECTIVES}):
        return "collective"
    if values["role"] or guessed(values["title"], {"x": choices.FOR_PEOPLE}):
        return "individual"
    if guessed(values["name"], choices.UNITS_BEGIN):
        return "collective"
    if values["unit"]:
        return "individual"
    raise NotRead("không rõ là cá nhân hay tập thể; hãy thêm cột “Đối tượng”")


def _unit(values: dict[str, str], _group: str, register: Register) -> Made:
    comments: dict[str, list[str]] = {}
    kind = chosen("loại đơn vị", values["kind"], choices.UNIT_KINDS)
    if not kind:
        kind = guessed(values["name"], choices.UNITS_BEGIN) or "other"
        comments["kind"] = ["Đoán theo tên; kiểm tra lại"]
    record: dict[str, Any] = {
        **{key: values[key] for key in ("name", "short_name", "address", "phone", "email")},
        "kind": kind,
        "level": chosen("cấp", values["level"], choices.LEVELS),
        "founded": values["founded"],
        "ended": values["ended"],
        "website": _web(values["website"]),
    }
    _resolve(record, comments, "parent", values, lambda name: register.find("unit", name))
    id = register.exactly("unit", values["name"]) or slug(values["name"])
    notes = [text for key, text in _named(comments) if key != "kind"]
    return Made(id, record, _key([values["name"]]), comments, notes)


def _document(values: dict[str, str], _group: str, register: Register) -> Made:
    number = " ".join(values["number"].split()).removeprefix("Số ").removeprefix("số ").strip(": ")
    try:
        code = parse_document_number(number).type_code or ""
    except NumberError:
        code = ""
    type_ = chosen("loại văn bản", values["type"], choices.DOCUMENT_TYPES)
    type_ = type_ or choices.TYPES_BY_CODE.get(code, "")
    if not type_:
        type_ = guessed(values["abstract"], choices.DOCUMENT_TYPES)
    if not type_:
        raise NotRead(f"không rõ loại văn bản của số “{number}”; hãy điền cột “Loại văn bản”")
    plain = ("issuer", "issued", "abstract", "signer", "signer_title", "effective", "expired")
    record = {
        "number": number,
        "type": type_,
        **{key: values[key] for key in plain},
        "status": chosen("tình trạng", values["status"], choices.STATES),
        "official_url": _web(values["official_url"]),
    }
    year = values["issued"][:4]
    id = register.document(number, values["issued"])
    if not id:
        id = slug(number) if f"-{year}-" in f"-{slug(number)}-" else f"{slug(number)}-{year}"
    return Made(id, record, _key([number, values["issuer"], values["issued"]]))


def _resolve(
    record: dict[str, Any],
    comments: dict[str, list[str]],
    key: str,
    values: Mapping[str, str],
    find: Callable[[str], str],
) -> None:
    """Refer to the record of that name; where there is none, say so in a comment."""
    if written := values[key]:
        record[key] = find(written)
        if not record[key]:
            comments[key] = [f"Trong bảng: {written} (chưa có bản ghi nào như vậy)"]


def _told(comments: Mapping[str, list[str]]) -> list[str]:
    return [text for _, text in _named(comments)]


def _named(comments: Mapping[str, list[str]]) -> list[tuple[str, str]]:
    return [(key, f"{key}: {line}") for key, lines in comments.items() for line in lines]


def _web(written: str) -> str:
    return f"https://{written}" if written and "://" not in written else written


def _id(form: str, name: str, period: str) -> str:
    """A readable id: co-thi-dua-so-tai-chinh-2025."""
    end = slug(period)
    room = _LONGEST_ID - len(end) - 1
    return "-".join(part for part in (f"{slug(form)}-{slug(name)}"[:room].strip("-"), end) if part)


def _key(parts: list[str]) -> str:
    return "|".join(map(fold, parts))
