"""What every target of publishing offers, and how it fails: the words that the rooms for folders,
servers and object stores share."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from publishing.edition import Edition
from publishing.manifest import About, Manifest


class Failed(Exception):
    """A target could not do what was asked, and what is live is as it was. It bears an id of the
    catalogue and what its sentence names; never a key, nor what a program said that may hold
    one."""

    def __init__(self, id: str, **about: object) -> None:
        super().__init__(id)
        self.id = id
        self.about = about


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """What went over the wire."""

    files: int
    """How many were sent."""
    bytes: int
    """How many bytes; of a folder, those written."""
    removed: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Live:
    """What is at the host."""

    releases: tuple[About, ...]
    """Those that one can go back to, the newest first."""
    live: str = ""
    """The name of the one that readers get; empty where there is none."""


class Target(Protocol):
    """A place where readers get the site. Every method may raise Failed, or OSError."""

    names_blocks: bool
    """Whether the folder of public files is named by the inline blocks of its pages."""

    def held(self) -> AbstractContextManager[None]:
        """Hold it against other publishings of this machine. Failed where one is under way."""
        raise NotImplementedError

    def manifest(self) -> Manifest | None:
        """What is live; None where nothing is. Failed where nobody can tell."""

    def fetch(self, paths: Iterable[str], into: Path) -> None:
        """Lay these files of the live release into a folder, those that it has."""

    def send(self, edition: Edition, live: Manifest | None) -> Sent:
        """Make the edition live, and what is live now one to go back to."""
        raise NotImplementedError

    def releases(self) -> Live:
        """What one can go back to."""
        raise NotImplementedError

    def of(self, release: str) -> Manifest:
        """The manifest of that release. Failed where there is none."""
        raise NotImplementedError

    def go_back(self, to: Manifest, live: Manifest) -> None:
        """Make an earlier release live again."""

    def forget_others(self) -> None:
        """Remove every release but the live one: nobody can go back past a withdrawal."""


Options = Mapping[str, object]
"""A target's options as publishconf.py has them."""


def text_option(options: Options, name: str, default: str = "") -> str:
    """One option that is text; Failed where it is something else."""
    value = options.get(name, default)
    if not isinstance(value, str):
        raise Failed("option.text", name=name)
    return value


def number_option(options: Options, name: str, default: int) -> int:
    """One option that is a whole number from 1; Failed where it is something else."""
    value = options.get(name, default)
    if not isinstance(value, int) or isinstance(value, bool) or value < 1:
        raise Failed("option.number", name=name)
    return value
