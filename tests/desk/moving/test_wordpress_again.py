"""Exports that are damaged, and imports that are run again: nothing lost, nothing twice."""

from __future__ import annotations

from pathlib import Path

import pytest

from desk.office import CannotImport
from desk.writing import write_all
from tests.desk.moving.sites import House, export, picture, post, told


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
