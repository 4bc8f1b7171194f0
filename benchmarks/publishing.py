"""Publishes an archive, then one new article in it, with three uploaders: the bytes each sends.

python -m benchmarks.publishing 10000 [--no-search] [--save]. The same files go to one bucket on
loopback (moto) with `invoke publish`, `hugo deploy` and `rclone sync --checksum`, and to a server
of sshd's with `invoke publish --to ssh`. Bytes are counted on the line; nothing is timed.
"""

from __future__ import annotations

import argparse
import logging
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from benchmarks.archive import make
from benchmarks.hugo_site import hugo_binary
from benchmarks.peers import ROOT, remove
from benchmarks.steps import STEPS, open_archive
from benchmarks.wire import Wire

sys.path.insert(0, str(ROOT / "plugins"))

from desk.commands.host import settings_of
from publishing.hosts import Target
from publishing.press import press
from publishing.publish import Order, Publishing
from publishing.s3 import S3Target
from tests.publishing.server import serving

URL = "https://thidua.example.vn"
NOW, MOMENT = "2025-12-31T22:00", datetime.fromisoformat("2025-12-31T22:00:00+07:00")
KEY = "benchmark"
SSH = "ours, ssh"
HUGO = """\
baseURL = "{url}/"
publishDir = "{site}"
[[deployment.targets]]
name = "here"
url = "s3://site?endpoint=http://127.0.0.1:{port}&use_path_style=true&region=us-east-1"
"""


@dataclass(frozen=True)
class Sent:
    """What one uploader sent for one new article."""

    name: str
    up: int
    down: int
    """Bytes on the line, from here and to here."""


def main() -> None:
    """Run what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=int)
    parser.add_argument("--save", action="store_true", help="keep the page beside this file")
    parser.add_argument("--no-search", action="store_true", help="leave the search index out")
    parser.add_argument("--only", default="", help="ours to a store, and this uploader alone")
    given = parser.parse_args()
    os.environ.update({"AWS_ACCESS_KEY_ID": KEY, "AWS_SECRET_ACCESS_KEY": KEY})
    for name in ("AWS_CA_BUNDLE", "SSL_CERT_FILE"):
        os.environ.pop(name, None)
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    work = ROOT / ".cache" / "bench-publishing"
    remove(work)
    make(work / "content", given.articles)
    text = "\n".join(page(given.articles, work, not given.no_search, given.only)) + "\n"
    remove(work)
    print(text)
    if given.save:
        name = f"results-publishing-{given.articles}.md"
        (ROOT / "benchmarks" / name).write_text(text, "utf-8")


def page(articles: int, work: Path, search: bool, only: str) -> Iterator[str]:
    """The page of results, line by line."""
    with ExitStack() as open_now:
        store, client = open_now.enter_context(storing())
        wire = open_now.enter_context(Wire(store))
        options = {"bucket": "site", "endpoint": f"http://127.0.0.1:{wire.port}"}
        ours = House(work, S3Target(options, work / "s3"), search=search)
        files, size = ours.publish()
        server = open_now.enter_context(serving(Path(open_now.enter_context(short_folder()))))
        ssh = House(work, server.target(work / "ssh"), search=search)
        if only in SSH:
            ssh.publish()
        old = work / "old"
        shutil.copytree(ours.built, old, copy_function=os.link)
        (new,) = [step for step in STEPS if step.name == "new article"]
        new.edit(open_archive(work / "content"), 1)
        results = [measured("ours, s3", wire, ours.publish)]
        changed = differing(old, ours.built)
        public = shutil.copytree(ours.built, work / "public", copy_function=os.link)
        (public / ".newsroom").unlink()
        uploaders = {
            "hugo deploy": lambda: hugo_deploy(wire.port, public, work),
            "rclone sync --checksum": lambda: rclone_sync(wire.port, public),
        }
        for name, send in uploaders.items():
            if only in name:
                put_back(client, old, changed)
                results.append(measured(name, wire, send))
        if only in SSH:
            line = open_now.enter_context(Wire(server.port))
            ssh.target = server.target(work / "ssh", port=line.port, known_hosts=known(server))
            results.append(measured(SSH, line, ssh.publish))
        weight = sum((ours.built / path).stat().st_size for path in changed)
    index = "with" if search else "without"
    yield from (f"# One new article in {articles:,}: what is sent", "")
    yield f"The site, {index} its search index, has {files:,} files of {size:,} bytes. The article"
    yield f"makes or changes {len(changed):,} of them, {weight:,} bytes."
    yield ""
    yield from table(results)


def table(results: list[Sent]) -> Iterator[str]:
    """Every uploader, beside ours to the same store."""
    ours = results[0]
    yield "| uploader | bytes up | bytes down | up ÷ ours, s3 |"
    yield "| --- | ---: | ---: | ---: |"
    for each in results:
        yield f"| {each.name} | {each.up:,} | {each.down:,} | {each.up / ours.up:.2f} |"


class House:
    """Publishes the archive to one target, again and again; the site is built once for all."""

    def __init__(self, work: Path, target: Target, *, search: bool) -> None:
        self.work, self.target = work, target
        self.built = work / "cache" / "site"
        variables = {
            "NEWSROOM_NOW": NOW,
            "NEWSROOM_CACHE": str(work / "cache"),
            "NEWSROOM_SITE_URL": URL,
            "NEWSROOM_SEARCH": str(int(search)),
        }
        self.settings = lambda output: settings_of(
            str(work / "content"), str(output), variables, "publishconf.py"
        )
        self.moment = MOMENT

    def publish(self) -> tuple[int, int]:
        """Publish what the content gives: files and bytes of the whole site."""
        self.moment += timedelta(seconds=1)
        order = Order(
            press=press(self.settings),
            target=self.target,
            workshop=self.work / "cache",
            moment=self.moment,
            site_url=URL,
            say=lambda line: print(line, file=sys.stderr),
        )
        publishing = Publishing(order)
        if publishing.run() or publishing.after is None:
            sys.exit("nothing was published")
        return publishing.after.about.files, publishing.after.about.size


def measured(name: str, wire: Wire, send: Callable[[], Any]) -> Sent:
    """What went over the line meanwhile."""
    up, down = wire.up, wire.down
    send()
    return Sent(name, wire.up - up, wire.down - down)


def hugo_deploy(port: int, site: Path, work: Path) -> None:
    """Hugo's uploader, for the same files."""
    folder = work / "hugo"
    folder.mkdir(exist_ok=True)
    (folder / "hugo.toml").write_text(HUGO.format(url=URL, site=site, port=port), "utf-8")
    command = [str(hugo_binary()), "deploy", "--source", str(folder), "--target", "here"]
    subprocess.run(command, check=True, stdout=subprocess.DEVNULL)


