"""What happens to a site between two builds, each by its name."""

from __future__ import annotations

import os
import re
import shutil
from datetime import timedelta

from tests.newsroom.desk_of_edits import Desk, Edit
from tests.newsroom.spoiling import spoil

WARM = ("one", "two")
"""The output folders that are built again and again: by one worker, by two."""
TEXTS = ("campaigns", "units", "blocs", "documents", "events", "pages")
"""Where there are texts beside those of articles."""


def add(desk: Desk) -> None:
    desk.made += 1
    desk.add(f"tin-moi-{desk.made}")


def edit_a_body(desk: Desk) -> None:
    path = desk.article()
    path.write_text(path.read_text("utf-8") + f"\nThêm câu {desk.chance.random()}.\n", "utf-8")


def edit_another_text(desk: Desk) -> None:
    texts = [path for kind in TEXTS for path in sorted((desk.content / kind).glob("*.md"))]
    path = desk.chance.choice(texts)
    path.write_text(path.read_text("utf-8") + f"\nThêm câu {desk.chance.random()}.\n", "utf-8")


def take_a_sentence_away(desk: Desk) -> None:
    path = desk.article()
    text = path.read_text("utf-8")
    path.write_text(re.sub(r"\nThêm câu [\d.e-]+\.\n\Z", "", text), "utf-8")


def write_the_same_twice(desk: Desk) -> None:
    sentence = f"\nNhư nhau {desk.chance.randrange(3)}.\n"
    for path in (desk.article(), desk.article()):
        head = path.read_text("utf-8").split("---\n", 2)[1]
        path.write_text(f"---\n{head}---\n{sentence}", "utf-8")


def touch(desk: Desk) -> None:
    """Another time on the same bytes, earlier or later."""
    moment = desk.chance.randrange(1_000_000_000, 2_000_000_000)
    os.utime(desk.article(), (moment, moment))


def retitle(desk: Desk) -> None:
    desk.set(desk.article(), title=f"Đầu đề {desk.chance.randrange(99)}")


def redate(desk: Desk) -> None:
    desk.set(desk.article(), date=desk.day())


def retag(desk: Desk) -> None:
    desk.set(desk.article(), tags=desk.chance.choice(["[hoà giải]", "[cây xanh, sơ kết]", "[]"]))


def move_to_another_campaign(desk: Desk) -> None:
    desk.set(desk.article(), campaigns=desk.chance.choice(["[yeu-nuoc]", "[cay-xanh]", "[]"]))


def move_to_another_unit(desk: Desk) -> None:
    desk.set(desk.article(), units=desk.chance.choice(["[ubnd-tinh]", "[so-noi-vu]", "[]"]))


def rename_with_an_alias(desk: Desk) -> None:
    path = desk.article()
    desk.made += 1
    desk.set(path, aliases=f"[/cu/{path.stem}-{desk.made}/]")
    path.rename(path.with_name(f"ten-{desk.made}.md"))


def swap_two_ids(desk: Desk) -> None:
    one, other = desk.article(), desk.article()
    first, second = one.read_bytes(), other.read_bytes()
    one.write_bytes(second)
    other.write_bytes(first)


def backdate(desk: Desk) -> None:
    path = desk.add(f"tin-cu-{desk.made}")
    desk.made += 1
    desk.set(path, date="2018-05-19", units="[so-noi-vu]")


def delete(desk: Desk) -> None:
    desk.article().unlink()


def withdraw(desk: Desk) -> None:
    why = "{date: 2020-07-31, reason: Nhầm số liệu.}"
    desk.set(desk.article(), status="withdrawn", withdrawal=why)


def embargo(desk: Desk) -> None:
    desk.set(desk.article(), date=f"{desk.now + timedelta(hours=3):%Y-%m-%d %H:%M}")


def expire(desk: Desk) -> None:
    desk.set(desk.article(), expires=desk.day())


def break_a_record(desk: Desk) -> None:
    records = sorted(desk.content.glob("*/**/*.md"))
    path = desk.chance.choice(records)
    desk.broken.setdefault(path, path.read_text("utf-8"))
    path.write_text(path.read_text("utf-8").replace("---\n", "---\nkhoá-lạ: 1\n", 1), "utf-8")


def mend_all(desk: Desk) -> None:
    for path, text in desk.broken.items():
        if path.exists():
            path.write_text(text, "utf-8")
    desk.broken.clear()


