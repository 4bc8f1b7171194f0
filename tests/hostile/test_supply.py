"""What comes from others: everything pinned, everything licensed, everything audited."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest
import yaml

from tests.building import ROOT

LOCKS = ("requirements.lock", "requirements-test.lock", "benchmarks/requirements.lock",
         "benchmarks/fuzz/requirements.lock", ".ci/audit.lock")  # fmt: skip
PACKAGE_LOCKS = sorted(
    file
    for folder in ("tests", "benchmarks", "plugins")
    for file in (ROOT / folder).rglob("package-lock.json")
    if "node_modules" not in file.parts
)
WORKFLOWS = sorted((ROOT / ".github" / "workflows").glob("*.yml"))


@pytest.mark.parametrize("lock", LOCKS)
def test_every_python_package_is_pinned_with_hashes_and_from_nowhere_else(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    packages = re.split(r"\n(?=[a-z0-9])", re.sub(r"(?m)^\s*#.*\n", "", text).strip())

    assert packages
    for package in packages:
        assert re.match(r"[a-z0-9._-]+(?:\[[a-z0-9,-]+\])?==\S+", package), package[:60]
        assert "--hash=sha256:" in package, package[:60]
    assert "://" not in text


@pytest.mark.parametrize("file", PACKAGE_LOCKS, ids=lambda file: file.parent.name)
def test_every_npm_package_is_pinned_by_its_digest_and_names_no_registry(file: Path) -> None:
    lock = json.loads(file.read_text("utf-8"))
    packages = {name: one for name, one in lock["packages"].items() if name}

    assert packages
    assert [name for name, one in packages.items() if "integrity" not in one] == []
    assert [name for name, one in packages.items() if "resolved" in one] == []


def test_every_action_of_every_workflow_is_pinned_by_commit() -> None:
    used = [use for file in WORKFLOWS for use in re.findall(r"uses: *(.+)", file.read_text())]

    assert len(used) > 4
    assert [use for use in used if not re.fullmatch(r"[\w./-]+@[0-9a-f]{40} # v[\d.]+", use)] == []


def test_every_lock_file_is_audited_each_week() -> None:
    text = (ROOT / ".github" / "workflows" / "audit.yml").read_text("utf-8")
    workflow = yaml.safe_load(text)

    assert workflow["permissions"] == {}
    assert "schedule" in workflow[True]
    assert [lock for lock in LOCKS if lock not in text] == []
    folders = [file.parent.relative_to(ROOT).as_posix() for file in PACKAGE_LOCKS]
    assert [folder for folder in folders if folder not in text] == []
    assert sorted(ROOT.glob("*.lock")) == sorted(ROOT / lock for lock in LOCKS if "/" not in lock)


def test_no_font_and_no_bundle_of_others_is_committed() -> None:
    kept = [path for path in (ROOT / "theme").rglob("*") if path.suffix in FOREIGN]

    assert kept == []


FOREIGN = (".woff", ".woff2", ".ttf", ".otf", ".wasm", ".map")


def test_every_package_that_is_shipped_has_its_licence_listed() -> None:
    lock = (ROOT / "requirements.lock").read_text("utf-8")
    locked = set(re.findall(r"(?m)^([a-z0-9][a-z0-9._-]*)(?:\[\S+\])?==", lock))
    told = (ROOT / "docs" / "licences.md").read_text("utf-8")
    listed = dict(re.findall(r"(?m)^\| ([a-z0-9._-]+) \| (\S.*?) \|$", told))

    assert sorted(locked ^ (listed.keys() - {"package", "---"})) == []
