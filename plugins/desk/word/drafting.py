"""A Word file and the site's records in; the draft of an article and its photos, not yet written,
and all there is to say about them, out."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path

from desk.new.naming import short_id
from desk.office import CannotImport, members_of
from desk.word.blocks import Block, blocks_of
from desk.word.composing import Placed, body_of
from desk.word.conversion import Converted, convert
from desk.word.markdown import Writer
from desk.word.official import Understood, is_capitals
from desk.word.pictures import NO_ALT, alt_of, photo_of, split_credit
from desk.word.preparing import Prepared, prepare
from desk.word.texts import words_of, words_written
from desk.word.understanding import understand
from newsroom.reading.photos import Unfit
from vietnamese import clean, fold, tcvn3_lost_letters

_LEAD_PLACE = 2
"""A picture above the second paragraph is the article's photo."""


@dataclass(slots=True)
class Draft:
    """An article that came out of a Word file."""

    id: str
    understood: Understood
    body: str = ""
    lead: Placed | None = None
    photos: dict[str, bytes] = field(default_factory=dict)
    """By path under content/."""
    turned: dict[str, int] = field(default_factory=dict)
    remarks: list[str] = field(default_factory=list)
    """What an editor should look at."""
    aside: list[tuple[str, str]] = field(default_factory=list)
    """What is not in the article: why, and the text."""

    @property
    def text(self) -> str:
        """All that readers would read."""
        return "\n".join((self.understood.title, self.understood.summary, self.body))


def draft_of(path: Path, now: datetime, free_id: Callable[[str], str]) -> Draft:
    """Make a draft. `free_id` gives an id that no article has. Raises CannotImport."""
    prepared = prepare(path.name, members_of(path))
    converted = convert(path.name, prepared)
    blocks = list(blocks_of(converted.soup, prepared.manners))
    understood = understand(blocks)
    if not any((understood.title, understood.summary, understood.byline, understood.blocks)):
        raise CannotImport(f"{path.name}: trong tệp không có chữ hay ảnh nào")
    remarks = _remarks(path, understood, prepared, converted)
    id = free_id(short_id(understood.title) or "bai-viet")
    draft = Draft(id, understood, turned=dict(prepared.turned), remarks=remarks)
    placed = _place_photos(draft, converted, now)
    body = _without_lead(draft, placed)
    writer = Writer()
    draft.body = body_of(body, placed, converted.soup, writer)
    draft.remarks += [f"liên kết không dùng được trên web: {href}" for href in writer.refused]
    draft.aside = [*understood.aside, *_from_outside(prepared)]
    _account(draft, prepared)
    return draft


def _remarks(path: Path, found: Understood, prepared: Prepared, converted: Converted) -> list[str]:
    remarks = list(found.remarks)
    if not found.title:
        found.title = " ".join(re.split(r"[-_\s]+", clean(path.stem))).strip() or "Chưa có tiêu đề"
        remarks.append("không thấy tiêu đề; tạm lấy theo tên tệp")
    if not found.summary:
        remarks.append("không thấy sapo (đoạn mở đầu in đậm); trang sẽ tự lấy đoạn đầu")
    capitals = [found.title, *(one.text for one in found.blocks if one.kind == "heading")]
    if shouted := [text for text in capitals if is_capitals(text)]:
        more = f" và {len(shouted) - 3} tiêu đề khác" if len(shouted) > 3 else ""
        shown = "; ".join(shouted[:3]) + more
        remarks.append(f"tiêu đề viết hoa toàn bộ, nên viết thường lại: {shown}")
    if prepared.deleted:
        remarks.append("tệp còn chỗ xóa chưa duyệt (Track Changes); đã coi như đồng ý xóa")
    if prepared.cropped:
        remarks.append(
            f"{prepared.cropped} ảnh được cắt trong Word; ảnh lấy ra là ảnh nguyên, hãy xem lại"
        )
    if prepared.turned["tcvn3"] and (lost := tcvn3_lost_letters("\n".join(prepared.paragraphs))):
        remarks.append(f"chữ ư bị mất khi đổi từ .VnTime, hãy sửa tay: {', '.join(lost[:8])}")
    return remarks + converted.unread


def _place_photos(draft: Draft, converted: Converted, now: datetime) -> dict[int, Placed]:
    """Give each picture its file; the same picture twice has one."""
    captions = {b.picture: b.text for b in draft.understood.blocks if b.kind == "picture"}
    placed: dict[int, Placed] = {}
    files: dict[bytes, str] = {}
    for number, picture in enumerate(converted.pictures):
        caption = clean(captions.get(number, ""))
        try:
            ending, data = photo_of(picture.data)
        except Unfit as unfit:
            kind = unfit.params.get("format", "ảnh hỏng")
            way = "mở ảnh, lưu lại thành JPEG, rồi thêm bằng tay" if kind == "HEIC" else ""
            draft.remarks.append(
                f"ảnh {number + 1} không lấy được ({kind}); {way or 'hãy thêm lại bằng tay'}"
            )
            continue
        if data not in files:
            name = f"{draft.id}-{len(files) + 1}.{ending}"
            files[data] = f"photos/{now.year}/{now.month:02}/{name}"
        alt = alt_of(clean(picture.alt), caption)
        if alt == NO_ALT:
            draft.remarks.append(f"ảnh {files[data]} chưa có mô tả (alt)")
        placed[number] = Placed(files[data], alt, caption)
    draft.photos = {file: data for data, file in files.items()}
    return placed


def _without_lead(draft: Draft, placed: dict[int, Placed]) -> list[Block]:
    """The blocks without the picture that stands above the text, which is the article's photo."""
    blocks = draft.understood.blocks
    for number, block in enumerate(blocks[:_LEAD_PLACE]):
        if block.kind == "picture" and block.picture in placed:
            draft.lead = placed[block.picture]
            return blocks[:number] + blocks[number + 1 :]
    return blocks


def _from_outside(prepared: Prepared) -> list[tuple[str, str]]:
    margins = [text for text in prepared.margins if any(map(str.isalpha, text))]
    return [
        *(("đầu trang, chân trang", text) for text in margins),
        *(("nhận xét của người duyệt trong Word", text) for text in prepared.comments),
    ]


def _account(draft: Draft, prepared: Prepared) -> None:
    """Count words: what of the source is neither in the article nor told of yet is told of now."""
    found = draft.understood
    told = "\n".join(text for _, text in draft.aside)
    lead = draft.lead.caption if draft.lead else ""
    written = "\n".join((found.title, found.summary, found.byline, found.source, lead, told))
    there = words_of(written) + words_written(draft.body)
    source = words_of("\n".join(prepared.paragraphs))
    missing = source - there
    if not missing:
        return
    whole = f" {fold(written)} {fold(draft.body)} "
    for paragraph in prepared.paragraphs:
        lost = words_of(paragraph) & missing
        if lost and f" {fold(paragraph)} " not in whole:
            draft.aside.append(("chưa xếp được vào bài", paragraph))
            missing -= lost


def credit_of(placed: Placed) -> dict[str, str]:
    """A photo as an article's header has it."""
    caption, credit = split_credit(placed.caption)
    return {"file": placed.file, "alt": placed.alt, "caption": caption, "credit": credit}
