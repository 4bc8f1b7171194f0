from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

from desk.asking import Asker, typed_path
from desk.new import ASKED, CannotMake, Made, NotTaken, create
from desk.new.creating import kinds_to_make, pairs
from newsroom.records.values import Kind
from tests.desk.new.typed import copied, typed
from tests.sound import problems_of, settings

LEAST: dict[Kind, dict[str, str]] = {
    "article": {"title": "Hội nghị: sơ kết"},
    "campaign": {"name": "Phong trào “Dân vận khéo”"},
    "unit": {"name": "Sở Nội vụ (mẫu)", "kind": "government"},
    "bloc": {"name": "Cụm thi đua số 1 (mẫu)", "kind": "cluster"},
    "document": {
        "number": "12/KH-UBND",
        "type": "plan",
        "issuer": "Ủy ban nhân dân tỉnh",
        "issued": "12/1/2026",
    },
    "event": {"title": "Hội nghị tổng kết", "kind": "conference", "start": "29/7/2020 08:00"},
    "award": {
        "title": "Bằng khen",
        "kind": "certificate_merit",
        "recipient.type": "collective",
        "recipient.unit": "van-phong-tinh-uy",
        "period": "2020",
    },
    "section": {"name": "Kinh tế"},
    "page": {"title": "Trợ giúp"},
}


@pytest.fixture
def content(tmp_path: Path) -> Path:
    return copied(tmp_path)


def made(content: Path, kind: Kind, given: dict[str, str], id: str = "") -> Made:
    return create(kind, settings(content), Asker(), given, id)


@pytest.mark.parametrize("kind", kinds_to_make())
def test_a_new_record_of_every_kind_passes_the_check(kind: Kind, content: Path) -> None:
    done = made(content, kind, LEAST[kind])

    assert done.written
    assert done.path.is_file()
    assert problems_of(content) == []


@pytest.mark.parametrize("kind", kinds_to_make())
def test_every_key_in_a_comment_can_be_used_by_taking_the_sign_away(
    kind: Kind, content: Path
) -> None:
    path = made(content, kind, LEAST[kind]).path
    text = path.read_text("utf-8")
    keys = re.findall(r"^# ([a-z_]+): ", text, re.MULTILINE)

    path.write_text(re.sub(r"^# (?=[a-z_]+: )", "", text, flags=re.MULTILINE), "utf-8")

    assert {"section": 2, "page": 4}.get(kind, 5) <= len(keys)
    # What examples name need not be there; how they are written must be right.
    assert [one for one in problems_of(content) if one.code < "E2"] == []


def test_an_article_is_a_draft_in_the_folder_of_its_month(content: Path) -> None:
    done = made(content, "article", {**LEAST["article"], "date": "5/11/2020"})

    assert done.path == content / "articles/2020/11/hoi-nghi-so-ket.md"
    text = done.path.read_text("utf-8")
    assert 'title: "Hội nghị: sơ kết"\n' in text
    assert "date: 2020-11-05\n" in text
    assert "status: draft\n" in text


def test_a_document_is_named_for_its_number_and_year(content: Path) -> None:
    assert made(content, "document", LEAST["document"]).path.name == "12-kh-ubnd-2026.md"


def test_an_id_that_is_taken_gets_a_number_behind_unless_it_was_asked_for(content: Path) -> None:
    first = made(content, "article", LEAST["article"])
    broken = content / "articles" / "hoi-nghi-so-ket-2.md"
    broken.write_text("không phải bản ghi", "utf-8")
    before = first.path.read_bytes()

    third = made(content, "article", {**LEAST["article"], "date": "2021-01-01"})

    assert third.path.name == "hoi-nghi-so-ket-3.md"
    with pytest.raises(CannotMake, match="đã có"):
        made(content, "article", LEAST["article"], id="hoi-nghi-so-ket")
    assert first.path.read_bytes() == before


@pytest.mark.parametrize(
    ("kind", "given", "told"),
    [
        ("article", {}, "title"),
        ("article", {"title": "x", "date": "07/31/2020"}, "date"),
        ("article", {"title": "x", "titel": "y"}, "titel"),
        ("article", {"title": "x", "genre": "tin"}, "news, review"),
        ("article", {"title": "x", "photo": "photos/x.jpg"}, "photo"),
        ("article", {"title": "x", "photo.fiel": "photos/x.jpg"}, "photo.fiel"),
        ("award", {"title": "x", "kind": "flag", "recipient.type": "person"}, "individual"),
    ],
)
def test_what_cannot_be_is_told_in_one_line_and_nothing_is_written(
    kind: Kind, given: dict[str, str], told: str, content: Path
) -> None:
    before = set(content.rglob("*"))

    with pytest.raises((CannotMake, NotTaken), match=re.escape(told)) as why:
        made(content, kind, given)

    assert "\n" not in str(why.value)
    assert set(content.rglob("*")) == before


