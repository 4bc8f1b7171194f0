"""Every output comes out once, in the planned order, the same with any number of workers."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date, datetime
from pathlib import Path

import pytest
from PIL import Image

from newsroom.planning.output import Output, Renderer
from newsroom.planning.views.data import TableView
from newsroom.planning.views.standing import (
    CalendarEntry,
    CalendarView,
    CopyView,
    PhotoView,
    TextView,
)
from newsroom.rendering import Answer, Press, render
from newsroom.rendering.static import static_outputs
from newsroom.settings import Settings
from tests.building import ROOT
from vietnamese import VIETNAM

NOW = datetime(2020, 8, 1, 8, 0, tzinfo=VIETNAM)


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    return Settings(
        content=tmp_path / "content",
        theme=tmp_path / "theme",
        cache=tmp_path / "cache",
        output=tmp_path / "output",
        now=NOW,
    )


@pytest.fixture
def outputs(tmp_path: Path) -> list[Output]:
    """One of each kind that no template draws, photos between them."""
    picture = tmp_path / "x.png"
    Image.effect_noise((320, 240), 50).convert("RGB").save(picture)
    attached = tmp_path / "bieu-mau.pdf"
    attached.write_bytes(b"%PDF-1.7 \x00\xff")
    table = TableView(schema="s", licence="l", columns=("id",), rows=(("a",),))
    entry = CalendarEntry(uid="x", title="Lễ", start=date(2020, 9, 2), stamp=NOW)
    views: list[tuple[str, Renderer, object]] = [
        ("robots.txt", "text", TextView(lines=("User-agent: *", "Allow: /"))),
        ("anh/x-320.avif", "photo", photo_view(picture, 320, "avif")),
        ("tep/bieu-mau.pdf", "copy", CopyView(path=str(attached), digest="d")),
        ("anh/x-320.jpg", "photo", photo_view(picture, 320, "jpeg")),
        ("du-lieu/unit.json", "json", table),
        ("du-lieu/unit.csv", "csv", table),
        ("anh/x-160.jpg", "photo", photo_view(picture, 160, "jpeg")),
        ("lich/lich.ics", "calendar", CalendarView(name="Lịch", entries=(entry,))),
    ]
    return [Output(path=path, renderer=by, view=view) for path, by, view in views]


def test_every_output_comes_out_once_in_the_planned_order(
    outputs: list[Output], settings: Settings
) -> None:
    rendered = drawn(outputs, settings)

    assert list(rendered) == [output.path for output in outputs]
    assert all(rendered.values())


def test_one_worker_equals_many(outputs: list[Output], settings: Settings) -> None:
    many = replace(settings, workers=3, cache=settings.cache / "many")

    alone, shared = drawn(outputs, settings), drawn(outputs * 3, many)

    assert shared == alone


def test_text_ends_every_line_and_a_copy_is_byte_for_byte(
    outputs: list[Output], settings: Settings
) -> None:
    made = drawn(outputs, settings)

    assert made["robots.txt"] == b"User-agent: *\nAllow: /\n"
    assert made["tep/bieu-mau.pdf"] == b"%PDF-1.7 \x00\xff"


@pytest.mark.parametrize("workers", [1, 3])
def test_a_photo_that_cannot_be_made_stops_the_rendering_with_its_name(
    outputs: list[Output], settings: Settings, workers: int
) -> None:
    view = photo_view(settings.content / "missing.jpg", 100, "jpeg")
    broken = [*outputs * 2, Output(path="anh/missing.jpg", renderer="photo", view=view)]

    with pytest.raises(OSError, match=r"missing\.jpg"):
        drawn(broken, replace(settings, workers=workers))


def test_a_page_without_a_template_is_a_mistake_of_the_plan(settings: Settings) -> None:
    output = Output(path="index.html", renderer="page", view=None)

    with pytest.raises(ValueError, match=r"index\.html"):
        drawn([output], settings)


def test_a_small_build_loads_neither_pillow_nor_icalendar() -> None:
    code = (
        "import sys, newsroom.rendering; print('PIL' in sys.modules, 'icalendar' in sys.modules)"
    )

    done = subprocess.run(
        [sys.executable, "-c", code],
        env={"PYTHONPATH": str(ROOT / "plugins")},
        capture_output=True,
        text=True,
        check=True,
    )

    assert done.stdout.split() == ["False", "False"]


def test_the_theme_s_static_files_are_copies_at_the_same_paths(tmp_path: Path) -> None:
    static = tmp_path / "static"
    (static / "icons").mkdir(parents=True)
    (static / "icons" / "news.svg").write_bytes(b"<svg/>")
    (static / "favicon.ico").write_bytes(b"\x00")
    (static / ".DS_Store").write_bytes(b"junk")
    (static / "link.svg").symlink_to(static / "icons" / "news.svg")

    outputs = static_outputs(tmp_path)

    assert [output.path for output in outputs] == ["favicon.ico", "icons/news.svg"]
    assert {output.renderer for output in outputs} == {"copy"}
    assert len({view.digest for o in outputs if isinstance(view := o.view, CopyView)}) == 2


def test_a_theme_without_static_files_has_none(tmp_path: Path) -> None:
    assert static_outputs(tmp_path) == ()


def drawn(outputs: list[Output], settings: Settings) -> dict[str, bytes]:
    """Every output's bytes, left in a folder as whoever draws them does."""
    folder = settings.output / str(settings.workers)

    def put(output: Output, data: bytes) -> Answer:
        (folder / output.path).parent.mkdir(parents=True, exist_ok=True)
        (folder / output.path).write_bytes(data)
        return Answer(True, len(data), 0, output.path.encode() * 9_999)

    answers = dict(render(outputs, Press(settings, {}), put))
    assert sorted(answers) == list(range(len(outputs)))
    drawn = {outputs[number].path: answer for number, answer in answers.items()}
    assert all(answer.note == path.encode() * 9_999 for path, answer in drawn.items())
    return {path: (folder / path).read_bytes() for path in drawn}


def photo_view(file: Path, width: int, format: str) -> PhotoView:
    recipe = {"jpeg": "jpeg-q75", "avif": "avif-q50-s8"}[format]
    return PhotoView(
        path=str(file),
        digest="d",
        width=width,
        height=width * 3 // 4,
        format=format,
        recipe=recipe,
    )
