"""What in cleaned HTML would still live: read as a browser would, without a word of how it was
cleaned."""

from __future__ import annotations

import re
from html import unescape
from html.parser import HTMLParser

from newsroom.reading.bodies.cleaning import TAGS


def live_in(html: str) -> list[str]:
    """Whatever in the HTML could run, load or look otherwise than the theme."""
    walker = _Walker()
    walker.feed(html)
    walker.close()
    return walker.found


_LOADING = ("style", "srcset", "action", "formaction", "poster", "background", "ping", "target")
_RUNS = re.compile(r"(?:javascript|data|vbscript|file|blob|view-source):|//|\\\\|/\\")


class _Walker(HTMLParser):
    """Reads what a browser would see of clean HTML; knows nothing of how it was cleaned."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.found: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in TAGS:
            self.found.append(f"<{tag}>")
        for name, value in attrs:
            plain = re.sub(r"[\x00-\x20\s]", "", unescape(value or "")).lower()
            if (
                name.startswith("on")
                or name in _LOADING
                or (name in ("href", "src", "cite") and _RUNS.match(plain))
            ):
                self.found.append(f"{name}={value}")

    def handle_comment(self, data: str) -> None:
        self.found.append(f"<!--{data}")

    def handle_pi(self, data: str) -> None:
        self.found.append(f"<?{data}")
