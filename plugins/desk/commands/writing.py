"""Writing records: a new one, what is wrong and what can be mended, what is approved."""

from __future__ import annotations

import sys
from pathlib import Path

from invoke.context import Context
from invoke.tasks import task

from desk.commands.host import CONTENT, OPTIONS, format_named, is_content, preview_of, shown
from desk.commands.importing import settings_for


@task(
    positional=["kind"],
    iterable=["set"],
    help={
        "kind": "? asks; article, campaign, unit, bloc, document, event, award, section or page",
        "set": "a key's value, as in --set title=…; may stand several times",
        "id": "the record's id, which is its file's name",
        "no_input": "ask nothing; what is required must be given with --set",
        **{key: OPTIONS[key] for key in ("content", "now")},
    },
)
def new(
    context: Context,
    kind: str,
    set: list[str],
    id: str = "",
    no_input: bool = False,
    content: str = CONTENT,
    now: str = "",
) -> None:
    """Write a new record with the keys it may have. Exit: 0 written, 1 not, 2 problems."""
    from desk.asking import Asker
    from desk.keys import kind_words
    from desk.new.creating import CannotMake, create, kinds_to_make, pairs
    from desk.new.questions import NotTaken
    from desk.writing import NotWritten, Taken
    from newsroom.problems import nearest
    from newsroom.report import speller

    if not is_content(content):
        sys.exit(1)
    asker = Asker(None if no_input or not sys.stdin.isatty() else input)
    if kind == "?" and asker.asks:
        called = [(one, kind_words(one)[0]) for one in kinds_to_make()]
        kind = asker.choice("Tạo gì (số hoặc tên)", called, "article")
    named = next((one for one in kinds_to_make() if one == kind), None)
    if named is None:
        meant = nearest(kind, kinds_to_make())
        also = f" (ý bạn là {meant}?)" if meant else ""
        sys.exit(f"Không có loại “{kind}”{also}; chỉ nhận {', '.join(kinds_to_make())}")
    settings = settings_for(content, now)
    try:
        made = create(named, settings, asker, pairs(set), id)
    except (CannotMake, NotTaken, NotWritten) as why:
        sys.exit(str(why))
    except Taken as there:
        sys.exit(f"{there}: đã có tệp này; hãy đặt mã khác bằng --id")
    except KeyboardInterrupt:
        sys.exit("\nĐã dừng theo yêu cầu: chưa ghi gì")
    spell = speller(settings)
    for problem in made.problems:
        print(spell(problem))
    if not made.written:
        print("Chưa ghi gì: sửa những chỗ trên rồi chạy lại", file=sys.stderr)
        sys.exit(2)
    print(f"Đã ghi: {shown(made.path)}")
    if named == "article":
        print(f"Xem trước (khi make serve đang chạy): {preview_of(made.path)}")
        print("Bài còn là bản nháp (status: draft). Mở tệp, viết nội dung, rồi chạy: make check")


@task(
    iterable=["file"],
    help={
        "file": "tell of this file alone; may stand several times",
        "fix": "mend what is safe to mend first, and show it as a diff",
        "dry_run": "with --fix: show the diff, change nothing",
        **{key: OPTIONS[key] for key in ("content", "now", "format")},
    },
)
def check(
    context: Context,
    file: list[str],
    content: str = CONTENT,
    now: str = "",
    format: str = "text",
    fix: bool = False,
    dry_run: bool = False,
) -> None:
    """Say everything that is wrong in content. Exit: 0 no error, 1 wrong usage, 2 errors."""
    from dataclasses import replace

    from desk.checking import check as look
    from desk.checking.checking import NoSuchFile, named_in
    from desk.writing import NotWritten
    from newsroom.report import Report

    if not is_content(content):
        sys.exit(1)
    settings = replace(settings_for(content, now), format=format_named(format))
    try:
        files = [named_in(settings.content, Path(one)) for one in file]
        if fix:
            files = _mend(settings.content, files, dry_run)
        checked = look(settings, files)
    except NoSuchFile as named:
        sys.exit(f"{named}: không có tệp này trong {content}")
    except NotWritten as why:
        sys.exit(str(why))
    told = Report(settings)
    told.problems(checked.problems)
    told.counted(checked.errors, len(checked.problems) - checked.errors)
    sys.exit(2 if checked.errors else 0)


def _mend(content: Path, files: list[str], dry_run: bool) -> list[str]:
    """Mend, show how, and give the names under which the files to check are now."""
    from desk.mending import mend, mendings

    changes = mendings(content, files)
    for one in changes:
        print("\n".join(one.diff()), file=sys.stderr)
    if not dry_run:
        mend(content, changes)
    count = len(changes)
    done = "sẽ sửa" if dry_run else "đã sửa"
    print(f"{done} {count} tệp" if count else "Không có gì sửa tự động được", file=sys.stderr)
    return files


@task(
    help={
        "file": "the article that waits (status: review)",
        "by": "who approves it: name and office",
        **{key: OPTIONS[key] for key in ("content", "now")},
    },
)
def approve(
    context: Context, file: str = "", by: str = "", content: str = CONTENT, now: str = ""
) -> None:
    """Publish a text that waits; its file says who approved it and when. Exit: 0, 1, 2."""
    from desk.approving import CannotApprove, asked
    from desk.approving import approve as let_out
    from desk.asking import Asker
    from desk.checking.checking import NoSuchFile, named_in
    from desk.writing import NotWritten
    from newsroom.report import Report
    from vietnamese import format_date

    if not is_content(content):
        sys.exit(1)
    settings = settings_for(content, now)
    try:
        if not file or not by:
            file, by = asked(file, by, settings, Asker(input if sys.stdin.isatty() else None))
        done = let_out(named_in(settings.content, Path(file)), by, settings)
    except NoSuchFile as named:
        sys.exit(f"{named}: không có tệp này trong {content}")
    except (CannotApprove, NotWritten) as why:
        sys.exit(str(why))
    except KeyboardInterrupt:
        sys.exit("\nĐã dừng theo yêu cầu: chưa duyệt gì")
    if done.problems:
        Report(settings).problems(done.problems)
        print("Chưa duyệt được: bài còn lỗi", file=sys.stderr)
        sys.exit(2)
    print(f"Đã duyệt: {done.title}")
    if done.waits_until:
        print(f"Bài hẹn giờ, sẽ hiện lúc {format_date(done.waits_until, 'stamp')}")
