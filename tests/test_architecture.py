"""The rules that keep the rooms apart, held against the code itself."""

from __future__ import annotations

import ast
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
NEWSROOM = ROOT / "plugins" / "newsroom"
SHARED = {"records", "problems", "settings", "catalogue"}
MAY_IMPORT = {
    "records": {"records"},
    "reading": SHARED | {"reading"},
    "linking": SHARED | {"linking"},
    "planning": SHARED | {"planning", "linking"},
    "rendering": SHARED | {"rendering", "planning"},
    "writing": SHARED | {"writing", "planning"},
}
"""What a stage may import of the newsroom: itself, what all share, the stage before."""


def test_a_stage_imports_only_what_it_may() -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for stage, allowed in MAY_IMPORT.items()
        for path in (NEWSROOM / stage).rglob("*.py")
        for name in imports_of(path)
        if name.startswith("newsroom.") and name.split(".")[1] not in allowed
    ]

    assert wrong == []


def test_only_the_pipeline_knows_pelican() -> None:
    knowing = {
        str(path.relative_to(NEWSROOM))
        for path in NEWSROOM.rglob("*.py")
        if any(name.split(".")[0] == "pelican" for name in imports_of(path))
    }

    assert knowing == {"pipeline.py"}


def test_the_newsroom_knows_neither_desk_nor_publishing() -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in NEWSROOM.rglob("*.py")
        for name in imports_of(path)
        if name.split(".")[0] in ("desk", "publishing")
    ]

    assert wrong == []


def test_the_language_package_knows_nothing_of_the_rest() -> None:
    wrong = [
        f"{path.relative_to(ROOT)} imports {name}"
        for path in (ROOT / "plugins" / "vietnamese").rglob("*.py")
        for name in imports_of(path)
        if name.split(".")[0] in ("newsroom", "desk", "publishing", "pelican")
    ]

    assert wrong == []


FORBIDDEN_OUTSIDE_THE_LANGUAGE = {
    r"\bstrftime\b": "dates are spelled by vietnamese.format_date",
    r"^\s*(import|from) locale\b": "the host's locale is never asked",
    r"\|\s*(sort|groupby|capitalize|title)\b": "order and capitals are the language's own",
}


def test_order_dates_and_capitals_go_through_the_language_package() -> None:
    wrong = [
        f"{path.relative_to(ROOT)}:{number}: {why}"
        for path in source_files()
        if "vietnamese" not in path.parts and path != Path(__file__)
        for number, line in enumerate(path.read_text("utf-8").splitlines(), 1)
        for pattern, why in FORBIDDEN_OUTSIDE_THE_LANGUAGE.items()
        if re.search(pattern, line) and not (path.suffix == ".py" and "|" in pattern)
    ]

    assert wrong == []


def test_no_file_of_code_is_longer_than_a_reader_can_hold() -> None:
    long = {
        str(path.relative_to(ROOT)): lines
        for path in source_files()
        if path.suffix == ".py" and (lines := len(path.read_text("utf-8").splitlines())) > 250
    }

    assert long == {}


def test_every_module_says_what_it_is() -> None:
    silent = [
        str(path.relative_to(ROOT))
        for path in (ROOT / "plugins").rglob("*.py")
        if not ast.get_docstring(ast.parse(path.read_text("utf-8")))
    ]

    assert silent == []


REGISTRIES = ("pypi.org", "pythonhosted.org", "registry.npmjs.org", "deb.debian.org")


def test_no_committed_file_says_where_packages_come_from() -> None:
    wrong = [
        f"{path.relative_to(ROOT)} names {host}"
        for path in tracked_files()
        if path != Path(__file__) and path.suffix not in (".png", ".jpg", ".avif", ".pdf")
        for host in REGISTRIES
        if host in path.read_text("utf-8", errors="replace")
    ]

    assert wrong == []


LOCKS = ("requirements.lock", "requirements-test.lock", "benchmarks/requirements.lock")


def test_every_pinned_package_has_a_hash() -> None:
    for name in LOCKS:
        entries = re.split(r"\n(?=[a-z0-9])", (ROOT / name).read_text("utf-8"))
        unpinned = [entry.split()[0] for entry in entries if "--hash=sha256:" not in entry]

        assert unpinned == [], name


def source_files() -> Iterator[Path]:
    for folder in ("plugins", "theme", "tests", "benchmarks"):
        for suffix in ("py", "html", "xml"):
            yield from (ROOT / folder).rglob(f"*.{suffix}")
    yield from ROOT.glob("*.py")


def tracked_files() -> list[Path]:
    listed = subprocess.run(
        ["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=False
    ).stdout.decode()
    if not listed:
        pytest.skip("not a git checkout, so there is no list of committed files")
    return [ROOT / name for name in listed.split("\0") if name and (ROOT / name).is_file()]


def imports_of(path: Path) -> Iterator[str]:
    """The full names of every module that a file imports."""
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)
