"""The page for writing goes out beside the site where it is asked for, and changes nothing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from publishing.annex import Annex
from publishing.guard import guard
from publishing.hosts import Failed
from publishing.nginx import nginx_conf
from publishing.refusals import Candidate
from publishing.worse import SMALL
from tests.built_site import URL, lay, page, sound_site
from tests.publishing.house import House
from tests.publishing.server import serving
from tests.publishing.web import nginx_on

BUNDLE = {
    "admin/index.html": '<script type="module" src="main.js"></script><style>p{}</style>',
    "admin/main.js": 'const host = "http://localhost:8081/"; const k = {password: "'
    + "x" * 32
    + '"}',
    "admin/config.json": '{"title": "Bài nháp dài hơn mười sáu chữ"}',
    "admin/assets/webp_enc-BpZvKflB.wasm": "\0asm",
    "admin/assets/sans-BqRLTx4X.woff2": "wOF2",
    "admin/huong-dan/index.html": '<a href="/khong-co/">x</a><p style="margin:0">x',
}


def laying(files: dict[str, str]) -> Callable[[Path], None]:
    def into(built: Path) -> None:
        lay(built, files)

    return into


ANNEX = Annex(
    lay=laying(BUNDLE),
    policy="default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; frame-ancestors 'none'",
)
SECRET = "bi-mat-cua-may-chu"  # noqa: S105 - of no machine


def published(public: Path) -> set[str]:
    return {path.relative_to(public).as_posix() for path in public.rglob("*") if path.is_file()}


def test_it_is_left_out_unless_asked_for(house: House, public: Path) -> None:
    assert house.publish() == 0

    assert not (public / "admin").exists()
    assert "/admin/" not in (public / "_headers").read_text("utf-8")


def test_it_goes_out_whole_where_it_is_asked_for(house: House, public: Path) -> None:
    assert house.publish(annex=ANNEX) == 0, house.said

    assert BUNDLE.keys() <= published(public)
    assert "/admin/" not in (public / "sitemap.xml").read_text("utf-8")


def test_its_files_are_no_files_of_a_site(house: House) -> None:
    """The same folder, put there by nobody who was asked, is refused for all that it is."""
    assert house.publish(BUNDLE) == 1

    said = "\n".join(house.said)
    for word in (".wasm thuộc loại tệp", "/khong-co/", "main.js"):
        assert word in said


def test_what_looks_like_a_leak_in_a_program_is_none_but_a_secret_is_one(tmp_path: Path) -> None:
    def reasons(**more: str) -> list[str]:
        built = lay(tmp_path / "built", {**sound_site(), **BUNDLE, **more})
        site = Candidate(
            built=built,
            given_url=URL,
            has_annex=True,
            hidden=("Bài nháp dài hơn mười sáu chữ",),
            secrets={"DEPLOY_TOKEN": SECRET},
            machine=("/srv/checkout",),
        )
        return [one.id for one in guard(site)]

    assert reasons() == []
    assert reasons(**{"admin/config.json": f'"{SECRET}"'}) == ["refused.secret"]
    assert reasons(**{"admin/config.json": '"/srv/checkout/x"'}) == ["refused.machine"]


@pytest.mark.parametrize(
    ("path", "reason"),
    [
        ("admin/.env", "refused.dot_file"),
        ("admin/x.exe", "refused.file_type"),
        ("administration/x.wasm", "refused.file_type"),
        ("anh/x.wasm", "refused.file_type"),
    ],
)
def test_only_its_own_types_and_only_there(tmp_path: Path, path: str, reason: str) -> None:
    built = lay(tmp_path / "built", {**sound_site(), **BUNDLE, path: ""})

    found = guard(Candidate(built=built, given_url=URL, has_annex=True))
    assert [one.id for one in found] == [reason]


def test_a_page_of_the_site_may_link_to_it(house: House) -> None:
    link = {"x/index.html": page('<a href="/admin/">Biên tập</a>')}

    assert house.publish(link, annex=ANNEX) == 0, house.said
    assert house.publish(link) == 1
    assert "/admin/" in "\n".join(house.said)


def test_it_may_come_and_go_without_a_surprise(house: House, public: Path) -> None:
    heavy = {"admin/main.js": "x" * (SMALL + 1)} | {
        f"admin/{number}.html": "x" for number in range(150)
    }
    annex = Annex(lay=laying(BUNDLE | heavy), policy="x")

    assert house.publish() == 0
    assert house.publish(annex=annex) == 0, house.said
    assert house.publish() == 0, house.said
    assert not (public / "admin").exists()


def test_a_rehearsal_calls_its_files_by_their_name(house: House) -> None:
    assert house.publish() == 0
    assert house.publish(annex=ANNEX, dry_run=True) == 0

    assert any("admin/main.js" in line and "trang biên tập" in line for line in house.said)


def test_where_it_cannot_be_made_nothing_goes_out(house: House, public: Path) -> None:
    def fail(_: Path) -> None:
        raise Failed("annex.not_laid", why="cần Node.js")

    assert house.publish(annex=Annex(lay=fail, policy="x")) == 1
    assert house.said == ["Chưa đưa được trang biên tập vào bản xuất: cần Node.js"]
    assert not public.exists()


def test_the_table_of_headers_has_a_row_for_it(house: House, public: Path) -> None:
    assert house.publish(annex=ANNEX) == 0

    lines = (public / "_headers").read_text("utf-8").splitlines()
    row = lines[lines.index("/admin/*") + 1 :]
    wide = lines[lines.index("/*") + 1 : lines.index("/anh/*")]
    assert row == [
        "  ! Content-Security-Policy",
        f"  Content-Security-Policy: {ANNEX.policy}",
        "  ! Cross-Origin-Opener-Policy",
        "  Cross-Origin-Opener-Policy: same-origin",
        "  X-Robots-Tag: noindex, nofollow",
    ]
    assert "wasm" not in "".join(wide)
    assert "p{}" not in str(wide), "its inline blocks are none of the site's"


def test_nginx_says_of_it_what_the_table_does_and_of_the_site_what_it_did(tmp_path: Path) -> None:
    work, web_folder = tmp_path / "cache", tmp_path / "web"
    web_folder.mkdir()
    with serving(tmp_path) as server:
        house = House(server.target(work), work)
        assert house.publish(annex=ANNEX) == 0, house.said
        with nginx_on(server.root, web_folder) as web:
            plain = web.get("/").headers
        with nginx_on(server.root, web_folder, annex=ANNEX) as web:
            own, wasm = web.get("/admin/"), web.get("/admin/assets/webp_enc-BpZvKflB.wasm")
            site = web.get("/").headers

    assert own.status == 200
    for name, value in ANNEX.headers:
        assert own.headers[name.lower()] == value
    assert wasm.headers["content-type"] == "application/wasm"
    for name in plain.keys() - {"date"}:
        assert site[name] == plain[name], name
    assert "x-robots-tag" not in site


def test_a_site_without_it_has_the_configuration_that_ships() -> None:
    assert "wasm" not in nginx_conf("thidua.example.vn", "/srv/thidua")
    assert "wasm" in nginx_conf("thidua.example.vn", "/srv/thidua", annex=ANNEX)
