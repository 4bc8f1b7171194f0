"""Which of several pages leads: exact marks, then the title, then nearness, then the date."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from tests.newsroom.builders import article, campaign, unit
from tests.newsroom.searching.asking import Found, ask
from tests.newsroom.searching.small import laid

FAR = "Hòa bình ở đầu bài. " + "Chữ khác nhau. " * 20 + "Đến cuối mới nói tới lâu dài."


def found(folder: Path, query: str, *things: Any, **filters: str) -> Found:
    return ask(laid(folder, *things), [query], **filters)[0]


def addresses(*names: str) -> tuple[str, ...]:
    return tuple(f"/tin/2020/07/{name}/" for name in names)


def test_exact_marks_come_before_everything(tmp_path: Path) -> None:
    things = [
        article("thi-the", title="Thì đưa người đi, thi thể đưa về", date="2020-07-30"),
        article("thi-dua", "Cả xã thi đua trồng cây.", title="Trồng cây", date="2020-07-01"),
    ]

    assert found(tmp_path, "thi đua", *things).hrefs[:1] == addresses("thi-dua")
    assert found(tmp_path, "thì đưa", *things).hrefs[:1] == addresses("thi-the")


def test_without_marks_every_spelling_is_found(tmp_path: Path) -> None:
    things = [
        article("co", "Đường Đắk Đoa.", title="Một", date="2020-07-01"),
        article("khong", "Duong Dak Doa.", title="Hai", date="2020-07-02"),
    ]

    assert set(found(tmp_path, "duong dak doa", *things).hrefs) == set(addresses("co", "khong"))


def test_a_title_comes_before_a_body(tmp_path: Path) -> None:
    things = [
        article("than", "Trồng rừng ven biển ở xã.", title="Tin", date="2020-07-30"),
        article("dau-de", "Ở xã.", title="Trồng rừng ven biển", date="2020-07-01"),
    ]

    assert found(tmp_path, "rừng ven biển", *things).hrefs == addresses("dau-de", "than")


def test_a_sapo_comes_before_a_body(tmp_path: Path) -> None:
    things = [
        article("than", "Trồng rừng ven biển ở xã.", title="Tin", date="2020-07-30"),
        article("sapo", "Ở xã.", title="Tin", summary="Trồng rừng ven biển.", date="2020-07-01"),
    ]

    assert found(tmp_path, "rừng ven biển", *things).hrefs == addresses("sapo", "than")


def test_what_stands_together_comes_before_what_is_scattered(tmp_path: Path) -> None:
    things = [
        article("xa", FAR, title="Tin", date="2020-07-30"),
        article("gan", "Hòa bình lâu dài cho mọi nhà.", title="Tin", date="2020-07-01"),
    ]

    assert found(tmp_path, "hòa bình lâu dài", *things).hrefs == addresses("gan", "xa")


def test_of_equals_the_newer_comes_first(tmp_path: Path) -> None:
    days = {"cu": "2020-07-01", "moi": "2020-07-30", "giua": "2020-07-15"}
    things = [article(id, "Đắp đê.", title="Đắp đê", date=day) for id, day in days.items()]

    assert found(tmp_path, "đắp đê", *things).hrefs == addresses("moi", "giua", "cu")


def test_words_that_are_everywhere_only_reorder(tmp_path: Path) -> None:
    things = [
        *(article(f"x{n}", "Thi đua.", title="Phong trào thi đua") for n in range(12)),
        article("lua", "Gặt lúa sớm.", title="Gặt lúa sớm", date="2020-07-01"),
        article("lua-thi-dua", "Thi đua gặt lúa sớm.", title="Gặt lúa sớm", date="2020-06-30"),
    ]
    answer = found(tmp_path, "thi đua gặt lúa", *things)

    assert answer.hrefs == ("/tin/2020/06/lua-thi-dua/", *addresses("lua"))
    assert not answer.missing


def test_of_words_that_are_everywhere_alone_all_are_found(tmp_path: Path) -> None:
    things = [article(f"x{n}", "Thi đua khen thưởng.") for n in range(12)]

    assert found(tmp_path, "thi đua khen thưởng", *things).total == 12


def test_a_whole_name_leads_before_news_of_it(tmp_path: Path) -> None:
    things = [
        unit("so-y-te", name="Sở Y tế", short_name="SYT"),
        *(article(f"x{n}", "Sở Y tế.", title="Sở Y tế họp", units=["so-y-te"]) for n in range(9)),
    ]

    assert found(tmp_path, "so y te", *things).hrefs[0] == "/don-vi/so-y-te/"


def test_a_phrase_in_quotation_marks_must_stand_as_it_is(tmp_path: Path) -> None:
    things = [
        article("xa", FAR, title="Hòa bình", date="2020-07-30"),
        article("gan", "Vì hòa bình lâu dài.", title="Tin", date="2020-07-01"),
    ]

    for quoted in ('"hòa bình lâu dài"', "“hoa binh lau dai”", "«Hoà bình lâu dài»"):
        assert found(tmp_path, quoted, *things).hrefs == addresses("gan")


def test_filters_leave_what_they_name(tmp_path: Path) -> None:
    things = [
        campaign("cay-xanh", name="Trồng cây xanh", start="2019-03-01"),
        unit("xa-mau", name="Xã Mẫu"),
        article("mot", title="Trồng cây xanh", campaigns=["cay-xanh"], date="2019-05-01"),
        article("hai", title="Trồng cây xanh", units=["xa-mau"], date="2020-05-01"),
    ]
    output = laid(tmp_path, *things)
    wanted: dict[tuple[str, str], set[str]] = {
        ("year", ""): {"/tin/2019/05/mot/", "/tin/2020/05/hai/", "/phong-trao/cay-xanh/"},
        ("kind", "phong-trao"): {"/phong-trao/cay-xanh/"},
        ("campaign", "cay-xanh"): {"/tin/2019/05/mot/", "/phong-trao/cay-xanh/"},
        ("unit", "xa-mau"): {"/tin/2020/05/hai/"},
        ("section", "chinh-tri"): {"/tin/2019/05/mot/", "/tin/2020/05/hai/"},
        ("year", "2019"): {"/tin/2019/05/mot/", "/phong-trao/cay-xanh/"},
    }
    got = {each: set(ask(output, ["trồng cây xanh"], **dict([each]))[0].hrefs) for each in wanted}

    assert got == wanted


def test_kinds_are_counted_before_they_are_filtered(tmp_path: Path) -> None:
    things = [campaign("x", name="Đắp đê"), article("y", title="Đắp đê")]
    answer = ask(laid(tmp_path, *things), ["đắp đê"], kind=["tin"])[0]

    assert (answer.total, answer.kinds) == (1, {"phong-trao": 1, "tin": 1})
