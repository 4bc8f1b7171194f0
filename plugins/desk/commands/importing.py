"""Bringing texts and tables that were made elsewhere into content."""

from __future__ import annotations

import sys
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from invoke.context import Context
from invoke.tasks import task

from desk.commands.host import CONTENT, OPTIONS, OUTPUT, ROOT, is_content, preview_of, shown

if TYPE_CHECKING:
    from desk.asking import Asker
    from desk.excel.fields import SheetKind
    from newsroom.settings import Settings

_NO_INPUT = "ask nothing; what was found is told in comments"


@task(
    positional=["file"],
    help={
        "file": "the Word file (? asks; .docx; .doc and .rtf where LibreOffice is installed)",
        **{key: OPTIONS[key] for key in ("content", "now")},
        "no_input": _NO_INPUT,
    },
)
def import_word(
    context: Context, file: str, content: str = CONTENT, no_input: bool = False, now: str = ""
) -> None:
    """Make a Word file the first draft of an article. Exit: 0 written, 1 not, 2 with problems."""
    from desk.asking import Asker
    from desk.word import CannotImport
    from desk.word.importing import import_word as bring
    from desk.writing import NotWritten, Taken
    from newsroom.report import speller

    if not is_content(content):
        sys.exit(1)
    settings = settings_for(content, now)
    asker = Asker(None if no_input or not sys.stdin.isatty() else input)
    try:
        imported = bring(file_named(file, asker), settings, asker)
    except (CannotImport, NotWritten) as why:
        sys.exit(str(why))
    except Taken as there:
        sys.exit(f"{there}: tệp này vừa được tạo ở nơi khác; hãy chạy lại")
    except KeyboardInterrupt:
        sys.exit("\nĐã dừng theo yêu cầu: chưa ghi gì")
    print(f"\nĐã ghi bản nháp: {shown(imported.path)}")
    print(f"Xem trước (khi make serve đang chạy): {preview_of(imported.path)}")
    print("\n".join(imported.report))
    spell = speller(settings)
    for problem in imported.problems:
        print(spell(problem))
    sys.exit(2 if any(one.severity == "error" for one in imported.problems) else 0)


@task(
    positional=["file"],
    help={
        "file": "the spreadsheet (? asks; .xlsx; .xls where LibreOffice is installed)",
        "kind": "what its rows are: award, unit, document or scores",
        "map": "a file that says which column is which, as the first run writes it",
        **{key: OPTIONS[key] for key in ("content", "now")},
    },
)
def import_excel(
    context: Context,
    file: str,
    kind: str = "?",
    map: str = "",
    content: str = CONTENT,
    now: str = "",
) -> None:
    """Make each row of a spreadsheet a record. Exit: 0 done, 1 nothing could be taken."""
    from desk.asking import Asker
    from desk.excel.importing import import_excel as bring
    from desk.office import CannotImport
    from desk.writing import NotWritten, Taken

    if not is_content(content):
        sys.exit(1)
    asker = Asker(input if sys.stdin.isatty() else None)
    try:
        path = file_named(file, asker)
        report = bring(
            path, _kind(kind, asker), settings_for(content, now), Path(map) if map else None
        )
    except (CannotImport, NotWritten) as why:
        sys.exit(str(why))
    except Taken as there:
        sys.exit(f"{there}: tệp này vừa được tạo ở nơi khác; hãy chạy lại")
    print("\n".join(report.lines))
    sys.exit(report.status)


@task(
    help={
        "kind": "what its rows will be: award, unit, document or scores",
        "to": "where to write it (mau-<kind>.xlsx here)",
    }
)
def template_excel(context: Context, kind: str, to: str = "") -> None:
    """Write a spreadsheet with the columns that `import-excel` knows."""
    from desk.asking import Asker
    from desk.excel.templates import template
    from desk.writing import NotWritten, Taken, write_all

    path = Path(to or f"mau-{kind}.xlsx").absolute()
    try:
        write_all({path: template(_kind(kind, Asker()))})
    except NotWritten as why:
        sys.exit(str(why))
    except Taken:
        sys.exit(f"{path}: đã có tệp này; đặt tên khác bằng --to")
    print(f"Đã ghi mẫu: {path}")


def file_named(file: str, asker: Asker) -> Path:
    """The file to bring; asked for where it is `?`."""
    from desk.asking import typed_path

    if file == "?":
        file = typed_path(asker.text("Kéo tệp vào cửa sổ này rồi bấm Enter"))
    if not file:
        sys.exit("Chưa nói tệp nào: ghi tên tệp sau tên lệnh")
    return Path(file)


def _kind(named: str, asker: Asker) -> SheetKind:
    from desk.excel.fields import KINDS

    if named == "?" and asker.asks:
        called = ("khen thưởng", "đơn vị", "văn bản", "bảng điểm")
        choices = list(zip(KINDS, called, strict=True))
        named = asker.choice("Mỗi dòng của bảng là", choices, KINDS[0])
    for kind in KINDS:
        if kind == named:
            return kind
    sys.exit(f"--kind {named}: chỉ nhận {', '.join(KINDS)}")


def settings_for(content: str, now: str) -> Settings:
    """What the desk needs to read the content that is there."""
    from newsroom.settings import Settings
    from vietnamese import VIETNAM, DateError, parse_date

    try:
        moment = parse_date(now) if now else datetime.now(VIETNAM)
    except DateError:
        sys.exit(f"--now {now}: không phải là thời điểm; viết như 2020-08-01T08:00")
    if not isinstance(moment, datetime):
        moment = datetime(moment.year, moment.month, moment.day, tzinfo=VIETNAM)
    return Settings(
        content=Path(content).absolute(),
        output=Path(OUTPUT),
        cache=ROOT / ".cache",
        theme=ROOT / "theme",
        now=moment,
    )
