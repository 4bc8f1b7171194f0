from __future__ import annotations

from tests.newsroom.builders import article, page
from tests.newsroom.planning.plans import planned

TAKEN = {"status": "withdrawn", "withdrawal": {"date": "2020-07-20", "reason": "Số liệu sai."}}


def test_the_register_tells_what_was_put_right_and_what_was_withdrawn_newest_first() -> None:
    put_right = [
        {"date": "2020-07-03", "text": "Số đúng là 96,4."},
        {"date": "2020-07-25 08:00", "text": "Tên đúng là Ban A."},
    ]
    plan = planned(
        article("a", date="2020-07-01", corrections=put_right),
        article("ten-kin", date="2020-07-02", title="Chuyện kín", **TAKEN),
        article("b", date="2020-07-02"),
    )

    changes = plan.view("/dinh-chinh/").changes
    assert [(one.date.isoformat()[:10], one.what, one.text) for one in changes] == [
        ("2020-07-25", "corrected", "Tên đúng là Ban A."),
        ("2020-07-20", "withdrawn", "Số liệu sai."),
        ("2020-07-03", "corrected", "Số đúng là 96,4."),
    ]
    assert changes[0].article.href == "/tin/2020/07/a/"


def test_a_withdrawn_article_is_neither_named_nor_led_to() -> None:
    plan = planned(article("ten-kin", title="Chuyện kín", **TAKEN))

    (taken,) = plan.view("/dinh-chinh/").changes
    assert (taken.article, taken.section.href) == (None, "/chuyen-muc/chinh-tri/")
    for path, output in plan.outputs.items():
        if path != "tin/2020/07/ten-kin/index.html":
            assert "ten-kin" not in repr(output.view), path


def test_what_readers_may_not_see_is_not_told() -> None:
    put_right = {"corrections": [{"date": "2020-07-03", "text": "Sửa."}]}
    plan = planned(
        article("nhap", status="draft", **put_right),
        article("het", date="2020-05-01", expires="2020-06-01", **put_right),
        article("hen", date="2020-09-01", **put_right),
    )

    assert plan.view("/dinh-chinh/").changes == ()


def test_a_text_leads_to_its_counterpart_in_the_words_of_that_language() -> None:
    plan = planned(
        article("tin", counterpart="news"),
        article("news", language="en", counterpart="tin"),
        page("gioi-thieu", counterpart="about"),
        page("about", language="en", counterpart="gioi-thieu"),
        article("mot-minh"),
        article("dang-cho", counterpart="draft"),
        article("draft", language="en", status="draft", counterpart="dang-cho"),
    )

    english = plan.view("/tin/2020/07/tin/").counterpart
    assert (english.text, english.href, english.note) == (
        "This page in English",
        "/en/tin/2020/07/news/",
        "en",
    )
    vietnamese = plan.view("/en/about/").counterpart
    assert (vietnamese.text, vietnamese.href) == ("Bản tiếng Việt của trang này", "/gioi-thieu/")
    for address in ("/tin/2020/07/mot-minh/", "/tin/2020/07/dang-cho/"):
        assert plan.view(address).counterpart is None
