"""What stands in a post: shortcodes, pictures, links, tables."""

from __future__ import annotations

from desk.moving.wordpress.content import html_of
from tests.desk.moving.sites import House, attachment, export, picture, post, told


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
