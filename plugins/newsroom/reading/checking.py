"""A header and a body in, the record out; or every problem of its keys and values."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import is_dataclass
from typing import TYPE_CHECKING, Any

from newsroom.problems import nearest
from newsroom.reading.findings import Findings
from newsroom.reading.front_matter import Header
from newsroom.reading.lengths import named, tell_too_long
from newsroom.records import Article, Award, Bloc, Campaign, Document, Event, Page, Section, Unit
from newsroom.records.body import Body
from newsroom.records.shapes import Keys, item_of, shape, shape_at
from newsroom.records.site import SiteInfo
from newsroom.records.values import Kind
from vietnamese import clean, fold

if TYPE_CHECKING:
    from pydantic import TypeAdapter
    from pydantic_core import ErrorDetails

TYPES: Mapping[Kind, type] = {
    "article": Article,
    "campaign": Campaign,
    "unit": Unit,
    "bloc": Bloc,
    "document": Document,
    "event": Event,
    "award": Award,
    "section": Section,
    "page": Page,
    "site": SiteInfo,
}
GIVEN = ("id", "file", "body", "made_summary")
"""Keys of a record that its file, not its header, says."""


class Checker:
    """Checks headers against the record types; one for each worker, since pydantic's part of it
    takes long to make."""

    def __init__(self) -> None:
        self.adapters: dict[Kind, TypeAdapter[Any]] = {}

    def record(
        self, kind: Kind, header: Header, given: Mapping[str, Any], findings: Findings
    ) -> Any:
        """The record of a header and of what its file gives (id, body); None where it cannot be.

        Values are cleaned text or, for Markdown keys, a Body already.
        """
        from pydantic import ValidationError

        values = with_placesnamed(TYPES[kind], present(header.values))
        for name in [name for name in GIVEN if name in values]:
            _tell_given(TYPES[kind], name, header, findings)
            del values[name]
        tell_too_long(values, header, findings)
        try:
            return self._adapter(kind).validate_python({**values, **given})
        except ValidationError as error:
            for detail in error.errors(include_url=False):
                _tell(TYPES[kind], detail, header, findings)
        return None

    def _adapter(self, kind: Kind) -> TypeAdapter[Any]:
        if kind not in self.adapters:
            from pydantic import TypeAdapter

            self.adapters[kind] = TypeAdapter(TYPES[kind])
        return self.adapters[kind]


def present(value: Any) -> Any:
    """The value without what is empty, its texts cleaned and on one line."""
    if isinstance(value, str):
        return " ".join(clean(value).split())
    if isinstance(value, list):
        return [kept for item in value if not _empty(kept := present(item))]
    if isinstance(value, dict):
        return {key: kept for key, item in value.items() if not _empty(kept := present(item))}
    return value


def _empty(value: Any) -> bool:
    return value is None or (isinstance(value, str | list | dict) and not value)


def with_placesnamed(cls: type, values: dict[str, Any]) -> dict[str, Any]:
    """A menu item may be its place alone: `/don-vi/` stands for `{url: /don-vi/}`."""
    items = values.get("navigation")
    if cls is not SiteInfo or not isinstance(items, list):
        return values
    named = [{"url": item} if isinstance(item, str) else item for item in items]
    return {**values, "navigation": named}


def _tell(cls: type, detail: ErrorDetails, header: Header, findings: Findings) -> None:
    keys: Keys = detail["loc"]
    if any(keys[:length] in header.refused for length in range(1, len(keys) + 1)):
        return
    kind, context = detail["type"], detail.get("ctx", {})
    value, key = _shown(detail["input"]), named(keys)
    if kind == "unexpected_keyword_argument":
        _tell_unknown(cls, keys, header, findings)
    elif kind == "missing":
        _tell_missing(keys, header, findings)
    elif kind == "literal_error":
        choices = re.findall(r"'([^']*)'", str(context["expected"]))
        findings.add(
            "E130",
            header.place(keys),
            key=key,
            value=value,
            suggestion=nearest(value, choices),
            choices=", ".join(choices),
        )
    elif kind == "reads":
        code = _CODES_OF_READERS[context["code"]]
        suggestion = context["suggestion"]
        findings.add(code, header.place(keys), key=key, value=value, suggestion=suggestion)
    else:
        code = _CODES_OF_TYPES[kind]
        example = ", ".join(sorted(_required(shape_at(cls, keys)))) if code == "E123" else ""
        findings.add(code, header.place(keys), key=key, value=value, keys_of_it=example)


_CODES_OF_READERS = {
    "date": "E125",
    "period": "E126",
    "number": "E127",
    "whole": "E128",
    "flag": "E129",
    "path_photos": "E132",
    "path_files": "E133",
    "web": "E134",
    "contact": "E135",
    "alias": "E136",
    "place": "E137",
    "focus": "E138",
}
_CODES_OF_TYPES = {
    "tuple_type": "E122",
    "dataclass_type": "E123",
    "string_type": "E124",
    "is_instance_of": "E124",
}


def _tell_given(cls: type, name: str, header: Header, findings: Findings) -> None:
    if name == "id":
        findings.add("E119", header.key_place((name,)), id=findings.file.rpartition("/")[2])
    else:
        _tell_unknown(cls, (name,), header, findings)


def _tell_unknown(cls: type, keys: Keys, header: Header, findings: Findings) -> None:
    known = shape_at(cls, keys[:-1])
    names = [name for name in shape(known) if keys[:-1] or name not in GIVEN]
    written = str(keys[-1])
    findings.add(
        "E120",
        header.key_place(keys),
        key=written,
        suggestion=_meant(written, names),
        choices=", ".join(names),
    )


_KNOWN_AS = {
    "anh": "photo",
    "author": "byline",
    "category": "section",
    "chuyen muc": "section",
    "dia chi": "address",
    "dien thoai": "phone",
    "don vi": "units",
    "khoi": "blocs",
    "lang": "language",
    "ngay": "date",
    "ngay dang": "date",
    "nguon": "source",
    "phong trao": "campaigns",
    "sapo": "summary",
    "su kien": "event",
    "tac gia": "byline",
    "ten": "name",
    "the": "tags",
    "tieu de": "title",
    "tom tat": "summary",
    "trang thai": "status",
    "van ban": "documents",
}
"""Keys as Vietnamese editors and stock Pelican call them, folded."""


def _meant(written: str, names: list[str]) -> str:
    known = _KNOWN_AS.get(fold(written), "")
    return known if known in names else nearest(written, names)


def _tell_missing(keys: Keys, header: Header, findings: Findings) -> None:
    written = header.values.get(str(keys[0])) if len(keys) == 1 else None
    if isinstance(written, dict) and written:
        # Braces at the beginning of a title make YAML read keys without values.
        meant = f"{{{', '.join(written)}}}"
        findings.add("E124", header.place(keys), key=str(keys[0]), meant=meant)
        return
    empty = header.key_places.get(keys)
    place = empty or header.place(keys[:-1])
    findings.add("E121", place, key=str(keys[-1]), part=named(keys[:-1]))


def _shown(value: Any) -> str:
    if isinstance(value, str):
        return value
    if isinstance(value, list):
        return "[…]"
    return "{…}" if isinstance(value, dict) else ""


def _required(hint: Any) -> list[str]:
    from dataclasses import MISSING, fields

    hint = item_of(hint) or hint
    if not (isinstance(hint, type) and is_dataclass(hint)):
        return []
    return [field.name for field in fields(hint) if field.default is MISSING]


def markdown_keys(kind: Kind) -> tuple[str, ...]:
    """The keys of a kind whose value is Markdown."""
    return tuple(
        name for name, hint in shape(TYPES[kind]).items() if hint is Body and name not in GIVEN
    )
