"""Script in every field of every kind: a record type in, a record that holds a hostile text
wherever its editor may write one, out. A new field is planted in as soon as it is there."""

from __future__ import annotations

from dataclasses import dataclass, is_dataclass
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from newsroom.reading.checking import GIVEN, TYPES
from newsroom.records.body import Body
from newsroom.records.shapes import item_of, shape
from newsroom.records.values import FileRef, Kind, Reads, Ref
from tests.hostile.cases import CANARY, SHOT, header

PAYLOADS: dict[str, str] = {
    "script": f"<script>{SHOT}</script>",
    "handler": f"<img src=x onerror={SHOT}>",
    "double-quote": f'"><img src=//{CANARY}/x onerror={SHOT} x="',
    "single-quote": f"'><svg onload={SHOT} x='",
    "attribute": f'" onmouseover="{SHOT}" autofocus onfocus="{SHOT}',
    "end-of-title": f"</title></head><script>{SHOT}</script>",
    "end-of-data": f'</script><script>{SHOT}</script>{{"@type":"x',
    "comment": f"<!--<script>--><script>{SHOT}</script>",
    "cdata": f"]]><script>{SHOT}</script><![CDATA[",
    "entity": f"&lt;script&gt;{SHOT}&lt;/script&gt; &#60;b&#62;",
    "address": f"javascript:{SHOT}",
    "template": "{{ 7 * 191 }}{% include '/etc/passwd' %}{# x #}${7*191}<%= 7*191 %>",
    "formula": '=HYPERLINK("//canary.invalid";"x") @SUM(1)+cmd|\' /C calc\'!A0',
    "lines": 'a\\r\\nEND:VEVENT\\nX: y;,\\\\ "',
    "markdown": f"[x](javascript:{SHOT}) ![y](//{CANARY}/y.png) <b>z</b>",
    "paths": "../../../etc/passwd\\..\\x%2e%2e/",
}
"""Each must stand on its page as the words that it is."""

VALUES = {
    "date": "2020-07-20",
    "period": "2020-H1",
    "number": "10",
    "whole": "2020",
    "flag": "true",
    "web": f"https://{CANARY}/a?b='c'&d=(e)",
    "contact": f"mailto:a'b@{CANARY}",
    "place": "/don-vi/",
    "focus": "50% 50%",
}
"""A sound value for what is no free text, by the code of its reader; as odd as is sound."""

FILES = {"files": "files/mau.pdf", "photos": "photos/2020/07/hoi-truong.jpg"}

LEFT_OUT = {"counterpart", "parent", "successors", "replaces", "amends", "expires", "expired"} | {
    *("ended", "withdrawal", "revoked", "status", "allow_private", "language", "end", "palette"),
}
"""Keys that change what else a record may say, each with tables of their own elsewhere."""


MARKED = "Đoạn [liên kết](https://a.example/)."


def planted(kind: Kind, name: str, payload: str) -> str:
    """A record of the kind, called `name`, as a file's text: the payload in every free text."""
    plants = _Plants(kind, name, payload)
    hints = shape(TYPES[kind]).items()
    values = {key: plants.value(hint) for key, hint in hints if key not in (*GIVEN, *LEFT_OUT)}
    if kind == "campaign":
        values["launched_by"] = {"name": payload}
    if kind == "site":
        values["url"] = "https://tin.example"
    head = header(**values)
    return head if kind in ("section", "site") else f"---\n{head}---\n\n{MARKED}\n"


@dataclass(frozen=True)
class _Plants:
    kind: Kind
    name: str
    payload: str

    def value(self, hint: Any) -> Any:
        """A sound value of this type, with the payload wherever it may be."""
        origin = get_origin(hint)
        if item := item_of(hint):
            return [self.value(item)]
        if origin is Annotated:
            return self.marked(get_args(hint)[1:])
        if origin is Literal:
            return get_args(hint)[0]
        if origin is Union:
            return self.value(get_args(hint)[0])
        if hint in (str, Body):
            return self.payload if hint is str else MARKED
        if is_dataclass(hint) and isinstance(hint, type):
            return {key: self.value(inner) for key, inner in shape(hint).items()}
        raise TypeError(f"no hostile value is known for {hint}")

    def marked(self, markers: tuple[Any, ...]) -> str:
        """A sound value of a type that is more than text."""
        for marker in markers:
            if isinstance(marker, Ref):
                return self.name
            if isinstance(marker, FileRef):
                return FILES[marker.folder]
            if isinstance(marker, Reads):
                alias = f"/cu/{self.kind}/{self.name}/"
                return alias if marker.code == "alias" else VALUES[marker.code]
        raise TypeError(f"no hostile value is known for {markers}")
