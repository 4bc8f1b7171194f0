"""What was meant for nobody outside stops an edition, wherever and however it stands there."""

from __future__ import annotations

import html
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any
from urllib.parse import quote

import pytest

from newsroom.catalogue import read_catalogue
from publishing.guard import guard
from publishing.refusals import Candidate, Refusal
from tests.building import ROOT
from tests.built_site import URL, page

Built = Callable[..., Path]
DRAFT = 'Tổng kết "Dân vận khéo" & kế hoạch năm 2027'
SECRET = "p&ss/wörd+0123456789"  # noqa: S105 - nobody's
# Put together here, so that no scanner takes this file for one that leaks.
KEYS = [
    "-----BEGIN RSA " + "PRIVATE KEY-----",
    "-----BEGIN OPENSSH " + "PRIVATE KEY-----",
    "AKIA" + "IOSFODNN7EXAMPLE",
    "ghp_" + "a1B2c3D4e5" * 4,
    "github_pat_" + "a1B2c3D4e5" * 3,
    "glpat-" + "a1B2c3D4e5" * 2,
    "xoxb-" + "1234567890-abcdef",
    "sk-" + "a1B2c3D4e5" * 4,
    "AIza" + "a1B2c3D4e5" * 3 + "a1B2c",
    'aws_secret_access_key = "' + "a1B2c3D4e5" * 4 + '"',
    "password: " + "a1B2c3D4e5" * 2,
]


def reasons(folder: Path, **more: Any) -> list[Refusal]:
    return guard(Candidate(built=folder, given_url=URL, **more))


@pytest.mark.parametrize("key", KEYS)
def test_a_string_that_looks_like_a_key_is_refused(built: Built, key: str) -> None:
    refusals = reasons(built({"x/index.html": page(key)}))

    assert [refusal.id for refusal in refusals] == ["refused.key"]


def test_a_word_that_only_looks_like_a_key_is_no_reason(built: Built) -> None:
    text = "ASIA, sk-, mật khẩu: đổi hằng quý; password: xin liên hệ; ghp_ngắn; AKIA"

    assert reasons(built({"x/index.html": page(text)})) == []


@pytest.mark.parametrize(
    ("path", "spell"),
    [
        ("x/index.html", lambda text: page(html.escape(text))),
        ("x/index.html", lambda text: page(text.replace("Tổng kết", "<em>Tổng kết</em>"))),
        ("x/index.html", lambda text: page("", head=f'<meta content="{html.escape(text)}">')),
        ("du-lieu/x.json", lambda text: json.dumps({"title": text})),
        ("du-lieu/x.json", lambda text: json.dumps({"title": text}, ensure_ascii=False)),
        ("du-lieu/x.csv", lambda text: '"{}"'.format(text.replace('"', '""'))),
        ("lich/x.ics", lambda text: f"SUMMARY:{text}"),
    ],
    ids=["escaped", "in tags", "in an attribute", "json, escaped", "json", "csv", "calendar"],
)  # fmt: skip
def test_the_title_of_a_draft_is_refused_however_it_is_spelled(
    built: Built, path: str, spell: Callable[[str], str]
) -> None:
    refusals = reasons(built({path: spell(DRAFT)}), hidden=(DRAFT,))

    assert [refusal.id for refusal in refusals] == ["refused.hidden"]


def test_a_part_of_a_longer_word_or_a_short_title_is_no_reason(built: Built) -> None:
    folder = built({"x/index.html": page("Hội nghị tổng kếtt năm 2027 và Sơ kết")})

    assert reasons(folder, hidden=("Hội nghị tổng kết", "Sơ kết")) == []


@pytest.mark.parametrize(
    "spelled", [SECRET, html.escape(SECRET), json.dumps(SECRET)[1:-1], quote(SECRET, safe="")]
)
def test_the_value_of_a_secret_variable_is_refused_and_never_repeated(
    built: Built, spelled: str
) -> None:
    (refusal,) = reasons(built({"x.txt": spelled}), secrets={"DEPLOY_TOKEN": SECRET})

    words = read_catalogue(ROOT / "plugins/publishing/translations", "publishing", "vi")
    said = refusal.said(words)
    assert refusal.id == "refused.secret"
    assert "DEPLOY_TOKEN" in said
    assert SECRET not in said


def test_a_secret_in_a_binary_file_and_in_a_name_is_found(built: Built) -> None:
    token = "abcdefgh12345678"  # noqa: S105 - nobody's
    folder = built({"tep/x.pdf": f"%PDF {token}", f"tep/{token}.txt": ""})

    refusals = reasons(folder, secrets={"TOKEN": token})

    assert [refusal.id for refusal in refusals] == ["refused.secret"] * 2


def test_a_folder_of_this_machine_is_refused(built: Built) -> None:
    folder = built({"x.json": '"/home/bien-tap/site/content/a.md"'})

    refusals = reasons(folder, machine=("/home/bien-tap",))

    assert [refusal.id for refusal in refusals] == ["refused.machine"]
    assert reasons(built({"x.json": '"/home/bien-tapx"'}), machine=("/home/bien-tap",)) == []
