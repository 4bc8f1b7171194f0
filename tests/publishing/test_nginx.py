"""nginx with the shipped configuration serves what the ssh target lays on a server."""

from __future__ import annotations

import gzip
import re
from base64 import b64encode
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

import brotli  # type: ignore[import-untyped]  # it ships no types
import pytest

from publishing.nginx import nginx_conf
from publishing.tables import COMPRESSIBLE, FOR_EVER, HEADERS, SHORTLY, TYPES, content_type
from tests.building import ROOT
from tests.built_site import ARTICLE, STYLE, URL, page, sound_site
from tests.publishing.house import House
from tests.publishing.server import serving
from tests.publishing.web import Web, nginx_on

LONG = page("Một đoạn dài. " * 400)


def moved(to: str, url: str = URL) -> str:
    """The stub of an old address."""
    return page("", url, head=f'<meta http-equiv="refresh" content="0; url={to}">')


ADDRESS = "/tin/2020/07/so-ket/"
GONE = "tin/2020/07/da-go/index.html"
SHARD = "tim-kiem/chi-muc/04e5f5006d5850b4-0.bin"
FILES = {
    "dai/index.html": LONG,
    "404.html": page("Không có trang này"),
    GONE: page("Bài này đã được gỡ"),
    "bai/12.html": moved("/tin/2020/07/so-ket/"),
    "phong-trao/cu/index.html": moved("/phong-trao/moi/"),
    "phong-trao/moi/index.html": page("Phong trào"),
    "phong-trao/moi/tin/index.html": page("Tin của phong trào"),
    "anh/a-0123abcd-400.jpg": "jpg",
    SHARD: "bin",
    "du-lieu/article-2020.json": "{}",
    "lich/lich.ics": "BEGIN:VCALENDAR",
}
KINDS = {GONE: ("page:withdrawn", "tin/da-go.md")}


@pytest.fixture(scope="module")
def web(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Web]:
    # The folder's own name must not be taken for that of a release.
    folder = tmp_path_factory.mktemp("site.d")
    with serving(folder) as server:
        work = folder / "cache"
        house = House(server.target(work), work)
        assert house.publish(FILES, KINDS) == 0, house.said
        (folder / "web").mkdir()
        with nginx_on(server.root, folder / "web") as web:
            yield web


def test_the_shipped_file_is_what_the_tables_say() -> None:
    shipped = (ROOT / "deploy" / "nginx.conf").read_text("utf-8")

    assert shipped == nginx_conf("thidua.example.vn", "/srv/thidua")


@pytest.mark.parametrize(
    "path", ["/", ADDRESS, "/feed.atom", "/mat/", f"/{GONE[:-10]}", "/bai/12.html"]
)
def test_every_answer_has_every_header(web: Web, path: str) -> None:
    answer = web.get(path)

    for name, value in HEADERS:
        assert answer.headers[name.lower()] == value, name
    assert "default-src 'none'" in answer.policy
    assert "nginx/" not in answer.headers["server"]


def test_the_policy_names_the_style_block_of_the_release(web: Web) -> None:
    digest = b64encode(sha256(STYLE.encode()).digest()).decode()
    spelled = re.search(r"style-src 'self' 'sha256-([^']+)'", web.get("/").policy)

    assert spelled
    assert spelled[1].replace("-", "+").replace("_", "/") == digest
    assert "unsafe" not in web.get("/").policy


@pytest.mark.parametrize(
    "path",
    [
        "index.html",
        "feed.atom",
        "sitemap.xml",
        "robots.txt",
        "anh/a-0123abcd-400.jpg",
        SHARD,
        "du-lieu/article-2020.json",
        "lich/lich.ics",
    ],
)
def test_every_file_has_the_type_of_the_table(web: Web, path: str) -> None:
    answer = web.get(f"/{path}")

    assert answer.status == 200
    assert answer.headers["content-type"] == content_type(path)


@pytest.mark.parametrize(
    ("path", "lifetime"),
    [
        ("/", SHORTLY),
        (ADDRESS, SHORTLY),
        ("/feed.atom", SHORTLY),
        ("/du-lieu/article-2020.json", SHORTLY),
        ("/anh/a-0123abcd-400.jpg", FOR_EVER),
        (f"/{SHARD}", FOR_EVER),
        ("/mat/", "no-cache"),
        ("/mat/a-0123abcd.js", "no-cache"),
        ("/anh/mat-0123abcd-400.jpg", "no-cache"),
    ],
)
def test_every_answer_says_for_how_long(web: Web, path: str, lifetime: str) -> None:
    assert web.get(path).headers["cache-control"] == lifetime


