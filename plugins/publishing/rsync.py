"""rsync over ssh: what a server holds asked, files sent, links put and folders removed, all below
one folder of it; the only program that the server needs to run is rsync."""

from __future__ import annotations

import re
import shutil
import subprocess
import tempfile
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from publishing.hosts import Failed

NAME = re.compile(r"\d{8}T\d{6}Z-[0-9a-f]{8}")
"""A release's name."""
_SENT = re.compile(r"^Total bytes sent: ([\d,.]+)", re.MULTILINE)
_RECEIVED = re.compile(r"^Total bytes received: ([\d,.]+)", re.MULTILINE)
_LISTED = re.compile(r"^(\S{10}) +[\d,.]+ \S+ \S+ (.*)$")
MISSING = 23
"""rsync's exit status where some of what was asked for is not there."""
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

    def __post_init__(self) -> None:
        """A host or a path that could be taken for an option or for a command is refused."""
        if not HOST.fullmatch(self.host):
            raise Failed("ssh.host", host=self.host)
        if not re.fullmatch(r"/[\w./-]*", self.path) or ".." in self.path:
            raise Failed("ssh.path", path=self.path)

    def link(self, name: str) -> str:
        """Where a link at the top leads; empty where there is none."""
        for line in self._list("", f"/{name}"):
            if line[0].startswith("l") and " -> " in line[1]:
                found, _, to = line[1].partition(" -> ")
                if found == name:
                    return to
        return ""

    def listed(self, folder: str, *patterns: str) -> list[str]:
        """The names below a folder that match, folders too, by their path below it; nothing where
        there is no such folder."""
        return [name for _, name in self._list(folder, *patterns) if name != "."]

    def _list(self, folder: str, *patterns: str) -> list[tuple[str, str]]:
        out = self._run(
            ["-rl", "--list-only", *_only(patterns), self._at(folder) + "/"], may_miss=True
        )
        found = (_LISTED.match(line) for line in out.splitlines())
        return [(each[1], each[2]) for each in found if each]

    def pull(self, file: str, into: Path) -> None:
        """Get one file; nothing where it is not there."""
        self._run(["-t", self._at(file), f"{into}/"], may_miss=True)

    def pull_some(self, folder: str, paths: Sequence[str], into: Path) -> None:
        """Get these files below a folder, those that are there."""
        into.mkdir(parents=True, exist_ok=True)
        with tempfile.NamedTemporaryFile("w", encoding="utf-8") as names:
            names.write("".join(f"{path}\0" for path in paths))
            names.flush()
            listed = f"--files-from={names.name}"
            command = ["-z", "--from0", listed, self._at(folder) + "/", f"{into}/"]
            self._run(command, may_miss=True)

    def pull_matching(self, folder: str, into: Path, *patterns: str) -> None:
        """Get the files below a folder that match."""
        self._run(["-r", *_only(patterns), self._at(folder) + "/", f"{into}/"], may_miss=True)

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

    def remove(self, folder: str) -> None:
        """Remove a folder that stands in another one."""
        above, _, name = folder.rpartition("/")
        with tempfile.TemporaryDirectory() as empty:
            only = [f"--include=/{name}", f"--include=/{name}/**", "--exclude=*"]
            self._run(["-r", "--delete", "--force", *only, f"{empty}/", self._at(above) + "/"])

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
        words = ["ssh", "-p", str(self.port), *(f"-o{option}" for option in options)]
        if self.key:
            words += ["-i", self.key]
        return " ".join(words)

    def _run(self, arguments: list[str], *, may_miss: bool = False) -> str:
        program = shutil.which("rsync")
        if program is None or shutil.which("ssh") is None:
            raise Failed("ssh.no_program")
        command = [program, f"--rsh={self._shell()}", f"--timeout={self.seconds}", *arguments]
        done = subprocess.run(  # noqa: S603 - no shell; host and path are checked above
            command,
            capture_output=True,
            text=True,
            encoding="utf-8",
            errors="replace",
            check=False,
        )
        if done.returncode and not (may_miss and done.returncode == MISSING):
            raise Failed(f"ssh.{_why(done.returncode, done.stderr)}", host=self.host)
        return done.stdout


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
