from __future__ import annotations

import os
import signal
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from newsroom.reading import Reading, workers
from newsroom.reading.folders import Source
from newsroom.reading.jobs import Answer, Hand, Job
from newsroom.reading.packets import Packets
from tests.newsroom.reading.remembered import ARTICLE, UNIT, Desk, with_photo

MANY = workers.FORK_ABOVE + 20


def with_many_articles(content: Path) -> None:
    with_photo(content)
    text = (content / ARTICLE).read_text("utf-8")
    for number in range(MANY):
        path = content / f"articles/tin-{number}.md"
        path.write_text(
            f"{text}\n## Mục {number}\n\nTheo Chỉ thị 34-CT/TW, *{number}*.\n", "utf-8"
        )
    broken = content / "articles/tin-hong.md"
    broken.write_text(text.replace("section:", "sectoin:"), "utf-8")


@pytest.fixture
def desk(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Desk:
    desk = Desk(tmp_path, monkeypatch)
    desk.lay(with_many_articles)
    return desk


def as_many(desk: Desk, count: int) -> Reading:
    """What so many workers read, each time with a memory of its own."""
    desk.settings = replace(
        desk.settings, workers=count, cache=desk.content.parent / f"cache-{count}"
    )
    return desk.read()


def texts(reading: Reading) -> list[tuple[tuple[str, ...], str]]:
    assert reading.records is not None
    return [(one.body.parts, one.body.text) for one in reading.records.article.values()]


def test_one_worker_equals_many(desk: Desk) -> None:
    one = as_many(desk, 1)
    assert len(desk.opened) > MANY
    many = as_many(desk, 3)

    assert len(desk.opened) < 10  # a broken file is read here too, to tell why
    assert one == many
    assert texts(one) == texts(many)
    assert {found.code for found in one.problems} == {"E120", "E121"}


def test_what_many_learned_one_remembers(desk: Desk) -> None:
    first = as_many(desk, 3)
    desk.settings = replace(desk.settings, workers=1)

    assert desk.read() == first
    assert [Path(file).name for file in desk.opened] == ["tin-hong.md", "tin-hong.md"]


def test_a_worker_that_dies_leaves_its_files_to_its_parent(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = as_many(desk, 1)
    parent, answer = os.getpid(), Hand.answer

    def dying(self: Hand, job: Job) -> Answer:
        if os.getpid() != parent and job.source.id == "tin-7":
            os.kill(os.getpid(), signal.SIGKILL)
        return answer(self, job)

    monkeypatch.setattr(Hand, "answer", dying)

    assert as_many(desk, 3) == one


def test_what_a_worker_cannot_do_its_parent_does(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = as_many(desk, 1)
    parent, answer = os.getpid(), Hand.answer

    def failing(self: Hand, job: Job) -> Answer:
        if os.getpid() != parent:
            raise MemoryError
        return answer(self, job)

    monkeypatch.setattr(Hand, "answer", failing)

    assert as_many(desk, 3) == one


def test_few_files_are_read_in_this_process(desk: Desk, monkeypatch: pytest.MonkeyPatch) -> None:
    as_many(desk, 3)
    desk.edit(UNIT, "Sở Mẫu", "Sở Mẫu mới")

    def forks() -> Any:
        raise AssertionError("forked")

    monkeypatch.setattr(os, "fork", forks)

    assert desk.read().records is not None
    assert UNIT in desk.opened


def test_where_processes_cannot_fork_one_does_it_all(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    one = as_many(desk, 1)
    monkeypatch.delattr(os, "fork")

    assert as_many(desk, 3) == one


def test_no_process_and_no_pipe_is_left_when_reading_stops_half_way(tmp_path: Path) -> None:
    path = tmp_path / "x.md"
    path.write_text("---\nname: Ban\nkind: party\n---\n", "utf-8")
    jobs = [Job(Source(f"units/{n}.md", "unit", str(n), str(path)), 40_000) for n in range(MANY)]
    before = open_files()
    answers = workers.answers(jobs, Hand(Packets(never)), 3, lambda: None)
    next(answers)
    answers.close()  # type: ignore[attr-defined]  # an Iterator that is a generator

    assert open_files() == before
    with pytest.raises(ChildProcessError):
        os.waitpid(-1, os.WNOHANG)


def never(digest: str) -> Any:
    raise AssertionError(digest)


def open_files() -> set[Path]:
    return set(Path("/dev/fd").iterdir())
