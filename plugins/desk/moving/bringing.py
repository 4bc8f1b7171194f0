"""An old site and a content folder in; its articles, pages and pictures written there, what an
editor touched since the last run left alone, and the report, out."""

from __future__ import annotations

import os
from collections import Counter
from contextlib import suppress
from pathlib import Path

from desk.moving.assets import Assets, Refused
from desk.moving.converting import Converted, Converter
from desk.moving.memory import Memory, digest
from desk.moving.old import OldSite, Outline, beside
from desk.moving.places import Place, Plan, referred
from desk.moving.reporting import Report
from desk.moving.table import Chosen, new_sections, read_table, suggested, table_of
from desk.office import CannotImport
from desk.writing import NotWritten, Taken, record_text, write_all, write_new, write_over
from newsroom.linking import link
from newsroom.reading import read
from newsroom.reading.files import FileReader
from newsroom.records import Records
from newsroom.report import speller
from newsroom.settings import Settings
from vietnamese import format_number


def bring(site: OldSite, settings: Settings, *, accept: bool = False) -> Report:
    """Import an old site. The first run writes the table and stops there, unless `accept` takes
    what it suggests. Raises CannotImport, and desk.writing's NotWritten and Taken."""
    records = read(settings).records
    if records is None:
        raise CannotImport(
            f"{settings.content}: site.yaml chưa có hoặc có lỗi; hãy chạy “invoke check” trước"
        )
    outlines = list(site.outlines())
    if not outlines:
        raise CannotImport(f"{site.beside}: không thấy bài hay trang nào")
    report = Report(beside(site.beside, "bao-cao.md"))
    report.remarks += site.remarks()
    chosen = _chosen(site, outlines, records, report, accept)
    if chosen is None:
        return report
    memory = Memory(beside(site.beside, "ids.json"))
    plan = Plan(records, settings.content, memory, chosen)
    for outline in outlines:
        plan.add(outline, settings.now)
    report.remarks += plan.notes
    try:
        _write_sections(site, chosen, records, settings, report, plan)
        memory.save()  # a run that is cut off shall know its ids
        _Bringing(site, settings, plan, chosen, memory, report).run()
    finally:
        memory.save()
    _check(settings, report, {place.file for place in plan.places.values()})
    report.save()
    return report


def _chosen(
    site: OldSite, outlines: list[Outline], records: Records, report: Report, accept: bool
) -> Chosen | None:
    """What the table says; None where it was only now written, for the editor to look at."""
    made, counts = suggested(outlines, records)
    path = beside(site.beside, "bang-chuyen.xlsx")
    if path.exists():
        chosen = read_table(path, made, counts)
        _refuse_unknown(path, chosen, records)
        report.remarks += [
            f"“{name}” chưa có trong bảng chuyển: giữ làm thẻ" for name in chosen.unlisted
        ]
        return chosen
    write_all({path: table_of(made, counts, records)})
    report.says(f"Đã ghi bảng chuyển: {path}")
    if accept:
        return made
    found = Counter(one.kind for one in outlines)
    report.says(
        f"Thấy {format_number(found['article'])} bài, {format_number(found['page'])} trang, "
        f"{format_number(len(counts))} chuyên mục và thẻ. Chưa nhập gì.",
        "Mở bảng bằng Excel, xem cột “Đưa vào”, lưu lại, rồi chạy lại lệnh này.",
    )
    return None


def _refuse_unknown(path: Path, chosen: Chosen, records: Records) -> None:
    unknown = sorted(
        {
            f"{one.kind}:{one.id}"
            for one in referred(chosen)
            if one.id not in records.of_kind(one.kind)
        }
    )
    if unknown:
        raise CannotImport(
            f"{path.name}: trang chưa có {', '.join(unknown)}; tạo bản ghi ấy trước, hoặc sửa bảng"
        )


def _write_sections(
    site: OldSite,
    chosen: Chosen,
    records: Records,
    settings: Settings,
    report: Report,
    plan: Plan,
) -> None:
    """Make the sections that the table names; the old addresses of a category lead to its own."""
    of_section: dict[str, list[str]] = {}
    for old_name, targets in chosen.of.items():
        for one in targets:
            if one.kind == "section":
                of_section.setdefault(one.id, []).extend(site.addresses_of(old_name))
    for order, (id, name) in enumerate(new_sections(chosen, records), len(records.section) + 1):
        aliases = list(plan.claimed(of_section.get(id, ()), f"/chuyen-muc/{id}/"))
        text = record_text("section", {"name": name, "order": order, "aliases": aliases})
        try:
            write_new(settings.content / "sections" / f"{id}.yaml", text)
            report.says(f"Chuyên mục mới: {id} ({name})")
        except Taken:
            report.remarks.append(f"sections/{id}.yaml đã có, giữ nguyên")


