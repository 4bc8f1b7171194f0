"""Proves at length that incremental equals clean: many random scripts of edits, on every core.

`python -m benchmarks.oracle 5000 --steps 30` plays as many scripts as are asked for (the same that
the tests play a few of), each from a seed of its own; prints how many steps held and the seeds,
and exits with 1 if one failed. A failed script is repeated with `--first SEED` and a count of 1.
"""

from __future__ import annotations

import argparse
import io
import os
import sys
import tempfile
import time
import traceback
from collections.abc import Iterable
from contextlib import redirect_stderr, redirect_stdout
from multiprocessing import get_context
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "plugins"))

from newsroom.rendering import workers  # noqa: E402 - plugins/ has to be on the path first
from tests.newsroom.rebuilding import compiled_once  # noqa: E402 - the same
from tests.newsroom.test_oracle import play  # noqa: E402 - the same


def main() -> int:
    """Play what the command line asks for; 1 if a script failed."""
    options = _options()
    seeds = range(options.first, options.first + options.scripts)
    started = time.monotonic()
    failed = _play_all(seeds, options.steps, options.jobs)
    taken = time.monotonic() - started
    print(
        f"{len(seeds) - len(failed)} of {len(seeds)} scripts of {options.steps} steps held, "
        f"seeds {seeds[0]} to {seeds[-1]}, in {taken:.0f} s; failed: {failed or 'none'}"
    )
    return 1 if failed else 0


def _options() -> argparse.Namespace:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("scripts", type=int, help="how many scripts")
    parser.add_argument("--steps", type=int, default=30, help="edits in each (30)")
    parser.add_argument("--first", type=int, default=1000, help="the first seed (1000)")
    parser.add_argument("--jobs", type=int, default=os.cpu_count() or 1, help="processes")
    return parser.parse_args()


def _play_all(seeds: Iterable[int], steps: int, jobs: int) -> list[int]:
    failed = []
    with tempfile.TemporaryDirectory() as photos, get_context("fork").Pool(jobs) as pool:
        tasks = [(seed, steps, photos) for seed in seeds]
        for done, (seed, story) in enumerate(pool.imap_unordered(_play_one, tasks), 1):
            if story:
                failed.append(seed)
                print(f"seed {seed}:\n{story}", flush=True)
            if done % 10 == 0:
                print(f"{done} of {len(tasks)} scripts, {len(failed)} failed", flush=True)
    return failed


def _play_one(task: tuple[int, int, str]) -> tuple[int, str]:
    """Play one script in a folder of its own; answer with its seed and, if it failed, how."""
    seed, steps, photos = task
    workers.FORK_ABOVE = 0
    os.fsync = lambda _: None  # type: ignore[assignment] # no power is cut here
    os.sync = lambda: None
    silence = redirect_stdout(io.StringIO()), redirect_stderr(io.StringIO())
    with tempfile.TemporaryDirectory() as folder, compiled_once(), silence[0], silence[1]:
        try:
            play(Path(folder), Path(photos), seed, steps)
        except Exception:  # whatever a script finds is told, and the next is played
            return seed, traceback.format_exc(limit=-3)
    return seed, ""


if __name__ == "__main__":
    sys.exit(main())
