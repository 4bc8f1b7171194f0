"""Where our own build spends its time: python -m benchmarks.stages FOLDER [COMMIT].

FOLDER is an archive's content. On a copy of it, for a cold build, one with nothing changed and one
after a body's edit: what the stages say of themselves, then, from a profile of one process, CPU
seconds by room and by library and the functions that take most. A profile slows small functions:
trust its order.
"""

from __future__ import annotations

import os
import pstats
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from pathlib import Path
from typing import Any, cast

from benchmarks.our_site import OurSite
from benchmarks.steps import EVENING

_TOP = 25
_PROFILED = """
import cProfile, runpy, sys, time
path = sys.argv.pop(1)
profile = cProfile.Profile(time.process_time)
try:
    profile.runcall(runpy.run_module, "pelican", run_name="__main__", alter_sys=True)
finally:
    profile.dump_stats(path)
"""
"""By CPU time, so that what else the machine does is not counted."""
_Function = tuple[str, int, str]
_Row = tuple[int, int, float, float, dict[_Function, tuple[int, int, float, float]]]
"""cProfile's: calls, all calls, own seconds, seconds with callees, and the same by caller."""


def main() -> None:
    """Build the folder that the command line names, in a temporary one."""
    with tempfile.TemporaryDirectory() as folder:
        work = Path(folder)
        content = work / "content"
        shutil.copytree(sys.argv[1], content)
        site = OurSite(work, content, *sys.argv[2:])
        site.prepare()
        for name in ("cold", "nothing changed", "body"):
            if name == "body":
                _edit(content)
            print(f"\n## {name}\n", flush=True)
            _tell_stages(site)
            if name == "body":
                _edit(content)
            _tell_profile(site)


def _edit(content: Path) -> None:
    articles = sorted(content.glob("articles/**/*.md"))
    with articles[len(articles) // 2].open("a", encoding="utf-8") as file:
        file.write("\nMột câu được thêm.\n")


def _tell_stages(site: OurSite) -> None:
    said = _build(site, "plain", ["-m", "pelican"])
    print("\n".join(line for line in said.splitlines() if ":" in line and "Done" not in line))


def _tell_profile(site: OurSite) -> None:
    path = site.folder / "profile"
    _build(site, "profiled", ["-c", _PROFILED, str(path)], "1")
    stats: Any = pstats.Stats(str(path))
    rows = cast("dict[_Function, _Row]", stats.stats)
    by_room: Counter[str] = Counter()
    for function, row in rows.items():
        for file, seconds in _own_seconds(function, row):
            by_room[_room(file)] += seconds  # type: ignore[assignment] # a Counter adds floats too
    whole = sum(by_room.values())
    print(f"\n{whole:.2f} s in the profile\n")
    for room, seconds in by_room.most_common(_TOP):
        print(f"{seconds:8.2f} s {seconds / whole:5.0%}  {room}")
    print()
    top = sorted(rows.items(), key=lambda item: item[1][2], reverse=True)[:_TOP]
    for (file, line, name), (_, calls, own, total, _) in top:
        print(f"{own:8.2f} s own {total:8.2f} s in all {calls:9,} calls  {name} {_at(file, line)}")


def _build(site: OurSite, name: str, start: list[str], workers: str = "") -> str:
    """Build into folders of that name, and return what was said."""
    arguments = [str(site.content), "-s", "pelicanconf.py", "--fatal", "errors", "-o", name]
    given = {
        "NEWSROOM_NOW": EVENING,
        "NEWSROOM_CACHE": str(site.folder / f"{name}-cache"),
        "NEWSROOM_WORKERS": workers,
    }
    done = subprocess.run(
        [sys.executable, *start, *arguments],
        cwd=site.folder,
        env={**os.environ, **given},
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        sys.exit(f"{done.stdout}\n{done.stderr}")
    return done.stdout


def _own_seconds(function: _Function, row: _Row) -> list[tuple[str, float]]:
    """Return files and seconds: what is written in C is counted where it was called."""
    if function[0] != "~" or not row[4]:
        return [(function[0], row[2])]
    return [(caller[0], by_caller[2]) for caller, by_caller in row[4].items()]


def _room(file: str) -> str:
    parts = Path(file).parts
    if "site-packages" in parts:
        return parts[parts.index("site-packages") + 1]
    if "plugins" in parts:
        return "/".join(parts[parts.index("plugins") + 1 :][:2])
    if "templates" in parts or "components" in parts or file == "<template>":
        return "theme, compiled"
    if "importlib" in file:
        return "importing"
    return f"Python's {Path(file).stem}"


def _at(file: str, line: int) -> str:
    return "" if file == "~" else f"({'/'.join(Path(file).parts[-3:])}:{line})"


if __name__ == "__main__":
    main()
