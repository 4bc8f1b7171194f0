from __future__ import annotations

from pathlib import Path

import pytest
from PIL import Image

from desk.checking import EDITORIAL
from desk.checking.abbreviations import unexplained
from desk.mending import mendings
from newsroom.catalogue import read_catalogue
from newsroom.problems import sentences
from tests.building import ROOT
from tests.desk.checking.desks import BODY, LONG, SUMMARY, codes, desk, put, told, write

SPOILT: list[tuple[str, dict[str, str]]] = [
    ("W501", {"summary": "Hội nghị sơ kết."}),
    ("W501", {"summary": " ".join([SUMMARY.replace("công", "cộng")] * 4)}),
    ("W501", {"summary": ""}),
    ("W502", {"title": "Khối thi đua " * 10}),
    ("W503", {"title": "HỘI NGHỊ SƠ KẾT"}),
    ("W503", {"title": "Hội Nghị Sơ Kết Đầu Năm"}),
    ("W503", {"title": "hội nghị sơ kết đầu năm"}),
    ("W503", {"body": "## KẾT QUẢ THÁNG CAO ĐIỂM\n\nĐoạn.\n"}),
    ("W508", {"body": "Vui hòa ca, lại vui hoà nhạc.\n"}),
    ("W509", {"body": 'Hội nghị <span style="x">sơ kết</span>.\n'}),
    ("W509", {"body": "Hội nghị&nbsp;&nbsp; sơ kết.\n"}),
    ("W510", {"body": "Céng hßa x· héi chñ nghÜa ViÖt Nam\n"}),
    ("W510", {"title": "Céng hßa x· héi chñ nghÜa ViÖt Nam"}),
    ("W510", {"body": "Hội ngh\ufffd sơ kết.\n"}),
    ("W511", {"body": "[trước](https://thidua.example.vn/tin/)\n"}),
    ("W511", {"body": "Xem https://www.thidua.example.vn/tin/ nhé.\n"}),
    ("W512", {"body": "Sáng nay BTGTU tổ chức hội nghị.\n"}),
]


def test_a_good_article_is_not_remarked_upon(tmp_path: Path) -> None:
    assert told(desk(tmp_path)) == []


@pytest.mark.parametrize(("code", "keys"), SPOILT)
def test_each_fault_is_told_at_its_place_and_alone(
    code: str, keys: dict[str, str], tmp_path: Path
) -> None:
    content = desk(tmp_path)
    (content / "articles/hoi-nghi.md").unlink()
    file = write(content, "bai", **keys)

    found = told(content)

    assert [one.code for one in found] == [code]
    assert found[0].file == file
    lines = (content / file).read_text("utf-8").split("\n")
    key = next(iter(keys))
    start = {"body": "", "summary": "title" if not keys[key] else key}.get(key, key)
    assert lines[found[0].line - 1].startswith(start)
    assert found[0].line > (lines.index("---", 1) if key == "body" else 0)


@pytest.mark.parametrize(
    "leftover",
    [
        '<p class="MsoNormal">sơ kết</p>',
        "<p style='mso-bidi-font-size:14pt'>sơ kết</p>",
        "<o:p></o:p>",
        "<!--[if gte mso 9]>",
        "&nbsp;&nbsp;",
        "\uf0b7",
        '<font color="red">sơ kết</font>',
        "[{mso:x}]",
        'HYPERLINK "https://a.example"',
        "PAGEREF _Toc123",
        "Error! Bookmark not defined.",
    ],
)
def test_each_leftover_of_word_is_told_at_its_place(leftover: str, tmp_path: Path) -> None:
    content = desk(tmp_path)
    write(content, "hoi-nghi", f"Hội nghị {leftover}\n")

    found = [one for one in told(content) if one.code == "W509"]

    assert len(found) == 1
    assert found[0].column >= len("Hội nghị ")


@pytest.mark.parametrize(
    "line",
    [
        "Céng hßa x· héi chñ nghÜa ViÖt Nam",
        "Céng hßa x· héi chñ nghÜa ViÖt Nam ở tỉnh",
        "Ho^.i nghi. ddo^?i mo+'i pho^'i ho+.p ddu+.o+.c to^? chu+'c",
        "Hội ngh\ufffd sơ kết.",
    ],
)
def test_mending_is_promised_of_old_fonts_only_where_it_is_done(line: str, tmp_path: Path) -> None:
    content = desk(tmp_path)
    write(content, "hoi-nghi", f"{line}\n")
    catalogue = ROOT / "plugins" / "newsroom" / "translations"

    found = told(content)

    assert [one.code for one in found] == ["W510"]
    _, way_out = sentences(found[0], read_catalogue(catalogue, "problems", "vi"))
    assert way_out
    assert ("--fix" in way_out) == bool(mendings(content))


def test_the_same_title_or_body_is_told_of_the_newer(tmp_path: Path) -> None:
    content = desk(tmp_path)
    write(content, "cu", LONG, title="Bài cũ của khối các cơ quan", date="2020-07-01")
    file = write(content, "ao", LONG, date="2020-07-31 10:00")

    found = told(content)

    assert [(one.file, one.code) for one in found] == [(file, "W506"), (file, "W505")]


