"""The keys, the types and the problem catalogue in; the files of the manual that are made of them
out: they stand in the repository, and a test compares them with the code."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from desk.keys.page import page_of_keys
from desk.manual.schemas import schema_of
from newsroom.catalogue import Words, read_catalogue
from newsroom.records.values import KINDS

ROOT = Path(__file__).resolve().parents[3]
HANDBOOK = Path("docs/huong-dan")
SCHEMAS = Path("docs/schema")
_SECTION = re.compile(r"^(### ([ENW]\d{3}) — .+)\n(?:\n> Máy nói: .+(?:\n>.*)*\n)?", re.MULTILINE)
_NAME = re.compile(r"\{\w+\}")


def reference(root: Path = ROOT) -> Iterator[tuple[Path, str]]:
    """Each file that is made, by its path in the repository, as it should be."""
    yield HANDBOOK / "khoa.md", page_of_keys()
    errors = HANDBOOK / "loi.md"
    yield errors, with_sentences((root / errors).read_text("utf-8"))
    for kind in KINDS:
        schema = json.dumps(schema_of(kind), ensure_ascii=False, indent=2)
        yield SCHEMAS / f"{kind}.json", f"{schema}\n"


def with_sentences(page: str) -> str:
    """The page of problems, each with what the program says of it, as the catalogue has it."""
    folder = ROOT / "plugins" / "newsroom" / "translations"
    words = read_catalogue(folder, "problems", "vi")
    return _SECTION.sub(lambda found: _section(found[1], found[2], words), page)


def _section(heading: str, code: str, words: Words) -> str:
    said = "; hoặc: ".join(_said(code, words))
    ways = "; hoặc: ".join(_said(f"{code}.hint", words))
    return f"{heading}\n\n> Máy nói: {said} ({ways})\n"


def _said(id: str, words: Words) -> Iterator[str]:
    """Every sentence of an entry, with dots where it names something of the file."""
    for number in count(1):
        entry = id if number == 1 else f"{id}.{number}"
        if entry not in words:
            return
        text = _NAME.sub("…", words(entry)).replace("{{", "{").replace("}}", "}")
        yield re.sub(r"([\[\]*_`<>\\])", r"\\\1", text)
