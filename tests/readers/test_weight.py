"""Every page of both sites is light, whole in one file, and asks nobody else for anything."""

from __future__ import annotations

import pytest

from tests.building import Build
from tests.readers.pages import ADDRESSES, file_of
from tests.readers.table import told
from tests.readers.weight import Limits, Weighed, faults, packed, pages_of, weigh

LIMITS = Limits()
STYLE = "p{color:#111}"


@pytest.fixture(scope="module")
def pages(demo_site: Build, seed_site: Build) -> list[Weighed]:
    assert (demo_site.status, seed_site.status) == (0, 0), demo_site.err + seed_site.err
    return pages_of(demo_site.output) + pages_of(seed_site.output)


@pytest.fixture(scope="module")
def style(pages: list[Weighed]) -> str:
    """The style block of the first page, which must be that of all."""
    return pages[0].styles[0]


def test_no_page_is_heavier_than_its_kind_may_be(pages: list[Weighed], style: str) -> None:
    found = {page.path: list(faults(page, style, LIMITS)) for page in pages}

    assert {path: said for path, said in found.items() if said} == {}


def test_no_template_grew_or_shrank_by_a_tenth_unnoticed(demo_site: Build) -> None:
    """Where this fails, `make gates` tells the new numbers; look at them before they are kept."""
    files = {name: file_of(demo_site.output, at) for name, at in ADDRESSES.items()}
    now = {name: packed(file.read_bytes()) / 1000 for name, file in files.items()}
    then = told()

    assert set(then) == set(now)
    assert {name: kb for name, kb in now.items() if abs(kb - then[name]) > then[name] / 10} == {}


def test_the_style_block_of_all_pages_fits_in_five_kilobytes(style: str) -> None:
    assert packed(style.encode()) <= LIMITS.style


def test_one_snippet_serves_every_page_that_has_buttons(pages: list[Weighed]) -> None:
    elsewhere = (page for page in pages if not page.path.startswith("tim-kiem/"))

    assert len({script for page in elsewhere for script in page.scripts}) <= 1


def test_every_page_says_its_language_and_english_is_marked(pages: list[Weighed]) -> None:
    english = [page.path for page in pages if page.lang == "en"]

    assert {page.lang for page in pages} == {"vi", "en"}
    assert english
    assert all(path.startswith("en/") for path in english)
    assert all("vi" in page.languages for page in pages if page.lang == "en")


@pytest.mark.parametrize(
    ("html", "said"),
    [
        ('<html lang="vi"><style>p{color:red}</style>', "style block"),
        ('<html lang="vi"><style>{}</style><style>b{}</style>', "style block"),
        ('<html lang="vi"><style>{}</style><p style="margin:0">x', "style="),
        ('<html lang="vi"><style>{}</style><p onclick="x()">x', "handler"),
        ("<html><style>{}</style>", "no language"),
        ('<html lang="vi"><style>{}</style><img src="https://a.example/x.png">', "elsewhere"),
        ('<html lang="vi"><style>{}</style><img srcset="/x.png 1x, //a.example 2x">', "elsewhere"),
        ('<html lang="vi"><style>{}</style><link rel="preload" href="//a.example">', "elsewhere"),
        ('<html lang="vi"><style>{}</style><script src="/a.js"></script>', "script file"),
        ('<html lang="vi"><style>{}</style><script>a</script><script>b</script>', "more than one"),
        ('<html lang="vi"><style>{}</style><script>' + "a" * 501 + "</script>", "too large"),
    ],
)
def test_each_fault_of_a_page_is_found(html: str, said: str) -> None:
    page = weigh("index.html", html.replace("{}", STYLE).encode())

    assert said in " ".join(faults(page, STYLE, LIMITS))


def test_a_page_that_is_too_heavy_is_found_by_its_kind() -> None:
    noise = "".join(chr(0x4E00 + n * 37 % 20_000) for n in range(5_500))
    html = f'<html lang="vi"><style>{STYLE}</style><p>{noise}'.encode()
    paths = ("tin/2026/11/mot-tin/index.html", "don-vi/index.html")
    article, page = (weigh(path, html) for path in paths)

    assert LIMITS.article < article.gzip == page.gzip <= LIMITS.page
    assert [*faults(article, STYLE, LIMITS)] == [f"{article.gzip} bytes, more than 10000"]
    assert [*faults(page, STYLE, LIMITS)] == []
