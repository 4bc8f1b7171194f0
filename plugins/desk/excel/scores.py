"""The rows of a score table and a bloc's file in; the file with the year's scores in it out, all
its other lines as they were."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Any

from desk.excel.making import read
from desk.excel.resolving import Register
from desk.excel.table import DataRow
from desk.excel.values import NotRead
from desk.writing.spelling import entry_lines
from newsroom.reading.fences import split
from newsroom.reading.findings import Findings
from newsroom.reading.front_matter import parse

_POINTS = ("self", "bloc", "bonus", "deduction", "total", "rank")


class CannotPlace(Exception):
    """A bloc's file whose scores are not ours to write; says why."""


def score_row(row: DataRow, register: Register) -> dict[str, str]:
    """One member's points. Raises NotRead."""
    values = read("scores", row, {})
    unit = register.find("unit", values["unit"])
    if not unit:
        like = register.like("unit", values["unit"])
        meant = f" (ý bạn là “{like}”?)" if like else ""
        raise NotRead(f"chưa có đơn vị “{values['unit']}” trong units/{meant}")
    return {"unit": unit, **{key: values[key] for key in _POINTS if values[key]}}


def with_scores(text: str, year: str, scores: dict[str, Any], *, ours: bool) -> str:
    """The bloc's file with these scores. `ours` tells that the scores which stand there are the
    last ones that this tool wrote. Raises CannotPlace."""
    header = _header(text)
    years = header.get("years") or []
    there = next((one for one in years if str(one.get("year")) == year), None)
    if there is not None and there.get("scores") == scores:
        return text
    if there is not None and there.get("scores") and not ours:
        raise CannotPlace(f"năm {year} đã có bảng điểm trong tệp; giữ nguyên")
    lines = text.split("\n")
    if there is None:
        written = _with_year(lines, year, scores)
    else:
        written = _with_entry(lines, year, scores)
    expected = [one for one in years if str(one.get("year")) != year]
    expected.append({**(there or {"year": year}), "scores": scores})
    found = _header("\n".join(written)).get("years") or []
    if sorted(map(repr, map(_sorted, found))) != sorted(map(repr, map(_sorted, expected))):
        raise CannotPlace("phần years trong tệp viết theo kiểu khác; hãy dán bảng điểm bằng tay")
    return "\n".join(written)


def scores_in(text: str, year: str) -> dict[str, Any] | None:
    """The scores of a year that stand in a bloc's file."""
    years = _header(text).get("years") or []
    return next((one.get("scores") for one in years if str(one.get("year")) == year), None)


def _header(text: str) -> dict[str, Any]:
    findings = Findings("")
    fenced = split(text, findings)
    header = None if fenced is None else parse(fenced.header, fenced.first, findings)
    if header is None or any(one.severity == "error" for one in findings.problems):
        raise CannotPlace("tệp của khối đang có lỗi; hãy chạy “invoke check” và sửa trước")
    return header.values


def _sorted(value: Any) -> Any:
    if isinstance(value, dict):
        return [(key, _sorted(value[key])) for key in sorted(value)]
    return [_sorted(item) for item in value] if isinstance(value, list) else value


def _with_year(lines: Sequence[str], year: str, scores: dict[str, Any]) -> list[str]:
    """A year that the bloc has not yet stands behind the others."""
    begun = next((i for i, line in enumerate(lines) if re.fullmatch(r"years:\s*", line)), -1)
    new = [f"  - year: {year}", *_entry(scores, 4)]
    if begun < 0:
        closing = next(i for i, line in enumerate(lines) if i and line.rstrip() == "---")
        return [*lines[:closing], "years:", *new, *lines[closing:]]
    end = _end(lines, begun + 1, 1)
    return [*lines[:end], *new, *lines[end:]]


def _with_entry(lines: Sequence[str], year: str, scores: dict[str, Any]) -> list[str]:
    """The scores of a year that is there, in the place of those that are."""
    pattern = re.compile(rf"(\s*)-\s+year:\s*['\"]?{year}['\"]?\s*(?:#.*)?")
    begun, found = next(
        ((i, match) for i, line in enumerate(lines) if (match := pattern.fullmatch(line))),
        (-1, None),
    )
    if found is None:
        raise CannotPlace("phần years trong tệp viết theo kiểu khác; hãy dán bảng điểm bằng tay")
    indent = len(found[1]) + 2
    end = _end(lines, begun + 1, indent)
    inside = list(lines[begun + 1 : end])
    old = next(
        (i for i, line in enumerate(inside) if line.startswith(f"{' ' * indent}scores:")), -1
    )
    if old >= 0:
        del inside[old : _end(inside, old + 1, indent + 1)]
    return [*lines[: begun + 1], *inside, *_entry(scores, indent), *lines[end:]]


def _end(lines: Sequence[str], first: int, indent: int) -> int:
    """The line after those from `first` on that stand at least so far in."""
    end = first
    while end < len(lines) and (not lines[end].strip() or _indent(lines[end]) >= indent):
        end += 1
    while end > first and not lines[end - 1].strip():
        end -= 1
    return end


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())


def _entry(scores: dict[str, Any], indent: int) -> Iterator[str]:
    yield from entry_lines("scores", scores, indent)
