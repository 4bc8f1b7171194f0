"""A Word file and a content folder in; the article's draft and its photos written there, all or
nothing, and the report for the editor, out."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from desk.asking import Asker
from desk.office import CannotImport
from desk.word.drafting import Draft, credit_of, draft_of
from desk.word.offers import KEYS, LABELS, Offers, offers_in
from desk.writing import record_text, write_all
from newsroom.problems import Problem
from newsroom.reading import read
from newsroom.reading.files import FileReader
from newsroom.records import Records
from newsroom.records.spellings import read_day
from newsroom.settings import Settings
from vietnamese import DateError, format_date, format_number, parse_date
from vietnamese.dates import content_spelling

_ENCODINGS = {"tcvn3": "TCVN3 (.VnTime)", "vni": "VNI"}


@dataclass(slots=True)
class Imported:
    """An article that was written, what to tell its editor, and what `check` says of it."""

    path: Path
    report: list[str] = field(default_factory=list)
    problems: tuple[Problem, ...] = ()


def import_word(file: Path, settings: Settings, asker: Asker) -> Imported:
    """Import a Word file as the draft of a new article. Nothing there is written over. Raises
    CannotImport, and desk.writing.NotWritten."""
    records = read(settings).records
    if records is None or not records.section:
        raise CannotImport(
            f"{settings.content}: chưa có site.yaml hoặc chuyên mục nào hợp lệ; "
            "hãy chạy “invoke check” và sửa trước"
        )
    draft = draft_of(file, settings.now, _free_id(settings.content, records))
    letterhead = "\n".join(text for why, text in draft.aside if why.startswith("phần đầu"))
    offers = offers_in(draft.text, letterhead, records)
    values, comments = _header(file, draft, offers, records, settings.now, asker)
    text = record_text("article", values, body=draft.body, comments=comments)
    day = read_day(values["date"])
    name = f"articles/{day.year}/{day.month:02}/{draft.id}.md"
    problems = FileReader().read("article", draft.id, name, text.encode()).problems
    path = settings.content / name
    photos = {settings.content / photo: data for photo, data in draft.photos.items()}
    write_all({**photos, path: text.encode()})
    return Imported(path, list(_report(draft, offers, asker)), problems)


def _free_id(content: Path, records: Records) -> Callable[[str], str]:
    """Gives an id that no article has, nor any file that reading could not take for one."""
    taken = {file.stem.casefold() for file in (content / "articles").rglob("*.md")}
    taken |= {file.stem.rpartition("-")[0].casefold() for file in (content / "photos").rglob("*")}
    taken |= set(records.article)

    def free(wanted: str) -> str:
        number, id = 1, wanted
        while id.casefold() in taken:
            number += 1
            id = f"{wanted}-{number}"
        return id

    return free


def _header(
    file: Path, draft: Draft, offers: Offers, records: Records, now: datetime, asker: Asker
) -> tuple[dict[str, Any], dict[str, Sequence[str]]]:
    """The article's keys, and the comments that tell what was not decided."""
    found = draft.understood
    sections = [(id, one.name) for id, one in _in_order(records)]
    values: dict[str, Any] = {
        "title": asker.text("Tiêu đề", found.title),
        "date": _date(offers, now, asker),
        "section": asker.choice("Chuyên mục (số hoặc tên)", sections, sections[0][0]),
        "summary": found.summary,
        "byline": found.byline,
        "source": {"name": found.source},
        "status": "draft",
    }
    if draft.lead:
        values["photo"] = credit_of(draft.lead)
    comments: dict[str, Sequence[str]] = {
        "": [
            f"Bản nháp nhập từ “{file.name}”. Dòng có dấu # ở đầu là gợi ý, không lên trang.",
            "Xem xong, đổi status thành review (chờ duyệt) hoặc published (đăng).",
        ]
    }
    if not asker.asks:
        comments["date"] = _seen_days(offers)
        names = ", ".join(f"{id} ({name})" for id, name in sections)
        comments["section"] = [f"Chọn một chuyên mục: {names}"]
    for key, seen in offers.seen.items():
        if asker.asks:
            named = LABELS[key]
            values[key] = [id for id, name in seen if asker.agrees(f"Gắn {named} “{name}”?")]
        elif seen:
            names = "; ".join(name for _, name in seen)
            ids = ", ".join(id for id, _ in seen)
            comments[key] = [
                f"Thấy trong bài: {names}. Nếu đúng, bỏ dấu # ở dòng dưới:",
                f"{key}: [{ids}]",
            ]
    return values, comments


def _in_order(records: Records) -> list[tuple[str, Any]]:
    sections: Mapping[str, Any] = records.section
    return sorted(sections.items(), key=lambda one: (getattr(one[1], "order", None) or 0, one[0]))


def _date(offers: Offers, now: datetime, asker: Asker) -> str:
    """The day that the editor gives: today unless they say otherwise."""
    today = content_spelling(now.date())
    seen = f" (thấy trong bài: {_spoken(offers.days)})" if offers.days else ""
    for _ in range(5):
        typed = asker.text(f"Ngày đăng{seen}", _spoken([today]))
        try:
            return content_spelling(parse_date(typed))
        except DateError:
            print(f"  “{typed}” không phải là ngày; viết như 31/7/2020 hoặc 31/7/2020 09:54")
    return today


def _seen_days(offers: Offers) -> list[str]:
    seen = [f"Ngày thấy trong bài: {_spoken(offers.days)}"] if offers.days else []
    return [*seen, "Ngày đăng: tạm lấy ngày nhập"]


def _spoken(days: Sequence[str]) -> str:
    """Days as content spells them, as people do."""
    return ", ".join(format_date(read_day(day), "stamp") for day in days)


def _report(draft: Draft, offers: Offers, asker: Asker) -> Iterator[str]:
    found = draft.understood
    yield f"Tiêu đề: {found.title}"
    yield f"Sapo: {format_number(len(found.summary.split()))} chữ" if found.summary else "Sapo: –"
    yield f"Tác giả: {found.byline or '–'}"
    yield f"Ảnh: {len(draft.photos)}"
    for kind, count in draft.turned.items():
        yield f"Đã đổi {format_number(count)} đoạn chữ {_ENCODINGS[kind]} sang Unicode"
    if not asker.asks:
        for key in KEYS:
            for id, name in offers.seen.get(key, ()):
                yield f"Thấy {LABELS[key]} “{name}” ({id}): gợi ý ở dòng # {key}"
    for remark in draft.remarks:
        yield f"Cần xem lại: {remark}"
    for named in offers.unknown:
        yield f"Cần xem lại: trang chưa có văn bản được nhắc đến: {named}"
    for why, text in draft.aside:
        yield f"Không đưa vào bài ({why}): {text}"
