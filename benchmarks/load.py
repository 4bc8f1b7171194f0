"""A large archive from end to end, and a long day of edits.

`python -m benchmarks.load archive 100000`: made, checked, built with its search index and
sitemaps, one body and one title edited, published to a folder; each with its seconds, peak memory
and the stages' own account. `python -m benchmarks.load edits 10000 --edits 1000`: a builder that
stays takes random edits; its memory is told every hundred, and its tree is compared with a clean
build's at the end. Exit 1 where something failed. Both work below --work, and say the load of the
machine, without which no time means anything.
"""

from __future__ import annotations

import argparse
import io
import os
import re
import sys
import time
from collections.abc import Iterator
from dataclasses import replace
from hashlib import blake2b
from pathlib import Path
from random import Random

from benchmarks.archive import make
from benchmarks.measure import run as measured
from benchmarks.peers import ROOT, Command, remove
from benchmarks.steps import EVENING, open_archive

sys.path.insert(0, str(ROOT / "plugins"))

from newsroom.build import run
from newsroom.hosting import settings_from
from newsroom.report import Report
from newsroom.resident import Resident
from newsroom.settings import Settings

SEED = 2020


def main() -> int:
    """Do what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("what", choices=("archive", "edits"))
    parser.add_argument("articles", type=int)
    parser.add_argument("--edits", type=int, default=1000)
    parser.add_argument("--work", type=Path, default=ROOT / ".cache" / "bench-work")
    given = parser.parse_args()
    work = given.work.absolute() / f"load-{given.what}-{given.articles}"
    remove(work)
    began = time.monotonic()
    make(work / "content", given.articles)
    told(f"{given.articles} articles made", time.monotonic() - began)
    failed = archive(work) if given.what == "archive" else edits(work, given.edits)
    remove(work)
    return failed


def told(what: str, seconds: float, *more: object) -> None:
    """One line, at once."""
    print(f"{what}: {seconds:.1f} s", *more, f"load {os.getloadavg()[0]:.1f}", flush=True)


def archive(work: Path) -> int:
    """Check, build, edit, publish: each a process of its own, as people run them."""
    articles = open_archive(work / "content").articles
    middle = articles[len(articles) // 2]
    options = ("--content", str(work / "content"), "--cache", str(work / "cache"))
    build = ("build", *options, "--output", str(work / "output"), "--now", EVENING)
    step("check", "check", "--content", str(work / "content"), "--now", EVENING)
    step("build, clean", *build)
    step("build, nothing changed", *build)
    middle.write_text(f"{middle.read_text('utf-8')}\nMột câu thêm vào.\n", "utf-8")
    step("build, a body edited", *build)
    middle.write_text(re.sub(r"(?m)^title: ", "title: Sửa, ", middle.read_text("utf-8"), count=1))
    step("build, a title edited", *build)
    count(work / "output")
    target = ("--to", "folder", "--path", str(work / "public"))
    step("publish to a folder", "publish", *options, *target, "--now", EVENING)
    return 0


def step(name: str, *arguments: str) -> None:
    """Run one command; RuntimeError where it fails."""
    command = Command((sys.executable, "-m", "invoke", *arguments), ROOT, {})
    used = measured(command)
    told(name, used.wall, f"CPU {used.cpu:.0f} s, peak {used.peak:.0f} MiB,")


def count(output: Path) -> None:
    """How many files there are of each sort."""
    files = [path for path in output.rglob("*") if path.is_file()]
    shards = sum(path.suffix == ".bin" for path in files)
    maps = sum(path.name.startswith("sitemap") for path in files)
    size = sum(path.stat().st_size for path in files) >> 20
    print(f"{len(files)} files, {size} MiB; {shards} of search, {maps} sitemaps", flush=True)


def edits(work: Path, many: int) -> int:
    """Random edits, one after another, told to the resident as a watcher tells them."""
    chance = Random(SEED)  # noqa: S311 - sample edits, no secret
    paths = {"PATH": "content", "OUTPUT_PATH": "output", "CACHE_PATH": "cache"}
    given = {name: str(work / folder) for name, folder in paths.items()}
    settings = settings_from(
        {**given, "THEME": str(ROOT / "theme"), "SITEURL": ""},
        {"NEWSROOM_NOW": EVENING, "NEWSROOM_SEARCH": "no"},
    )
    resident = Resident(lambda: settings, lambda one: Report(one, io.StringIO()))
    began = time.monotonic()
    status = resident.build().status
    told("first build", time.monotonic() - began, f"memory {memory()} MiB,")
    articles = list(open_archive(work / "content").articles)
    began, failed = time.monotonic(), status
    for turn, changed in enumerate(edited(articles, many, chance), 1):
        failed |= resident.build([changed]).status
        if turn % (many // 10 or 1) == 0:
            told(f"{turn} edits", time.monotonic() - began, f"memory {memory()} MiB,")
    clean = replace(settings, output=work / "clean", cache=work / "clean-cache")
    run(clean, Report(clean, io.StringIO()))
    same = digests(settings) == digests(clean)
    print(f"statuses {failed or 'all 0'}; equal to clean: {same}", flush=True)
    return int(not same or bool(failed))


def edited(articles: list[Path], many: int, chance: Random) -> Iterator[Path]:
    """Most edits are of a text, as a day's are; some of a title, a date, a tag; some are new."""
    for turn in range(many):
        path = chance.choice(articles)
        text, kind = path.read_text("utf-8"), chance.random()
        if kind < 0.85:
            path.write_text(f"{text}\nCâu số {turn}.\n", "utf-8")
        elif kind < 0.95:
            path.write_text(re.sub(r"(?m)^title: ", f"title: Sửa {turn}, ", text, count=1))
        elif kind < 0.98:
            path.write_text(re.sub(r"(?m)^tags: .*$", "tags: [sơ kết]", text, count=1))
        else:
            path = path.with_name(f"tin-them-{turn}.md")
            path.write_text(text, "utf-8")
            articles.append(path)
        yield path


def memory() -> int:
    """What this process holds, in MiB."""
    status = Path("/proc/self/status").read_text("ascii")
    found = re.search(r"VmRSS:\s+(\d+) kB", status)
    return int(found[1]) >> 10 if found else 0


def digests(settings: Settings) -> dict[str, str]:
    """Every file of an output, by what is in it."""
    return {
        path.relative_to(settings.output).as_posix(): blake2b(path.read_bytes()).hexdigest()
        for path in sorted(settings.output.rglob("*"))
        if path.is_file()
    }


if __name__ == "__main__":
    sys.exit(main())
