"""rsync over ssh: what a server holds asked, files sent, links put and folders removed, all below
one folder of it; the only program that the server needs to run is rsync."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
import time
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from publishing.hosts import Failed

NAME = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{8}")
"""A release's name."""


@dataclass(frozen=True, slots=True)
class Survey:
    """What a server holds."""

    links: dict[str, str]
    """Where each link at the top leads."""
    names: list[str]
    """Files and folders, by their path from the top."""


_SENT = re.compile(r"^Total bytes sent: ([\d,.]+)", re.MULTILINE)
_RECEIVED = re.compile(r"^Total bytes received: ([\d,.]+)", re.MULTILINE)
_LISTED = re.compile(r"^(\S{10}) +[\d,.]+ \S+ \S+ (.*)$")
MISSING = 23
"""rsync's exit status where some of what was asked for is not there."""
VANISHED = 24
"""The same where something went away while it was listed, as another machine's file on its way."""
_TAKEN = "Another instance of rrsync is already accessing this directory"
"""What a key that is restricted to one folder says while another machine uses it."""
PATIENCE = 300.0
"""Seconds to wait for that machine's command to end: it may be sending a whole site."""
_BETWEEN = 0.2
HOST = re.compile(r"(?:[\w.-]+@)?[\w][\w.:-]*")


