"""A site and its files in; what an editor would say of its texts out, each a warning.

A rule that needs one text stands in `one_text.py`; one that needs several in `several.py`.
"""

from __future__ import annotations

from collections.abc import Container, Iterator
from pathlib import Path

from desk.checking.one_text import of_one_text
from desk.checking.several import of_several
from desk.checking.written import Written, written
from newsroom.linking.site import Site
from newsroom.problems import Problem

EDITORIAL = (
    *("W501", "W502", "W503", "W504", "W505", "W506", "W507", "W508", "W509", "W510"),
    *("W511", "W512", "W513"),
)
"""The codes of editorial rules, which an agency may take for errors."""


def remarks(site: Site, content: Path, wanted: Container[str] = ()) -> Iterator[Problem]:
    """Every remark on the records of a site; on these files alone where any are `wanted`."""
    yield from of_several(site, wanted)
    for kind, record in site.records.all():
        if wanted and record.file not in wanted:
            continue
        text: Written | None = written(kind, record, content)
        if text is not None:
            yield from of_one_text(text, site)
