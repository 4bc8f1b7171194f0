"""What draws an output is known by its template with all it reaches, the styles and the words."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.catalogue import Words, interface_words
from newsroom.planning.output import Output
from newsroom.planning.views.standing import TextView
from newsroom.rendering import templates
from newsroom.rendering.templates import Templates
from newsroom.rendering.versions import DRAWN_BY_FILTERS, Versions
from tests.building import ROOT
from tests.newsroom.rendering.test_feed_templates import FEED

WORDS = {"vi": Words("vi", {"nav.home": "Trang chủ"}), "en": Words("en", {"nav.home": "Home"})}
PAGE = Output(path="index.html", renderer="page", template="pages/home.html", view=None)
TEXT = Output(path="robots.txt", renderer="text", view=TextView(lines=()))


@pytest.fixture
def theme(tmp_path: Path) -> Path:
    return Path(shutil.copytree(ROOT / "theme", tmp_path / "theme"))


def names() -> list[str]:
    folder = ROOT / "theme" / "templates"
    return sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*.*ml"))


def test_the_templates_reached_are_those_that_jinja_reaches() -> None:
    words = interface_words(ROOT / "theme", {})
    compiled, versions = Templates(ROOT / "theme", words), Versions(ROOT / "theme", words)

    assert len(names()) > 20
    for name in names():
        assert versions.sources(name) == compiled.sources(name), name


def test_what_filters_draw_with_is_known() -> None:
    text = Path(templates.__file__).read_text("utf-8")

    assert text.count("get_template(") == 1 + len(DRAWN_BY_FILTERS)
    assert all(f'get_template("{name}")' in text for name in DRAWN_BY_FILTERS)


@pytest.mark.parametrize(
    "name",
    [
        *("templates/pages/home.html", "templates/base.html", "components/entry/entry.html"),
        *("components/picture/picture.html", "styles/tokens.css", "components/entry/entry.css"),
    ],
)
def test_whatever_a_page_is_drawn_with_changes_it(theme: Path, name: str) -> None:
    before = Versions(theme, WORDS)

    with (theme / name).open("a", encoding="utf-8") as file:
        file.write(" ")

    after = Versions(theme, WORDS)
    assert after.of(PAGE) != before.of(PAGE)
    assert after.of(TEXT) == before.of(TEXT)
    assert not before.hold()
    assert after.hold()


def test_a_template_that_a_page_does_not_reach_changes_nothing(theme: Path) -> None:
    before = Versions(theme, WORDS).of(PAGE)

    (theme / "templates" / "pages" / "unit.html").write_text("khác", "utf-8")

    assert Versions(theme, WORDS).of(PAGE) == before


def test_words_change_the_pages_of_their_language_alone(theme: Path) -> None:
    english = Output(
        path="e", renderer="feed", template="feeds/atom.xml", view=replace(FEED, language="en")
    )
    other = {**WORDS, "en": Words("en", {"nav.home": "Start"})}

    before, after = Versions(theme, WORDS), Versions(theme, other)

    assert after.of(PAGE) == before.of(PAGE)
    assert after.of(english) != before.of(english)


@pytest.mark.parametrize("name", ["view.name", '"x/" ~ view.name', '"a" if view else "b"'])
def test_a_template_whose_name_is_worked_out_is_refused(theme: Path, name: str) -> None:
    path = theme / "templates" / "pages" / "home.html"
    path.write_text(f"{{% include {name} %}}", "utf-8")

    with pytest.raises(ValueError, match=r"pages/home\.html"):
        Versions(theme, WORDS).of(PAGE)


def test_a_static_file_of_the_theme_is_a_part_of_it(tmp_path: Path) -> None:
    (tmp_path / "components").mkdir()
    (tmp_path / "static" / "nguon-tin").mkdir(parents=True)
    before = Versions(tmp_path, {})
    (tmp_path / "static" / "nguon-tin" / "feed.css").write_text("feed{}", "utf-8")
    (tmp_path / "static" / "favicon.ico").write_bytes(b"\xff\xfe")

    assert Versions(tmp_path, {}).digest != before.digest
    assert not before.hold()
