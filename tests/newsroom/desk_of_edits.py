"""A site that is edited at random, as editors, designers, clocks and accidents do."""

from __future__ import annotations

import re
import shutil
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from newsroom.settings import Settings
from tests.building import ROOT, tree
from vietnamese import VIETNAM

SITE = ROOT / "tests" / "sites" / "every_kind"
Edit = Callable[["Desk"], None]


@dataclass
class Desk:
    """Copies of content and theme, the settings of the next build, and a source of chance."""

    folder: Path
    chance: Random
    photos: Path
    """Where photos are kept for all desks: making them takes longer than all the rest."""
    now: datetime = datetime(2020, 8, 1, 8, 0, tzinfo=VIETNAM)
    site_url: str = ""
    labels: dict[str, str] = field(default_factory=dict)
    broken: dict[Path, str] = field(default_factory=dict)
    made: int = 0
    search: bool = True

    def __post_init__(self) -> None:
        shutil.copytree(SITE, self.content)
        shutil.copytree(ROOT / "theme", self.theme)
        (self.folder / "cache").mkdir()
        (self.folder / "cache" / "photos").symlink_to(self.photos, target_is_directory=True)

    @property
    def content(self) -> Path:
        return self.folder / "content"

    @property
    def theme(self) -> Path:
        return self.folder / "theme"

    def settings(self, output: str, workers: int = 1, keep_going: bool = True) -> Settings:
        return Settings(
            content=self.content,
            theme=self.theme,
            cache=self.folder / "cache",
            output=self.folder / output,
            now=self.now,
            site_url=self.site_url,
            workers=workers,
            keep_going=keep_going,
            labels=dict(self.labels),
            search=self.search,
        )

    def article(self) -> Path:
        """One of the articles; there always is one."""
        articles = sorted(self.content.glob("articles/**/*.md"))
        return self.chance.choice(articles) if articles else self.add("luon-con")

    def add(self, id: str) -> Path:
        """A new article."""
        path = self.content / "articles" / f"{id}.md"
        lines = (
            f"title: Tin số {self.made}",
            f"date: {self.day()}",
            "section: chinh-tri",
            "campaigns: [cay-xanh]",
        )
        path.write_text("---\n" + "\n".join(lines) + "\n---\n\nĐoạn văn.\n", "utf-8")
        return path

    def day(self) -> str:
        """A day in the years that the site is about."""
        day = datetime(2019, 1, 1, tzinfo=VIETNAM) + timedelta(days=self.chance.randrange(900))
        return f"{day:%Y-%m-%d}"

    def set(self, path: Path, **keys: str) -> None:
        """Write keys, each on a line of its own, into a file's header."""
        text = path.read_text("utf-8")
        for key, value in keys.items():
            text = re.sub(rf"(?m)^{key}:.*\n", "", text)
            text = text.replace("---\n", f"---\n{key}: {value}\n", 1)
        path.write_text(text, "utf-8")

    def change(self, path: Path, old: str, new: str) -> None:
        """Exchange a text in a file, both ways, so that it can be changed again."""
        text = path.read_text("utf-8")
        changed = text.replace(new, old) if new in text else text.replace(old, new)
        assert changed != text, f"{path.name} holds neither {old!r} nor {new!r}"
        path.write_text(changed, "utf-8")

    def output_file(self, output: str) -> Path | None:
        """One of the files that the last build left."""
        there = tree(self.folder / output) if (self.folder / output).is_dir() else {}
        files = sorted(there.keys() - {".newsroom"})  # without it the folder would not be ours
        return self.folder / output / self.chance.choice(files) if files else None