def test_a_reference_to_nothing_is_a_problem_and_nothing_is_written(content: Path) -> None:
    before = set(content.rglob("*"))

    done = made(content, "article", {"title": "x", "units": "van-phong-tinh"})

    assert [one.code for one in done.problems] == ["E203"]
    assert not done.written
    assert set(content.rglob("*")) == before


@pytest.mark.parametrize("given", ["title", "=x", "Title=x", "a.b.c=x"])
def test_a_value_without_a_key_is_refused(given: str) -> None:
    with pytest.raises(NotTaken):
        pairs([given])


def test_an_editor_finds_records_by_part_of_a_name_without_marks(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = {
        "Tiêu đề": "Hội nghị sơ kết",
        "Ngày đăng": "31/7/2020 09:54",
        "Chuyên mục": "1",
        "Thể loại": "so ket",
        "Phong trào": ["dai hoi", "zzz", "hoc tap", ""],
        "Đơn vị": ["ban thi dua", ""],
        "Sự kiện": "so ket",
    }

    done = create("article", settings(content), typed(answers), {})

    text = done.path.read_text("utf-8")
    assert "date: 2020-07-31 09:54\n" in text
    assert "genre: review\n" in text
    assert "campaigns: [chao-mung-dai-hoi-dang-2020, hoc-tap-va-lam-theo-bac]\n" in text
    assert "units: [ban-thi-dua-khen-thuong-tinh]\n" in text
    assert "event: so-ket-6-thang-2020\n" in text
    assert "Không có “zzz”" in capsys.readouterr().out
    assert problems_of(content) == []


def test_a_wrong_answer_is_asked_for_again(
    content: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    answers = {"Tiêu đề": ["", "Hội nghị"], "Ngày đăng": ["31/31/2020", "1/8/2020"], "Mã": "hop"}

    done = create("article", settings(content), typed(answers), {})

    assert done.path.name == "hop.md"
    assert "date: 2020-08-01\n" in done.path.read_text("utf-8")
    told = capsys.readouterr().out
    assert "Phải có" in told
    assert "“31/31/2020” không đọc được" in told


def test_every_kind_asks_for_what_it_must_have() -> None:
    from desk.keys import keys_of

    for kind, names in ASKED.items():
        assert {key.name for key in keys_of(kind) if key.required} <= set(names)
        assert set(names) <= {key.name for key in keys_of(kind)}


def test_many_names_are_narrowed_down_by_typing_more(capsys: pytest.CaptureFixture[str]) -> None:
    units = [(f"xa-{n}", f"Xã Mẫu Số {n}") for n in range(1, 31)]
    given: Iterator[str] = iter(["mau", "mau so 2", "3", ""])
    asker = Asker(lambda _: next(given))

    chosen = asker.some_of("Đơn vị", units)

    assert chosen == ["xa-21"]  # the third of those that were shown last
    assert "… và 18 nữa" in capsys.readouterr().out


@pytest.mark.parametrize(
    ("typed_", "path"),
    [
        ("/home/a/x.docx ", "/home/a/x.docx"),
        ("'/home/a/Báo cáo.docx'", "/home/a/Báo cáo.docx"),
        ('"C:\\Tài liệu\\Báo cáo.docx"', "C:\\Tài liệu\\Báo cáo.docx"),
        ("& 'C:\\Tài liệu\\Báo cáo.docx'", "C:\\Tài liệu\\Báo cáo.docx"),
        ("C:\\Users\\a\\x.docx", "C:\\Users\\a\\x.docx"),
        ("\\\\may-chu\\chung\\x.docx", "\\\\may-chu\\chung\\x.docx"),
        ("/home/a/B\\ C\\(1\\).docx", "/home/a/B C(1).docx"),
        ("", ""),
    ],
)
def test_a_file_dragged_into_the_window_is_found(typed_: str, path: str) -> None:
    assert typed_path(typed_) == path