@dataclass(frozen=True, kw_only=True)
class Rsync:
    """One folder of one server. Failed where it cannot be reached, or refuses."""

    host: str
    path: str
    port: int = 22
    key: str = ""
    known_hosts: str = ""
    seconds: int = 60
    """After this long without a byte the line counts as cut."""
    control: str = ""
    """A socket through which one connection serves all commands; empty: each has its own."""

    def __post_init__(self) -> None:
        """A host or a path that could be taken for an option or for a command is refused."""
        if not HOST.fullmatch(self.host):
            raise Failed("ssh.host", host=self.host)
        if not re.fullmatch(r"/[\w./-]*", self.path) or ".." in self.path:
            raise Failed("ssh.path", path=self.path)

    def survey(self, *patterns: str) -> Survey:
        """What stands there and matches these patterns from the top."""
        links, names = {}, []
        for kind, shown in self._list(*patterns):
            name, _, to = shown.partition(" -> ")
            if kind.startswith("l"):
                links[name] = to
            elif name != ".":
                names.append(name)
        return Survey(links, names)

    def _list(self, *patterns: str) -> list[tuple[str, str]]:
        """Always asked from the top: rrsync refuses to open a folder that is not there."""
        asked = ["-rl", "--list-only", *_only(patterns), self._at("") + "/"]
        out = self._run(asked, but=VANISHED)
        found = (_LISTED.match(line) for line in out.splitlines())
        return [(each[1], each[2]) for each in found if each]

    def pull_matching(self, folder: str, into: Path, *patterns: str) -> None:
        """Get the files below a folder that match, by their path from the top."""
        only = _only(_below_folder(folder, patterns))
        self._run(["-rz", *only, self._at("") + "/", f"{into}/"])

    def pull_some(self, folder: str, paths: Sequence[str], into: Path) -> None:
        """Get these files below a folder, those that are there."""
        into.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8") as names:
            names.write("".join(f"{path}\0" for path in paths))
            names.flush()
            listed = f"--files-from={names.name}"
            command = ["-z", "--from0", listed, self._at(folder) + "/", f"{into}/"]
            self._run(command, but=MISSING)

    def push(self, stage: Path, folder: str, basis: Iterable[str] = ()) -> int:
        """Send a folder whole: the bytes that went over the line. A file that a folder of `basis`
        has with the same bytes becomes a hard link to that one, and keeps its time."""
        links = [f"--link-dest={self._below(each)}" for each in basis]
        command = ["-rlcz", "--chmod=D755,F644", "--mkpath", "--stats", *links]
        out = self._run([*command, f"{stage}/", self._at(folder) + "/"])
        return sum(
            int(re.sub(r"\D", "", found[1]))
            for found in (_SENT.search(out), _RECEIVED.search(out))
            if found
        )

    def differs(self, stage: Path, folder: str) -> str:
        """The first file of the sent folder whose bytes are not those of the stage; empty where
        there is none."""
        command = ["-rlcn", "--delete", "--out-format=%n"]
        out = self._run([*command, f"{stage}/", self._at(folder) + "/"])
        wrong = [line for line in out.splitlines() if not line.endswith("/")]
        return wrong[0] if wrong else ""

    def put_link(self, name: str, to: str, place: Path) -> None:
        """Make a link at the top lead there, in one step: rsync lays a new link beside the old
        one and renames it (rsync 3.1.0)."""
        folder = place / "link"
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir()
        (folder / name).symlink_to(to)
        self._run(["-l", str(folder / name), self._at("") + "/"])

    def remove(self, folder: str, names: Sequence[str]) -> None:
        """Remove folders that stand in another one."""
        if not names:
            return
        only = [f"--include=/{name}{end}" for name in names for end in ("", "/**")]
        with tempfile.TemporaryDirectory() as empty:
            command = ["-r", "--delete", "--force", *only, "--exclude=*"]
            self._run([*command, f"{empty}/", self._at(folder) + "/"])

    def hang_up(self) -> None:
        """Close the connection that serves all commands."""
        ssh = shutil.which("ssh")
        if self.control and ssh and Path(self.control).exists():
            command = [ssh, "-O", "exit", f"-oControlPath={self.control}", self.host]
            subprocess.run(command, capture_output=True, check=False)  # noqa: S603 - as below

    def _at(self, name: str) -> str:
        return f"{self.host}:{self._below(name)}"

    def _below(self, name: str) -> str:
        return f"{self.path.rstrip('/')}/{name}".rstrip("/")

    def _shell(self) -> str:
        options = ["BatchMode=yes", "StrictHostKeyChecking=yes", f"ConnectTimeout={self.seconds}"]
        if self.known_hosts:
            options.append(f"UserKnownHostsFile={self.known_hosts}")
        if self.key:
            options.append("IdentitiesOnly=yes")
        if self.control:
            options += [f"ControlPath={self.control}", "ControlMaster=auto", "ControlPersist=60"]
        words = ["ssh", "-p", str(self.port), *(f"-o{option}" for option in options)]
        if self.key:
            words += ["-i", self.key]
        return " ".join(words)

    def _run(self, arguments: list[str], *, but: int = 0) -> str:
        """What rsync says. Failed where it fails otherwise than `but`."""
        program = shutil.which("rsync")
        if program is None or shutil.which("ssh") is None:
            raise Failed("ssh.no_program")
        command = [program, f"--rsh={self._shell()}", f"--timeout={self.seconds}", *arguments]
        give_up = time.monotonic() + PATIENCE
        while _TAKEN in (done := _ended(command)).stderr:
            if time.monotonic() > give_up:
                raise Failed("target.busy", target=self.host)
            time.sleep(_BETWEEN)
        if done.returncode not in (0, but):
            raise Failed(f"ssh.{_why(done.returncode, done.stderr)}", host=self.host)
        return done.stdout


def _ended(command: list[str]) -> subprocess.CompletedProcess[str]:
    return subprocess.run(  # noqa: S603 - no shell; host and path were checked
        command,
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
    )


def _below_folder(folder: str, patterns: Iterable[str]) -> list[str]:
    """Patterns from the top, for what matches these below a folder."""
    parts = folder.split("/")
    above = [f"/{'/'.join(parts[: number + 1])}/" for number in range(len(parts))]
    return [*above, *(f"/{folder}{pattern}" for pattern in patterns)]


def _only(patterns: Iterable[str]) -> list[str]:
    return [*(f"--include={each}" for each in patterns), "--exclude=*"]


def _why(status: int, said: str) -> str:
    """The kind of failure; what the programs said is not repeated, for it may name what is
    nobody's business."""
    for words, why in (
        ("Host key verification failed", "host_key"),
        ("Permission denied (", "key"),
        ("No space left", "full"),
        ("Disk quota exceeded", "full"),
        ("Permission denied", "refused"),
    ):
        if words in said:
            return why
    return "refused" if status in (1, 4) else "cut"
