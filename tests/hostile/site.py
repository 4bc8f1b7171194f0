"""Everything hostile that must be neutralised, laid into one content folder."""

from __future__ import annotations

from pathlib import Path

from newsroom.reading.folders import FOLDERS
from tests.broken import lay
from tests.hostile.cases import Row
from tests.hostile.tables import fields, headers, markdown, paths, pictures, slow, texts

SOUND_PAGE = "tin/2020/07/hoi-nghi-so-ket/index.html"
"""A page of the sound site that all hostile content is laid over."""

TABLES: dict[str, tuple[Row, ...]] = {
    "raw HTML": markdown.RAW_HTML,
    "links": markdown.LINKS,
    "Markdown": markdown.MARKDOWN,
    "YAML": headers.YAML,
    "types": headers.TYPES,
    "addresses": headers.ADDRESSES,
    "paths": paths.PATHS,
    "file names": paths.NAMES,
    "stray files": paths.STRAY,
    "sizes": texts.SIZES,
    "directions": texts.DIRECTIONS,
    "issuers": texts.ISSUERS,
    "slow bodies": slow.SLOW,
    "pictures": pictures.PICTURES,
    "attachments": pictures.ATTACHMENTS,
}
ROWS = tuple(row for rows in TABLES.values() for row in rows)
REFUSED = tuple(row for row in ROWS if row.codes)
NEUTRAL = tuple(row for row in ROWS if not row.codes)


def lay_site(content: Path) -> None:
    """A sound site, all that is neutralised, and every payload in every field of every kind."""
    lay("", content)
    for row in NEUTRAL:
        row.lay(content)
    for name, payload in fields.PAYLOADS.items():
        for folder, kind in FOLDERS.items():
            ending = ".yaml" if kind == "section" else ".md"
            file = content / folder / f"{name}{ending}"
            file.parent.mkdir(exist_ok=True)
            file.write_text(fields.planted(kind, name, payload), "utf-8")
    everything = " ".join(fields.PAYLOADS.values())[:500]
    (content / "site.yaml").write_text(fields.planted("site", "site", everything), "utf-8")