def rclone_sync(port: int, site: Path) -> None:
    """rclone, told to compare bytes, and to list a bucket at once, not folder by folder."""
    options = {"TYPE": "s3", "PROVIDER": "Other", "ENDPOINT": f"http://127.0.0.1:{port}"}
    keys = {"ACCESS_KEY_ID": KEY, "SECRET_ACCESS_KEY": KEY, "NO_CHECK_BUCKET": "true"}
    named = {f"RCLONE_CONFIG_HERE_{name}": value for name, value in (options | keys).items()}
    program = ROOT / ".cache" / "bench" / "bin" / "rclone"
    command = [str(program), "sync", "--checksum", "--fast-list", str(site)]
    subprocess.run([*command, "here:site"], check=True, env={**os.environ, **named})


def differing(old: Path, new: Path) -> list[str]:
    """The files that are new or have other bytes."""
    paths = (path for path in new.rglob("*") if path.is_file() and path.name != ".newsroom")
    return [
        path.relative_to(new).as_posix()
        for path in sorted(paths)
        if not (before := old / path.relative_to(new)).exists()
        or before.read_bytes() != path.read_bytes()
    ]


def put_back(client: Any, old: Path, changed: list[str]) -> None:
    """Make the bucket what it was, without what ours keeps beside the site."""
    for path in changed:
        if (old / path).exists():
            client.put_object(Bucket="site", Key=path, Body=(old / path).read_bytes())
        else:
            client.delete_object(Bucket="site", Key=path)
    for each in client.list_objects_v2(Bucket="site", Prefix=".newsroom/").get("Contents", ()):
        client.delete_object(Bucket="site", Key=each["Key"])


def known(server: Any) -> str:
    """Known hosts that take the server's key at any port."""
    file: Path = server.folder / "known_anywhere"
    key = (server.folder / "host_key.pub").read_text("utf-8")
    file.write_text(f"* {key}", "utf-8")
    return str(file)


@contextmanager
def short_folder() -> Iterator[str]:
    """A folder whose path is short enough for what sshd keeps in it."""
    with tempfile.TemporaryDirectory(prefix="bench-") as folder:
        yield folder


@contextmanager
def storing() -> Iterator[tuple[int, Any]]:
    """An S3 server with one bucket: its port, and a client of it past the counted line."""
    import boto3
    from moto.server import ThreadedMotoServer

    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    port = server.get_host_and_port()[1]
    client = boto3.client("s3", endpoint_url=f"http://127.0.0.1:{port}", region_name="us-east-1")
    client.create_bucket(Bucket="site")
    try:
        yield port, client
    finally:
        server.stop()


if __name__ == "__main__":
    main()
