"""After publishing: the live host is asked whether it serves what was sent. A switch that a cache
or a wrong configuration hides looks, to whoever published, like one that worked."""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256

from newsroom.catalogue import Words
from publishing.asking import ask_all
from publishing.manifest import Manifest, compare
from publishing.order import HOME

MOST = 10
"""Pages that are asked for."""


def look_after(site: str, before: Manifest | None, after: Manifest, words: Words) -> Iterator[str]:
    """Ask for the home page and the first pages that are new or changed; a line for each that the
    host answers with other bytes, or one that all is well."""
    change = compare(before, after)
    pages = [path for path in (*change.new, *change.changed) if path.endswith(".html")]
    shown = [
        path for path in pages if after.files[path].kind not in ("redirect", "page:withdrawn")
    ]
    paths = list(dict.fromkeys([HOME, *shown]))[:MOST]
    wrong = 0
    for answer in ask_all(site, [path for path in paths if path in after.files]):
        if sha256(answer.body).hexdigest() != after.files[answer.path].digest:
            wrong += 1
            address = "/" + answer.path.removesuffix("index.html")
            yield words("after.other", path=address, status=answer.status)
    if not wrong:
        yield words("after.same", site=site, number=len(paths))
