"""What a build can be asked beside building: verify, impact, stop; and two at once."""

from __future__ import annotations

import io
import os
import signal
import subprocess
import sys
import time
from dataclasses import replace
from pathlib import Path

import pytest

from newsroom.build import Build, run
from newsroom.report import Report
from newsroom.writing import lock
from tests.building import ROOT
from tests.newsroom.desk_of_edits import Desk
from tests.newsroom.rebuilding import files, rebuild, rebuilt


def test_verifying_reads_every_file_and_finds_none_that_differs(desk: Desk) -> None:
    done = rebuild(desk, verify=True)

    assert done.status == 0
    assert "giống hệt bản dựng mới hoàn toàn" in done.told
    assert not list(desk.folder.glob("cache/verify-*"))
    assert len(list(desk.folder.glob("cache/state-*"))) == 1


def test_verifying_names_what_differs_though_it_looks_the_same(desk: Desk) -> None:
    path = desk.folder / "one" / "404.html"
    status, data = path.stat(), path.read_bytes()
    path.write_bytes(data[::-1])
    os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))

    done = rebuild(desk, verify=True)

    assert done.status == 1
    assert "Khác bản dựng mới: 404.html" in done.told


def test_an_impact_lists_what_would_change_and_writes_nothing(desk: Desk) -> None:
    settings = replace(desk.settings("never"), impact="unit:phong-cu")

    status, told = rebuilt(settings)

    lines = told.splitlines()
    assert status == 0
    assert "* don-vi/phong-cu/index.html" in lines
    assert "  don-vi/index.html" in lines
    assert not any(line.endswith("404.html") for line in lines)
    assert not settings.output.exists()


def test_an_impact_is_true(desk: Desk) -> None:
    _, told = rebuilt(replace(desk.settings("never"), impact="unit:phong-cu"))
    unit = desk.content / "units" / "phong-cu.md"
    unit.write_text(unit.read_text("utf-8") + "\nThêm một câu.\n", "utf-8")

    touched = {path for path in rebuild(desk).touched if not path.startswith("tim-kiem/")}

    assert {line[2:] for line in told.splitlines() if line.startswith("* ")} == touched


def test_an_impact_of_nothing_names_the_nearest_record(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    status, _ = rebuilt(replace(desk.settings("never"), impact="unit:phong-cuu"))

    assert status == 1
    assert "unit:phong-cu?" in capsys.readouterr().err


def test_a_second_build_says_who_holds_the_folder_and_stops(
    desk: Desk, capsys: pytest.CaptureFixture[str]
) -> None:
    settings = desk.settings("one")

    with lock(settings):
        status, _ = rebuilt(settings)

    assert status == 1
    assert str(os.getpid()) in capsys.readouterr().err


def test_ctrl_c_stops_with_one_line_and_leaves_the_last_good_output(
    desk: Desk, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    before = files(desk)
    desk.change(desk.theme / "templates" / "base.html", "</body>", "</body >")

    def pressed(*_: object) -> None:
        raise KeyboardInterrupt

    monkeypatch.setattr("newsroom.making.render", pressed)
    status, _ = rebuilt(desk.settings("one"))

    assert status == 130
    assert len(capsys.readouterr().err.splitlines()) == 1
    assert files(desk) == before
    with lock(desk.settings("one")):
        pass


@pytest.mark.skipif(sys.platform == "win32", reason="signals are others there")
def test_ctrl_c_reaches_a_real_build_and_its_workers(desk: Desk) -> None:
    before = files(desk)
    desk.change(desk.theme / "templates" / "base.html", "</body>", "</body >")
    arguments = [str(desk.content), "-s", str(ROOT / "pelicanconf.py"), "-t", str(desk.theme)]
    environment = {**os.environ, "NEWSROOM_CACHE": str(desk.folder / "cache")}
    building = subprocess.Popen(
        [sys.executable, "-m", "pelican", *arguments, "-o", str(desk.folder / "one")],
        env=environment,
        stdout=subprocess.PIPE,
        stderr=subprocess.PIPE,
        text=True,
        encoding="utf-8",
    )
    assert building.stdout is not None
    building.stdout.readline()  # reading is done
    time.sleep(0.05)
    building.send_signal(signal.SIGINT)
    out, err = building.communicate(timeout=120)

    assert "Traceback" not in out + err
    if building.returncode == 130:
        assert files(desk) == before


def test_a_file_that_may_not_grow_stops_the_build_and_leaves_the_output(desk: Desk) -> None:
    resource = pytest.importorskip("resource")
    before = files(desk)
    desk.change(desk.theme / "templates" / "base.html", "</body>", "</body >")
    pid = os.fork()
    if pid == 0:
        try:
            signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
            resource.setrlimit(resource.RLIMIT_FSIZE, (9000, 9000))
            settings = desk.settings("one")
            os._exit(run(settings, Report(settings, io.StringIO())))
        finally:
            os._exit(99)
    _, status = os.waitpid(pid, 0)

    assert os.waitstatus_to_exitcode(status) == 1
    assert files(desk) == before


def test_an_output_that_may_not_be_written_is_one_line_and_stays(
    desk: Desk, capfd: pytest.CaptureFixture[str]
) -> None:
    if not hasattr(os, "fork"):
        pytest.skip("needs fork and users")
    before = files(desk)
    desk.change(desk.theme / "templates" / "base.html", "</body>", "</body >")
    desk.folder.chmod(0o555)
    (desk.folder / "one").chmod(0o555)
    pid = os.fork()
    if pid == 0:
        try:
            if os.getuid() == 0:  # nothing stops root
                _open_to_all(desk.folder / "cache")
                os.setuid(_NOBODY)
            os._exit(run(desk.settings("one")))
        finally:
            os._exit(99)
    _, status = os.waitpid(pid, 0)
    desk.folder.chmod(0o755)
    (desk.folder / "one").chmod(0o755)

    assert os.waitstatus_to_exitcode(status) == 1
    told = capfd.readouterr().err
    assert told.startswith("Không ghi được trang:")
    assert told.count("\n") == 1
    assert files(desk) == before


_NOBODY = 65534


def _open_to_all(folder: Path) -> None:
    """The cache is another matter: only the output may not be written."""
    for parent in [*folder.parents][:-1]:
        parent.chmod(parent.stat().st_mode | 0o055)
    for path in [folder, *folder.rglob("*")]:
        os.chown(path, _NOBODY, _NOBODY)


def test_a_build_lets_go_of_its_lock_whatever_happened(desk: Desk) -> None:
    def broken() -> None:
        with Build(desk.settings("one"), Report(desk.settings("one"), io.StringIO())):
            raise RuntimeError("a mistake of ours")

    with pytest.raises(RuntimeError):
        broken()

    assert rebuild(desk).status == 0
