"""A publishing house for tests: a target, a press that lays what it is told, and what was said."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any

from publishing.hosts import Target
from publishing.press import Printed
from publishing.publish import Order, Publishing
from tests.built_site import URL, lay, sound_site
from vietnamese import VIETNAM

NINE = datetime(2026, 11, 22, 9, tzinfo=VIETNAM)
Kinds = Mapping[str, tuple[str, str]]


@dataclass
class House:
    """Publishes to one target. Every publishing is a second later than the one before."""

    target: Target
    work: Path
    said: list[str] = field(default_factory=list)
    moment: datetime = NINE
    last: Publishing | None = None

    def publish(
        self, files: Mapping[str, str] | None = None, kinds: Kinds | None = None, **order: Any
    ) -> int:
        """Publish the sound site with these files in it."""
        site = sound_site() | dict(files or {})
        return self.publish_from(lambda built: lay(built, site), kinds, **order)

    def publish_from(
        self,
        build: Callable[[Path], object],
        kinds: Kinds | None = None,
        printed: Printed | None = None,
        **order: Any,
    ) -> int:
        """Publish what this build makes."""

        def press(built: Path) -> Printed:
            shutil.rmtree(built, ignore_errors=True)
            build(built)
            return printed or Printed(status=0, kinds=kinds or {})

        self.said.clear()
        self.moment += timedelta(seconds=1)
        self.last = Publishing(
            Order(
                press=press,
                target=self.target,
                workshop=self.work,
                moment=self.moment,
                say=self.said.append,
                **order,
            )
        )
        return self.last.run()

    @property
    def release(self) -> str:
        """The name of what is live."""
        live = self.target.manifest()
        return live.about.release if live else ""


__all__ = ["NINE", "URL", "House"]
