"""Secrets of the machine that builds: planted in its environment and beside content/, and looked
for in all that a build leaves and says."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from publishing.leaks import leaks
from publishing.refusals import Candidate
from tests.broken import lay
from tests.building import build, tree
from tests.hostile.cases import article

CANARIES = {
    "AWS_SECRET_ACCESS_KEY": "cAnArY0aws0AbCdEfGhIjKlMnOpQrStUvWxYz012",
    "GITHUB_TOKEN": "ghp_cAnArY0AbCdEfGhIjKlMnOpQrStUvWxYz0123",
    "NETLIFY_AUTH_TOKEN": "cAnArY-netlify-0123456789",
    "SSH_PRIVATE_KEY": "-----BEGIN OPENSSH PRIVATE KEY----- cAnArY",
    "DATABASE_PASSWORD": "cAnArY-mat-khau",
}


def found_in(texts: dict[str, bytes]) -> list[str]:
    """Where any of them stands."""
    values = [value.encode() for value in CANARIES.values()]
    return [name for name, data in texts.items() if any(value in data for value in values)]


def test_no_secret_gets_into_output_state_log_or_errors(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    for name, value in CANARIES.items():
        monkeypatch.setenv(name, value)
    content = tmp_path / "content"
    lay("", content)
    (tmp_path / ".env").write_text(CANARIES["DATABASE_PASSWORD"], "utf-8")
    body = "{{ env }} {{ settings }} ${GITHUB_TOKEN} $GITHUB_TOKEN %GITHUB_TOKEN% {GITHUB_TOKEN}\n"
    (content / "articles" / "hoi.md").write_text(article(body, title="${GITHUB_TOKEN}"), "utf-8")

    sound = build(content, tmp_path / "output", explain="true")
    (content / "articles" / "sai.md").write_text(article(photo={"file": "../.env", "alt": "x"}))
    wrong = build(content, tmp_path / "output", format="json")

    assert (sound.status, wrong.status) == (0, 2), sound.err
    said = {"said": (sound.out + sound.err + wrong.out + wrong.err).encode()}
    assert found_in({**tree(tmp_path / "output"), **tree(tmp_path / "cache"), **said}) == []


def test_a_secret_that_an_editor_pasted_is_stopped_and_not_repeated(tmp_path: Path) -> None:
    site = {"index.html": CANARIES["NETLIFY_AUTH_TOKEN"], "x.css": CANARIES["GITHUB_TOKEN"]}
    for name, text in site.items():
        (tmp_path / name).write_text(text, "utf-8")
    candidate = Candidate(
        built=tmp_path,
        secrets={name: CANARIES[name] for name in ("NETLIFY_AUTH_TOKEN", "GITHUB_TOKEN")},
    )

    found = list(leaks(candidate))

    assert {refusal.id for refusal in found} >= {"refused.secret", "refused.key"}
    assert found_in({"refusals": str(found).encode()}) == []


def test_a_failure_shows_no_secret() -> None:
    """Whatever escapes prints its place, never the environment."""
    code = "import os, newsroom.build; newsroom.build.run(None)"
    done = subprocess.run(
        [sys.executable, "-c", code],
        env={**CANARIES, "PYTHONPATH": "plugins"},
        cwd=Path(__file__).parents[2],
        capture_output=True,
        check=False,
    )

    assert done.returncode == 1
    assert found_in({"error": done.stdout + done.stderr}) == []
