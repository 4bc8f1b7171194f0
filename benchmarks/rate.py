"""Asks nginx, with the configuration that ships, as fast as wrk can: how many answers, how many
wrong.

python -m benchmarks.rate 30 [--articles 200] [--connections 64]. An archive is published to a
server of sshd's; every address of it is asked in random order, compressed as browsers ask. Exit 1
where one answer was not 200, or one line broke. Answers a second belong to the machine and its
hour, which wrk and nginx share.
"""

from __future__ import annotations

import argparse
import json
import subprocess
import sys
from contextlib import ExitStack
from pathlib import Path
from urllib.parse import quote

from benchmarks.archive import make
from benchmarks.peers import ROOT, remove
from benchmarks.publishing import House, short_folder
from tests.programs import program
from tests.publishing.server import Server, serving
from tests.publishing.web import nginx_on

ASK = """\
local paths = { %s }
local number = 0
function setup(thread)
   thread:set("seed", number)
   number = number + 1
end
function init() math.randomseed(seed + 2020) end
function request()
   local headers = { ["Accept-Encoding"] = "gzip, deflate, br" }
   return wrk.format("GET", paths[math.random(#paths)], headers)
end
function done(summary, latency)
   local errors = summary.errors
   print(string.format(
      'RESULT {"answers": %%d, "bytes": %%d, "seconds": %%f, "wrong": %%d, "broken": %%d,' ..
      '"p99": %%f}',
      summary.requests, summary.bytes, summary.duration / 1e6, errors.status,
      errors.connect + errors.read + errors.write + errors.timeout, latency:percentile(99) / 1e3))
end
"""


def main() -> int:
    """Ask for as long as the command line says."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("seconds", type=int)
    parser.add_argument("--articles", type=int, default=200)
    parser.add_argument("--connections", type=int, default=64)
    given = parser.parse_args()
    work = ROOT / ".cache" / "bench-rate"
    remove(work)
    make(work / "content", given.articles)
    with ExitStack() as open_now:
        server = open_now.enter_context(serving(Path(open_now.enter_context(short_folder()))))
        House(work, server.target(work / "ssh"), search=True).publish()
        (work / "web").mkdir()
        web = open_now.enter_context(nginx_on(server.root, work / "web"))
        script, paths = work / "ask.lua", addresses(server)
        script.write_text(ASK % ", ".join(f'"{path}"' for path in paths), "utf-8")
        command = [program("wrk"), "-t2", f"-c{given.connections}", f"-d{given.seconds}"]
        command += ["-s", str(script), web.address]
        said = subprocess.run(command, check=True, capture_output=True, text=True).stdout
    remove(work)
    found = json.loads(said.partition("RESULT ")[2].splitlines()[0])
    print(
        f"{len(paths):,} addresses, {given.connections} connections, {found['seconds']:.0f} s: "
        f"{found['answers']:,} answers ({found['answers'] / found['seconds']:,.0f} a second, "
        f"{found['bytes'] / found['seconds'] / 1e6:,.0f} MB a second, 99 % within "
        f"{found['p99']:.0f} ms); {found['wrong']} wrong, {found['broken']} broken lines"
    )
    return int(bool(found["wrong"] or found["broken"]))


def addresses(server: Server) -> list[str]:
    """Every public address of what is live, as links spell it; a compressed copy has none."""
    root = server.current.resolve()
    files = (path.relative_to(root).as_posix() for path in root.rglob("*") if path.is_file())
    public = [path for path in files if not path.endswith((".br", ".gz", "404.html", "410.html"))]
    return [quote(f"/{path.removesuffix('index.html')}") for path in sorted(public)]


if __name__ == "__main__":
    sys.exit(main())
