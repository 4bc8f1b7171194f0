"""A pelicanconf.py in; those of its settings that decide addresses and times out. It is read,
never run."""

from __future__ import annotations

import ast
from dataclasses import dataclass, fields
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from desk.office import CannotImport


@dataclass(slots=True)
class OldSettings:
    """Pelican's names in small letters, with Pelican's own defaults but for the time zone: a site
    here is at home in Vietnam."""

    siteurl: str = ""
    timezone: str = "Asia/Ho_Chi_Minh"
    default_lang: str = "vi"
    default_category: str = "misc"
    use_folder_as_category: bool = True
    article_url: str = "{slug}.html"
    draft_url: str = "drafts/{slug}.html"
    page_url: str = "pages/{slug}.html"
    article_lang_url: str = "{slug}-{lang}.html"
    page_lang_url: str = "pages/{slug}-{lang}.html"
    category_url: str = "category/{slug}.html"
    tag_url: str = "tag/{slug}.html"
    filename_metadata: str = r"(?P<date>\d{4}-\d{2}-\d{2}).*"
    path_metadata: str = ""
    page_paths: tuple[str, ...] = ("pages",)
    default_date: str = ""
    author: str = ""
    slugify_source: str = "title"

    @property
    def zone(self) -> ZoneInfo:
        """The zone of times without an offset."""
        return ZoneInfo(self.timezone)


def settings_in(path: Path | None) -> tuple[OldSettings, list[str]]:
    """What a settings file says, and sentences on what in it could not be known without running
    it. Raises CannotImport."""
    found = OldSettings()
    if path is None:
        return found, []
    try:
        tree = ast.parse(path.read_text("utf-8"))
    except (OSError, SyntaxError, ValueError) as error:
        raise CannotImport(f"{path}: không đọc được tệp cài đặt Pelican ({error})") from error
    notes = []
    names = {one.name.upper(): one.name for one in fields(OldSettings)}
    for node in tree.body:
        if not isinstance(node, ast.Assign) or not isinstance(node.targets[0], ast.Name):
            continue
        name = names.get(node.targets[0].id)
        if name is None:
            continue
        try:
            _set(found, name, ast.literal_eval(node.value))
        except (ValueError, TypeError):
            notes.append(f"{path.name}:{node.lineno}: không hiểu {name.upper()}, lấy mặc định")
    try:
        found.zone.utcoffset(None)
    except (KeyError, ValueError, OSError):
        raise CannotImport(f"{path.name}: múi giờ {found.timezone} không có") from None
    return found, notes


def _set(found: OldSettings, name: str, value: Any) -> None:
    if name == "page_paths" and isinstance(value, list | tuple):
        found.page_paths = tuple(str(one).strip("/") for one in value)
    elif value is None and isinstance(getattr(found, name), str):
        setattr(found, name, "")
    elif isinstance(value, type(getattr(found, name))):
        setattr(found, name, value)
    else:
        raise TypeError(name)
