"""One publishing in a process of its own, to be killed: its order, as JSON, on standard input."""

from __future__ import annotations

import json
import os
import signal
import sys
from datetime import timedelta
from pathlib import Path
from typing import Any

from publishing.rsync import Rsync
from publishing.targets import open_target
from tests.publishing.house import NINE, House

SAID = "said.txt"
"""What the publishing said, in its work folder."""


def main() -> int:
    """Publish; with `kill_before`, kill this and all it started before so many rsync commands."""
    order = json.load(sys.stdin)
    if order["kill_before"]:
        kill_before(order["kill_before"])
    work = Path(order["work"])
    moment = NINE + timedelta(hours=1, seconds=order["number"])
    house = House(open_target(order["options"], work), work, moment=moment)
    status = house.publish(order["files"])
    (work / SAID).write_text("\n".join(house.said), "utf-8")
    return status


def kill_before(number: int) -> None:
    plain, seen = Rsync._run, [0]

    def run(self: Rsync, arguments: list[str], **more: Any) -> str:
        seen[0] += 1
        if seen[0] == number:
            os.killpg(0, signal.SIGKILL)
        return plain(self, arguments, **more)

    Rsync._run = run  # type: ignore[method-assign]  # this process is made to be killed


if __name__ == "__main__":
    sys.exit(main())
