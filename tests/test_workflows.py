"""The continuous integration that ships with the project: valid, pinned, and with few rights."""

from __future__ import annotations

import json
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.building import ROOT
from tests.programs import program

GITHUB = ROOT / ".github" / "workflows" / "publish.yml"
NIGHTLY = GITHUB.with_name("nightly.yml")
GITLAB = ROOT / ".gitlab-ci.yml"


@pytest.mark.parametrize(
    "schema", ["vendor.github-workflows", "custom.github-workflows-require-timeout"]
)
@pytest.mark.parametrize("file", sorted(GITHUB.parent.glob("*.yml")), ids=lambda file: file.stem)
def test_a_github_workflow_is_what_github_reads(file: Path, schema: str) -> None:
    assert validate(file, schema) == ""


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
        assert re.fullmatch(r"actions/[a-z/-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+", action), action


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
        if "--to pages" in step.get("run", "") or "upload-pages" in step.get("uses", "")
    ]

    assert len(publishing) == 2
    for step in (*publishing, jobs["deploy"]):
        assert step["if"].startswith(only_main)
    assert read(GITLAB)["pages"]["rules"] == [{"if": "$CI_COMMIT_BRANCH == $CI_DEFAULT_BRANCH"}]


def test_a_scheduled_run_publishes_only_what_is_due() -> None:
    build, deploy = (read(GITHUB)["jobs"][name] for name in ("build", "deploy"))
    (publishing,) = [step for step in build["steps"] if "--to pages" in step.get("run", "")]

    assert "$IF_DUE" in publishing["run"]
    assert "github.event_name == 'schedule' && '--if-due'" in publishing["env"]["IF_DUE"]
    assert "needs.build.outputs.published == 'yes'" in deploy["if"]
    minutes = [each["cron"].split()[0] for each in read(GITHUB)[True]["schedule"]]
    assert not set(minutes) & {"*", "0", "30"}
    pages = read(GITLAB)["pages"]
    assert "due=--if-due" in pages["script"][0]
    assert pages["allow_failure"] == {"exit_codes": 75}


def test_a_cache_holds_photos_alone_and_only_the_building_job_reads_it() -> None:
    """What a build would believe of the last one is never carried from run to run."""
    for name, job in read(GITHUB)["jobs"].items():
        caches = [step for step in job["steps"] if "actions/cache" in step.get("uses", "")]
        assert [step["with"]["path"] for step in caches] == (
            [".cache/photos"] * 2 if name == "build" else []
        )
        saving = [step["if"] for step in caches if "/save@" in step["uses"]]
        assert all("refs/heads/main" in condition for condition in saving)
    pipeline = read(GITLAB)
    assert pipeline["default"]["cache"]["paths"] == [".cache/photos"]
    assert pipeline["default"]["cache"]["policy"] == "pull"
    assert {name for name, job in pipeline.items() if "policy" in str(job)} == {"default", "pages"}


def test_a_change_request_gets_annotations_and_a_report() -> None:
    text, pipeline = GITHUB.read_text("utf-8"), read(GITLAB)

    assert "invoke check --format github" in text
    assert 'cat change-report.md >> "$GITHUB_STEP_SUMMARY"' in text
    assert pipeline["site"]["artifacts"]["reports"] == {"codequality": "problems.json"}
    assert pipeline["site"]["artifacts"]["paths"] == ["change-report.md"]
    for each in (text, str(pipeline["site"]["script"])):
        assert "--dry-run --comment change-report.md" in each


def test_an_audit_of_the_workflows_finds_nothing() -> None:
    assert audit(GITHUB.parent) == ""


def test_the_audit_would_find_an_action_that_is_not_pinned(tmp_path: Path) -> None:
    text = GITHUB.read_text("utf-8")
    spoilt = tmp_path / ".github" / "workflows" / "publish.yml"
    spoilt.parent.mkdir(parents=True)
    spoilt.write_text(re.sub(r"(actions/checkout)@[0-9a-f]{40}", r"\1@main", text), "utf-8")

    assert "unpinned-uses" in audit(spoilt.parent)


def test_gitlab_is_told_each_problem_where_it_stands() -> None:
    content = str(ROOT / "tests" / "broken_sites" / "alias")
    checked = invoke("check", "--content", content, "--format", "gitlab")

    assert checked.returncode == 2
    entry = json.loads(checked.stdout)[0]
    assert entry.keys() == {"description", "check_name", "fingerprint", "severity", "location"}
    assert re.fullmatch(r"E\d{3}", entry["check_name"])
    assert entry["severity"] == "major"
    assert entry["location"]["path"].endswith(".md")
    assert entry["location"]["lines"]["begin"] >= 1


NIGHTLY_TASKS = {"fuzz", "faults"}


@pytest.mark.parametrize(
    ("file", "tasks"),
    [
        (GITHUB, {"check", "publish"}),
        (NIGHTLY, NIGHTLY_TASKS),
        (GITLAB, {"check", "publish"} | NIGHTLY_TASKS),
    ],
    ids=["github", "nightly", "gitlab"],
)
def test_every_command_of_a_pipeline_exists_with_its_options(file: Path, tasks: set[str]) -> None:
    commands = re.findall(r"\.venv/bin/invoke (\S+)(.*)", file.read_text("utf-8"))

    assert {task for task, _ in commands} == tasks
    for task, rest in commands:
        known = invoke_help(task)
        for option in re.findall(r"--[a-z-]+", rest):
            assert option in known, f"invoke {task} {option}"


@pytest.mark.parametrize("file", [GITHUB, NIGHTLY, GITLAB], ids=["github", "nightly", "gitlab"])
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


def audit(folder: Path) -> str:
    """What zizmor finds in workflows, without asking anybody."""
    done = subprocess.run(
        [program("zizmor", str(Path(sys.executable).with_name("zizmor"))),
         "--offline", "--no-progress", "--format", "plain", str(folder)],
        capture_output=True,
        text=True,
        check=False,
    )  # fmt: skip
    return "" if done.returncode == 0 else done.stdout + done.stderr


def invoke(*words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "invoke", *words],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )


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
