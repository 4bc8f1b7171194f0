"""A real server on loopback for tests: sshd with a key that may run rrsync in one folder alone."""

from __future__ import annotations

import getpass
import os
import shutil
import socket
import subprocess
import time
from collections.abc import Iterator
from contextlib import closing, contextmanager
from dataclasses import dataclass
from pathlib import Path

import pytest

from publishing.ssh import SshTarget
from tests.programs import program

SSHD_CONFIG = """\
Port {port}
ListenAddress 127.0.0.1
HostKey {folder}/host_key
PidFile {folder}/sshd.pid
AuthorizedKeysFile {folder}/authorized_keys
PasswordAuthentication no
KbdInteractiveAuthentication no
UsePAM no
StrictModes no
PermitRootLogin prohibit-password
MaxStartups 100
LogLevel ERROR
"""


@dataclass(frozen=True)
class Server:
    """A running sshd; what the key may touch is `root`."""

    folder: Path
    port: int

    @property
    def root(self) -> Path:
        return self.folder / "srv"

    @property
    def current(self) -> Path:
        """What readers get."""
        return self.root / "current"

    def options(self, **more: object) -> dict[str, object]:
        return {
            "kind": "ssh",
            "host": f"{getpass.getuser()}@127.0.0.1",
            "port": self.port,
            "key": str(self.folder / "key"),
            "known_hosts": str(self.folder / "known_hosts"),
            **more,
        }

    def target(self, cache: Path, **more: object) -> SshTarget:
        return SshTarget(self.options(**more), cache)

    def releases(self) -> list[str]:
        """What stands on its disk."""
        return sorted(path.name for path in (self.root / "releases").glob("*"))


@contextmanager
def serving(folder: Path) -> Iterator[Server]:
    """Start sshd in the foreground; stop it, and nothing else, at the end."""
    sshd, rrsync = program("sshd", "/usr/sbin/sshd"), program("rrsync")
    for each in ("rsync", "ssh", "ssh-keygen"):
        program(each)
    folder.chmod(0o755)
    (folder / "srv").mkdir()
    for name in ("host_key", "key"):
        command = ["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(folder / name)]
        subprocess.run(command, check=True)
    server = Server(folder, free_port())
    public = (folder / "key.pub").read_text()
    (folder / "authorized_keys").write_text(
        f'command="{rrsync} {folder / "srv"}",restrict {public}'
    )
    host_key = (folder / "host_key.pub").read_text()
    (folder / "known_hosts").write_text(f"[127.0.0.1]:{server.port} {host_key}")
    config = folder / "sshd_config"
    config.write_text(SSHD_CONFIG.format(port=server.port, folder=folder))
    if os.geteuid() == 0:
        Path("/run/sshd").mkdir(exist_ok=True)  # where sshd, as root, insists on a folder
    process = subprocess.Popen([sshd, "-D", "-e", "-f", str(config)], stderr=subprocess.PIPE)
    try:
        wait_for(server.port, process)
        yield server
    finally:
        process.terminate()
        process.wait()
        if process.stderr:
            process.stderr.close()


def free_port() -> int:
    with closing(socket.socket()) as probe:
        probe.bind(("127.0.0.1", 0))
        port: int = probe.getsockname()[1]
        return port


def wait_for(port: int, process: subprocess.Popen[bytes]) -> None:
    """Until somebody listens there, or the process has ended."""
    for _ in range(200):
        with closing(socket.socket()) as probe:
            if probe.connect_ex(("127.0.0.1", port)) == 0:
                return
        if process.poll() is not None:
            break
        time.sleep(0.05)
    said = process.stderr.read().decode() if process.stderr and process.poll() is not None else ""
    pytest.fail(f"nobody listens on {port}: {said}")


def empty(server: Server) -> None:
    """Make the server new again."""
    shutil.rmtree(server.root)
    server.root.mkdir()
