"""A text in, the text as a YAML value out: plain where that is safe, else in quotes."""

from __future__ import annotations

import re

_PLAIN = re.compile(r"[^\W_][^:#\[\]{},\"']*(?<!\s)|[^\W_](?:[^:#\[\]{},\"']|:(?=\S))*(?<![\s:])")


def quoted(text: str) -> str:
    """`text` as the value of a key or a list's item."""
    if _PLAIN.fullmatch(text):
        return text
    if '"' not in text and "\\" not in text:
        return f'"{text}"'
    if "'" not in text:
        return f"'{text}'"
    escaped = text.replace("\\", "\\\\").replace('"', '\\"')
    return f'"{escaped}"'
