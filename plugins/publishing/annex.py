"""The annex: a folder that goes out beside the site and is no part of it, the page for writing in
the browser. Its files are a program of others: what holds for the site's pages, feeds and sizes
does not hold for them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from publishing.tables import TYPES

FOLDER = "admin"
KIND = "admin"
"""What a manifest calls its files."""
MAY_HOLD = frozenset(TYPES) | {"wasm"}
"""Endings of the files that may lie there."""
_POLICY, _OPENER, _ROBOTS = (
    "Content-Security-Policy",
    "Cross-Origin-Opener-Policy",
    "X-Robots-Tag",
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Annex:
    """How it is made, and what the host must say of its files in place of what it says of the
    site's."""

    lay: Callable[[Path], None]
    """Writes it into the built site given, over an earlier one. Failed where it cannot be."""
    policy: str
    """Its content security policy."""
    popups: bool = False
    """Whether people sign in through a window of their own, which must find back to this one."""

    @property
    def headers(self) -> tuple[tuple[str, str], ...]:
        """Name and value; all others are the site's."""
        return (
            (_POLICY, self.policy),
            (_OPENER, "unsafe-none" if self.popups else "same-origin"),
            (_ROBOTS, "noindex, nofollow"),
        )


def annexed(paths: Iterable[str]) -> frozenset[str]:
    """Those of the paths that lie in the annex."""
    return frozenset(path for path in paths if path.startswith(f"{FOLDER}/"))
