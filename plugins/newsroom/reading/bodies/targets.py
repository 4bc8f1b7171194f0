"""The address in a link or picture in; what it points to out: a record, a photo, a file, a place
on the site, the web; or why it points to nothing."""

from __future__ import annotations

import posixpath
import re
from dataclasses import dataclass
from typing import Literal
from urllib.parse import unquote

from newsroom.problems import nearest
from newsroom.reading.folders import FOLDERS
from newsroom.records import RECORD_KINDS
from newsroom.records.spellings import is_below
from vietnamese import clean

OURS = (*RECORD_KINDS, "photo", "file")
SCHEMES = (*OURS, "https", "http", "mailto", "tel")


@dataclass(frozen=True, slots=True)
class Target:
    """Where an address leads. `what` is "slot" for what linking resolves, "plain" for an address
    that stays as written, "wrong" for a problem."""

    what: Literal["slot", "plain", "wrong"]
    kind: str = ""
    id: str = ""
    fragment: str = ""
    code: str = ""
    suggestion: str = ""


PLAIN = Target("plain")


def target_of(address: str) -> Target:
    """What an address in a body points to."""
    address = clean(address).strip()
    if found := _PELICAN.match(address):
        return _pelican(found["what"] or found["old"], address[found.end() :])
    if address.startswith("#"):
        return PLAIN
    if scheme := re.match(r"([A-Za-z][A-Za-z0-9+.-]*):", address):
        return _with_scheme(scheme[1].lower(), address[scheme.end() :])
    return _without_scheme(address)


_PELICAN = re.compile(r"\{(?P<what>\w+)\}|\|(?P<old>\w+)\|")


def _with_scheme(scheme: str, rest: str) -> Target:
    if scheme in ("photo", "file"):
        folder = f"{scheme}s"
        return _asset(folder, f"{folder}/{rest.removeprefix(f'{folder}/')}")
    if scheme in RECORD_KINDS:
        id, _, fragment = rest.partition("#")
        return Target("slot", scheme, id.removesuffix(".md"), fragment)
    if scheme in SCHEMES:
        return PLAIN
    return Target("wrong", code="E321", suggestion=nearest(scheme, OURS))


def _without_scheme(address: str) -> Target:
    if address.startswith("//") or "\\" in address:
        return Target("wrong", code="E322")
    path, _, fragment = address.partition("#")
    found = re.match(r"(?:\.{0,2}/)*(photos|files)/", path)
    if found:
        return _asset(found[1], re.sub(r"^(?:\.{0,2}/)*", "", path))
    if path.endswith(".md"):
        return _record(path, fragment)
    if path.startswith("/"):
        return Target("slot", "path", path, fragment)
    return Target("wrong", code="E322")


def _pelican(what: str, rest: str) -> Target:
    """Pelican's links within a site: {filename}x.md, {static}/photos/x.jpg, {attach}x.pdf."""
    path, _, fragment = rest.partition("#")
    if what == "filename" and path.endswith(".md"):
        return _record(path, fragment)
    if what in ("filename", "static", "attach"):
        return _without_scheme(path.removeprefix("/"))
    return Target("wrong", code="E322")


def _record(path: str, fragment: str) -> Target:
    folders = posixpath.dirname(path).split("/")
    kinds = [FOLDERS[folder] for folder in folders if folder in FOLDERS]
    id = posixpath.basename(path).removesuffix(".md")
    return Target("slot", kinds[0] if kinds else "article", id, fragment)


def _asset(folder: str, path: str) -> Target:
    """A file under photos/ or files/. A browser's spelling (%20) is undone once."""
    path = path.partition("?")[0].partition("#")[0]
    path = clean(unquote(path)) if "%" in path else path
    if not is_below(folder, path):
        return Target("wrong", code="E323")
    return Target("slot", folder.removesuffix("s"), path.removeprefix(f"{folder}/"))
