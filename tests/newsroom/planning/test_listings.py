from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from newsroom.planning.listings import PAGE, Sheet, listing
from tests.newsroom.builders import article
from tests.newsroom.planning.plans import planned

counts = st.integers(0, 200)


def pages(items: list[int]) -> dict[str, Sheet[int]]:
    return {sheet.address: sheet for sheet in listing(items, "/x/", str)}


def newest_first(count: int) -> list[int]:
    return list(range(count, 0, -1))


@given(counts)
def test_each_item_is_on_exactly_one_page(count: int) -> None:
    shown = [item for sheet in pages(newest_first(count)).values() for item in sheet.items]

    assert sorted(shown) == list(range(1, count + 1))


@given(counts)
def test_the_lists_own_address_shows_ten_to_twenty_nine_or_all(count: int) -> None:
    own = pages(newest_first(count))["/x/"]

    assert len(own.items) == count if count < 30 else 10 <= len(own.items) <= 29


@given(counts)
def test_page_n_is_the_nth_twenty_from_the_oldest(count: int) -> None:
    for sheet in pages(newest_first(count)).values():
        if sheet.number:
            first = (sheet.number - 1) * PAGE + 1
            assert sorted(sheet.items) == list(range(first, first + PAGE))


@given(counts)
def test_a_numbered_page_exists_while_ten_newer_items_remain(count: int) -> None:
    made = pages(newest_first(count))
    expected = {n for n in range(1, count) if count - n * PAGE >= 10}

    assert {sheet.number for sheet in made.values() if sheet.number} == expected


@given(counts)
def test_a_newer_item_changes_the_own_page_and_at_most_the_newest_numbered_one(count: int) -> None:
    before, after = pages(newest_first(count)), pages(newest_first(count + 1))
    appeared = after.keys() - before.keys()
    changed = {address for address, sheet in before.items() if after[address] != sheet}

    assert len(appeared) <= 1
    newest = f"/x/trang/{len(before) - 1}/" if appeared and len(before) > 1 else None
    assert changed == {"/x/", newest} - {None}


@given(st.integers(1, 200), st.data())
def test_backdating_or_removing_shifts_only_later_pages(count: int, data: st.DataObject) -> None:
    place = data.draw(st.integers(0, count - 1))
    items = newest_first(count)
    shorter = items[:place] + items[place + 1 :]
    before, after = pages(items), pages(shorter)
    older = len(items) - place - 1
    whole = {address: sheet.items for address, sheet in before.items() if sheet.number}

    for number in range(1, older // PAGE + 1):
        address = f"/x/trang/{number}/"
        if address in before and address in after:
            assert after[address].items == whole[address]


def test_every_page_leads_to_the_next_newer_and_the_next_older() -> None:
    made = pages(newest_first(75))
    own, three, two, one = made.values()

    assert (own.pager.older, own.pager.oldest) == (three.address, one.address)
    assert [link.href for link in own.pager.pages] == [three.address, two.address, one.address]
    assert (three.pager.newer, three.pager.older) == ("/x/", two.address)
    assert (three.pager.newest, three.pager.oldest) == ("/x/", one.address)
    assert (two.pager.newer, two.pager.older) == (three.address, one.address)
    assert (one.pager.newer, one.pager.older, one.pager.oldest) == (two.address, "", "")


def test_the_total_stands_at_the_own_address_only() -> None:
    own, *numbered = pages(newest_first(75)).values()

    assert own.pager.total == 75
    assert {sheet.pager.total for sheet in numbered} == {None}


def news(count: int) -> list[object]:
    return [article(f"a{n:02}", date=f"20{n // 12 + 10}-{n % 12 + 1:02}-01") for n in range(count)]


def test_a_new_article_leaves_the_numbered_pages_of_the_site_as_they_are() -> None:
    before = planned(*news(55))
    after = planned(*news(56))

    for address in ("/tin/trang/1/", "/tin/trang/2/", "/chuyen-muc/chinh-tri/trang/1/"):
        assert before.output(address) == after.output(address)
    assert before.output("/tin/") != after.output("/tin/")


def test_a_new_genre_or_section_is_named_on_the_own_page_only() -> None:
    before = planned(*news(55))
    after = planned(*news(55), article("x", date="2030-01-01", genre="notice"), now="2031-01-01")

    assert before.output("/tin/trang/1/") == after.output("/tin/trang/1/")
    assert "/tin/the-loai/notice/" in [way.href for way in after.view("/tin/").ways]
