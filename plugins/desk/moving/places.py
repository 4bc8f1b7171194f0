"""Outlines, the table and the site's records in; for each item its id, its file, its references,
its tags and its old addresses, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path
from urllib.parse import unquote

from desk.moving.memory import Memory
from desk.moving.old import Outline
from desk.moving.table import Chosen
from desk.moving.targets import Target
from newsroom.linking.addresses import (
    FIXED,
    OURS,
    RESERVED,
    RESERVED_IN_ENGLISH,
    address_of,
    place_of_alias,
)
from newsroom.records import Article, Page, Records
from newsroom.records.spellings import read_site_path
from newsroom.records.values import day_of
from vietnamese import clean, slug

_LONGEST_ID = 100
_LISTS = {"campaign": "campaigns", "unit": "units", "bloc": "blocs"}


@dataclass(slots=True)
class Place:
    """Where an item goes."""

    outline: Outline
    id: str
    file: str
    """Under content/."""
    there: bool = False
    """Somebody brought it before, in a way that the memory does not know of: it is left alone."""
    references: dict[str, list[str]] = field(default_factory=dict)
    tags: list[str] = field(default_factory=list)
    aliases: list[str] = field(default_factory=list)

    @property
    def target(self) -> str:
        """What a link to it says."""
        return f"{self.outline.kind}:{self.id}"


class Plan:
    """Places by key. What could not be kept is in `notes`."""

    def __init__(self, records: Records, content: Path, memory: Memory, chosen: Chosen) -> None:
        self.places: dict[str, Place] = {}
        self.notes: list[str] = []
        self._chosen = chosen
        self._memory = memory
        self._before = dict(_owners(records))
        self._owners = dict(self._before)
        self._files = _files(content)
        self._ids = {kind: set(files) for kind, files in self._files.items()}
        for key_id in memory.ids():
            for ids in self._ids.values():
                ids.add(key_id)
        self._tags = {slug(tag): tag for one in records.article.values() for tag in one.tags}

    def add(self, outline: Outline, now: datetime) -> None:
        """Give one more item its place."""
        moment = outline.moment or now
        known = self._memory.id_of(outline.key)
        owner = "" if known else self._owner(outline)
        id = known or owner or self._free(outline)
        self._ids[outline.kind].add(id)
        place = Place(outline, id, self._file(outline, id, moment), there=bool(owner))
        if outline.kind == "article":
            self._refer(place)
        if not owner:
            own = _address(place, moment)
            place.aliases = list(self.claimed(outline.addresses, own, outline.kind, id))
        self.places[outline.key] = place
        self._memory.reserve(outline.key, id)

    def _owner(self, outline: Outline) -> str:
        """The record of ours that has an old address of this item already."""
        for address in outline.addresses:
            kind, id = self._before.get(place_of_alias(_path(address)), ("", ""))
            if kind == outline.kind:
                return id
        return ""

    def _free(self, outline: Outline) -> str:
        wanted = _short(slug(unquote(outline.slug)) or slug(outline.title)) or "bai-cu"
        taken = self._ids[outline.kind]
        reserved = RESERVED if outline.language == "vi" else RESERVED_IN_ENGLISH
        number, id = 1, wanted
        while id in taken or (outline.kind == "page" and id in reserved):
            number += 1
            id = f"{wanted}-{number}"
        return id

    def _file(self, outline: Outline, id: str, moment: date | datetime) -> str:
        if there := self._files[outline.kind].get(id):
            return there
        if outline.kind == "page":
            return f"pages/{id}.md"
        day = day_of(moment)
        return f"articles/{day.year:04}/{day.month:02}/{id}.md"

    def _refer(self, place: Place) -> None:
        """What the table says of its categories and tags. One section; the names of others become
        tags, so that none is lost."""
        sections: list[tuple[str, str]] = []
        found: dict[str, None] = {}
        for name in place.outline.names:
            for target in self._chosen.of.get(name, ()):
                if target.kind == "section":
                    sections.append((target.id, name[1]))
                elif target.kind == "tag":
                    found.setdefault(target.id or name[1])
                elif target.kind != "drop":
                    ids = place.references.setdefault(_LISTS[target.kind], [])
                    ids += [target.id] if target.id not in ids else []
        first = sections[0][0] if sections else self._chosen.rest
        place.references["section"] = [first]
        found |= dict.fromkeys(name for id, name in sections if id != first)
        place.tags = list(self._settled(found))

    def _settled(self, tags: Iterable[str]) -> Iterator[str]:
        """Tags in the spelling that has their address already; those without one are told of."""
        seen: set[str] = set()
        for tag in tags:
            name = slug(clean(tag))
            if not name:
                self.notes.append(f"thẻ “{tag}” không viết được thành địa chỉ, không gắn")
            elif name not in seen:
                seen.add(name)
                yield self._tags.setdefault(name, " ".join(clean(tag).split()))

    def claimed(
        self, addresses: Iterable[str], own: str, kind: str = "", id: str = ""
    ) -> Iterator[str]:
        """The old addresses that can be aliases of what stands at `own`; others are told of."""
        seen = set()
        for address in addresses:
            path = _path(address)
            at = place_of_alias(path)
            try:
                read_site_path(path)
            except ValueError:
                self.notes.append(f"{own}: địa chỉ cũ “{address}” không giữ được")
                continue
            if at in (own, "/") or at in seen:
                continue
            if self._owners.get(at, (kind, id)) != (kind, id) or OURS.fullmatch(at):
                self.notes.append(f"{own}: địa chỉ cũ {path} đã là của trang khác")
                continue
            seen.add(at)
            self._owners[at] = (kind, id)
            yield path


def referred(chosen: Chosen) -> Iterator[Target]:
    """Every record that the table names."""
    for targets in chosen.of.values():
        yield from (one for one in targets if one.kind in _LISTS)


def _owners(records: Records) -> Iterator[tuple[str, tuple[str, str]]]:
    """Each taken address with the kind and id of its record."""
    yield from ((place_of_alias(address), ("", "")) for address in FIXED)
    for kind, record in records.all():
        yield address_of(record), (kind if isinstance(record, Article | Page) else "", record.id)
        for alias in getattr(record, "aliases", ()):
            yield place_of_alias(alias), (kind, record.id)


def _files(content: Path) -> Mapping[str, dict[str, str]]:
    """Every article's and page's file by its id, wherever an editor put it."""
    found: dict[str, dict[str, str]] = {"article": {}, "page": {}}
    for kind, folder in (("article", "articles"), ("page", "pages")):
        for path in sorted((content / folder).rglob("*.md")):
            found[kind].setdefault(path.stem, path.relative_to(content).as_posix())
    return found


def _address(place: Place, moment: date | datetime) -> str:
    root = "/" if place.outline.language == "vi" else f"/{place.outline.language}/"
    if place.outline.kind == "page":
        return f"{root}{place.id}/"
    day = day_of(moment)
    return f"{root}tin/{day.year:04}/{day.month:02}/{place.id}/"


def _path(address: str) -> str:
    """An address as aliases spell it: letters for themselves."""
    return clean(unquote(address, errors="strict") if "%" in address else address)


def _short(id: str) -> str:
    words = id.split("-")
    while len("-".join(words)) > _LONGEST_ID and len(words) > 1:
        words.pop()
    return "-".join(words)[:_LONGEST_ID].strip("-")
