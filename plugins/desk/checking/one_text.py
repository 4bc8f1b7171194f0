"""One text in; what an editor would say of it, without looking at others, out."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from desk.checking.abbreviations import unexplained
from desk.checking.written import Written
from desk.mending import from_old_font
from desk.word.pictures import split_credit
from newsroom.linking.site import Site
from newsroom.problems import Problem, problem
from newsroom.records import Article
from vietnamese import detect_legacy, tones_mixed

SAPO = range(20, 91)
"""Syllables of a sapo: what a list of news and a search engine show whole."""
LONGEST_TITLE = 120
"""Characters."""
_LEAST_SHOUTED = 4
_MOST_SHOWN = 8


def of_one_text(text: Written, site: Site) -> Iterator[Problem]:
    """Every remark on one text."""
    if isinstance(text.record, Article):
        yield from _sapo(text.record)
        yield from _title(text.record)
        yield from _headings(text)
        yield from _abbreviations(text)
    yield from _credits(text)
    yield from _tones(text)
    yield from _leftovers(text)
    yield from _legacy(text)
    yield from _own_links(text, site)


def _sapo(article: Article) -> Iterator[Problem]:
    count = len(syllables(article.summary))
    if not count and article.genre != "notice":
        yield problem(article.file, "W501", keys=("title",))
    if count and count not in SAPO:
        yield problem(article.file, "W501", keys=("summary",), count=count)


def _title(article: Article) -> Iterator[Problem]:
    title, keys = article.title, ("title",)
    if len(title) > LONGEST_TITLE:
        yield problem(article.file, "W502", keys=keys, size=len(title), limit=LONGEST_TITLE)
    words = [word for word in syllables(title) if word.isalpha()]
    if is_shouted(title):
        yield problem(article.file, "W503", keys=keys, shouted=title)
    elif len(words) > _LEAST_SHOUTED and all(word[0].isupper() for word in words):
        yield problem(article.file, "W503", keys=keys, each=title)
    elif title[:1].islower():
        yield problem(article.file, "W503", keys=keys, small=title[:1])


def _headings(text: Written) -> Iterator[Problem]:
    for number, line in text.numbered():
        if (heading := re.match(r"#{2,6}\s+(.+)", line)) and is_shouted(heading[1]):
            yield problem(
                text.record.file, "W503", line=number, column=1, shouted=heading[1].strip()
            )


def is_shouted(text: str) -> bool:
    """Whether all of several words are in capitals."""
    words = [word for word in syllables(text) if word.isalpha()]
    return len(words) >= _LEAST_SHOUTED and all(word.isupper() for word in words)


def _abbreviations(text: Written) -> Iterator[Problem]:
    found = unexplained(text.text, getattr(text.record, "title", ""))
    if found:
        line, column = text.place(found[0][1])
        names = ", ".join(name for name, _ in found[:_MOST_SHOWN])
        yield problem(text.record.file, "W512", line=line, column=column, names=names)


_FIGURE = re.compile(r"!\[[^\]]*\]\(photo:[^\s)]+(?:\s+[\"'“](?P<caption>[^)]*)[\"'”])?\s*\)")
_NAMED = re.compile(r"(?:ảnh|nguồn|đồ họa|photo)(?: \w+)?\s*:", re.IGNORECASE)


def _credits(text: Written) -> Iterator[Problem]:
    photo = getattr(text.record, "photo", None)
    if photo is not None and not photo.credit and not split_credit(photo.caption)[1]:
        yield problem(text.record.file, "W504", keys=("photo",), photo=photo.file)
    for number, line in text.numbered():
        for figure in _FIGURE.finditer(line):
            if not _NAMED.search(figure["caption"] or ""):
                yield problem(text.record.file, "W504", line=number, column=figure.start() + 1)


def _tones(text: Written) -> Iterator[Problem]:
    whole = "\n".join((getattr(text.record, "summary", ""), *text.lines))
    if mixed := tones_mixed(whole):
        old, new = mixed
        yield problem(text.record.file, "W508", line=text.first, column=1, old=old, new=new)


_LEFTOVER = re.compile(
    r"class=\"?'?Mso\w+|\bmso-[a-z-]+|</?[owv]:\w+|<!--\[if\b|(?:&nbsp;\s*){2,}|[\uf000-\uf0ff]"
    r"|<font\b|<span\b[^>]*\bstyle=|\{mso\b|\bHYPERLINK \"|\bPAGEREF _Toc|Error! Bookmark not",
    re.IGNORECASE,
)


def _leftovers(text: Written) -> Iterator[Problem]:
    for number, line in text.numbered():
        if found := _LEFTOVER.search(line):
            shown = found[0] if found[0].isprintable() else f"U+{ord(found[0][0]):04X}"
            yield problem(
                text.record.file, "W509", line=number, column=found.start() + 1, found=shown
            )


_ENCODINGS = {
    "tcvn3": "TCVN3 (.VnTime)",
    "vni": "VNI",
    "viscii": "VISCII",
    "viqr": "VIQR",
    "mojibake": "UTF-8",
}


def _legacy(text: Written) -> Iterator[Problem]:
    for key in ("title", "summary"):
        yield from _legacy_in(text, getattr(text.record, key, ""), keys=(key,))
    for number, line in text.numbered():
        if not line.isascii() or "^" in line or "+" in line:
            yield from _legacy_in(text, line, line=number)


def _legacy_in(
    text: Written, written: str, line: int = 0, keys: tuple[str, ...] = ()
) -> Iterator[Problem]:
    encoding = detect_legacy(written) if written else "none"
    if encoding == "none":
        return
    named = _ENCODINGS.get(encoding, "")
    mended = from_old_font(written) != written
    yield problem(
        text.record.file,
        "W510",
        line=line,
        column=1 if line else 0,
        keys=keys,
        encoding=named,
        mended=named if mended else "",
        mixed="" if mended else named,
    )


_WEB = re.compile(r"https?://[^\s)>\]\"']+")


def _own_links(text: Written, site: Site) -> Iterator[Problem]:
    own = urlsplit(site.info.url).hostname
    if not own:
        return
    for number, line in text.numbered():
        for found in _WEB.finditer(line):
            parts = urlsplit(found[0])
            if parts.hostname == own or parts.hostname == f"www.{own}":
                yield problem(
                    text.record.file,
                    "W511",
                    line=number,
                    column=found.start() + 1,
                    url=found[0],
                    path=parts.path or "/",
                )


def syllables(text: str) -> list[str]:
    """The words between spaces that hold a letter or a digit."""
    return [word for word in text.split() if any(map(str.isalnum, word))]
