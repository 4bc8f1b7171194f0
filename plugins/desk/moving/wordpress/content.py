"""The content of a WordPress post in; plain HTML, its shortcodes and editor's notes resolved, and
what of it was not understood, out."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from html import escape

from desk.moving.markdown import PARAGRAPH_ENDS

_BLOCK_NOTE = re.compile(r"<!--.*?(?:-->|$)", re.DOTALL)
_GUTENBERG = re.compile(r"<!-- /?wp:")
_TAG = re.compile(r"(<(?:[^<>\"']|\"[^\"]*\"|'[^']*')*>)")
_CAPTION = re.compile(
    r"\[(?P<name>wp_caption|caption)(?P<attributes>[^\]]*)\](?P<inside>.*?)\[/(?P=name)\]",
    re.DOTALL,
)
_IMAGE = re.compile(r"(?:<a\s[^>]*>\s*)?<img\s[^>]*>(?:\s*</a>)?", re.IGNORECASE)
_EMBED = re.compile(r"\[embed[^\]]*\]\s*(\S+?)\s*\[/embed\]")
_MEDIA = re.compile(r"\[(audio|video|playlist)\b([^\]]*)\](?:\s*\[/\1\])?")
_GALLERY = re.compile(r"\[gallery\b([^\]]*)\]")
_SHORTCODE = re.compile(r"(?<!\[)\[(/?)([a-z][a-z0-9_-]{1,40})((?:\s+[^\[\]]*)?)\](?!\]|\()")
_ATTRIBUTE = re.compile(r"([\w-]+)\s*=\s*(?:\"([^\"]*)\"|'([^']*)'|(\S+))")
_ALONE = re.compile(r"(?m)^\s*(https?://\S+)\s*$")

Gallery = Callable[[list[str]], str]
"""The ids of pictures in; the figures of a gallery as HTML out."""


def html_of(content: str, gallery: Gallery) -> tuple[str, list[str]]:
    """The HTML that WordPress would have shown."""
    content = content.replace("\r\n", "\n").replace("\r", "\n")
    blocks = bool(_GUTENBERG.search(content))
    content = _BLOCK_NOTE.sub("", content)
    content, notes = _without_shortcodes(content, gallery)
    return (content if blocks else paragraphs(content)), notes


def _without_shortcodes(content: str, gallery: Gallery) -> tuple[str, list[str]]:
    content = _CAPTION.sub(_figure, content)
    content = _EMBED.sub(lambda found: _link(found[1], found[1]), content)
    content = _GALLERY.sub(lambda found: gallery(_ids(found[1])), content)
    content = _MEDIA.sub(_media, content)
    content = _ALONE.sub(lambda found: f"\n\n{_link(found[1], found[1])}\n\n", content)
    unknown: Counter[str] = Counter()
    closed = {found[2] for found in _SHORTCODE.finditer(content) if found[1]}

    def drop(found: re.Match[str]) -> str:
        """Words in brackets stay: only what looks like a call is one."""
        name, attributes = found[2], found[3]
        if not (name in closed or "=" in attributes or re.search(r"[-_]", name)):
            return found[0]
        unknown[name] += not found[1]
        return ""

    content = _SHORTCODE.sub(drop, content)
    content = re.sub(r"\[(\[[^\[\]]+\])\]", r"\1", content)
    return content, [f"bỏ mã ngắn [{name}] ({count} chỗ)" for name, count in unknown.items()]


def _figure(found: re.Match[str]) -> str:
    """A picture and its caption; in old exports the caption is an attribute."""
    image = _IMAGE.search(found["inside"])
    if not image:
        return found["inside"]
    attributes = _attributes(found["attributes"])
    words = found["inside"][image.end() :].strip() or escape(attributes.get("caption", ""))
    return f"\n\n<figure>{image[0]}<figcaption>{words}</figcaption></figure>\n\n"


def _media(found: re.Match[str]) -> str:
    attributes = _attributes(found[2])
    names = ("src", "mp3", "mp4", "m4a", "m4v", "ogg", "ogv", "webm", "wav")
    address = next((attributes[name] for name in names if attributes.get(name)), "")
    return (
        _link(address, "Nghe âm thanh" if found[1] == "audio" else "Xem phim") if address else ""
    )


def _ids(attributes: str) -> list[str]:
    return re.findall(r"\d+", _attributes(attributes).get("ids", ""))


def _attributes(text: str) -> dict[str, str]:
    return {
        found[1]: found[2] or found[3] or found[4] or "" for found in _ATTRIBUTE.finditer(text)
    }


def _link(address: str, words: str) -> str:
    return f'<a href="{escape(address)}">{escape(words)}</a>'


def paragraphs(content: str) -> str:
    """What WordPress does with the lines of its classic editor: an empty one ends a paragraph, any
    other breaks the line."""
    parts = _TAG.split(content)
    kept = 0
    for number, part in enumerate(parts):
        if part.startswith("<"):
            name = part[1:].lstrip("/").split(None, 1)[0].rstrip(">/").lower()
            if name in ("pre", "script", "style", "textarea"):
                kept += -1 if part.startswith("</") else 1
        elif kept <= 0:
            text = re.sub(r"\n[ \t]*\n\s*", f"<wbr {PARAGRAPH_ENDS}>", part)
            parts[number] = text.replace("\n", "<br>\n")
    return "".join(parts)
