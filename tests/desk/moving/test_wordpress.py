"""Moving in from WordPress: no address, no date, no picture lost; nothing that runs let in."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path

import pytest

from desk.moving.wordpress.content import html_of
from desk.moving.wordpress.site import moment_of
from desk.office import CannotImport
from desk.writing import write_all
from tests.desk.moving.sites import House, attachment, export, picture, post, told
from vietnamese import VIETNAM


@pytest.fixture
def house(tmp_path: Path) -> House:
    return House(tmp_path)


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


def test_shortcodes_become_what_they_showed_or_are_told_of(house: House) -> None:
    house.lay("2015/03/hoi-nghi.jpg", picture())
    house.lay("2015/03/toan-canh.jpg", picture("blue"))
    image = '<img src="https://cu.example/wp-content/uploads/2015/03/hoi-nghi-300x200.jpg" />'
    content = f"""Mở đầu [1] và [sic].

[caption id="attachment_9" width="300"]{image} Quang cảnh. Ảnh: Lan[/caption]

[gallery ids="8,9"]

[embed]https://phim.example/2[/embed]

[contact-form-7 id="5" title="Liên hệ"]

[su_note]Giữ lại chữ này.[/su_note]"""
    report = house.wordpress(
        export(
            attachment(
                8, "2015/03/toan-canh.jpg", alt="Toàn cảnh hội trường", caption="Toàn cảnh"
            ),
            post(content=content),
            attachment(9, "2015/03/hoi-nghi.jpg"),
        )
    )

    text = house.text("bai-1")
    assert "Mở đầu \\[1\\] và \\[sic\\]." in text
    assert '(photo:2015/03/hoi-nghi.jpg "Quang cảnh. Ảnh: Lan")' in text
    assert '![Toàn cảnh hội trường](photo:2015/03/toan-canh.jpg "Toàn cảnh")' in text
    assert "https://phim.example/2" in text
    assert "Giữ lại chữ này." in text
    assert "su_note" not in text
    assert "bỏ mã ngắn [contact-form-7] (1 chỗ)" in told(report)
    assert house.build().status == 0


def test_lines_of_the_classic_editor_are_paragraphs_and_breaks() -> None:
    html, _ = html_of("Một\nhai\n\nba <b>bốn</b>\n\n<pre>a\n\nb</pre>", lambda _: "")

    assert html.count("<wbr data-ends>") == 2
    assert "Một<br>\nhai" in html
    assert "<pre>a\n\nb</pre>" in html


def test_a_missing_upload_leaves_its_words_and_is_told_of(house: House) -> None:
    base = "https://cu.example/wp-content/uploads"
    content = (
        f'<figure><img src="{base}/2015/03/mat.jpg" alt="Ảnh mất">'
        "<figcaption>Chú thích còn</figcaption></figure>"
        f'<p><a href="{base}/2015/03/ke-hoach.pdf">Kế hoạch</a></p>'
    )
    report = house.wordpress(export(post(content=content)))

    text = house.text("bai-1")
    assert "Kế hoạch" in text
    assert "ke-hoach.pdf" not in text
    assert "mat.jpg" in told(report)
    assert "ke-hoach.pdf" in told(report)
    assert house.build().status == 0


def test_pictures_files_and_links_are_the_sites_own(house: House) -> None:
    house.lay("2015/03/anh.png", picture(format="PNG"))
    house.lay("2015/03/ke-hoach.pdf", b"%PDF-1.4 x")
    base = "http://www.cu.example/wp-content/uploads/2015/03"
    content = (
        f'<p><a href="{base}/anh.png">'
        f'<img src="{base}/anh-150x150.png" alt="Lễ phát động"></a></p>'
        f'<p><a href="{base}/ke-hoach.pdf">Kế hoạch</a>, '
        '<a href="https://cu.example/2015/03/bai-2/">bài kia</a>, <a href="/?p=2">cũng thế</a>, '
        '<a href="https://cu.example/category/tin-tuc/">tin tức</a>, '
        '<a href="https://khac.example/x">nơi khác</a>, '
        '<a href="https://cu.example/khong-con/">đã mất</a>, <a href="/">nhà</a></p>'
    )
    thumbnail = post(2, meta={"_thumbnail_id": "9"})
    report = house.wordpress(
        export(
            post(content=content),
            thumbnail,
            attachment(9, "2015/03/anh.png", alt="Lễ phát động", caption="Lễ phát động. Ảnh: Lan"),
        )
    )

    text = house.text("bai-1")
    assert "![Lễ phát động](photo:2015/03/anh.png)" in text
    assert "[Kế hoạch](file:ke-hoach.pdf)" in text
    assert "[bài kia](article:bai-2)" in text
    assert "[cũng thế](article:bai-2)" in text
    assert "[tin tức](section:tin-tuc)" in text
    assert "[nơi khác](https://khac.example/x)" in text
    assert "đã mất" in text
    assert "khong-con" not in text
    assert "khong-con" in told(report)
    photo = house.article("bai-2").photo
    assert (photo.file, photo.alt, photo.caption, photo.credit) == (
        "photos/2015/03/anh.png",
        "Lễ phát động",
        "Lễ phát động.",
        "Lan",
    )
    assert house.build().status == 0


def test_no_upload_is_taken_from_outside_its_folder(house: House) -> None:
    (house.folder / "bi-mat.pdf").write_bytes(b"%PDF bi mat")
    (house.old / "loi-tat.pdf").symlink_to(house.folder / "bi-mat.pdf")
    base = "https://cu.example/wp-content/uploads"
    content = f'<a href="{base}/../../bi-mat.pdf">a</a> <a href="{base}/..%2Fbi-mat.pdf">b</a> '
    content += f'<a href="{base}/loi-tat.pdf">c</a>'

    house.wordpress(export(post(content=content)))

    assert not (house.content / "files").exists()


def test_a_table_a_list_and_a_heading_stay_what_they_are(house: House) -> None:
    content = (
        '<!-- wp:heading {"level":1} --><h1>Kết quả</h1><!-- /wp:heading -->'
        "<ul><li>Một<ul><li>Một rưỡi</li></ul></li><li>Hai</li></ul>"
        "<table><tr><th>Đơn vị</th><th>Điểm</th></tr><tr><td>Sở A|B</td><td>95</td></tr></table>"
        "<blockquote><p>Lời trích</p></blockquote><pre># mã\n\n    thụt</pre>"
    )
    house.wordpress(export(post(content=content)))

    text = house.text("bai-1")
    assert "## Kết quả" in text
    assert "- Một\n    - Một rưỡi\n- Hai" in text
    assert "| Đơn vị | Điểm |\n| --- | ---: |\n| Sở A\\|B | 95 |" in text
    assert "> Lời trích" in text
    assert "<pre><code>&#35; mã\n&#32;\n    thụt</code></pre>" in text
    assert house.build().status == 0


def test_a_truncated_export_changes_nothing_and_names_the_line(house: House) -> None:
    whole = export(post(), post(2))
    before = house.files()

    with pytest.raises(CannotImport, match=r"xuat\.xml:\d+:\d+: tệp XML hỏng hoặc bị cắt"):
        house.wordpress(whole[: len(whole) * 3 // 4])

    assert house.files() == before
    assert [path.name for path in house.folder.glob("xuat.*")] == ["xuat.xml"]


def test_an_external_entity_is_refused_unread(house: House) -> None:
    (house.folder / "bi-mat.txt").write_text("bí mật")
    entity = f'<!DOCTYPE rss [<!ENTITY x SYSTEM "file://{house.folder}/bi-mat.txt">]>\n<rss'
    text = export(post(title="Bài")).replace("<rss", entity, 1).replace("Bài", "&x;")

    with pytest.raises(CannotImport, match="không đáng tin"):
        house.wordpress(text)


@pytest.mark.parametrize("text", ["<rss><channel></channel></rss>", "<html></html>", "", "chữ"])
def test_what_is_no_export_is_told_so(house: House, text: str) -> None:
    with pytest.raises(CannotImport, match=r"không phải tệp xuất|hỏng hoặc bị cắt"):
        house.wordpress(text)


def test_signs_that_no_xml_may_hold_do_not_stop_an_export(house: House) -> None:
    """Pasting from Word leaves them, and WordPress exports them as they are."""
    house.wordpress(export(post(content="<p>Một\x0bhai\x02.</p>")))

    assert "Mộthai." in house.text("bai-1")


def test_what_check_would_stop_at_is_set_aside_and_linked_by_nobody(house: House) -> None:
    private = post(2, content="<p>Ông A, điện thoại 0912345678.</p>")
    linking = post(content='<p><a href="https://cu.example/2015/03/bai-2/">bài kia</a></p>')

    report = house.wordpress(export(linking, private))

    assert report.status == 2
    assert not (house.content / "articles/2015/03/bai-2.md").exists()
    aside = house.folder / "xuat.can-sua/articles/2015/03/bai-2.md"
    assert "0912345678" in aside.read_text("utf-8")
    assert "E153" in told(report)
    assert "article:bai-2" not in house.text("bai-1")
    assert house.build().status == 0


def test_a_second_run_changes_nothing_that_an_editor_touched(house: House) -> None:
    house.lay("2015/03/anh.jpg", picture())
    image = '<img src="https://cu.example/wp-content/uploads/2015/03/anh.jpg" alt="Ảnh">'
    items = [post(number, content=f"<p>Bài số {number}.</p>") for number in range(1, 6)]
    items.append(post(6, content=f"<p>Có ảnh.</p>{image}"))
    house.wordpress(export(*items))
    edited = house.content / "articles/2015/03/bai-1.md"
    edited.write_text(edited.read_text("utf-8").replace("Bài số 1", "Đã sửa"), "utf-8")
    (house.content / "articles/2015/03/bai-2.md").unlink()
    moved = house.content / "articles/thang-ba"
    moved.mkdir()
    (house.content / "articles/2015/03/bai-3.md").rename(moved / "bai-3.md")
    photo = house.content / "photos/2015/03/anh.jpg"
    photo.write_bytes(picture("green"))
    before = house.files()

    report = house.wordpress(export(*items))

    assert house.files() == before
    assert len(report.left) == 2
    items[3] = post(4, content="<p>WordPress sửa bài bốn.</p>")
    items[0] = post(1, content="<p>WordPress sửa bài một.</p>")
    items[2] = post(3, content="<p>WordPress sửa bài ba.</p>")
    report = house.wordpress(export(*items))
    assert "WordPress sửa bài bốn." in house.text("bai-4")
    assert "Đã sửa" in house.text("bai-1")
    assert "WordPress sửa bài ba." in (moved / "bai-3.md").read_text("utf-8")
    assert "articles/2015/03/bai-1.md: đã có người sửa, giữ nguyên" in told(report)


def test_a_run_that_was_cut_off_is_gone_on_with(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    items = export(*(post(number) for number in range(1, 6)))
    real, count = write_all, 0

    def stop_at_third(files: dict[Path, bytes]) -> None:
        nonlocal count
        count += 1
        if count == 4:  # the first writes the table
            raise KeyboardInterrupt
        real(files)

    monkeypatch.setattr("desk.moving.bringing.write_all", stop_at_third)
    with pytest.raises(KeyboardInterrupt):
        house.wordpress(items)
    monkeypatch.setattr("desk.moving.bringing.write_all", real)

    report = house.wordpress(items)

    assert sorted(path.stem for path in (house.content / "articles").rglob("*.md")) == [
        f"bai-{number}" for number in range(1, 6)
    ]
    assert (report.new["article"], report.same) == (3, 2)


def test_without_its_memory_an_import_brings_nothing_twice(house: House) -> None:
    items = export(*(post(number) for number in range(1, 4)))
    house.wordpress(items)
    (house.folder / "xuat.ids.json").unlink()
    before = house.files()

    report = house.wordpress(items)

    assert house.files() == before
    assert len(report.left) == 3


def test_a_damaged_memory_stops_the_import(house: House) -> None:
    house.wordpress(export(post()))
    (house.folder / "xuat.ids.json").write_text('{"post:1": ')
    before = house.files()

    with pytest.raises(CannotImport, match="không đọc được tệp nhớ"):
        house.wordpress(export(post(), post(2)))

    assert house.files() == before


def test_posts_of_one_name_and_tags_of_one_address_do_not_clash(house: House) -> None:
    tags = [("post_tag", "a", "Bình Thành"), ("post_tag", "b", "Bình Thạnh")]
    items = [post(number, name="tin-moi", terms=tags) for number in (1, 2)]

    house.wordpress(export(*items))

    assert house.article("tin-moi").tags == house.article("tin-moi-2").tags == ("Bình Thành",)
    assert house.build().status == 0
