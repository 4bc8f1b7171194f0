"""What people and CI type: `invoke build`, `serve`, `check`, `demo`, `publish`, `test`."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

from invoke.context import Context
from invoke.tasks import task

ROOT = Path(__file__).resolve().parent
# Given paths stand on the working directory, as everywhere; these two on the checkout.
CONTENT, OUTPUT = str(ROOT / "content"), str(ROOT / "output")
DEMO, DEMO_OUTPUT = str(ROOT / "demo" / "content"), str(ROOT / "demo" / "output")
DEMO_NOW = "2026-11-22T08:00"
OPTIONS = {
    "content": "the folder of content (content)",
    "output": "where the site goes (output)",
    "cache": "where photos and the build state are kept (.cache)",
    "now": "the moment to build for, such as 2020-08-01T08:00 (the clock)",
    "workers": "how many processes may render (as many as there are cores)",
    "site_url": "where the site will stand, over site.yaml's url",
    "keep_going": "build what is sound, leave broken records out, exit with 3",
    "explain": "say of each file that is made why it is",
    "verify": "compare every file with a build made from nothing; exit with 1 where one differs",
    "format": "how problems are told: text, json or github",
}


@task(help=OPTIONS)
def build(
    context: Context,
    content: str = CONTENT,
    output: str = OUTPUT,
    cache: str = "",
    now: str = "",
    workers: str = "",
    site_url: str = "",
    keep_going: bool = False,
    explain: bool = False,
    verify: bool = False,
    format: str = "text",
) -> None:
    """Build the site. Exit: 0 built, 1 failed, 2 problems, 3 without broken records."""
    environment = _environment(cache, now, workers, site_url, format)
    wanted = {"KEEP_GOING": keep_going, "EXPLAIN": explain, "VERIFY": verify}
    environment |= {f"NEWSROOM_{name}": "1" for name, on in wanted.items() if on}
    sys.exit(_pelican(content, output, environment))


@task(help={key: OPTIONS[key] for key in ("content", "now", "format")})
def check(context: Context, content: str = CONTENT, now: str = "", format: str = "text") -> None:
    """Say everything that is wrong in content; write nothing."""
    environment = _environment("", now, "", "", format) | {"NEWSROOM_CHECK": "1"}
    sys.exit(_pelican(content, OUTPUT, environment))


@task(
    help={
        "record": "the record as kind:id, such as unit:ban-thi-dua",
        **{key: OPTIONS[key] for key in ("content", "now")},
    }
)
def impact(context: Context, record: str, content: str = CONTENT, now: str = "") -> None:
    """Say which files of the site would change if this record did; write nothing."""
    environment = _environment("", now, "", "", "text") | {"NEWSROOM_IMPACT": record}
    sys.exit(_pelican(content, OUTPUT, environment))


@task
def demo(context: Context) -> None:
    """Build the sample province, which shows every kind of page, at a fixed moment."""
    environment = {"NEWSROOM_NOW": DEMO_NOW}
    sys.exit(_pelican(DEMO, DEMO_OUTPUT, environment))


@task(
    help={
        **{key: OPTIONS[key] for key in ("content", "cache", "now")},
        "port": "where to listen (8000)",
    }
)
def serve(
    context: Context, content: str = CONTENT, cache: str = "", port: int = 8000, now: str = ""
) -> None:
    """Show the site on this machine, drafts too, and build again whenever a file is saved."""
    _import_plugins()
    from desk.preview import is_free, preview

    if not _is_content(content):
        sys.exit(1)
    if not is_free(port):
        sys.exit(f"Cổng {port} đang có chương trình khác dùng; chọn cổng khác: --port {port + 1}")
    folder = Path(cache or ROOT / ".cache").absolute() / "preview"
    environment = _environment(cache, now, "", f"http://localhost:{port}", "text")
    preview(
        build=lambda: _pelican_anew(content, str(folder), environment | {"NEWSROOM_PREVIEW": "1"}),
        folder=folder,
        watched=[Path(content).absolute(), ROOT / "theme", ROOT / "plugins"],
        port=port,
    )


@task(
    help={
        **{key: OPTIONS[key] for key in ("content", "cache", "site_url", "now")},
        "to": "the kind of target: folder",
        "path": "the folder that a Pages-type host serves",
    }
)
def publish(
    context: Context,
    to: str,
    path: str,
    content: str = CONTENT,
    cache: str = "",
    site_url: str = "",
    now: str = "",
) -> None:
    """Build with publishconf.py, refuse what must not go out, leave the site in PATH."""
    _import_plugins()
    from publishing.folder import publish_to_folder

    if to != "folder":
        sys.exit(f"--to {to}: chưa có; hiện chỉ có --to folder")
    environment = _environment(cache, now, "", site_url, "text")
    sys.exit(
        publish_to_folder(
            build=lambda output: _pelican(content, str(output), environment, "publishconf.py"),
            target=Path(path).absolute(),
            site_url=site_url,
        )
    )


@task
def test(context: Context) -> None:
    """Ruff, mypy, templates' style, and every test."""
    _run_all(
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["mypy"],
        ["pytest", "-m", "not long"],
    )


@task
def test_long(context: Context) -> None:
    """Every test, the long ones too."""
    _run_all(["pytest"])


@task(
    help={
        "size": "how many articles, as in 1000 or 1000,10000 (the default)",
        "save": "keep the pages as benchmarks/results-….md",
    }
)
def bench(context: Context, size: str = "1000,10000", save: bool = False) -> None:
    """Build archives of those sizes beside Hugo and stock Pelican; print how long each took."""
    _run_all(*(["benchmarks.bench", each, *["--save"] * save] for each in size.split(",")))


def _environment(cache: str, now: str, workers: str, site_url: str, format: str) -> dict[str, str]:
    given = {
        "NEWSROOM_CACHE": cache,
        "NEWSROOM_NOW": now,
        "NEWSROOM_WORKERS": workers,
        "NEWSROOM_SITE_URL": site_url,
        "NEWSROOM_FORMAT": format,
    }
    return {name: value for name, value in given.items() if value}


def _pelican(
    content: str, output: str, environment: dict[str, str], conf: str = "pelicanconf.py"
) -> int:
    """Run Pelican in this process, and answer with its exit status."""
    from pelican import main

    if not _is_content(content):
        return 1
    os.environ.update(environment)
    try:
        main([*_arguments(content, output, conf), "--log-handler", "plain"])
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 1
    return 0


def _is_content(content: str) -> bool:
    if Path(content).is_dir():
        return True
    print(f"Không có thư mục nội dung: {content}", file=sys.stderr)
    return False


def _pelican_anew(content: str, output: str, environment: dict[str, str]) -> int:
    """Run Pelican in a fresh process, so that changed code is read again."""
    command = [sys.executable, "-m", "pelican", *_arguments(content, output, "pelicanconf.py")]
    done = subprocess.run(command, env={**os.environ, **environment}, check=False)
    return done.returncode


def _arguments(content: str, output: str, conf: str) -> list[str]:
    return [content, "-s", str(ROOT / conf), "-o", output, "--fatal", "errors"]


def _import_plugins() -> None:
    sys.path.insert(0, str(ROOT / "plugins"))


def _run_all(*commands: list[str]) -> None:
    os.chdir(ROOT)
    for command in commands:
        done = subprocess.run([sys.executable, "-m", *command], check=False)
        if done.returncode:
            sys.exit(done.returncode)
