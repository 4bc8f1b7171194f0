"""Publishing to a real sshd whose key may run nothing but rrsync in one folder."""

from __future__ import annotations

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from publishing.hosts import Failed
from publishing.rsync import Rsync
from publishing.ssh import SshTarget
from tests.building import tree
from tests.built_site import ARTICLE, page
from tests.publishing.house import House
from tests.publishing.server import Server

LONG = page("Một đoạn dài. " * 400)


@pytest.fixture
def house(server: Server, tmp_path: Path) -> House:
    return House(server.target(tmp_path / "cache"), tmp_path / "cache")


def test_a_site_is_live_behind_one_link(server: Server, house: House) -> None:
    assert house.publish({"x/index.html": LONG}) == 0, house.said

    live = tree(server.current)
    assert live["x/index.html"] == LONG.encode()
    assert {"x/index.html.gz", "x/index.html.br", ARTICLE, "feed.atom"} <= live.keys()
    assert not any("manifest" in path or "about" in path for path in live)
    assert str(server.current.readlink()).startswith(f"releases/{house.release}/site.s")


def test_a_file_that_did_not_change_is_not_sent_and_is_one_file_on_disk(
    server: Server, house: House
) -> None:
    house.publish({"anh/a-0123abcd.jpg": "x" * 500_000})
    picture, article = (server.current / name for name in ("anh/a-0123abcd.jpg", ARTICLE))
    before = picture.stat().st_ino, article.stat().st_ino

    house.publish({"anh/a-0123abcd.jpg": "x" * 500_000, ARTICLE: page("đã sửa")})

    assert picture.stat().st_ino == before[0]
    assert article.stat().st_ino != before[1]
    assert "gửi 1 tệp" in house.said[0]


def test_one_can_go_back_and_the_next_publishing_goes_on_from_there(
    server: Server, house: House
) -> None:
    house.publish({"x/index.html": page("một")})
    first, old = house.release, tree(server.current)
    house.publish({"x/index.html": page("hai")})

    with house.target.held():
        live = house.target.manifest()
        assert live
        house.target.go_back(house.target.of(first), live)
    assert tree(server.current) == old
    assert house.target.releases().live == first

    assert house.publish({"x/index.html": page("ba")}) == 0
    assert (server.current / "x/index.html").read_text() == page("ba")


def test_a_newer_page_still_finds_its_picture_after_one_went_back(
    server: Server, house: House
) -> None:
    house.publish()
    first = house.release
    house.publish({"anh/a-0123abcd.jpg": "new"})

    with house.target.held():
        live = house.target.manifest()
        assert live
        house.target.go_back(house.target.of(first), live)
    assert (server.current / "anh/a-0123abcd.jpg").read_text() == "new"

    assert house.publish({"x.txt": "x"}) == 0
    assert (server.current / "anh/a-0123abcd.jpg").read_text() == "new"


def test_no_more_releases_are_kept_than_asked_for(server: Server, tmp_path: Path) -> None:
    house = House(server.target(tmp_path / "cache", keep=1), tmp_path / "cache")
    for number in range(3):
        assert house.publish({"x.txt": str(number)}) == 0

    assert len(server.releases()) == 2
    assert [each.release for each in house.target.releases().releases] == server.releases()[::-1]


def test_what_waits_for_older_pages_comes_back_from_the_server(
    server: Server, house: House, tmp_path: Path
) -> None:
    house.publish({"anh/a-0123abcd.jpg": "old"})
    shutil.rmtree(tmp_path / "cache")  # another machine publishes

    assert house.publish() == 0

    assert (server.current / "anh/a-0123abcd.jpg").read_text() == "old"


def test_what_was_cut_off_is_taken_up_and_swept(server: Server, house: House) -> None:
    house.publish()
    half = server.root / "releases" / "20261122T020030Z-00000000"
    half.mkdir()
    (half / "x.html").write_text("half")

    assert house.target.releases().live == house.release
    assert half.name not in [each.release for each in house.target.releases().releases]
    house.publish({"x/index.html": page("mới")})

    assert not half.exists()