def test_a_picture_under_two_names_is_told_of(tmp_path: Path) -> None:
    content = desk(tmp_path)
    photo(content, "photos/a.jpg")
    photo(content, "photos/b.jpg")
    shown = "{{file: photos/{}.jpg, alt: Hội trường, credit: Văn A}}"
    write(content, "mot", title="Bài thứ nhất", photo=shown.format("a"))
    file = write(content, "hai", title="Bài thứ hai", photo=shown.format("b"))
    in_body = write(
        content,
        "ba",
        '![Hội trường](photo:b.jpg "Toàn cảnh. Ảnh: Văn A")\n',
        title="Bài thứ ba",
    )

    found = told(content)

    assert [(one.file, one.code) for one in found] == [(in_body, "W507"), (file, "W507")]
    assert all(one.line for one in found)


@pytest.mark.parametrize(
    ("photo_key", "body", "count"),
    [
        ("{file: photos/a.jpg, alt: Hội trường}", BODY, 1),
        ("{file: photos/a.jpg, alt: Hội trường, caption: 'Toàn cảnh. Ảnh: Văn A'}", BODY, 0),
        ("", "![Hội trường](photo:a.jpg)\n", 1),
        ("", '![Hội trường](photo:a.jpg "Toàn cảnh")\n', 1),
        ("", '![Hội trường](photo:a.jpg "Toàn cảnh (Ảnh minh họa: Văn A)")\n', 0),
    ],
)
def test_a_photo_without_its_author_is_told_of(
    photo_key: str, body: str, count: int, tmp_path: Path
) -> None:
    content = desk(tmp_path)
    photo(content, "photos/a.jpg")
    write(content, "hoi-nghi", body, photo=photo_key)

    assert codes(content) == ["W504"] * count


@pytest.mark.parametrize(
    ("end", "body", "count"),
    [
        ("2020-06-30", "Phong trào Xanh đang được triển khai rộng khắp.\n", 1),
        ("2020-06-30", "Phong trào Xanh đã tổng kết. Việc khác đang triển khai.\n", 0),
        ("2020-12-31", "Phong trào Xanh đang được triển khai rộng khắp.\n", 0),
    ],
)
def test_a_campaign_that_ended_does_not_go_on(
    end: str, body: str, count: int, tmp_path: Path
) -> None:
    content = desk(tmp_path)
    put(content, "campaigns/xanh.md", f"---\nname: Phong trào Xanh\nend: {end}\n---\n")
    write(content, "hoi-nghi", body, campaigns="[xanh]")

    assert codes(content) == ["W513"] * count


def test_a_link_to_a_draft_is_told_of(tmp_path: Path) -> None:
    content = desk(tmp_path)
    write(content, "nhap", title="Bài còn là bản nháp", status="draft")
    write(content, "hoi-nghi", "Xem [bài nháp](article:nhap).\n")

    assert codes(content) == ["W223"]


def test_an_agency_takes_rules_for_errors(tmp_path: Path) -> None:
    content = desk(tmp_path)
    write(content, "hoi-nghi", "Vui hòa ca, lại vui hoà nhạc.\n", title="HỘI NGHỊ SƠ KẾT")
    site = (content / "site.yaml").read_text("utf-8")

    assert codes(content) == ["W503", "W508"]
    put(content, "site.yaml", f"{site}editorial_errors: [W508]\n")
    assert codes(content) == ["W503", "E508"]
    put(content, "site.yaml", f"{site}editorial_errors: [all]\n")
    assert codes(content) == ["E503", "E508"]


def test_a_rule_that_is_not_there_is_an_error_with_the_nearest(tmp_path: Path) -> None:
    content = desk(tmp_path)
    site = (content / "site.yaml").read_text("utf-8")
    put(content, "site.yaml", f"{site}editorial_errors: [W5O8]\n")

    (found,) = told(content)

    assert (found.file, found.line, found.code) == ("site.yaml", 4, "E500")
    assert dict(found.params)["suggestion"] in EDITORIAL


def test_what_waits_for_its_approver_is_named(tmp_path: Path) -> None:
    content = desk(tmp_path)
    write(content, "hoi-nghi", status="review")

    (found,) = told(content)

    assert (found.code, found.severity, found.line) == ("N520", "notice", 6)


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Ban Tuyên giáo Tỉnh ủy (BTGTU) họp. BTGTU đã bàn.", []),
        ("BTGTU (Ban Tuyên giáo Tỉnh ủy) họp.", []),
        ("Hôm qua, Ban Tuyên giáo Tỉnh ủy BTGTU họp.", []),
        ("Ban Tuyên giáo Tỉnh ủy (sau đây gọi tắt là BTGTU) họp.", []),
        ("UBND tỉnh và HĐND tỉnh họp tại TP Hải Phòng.", []),
        ("Chỉ thị số 34-CT/TW và Quyết định số 12/QĐ-UBND.", []),
        ("Khóa XII, quý III, phần IV.", []),
        ("## KẾT QUẢ SÁU THÁNG ĐẦU NĂM", []),
        ("Xem [tệp](file:BTGTU.pdf) và https://example.vn/BTGTU.", []),
        ("BTGTU họp; Ban Tuyên giáo Tỉnh ủy (BTGTU) đã bàn.", ["BTGTU"]),
        ("Sáng nay VKSTC và BTGTU họp (BTGTU chủ trì).", ["VKSTC", "BTGTU"]),
    ],
)
def test_an_abbreviation_is_spelt_out_where_it_stands_first(text: str, names: list[str]) -> None:
    assert [name for name, _ in unexplained(text)] == names


def photo(content: Path, file: str) -> None:
    (content / file).parent.mkdir(parents=True, exist_ok=True)
    Image.new("RGB", (40, 30), "green").save(content / file)
