"""What whoever carries on the code runs: the tests and the benchmarks."""

from __future__ import annotations

import os
from pathlib import Path

from invoke.context import Context
from invoke.tasks import task

from desk.commands.host import ROOT, run_all

# A file's tests share what they built, so they stay in one process.
EVERY_CORE = ["-n", "auto", "--maxprocesses", "4", "--dist", "loadfile"]


@task
def test(context: Context) -> None:
    """Ruff, mypy, templates' style, and every test."""
    run_all(
        ["ruff", "check", "."],
        ["ruff", "format", "--check", "."],
        ["mypy"],
        ["pytest", "-m", "not long", *EVERY_CORE],
    )


@task
def test_long(context: Context) -> None:
    """Every test, the long ones too."""
    run_all(["pytest", *EVERY_CORE])


@task(
    help={
        "size": "how many articles, as in 1000 or 1000,10000 (the default)",
        "save": "keep the pages as benchmarks/results-….md",
    }
)
def bench(context: Context, size: str = "1000,10000", save: bool = False) -> None:
    """Build archives of those sizes beside Hugo and stock Pelican; print how long each took."""
    run_all(*(["benchmarks.bench", each, *["--save"] * save] for each in size.split(",")))


@task(help={"examples": "how many texts each property is tried on (20000)"})
def fuzz(context: Context, examples: int = 20_000) -> None:
    """Try what must hold for every text on very many: front matter, bodies, dates, old encodings,
    photos, Word files, the search script."""
    os.environ["FUZZ_EXAMPLES"] = str(examples)
    run_all(["pytest", "tests/hostile/test_fuzzing.py", "tests/hostile/test_fuzzing_doors.py"])


@task(
    help={
        "count": "how many faults (500)",
        "first": "the first seed (1000)",
        "only": "of these kinds alone, as in SIGKILL,SIGTERM",
    }
)
def faults(context: Context, count: int = 500, first: int = 1000, only: str = "") -> None:
    """Kill, starve and confuse that many builds; each next one must be right."""
    os.environ["PYTHONPATH"] = str(ROOT / "plugins")
    run_all(["benchmarks.faults", str(count), "--first", str(first), "--only", only])


@task
def gates(context: Context) -> None:
    """Weigh and meet every template; write docs/readers-gates.md."""
    os.environ["PYTHONPATH"] = str(ROOT / "plugins")
    run_all(["tests.readers.table"])


@task
def pack_search(context: Context) -> None:
    """Pack the script of the search page from its modules, after an edit to one (needs npm)."""
    os.environ["PYTHONPATH"] = str(ROOT / "plugins")
    run_all(["tests.readers.search_script"])


@task(help={"output": "the folder of the gallery (.cache/gallery)"})
def gallery(context: Context, output: str = str(ROOT / ".cache" / "gallery")) -> None:
    """Show every component in every state, light and dark; say where."""
    from desk.gallery.pages import write_gallery

    print(write_gallery(ROOT / "theme", Path(output)))
