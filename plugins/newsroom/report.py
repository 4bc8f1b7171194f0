"""What a build says of itself: problems, each stage's time, what was made, where the site is."""

from __future__ import annotations

import os
import sys
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager, contextmanager, nullcontext
from datetime import datetime
from functools import cached_property
from pathlib import Path
from time import perf_counter
from typing import TYPE_CHECKING, TextIO, TypeVar

from newsroom.catalogue import read_catalogue
from newsroom.problems import Problem, report_of, spell
from newsroom.settings import Settings
from vietnamese import format_date, format_number

if TYPE_CHECKING:
    from newsroom.staleness import Stale
    from newsroom.writing import Written

T = TypeVar("T")
STAGES = {
    "reading": "Đọc nội dung",
    "linking": "Nối bản ghi",
    "planning": "Lập danh sách trang",
    "comparing": "So với bản dựng trước",
    "rendering": "Dựng trang",
    "writing": "Ghi trang",
}
_WATCHED = ("reading", "rendering")
WHOLE = {
    "missing": "chưa có bản dựng trước",
    "damaged": "tệp trạng thái bị hỏng",
    "version": "tệp trạng thái do phiên bản khác ghi",
    "output": "tệp trạng thái của một thư mục khác",
    "code": "chương trình đã đổi",
    "libraries": "Python hoặc thư viện đã đổi",
    "settings": "cài đặt đã đổi",
}
"""Why nothing of the last build can be used."""
WHY = {
    "whole": "dựng lại toàn bộ",
    "new": "chưa từng dựng",
    "data": "dữ liệu đổi",
    "template": "mẫu trang hoặc chữ giao diện đổi",
    "missing": "tệp bị thiếu",
    "touched": "tệp bị sửa từ bên ngoài",
}
"""Why one output is made."""


def _spelled(why: str, files: Sequence[str]) -> str:
    return f"{WHY[why]} ({', '.join(files)})" if why in ("new", "data") and files else WHY[why]


def speller(settings: Settings) -> Callable[[Problem], str]:
    """Puts problems into words, as settings.format has it."""
    folder = Path(__file__).parent / "translations"
    words = read_catalogue(folder, "problems", settings.language)
    return lambda problem: spell(problem, words, settings.content, settings.format)