def edit_a_target(desk: Desk) -> None:
    desk.change(desk.content / "campaigns" / "cay-xanh.md", "value: 210", "value: 320.5")


def end_a_unit(desk: Desk) -> None:
    desk.set(desk.content / "units" / "phong-cu.md", ended=desk.day())


def merge_two_units(desk: Desk) -> None:
    """They become a new one, from a day on."""
    desk.made += 1
    day, new = desk.day(), f"don-vi-moi-{desk.made}"
    units = sorted((desk.content / "units").glob("*.md"))
    for path in desk.chance.sample(units, min(2, len(units))):
        desk.set(path, ended=day, successors=f"[{new}]")
    text = f"---\nname: Đơn vị hợp nhất {desk.made} (mẫu)\nkind: other\nfounded: {day}\n---\n"
    (desk.content / "units" / f"{new}.md").write_text(text, "utf-8")


def edit_the_menu(desk: Desk) -> None:
    desk.change(desk.content / "site.yaml", "  - /tin/\n", "  - /su-kien/\n")


def exchange_a_photo(desk: Desk) -> None:
    photos = desk.content / "photos" / "2020" / "07"
    one, other = photos / "cay.png", photos / "hop.jpg"
    both = one.read_bytes(), other.read_bytes()
    other.write_bytes(both[0])
    one.write_bytes(both[1])


def change_a_template(desk: Desk) -> None:
    desk.change(desk.theme / "templates" / "pages" / "article.html", "<article>", "<article >")


def change_the_base(desk: Desk) -> None:
    desk.change(desk.theme / "templates" / "base.html", "</body>", "</body >")


def change_a_component(desk: Desk) -> None:
    """The first is drawn by a filter, the other is imported."""
    name, old, new = desk.chance.choice(
        [("picture", "<img", "<img data-x"), ("leaf", "<a ", "<a data-x ")]
    )
    desk.change(desk.theme / "components" / name / f"{name}.html", old, new)


def change_a_style(desk: Desk) -> None:
    path = desk.theme / "styles" / "base.css"
    path.write_text(path.read_text("utf-8") + "\n.x { color: red; }\n", "utf-8")


def change_a_translation(desk: Desk) -> None:
    language = desk.chance.choice(["vi", "en"])
    path = desk.theme / "translations" / language / "LC_MESSAGES" / "theme.po"
    desk.change(path, 'msgid "nav.home"\nmsgstr "', 'msgid "nav.home"\nmsgstr "* ')


def change_a_label(desk: Desk) -> None:
    desk.labels = {} if desk.labels else {"article.tags": "Từ khoá"}


def change_the_address(desk: Desk) -> None:
    desk.site_url = "" if desk.site_url else "https://khac.example/tin"


def move_the_clock(desk: Desk) -> None:
    desk.now += timedelta(days=desk.chance.randrange(400), hours=desk.chance.randrange(24))


def turn_search_on_or_off(desk: Desk) -> None:
    desk.search = not desk.search


def turn_the_clock_back(desk: Desk) -> None:
    desk.now -= timedelta(days=desk.chance.randrange(100))


def delete_outputs(desk: Desk) -> None:
    for output in WARM:
        for _ in range(3):
            if file := desk.output_file(output):
                file.unlink()


def delete_a_folder_of_outputs(desk: Desk) -> None:
    for output in WARM:
        if (file := desk.output_file(output)) and file.parent.name not in WARM:
            shutil.rmtree(file.parent)


def edit_outputs_by_hand(desk: Desk) -> None:
    for output in WARM:
        if file := desk.output_file(output):
            data = file.read_bytes()
            file.write_bytes(data[::-1] if data[::-1] != data else b"x")


def leave_files_of_others(desk: Desk) -> None:
    for output in WARM:
        if file := desk.output_file(output):
            file.with_name("la.html").write_text("lạ", "utf-8")


def damage_the_state(desk: Desk) -> None:
    for path in sorted(desk.folder.glob("cache/state-*")):
        spoil(path, desk)


EDITS: dict[str, Edit] = {
    name: edit
    for name, edit in list(globals().items())
    if getattr(edit, "__module__", "") == __name__ and name[0] != "_"
}
"""Every edit above, by its name."""
TEXT_EDITS = ("edit_a_body", "edit_another_text", "take_a_sentence_away", "touch")
"""Those that may leave the last plan as it is."""
