"""Running Pelican for a command: its options as environment, its exit status as an answer."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from newsroom.settings import Format, Settings

ROOT = Path(__file__).resolve().parents[3]
# Given paths stand on the working directory, as everywhere; these two on the checkout.
CONTENT, OUTPUT = str(ROOT / "content"), str(ROOT / "output")
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
    "format": "how problems are told: text, json, github or gitlab",
}


def environment(
    *, cache: str = "", now: str = "", workers: str = "", site_url: str = "", format: str = "text"
) -> dict[str, str]:
    """Return the variables by which plain Pelican takes these; an empty one is left out."""
    given = {
        "NEWSROOM_CACHE": cache,
        "NEWSROOM_NOW": now,
        "NEWSROOM_WORKERS": workers,
        "NEWSROOM_SITE_URL": site_url,
        "NEWSROOM_FORMAT": format,
    }
    return {name: value for name, value in given.items() if value}


def pelican(
    content: str, output: str, environment: dict[str, str], conf: str = "pelicanconf.py"
) -> int:
    """Run Pelican in this process, and answer with its exit status."""
    from pelican import main

    if not is_content(content):
        return 1
    os.environ.update(environment)
    try:
        main([*_arguments(content, output, conf), "--log-handler", "plain"])
    except SystemExit as stop:
        return stop.code if isinstance(stop.code, int) else 1
    return 0


def settings_of(
    content: str, output: str, environment: Mapping[str, str], conf: str = "pelicanconf.py"
) -> Settings:
    """The settings that Pelican would build with, for what builds in its place; relative paths
    stand on the working directory."""
    from pelican.settings import read_settings

    from newsroom.hosting import settings_from

    paths = {"PATH": str(Path(content).absolute()), "OUTPUT_PATH": str(Path(output).absolute())}
    return settings_from(
        read_settings(str(ROOT / conf), override=paths), {**os.environ, **environment}
    )


def shown(path: Path) -> str:
    """A path as an editor meets it: from here, where it lies below."""
    try:
        return path.absolute().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return str(path)


def preview_of(path: Path) -> str:
    """Where the preview shows the article in this file (articles/2020/07/id.md)."""
    return f"http://localhost:8000/tin/{'/'.join(path.with_suffix('').parts[-3:])}/"


def format_named(format: str) -> Format:
    """A form in which problems are told. Exits with 1 where there is none of that name."""
    from newsroom.hosting import FORMATS

    for one in FORMATS:
        if one == format:
            return one
    sys.exit(f"--format {format}: chỉ nhận {', '.join(FORMATS)}")


def is_content(content: str) -> bool:
    """Whether there is such a folder; say so in one line where there is not."""
    if Path(content).is_dir():
        return True
    print(f"Không có thư mục nội dung: {content}", file=sys.stderr)
    return False


def run_all(*commands: list[str]) -> None:
    """Run Python modules one after another in the checkout; stop with the first that fails."""
    os.chdir(ROOT)
    for command in commands:
        done = subprocess.run([sys.executable, "-m", *command], check=False)
        if done.returncode:
            sys.exit(done.returncode)


def _arguments(content: str, output: str, conf: str) -> list[str]:
    return [content, "-s", str(ROOT / conf), "-o", output, "--fatal", "errors"]
