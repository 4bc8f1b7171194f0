"""Plays faults at real builds, at length: `python -m benchmarks.faults 500 --first 1000`.

Each is a build killed at a random moment (SIGKILL, SIGTERM, SIGINT), or out of disk, memory or
open files, or over a state whose bits were turned, over a half-copied output, at another hour, or
beside another build. Afterwards the next build must leave what a clean one does
(tests/hostile/faults.py). Prints how many of each held, and exits with 1 if one did not; a failed
one is repeated with its seed.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
import traceback
from collections import Counter
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
sys.path.insert(0, str(ROOT / "plugins"))

from tests.hostile.faults import FAULTS, Stage  # noqa: E402 - plugins/ has to be on the path
from tests.newsroom.rebuilding import compiled_once  # noqa: E402 - the same

PER_STAGE = 25


def main() -> int:
    """Play what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("faults", type=int)
    parser.add_argument("--first", type=int, default=1000, help="the first seed (1000)")
    parser.add_argument("--only", default="", help="of these, with commas: " + ", ".join(FAULTS))
    given = parser.parse_args()
    names = given.only.split(",") if given.only else sorted(FAULTS)
    if strange := set(names) - FAULTS.keys():
        parser.error(f"no such faults: {', '.join(sorted(strange))}")
    began, held, failed = time.monotonic(), Counter[str](), list[str]()
    with tempfile.TemporaryDirectory() as photos, compiled_once():
        for seed in range(given.first, given.first + -(-given.faults // PER_STAGE)):
            failed += played(seed, Path(photos), names, held)
            print(f"seed {seed}: {held.total()} held, {len(failed)} failed", flush=True)
    for name, count in sorted(held.items()):
        print(f"{name}: {count}")
    print(
        f"{held.total()} faults held, {len(failed)} did not, in {time.monotonic() - began:.0f} s"
    )
    return 1 if failed else 0


def played(seed: int, photos: Path, names: list[str], held: Counter[str]) -> list[str]:
    """Play one stage's faults; the stories of those that broke something."""
    with tempfile.TemporaryDirectory() as folder:
        stage = Stage(Path(folder), photos, seed)
        for name in stage.chance.choices(names, k=PER_STAGE):
            try:
                stage.play(name)
            except AssertionError:
                story = traceback.format_exc(limit=-1)
                print(story, flush=True)
                return [story]
            held[name] += 1
    return []


if __name__ == "__main__":
    sys.exit(main())
