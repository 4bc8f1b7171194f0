"""A real nginx on loopback for tests, with the configuration that ships, and what it answers."""

from __future__ import annotations

import getpass
import http.client
import os
import subprocess
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from publishing.annex import Annex
from publishing.nginx import nginx_conf
from tests.programs import program
from tests.publishing.server import free_port, wait_for

MODULES = Path("/etc/nginx/modules-enabled")
"""Where Debian says which modules are installed."""
MAIN = """\
daemon off;
{user}
worker_processes 2;
pid {folder}/nginx.pid;
error_log stderr error;
include {modules}/*.conf;
events {{ worker_connections 512; }}
http {{
    access_log off;
    client_body_temp_path {folder}/body;
    proxy_temp_path {folder}/proxy;
    fastcgi_temp_path {folder}/fastcgi;
    uwsgi_temp_path {folder}/uwsgi;
    scgi_temp_path {folder}/scgi;
    include {folder}/site.conf;
}}
"""


@dataclass(frozen=True)
class Answer:
    """What a host said."""

    status: int
    headers: Mapping[str, str]
    """By name in small letters."""
    body: bytes

    @property
    def policy(self) -> str:
        return self.headers.get("content-security-policy", "")


@dataclass(frozen=True)
class Web:
    """A running web server."""

    port: int

    @property
    def address(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    def get(self, path: str, method: str = "GET", **headers: str) -> Answer:
        """Ask for one address, nothing followed; `Accept_Encoding` names that header."""
        line = http.client.HTTPConnection("127.0.0.1", self.port, timeout=10)
        try:
            named = {name.replace("_", "-"): value for name, value in headers.items()}
            line.request(method, path, headers=named)
            got = line.getresponse()
            fields = {name.lower(): value for name, value in got.getheaders()}
            return Answer(got.status, fields, got.read())
        finally:
            line.close()


@contextmanager
def nginx_on(
    root: Path, folder: Path, below: str = "", annex: Annex | None = None
) -> Iterator[Web]:
    """Serve what the ssh target laid below `root`; only the port is not as shipped."""
    nginx, port = program("nginx", "/usr/sbin/nginx"), free_port()
    shipped = nginx_conf("thidua.example.vn", str(root), below, annex)
    assert shipped.count("listen 80;") == 1
    site = shipped.replace("listen 80;", f"listen 127.0.0.1:{port};")
    (folder / "site.conf").write_text(site, "utf-8")
    main = folder / "nginx.conf"
    # Started by root, its workers would be nobody, who may not read what a test wrote.
    user = f"user {getpass.getuser()};" if os.geteuid() == 0 else ""
    main.write_text(MAIN.format(folder=folder, modules=MODULES, user=user), "utf-8")
    command = [nginx, "-c", str(main)]
    process = subprocess.Popen(command, stderr=subprocess.PIPE)
    try:
        wait_for(port, process)
        yield Web(port)
    finally:
        process.terminate()
        process.wait()
        if process.stderr:
            process.stderr.close()
