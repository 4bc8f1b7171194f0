from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import pytest

from newsroom.reading import files, jobs, read, recalling
from newsroom.records.body import Text
from newsroom.state import Change
from tests.newsroom.reading.remembered import (
    ARTICLE,
    UNIT,
    Desk,
    same_times,
    vanishing,
    with_photo,
)


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    desk = Desk(tmp_path, monkeypatch)
    desk.lay(with_photo)
    return desk


def name_of_unit(desk: Desk, **memory: int) -> str:
    records = desk.read(**memory).records
    assert records is not None
    return records.unit["so-mau"].name


def test_what_did_not_change_is_not_opened_and_reads_the_same(desk: Desk) -> None:
    first = desk.read()
    assert len(desk.opened) > 8

    again = desk.read()

    assert desk.opened == []
    assert again == first
    assert first.records is not None
    assert again.records is not None
    one, other = (each.article["hoi-nghi-so-ket"].body for each in (first.records, again.records))
    assert (one.parts, one.text) == (other.parts, other.text)


def test_a_text_is_fetched_from_the_state_when_it_is_asked_for(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    desk.read()
    memory = desk.memory()
    asked: list[str] = []
    text_of = memory.text

    def text(digest: str) -> Text:
        asked.append(digest)
        return text_of(digest)

    monkeypatch.setattr(memory, "text", text)
    records = read(desk.settings, memory).records
    assert records is not None
    body = records.article["hoi-nghi-so-ket"].body

    assert asked == []
    assert body.text == "Hội nghị đã đánh giá kết quả sáu tháng đầu năm."
    assert asked == [body.digest]


def test_an_edit_opens_one_file(desk: Desk) -> None:
    desk.read()
    desk.edit(UNIT, "Sở Mẫu", "Sở Mẫu mới")

    assert name_of_unit(desk) == "Sở Mẫu mới"
    assert desk.opened == [UNIT]


def test_an_edit_of_equal_size_and_restored_time_is_seen(desk: Desk) -> None:
    desk.read()
    before = (desk.content / UNIT).stat()
    desk.edit(UNIT, "Sở Mẫu", "Sở Nẫu")
    same_times(desk.content / UNIT, before)

    assert name_of_unit(desk) == "Sở Nẫu"


def test_mtimes_all_equal_after_a_checkout_hide_no_edit(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    every = [path for path in desk.content.rglob("*") if path.is_file()]
    for path in every:
        os.utime(path, ns=(10**18, 10**18))
    desk.read()
    desk.edit(UNIT, "Sở Mẫu", "Sở Nẫu")
    for path in every:
        os.utime(path, ns=(10**18, 10**18))
    parsed: list[str] = []
    parse = files.FileReader.read

    def watched(self: Any, kind: Any, id: str, file: str, data: bytes) -> Any:
        parsed.append(file)
        return parse(self, kind, id, file, data)

    monkeypatch.setattr(files.FileReader, "read", watched)

    assert name_of_unit(desk) == "Sở Nẫu"
    assert parsed == [UNIT]  # the others were opened, and their bytes known


def test_an_older_mtime_with_other_content_is_seen(desk: Desk) -> None:
    desk.read()
    older = desk.content / "older.tmp"
    older.write_text("---\nname: Sở Cũ\nkind: government\n---\n", "utf-8")
    os.utime(older, ns=(10**17, 10**17))
    older.replace(desk.content / UNIT)

    assert name_of_unit(desk) == "Sở Cũ"


def test_a_file_as_young_as_the_build_is_opened_once_more(desk: Desk) -> None:
    status = (desk.content / UNIT).stat()
    young = max(status.st_mtime_ns, status.st_ctime_ns)
    old = desk.content / ARTICLE
    desk.read(began=young)

    desk.read()
    assert {UNIT, ARTICLE} <= set(desk.opened)
    assert old.is_file()
    desk.read()
    assert desk.opened == []


def test_a_file_that_vanishes_between_scan_and_read_was_never_there(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(jobs, "at_one_moment", vanishing("so-mau.md"))

    reading = desk.read()

    assert reading.records is not None
    assert (dict(reading.records.unit), reading.problems, dict(reading.broken)) == ({}, (), {})


def test_a_site_that_vanishes_is_told(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(jobs, "at_one_moment", vanishing("site.yaml"))

    reading = desk.read()

    assert reading.records is None
    assert [found.code for found in reading.problems] == ["E140"]


def test_a_removed_file_leaves_memory_with_its_text(desk: Desk) -> None:
    reading = desk.read()
    assert reading.records is not None
    digest = reading.records.article["hoi-nghi-so-ket"].body.digest
    (desk.content / ARTICLE).unlink()
    desk.read()

    memory = desk.memory()
    assert ARTICLE not in memory.sources()
    assert memory.assets() == {}
    with pytest.raises(Exception, match="damaged"):
        memory.text(digest)


def test_a_text_that_two_files_share_stays_while_one_needs_it(desk: Desk) -> None:
    twin = desk.content / "articles" / "tin-khac.md"
    twin.write_bytes((desk.content / ARTICLE).read_bytes())
    desk.read()
    (desk.content / ARTICLE).unlink()
    records = desk.read().records
    assert records is not None

    assert records.article["tin-khac"].body.text.startswith("Hội nghị")


def test_an_unchanged_mistake_is_told_again_and_hinders_no_other_file(desk: Desk) -> None:
    desk.edit(UNIT, "kind: government", "kind: goverment")
    first = desk.read()
    assert [found.code for found in first.problems] == ["E130"]

    assert desk.read() == first
    assert set(desk.opened) == {UNIT}
    desk.edit(UNIT, "kind: goverment", "kind: government")
    assert desk.read().problems == ()


def test_an_unchanged_warning_is_told_again(desk: Desk) -> None:
    path = desk.content / ARTICLE
    path.write_text(path.read_text("utf-8") + "\nNơi nhận:\n- Như trên\n", "utf-8")
    first = desk.read().problems
    assert [found.code for found in first] == ["W309"]

    assert desk.read().problems == first
    assert desk.opened == []


def test_a_packet_that_cannot_be_opened_is_made_anew(desk: Desk) -> None:
    first = desk.read()
    memory = desk.memory()
    mark = memory.sources()[UNIT]
    memory.commit(Change(sources={UNIT: mark._replace(packed=b"\x93\x80")}))

    assert desk.read() == first
    assert desk.opened == [UNIT]
    desk.read()
    assert desk.opened == []


def test_texts_that_cannot_be_learned_are_kept(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory = desk.memory()
    monkeypatch.setattr(memory, "learn", lambda _: False)
    records = read(desk.settings, memory).records

    assert records is not None
    assert records.article["hoi-nghi-so-ket"].body.text.startswith("Hội nghị")


def test_many_texts_are_learned_in_turns(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recalling, "BATCH", 1)
    first = desk.read()

    assert desk.read() == first
    assert desk.opened == []
