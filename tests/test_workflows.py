"""The continuous integration that ships with the project: valid, pinned, and with few rights."""

from __future__ import annotations

import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.building import ROOT

GITHUB = ROOT / ".github" / "workflows" / "publish.yml"
GITLAB = ROOT / ".gitlab-ci.yml"


@pytest.mark.parametrize(
    "schema", ["vendor.github-workflows", "custom.github-workflows-require-timeout"]
)
def test_the_github_workflow_is_what_github_reads(schema: str) -> None:
    assert validate(GITHUB, schema) == ""


def test_the_gitlab_pipeline_is_what_gitlab_reads() -> None:
    assert validate(GITLAB, "vendor.gitlab-ci", "--data-transform", "gitlab-ci") == ""


@pytest.mark.parametrize(
    ("file", "schema", "right", "wrong"),
    [
        (GITHUB, "vendor.github-workflows", "timeout-minutes", "timeout-minuts"),
        (GITLAB, "vendor.gitlab-ci", "resource_group: pages", "resource_group: [pages]"),
    ],
)
def test_a_misspelt_key_would_be_found(
    tmp_path: Path, file: Path, schema: str, right: str, wrong: str
) -> None:
    misspelt = tmp_path / file.name
    misspelt.write_text(file.read_text("utf-8").replace(right, wrong), "utf-8")

    assert validate(misspelt, schema) != ""


def test_every_action_is_pinned_by_commit_and_says_which_version_that_is() -> None:
    used = re.findall(r"uses: *(.+)", GITHUB.read_text("utf-8"))

    assert used
    for action in used:
        assert re.fullmatch(r"actions/[a-z-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action


def test_only_the_deploying_job_may_write_and_only_pages() -> None:
    workflow = read(GITHUB)

    assert workflow["permissions"] == {}
    assert workflow["jobs"]["build"]["permissions"] == {"contents": "read"}
    assert workflow["jobs"]["deploy"]["permissions"] == {"pages": "write", "id-token": "write"}
    assert "pull_request_target" not in GITHUB.read_text("utf-8")


def test_the_checkout_keeps_no_credentials() -> None:
    steps = [step for job in read(GITHUB)["jobs"].values() for step in job["steps"]]
    checkouts = [step for step in steps if "actions/checkout@" in step.get("uses", "")]

    assert checkouts
    assert all(step["with"]["persist-credentials"] is False for step in checkouts)


def test_no_expression_is_pasted_into_a_script() -> None:
    """What an expression holds is the writer's of a branch name or a title: a script takes it from
    the environment."""
    scripts = [
        step["run"]
        for job in read(GITHUB)["jobs"].values()
        for step in job["steps"]
        if "run" in step
    ]

    assert scripts
    assert not [script for script in scripts if "${{" in script]


def test_a_change_is_built_and_only_main_is_published() -> None:
    jobs = read(GITHUB)["jobs"]
    only_main = "github.ref == 'refs/heads/main' && github.event_name != 'pull_request'"
    publishing = [
        step
        for step in jobs["build"]["steps"]
        if "publish" in step.get("run", "") or "upload-pages" in step.get("uses", "")
    ]

    assert len(publishing) == 2
    assert all(step["if"] == only_main for step in publishing)
    assert jobs["deploy"]["if"] == only_main
    assert read(GITLAB)["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]


@pytest.mark.parametrize("file", [GITHUB, GITLAB], ids=["github", "gitlab"])
def test_every_command_of_a_pipeline_exists_with_its_options(file: Path) -> None:
    commands = re.findall(r"\.venv/bin/invoke (\S+)(.*)", file.read_text("utf-8"))

    assert {task for task, _ in commands} == {"check", "publish"}
    for task, rest in commands:
        known = invoke_help(task)
        for option in re.findall(r"--[a-z-]+", rest):
            assert option in known, f"invoke {task} {option}"


@pytest.mark.parametrize("file", [GITHUB, GITLAB], ids=["github", "gitlab"])
def test_every_target_of_a_pipeline_is_in_the_makefile(file: Path) -> None:
    makefile = (ROOT / "Makefile").read_text("utf-8").replace("$(VENV)", ".venv")
    rules = re.findall(r"^([^#\s.][^:=\n]*|\.venv[^:=\n]*):(?!=)", makefile, re.MULTILINE)

    wanted = set(re.findall(r"\bmake (\S+)", file.read_text("utf-8")))

    assert wanted
    assert wanted <= {target for rule in rules for target in rule.split()}


def validate(file: Path, schema: str, *more: str) -> str:
    """What the schema, which ships with check-jsonschema, has against the file."""
    done = subprocess.run(
        [sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, *more, str(file)],
        capture_output=True,
        text=True,
        check=False,
    )
    return "" if done.returncode == 0 else done.stdout + done.stderr


def invoke_help(task: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "invoke", "--help", task],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    )
    return done.stdout


def read(file: Path) -> Any:
    return yaml.safe_load(file.read_text("utf-8"))
