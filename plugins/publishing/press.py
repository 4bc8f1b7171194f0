"""The press: content in; the built site out, with what the plan knows of its files."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from newsroom.build import Build
from newsroom.endings import Stopped
from newsroom.linking.states import is_hidden
from newsroom.planning.output import Output
from newsroom.rendering.styles import assemble
from newsroom.settings import Settings
from publishing.pages import read_page
from publishing.tables import hashes


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """How a build ended, and what publishing must know of it."""

    status: int
    """As a build's: 0 built, 1 failed, 2 problems in content."""
    kinds: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Of each file, by path: its kind, and the content file that it exists for."""
    hidden: tuple[str, ...] = ()
    """Titles of drafts and embargoed articles that no article in public has too."""
    planned: frozenset[str] | None = None
    """The inline blocks that the theme writes, by their names in a policy."""
    next_change: datetime | None = None
    """When the clock alone will change the site."""


Press = Callable[[Path], Printed]
"""Builds into the folder it is given."""


def press(settings: Callable[[Path], Settings]) -> Press:
    """The press that builds with these settings, asked for with the folder to build into."""

    def run(output: Path) -> Printed:
        try:
            with Build(settings(output)) as build:
                build.decide()
                status = build.make()
                return Printed(
                    status=status,
                    kinds={
                        each.path: (kind_of(each), each.source) for each in build.decided.outputs
                    },
                    hidden=_hidden_titles(build),
                    planned=planned_blocks(build.settings.theme),
                    next_change=build.next_change,
                )
        except Stopped as stopped:
            return Printed(status=stopped.status)

    return run


def next_change_after(settings: Settings, moment: datetime) -> datetime | None:
    """When the clock alone changes the site for the first time after the moment; None where it
    never will. Nothing is built. Stopped where the content has problems."""
    with Build(replace(settings, now=moment, check=True)) as build:
        build.decide()
        return build.next_change


def planned_blocks(theme: Path) -> frozenset[str]:
    """Every inline block that stands in the theme's templates, and its one block of styles: a page
    that has another has it from somewhere else."""
    texts = {assemble(theme).text}
    for file in theme.rglob("*.html"):
        page = read_page(file.read_text("utf-8"))
        texts |= page.scripts | page.styles
    return frozenset(hashes(texts))


def kind_of(output: Output) -> str:
    """page:article, feed, photo…; the two stubs, redirect and withdrawn, are named as such."""
    if output.renderer != "page":
        return output.renderer
    template = Path(output.template).stem
    return template if template == "redirect" else f"page:{template}"


def _hidden_titles(build: Build) -> tuple[str, ...]:
    titles: dict[bool, set[str]] = {True: set(), False: set()}
    for article in build.decided.records.article.values():
        titles[is_hidden(article, build.settings.now)].add(article.title)
    return tuple(sorted(titles[True] - titles[False]))
