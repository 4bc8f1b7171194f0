"""What stands in a line of an old text in; Markdown, its links led to where the same stands now,
out."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from desk.word.markdown import Writer

if TYPE_CHECKING:
    from bs4 import Tag


class MovedWriter(Writer):
    """Writes what stands in a line; `resolve` says what an address is now, "" for nothing."""

    def __init__(self, resolve: Callable[[str], str]) -> None:
        super().__init__()
        self.resolve = resolve

    def convert_a(self, el: Tag, text: str, parent_tags: Any) -> str:
        """A link to where the same stands now, or its words alone."""
        href = str(el.get("href") or "").strip()
        if note := re.fullmatch(r"#fn:(.+)", href):
            return f"[^{note_name(note[1])}]"
        if not href or not text.strip():
            return text
        target = self.resolve(href)
        if not target:
            return text
        if re.match(r"https?:|mailto:|tel:", target):
            el["href"] = target
            return super().convert_a(el, text, parent_tags)
        return f"[{text.strip()}]({target})"

    def convert_sup(self, el: Tag, text: str, parent_tags: Any) -> str:
        """A superscript; the sign of a note is one by itself."""
        return (
            text if text.strip().startswith("[^") else super().convert_sup(el, text, parent_tags)
        )


def note_name(name: str) -> str:
    """What a footnote is called."""
    return re.sub(r"[^\w-]", "-", name)
