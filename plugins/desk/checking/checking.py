"""A content folder in; what reading, linking and planning say of it, what an editor would, and
which texts wait for their approver, out. Nothing is built or written."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from pathlib import Path

from desk.checking.rules import EDITORIAL, remarks
from newsroom.catalogue import interface_words
from newsroom.linking import link
from newsroom.linking.site import Site
from newsroom.planning.site_plan import plan
from newsroom.problems import Problem, nearest, problem
from newsroom.reading import locate, read
from newsroom.reading.folders import SITE
from newsroom.records import Records, SiteInfo
from newsroom.settings import Settings

ALL = "all"


class NoSuchFile(Exception):
    """A file to check that is not in content; its name."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What there is to say, each with its place, in order of files."""

    problems: tuple[Problem, ...]

    @property
    def errors(self) -> int:
        """How many of them must be mended before anything is built."""
        return sum(one.severity == "error" for one in self.problems)


def check(settings: Settings, files: Iterable[str] = ()) -> Checked:
    """Check all, and tell of these files (paths under content/) alone where any are given."""
    wanted = set(files)
    found = [one for one in _found(settings, wanted) if not wanted or one.file in wanted]
    return Checked(tuple(sorted(set(locate(found, settings.content)))))


def _found(settings: Settings, wanted: set[str]) -> Iterator[Problem]:
    reading = read(settings)
    yield from reading.problems
    if reading.records is None:
        return
    linked = link(reading.records, now=settings.now, broken=reading.broken)
    yield from linked.problems
    if not any(one.severity == "error" for one in (*reading.problems, *linked.problems)):
        words = interface_words(settings.theme, settings.labels)
        yield from plan(linked.site, settings, words).problems
    yield from editorial(reading.records, settings, wanted)


def editorial(
    records: Records, settings: Settings, wanted: set[str] | frozenset[str] = frozenset()
) -> Iterator[Problem]:
    """What an editor would say; an error where the agency wants it so (`editorial_errors`)."""
    yield from _unknown(records.site)
    raised = set(records.site.editorial_errors)
    site = Site(records, now=settings.now, preview=True)
    for remark in remarks(site, settings.content, wanted):
        strict = remark.code in raised or ALL in raised
        yield replace(remark, code=f"E{remark.code[1:]}") if strict else remark
    for article in records.article.values():
        if article.status == "review":
            yield problem(article.file, "N520", keys=("status",), title=article.title)


def _unknown(site: SiteInfo) -> Iterator[Problem]:
    for number, code in enumerate(site.editorial_errors):
        if code not in (*EDITORIAL, ALL):
            yield problem(
                site.file,
                "E500",
                keys=("editorial_errors", number),
                name=code,
                suggestion=nearest(code, EDITORIAL),
                choices=", ".join((*EDITORIAL, ALL)),
            )


def named_in(content: Path, file: Path) -> str:
    """The path under content/ of a file, given from here or from content/. Raises NoSuchFile."""
    for path in (file.absolute(), content.absolute() / file):
        if path.is_file() and path.resolve().is_relative_to(content.resolve()):
            return path.resolve().relative_to(content.resolve()).as_posix()
    raise NoSuchFile(str(file))


def raised(settings: Settings) -> tuple[Problem, ...]:
    """The editorial rules that this agency takes for errors and that its texts break, with their
    places; nothing is read for an agency that has none."""
    if not _has_rules(settings.content):
        return ()
    records = read(settings).records
    found = editorial(records, settings) if records else ()
    errors = [one for one in found if one.severity == "error"]
    return tuple(sorted(set(locate(errors, settings.content))))


def _has_rules(content: Path) -> bool:
    try:
        return b"editorial_errors" in (content / SITE).read_bytes()
    except OSError:
        return False