def test_another_machine_that_published_meanwhile_is_not_overtaken(
    server: Server, house: House, tmp_path: Path
) -> None:
    house.publish()
    other = House(server.target(tmp_path / "other"), tmp_path / "other", moment=house.moment)

    def slow(built: Path) -> None:
        other.publish({"x/index.html": page("của máy khác")})
        shutil.copytree(other.work / "site", built)
        (built / "x/index.html").write_text(page("của máy này"), "utf-8")

    assert house.publish_from(slow) == 1

    assert (server.current / "x/index.html").read_text() == page("của máy khác")
    assert "máy khác" in house.said[-1]


def test_a_host_that_is_not_the_one_we_know_gets_nothing(server: Server, tmp_path: Path) -> None:
    stranger = tmp_path / "known_hosts"
    stranger.write_text(
        (server.folder / "known_hosts").read_text().replace("AAAAC3Nz", "AAAAC3Na")
    )
    house = House(server.target(tmp_path, known_hosts=str(stranger)), tmp_path)

    assert house.publish() == 1

    assert "known_hosts" in house.said[0]
    assert server.releases() == []


def test_a_key_that_the_server_does_not_know_gets_nowhere(server: Server, tmp_path: Path) -> None:
    key = tmp_path / "other"
    subprocess.run(["ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-f", str(key)], check=True)
    house = House(server.target(tmp_path, key=str(key)), tmp_path)

    assert house.publish() == 1
    assert "khoá" in house.said[0]


def test_the_key_can_run_nothing_else_and_leave_no_folder(server: Server) -> None:
    rsync = server.target(server.folder).rsync
    shell, host = rsync._shell().split(), rsync.host

    ran = subprocess.run([*shell, host, "id"], capture_output=True, text=True, check=False)
    fetched = subprocess.run(
        ["rsync", f"--rsh={' '.join(shell)}", f"{host}:../key", str(server.root)],
        capture_output=True,
        check=False,
    )

    assert ran.returncode != 0
    assert "uid" not in ran.stdout
    assert fetched.returncode != 0
    assert not (server.root / "key").exists()


def test_a_server_that_is_gone_is_one_line(server: Server, tmp_path: Path) -> None:
    target = SshTarget(server.options(port=1), tmp_path)
    house = House(target, tmp_path)

    assert house.publish() == 1
    assert len(house.said) == 1


@pytest.mark.parametrize(("status", "fails"), [(0, False), (24, False), (23, True), (12, True)])
def test_only_what_went_away_while_it_was_listed_is_not_missed(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, status: int, fails: bool
) -> None:
    """Another machine's file on its way gets its name when it has come whole."""
    listed = "drwxr-xr-x          4,096 2026/01/01 00:00:00 releases"
    script = tmp_path / "rsync"
    script.write_text(f"#!/bin/sh\necho '{listed}'\nexit {status}\n", "utf-8")
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")
    rsync = Rsync(host="may-chu", path="/")

    if fails:
        with pytest.raises(Failed):
            rsync.survey("/*")
    else:
        assert rsync.survey("/*").names == ["releases"]


def test_a_folder_that_another_machine_uses_is_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    script, asked = tmp_path / "rsync", tmp_path / "asked"
    taken = "rrsync error: Another instance of rrsync is already accessing this directory."
    listed = "drwxr-xr-x          4,096 2026/01/01 00:00:00 here"
    script.write_text(
        f"#!/bin/sh\necho >> {asked}\n"
        f'if [ "$(wc -l < {asked})" -gt 2 ]; then echo "{listed}"; exit 0; fi\n'
        f"echo '{taken}' >&2\nexit 12\n",
        "utf-8",
    )
    script.chmod(0o755)
    monkeypatch.setenv("PATH", f"{tmp_path}:{os.environ['PATH']}")

    assert Rsync(host="may-chu", path="/").survey("/*").names == ["here"]

    asked.unlink()
    monkeypatch.setattr("publishing.rsync.PATIENCE", -1.0)
    with pytest.raises(Failed, match=r"target\.busy"):
        Rsync(host="may-chu", path="/").survey("/*")
