"""Every page of both sites is sound HTML, as the Nu Html Checker reads it."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tests.building import Build
from tests.programs import program
from tests.readers.node_packages import package


@pytest.fixture(scope="module")
def checker() -> list[str]:
    """The command before the files."""
    java = program("java")
    jar = package("vnu-jar") / "build" / "dist" / "vnu.jar"
    return [java, "-Xss4m", "-jar", str(jar), "--format", "json", "--skip-non-html"]


def test_every_page_of_both_sites_is_sound(
    checker: list[str], demo_site: Build, seed_site: Build
) -> None:
    assert (demo_site.status, seed_site.status) == (0, 0), demo_site.err + seed_site.err
    assert wrong_in(checker, demo_site.output, seed_site.output) == []


def test_what_is_wrong_is_found(checker: list[str], tmp_path: Path) -> None:
    (tmp_path / "index.html").write_text(
        '<!DOCTYPE html><html lang="vi"><title>x</title><p><ul></ul></p><img src="x.png">', "utf-8"
    )

    assert len(wrong_in(checker, tmp_path)) == 2


def wrong_in(checker: list[str], *folders: Path) -> list[str]:
    """Every error and warning, by its page; each once, however many pages share it."""
    done = subprocess.run(
        [*checker, *map(str, folders)], capture_output=True, encoding="utf-8", check=False
    )
    messages = json.loads(done.stderr)["messages"]
    found: dict[str, str] = {}
    for each in messages:
        place = Path(unquote(urlsplit(each.get("url", "")).path))
        found.setdefault(each["message"], f"{place}:{each.get('lastLine')}: {each['message']}")
    return sorted(found.values())
