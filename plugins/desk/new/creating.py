"""A kind of record, what a script gives and what an editor answers in; its file, written, out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from desk.asking import Asker
from desk.keys import Key, keys_of, kind_words
from desk.keys.examples import example_of
from desk.new.naming import free_id, id_for, is_id, taken_ids
from desk.new.questions import ASKED, NotTaken, ask, choices_of, taken
from desk.writing import record_text, write_new
from newsroom.linking import link
from newsroom.problems import Problem
from newsroom.reading import read
from newsroom.reading.files import FileReader
from newsroom.reading.folders import FOLDERS
from newsroom.records import Records
from newsroom.records.spellings import read_moment
from newsroom.records.values import Kind, day_of
from newsroom.settings import Settings
from vietnamese import format_date
from vietnamese.dates import content_spelling


class CannotMake(Exception):
    """A record that cannot be made; says why in lines of Vietnamese."""


@dataclass(frozen=True, slots=True)
class Made:
    """A file that was written, or the problems for which it was not."""

    path: Path
    problems: tuple[Problem, ...] = ()

    @property
    def written(self) -> bool:
        """Whether the file is there."""
        return not any(one.severity == "error" for one in self.problems)


def create(
    kind: Kind, settings: Settings, asker: Asker, given: Mapping[str, str], id: str = ""
) -> Made:
    """Write a record of this kind. `given` holds texts by key (`recipient.type`), which are not
    asked for. Raises CannotMake, NotTaken, desk.writing.NotWritten and desk.writing.Taken."""
    records = read(settings).records
    if records is None:
        raise CannotMake(f"{settings.content}: site.yaml thiếu hoặc có lỗi; chạy “invoke check”")
    values = _values(kind, settings, records, asker, given)
    taken_before = taken_ids(settings.content, kind)
    id = _id(kind, values, asker, id, taken_before)
    name = _place(kind, id, values)
    text = skeleton(kind, values)
    path = settings.content / name
    problems = _problems(kind, id, name, text, records, settings)
    if not any(one.severity == "error" for one in problems):
        write_new(path, text)
    return Made(path, problems)


def skeleton(kind: Kind, values: Mapping[str, Any]) -> str:
    """The text of a new record's file, with every key that it has not yet in a comment."""
    lines = record_text(kind, values).rstrip("\n").split("\n")
    closing = [lines.pop()] if lines[-1] == "---" else []
    return "\n".join([*lines, *_left(kind, values), *closing, *([""] if closing else []), ""])


def _left(kind: Kind, values: Mapping[str, Any]) -> Iterator[str]:
    yield "#"
    yield "# Các khóa tùy chọn: bỏ dấu # và dấu cách ở đầu dòng, rồi sửa phần sau dấu hai chấm."
    for key in keys_of(kind):
        if not values.get(key.name) and key.name != "approval":
            yield f"#   {key.label}: {key.hint}"
            yield f"# {key.name}: {example_of(key)}"


def _values(
    kind: Kind, settings: Settings, records: Records, asker: Asker, given: Mapping[str, str]
) -> dict[str, Any]:
    keys = {key.name: key for key in keys_of(kind)}
    values = _given(kind, keys, given)
    today = content_spelling(settings.now.replace(second=0, microsecond=0))
    for name in ASKED[kind]:
        if name not in values and asker.asks:
            default = format_date(settings.now, "stamp") if name == "date" else ""
            values[name] = ask(keys[name], (name,), kind, records, asker, default)
    if kind == "article":
        values.setdefault("date", today)
        values.setdefault("status", "draft")
        sections = choices_of(records, "section")
        if not values.get("section") and len(sections) == 1:
            values["section"] = sections[0][0]
    for name in ("date", "start"):
        if kind in ("article", "event") and values.get(name):
            values[name] = read_moment(values[name])
    missing = [f"--set {key.name}=… ({key.label})" for key in keys.values() if _lacks(key, values)]
    if missing:
        raise CannotMake(f"Thiếu: {'; '.join(missing)}")
    return values


def _lacks(key: Key, values: Mapping[str, Any]) -> bool:
    return key.required and not values.get(key.name)


def _given(kind: Kind, keys: Mapping[str, Key], given: Mapping[str, str]) -> dict[str, Any]:
    values: dict[str, Any] = {}
    for path, written in given.items():
        name, _, inner = path.partition(".")
        key = keys.get(name)
        part = next((one for one in key.keys if one.name == inner), None) if key else None
        if key is None or bool(inner) != (part is not None) or (key.keys and not inner):
            raise NotTaken(f"--set {path}: {kind_words(kind)[0]} không có khóa này")
        if part:
            values.setdefault(name, {})[inner] = taken(part, (name, inner), kind, written)
        else:
            values[name] = taken(key, (name,), kind, written)
    return values


def _id(
    kind: Kind, values: Mapping[str, Any], asker: Asker, id: str, there: Mapping[str, Path]
) -> str:
    if id:
        if not is_id(id):
            raise CannotMake(f"--id {id}: chỉ gồm chữ thường không dấu, chữ số, gạch nối")
        if id.casefold() in there:
            raise CannotMake(f"--id {id}: đã có {there[id.casefold()]}; hãy chọn mã khác")
        return id
    offered = free_id(id_for(kind, values), there)
    while asker.asks:
        typed = asker.text("Mã, cũng là tên tệp; không bao giờ đổi", offered)
        if is_id(typed) and typed.casefold() not in there:
            return typed
        why = "đã có tệp mang mã này" if is_id(typed) else "chỉ gồm a-z, 0-9, gạch nối"
        print(f"  “{typed}”: {why}.")
    return offered


def _place(kind: Kind, id: str, values: Mapping[str, Any]) -> str:
    folder = next(name for name, of in FOLDERS.items() if of == kind)
    if kind == "article":
        day = day_of(values["date"])
        folder = f"{folder}/{day.year}/{day.month:02}"
    return f"{folder}/{id}.{'yaml' if kind == 'section' else 'md'}"


def _problems(
    kind: Kind, id: str, file: str, text: str, records: Records, settings: Settings
) -> tuple[Problem, ...]:
    """What the check would say of the file, were it there."""
    found = FileReader().read(kind, id, file, text.encode())
    if found.record is None:
        return found.problems
    with_it: Any = {kind: {**records.of_kind(kind), id: found.record}}
    linked = link(replace(records, **with_it), now=settings.now)
    return (*found.problems, *(one for one in linked.problems if one.file == file))


def kinds_to_make() -> tuple[Kind, ...]:
    """The kinds that `new` makes: all but the site itself."""
    return tuple(ASKED)


def pairs(given: list[str]) -> dict[str, str]:
    """`key=value` texts as a mapping. Raises NotTaken."""
    found: dict[str, str] = {}
    for one in given:
        key, sign, value = one.partition("=")
        if not sign or not re.fullmatch(r"[a-z_]+(?:\.[a-z_]+)?", key):
            raise NotTaken(f'--set {one}: viết như --set title="Hội nghị sơ kết"')
        found[key] = value.strip()
    return found