class _Bringing:
    """Writes item after item."""

    def __init__(
        self,
        site: OldSite,
        settings: Settings,
        plan: Plan,
        chosen: Chosen,
        memory: Memory,
        report: Report,
    ) -> None:
        self.site = site
        self.settings = settings
        self.places = plan.places
        self.memory = memory
        self.report = report
        self.assets = Assets(settings.content, memory)
        self.converter = Converter(site, plan.places, chosen, self.assets, settings.now)
        self.reader = FileReader()
        self.spell = speller(settings)

    def run(self) -> None:
        """Convert all once to see which `check` would stop at, since nobody may link to those;
        then convert and write."""
        self.converter.aside = {key for key, place in self.places.items() if self._gone(place)}
        for old in self.site.texts():
            if self._errors(self.places[old.key], self.converter.convert(old)):
                self.converter.aside.add(old.key)
        for old in self.site.texts():
            place = self.places[old.key]
            converted = self.converter.convert(old)
            self.report.of(place, converted.notes)
            if errors := self._errors(place, converted):
                self._set_aside(place, converted, errors)
            elif place.there:
                self.report.left.append(f"{place.file}: đã có từ trước, giữ nguyên")
            else:
                self._write(place, converted)

    def _gone(self, place: Place) -> bool:
        """An editor took it away after an earlier run, or gave it another name."""
        written = bool(self.memory.digest_of(place.outline.key))
        return written and not (self.settings.content / place.file).exists()

    def _errors(self, place: Place, converted: Converted) -> list[str]:
        kind, text = place.outline.kind, converted.text.encode()
        problems = self.reader.read(kind, place.id, place.file, text).problems
        return [self.spell(one) for one in problems if one.severity == "error"]

    def _set_aside(self, place: Place, converted: Converted, errors: list[str]) -> None:
        """A file that the build would stop at stands beside the old site until somebody mends
        it."""
        if (self.settings.content / place.file).exists():
            self.report.left.append(f"{place.file}: đã có người đưa vào, giữ nguyên")
            return
        path = beside(self.site.beside, "can-sua") / place.file
        for asset in converted.assets:
            self._write_asset(asset)
        with suppress(Taken):
            write_new(path, converted.text)
        self.report.aside.append((str(path), errors))

    def _write(self, place: Place, converted: Converted) -> None:
        path, key = self.settings.content / place.file, place.outline.key
        data, ours = converted.text.encode(), self.memory.digest_of(key)
        there = path.read_bytes() if os.path.lexists(path) else None
        if there is None and ours:
            self.report.left.append(f"{place.file}: đã có người xóa hoặc đổi tên, không tạo lại")
            return
        if there is not None and there != data and digest(there) != ours:
            self.report.left.append(f"{place.file}: đã có người sửa, giữ nguyên")
            return
        for asset in converted.assets:
            self._write_asset(asset)
        if there is None:
            write_all({path: data})
            self.report.new[place.outline.kind] += 1
            self.report.drafts += place.outline.status != "published"
        elif there != data:
            write_over(path, converted.text, seen=there)
            self.report.changed += 1
        else:
            self.report.same += 1
        self.memory.learn(key, place.id, data)

    def _write_asset(self, place: str) -> None:
        if not self.assets.is_new(place):
            return
        try:
            data = self.assets.bytes_of(place)
        except (OSError, Refused) as why:
            raise NotWritten(f"{place}: không đọc được tệp gốc ({why})") from why
        write_all({self.settings.content / place: data})
        self.assets.learn(place, data)
        self.report.assets += 1


def _check(settings: Settings, report: Report, files: set[str]) -> None:
    """What `check` says of what was brought."""
    reading = read(settings)
    if reading.records is None:
        return
    linked = link(
        reading.records,
        now=settings.now,
        preview=settings.preview,
        keep_going=True,
        broken=reading.broken,
    )
    spell = speller(settings)
    for one in (*reading.problems, *linked.problems):
        if one.file in files:
            report.problems.append((one.severity == "error", spell(one)))
