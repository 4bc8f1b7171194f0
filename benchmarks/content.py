"""One file of an archive in; its front matter and its body out. And back."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import yaml

_Loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


def read_record(path: Path) -> tuple[dict[str, Any], str]:
    """Return the keys, dates as text, and the body of one record."""
    text = path.read_text("utf-8")
    if not text.startswith("---\n"):
        return _keys(text), ""
    _, head, body = text.split("---\n", 2)
    return _keys(head), body


def front_matter(keys: dict[str, Any]) -> str:
    """Return a block of YAML, every value as JSON, which YAML reads too."""
    lines = (f"{key}: {json.dumps(value, ensure_ascii=False)}\n" for key, value in keys.items())
    return f"---\n{''.join(lines)}---\n"


def put(path: Path, text: str) -> None:
    """Write a file and the folders above it."""
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, "utf-8")


def _keys(text: str) -> dict[str, Any]:
    read: dict[str, Any] = yaml.load(text, _Loader)  # noqa: S506 - a safe loader, by its name
    return {key: _plain(value) for key, value in read.items()}


def _plain(value: Any) -> Any:
    if isinstance(value, dict):
        return {key: _plain(each) for key, each in value.items()}
    if isinstance(value, list):
        return [_plain(each) for each in value]
    return value if isinstance(value, (str, int, float, bool)) else str(value)
