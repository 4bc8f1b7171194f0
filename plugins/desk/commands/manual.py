"""The editors' manual: what is made from the code, and the small site."""

from __future__ import annotations

from pathlib import Path

from invoke.context import Context
from invoke.tasks import task

from desk.commands.host import ROOT


@task
def reference(context: Context) -> None:
    """Write anew what of docs/ is made from the code: keys, problems, schemas."""
    from desk.manual.reference import reference as made

    for file, text in made():
        path = ROOT / file
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, "utf-8", newline="\n")
        print(file)


@task(help={"output": "the folder of the manual (.cache/manual)"})
def manual(context: Context, output: str = str(ROOT / ".cache" / "manual")) -> None:
    """Write the editors' manual as a small site; say where its first page is."""
    from desk.manual.reference import HANDBOOK
    from desk.manual.site import write_manual

    print(f"Hướng dẫn ở: {write_manual(ROOT / HANDBOOK, Path(output))}")
