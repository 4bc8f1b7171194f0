"""A body's slots are filled, its tables can be reached, its text is typeset, its code is not."""

from __future__ import annotations

from datetime import date

from markupsafe import Markup

from newsroom.planning.views.shared import Fill, Picture, Prose, Rendition
from newsroom.records.body import Body, Slot
from newsroom.rendering.prose import Setting, feed_picture, fill, opening_and_rest

OPEN, CLOSE = Slot(what="open", kind="article"), Slot(what="close")
SETTING = Setting(
    lambda picture: Markup("<img alt={}>").format(picture.alt),
    lambda n: f"Bảng {n}",
    lambda day: f"đã thu hồi ngày {day.isoformat()}",
)


def test_a_link_to_a_revoked_award_says_so_beside_it() -> None:
    body = _body("<p>", OPEN, "Bằng khen", CLOSE, " năm ấy.</p>")
    award = Fill(href="/khen-thuong/2020/#x", revoked_on=date(2025, 2, 24))

    filled = fill(Prose(body=body, fills=(award, award)), SETTING)

    assert "Bằng khen</a> <b>(đã thu hồi ngày\u00a02025-02-24)</b>" in filled


def test_a_link_leads_to_its_address() -> None:
    body = _body("<p>Xem ", OPEN, "tin", CLOSE, " này.</p>")
    fills = (Fill(href="/tin/?a=1&b=2", title='"Tin"'), Fill())

    assert fill(Prose(body=body, fills=fills), SETTING) == (
        '<p>Xem <a href="/tin/?a=1&amp;b=2" title="&#34;Tin&#34;">tin</a> này.</p>'
    )


def test_a_link_without_an_address_becomes_plain_text() -> None:
    body = _body("<p>", OPEN, "một", CLOSE, " và ", OPEN, "hai", CLOSE, "</p>")
    fills = (Fill(), Fill(), Fill(href="/b/"), Fill())

    assert fill(Prose(body=body, fills=fills), SETTING) == '<p>một và <a href="/b/">hai</a></p>'


def test_a_document_number_links_where_the_document_is_known() -> None:
    number = Slot(what="number", text="Chỉ thị <34>")
    body = _body("<p>", number, ", ", number, "</p>")

    filled = fill(Prose(body=body, fills=(Fill(href="/van-ban/a/"), Fill())), SETTING)

    assert filled == '<p><a href="/van-ban/a/">Chỉ thị &lt;34&gt;</a>, Chỉ thị &lt;34&gt;</p>'


def test_a_photo_is_drawn_and_a_missing_one_is_told() -> None:
    photo = Slot(what="photo", text="Toàn cảnh <hội nghị>")
    body = _body("", photo, "", photo, "")
    picture = Picture(alt="a", width=1, height=1, renditions=())

    filled = fill(Prose(body=body, fills=(Fill(picture=picture), Fill())), SETTING)

    assert filled == "<img alt=a>Toàn cảnh &lt;hội nghị&gt;"


def test_each_table_scrolls_in_a_region_with_a_name() -> None:
    body = _body("<table><tr><td><table></table></td></tr></table><p>a</p><table></table>")

    filled = fill(Prose(body=body), SETTING)

    assert filled.count('tabindex="0"') == 2
    assert filled.startswith(
        '<div class="scroller" role="region" aria-label="Bảng 1" tabindex="0"><table>'
    )
    assert filled.endswith('aria-label="Bảng 2" tabindex="0"><table></table></div>')
    assert "</table></td></tr></table></div><p>" in filled


def test_numbers_are_glued_to_their_nouns_in_text_alone() -> None:
    body = _body('<p title="6 tháng">6 tháng <code>6 tháng</code> 7 ngày</p><pre>8 năm</pre>')

    assert fill(Prose(body=body), SETTING) == (
        '<p title="6 tháng">6\u00a0tháng <code>6 tháng</code> 7\u00a0ngày</p><pre>8 năm</pre>'
    )


def test_quotation_marks_are_curled_in_text_whatever_tags_stand_between() -> None:
    html = '<p>Phong trào "Đúng <b>hẹn"</b>, <a href="/a/">"Sạch"</a></p><p>"6 tháng"</p>'

    assert fill(Prose(body=_body(html)), SETTING) == (
        "<p>Phong trào “Đúng <b>hẹn”</b>, "
        '<a href="/a/">“Sạch”</a></p><p>“6\N{NO-BREAK SPACE}tháng”</p>'
    )


def test_code_keeps_its_quotation_marks() -> None:
    html = '<p>"a" <code>"b"</code> "c"</p>'

    assert fill(Prose(body=_body(html)), SETTING) == '<p>“a” <code>"b"</code> “c”</p>'


def test_a_feed_gets_whole_addresses_and_nothing_else_changes() -> None:
    body = _body(
        '<p><a href="/tep/a.pdf">tệp</a> <a href="#fn">1</a> <a href="//x.example/">x</a> ',
        OPEN,
        "6 tháng",
        CLOSE,
        "</p><table></table>",
    )
    setting = Setting(feed_picture, str, str, base="https://mau.example")

    filled = fill(Prose(body=body, fills=(Fill(href="/tin/a/"), Fill())), setting)

    assert filled == (
        '<p><a href="https://mau.example/tep/a.pdf">tệp</a> <a href="#fn">1</a> '
        '<a href="//x.example/">x</a> <a href="https://mau.example/tin/a/">6 tháng</a></p>'
        "<table></table>"
    )


def test_a_feed_shows_the_widest_jpeg_that_fits() -> None:
    offered = tuple(
        Rendition(href=f"/anh/{width}.jpg", width=width, height=width // 2, format="jpeg")
        for width in (400, 800, 1200)
    )
    picture = Picture(alt='"Mẫu"', width=1200, height=600, renditions=offered)

    assert feed_picture(picture) == (
        '<img src="/anh/800.jpg" width="800" height="400" alt="&#34;Mẫu&#34;">'
    )


def test_a_lead_photo_stands_after_the_first_paragraph() -> None:
    assert opening_and_rest(Markup("<p>một</p>\n<p>hai</p>")) == ("<p>một</p>", "<p>hai</p>")
    assert opening_and_rest(Markup("<h2>một</h2><p>hai</p>")) == ("", "<h2>một</h2><p>hai</p>")
    assert opening_and_rest(Markup("")) == ("", "")


def _body(*pieces: str | Slot) -> Body:
    parts = tuple(piece for piece in pieces if isinstance(piece, str))
    slots = tuple(piece for piece in pieces if isinstance(piece, Slot))
    return Body(parts=parts, slots=slots)
