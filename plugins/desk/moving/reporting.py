"""What an import did and did not understand in; a short account for the screen, and a whole one in
a file, out."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from desk.moving.places import Place
from desk.writing import write_new, write_over
from vietnamese import format_number

_SHOWN = 12
"""Lines of one heading on the screen; all stand in the file."""


@dataclass(slots=True)
class Report:
    """What is to be told; `save` writes all of it to `path`."""

    path: Path
    lines: list[str] = field(default_factory=list)
    remarks: list[str] = field(default_factory=list)
    """Of the whole site."""
    notes: list[tuple[str, list[str]]] = field(default_factory=list)
    """Of single items: their file, and sentences."""
    new: Counter[str] = field(default_factory=Counter)
    drafts: int = 0
    changed: int = 0
    same: int = 0
    assets: int = 0
    left: list[str] = field(default_factory=list)
    aside: list[tuple[str, list[str]]] = field(default_factory=list)
    problems: list[tuple[bool, str]] = field(default_factory=list)
    """Whether an error, and the sentence, of what `check` says afterwards."""
    saved: bool = False

    @property
    def status(self) -> int:
        """How the command ends."""
        return 2 if self.aside or any(error for error, _ in self.problems) else 0

    def says(self, *lines: str) -> None:
        """Add lines for the screen."""
        self.lines += lines

    def of(self, place: Place, notes: Sequence[str]) -> None:
        """Add what was not understood of one item."""
        if notes:
            self.notes.append((place.file, list(dict.fromkeys(notes))))

    def save(self) -> None:
        """Write the whole account beside the old site, over that of the last run."""
        text = "\n".join(("# Báo cáo nhập trang cũ", "", *self._whole())) + "\n"
        if self.path.exists():
            write_over(self.path, text, seen=self.path.read_bytes())
        else:
            write_new(self.path, text)
        self.saved = True

    def on_screen(self) -> Iterator[str]:
        """The short account."""
        if not self.saved:
            yield from (*self.lines, *_first(self.remarks))
            return
        yield from self.lines
        yield from self._counts()
        for path, errors in self.aside[:_SHOWN]:
            yield f"Để riêng, cần sửa: {path}"
            yield from (f"  {error}" for error in errors[:3])
        if len(self.aside) > _SHOWN:
            yield f"… và {format_number(len(self.aside) - _SHOWN)} tệp để riêng khác"
        yield from _first([f"Giữ nguyên: {one}" for one in self.left])
        yield from _first([text for error, text in self.problems if error])
        yield f"Những chỗ chưa hiểu và mọi điều cần xem lại: {self.path}"

    def _counts(self) -> Iterator[str]:
        yield (
            f"Bài mới: {format_number(self.new['article'])}; trang mới: "
            f"{format_number(self.new['page'])}; trong đó bản nháp, chờ duyệt: "
            f"{format_number(self.drafts)}"
        )
        yield f"Ảnh và tệp mới: {format_number(self.assets)}"
        if self.changed:
            yield f"Đã sửa theo trang cũ: {format_number(self.changed)}"
        if self.same:
            yield f"Không đổi: {format_number(self.same)}"
        if self.notes:
            yield f"Có chỗ chưa hiểu: {format_number(len(self.notes))} bài, trang"

    def _whole(self) -> Iterator[str]:
        yield from (f"- {line}" for line in (*self.lines, *self._counts()))
        yield from _section("Của cả trang", self.remarks)
        yield from _section("Giữ nguyên vì đã có người sửa, xóa hoặc đưa vào trước", self.left)
        if self.aside:
            yield from ("", "## Để riêng, cần sửa rồi chép vào thư mục nội dung", "")
            for path, errors in self.aside:
                yield f"- `{path}`"
                yield from (f"    - {error}" for error in errors)
        if self.notes:
            yield from ("", "## Chỗ chưa hiểu, theo từng bài", "")
            for file, notes in self.notes:
                yield f"- `{file}`"
                yield from (f"    - {note}" for note in notes)
        yield from _section("`check` còn nhắc", [text for _, text in self.problems])


def _section(title: str, lines: Sequence[str]) -> Iterator[str]:
    if lines:
        yield from ("", f"## {title}", "", *(f"- {line}" for line in lines))


def _first(lines: Sequence[str]) -> Iterator[str]:
    yield from lines[:_SHOWN]
    if len(lines) > _SHOWN:
        yield f"… và {format_number(len(lines) - _SHOWN)} dòng khác"
