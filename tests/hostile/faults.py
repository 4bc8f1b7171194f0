"""Faults played at a real build: a site that goes back and forth between two states, each build
of it disturbed, and what must hold afterwards.

After every fault the next undisturbed build succeeds and leaves, byte for byte, what a clean build
does; a build that says it failed has left the old site or the new one, never a mixture.
"""

from __future__ import annotations

import os
import resource
import shutil
import signal
import time
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import timedelta
from pathlib import Path
from random import Random

from newsroom.build import run
from newsroom.report import Report
from newsroom.settings import Settings
from tests.building import tree
from tests.newsroom.desk_of_edits import Desk

Tree = dict[str, bytes]


@dataclass
class Stage:
    """Two contents, what clean builds make of them, and an output that goes from one to the
    other."""

    folder: Path
    photos: Path
    seed: int
    clean: dict[str, Tree] = field(default_factory=dict)
    done: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        self.chance = Random(self.seed)  # noqa: S311 - chance, no secret
        self.desk = Desk(self.folder, self.chance, self.photos)
        self.now = "a"
        for name in ("a", "b"):
            if name == "b":
                self.change()
            for part in ("content", "theme"):
                shutil.copytree(self.folder / part, self.folder / name / part)
            build(self.settings(f"clean-{name}"))
            self.clean[name] = tree(self.folder / f"clean-{name}")
        self.turn("a")
        build(self.settings())

    def settings(self, output: str = "live") -> Settings:
        return self.desk.settings(output, workers=self.chance.choice([1, 2]))

    def change(self) -> None:
        """What makes of the first state the second."""
        desk = self.desk
        desk.change(desk.theme / "templates" / "base.html", "</body>", "</body >")
        first = sorted(desk.content.glob("articles/**/*.md"))
        desk.set(first[0], title="Đầu đề khác")
        first[1].write_text(first[1].read_text("utf-8") + "\nThêm một câu.\n", "utf-8")
        desk.add("tin-them")

    def turn(self, name: str) -> None:
        """Bring content and theme to this state, as a checkout would."""
        for part in ("content", "theme"):
            shutil.rmtree(self.folder / part)
            shutil.copytree(self.folder / name / part, self.folder / part)
        self.now = name

    def live(self) -> Tree:
        return tree(self.folder / "live")

    def play(self, name: str) -> None:
        """One fault, and what must hold behind it."""
        before = self.live()
        self.turn("b" if self.now == "a" else "a")
        status = FAULTS[name](self)
        self.done.append(f"{name}: {status}")
        story = f"seed {self.seed}: {', '.join(self.done)}"
        wanted = self.clean[self.now]
        if status == 1:
            assert self.live() in (before, wanted), f"{story}: a mixture is left"
        if status == 0:
            assert self.live() == wanted, f"{story}: it says that all went well"
        assert build(self.settings()) == 0, story
        assert self.live() == wanted, f"{story}: {differing(self.live(), wanted)}"
        left = [path.name for path in self.folder.glob(".*newsroom*")]
        assert left == [], f"{story}: {left} lie about"


def differing(one: Tree, other: Tree) -> list[str]:
    """The paths whose bytes differ, some of them."""
    return sorted(path for path in one.keys() | other.keys() if one.get(path) != other.get(path))[
        :9
    ]


def build(settings: Settings, prepare: Callable[[], object] = lambda: None) -> int:
    """A build in a process of its own, which `prepare` handicaps; its exit status, or minus the
    signal that ended it."""
    return wait_for(begin(settings, prepare))


def begin(settings: Settings, prepare: Callable[[], object] = lambda: None) -> int:
    """Start one; the id of its process, which leads a group of its own."""
    pid = os.fork()
    if pid:
        return pid
    status = 99
    try:
        os.setsid()
        for stream in (1, 2):
            os.dup2(os.open(os.devnull, os.O_WRONLY), stream)
        prepare()
        with open(os.devnull, "w", encoding="utf-8") as nowhere:  # noqa: PTH123 - a device
            status = run(settings, Report(settings, nowhere))
    except BaseException:  # noqa: S110 - what escapes a build is a failure of its own
        pass
    finally:
        os._exit(status)


def wait_for(pid: int) -> int:
    _, status = os.waitpid(pid, 0)
    return os.waitstatus_to_exitcode(status)


def killed(sign: signal.Signals) -> Callable[[Stage], int]:
    """Ended by a signal at a random moment, with all that it started."""

    def fault(stage: Stage) -> int:
        pid = begin(stage.settings())
        time.sleep(stage.chance.random() ** 2 * 1.5)
        with suppress(ProcessLookupError):
            os.killpg(pid, sign)
        return wait_for(pid)

    return fault


def limited(name: str, least: int, most: int) -> Callable[[Stage], int]:
    """Under a limit of the system, drawn between two bounds."""

    def fault(stage: Stage) -> int:
        limit = stage.chance.randint(least, most)
        which = getattr(resource, name)

        def prepare() -> None:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            used = held() if name == "RLIMIT_AS" else 0
            resource.setrlimit(which, (used + limit, used + limit))

        return build(stage.settings(), prepare)

    return fault


def held() -> int:
    """Bytes of address space that this process has."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[0])
    return pages * resource.getpagesize()


def flipped(stage: Stage) -> int:
    """Some bits of the build state turned over."""
    for path in stage.folder.glob("cache/state-*"):
        data = bytearray(path.read_bytes())
        for _ in range(stage.chance.choice([1, 8, 500])):
            data[stage.chance.randrange(len(data))] ^= 1 << stage.chance.randrange(8)
        path.write_bytes(data)
    return build(stage.settings())


def half_copied(stage: Stage) -> int:
    """The output as a copy that was broken off: files missing, cut, of another moment."""
    for path in sorted(stage.folder.glob("live/**/*")):
        if path.is_file() and path.name != ".newsroom":
            match stage.chance.randrange(6):
                case 0:
                    path.unlink()
                case 1:
                    path.write_bytes(path.read_bytes()[: path.stat().st_size // 2])
                case 2:
                    path.touch()
    return build(stage.settings())


def clock_jumped(stage: Stage) -> int:
    """Built as if it were years later, or earlier; the next build is at the right time again."""
    jump = timedelta(days=stage.chance.randint(-4000, 4000))
    build(replace(stage.settings(), now=stage.desk.now + jump))
    return -1


def two_at_once(stage: Stage) -> int:
    """Two builds of one output: one waits or goes away, and says so."""
    first = begin(stage.settings())
    time.sleep(stage.chance.random() * 0.5)
    second = begin(stage.settings())
    statuses = {wait_for(first), wait_for(second)}
    assert 0 in statuses, statuses
    assert statuses <= {0, 1}, statuses
    return 0


FAULTS: dict[str, Callable[[Stage], int]] = {
    "SIGKILL": killed(signal.SIGKILL),
    "SIGTERM": killed(signal.SIGTERM),
    "SIGINT": killed(signal.SIGINT),
    "files may not grow": limited("RLIMIT_FSIZE", 0, 60_000),
    "too many open files": limited("RLIMIT_NOFILE", 4, 40),
    "out of memory": limited("RLIMIT_AS", 1 << 20, 96 << 20),
    "state flipped": flipped,
    "output half copied": half_copied,
    "clock jumped": clock_jumped,
    "two at once": two_at_once,
}
