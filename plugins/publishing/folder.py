"""The folder target: a build in; a folder that a Pages-type host serves out, whole or not at
all."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Callable
from pathlib import Path

from newsroom.catalogue import Words, read_catalogue
from publishing.guard import MARKER, Refusal, guard, home_url
from publishing.links import files_of, read_site
from publishing.pages import Page
from publishing.swap import Busy, swap, workshop
from publishing.tables import FIRST_LINE, headers_file, redirects_file

PUBLISHED, FAILED, PROBLEMS = 0, 1, 2
"""Exit statuses: published; refused or failed, with the folder untouched; problems in content."""
SHOWN = 40
"""How many refusals are told one by one."""


def publish_to_folder(
    *,
    build: Callable[[Path], int],
    target: Path,
    site_url: str = "",
    language: str = "vi",
    say: Callable[[str], None] = print,
) -> int:
    """Build, guard, and leave the site in `target`; answer with the exit status.

    `build` builds into the folder it is given and answers with its own exit status. Without
    `site_url` the site stands where its home page says. A file whose bytes did not change keeps
    its mtime.
    """
    words = read_catalogue(Path(__file__).parent / "translations", "publishing", language)
    target = Path(os.path.realpath(target))
    if not _is_ours(target):
        say(words("target.not_ours", target=str(target)))
        return FAILED
    try:
        with workshop(target) as place:
            return _publish(build, place, target, site_url, words, say)
    except Busy:
        say(words("target.busy", target=str(target)))
    except OSError as error:
        say(words("target.failed", target=str(target), error=str(error)))
    return FAILED


def _is_ours(target: Path) -> bool:
    """Missing, empty, or published by us before: nothing else is ever replaced."""
    if not target.exists():
        return True
    if not target.is_dir():
        return False
    table = target / "_headers"
    if table.is_file():
        return table.read_text("utf-8", errors="replace").startswith(FIRST_LINE)
    return not any(target.iterdir())


def _publish(
    build: Callable[[Path], int],
    place: Path,
    target: Path,
    site_url: str,
    words: Words,
    say: Callable[[str], None],
) -> int:
    built, edition = place / "built", place / "edition"
    status = build(built)
    if status:
        say(words("build.problems" if status == PROBLEMS else "build.failed"))
        return PROBLEMS if status == PROBLEMS else FAILED
    pages = read_site(built)
    site_url = site_url or home_url(pages)
    refusals = guard(built, site_url, pages)
    if refusals:
        _refuse(refusals, words, say)
        return FAILED
    _assemble(built, edition, target)
    _lay_tables(edition, pages, site_url)
    swap(edition, target)
    say(words("published", target=str(target), url=site_url))
    return PUBLISHED


def _refuse(refusals: list[Refusal], words: Words, say: Callable[[str], None]) -> None:
    for refusal in refusals[:SHOWN]:
        say(refusal.said(words))
    if len(refusals) > SHOWN:
        say(words("refused.more", number=len(refusals) - SHOWN))
    say(words("refused"))


def _assemble(built: Path, edition: Path, live: Path) -> None:
    edition.mkdir()
    for path in sorted(files_of(built) - {MARKER}):
        source = live / path if _same(built / path, live / path) else built / path
        (edition / path).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy2(source, edition / path)


def _lay_tables(edition: Path, pages: dict[str, Page], site_url: str) -> None:
    for name, text in (
        ("_headers", headers_file(pages.values(), site_url)),
        ("_redirects", redirects_file(pages, site_url)),
    ):
        (edition / name).write_text(text, "utf-8", newline="\n")
    if sys.platform != "win32":
        os.sync()


def _same(new: Path, old: Path) -> bool:
    return old.is_file() and not old.is_symlink() and new.read_bytes() == old.read_bytes()
