"""A rehearsal sends nothing and says in Vietnamese what would change, why, and in which words."""

from __future__ import annotations

from pathlib import Path

from publishing import comment as comment_room
from publishing.changes import visible_text
from tests.building import tree
from tests.built_site import ARTICLE, page
from tests.publishing.house import House

KINDS = {
    ARTICLE: ("page:article", "articles/so-ket.md"),
    "x/index.html": ("page:unit", "units/x.md"),
    "feed.atom": ("feed", ""),
}


def test_a_rehearsal_changes_nothing(house: House, public: Path) -> None:
    house.publish()
    before = tree(public.parent / ".public.newsroom"), tree(public)

    assert house.publish({ARTICLE: page("sửa")}, dry_run=True) == 0

    assert (tree(public.parent / ".public.newsroom"), tree(public)) == before


def test_every_file_is_named_with_its_reason(house: House) -> None:
    house.publish({"cu.txt": "cũ"}, KINDS)

    house.publish({ARTICLE: page("sửa"), "x/index.html": page("mới")}, KINDS, dry_run=True)

    assert house.said[:3] == [
        "+ x/index.html — trang đơn vị, từ units/x.md",
        f"~ {ARTICLE} — bài viết, từ articles/so-ket.md",
        "- cu.txt — tệp",
    ]
    assert house.said[-1].startswith("Thử, chưa gửi gì: 1 tệp mới, 1 tệp đổi, 1 tệp bỏ đi")


def test_the_words_that_readers_would_see_differ_are_shown(house: House) -> None:
    house.publish({ARTICLE: page("<p>Có 12 đơn vị.</p><p>Còn lại như cũ.</p>")}, KINDS)

    new = page("<p>Có 13 <b>đơn vị</b>.</p><p>Còn lại như cũ.</p><script>x()</script>")
    house.publish({ARTICLE: new}, KINDS, dry_run=True)

    assert house.said[1:4] == [
        "  /tin/2020/07/so-ket/",
        "    - Có 12 đơn vị.",
        "    + Có 13 đơn vị.",
    ]


def test_a_change_that_no_reader_sees_shows_no_words(house: House) -> None:
    house.publish({ARTICLE: page("<p>Chữ</p>")})

    house.publish({ARTICLE: page("<p class=x>Chữ</p>")}, dry_run=True)

    assert [line[0] for line in house.said] == ["~", "T"]


def test_nothing_to_publish_is_said(house: House) -> None:
    house.publish()

    house.publish(dry_run=True)

    assert house.said == ["Không có gì thay đổi"]


def test_the_text_of_a_page_is_what_a_reader_sees() -> None:
    html = "<head><title>x</title></head><p>Một&nbsp;<i>hai</i><br>ba<img alt='Ảnh'><li>tư"

    assert visible_text(html) == ["Một hai", "ba [Ảnh]", "tư"]


def test_a_refused_rehearsal_says_both_and_ends_with_1(house: House, tmp_path: Path) -> None:
    house.publish()
    file = tmp_path / "report.md"

    status = house.publish(
        {ARTICLE: page('<a href="/mat/">x</a>')}, KINDS, dry_run=True, comment=file
    )

    assert status == 1
    assert any(line.startswith("~ ") for line in house.said)
    assert "/mat/" in file.read_text("utf-8").partition("###")[0]


def test_a_comment_holds_the_texts_of_the_site_as_code_alone(house: House, tmp_path: Path) -> None:
    """What an editor writes must not become a heading, a mention or a link of the comment."""
    house.publish({ARTICLE: page("<p>x</p>")}, KINDS)
    file, evil = tmp_path / "report.md", "```` @all <img src=x> # to"

    house.publish(
        {ARTICLE: page(f"<p>{evil.replace('<', '&lt;')}</p>"), "a`b.txt": "x"},
        KINDS,
        dry_run=True,
        comment=file,
    )

    text = file.read_text("utf-8")
    assert text.count("@all") == 1
    fenced = text.partition("`````diff\n")[2].partition("\n`````\n")[0]
    assert fenced.splitlines() == ["-x", f"+{evil}"]
    assert "``a`b.txt``" in text


def test_a_comment_is_never_longer_than_a_host_takes(house: House, tmp_path: Path) -> None:
    house.publish({f"{n}/index.html": page("x") for n in range(20)})
    file, long = tmp_path / "report.md", page(("<p>" + "dài " * 300) * 12)

    house.publish({f"{n}/index.html": long for n in range(20)}, dry_run=True, comment=file)

    text = file.read_text("utf-8")
    assert len(text) < comment_room.MOST_CHARACTERS + 200
    assert "Còn nữa" in text.splitlines()[-1]
