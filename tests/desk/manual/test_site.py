from __future__ import annotations

import re
from html.parser import HTMLParser
from pathlib import Path

import pytest

from desk.manual.site import write_manual
from tasks import namespace
from tests.building import ROOT

SOURCE = ROOT / "docs" / "huong-dan"


class Seen(HTMLParser):
    """A page's links, pictures and anchors."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: list[str] = []
        self.pictures: list[dict[str, str]] = []
        self.ids: list[str] = []
        self.feed(html)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        named = {name: value or "" for name, value in attrs}
        if "id" in named:
            self.ids.append(named["id"])
        if tag == "a":
            self.links.append(named.get("href", ""))
        if tag == "img":
            self.pictures.append(named)


@pytest.fixture(scope="module")
def pages(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Seen]:
    folder = tmp_path_factory.mktemp("manual")
    index = write_manual(SOURCE, folder)
    assert index.is_file()
    return {path.name: Seen(path.read_text("utf-8")) for path in folder.glob("*.html")}


def test_every_page_of_the_manual_is_there_and_in_the_first_pages_list(
    pages: dict[str, Seen],
) -> None:
    names = {path.stem for path in SOURCE.glob("*.md")} - {"README"} | {"index"}

    assert set(pages) == {f"{name}.html" for name in names}
    first = (SOURCE / "README.md").read_text("utf-8")
    assert sorted(name for name in names - {"index"} if f"]({name}.md)" not in first) == []


def test_every_link_leads_to_a_page_and_a_place_that_are_there(pages: dict[str, Seen]) -> None:
    dead = []
    for name, page in pages.items():
        for link in page.links:
            file, _, anchor = link.partition("#")
            if "://" in link:
                assert "localhost" in link
            elif (file or name) not in pages or (anchor and anchor not in pages[file or name].ids):
                dead.append(f"{name}: {link}")

    assert dead == []


def test_every_picture_is_there_and_described(pages: dict[str, Seen], tmp_path: Path) -> None:
    write_manual(SOURCE, tmp_path)
    shown = [picture for page in pages.values() for picture in page.pictures]

    assert shown
    assert all((tmp_path / one["src"]).is_file() and len(one["alt"]) > 20 for one in shown)
    used = {Path(one["src"]).name for one in shown}
    assert {path.name for path in (tmp_path / "anh").iterdir()} == used


def test_a_problems_section_is_found_by_its_code(pages: dict[str, Seen]) -> None:
    assert {"E101", "W501", "N520"} <= set(pages["loi.html"].ids)


def test_no_anchor_stands_twice(pages: dict[str, Seen]) -> None:
    for name, page in pages.items():
        assert len(page.ids) == len(set(page.ids)), name


def test_every_command_that_the_manual_names_is_there() -> None:
    text = "\n".join(path.read_text("utf-8") for path in SOURCE.glob("*.md"))
    makefile = (ROOT / "Makefile").read_text("utf-8")
    targets = set(re.findall(r"^([a-z-]+(?: [a-z-]+)*):", makefile, re.MULTILINE))
    made = {target for line in targets for target in line.split()}
    tasks = set(namespace.task_names)

    assert set(re.findall(r"\bmake ([a-z-]+)", text)) - made - {"command"} == set()
    assert set(re.findall(r"\binvoke ([a-z][a-z-]+)", text)) - tasks == set()


def test_tables_name_their_columns_and_scroll_by_keyboard(tmp_path: Path) -> None:
    write_manual(SOURCE, tmp_path)
    html = "".join(path.read_text("utf-8") for path in tmp_path.glob("*.html"))

    assert set(re.findall(r"<th\b[^>]*>", html)) == {'<th scope="col">'}
    assert html.count("<table>") == html.count('tabindex="0"><table>') > 0


def test_an_older_manual_gives_way(tmp_path: Path) -> None:
    (tmp_path / "cu.html").write_text("x", "utf-8")
    (tmp_path / "khac.txt").write_text("x", "utf-8")

    write_manual(SOURCE, tmp_path)

    assert not (tmp_path / "cu.html").exists()
    assert (tmp_path / "khac.txt").exists()
