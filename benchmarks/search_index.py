"""Makes the search page and its index of an archive, and nothing else of its site, in one process:
search_index.py CONTENT FOLDER. Leaves in seconds.json what search took: to plan it and to make
its files. Reading the archive and compiling templates, which a build does anyway, are not in it.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from datetime import datetime
from pathlib import Path

from benchmarks.peers import ROOT

sys.path.insert(0, str(ROOT / "plugins"))

from newsroom.catalogue import interface_words
from newsroom.linking import link
from newsroom.planning.draft import Draft
from newsroom.planning.output import Output
from newsroom.planning.places import Places
from newsroom.planning.search import plan_search
from newsroom.reading import read
from newsroom.rendering import Press
from newsroom.settings import Settings
from newsroom.state import environment_of, open_state
from vietnamese import VIETNAM

NOW = datetime(2026, 11, 22, 8, tzinfo=VIETNAM)


def main() -> None:
    """Make it as the command line says."""
    content, folder = map(Path, sys.argv[1:])
    settings = Settings(
        content=content,
        output=folder / "output",
        cache=folder / "cache",
        theme=ROOT / "theme",
        now=NOW,
    )
    words = interface_words(settings.theme, {})
    state = open_state(settings, environment_of(settings))  # keeps texts out of memory
    records = read(settings, state).records
    if records is None:
        sys.exit("the archive is broken")
    site = link(records, now=settings.now).site
    press = Press(settings, words)
    gc.disable()  # as a build does
    began = time.perf_counter(), time.process_time()
    draft = Draft(site, Places.of("https://mau.example"), words)
    plan_search(draft, settings)
    gc.freeze()
    gc.enable()
    _make([each for each in draft.outputs if each.renderer != "page"], press, settings.output)
    wall, cpu = time.perf_counter() - began[0], time.process_time() - began[1]
    seconds = {"wall": wall, "cpu": cpu}
    _make([each for each in draft.outputs if each.renderer == "page"], press, settings.output)
    _remove_others(draft.outputs, settings.output)
    state.close()
    (folder / "seconds.json").write_text(json.dumps(seconds), "utf-8")


def _make(outputs: list[Output], press: Press, folder: Path) -> None:
    """Files that stand there already are named by their content, and so are right."""
    for output in outputs:
        path = folder / output.path
        if path.suffix == ".bin" and path.exists():
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(press.render_one(output))


def _remove_others(outputs: list[Output], folder: Path) -> None:
    planned = {str(folder / output.path) for output in outputs}
    for path in folder.rglob("*.bin"):
        if str(path) not in planned:
            path.unlink()


if __name__ == "__main__":
    main()
