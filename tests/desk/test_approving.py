from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from pathlib import Path

import pytest

from desk.approving import CannotApprove, approve, asked
from desk.asking import Asker
from newsroom.settings import Settings
from tests.building import ROOT
from tests.desk.checking.desks import BODY, NOW, codes, desk, write
from tests.desk.new.typed import typed
from tests.sound import records_of, settings

BY = "Trần Thị B, Phó Chánh Văn phòng"


def here(content: Path) -> Settings:
    return replace(settings(content, NOW), theme=ROOT / "theme")


def test_a_text_that_waits_is_published_and_says_who_let_it_out(tmp_path: Path) -> None:
    content = desk(tmp_path)
    file = write(content, "hoi-nghi", status="review", byline="Lan Anh")
    before = (content / file).read_text("utf-8")

    done = approve(file, f"  {BY} ", here(content))

    after = (content / file).read_text("utf-8")
    assert done.title == "Khối các cơ quan Đảng sơ kết 6 tháng đầu năm"
    assert after == before.replace(
        "status: review\n",
        f'status: published\napproval:\n  by: "{BY}"\n  date: 2020-08-01 08:00\n',
    )
    article = records_of(content).article["hoi-nghi"]
    assert article.status == "published"
    assert article.approval is not None
    assert article.approval.by == BY
    assert codes(content) == []


def test_an_older_approval_gives_way_and_line_ends_stay(tmp_path: Path) -> None:
    content = desk(tmp_path)
    file = write(content, "hoi-nghi", status="review")
    approve(file, "Người Cũ", here(content))
    path = content / file
    again = path.read_text("utf-8").replace("published", "review").replace("\n", "\r\n")
    path.write_bytes(again.encode())

    approve(file, BY, here(content))

    text = path.read_bytes().decode()
    assert "Người Cũ" not in text
    assert text.count("approval:") == 1
    assert text.count("\n") == text.count("\r\n")
    assert text.endswith(BODY.replace("\n", "\r\n"))


def test_what_an_import_wrote_of_a_draft_goes_with_the_draft(tmp_path: Path) -> None:
    content = desk(tmp_path)
    file = write(content, "hoi-nghi", status="review")
    path = content / file
    said = "# Bản nháp nhập từ “x.docx”.\n# Xem xong, đổi status thành review.\n# Giữ lại.\n"
    path.write_text(path.read_text("utf-8").replace("---\n", f"---\n{said}", 1), "utf-8")

    approve(file, BY, here(content))

    assert path.read_text("utf-8").startswith("---\n# Giữ lại.\ntitle: ")


def test_a_dashed_line_in_the_text_is_not_taken_for_a_fence(tmp_path: Path) -> None:
    content = desk(tmp_path)
    body = "Đoạn một.\n\n---\n\nstatus: review\n"
    file = write(content, "hoi-nghi", body, status="review")

    approve(file, BY, here(content))

    assert (content / file).read_text("utf-8").endswith(f"---\n{body}")


@pytest.mark.parametrize(
    ("status", "why"), [("draft", "bản nháp"), ("published", "đã đăng"), ("", "đã đăng")]
)
def test_what_does_not_wait_is_not_approved(status: str, why: str, tmp_path: Path) -> None:
    content = desk(tmp_path)
    file = write(content, "hoi-nghi", status=status)
    before = (content / file).read_bytes()

    with pytest.raises(CannotApprove, match=why):
        approve(file, BY, here(content))
    assert (content / file).read_bytes() == before


def test_nobody_approves_nothing_and_no_other_kind(tmp_path: Path) -> None:
    content = desk(tmp_path)
    file = write(content, "hoi-nghi", status="review")

    with pytest.raises(CannotApprove, match="--by"):
        approve(file, "  ", here(content))
    with pytest.raises(CannotApprove, match="articles/"):
        approve("sections/chinh-tri.yaml", BY, here(content))


def test_a_text_with_an_error_is_not_approved(tmp_path: Path) -> None:
    content = desk(tmp_path)
    file = write(content, "hoi-nghi", status="review", units="[khong-co]")
    before = (content / file).read_bytes()

    done = approve(file, BY, here(content))

    assert [one.code for one in done.problems] == ["E203"]
    assert (content / file).read_bytes() == before


def test_an_embargo_is_told(tmp_path: Path) -> None:
    content = desk(tmp_path)
    file = write(content, "hoi-nghi", status="review", date="2020-08-02 07:00")

    assert approve(file, BY, here(content)).waits_until is not None


def test_the_command_approves_and_tells(tmp_path: Path) -> None:
    content = desk(tmp_path)
    file = content / write(content, "hoi-nghi", status="review")
    command = ["approve", "--file", str(file), "--by", BY, "--content", str(content)]

    done, again = (
        subprocess.run(
            [sys.executable, "-m", "invoke", *command, "--now", NOW],
            cwd=ROOT,
            capture_output=True,
            text=True,
            encoding="utf-8",
            check=False,
        )
        for _ in range(2)
    )

    assert (done.returncode, done.stdout) == (
        0,
        "Đã duyệt: Khối các cơ quan Đảng sơ kết 6 tháng đầu năm\n",
    )
    assert again.returncode == 1
    assert f"bài đã được {BY} duyệt ngày" in again.stderr


def test_whoever_names_no_text_is_offered_those_that_wait(tmp_path: Path) -> None:
    content = desk(tmp_path)
    write(content, "hoi-nghi", status="review")
    file = write(content, "hai", status="review", title="Bài thứ hai")
    write(content, "ba", title="Bài đã đăng")

    assert asked("", "", here(content), typed({"Duyệt": "hai", "Người": BY})) == (file, BY)
    with pytest.raises(CannotApprove, match="--file"):
        asked("", BY, here(content), Asker())


def test_where_nothing_waits_that_is_said(tmp_path: Path) -> None:
    with pytest.raises(CannotApprove, match="Không có bài nào"):
        asked("", BY, here(desk(tmp_path)), Asker())
