"""The text of a Pelican Markdown file in; its header as keys and texts, and its body, out."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

import yaml

_ENTRY = re.compile(r" {0,3}(?P<key>[A-Za-z0-9_-]+):\s*(?P<value>.*)")
_MORE = re.compile(r"(?: {4,}|\t)(?P<value>.+)")
_FENCE = re.compile(r"-{3}\s*")
_END = re.compile(r"(?:-{3}|\.{3})\s*")
_LARGEST_HEADER = 64 << 10

Header = Mapping[str, list[str]]
"""Keys in small letters, each with the lines or items of its value."""


def split(text: str) -> tuple[Header, str]:
    """Header and body as Python-Markdown's `meta` parts them; a fenced header that is YAML is read
    as that, since the plug-in for it is widely used."""
    lines = text.lstrip("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    if lines and _FENCE.fullmatch(lines[0]):
        end = next((i for i, line in enumerate(lines[1:], 1) if _END.fullmatch(line)), 0)
        if end and (found := _yaml("\n".join(lines[1:end]))) is not None:
            return found, "\n".join(lines[end + 1 :])
        lines = lines[1:]
    return _plain(lines)


def _plain(lines: list[str]) -> tuple[Header, str]:
    found: dict[str, list[str]] = {}
    key = ""
    for number, line in enumerate(lines):
        if not line.strip() or _END.fullmatch(line):
            return found, "\n".join(lines[number + 1 :])
        if entry := _ENTRY.fullmatch(line):
            key = entry["key"].lower()
            found.setdefault(key, []).append(entry["value"].strip())
        elif key and (more := _MORE.fullmatch(line)):
            found[key].append(more["value"].strip())
        else:
            return found, "\n".join(lines[number:])
    return found, ""


def _yaml(text: str) -> Header | None:
    """None where it is no mapping of texts and lists."""
    if len(text) > _LARGEST_HEADER or re.search(r"(?m)^\s*(?:[\w-]+:\s*)?[&*]", text):
        return None  # anchors may grow without end
    try:
        # BaseLoader makes nothing but texts, lists and mappings.
        loaded = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506
    except (yaml.YAMLError, RecursionError, ValueError):
        return None
    if not isinstance(loaded, dict):
        return None
    return {str(key).lower(): _texts(value) for key, value in loaded.items()}


def _texts(value: Any) -> list[str]:
    if isinstance(value, list):
        return [str(one) for one in value]
    return [str(value)] if value else []
