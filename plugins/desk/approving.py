"""An article that waits and its approver in; the same article, published and with who approved it
and when, out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import datetime

from desk.asking import Asker
from desk.checking import check
from desk.writing import write_over
from desk.writing.spelling import entry_lines
from newsroom.problems import Problem
from newsroom.reading import read
from newsroom.records import Article
from newsroom.records.values import starts
from newsroom.settings import Settings
from vietnamese import format_date


class CannotApprove(Exception):
    """A text that cannot be approved; says why in one line of Vietnamese."""


@dataclass(frozen=True, slots=True)
class Approved:
    """What was approved; or the errors for which it was not."""

    title: str
    problems: tuple[Problem, ...] = ()
    waits_until: datetime | None = None
    """When readers will see it, where that is not yet."""


def approve(file: str, by: str, settings: Settings) -> Approved:
    """Publish a text that waits. `file` is its path under content/. Raises CannotApprove and
    desk.writing.NotWritten."""
    if not (by := " ".join(by.split())):
        raise CannotApprove('Phải ghi người duyệt: --by "họ tên, chức vụ"')
    path = settings.content / file
    seen = path.read_bytes()
    errors = tuple(one for one in check(settings, [file]).problems if one.severity == "error")
    if errors:
        return Approved("", errors)
    article = _waiting(file, settings)
    write_over(path, with_approval(seen.decode(), by, settings.now), seen=seen)
    begins = starts(article.date)
    return Approved(article.title, waits_until=begins if begins > settings.now else None)


def asked(file: str, by: str, settings: Settings, asker: Asker) -> tuple[str, str]:
    """The file to approve, one of those that wait, and by whom, as an editor answers. Raises
    CannotApprove where nothing waits or nobody is there to answer."""
    if not file:
        records = read(settings).records
        articles = records.article.values() if records else ()
        waiting = [(one.file, one.title) for one in articles if one.status == "review"]
        if not waiting:
            raise CannotApprove("Không có bài nào đang chờ duyệt (status: review)")
        if not asker.asks:
            raise CannotApprove(f"Ghi rõ bài nào: --file {waiting[0][0]}")
        file = asker.choice("Duyệt bài nào (số hoặc tiêu đề)", waiting, waiting[0][0])
    return file, by or asker.text("Người duyệt: họ tên, chức vụ")


def with_approval(text: str, by: str, moment: datetime) -> str:
    """The text of an article's file, published and approved; nothing else in it changes."""
    end = "\r\n" if "\r\n" in text else "\n"
    said = {"by": by, "date": moment.replace(second=0, microsecond=0)}
    approval = end.join(entry_lines("approval", said, 0))
    before, opening, head, fence, rest = re.split(r"(?m)(^---[ \t]*\r?$)", text, maxsplit=2)
    head = re.sub(r"(?m)^# (?:Bản nháp nhập từ|Xem xong, đổi status) .*\n", "", head)
    head = re.sub(r"(?m)^approval:.*\n(?:[ \t]+.*\n)*", "", head)
    head = re.sub(
        r"(?m)^status:[^\r\n]*", lambda _: f"status: published{end}{approval}", head, count=1
    )
    return before + opening + head + fence + rest


def _waiting(file: str, settings: Settings) -> Article:
    records = read(settings).records
    found = [one for one in records.article.values() if one.file == file] if records else []
    if not found:
        raise CannotApprove(f"{file}: chỉ duyệt bài viết (tệp trong articles/)")
    article = found[0]
    if article.status == "review":
        return article
    if article.status == "published" and article.approval:
        day = format_date(starts(article.approval.date), "short")
        raise CannotApprove(f"{file}: bài đã được {article.approval.by} duyệt ngày {day}")
    told = {
        "published": "bài đã đăng rồi",
        "draft": "bài còn là bản nháp; viết xong thì đổi thành status: review",
        "withdrawn": "bài đã gỡ",
    }
    raise CannotApprove(f"{file}: {told[article.status]}")
