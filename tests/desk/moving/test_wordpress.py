"""Moving in from WordPress: no address, no date, no picture lost; nothing that runs let in."""

from __future__ import annotations

from datetime import datetime

import pytest

from desk.moving.wordpress.moments import moment_of
from desk.office import CannotImport
from tests.desk.moving.sites import House, export, post, told
from vietnamese import VIETNAM


def test_the_first_run_writes_the_table_and_nothing_else(house: House) -> None:
    before = house.files()

    report = house.wordpress(export(post()), accept=False)

    assert report.status == 0
    assert house.files() == before
    assert "Chưa nhập gì" in "\n".join(report.on_screen())
    assert (house.folder / "xuat.bang-chuyen.xlsx").exists()
    assert not (house.folder / "xuat.ids.json").exists()


def test_articles_go_where_the_table_says(house: House) -> None:
    house.put("campaigns/hoc-tap.md", "---\nname: Học tập và làm theo Bác\n---\n")
    terms = [
        ("category", "hoat-dong", "Hoạt động, sự kiện"),
        ("category", "guong", "Gương điển hình"),
        ("post_tag", "hoc-bac", "học tập và làm theo Bác"),
        ("post_tag", "bo-di", "linh tinh"),
        ("post_tag", "giu", "Dân vận khéo"),
    ]
    text = export(post(terms=terms))
    house.wordpress(text, accept=False)
    house.fill("xuat.bang-chuyen.xlsx", "Hoạt động, sự kiện", "section:chinh-tri (Chính trị)")
    house.fill("xuat.bang-chuyen.xlsx", "Gương điển hình", "chuyên mục: guong, thẻ:Gương sáng")
    house.fill("xuat.bang-chuyen.xlsx", "linh tinh", "bỏ")

    report = house.wordpress(text, accept=False)

    assert report.status == 0, told(report)
    article = house.article("bai-1")
    assert article.section == "chinh-tri"
    assert article.campaigns == ("hoc-tap",), "suggested, since a campaign bears that name"
    assert article.tags == ("Gương sáng", "Dân vận khéo", "Gương điển hình")
    section = (house.content / "sections" / "guong.yaml").read_text("utf-8")
    assert section == 'name: Gương điển hình\norder: 2\naliases: ["/category/guong/"]\n'


def test_a_cell_that_nobody_understands_stops_the_import_and_is_named(house: House) -> None:
    house.wordpress(export(post()), accept=False)
    house.fill("xuat.bang-chuyen.xlsx", "Tin tức", "đâu đó")
    before = house.files()

    with pytest.raises(CannotImport, match=r"ô D3: không hiểu “đâu đó”"):
        house.wordpress(export(post()))

    house.fill("xuat.bang-chuyen.xlsx", "Tin tức", "campaign:khong-co")
    with pytest.raises(CannotImport, match="trang chưa có campaign:khong-co"):
        house.wordpress(export(post()))
    assert house.files() == before


def test_an_old_address_leads_to_the_article(house: House) -> None:
    link = "https://cu.example/2015/03/b%C3%A0i-c%C5%A9/"
    house.wordpress(export(post(link=link), post(2, link="https://cu.example/?p=2")))

    assert house.article("bai-1").aliases == ("/2015/03/bài-cũ/",)
    assert house.article("bai-2").aliases == ()
    built = house.build()
    assert built.status == 0, built.out
    stub = (built.output / "2015/03/bài-cũ/index.html").read_text("utf-8")
    assert "/tin/2015/03/bai-1/" in stub


@pytest.mark.parametrize(
    ("gmt", "local", "feed", "is_at"),
    [
        ("2015-03-01 23:30:00", "2015-03-02 06:30:00", "", "2015-03-02 06:30"),
        ("2015-03-01 23:30:00", "2015-03-01 18:30:00", "", "2015-03-02 06:30"),
        ("0000-00-00 00:00:00", "2015-03-02 06:30:00", "", "2015-03-02 06:30"),
        ("", "", "Sun, 01 Mar 2015 15:30:00 -0800", "2015-03-02 06:30"),
        ("hôm qua", "0000-00-00 00:00:00", "Sun, 01 Mar 2015 23:30:00 +0000", "2015-03-02 06:30"),
    ],
)
def test_a_time_is_vietnams_whatever_zone_it_came_in(
    gmt: str, local: str, feed: str, is_at: str
) -> None:
    moment = moment_of(gmt, local, feed)

    assert moment == datetime.fromisoformat(is_at).replace(tzinfo=VIETNAM)


def test_no_time_at_all_is_told_by_none() -> None:
    assert moment_of("", "0000-00-00 00:00:00", "Mon, 30 Nov -0001 00:00:00 +0000") is None


def test_a_morning_article_keeps_its_day(house: House) -> None:
    """At 06:30 in Vietnam it is the day before in London, where exports count."""
    house.wordpress(export(post()))

    assert "date: 2015-03-02 06:30\n" in house.text("bai-1")


def test_clocks_that_disagree_are_told_of(house: House) -> None:
    report = house.wordpress(export(post(date="2015-03-01 18:30:00")))

    assert "giờ trong tệp không khớp nhau" in told(report)


@pytest.mark.parametrize(
    ("status", "becomes"),
    [
        ("publish", "published"),
        ("future", "published"),
        ("draft", "draft"),
        ("pending", "review"),
        ("private", "draft"),
        ("something-new", "draft"),
    ],
)
def test_only_what_was_public_becomes_public(house: House, status: str, becomes: str) -> None:
    house.wordpress(export(post(status=status)))

    assert house.article("bai-1").status == becomes


def test_what_lay_in_the_bin_or_behind_a_password_stays_out(house: House) -> None:
    secret = post(2, extra="<wp:post_password>mat-khau</wp:post_password>")
    pages = post(3, type="page", status="draft")

    report = house.wordpress(export(post(1, status="trash"), secret, pages))

    assert [file for file in house.files() if "bai-" in file] == ["articles/2015/03/bai-2.md"]
    assert house.article("bai-2").status == "draft"
    assert "trạng thái “trash”" in told(report)
    assert "trang chưa đăng" in told(report)


def test_nothing_that_runs_gets_in(house: House) -> None:
    content = (
        "<p>Chữ còn lại.</p><script>alert('x')</script><p onclick=\"x()\">Hai.</p>"
        '<iframe src="https://phim.example/1"></iframe><style>p{}</style>'
        '<p><a href="javascript:alert(1)">bấm</a></p><img src="data:image/png;base64,AAAA">'
    )
    report = house.wordpress(export(post(content=content)))

    text = house.text("bai-1")
    assert "Chữ còn lại." in text
    for bad in ("alert", "onclick", "iframe", "p{}", "data:", "javascript:"):
        assert bad not in text
    assert "[Xem nội dung nhúng](https://phim.example/1)" in text
    assert "bỏ 1 phần <script>" in told(report)
    assert house.build().status == 0
