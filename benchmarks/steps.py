"""What is done to an archive between two builds: each step edits it, and says which files."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.content import put

EVENING = "2025-12-31T22:00"
"""The moment of all builds but the last ones: after every article, before any midnight."""
_MIDNIGHTS = ("2026-01-01T00:05", "2026-12-20T00:05", "2027-01-01T00:05")
_MARK = "<!-- bench -->"


@dataclass(frozen=True, slots=True)
class Archive:
    """A generated archive, its articles from the oldest to the newest."""

    content: Path
    articles: tuple[Path, ...]

    def article(self, share: float, turn: int) -> Path:
        """Return another article each turn, some share of the way to the newest."""
        return self.articles[int(len(self.articles) * share) + turn]


@dataclass(frozen=True, slots=True)
class Step:
    """One kind of edit. `edit` gets the archive and the turn (0, 1, 2), returns what changed."""

    name: str
    edit: Callable[[Archive, int], list[Path]] = lambda _archive, _turn: []
    cold: bool = False
    template: bool = False
    moments: tuple[str, ...] = (EVENING,) * 3


def open_archive(content: Path) -> Archive:
    """Find the articles of a folder that `archive.make` made."""
    found = content.glob("articles/**/tin-*.md")
    return Archive(content, tuple(sorted(found, key=lambda path: int(path.stem[4:]))))


def edit_template(template: Path, turn: int) -> None:
    """Change what the base template says on every page."""
    text = re.sub(rf"(?:{_MARK}\d+)?</body>", f"{_MARK}{turn}</body>", template.read_text("utf-8"))
    template.write_text(text, "utf-8")


def _body(archive: Archive, turn: int) -> list[Path]:
    path = archive.article(0.5, turn)
    return _rewrite(path, f"{path.read_text('utf-8')}\nCâu được thêm, lần {turn}.\n")


def _title(archive: Archive, turn: int) -> list[Path]:
    path = archive.article(0.6, turn)
    return _replace(path, r"^title: (.*)$", r"title: \1, đã sửa")


def _retag(archive: Archive, turn: int) -> list[Path]:
    path = archive.article(0.7, turn)
    _replace(path, r"^campaigns: .*$", f"campaigns: [phong-trao-{turn + 5}]")
    return _replace(path, r"^units: .*$", f"units: [don-vi-{turn + 50}]")


def _new(archive: Archive, turn: int) -> list[Path]:
    text = archive.articles[-1].read_text("utf-8")
    text = re.sub(r"(?m)^date: .*$", f"date: 2025-12-31 21:0{turn}", text)
    return _rewrite(archive.content / f"articles/2025/12/tin-moi-{turn}.md", text)


def _delete(archive: Archive, turn: int) -> list[Path]:
    path = archive.article(0.8, turn)
    path.unlink()
    return [path]


def _campaign(archive: Archive, turn: int) -> list[Path]:
    path = archive.content / "campaigns" / "phong-trao-9.md"
    return _replace(path, r"(-09-28, value: )\d+", rf"\g<1>{40 + turn}")


def _replace(path: Path, pattern: str, by: str) -> list[Path]:
    text, changes = re.subn(pattern, by, path.read_text("utf-8"), count=1, flags=re.MULTILINE)
    if not changes:
        raise ValueError(f"{path.name} has nothing like {pattern}")
    return _rewrite(path, text)


def _rewrite(path: Path, text: str) -> list[Path]:
    put(path, text)
    return [path]


STEPS = (
    Step("cold", cold=True),
    Step("nothing changed"),
    Step("body", _body),
    Step("title", _title),
    Step("other campaign and unit", _retag),
    Step("new article", _new),
    Step("article deleted", _delete),
    Step("campaign data", _campaign),
    Step("base template", template=True),
    Step("midnight", moments=_MIDNIGHTS),
)
