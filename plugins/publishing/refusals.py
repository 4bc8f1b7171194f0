"""Refusals: why a site must not go out, and the site itself as the guard sees it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path

from newsroom.catalogue import Words
from publishing.annex import KIND, annexed
from publishing.edition import MARKER, entries_of
from publishing.links import files_of, read_site
from publishing.manifest import Entry, Manifest
from publishing.pages import Page


@dataclass(frozen=True, slots=True, order=True)
class Refusal:
    """One reason: an id of the catalogue, and what its sentence names."""

    id: str
    about: tuple[tuple[str, str], ...] = ()

    def said(self, words: Words) -> str:
        """The reason in one line."""
        return words(self.id, **dict(self.about))


def refuse(id: str, **about: object) -> Refusal:
    """A refusal that names these."""
    return Refusal(id, tuple((name, str(value)) for name, value in about.items()))


@dataclass(frozen=True, kw_only=True)
class Candidate:
    """A built site that would go out, and all that it is held against."""

    built: Path
    given_url: str = ""
    """Where it will stand; empty: where its home page says."""
    kinds: Mapping[str, tuple[str, str]] = field(default_factory=dict)
    """Of each file, by path: its kind, and the content file that it exists for."""
    live: Manifest | None = None
    """What is live; None where nothing is, or nobody knows."""
    planned: frozenset[str] | None = None
    """The inline blocks that the theme writes, by their names in a policy; None: unknown."""
    hidden: tuple[str, ...] = ()
    """Titles of drafts and embargoed articles."""
    secrets: Mapping[str, str] = field(default_factory=dict)
    """Values of the variables that hold keys, by the variable's name."""
    machine: tuple[str, ...] = ()
    """Folders of this machine that no page may name."""
    most_deletions: int = 0
    """How many files may go at once; 0: a tenth of what is live, but at least a hundred."""

    has_annex: bool = False
    """Whether the annex lies beside it (annex.py); it is no part of `files` and `pages`."""

    @cached_property
    def files(self) -> frozenset[str]:
        """Its paths, without the build's own marker."""
        return files_of(self.built) - {MARKER} - self.annexed

    @cached_property
    def annexed(self) -> frozenset[str]:
        """The paths of the annex."""
        return annexed(files_of(self.built)) if self.has_annex else frozenset()

    @cached_property
    def pages(self) -> dict[str, Page]:
        """Every file that can hold links, read."""
        read = read_site(self.built)
        return {path: page for path, page in read.items() if path in self.files}

    @cached_property
    def entries(self) -> dict[str, Entry]:
        """Every file, the annex's too, as a manifest has it."""
        kinds = {**self.kinds, **dict.fromkeys(self.annexed, (KIND, ""))}
        return entries_of(self.built, self.files | self.annexed, kinds)

    @property
    def site_url(self) -> str:
        """Where it will stand; empty where neither anybody nor its home page says."""
        return self.given_url or home_url(self.pages)


def home_url(pages: Mapping[str, Page]) -> str:
    """The address that the home page itself gives as its own; empty where it gives none."""
    home = pages.get("index.html")
    return home.canonical if home else ""
