"""What a process may keep from one build for the next, because it is known by what it was made of:
packets that were opened, and a press whose templates are compiled."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import UTC, datetime
from functools import cached_property
from typing import Self

from newsroom.catalogue import Words
from newsroom.reading import Hand, Kept, Memory
from newsroom.reading.packets import Packets
from newsroom.rendering import Press, Versions
from newsroom.settings import Settings
from newsroom.undisturbed import Asked

_ANY_MOMENT = datetime(2000, 1, 1, tzinfo=UTC)


class Warmth:
    """Nothing at first. A build that is alone in its process leaves no use of it."""

    def __init__(self, kept: Kept | None = None) -> None:
        self.kept = kept
        self.asked = Asked()
        """Of Ctrl-C while files were written."""
        self._press: tuple[Settings, Versions, Press] | None = None

    @classmethod
    def lasting(cls) -> Self:
        """One that keeps what was read, for a process that builds again."""
        return cls(Kept())

    @cached_property
    def hand(self) -> Hand:
        """Reads single files as they are now."""
        return Hand(Packets((self.kept or Kept()).texts))

    def remember_with(self, memory: Memory) -> None:
        """Texts that were left in the state are asked of this memory from now on."""
        if self.kept:
            self.kept.texts.memory = memory

    def press(self, settings: Settings, words: Mapping[str, Words], versions: Versions) -> Press:
        """One that draws with these: the last one, where nothing that it draws with changed."""
        asked = _timeless(settings)
        if self._press is None or self._press[0] != asked or not self._press[1].same(versions):
            self._press = asked, versions, Press(settings, words)
        return self._press[2]


def _timeless(settings: Settings) -> Settings:
    """Nothing is drawn by the clock: what it decides stands in the views."""
    return replace(settings, now=_ANY_MOMENT)