@pytest.mark.parametrize(
    ("accepts", "sent"), [("gzip, br", "br"), ("gzip", "gzip"), ("identity", ""), ("", "")]
)
def test_a_browser_gets_the_smallest_copy_that_it_understands(
    web: Web, accepts: str, sent: str
) -> None:
    answer = web.get("/dai/", Accept_Encoding=accepts)

    unpack = {"br": brotli.decompress, "gzip": gzip.decompress, "": bytes}[sent]
    assert answer.headers.get("content-encoding", "") == sent
    assert answer.headers["vary"] == "Accept-Encoding"
    assert answer.headers["content-type"] == "text/html; charset=utf-8"
    assert unpack(answer.body) == LONG.encode()


@pytest.mark.parametrize(
    "path",
    [
        "/dai/index.html.gz",
        "/dai/index.html.br",
        "/.newsroom",
        "/../manifest.json",
        "/%2e%2e/about.json",
        "/..%2fabout.json",
        "/.gone/x",
        "/gone/x",
    ],
)
def test_what_is_not_public_is_not_there(web: Web, path: str) -> None:
    assert web.get(path).status in (400, 404)


def test_a_well_known_file_is_public(web: Web) -> None:
    assert web.get("/.well-known/security.txt").status == 200


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("/bai/12.html", ADDRESS),
        ("/bai/12.html?x=1", f"{ADDRESS}?x=1"),
        ("/phong-trao/cu/", "/phong-trao/moi/"),
        ("/phong-trao/cu", "/phong-trao/moi/"),
        ("/phong-trao/cu/tin/", "/phong-trao/moi/tin/"),
        ("/phong-trao/moi", "/phong-trao/moi/"),
    ],
)
def test_an_old_address_leads_on(web: Web, old: str, new: str) -> None:
    answer = web.get(old)

    assert (answer.status, answer.headers["location"]) == (301, new)


def test_an_address_that_never_was_is_a_page_of_ours(web: Web) -> None:
    answer = web.get("/mat/")

    assert answer.status == 404
    assert "Không có trang này" in answer.body.decode()
    assert web.get("/404.html").status == 404


@pytest.mark.parametrize("path", [f"/{GONE}", f"/{GONE.removesuffix('index.html')}"])
def test_a_withdrawn_text_is_gone_and_says_so(web: Web, path: str) -> None:
    answer = web.get(path)

    assert answer.status == 410
    assert "đã được gỡ" in answer.body.decode()


def test_a_page_that_did_not_change_is_not_sent_again(web: Web) -> None:
    tag = web.get(ADDRESS).headers["etag"]

    again = web.get(ADDRESS, If_None_Match=tag)

    assert (again.status, again.body) == (304, b"")


def test_a_site_writes_nothing(web: Web) -> None:
    assert web.get("/", method="POST").status == 405
    assert web.get("/x.html", method="PUT").status == 405
    assert web.get("/", method="DELETE").status == 405


def test_every_type_that_a_site_may_hold_is_in_the_configuration() -> None:
    conf = nginx_conf("thidua.example.vn", "/srv/thidua")

    for each, kind in TYPES.items():
        assert re.search(
            rf"^ +{re.escape(kind.partition(';')[0])} .*\b{each}\b", conf, re.MULTILINE
        ), each
    assert TYPES.keys() >= COMPRESSIBLE


def test_a_site_in_a_folder_of_its_host_is_served_there(tmp_path: Path) -> None:
    url = "https://tinh.example.vn/thi-dua"
    files = {
        **sound_site(url, "/thi-dua"),
        "404.html": page("Không có", url),
        "cu.html": moved(f"/thi-dua{ADDRESS}", url),
        GONE: page("Đã gỡ", url),
    }
    with serving(tmp_path) as server:
        house = House(server.target(tmp_path / "cache"), tmp_path / "cache")
        assert house.publish(files, KINDS) == 0, house.said
        (tmp_path / "web").mkdir()
        with nginx_on(server.root, tmp_path / "web", "thi-dua") as web:
            assert web.get("/thi-dua/").status == 200
            assert web.get(f"/thi-dua/{ARTICLE}").headers["cache-control"] == SHORTLY
            assert web.get("/thi-dua/cu.html").headers["location"] == f"/thi-dua{ADDRESS}"
            assert web.get(f"/thi-dua/{GONE}").status == 410
            assert web.get("/thi-dua/mat/").status == 404
            assert web.get("/").status == 404
