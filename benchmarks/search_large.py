"""The index of very many articles alone: python -m benchmarks.search_large 100000.

Bodies lie on disk, as the build's state keeps them; no site, no pages, no register. Prints what
each segment cost, the most memory held, and the bytes of the index that a query of two syllables
fetches. `benchmarks.search` measures the whole.
"""

from __future__ import annotations

import argparse
import multiprocessing
import resource
import sys
import tempfile
import time
import zlib
from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

from benchmarks.peers import ROOT
from benchmarks.search import DATA, SHORT
from benchmarks.search_corpus import UNITS, Text, texts

sys.path.insert(0, str(ROOT / "plugins"))

import msgspec

from newsroom.planning.views.search import Entry, Segment, ShardView
from newsroom.records import body
from newsroom.rendering.search_cache import shard
from newsroom.rendering.search_vocabulary import spread
from vietnamese import search_syllables

Row = tuple[Text, int, int, int]
"""An article without its body; how many letters that has, and where on disk it begins and ends."""


def main() -> None:
    """Measure what the command line asks for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("articles", type=int)
    articles = parser.parse_args().articles
    if not DATA.exists():
        sys.exit(f"{DATA}: the real news is not beside this checkout")
    with tempfile.TemporaryDirectory(dir=ROOT / ".cache") as name:
        folder = Path(name)
        maker = multiprocessing.Process(target=_lay, args=(folder, articles))
        maker.start()  # a process of its own: its memory is not the index's
        maker.join()
        segments = list(_segments(folder))
        print(f"before the index: {_peak():,.0f} MiB")
        for segment in segments:
            _measure(segment, folder)
        for query in SHORT:
            sizes = [len(each) for each in _fetched(query, segments, folder)]
            print(f"{query}: {sum(sizes) / 1000:.1f} kB, {len(sizes)} files")


def _lay(folder: Path, articles: int) -> None:
    rows = []
    with (folder / "bodies").open("wb") as file:
        for text in texts(DATA, articles):
            words = "\n".join(text.body)
            start = file.tell()
            file.write(zlib.compress(words.encode(), 1))
            head = Text(text.id, text.source, text.title, text.lead, (), text.day)
            rows.append((head, len(words), start, file.tell()))
    (folder / "heads").write_bytes(msgspec.msgpack.encode(rows))


def _segments(folder: Path) -> Iterator[Segment]:
    """Closed years, this year, the newest month."""
    rows = msgspec.msgpack.decode((folder / "heads").read_bytes(), type=list[Row])
    newest = rows[-1][0].day
    parts: dict[str, list[Entry]] = {"closed-0": [], "year": [], "month": []}
    for number, (text, size, start, end) in enumerate(rows):
        this_year = text.day.year == newest.year
        name = "closed-0" if not this_year else "year"
        name = "month" if this_year and text.day.month == newest.month else name
        parts[name].append(_entry(number, text, _body(folder, size, start, end)))
    for name, entries in parts.items():
        yield Segment(entries, 32, name)


def _entry(number: int, text: Text, its: body.Body) -> Entry:
    return Entry(
        title=text.title,
        lead=(text.lead,) if text.lead else (),
        words=(f"{text.day.day}/{text.day.month}/{text.day.year}",),
        body=its,
        facets=(f"section:muc-{number % 4}", f"unit:don-vi-{number % UNITS}"),
    )


def _body(folder: Path, size: int, start: int, end: int) -> body.Body:
    def fetched(_: str) -> body.Text:
        with (folder / "bodies").open("rb") as file:
            file.seek(start)
            return body.Text((), zlib.decompress(file.read(end - start)).decode())

    return body.Body.light((f"{start:032x}", "…", size, [], []), fetched)


def _measure(segment: Segment, folder: Path) -> None:
    began = time.process_time()
    shard(ShardView(segment=segment, number=0), folder / "index")
    print(
        f"{segment.name}: {len(segment.entries):,} articles, {segment.shards:,} files,"
        f" {time.process_time() - began:.1f} s of CPU, peak so far {_peak():,.0f} MiB"
    )


def _peak() -> float:
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024


def _fetched(query: str, segments: list[Segment], folder: Path) -> Iterator[bytes]:
    keys = [key for key, _ in search_syllables(query)]
    for segment in segments:
        hashes = (spread(first) + spread(f" {second[:2]}") for first, second in pairwise(keys))
        for number in {found % segment.shards for found in hashes}:
            yield shard(ShardView(segment=segment, number=number), folder / "index")


if __name__ == "__main__":
    main()
