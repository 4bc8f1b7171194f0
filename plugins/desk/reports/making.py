"""What was asked for in; the report's files on disk out, or one line that says why not."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from pathlib import Path

from desk.reports.as_html import as_html
from desk.reports.as_markdown import as_markdown
from desk.reports.as_word import as_word
from desk.reports.coverage import coverage
from desk.reports.paper import Paper
from desk.reports.review import review
from desk.reports.span import Span
from desk.reports.stale import stale
from desk.reports.wording import HERE, Wording
from desk.writing import Taken, write_all
from newsroom.catalogue import Words, interface_words, read_catalogue
from newsroom.linking import Site, link
from newsroom.linking.suggestions import Suggestions
from newsroom.problems import Problem
from newsroom.reading import locate, read
from newsroom.records.spellings import read_period
from newsroom.settings import Settings
from newsroom.writing.folder import MARKER

KINDS = ("review", "coverage", "stale")


class Refused(Exception):
    """What was asked cannot be; says why in one line of Vietnamese."""


class Broken(Exception):
    """Content has errors, so a report made from it would be wrong."""

    def __init__(self, problems: tuple[Problem, ...]) -> None:
        super().__init__(problems)
        self.problems = problems


@dataclass(frozen=True, slots=True, kw_only=True)
class Asked:
    """A report as it was asked for, all in text as typed."""

    what: str
    bloc: str = ""
    period: str = ""
    year: str = ""
    months: str = "12"


def make(asked: Asked, settings: Settings, folder: Path, *, overwrite: bool = False) -> list[Path]:
    """Write the report as .docx, .html and .md into the folder. Raises Refused, Broken, and
    NotWritten where the disk refuses."""
    say = read_catalogue(HERE / "translations", "reports", "vi")
    _check_folder(folder, settings, say)
    if asked.what not in KINDS:
        raise Refused(say("told.what", what=asked.what))
    site = _open(settings)
    theme = interface_words(settings.theme, settings.labels)["vi"]
    paper = _papers(say)[asked.what](asked, site, Wording(site, theme))
    files = _files(paper, settings, folder)
    if overwrite:
        for path in files:
            path.unlink(missing_ok=True)
    try:
        write_all(files)
    except Taken as there:
        raise Refused(say("told.taken", path=there)) from there
    return list(files)


def _check_folder(folder: Path, settings: Settings, say: Words) -> None:
    """Reports are not published: not into content, nor into any site that a build wrote."""
    real = Path(os.path.realpath(folder))
    why = ""
    if real.is_relative_to(os.path.realpath(settings.content)):
        why = "told.in_content"
    elif any(
        (parent / MARKER).exists() for parent in (real, *real.parents)
    ) or real.is_relative_to(os.path.realpath(settings.output)):
        why = "told.in_site"
    if why:
        raise Refused(say("told.output", folder=folder, why=say(why)))


def _open(settings: Settings) -> Site:
    """The linked site, as readers would see it at `now`. Raises Broken."""
    reading = read(settings)
    if reading.records is None:
        raise Broken(tuple(locate(reading.problems, settings.content)))
    linked = link(reading.records, now=settings.now, broken=reading.broken)
    problems = (*reading.problems, *linked.problems)
    if any(problem.severity == "error" for problem in problems):
        raise Broken(tuple(locate(problems, settings.content)))
    return linked.site


def _papers(say: Words) -> Mapping[str, Callable[[Asked, Site, Wording], Paper]]:
    def reviewed(asked: Asked, site: Site, wording: Wording) -> Paper:
        return _review(asked, site, wording, say)

    def covered(asked: Asked, site: Site, wording: Wording) -> Paper:
        if not asked.year:
            raise Refused(say("told.year"))
        if not re.fullmatch(r"[12]\d{3}", asked.year, re.ASCII):
            raise Refused(say("told.year_wrong", year=asked.year))
        return coverage(site, int(asked.year), wording, site.today)

    def left(asked: Asked, site: Site, wording: Wording) -> Paper:
        if not re.fullmatch(r"[1-9]\d{0,2}", asked.months, re.ASCII):
            raise Refused(say("told.months", months=asked.months))
        return stale(site, int(asked.months), wording)

    return {"review": reviewed, "coverage": covered, "stale": left}


def _review(asked: Asked, site: Site, wording: Wording, say: Words) -> Paper:
    if not (asked.bloc and asked.period):
        example = next(iter(site.records.bloc), "ma-khoi")
        raise Refused(say("told.bloc_missing", bloc=asked.bloc or example))
    bloc = site.records.bloc.get(asked.bloc)
    if bloc is None:
        near = Suggestions(site.records).nearest("bloc", asked.bloc)
        meant = say("told.meant", near=near) if near else ""
        raise Refused(say("told.no_bloc", bloc=asked.bloc, meant=meant))
    try:
        period = read_period(asked.period)
    except ValueError:
        raise Refused(say("told.period", period=asked.period)) from None
    return review(Span(site, bloc, period), asked.period, wording, site.today)


def _files(paper: Paper, settings: Settings, folder: Path) -> dict[Path, bytes]:
    return {
        folder / f"{paper.name}.docx": as_word(paper, settings.now),
        folder / f"{paper.name}.html": as_html(paper),
        folder / f"{paper.name}.md": as_markdown(paper),
    }