class Report:
    """Prints to standard output, or to standard error where standard output carries JSON."""

    def __init__(
        self,
        settings: Settings,
        stream: TextIO | None = None,
        spelled: Callable[[Problem], str] | None = None,
    ) -> None:
        """`spelled`: a `speller` that is there already."""
        self.settings = settings
        if spelled:
            self._spelled = spelled
        self.stream = stream or (
            sys.stderr if settings.format in ("json", "gitlab") else sys.stdout
        )
        self.problems_to = stream or sys.stdout
        self._stale: Sequence[Stale] = ()

    @contextmanager
    def stage(self, name: str) -> Iterator[None]:
        """Tell how long the stage took, in seconds; on a terminal, move a bar once it lasts over
        one, unless its items are `watched`."""
        began = perf_counter()
        with self._pulse(name):
            yield
        seconds = format_number(round(perf_counter() - began, 2), digits=2)
        self._say(f"{STAGES[name]}: {seconds} giây")

    def _pulse(self, name: str) -> AbstractContextManager[object]:
        if name in _WATCHED or not self.stream.isatty():
            return nullcontext()
        from newsroom.progress import pulse

        return pulse(STAGES[name], self.stream)

    def watched(self, name: str, items: Iterable[T], total: int) -> Iterator[T]:
        """Hand the items on; on a terminal, with a bar once the stage lasts over a second."""
        if not self.stream.isatty():
            yield from items
            return
        from newsroom.progress import Bar

        bar = Bar(STAGES[name], total, self.stream)
        try:
            for done, item in enumerate(items, 1):
                bar.show(done)
                yield item
        finally:
            bar.stop()

    def problems(self, problems: Iterable[Problem]) -> None:
        """Tell each problem once, in order, as settings.format has it."""
        lines = [self._spelled(problem) for problem in sorted(set(problems))]
        _tell(report_of(lines, self.settings.format), self.problems_to)

    def found(self, stale: Sequence[Stale], whole: str = "") -> None:
        """Tell why everything is made, where it is; remember why each output is."""
        if whole:
            self._say(f"Dựng lại toàn bộ: {WHOLE[whole]}")
        self._stale = stale

    def because(self, causes: Mapping[str, Sequence[str]]) -> None:
        """Where it was asked, tell why each output is made, and which files' changes made it
        another (by its path)."""
        if self.settings.explain:
            for one in self._stale:
                path = one.output.path
                why = (_spelled(why, causes.get(path, ())) for why in one.why)
                self._say(f"{path}: {'; '.join(why)}")

    def built(self, written: Written, next_change: datetime | None) -> None:
        """Tell what changed on disk, where the site is, and when the clock will change it."""
        made, kept, removed = (
            format_number(len(paths)) for paths in (written.made, written.kept, written.removed)
        )
        self._say(f"Tệp: {made} mới hoặc đổi, {kept} giữ nguyên, {removed} bỏ đi")
        if next_change is not None:
            self._say(f"Lần thay đổi theo lịch kế tiếp: {format_date(next_change, 'stamp')}")
        self._say(f"Trang web ở: {self.settings.output}")

    def verified(self, differing: Sequence[str], outputs: int) -> None:
        """Tell whether the output folder is what a clean build gives."""
        for path in differing:
            self._say(f"Khác bản dựng mới: {path}")
        count = format_number(outputs)
        if not differing:
            self._say(f"Đã đọc và so {count} tệp: giống hệt bản dựng mới hoàn toàn")

    def impact(self, shown: Sequence[str], whole: Sequence[str]) -> None:
        """Tell which outputs show a record in a list or a link, and which only its own text."""
        self._say(f"Đổi tên hay phần tóm tắt: {format_number(len(shown))} tệp đổi")
        self._say(f"Chỉ đổi bài viết: {format_number(len(whole))} tệp đổi (đánh dấu *)")
        for path in sorted({*shown, *whole}):
            self._say(f"{'*' if path in whole else ' '} {path}")

    def checked(self, outputs: int) -> None:
        """Tell that content is sound."""
        self._say(f"Nội dung không có lỗi; sẽ dựng {format_number(outputs)} tệp")

    def counted(self, errors: int, others: int) -> None:
        """Tell how many mistakes a check found."""
        if errors:
            self._say(f"{format_number(errors)} lỗi phải sửa, {format_number(others)} lưu ý")
        elif others:
            self._say(f"Không có lỗi; {format_number(others)} lưu ý")
        else:
            self._say("Không có lỗi, không có lưu ý")

    def stopped(self) -> None:
        """Tell that nothing was written."""
        self._say("Có lỗi trong nội dung: chưa ghi gì, bản dựng trước còn nguyên")

    def interrupted(self) -> None:
        """Tell that someone stopped the build."""
        print("Đã dừng theo yêu cầu: bản dựng trước còn nguyên", file=sys.stderr)

    def failed(self, error: Exception) -> None:
        """Tell why nothing could be written: a lock, a disk, a folder that is not ours."""
        print(f"Không ghi được trang: {error}", file=sys.stderr)

    def unknown(self, name: str, suggestion: str) -> None:
        """Tell that there is no such record."""
        meant = f" (ý bạn là {suggestion}?)" if suggestion else ""
        print(f"Không có bản ghi {name}{meant}", file=sys.stderr)

    def not_remembered(self, error: Exception) -> None:
        """Tell that the site is whole, but the next build will not know of it."""
        print(f"Không ghi được tệp trạng thái, lần sau sẽ dựng lâu hơn: {error}", file=sys.stderr)

    @cached_property
    def _spelled(self) -> Callable[[Problem], str]:
        return speller(self.settings)

    def _say(self, line: str) -> None:
        _tell([line], self.stream)


def _tell(lines: Iterable[str], stream: TextIO) -> None:
    """Print the lines at once. Whoever listened may have gone (`… | head`): that ends the telling,
    not the build."""
    try:
        for line in lines:
            print(line, file=stream)
        stream.flush()
    except BrokenPipeError:
        # What is still in the stream's buffer must go somewhere when Python ends.
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)
