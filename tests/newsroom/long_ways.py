"""Edits after which a site has to be planned again."""

from __future__ import annotations

from datetime import timedelta

from tests.newsroom.desk_of_edits import Desk, Edit

PAGE = "tin/2020/03/phat-dong/index.html"


def write(desk: Desk, file: str, sentence: str = "Thêm một câu.") -> None:
    path = desk.content / file
    path.write_text(f"{path.read_text('utf-8')}\n{sentence}\n", "utf-8")


def retitle(desk: Desk) -> None:
    desk.set(desk.content / "articles" / "phat-dong.md", title="Đầu đề khác")


def add_a_heading(desk: Desk) -> None:
    write(desk, "articles/phat-dong.md", "## Việc mới")


def add_a_link(desk: Desk) -> None:
    write(desk, "articles/phat-dong.md", "[phong trào](campaign:cay-xanh)")


def add_an_article(desk: Desk) -> None:
    desk.add("tin-khac")


def delete_an_article(desk: Desk) -> None:
    (desk.content / "articles" / "thong-bao-hop.md").unlink()


def exchange_a_photo(desk: Desk) -> None:
    photo = desk.content / "photos" / "2020" / "07" / "cay.png"
    photo.write_bytes(photo.with_name("hop.jpg").read_bytes())


def change_a_template(desk: Desk) -> None:
    desk.change(desk.theme / "templates" / "base.html", "</body>", "</body >")


def change_a_style(desk: Desk) -> None:
    desk.change(desk.theme / "styles" / "base.css", "/*", "/* ")


def change_a_word(desk: Desk) -> None:
    path = desk.theme / "translations" / "vi" / "LC_MESSAGES" / "theme.po"
    desk.change(path, 'msgid "nav.home"\nmsgstr "', 'msgid "nav.home"\nmsgstr "* ')


def move_the_clock(desk: Desk) -> None:
    desk.now += timedelta(days=1000)


def wait_a_day(desk: Desk) -> None:
    """What is warned about may change with the day."""
    desk.now += timedelta(days=1)


def turn_the_clock_back(desk: Desk) -> None:
    desk.now -= timedelta(days=200)


def change_the_address(desk: Desk) -> None:
    desk.site_url = "https://khac.example"


def edit_an_output(desk: Desk) -> None:
    (desk.folder / "one" / PAGE).write_text("x", "utf-8")


def delete_an_output(desk: Desk) -> None:
    (desk.folder / "one" / "robots.txt").unlink()


def leave_a_file(desk: Desk) -> None:
    (desk.folder / "one" / "la.html").write_text("x", "utf-8")


def leave_a_folder(desk: Desk) -> None:
    (desk.folder / "one" / "la").mkdir()


def leave_a_link(desk: Desk) -> None:
    (desk.folder / "one" / "la").symlink_to(desk.folder)


def ask_for_search(desk: Desk) -> None:
    desk.search = True


LONG_WAYS: list[Edit] = [
    retitle,
    add_a_heading,
    add_a_link,
    add_an_article,
    delete_an_article,
    exchange_a_photo,
    change_a_template,
    change_a_style,
    change_a_word,
    move_the_clock,
    wait_a_day,
    turn_the_clock_back,
    change_the_address,
    edit_an_output,
    delete_an_output,
    leave_a_file,
    leave_a_folder,
    leave_a_link,
    ask_for_search,
]
