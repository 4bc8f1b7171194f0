"""Fuzzes the reader of front matter, the body pipeline and the cleaning with what atheris makes,
led by the code that it reaches: `make fuzz-covered SECONDS=600`. Atheris is built for Python 3.11
alone, so it is in no environment of the project's but the one that this target makes.

It begins with every hostile text of the tests. What must hold: a header is values or problems; no
body comes out with anything live; cleaning twice is cleaning once. What breaks it is kept in
.cache/fuzz-covered, and ends the run with a status that is not 0; it becomes a test.
"""

from __future__ import annotations

import sys

import atheris  # type: ignore[import-untyped]

with atheris.instrument_imports(include=["newsroom.reading", "markdown", "html"]):
    from newsroom.reading.bodies import BodyReader
    from newsroom.reading.bodies.cleaning import cleaned
    from newsroom.reading.decoding import CONTROL
    from newsroom.reading.findings import Findings
    from newsroom.reading.front_matter import parse
    from tests.building import ROOT
    from tests.hostile.living import live_in
    from tests.hostile.site import ROWS

WORK = ROOT / ".cache" / "fuzz-covered"
MOST = 4000
"""Bytes of a text."""


def main() -> None:
    """Fuzz for as long as the command line says."""
    seconds = int(sys.argv[1]) if len(sys.argv) > 1 else 600
    seeds = WORK / "seeds"
    seeds.mkdir(parents=True, exist_ok=True)
    for number, text in enumerate(texts()):
        for door in range(3):
            (seeds / f"{number}-{door}").write_bytes(bytes([door]) + text.encode()[:MOST])
    options = [
        f"-max_total_time={seconds}",
        f"-max_len={MOST}",
        f"-artifact_prefix={WORK}/",
        "-print_final_stats=1",
        "-timeout=60",
        "-rss_limit_mb=2048",
    ]
    atheris.Setup([sys.argv[0], *options, str(seeds)], try_one)
    atheris.Fuzz()


def texts() -> list[str]:
    """Header and body of every hostile row, apart."""
    whole = [data for row in ROWS for data in row.files.values() if isinstance(data, str)]
    parts = [part for text in whole for part in text.split("---\n")]
    return sorted({part for part in parts if part.strip()})


def try_one(data: bytes) -> None:
    """One input: its first byte chooses the door, the rest is the text."""
    text = data[1:].decode("utf-8", "replace")
    DOORS[data[0] % len(DOORS) if data else 0](text)


def body(text: str) -> None:
    """Through Markdown and cleaning."""
    read = BodyReader().read(text, 1, Findings("x.md")).body
    assert live_in("".join(read.parts)) == []
    assert not any("\0" in part for part in read.parts)


def cleaning(text: str) -> None:
    """HTML as it is."""
    once = cleaned(text, "")
    assert live_in(once) == []
    assert cleaned(once, "") == once


def header(text: str) -> None:
    """Front matter, without the signs that are told of before it is looked at."""
    text = CONTROL.sub("", text).translate(dict.fromkeys(b"\x0b\x0c", " "))
    lines, findings = text.split("\n"), Findings("x.md")
    values = parse(lines, 2, findings)
    assert values is not None or findings.problems
    assert all(2 <= one.line <= len(lines) + 2 for one in findings.problems if one.line)


DOORS = (body, cleaning, header)

if __name__ == "__main__":
    main()
