"""A withdrawal takes a text out of everything in one release, and the live host proves it."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, datetime, timedelta
from pathlib import Path

import pytest

from desk.commands.host import settings_of
from newsroom.settings import Settings
from publishing.desk import Desk
from publishing.withdrawing import NotFound, find_article, mark_withdrawn
from tests.building import NOW, ROOT, tree
from tests.publishing.server import Server, serving
from tests.publishing.web import Web, nginx_on
from vietnamese import VIETNAM

URL = "https://thidua.example.vn"
ADDRESS = "/tin/2020/07/so-ket/"
TITLE, REASON = "Sơ kết sáu tháng", "Số liệu chưa được cơ quan xác nhận"
MOMENT = datetime(2026, 11, 22, 9, tzinfo=VIETNAM)


@pytest.fixture(scope="module")
def hosts(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[Server, Web]]:
    folder = tmp_path_factory.mktemp("host")
    with serving(folder) as server:
        (folder / "web").mkdir()
        with nginx_on(server.root, folder / "web") as web:
            yield server, web


@pytest.fixture
def content(tmp_path: Path) -> Path:
    folder = tmp_path / "content"
    shutil.copytree(ROOT / "tests" / "sites" / "every_kind", folder)
    return folder


def settings_for(content: Path, cache: Path) -> Callable[[Path], Settings]:
    variables = {"NEWSROOM_NOW": NOW, "NEWSROOM_CACHE": str(cache), "NEWSROOM_SITE_URL": URL}
    return lambda output: settings_of(str(content), str(output), variables, "publishconf.py")


def test_a_withdrawn_text_is_nowhere_and_every_address_is_asked(
    hosts: tuple[Server, Web], content: Path, tmp_path: Path
) -> None:
    server, web = hosts
    said: list[str] = []
    settings = settings_for(content, tmp_path / "cache")
    options = server.options(site_url=URL)
    desk = replace(Desk.open(options, tmp_path / "cache", MOMENT), say=said.append)
    assert desk.publish(settings) == 0, said
    assert web.get(ADDRESS).status == 200
    named = places_of(TITLE, server.current)
    assert {"feed.atom", "index.html", ADDRESS[1:] + "index.html"} <= named
    said.clear()

    later = replace(desk, moment=MOMENT + timedelta(minutes=1))
    assert later.withdraw(content, "article:so-ket", REASON, settings, ask=web.address) == 0, (
        "\n".join(said)
    )

    gone = web.get(ADDRESS)
    assert gone.status == 410
    assert REASON in gone.body.decode()
    assert TITLE not in gone.body.decode()
    assert places_of(TITLE, server.current) == set()
    assert len(server.releases()) == 1  # nobody can go back past it
    assert f"410 {ADDRESS} — chỉ còn lời báo bài đã gỡ" in said
    for path in named - {"index.html", ADDRESS[1:] + "index.html"}:
        address = "/" + path.removesuffix("index.html")
        if not path.endswith(".bin"):
            assert any(f" {address} — " in line for line in said), address
    assert said[-1] == "Đã gỡ: mọi địa chỉ đều đã sạch"
    assert "status: withdrawn" in find_article(content, "article:so-ket").read_text("utf-8")


def places_of(title: str, folder: Path) -> set[str]:
    """Every file that names the title."""
    return {path for path, data in tree(folder).items() if title.encode() in data}


def test_a_withdrawal_that_cannot_be_published_leaves_the_file_as_it_was(
    content: Path, tmp_path: Path
) -> None:
    said: list[str] = []
    options = {"kind": "folder", "path": str(tmp_path / "public")}
    desk = replace(Desk.open(options, tmp_path / "cache", MOMENT), say=said.append)
    file = find_article(content, "article:so-ket")
    before = file.read_bytes()
    (content / "articles" / "hong.md").write_text("---\ntitle: \n---\n", "utf-8")

    status = desk.withdraw(
        content, "article:so-ket", REASON, settings_for(content, tmp_path / "cache")
    )

    assert status == 2
    assert file.read_bytes() == before
    assert "đã trở lại như cũ" in said[-1]


def test_a_host_that_still_shows_the_text_is_told_apart(
    hosts: tuple[Server, Web], content: Path, tmp_path: Path
) -> None:
    """A cache that was not emptied: the proof says so, and the command ends with 1."""
    server, web = hosts
    said: list[str] = []
    settings = settings_for(content, tmp_path / "cache")
    first = replace(Desk.open(server.options(), tmp_path / "cache", MOMENT), say=said.append)
    assert first.publish(settings) == 0, said
    elsewhere = {"kind": "folder", "path": str(tmp_path / "public")}
    other = replace(Desk.open(elsewhere, tmp_path / "cache", MOMENT), say=said.append)
    assert other.publish(settings) == 0, said

    assert other.withdraw(content, "article:so-ket", REASON, settings, ask=web.address) == 1

    assert any("VẪN CÒN" in line for line in said)
    assert "chưa chứng minh được" in said[-1]


def test_a_host_that_does_not_answer_proves_nothing(content: Path, tmp_path: Path) -> None:
    said: list[str] = []
    settings = settings_for(content, tmp_path / "cache")
    options = {"kind": "folder", "path": str(tmp_path / "public")}
    desk = replace(Desk.open(options, tmp_path / "cache", MOMENT), say=said.append)
    assert desk.publish(settings) == 0

    status = desk.withdraw(content, "article:so-ket", REASON, settings, ask="http://127.0.0.1:1")

    assert status == 1
    assert any("KHÔNG HỎI ĐƯỢC" in line for line in said)


@pytest.mark.parametrize(
    "record", ["article:khong-co", "unit:ban-thi-dua", "so-ket", "article:../so-ket", "article:"]
)
def test_a_record_that_is_no_article_is_not_found(content: Path, record: str) -> None:
    with pytest.raises(NotFound):
        find_article(content, record)


def test_only_the_status_of_the_file_changes() -> None:
    text = "---\r\ntitle: Tin\r\nstatus: published\r\ntags: [a]\r\n---\r\n\r\nThân bài.\r\n"

    assert mark_withdrawn(text, date(2026, 11, 22), 'Sai "số liệu"') == (
        "---\r\ntitle: Tin\r\ntags: [a]\r\nstatus: withdrawn\r\nwithdrawal:\r\n"
        "  date: 2026-11-22\r\n  reason: 'Sai \"số liệu\"'\r\n---\r\n\r\nThân bài.\r\n"
    )
