"""Moving in from Pelican: a folder as untidy as real ones are."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.moving.pelican.headers import split
from desk.moving.pelican.reading import pelican_slug
from desk.moving.pelican.settings import settings_in
from desk.office import CannotImport
from tests.desk.moving.sites import House, picture, told

HEADER = "Title: {}\nDate: 2020-07-31 09:54\nCategory: Chính trị\n\n"


def test_a_legacy_header_becomes_a_records_own(house: House) -> None:
    house.lay(
        "bai.md",
        "Title: Sơ kết: bảy nhiệm vụ\nDate: 2020-07-31 09:54\nModified: 2020-08-01\n"
        "Category: Chính trị\nTags: thi đua, Dân vận khéo,\n    sơ kết\nAuthors: Lan, Minh\n"
        "Slug: so-ket\nSummary: Một *sapo* ngắn.\nTemplate: la\n\nNội dung.\n",
    )

    report = house.pelican()

    text = house.text("so-ket")
    assert 'title: "Sơ kết: bảy nhiệm vụ"\ndate: 2020-07-31 09:54\nsection: chinh-tri\n' in text
    assert text.endswith("\n---\n\nNội dung.\n")
    article = house.article("so-ket")
    assert article.title == "Sơ kết: bảy nhiệm vụ"
    assert article.tags == ("thi đua", "Dân vận khéo", "sơ kết")
    assert article.summary == "Một sapo ngắn."
    assert article.byline == "Lan, Minh"
    assert article.aliases == ("/so-ket.html",)
    assert "khóa “template” không có ở đây" in told(report)
    assert report.status == 0


@pytest.mark.parametrize(
    ("text", "title", "tags"),
    [
        ("Title: A\nTags: b, c\n\nx", ["A"], ["b, c"]),
        ("---\nTitle: A\nTags: b, c\n---\nx", ["A"], ["b, c"]),
        ("---\ntitle: 'A: b'\ntags:\n  - b\n  - c\n---\nx", ["A: b"], ["b", "c"]),
        ("\ufeffTITLE: A\r\nTags: b\r\n    c\r\n\r\nx", ["A"], ["b", "c"]),
        ("---\ntitle: A: b\ntags: [b]\n---\nx", ["A: b"], ["[b]"]),
    ],
)
def test_a_header_is_read_however_it_was_written(
    text: str, title: list[str], tags: list[str]
) -> None:
    header, body = split(text)

    assert (header["title"], header["tags"], body.strip()) == (title, tags, "x")


def test_an_anchor_in_a_header_is_never_followed() -> None:
    header, _ = split("---\ntitle: &a [x, x]\nmore: [*a, *a]\n---\nx")

    assert header["title"] == ["&a [x, x]"]


def test_links_of_every_form_lead_to_the_records(house: House) -> None:
    house.lay("tin/a.md", HEADER.format("Bài A") + "Chữ.\n")
    house.lay("anh/le.png", picture(format="PNG"))
    house.lay("tin/canh-bai.jpg", picture())
    house.lay("tep/ke-hoach.pdf", b"%PDF-1.4")
    house.lay("pages/lien-he.md", "Title: Liên hệ\n\nỞ đây.\n")
    house.lay(
        "tin/b.md",
        HEADER.format("Bài B")
        + "[a]({filename}a.md) [b](|filename|/tin/a.md) [c](../bai-a.html) [d](/bai-a.html)\n"
        "[e]({static}/tep/ke-hoach.pdf) [f](|static|/tep/ke-hoach.pdf)\n"
        "[g]({filename}/pages/lien-he.md) [h]({category}Chính trị) [i]({index})\n"
        "[k]({filename}khong-co.md) [l]({static}/../../../../etc/passwd) [m](x.rst)\n\n"
        '![Lễ]({static}/anh/le.png)\n\n![Cạnh bài](canh-bai.jpg "Chú thích")\n\n'
        "![Cạnh bài]({attach}canh-bai.jpg)\n",
    )

    report = house.pelican()

    text = house.text("bai-b")
    for letter in "abd":
        assert f"[{letter}](article:bai-a)" in text
    assert "[e](file:ke-hoach.pdf) [f](file:ke-hoach.pdf)".replace(" ", "") in text.replace(
        "\n", ""
    ).replace(" ", "")
    assert "[g](page:lien-he)" in text
    assert "[h](section:chinh-tri)" in text
    assert "[i](/)" in text
    assert "![Lễ](photo:2020/07/le.png)" in text
    assert '![Cạnh bài](photo:2020/07/canh-bai.jpg "Chú thích")' in text
    assert "passwd" not in text
    assert "khong-co" not in text
    for dead in ("khong-co.md", "etc/passwd", "x.rst"):
        assert dead in told(report)
    assert house.build().status == 0


def test_files_that_are_no_markdown_are_listed_not_read(house: House) -> None:
    house.lay("a.md", HEADER.format("A") + "x")
    house.lay("b.rst", "Tiêu đề\n=======\n\n.. include:: /etc/passwd\n")
    house.lay("c.html", "<script>alert(1)</script>")
    house.lay("khong-dau.md", "Chỉ có chữ, không có phần đầu.\n")
    house.lay("cu.md", "Title: Cu\n\nLêi v¨n".encode("latin-1"))
    (house.old / "ngoai").symlink_to("/etc")
    (house.old / "loi-tat.md").symlink_to(house.content / "site.yaml")

    report = house.pelican()

    text = told(report)
    assert "b.rst: tệp .rst, không đọc" in text
    assert "c.html: tệp .html, không đọc" in text
    assert "khong-dau.md: không có phần đầu" in text
    assert "cu.md: không phải UTF-8" in text
    assert "ngoai: lối tắt" in text
    assert "loi-tat.md: lối tắt" in text
    assert [file for file in house.files() if file.startswith("articles")] == [
        "articles/2020/07/a.md"
    ]


def test_two_articles_of_one_slug_both_come_and_the_clash_is_told(house: House) -> None:
    house.lay("a/bai.md", HEADER.format("Bài") + "một")
    house.lay("b/bai.md", HEADER.format("Bài") + "hai")

    report = house.pelican()

    assert house.article("bai").aliases == ("/bai.html",)
    assert house.article("bai-2").aliases == ()
    assert "trùng địa chỉ cũ /bai.html" in told(report)
    assert house.build().status == 0


@pytest.mark.parametrize(
    ("status", "becomes"),
    [("draft", "draft"), ("published", "published"), ("hidden", "published"), ("skip", "draft")],
)
def test_drafts_stay_drafts(house: House, status: str, becomes: str) -> None:
    house.lay("a.md", f"Title: A\nDate: 2020-07-31\nStatus: {status}\n\nx")

    house.pelican()

    assert house.article("a").status == becomes


def test_an_article_without_a_date_was_never_public_and_stays_so(house: House) -> None:
    house.lay("a.md", "Title: A\n\nx")
    house.lay("2019-05-06-b.md", "Title: B\n\nx")

    report = house.pelican()

    assert house.article("a").status == "draft"
    assert str(house.article("b").date) == "2019-05-06"
    assert house.article("b").status == "published"
    assert "không có ngày" in told(report)


def test_times_are_of_the_old_sites_zone(house: House) -> None:
    (house.folder / "pelicanconf.py").write_text(
        "import os\nTIMEZONE = 'UTC'\nARTICLE_URL = '{date:%Y}/{category}/{slug}/'\n"
        "SITEURL = os.environ['X']\nraise SystemExit('run!')\n"
    )
    house.lay("a.md", HEADER.format("A") + "x")
    house.lay("b.md", "Title: B\nDate: 2020-07-31T23:30:00+02:00\n\nx")

    report = house.pelican()

    assert "date: 2020-07-31 16:54\n" in house.text("a")
    assert house.article("a").aliases == ("/2020/chinh-tri/a/",)
    assert "date: 2020-08-01 04:30\n" in house.text("b")
    assert "không hiểu SITEURL" in told(report)


def test_a_day_that_can_be_read_two_ways_is_told_of(house: House) -> None:
    house.lay("a.md", "Title: A\nDate: 05/11/2020 08:00\n\nx")

    report = house.pelican()

    assert "date: 2020-11-05 08:00\n" in house.text("a")
    assert "được đọc ngày trước tháng sau" in told(report)


def test_broken_settings_stop_the_import(tmp_path: Path) -> None:
    conf = tmp_path / "conf.py"
    conf.write_text("TIMEZONE = 'Asia/Nowhere'\n")
    with pytest.raises(CannotImport, match="Asia/Nowhere"):
        settings_in(conf)
    conf.write_text("TIMEZONE = (")
    with pytest.raises(CannotImport, match="không đọc được"):
        settings_in(conf)


def test_an_old_slug_is_what_pelican_itself_makes() -> None:
    assert pelican_slug("Đường đến “trường” 2020!") == "duong-den-truong-2020"


def test_code_tables_quotes_and_notes_stay_what_they_are(house: House) -> None:
    house.lay(
        "a.md",
        HEADER.format("A")
        + "# Lớn\n\n## Nhỏ\n\nChữ có ghi chú[^1].\n\n```python\n# mã\n\nif a | b:\n"
        "    c()\n```\n\n    :::bash\n    ls | wc\n\n"
        "1. Một\n2. Hai\n\n"
        "        mã trong mục\n\n3. Ba\n\n"
        "A | B\n--- | ---\n1 | 2\n\n> Trích\n\n[^1]: Lời ghi chú.\n",
    )

    house.pelican()

    text = house.text("a")
    assert "## Lớn\n\n### Nhỏ" in text
    assert "ghi chú[^1]." in text
    assert "[^1]: Lời ghi chú." in text
    assert "&#35; mã\n&#32;\nif a &#124; b:\n    c()" in text
    assert "<pre><code>ls &#124; wc</code></pre>" in text
    assert "3. Ba" in text
    assert "| A | B |\n| ---: | ---: |\n| 1 | 2 |" in text
    assert "> Trích" in text
    built = house.build()
    assert built.status == 0, built.out
    page = (built.output / "tin/2020/07/a/index.html").read_text("utf-8")
    assert "# mã\n \nif a | b:\n    c()" in page


def test_a_second_run_leaves_what_an_editor_touched(house: House) -> None:
    house.lay("a.md", HEADER.format("A") + "một")
    house.lay("b.md", HEADER.format("B") + "hai")
    house.pelican()
    edited = house.content / "articles/2020/07/a.md"
    edited.write_text(edited.read_text("utf-8") + "\nThêm.\n", "utf-8")
    house.lay("a.md", HEADER.format("A") + "khác")
    house.lay("b.md", HEADER.format("B") + "khác")

    report = house.pelican()

    assert "Thêm." in house.text("a")
    assert "khác" in house.text("b")
    assert (report.changed, len(report.left)) == (1, 1)
    before = house.files()
    house.pelican()
    assert house.files() == before
