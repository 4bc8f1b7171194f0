"""Targets by name: publishconf.py and the command line in; the target that is meant out."""

from __future__ import annotations

import os
from collections.abc import Mapping
from hashlib import sha256
from pathlib import Path

from publishing.folder import FolderTarget
from publishing.hosts import Failed, Options, Target, text_option

KINDS = ("folder", "ssh", "s3")
SECRET_NAMES = ("SECRET", "TOKEN", "PASSWORD", "PASSWD", "PRIVATE_KEY", "ACCESS_KEY", "API_KEY")
"""What the name of a variable has in it whose value must never be published, nor said."""


def options_of(to: str, named: Mapping[str, Options], path: str = "") -> dict[str, object]:
    """The options of the target `to`: a name in publishconf.py, or a kind with its place in
    `path` (a folder; user@host:/folder; bucket or bucket/prefix). Failed where there is none."""
    if to in named:
        options = dict(named[to])
    elif to in KINDS:
        options = {"kind": to}
    else:
        raise Failed("target.unknown", name=to, known=", ".join([*KINDS, *named]))
    kind = text_option(options, "kind")
    if kind not in KINDS:
        raise Failed("target.kind", name=to, kind=kind)
    if path:
        options |= _placed(kind, path)
    return options


def _placed(kind: str, path: str) -> dict[str, object]:
    if kind == "folder":
        return {"path": str(Path(path).absolute())}
    if kind == "ssh":
        host, _, folder = path.partition(":")
        return {"host": host, "path": folder or "/"}
    bucket, _, prefix = path.removeprefix("s3://").partition("/")
    return {"bucket": bucket, "prefix": prefix}


def workshop_of(options: Options, cache: Path) -> Path:
    """The folder below the cache where a target's site is built and its copies are kept."""
    place = "\0".join(str(options.get(each, "")) for each in PLACE)
    name = sha256(place.encode()).hexdigest()[:12]
    return cache / "publish" / f"{text_option(options, 'kind')}-{name}"


PLACE = ("kind", "path", "host", "port", "bucket", "prefix", "endpoint")


def open_target(options: Options, workshop: Path) -> Target:
    """The target itself. Failed where an option is missing or wrong."""
    workshop.mkdir(parents=True, exist_ok=True)
    kind = text_option(options, "kind")
    if kind == "folder":
        path = text_option(options, "path")
        if not path:
            raise Failed("target.no_path")
        return FolderTarget(Path(path), options, workshop)
    if kind == "ssh":
        from publishing.ssh import SshTarget

        return SshTarget(options, workshop)
    from publishing.s3 import S3Target

    return S3Target(options, workshop)


def secrets_of(environ: Mapping[str, str] = os.environ) -> dict[str, str]:
    """The variables that hold keys, by name."""
    return {
        name: value
        for name, value in environ.items()
        if value and any(word in name.upper() for word in SECRET_NAMES)
    }
