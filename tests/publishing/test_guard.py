"""The guard lets a sound site out, and names every reason why another may not go."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from newsroom.catalogue import read_catalogue
from publishing.guard import guard
from publishing.links import read_site
from publishing.refusals import Candidate, Refusal, home_url
from tests.building import ROOT
from tests.built_site import ARTICLE, URL, page

Built = Callable[..., Path]
TRANSLATIONS = ROOT / "plugins" / "publishing" / "translations"


def reasons(folder: Path, url: str = URL) -> list[Refusal]:
    return guard(Candidate(built=folder, given_url=url))


def test_a_sound_site_may_go_out(built: Built) -> None:
    assert reasons(built()) == []


REDIRECT = '<meta http-equiv="refresh" content="0; url=/">'


@pytest.mark.parametrize(
    ("files", "reason"),
    [
        ({"index.html": page("Chưa có bài")}, "refused.empty_home"),
        ({ARTICLE: page("", head=REDIRECT)}, "refused.no_article"),
        ({"x/index.html": page('<a href="/mat/">x</a>')}, "refused.dead_link"),
        ({"x.txt": "http://localhost:8000/"}, "refused.local"),
        ({"x.json": '"//127.0.0.1/x"'}, "refused.local"),
        ({"x.ics": "URL:http://[::1]/"}, "refused.local"),
        ({".env": "KEY=1"}, "refused.dot_file"),
        ({".git/config": ""}, "refused.dot_file"),
        ({"tin/.DS_Store": ""}, "refused.dot_file"),
        ({"tep/x.exe": ""}, "refused.file_type"),
        ({"tep/README": ""}, "refused.file_type"),
    ],
)
def test_each_reason_is_named(built: Built, files: dict[str, str], reason: str) -> None:
    refusals = reasons(built(files))

    assert [refusal.id for refusal in refusals] == [reason]


def test_a_site_without_a_home_page_is_refused(built: Built) -> None:
    named = {refusal.id for refusal in reasons(built(without="index.html"))}

    assert "refused.empty_home" in named


@pytest.mark.parametrize("url", ["http://localhost:8000", "https://127.0.0.1/x", "nonsense"])
def test_a_site_that_does_not_know_where_it_stands_is_refused_once(built: Built, url: str) -> None:
    folder = built({"x.txt": "http://localhost:8000/", "y.txt": "http://localhost:8000/"})

    named = [refusal.id for refusal in reasons(folder, url)]

    assert named.count("refused.no_url") == 1
    assert "refused.local" not in named


def test_a_word_or_a_host_that_only_looks_local_is_no_reason(built: Built) -> None:
    text = 'localhost <a href="https://localhost.example.vn/">x</a>'

    assert reasons(built({"x/index.html": page(text)})) == []


def test_a_link_to_a_file_elsewhere_is_refused(built: Built) -> None:
    folder = built()
    (folder / "x.txt").symlink_to(folder / "robots.txt")

    assert [refusal.id for refusal in reasons(folder)] == ["refused.symlink"]


def test_the_home_page_says_where_the_site_stands(built: Built) -> None:
    assert home_url(read_site(built())) == f"{URL}/"
    assert home_url({}) == ""


@pytest.mark.parametrize("language", ["vi", "en"])
def test_every_reason_is_one_line_that_names_its_place(built: Built, language: str) -> None:
    words = read_catalogue(TRANSLATIONS, "publishing", language)
    broken = {
        "index.html": page(""),
        "x/index.html": page('<a href="/mat/">x</a>'),
        "x.txt": "http://localhost/",
        ".env": "",
        "x.exe": "",
    }

    said = [refusal.said(words) for refusal in reasons(built(broken))]

    assert len(said) == len(broken)
    assert not any("\n" in line or "{" in line for line in said)
    for word in ("x/index.html", "/mat/", "x.txt", ".env", "x.exe"):
        assert any(word in line for line in said), word


def test_both_catalogues_hold_the_same_words() -> None:
    vi, en = (read_catalogue(TRANSLATIONS, "publishing", language) for language in ("vi", "en"))

    assert set(vi.texts) == set(en.texts)
