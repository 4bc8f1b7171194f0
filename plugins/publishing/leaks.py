"""Leaks: a built site in; what stands in it that was meant for nobody outside."""

from __future__ import annotations

import html
import json
import re
from collections.abc import Callable, Iterable, Iterator
from urllib.parse import quote

from publishing.refusals import Candidate, Refusal, refuse
from publishing.tables import COMPRESSIBLE, ending

SHORT = 8
"""A secret with fewer letters is not looked for: it may stand anywhere by chance."""
SHORT_TITLE = 16
"""The same of a title: a few words are not yet this title."""
KEYS = re.compile(
    rb"""-----BEGIN[ ][A-Z ]*PRIVATE[ ]KEY-----
    |(?<![A-Za-z0-9])(?:AKIA|ASIA)[A-Z0-9]{16}(?![A-Za-z0-9])
    |(?<![A-Za-z0-9_])gh[pousr]_[A-Za-z0-9]{36,}
    |(?<![A-Za-z0-9_])github_pat_[A-Za-z0-9_]{22,}
    |(?<![A-Za-z0-9_-])glpat-[A-Za-z0-9_-]{20,}
    |(?<![A-Za-z0-9_-])xox[abprs]-[A-Za-z0-9-]{10,}
    |(?<![A-Za-z0-9_-])sk-[A-Za-z0-9_-]{32,}
    |(?<![A-Za-z0-9_-])AIza[A-Za-z0-9_-]{35}
    |(?i:aws_secret_access_key|secret_key|api_key|password)["']?\s*[:=]\s*["']?[A-Za-z0-9/+_-]{16,}
    """,
    re.VERBOSE,
)
"""Keys as their issuers shape them: PEM, Amazon, GitHub, GitLab, Slack, OpenAI-like, Google; and a
long value behind a name that says what it is."""
ANCHORS = (
    *(b"PRIVATE KEY", b"AKIA", b"ASIA", b"glpat-", b"xox", b"sk-", b"AIza", b"github_pat_"),
    *(b"ghp_", b"gho_", b"ghu_", b"ghs_", b"ghr_"),
    *(b"secret_access_key", b"secret_key", b"api_key", b"password"),
)
"""One of these stands in every key above, in small letters or as it is: looked for first, since
a pattern is a hundred times slower."""
CURLED = (("“", '"'), ("”", '"'), ("‘", "'"), ("’", "'"))
_TAG = re.compile(r"<[^<>]*>")
_ESCAPED = re.compile(r"\\u([0-9a-fA-F]{4})")
"""A letter in JSON (RFC 8259, 7)."""


def leaks(site: Candidate) -> Iterator[Refusal]:
    """Hidden titles, keys, values of secret variables and this machine's paths, wherever they
    stand. A refusal never repeats a secret: it names the file, and the variable. In the annex,
    a program of others, what only looks like a key or a title is none."""
    literal = _literals(site)
    find = finder(site.hidden)
    for path in sorted(site.files | site.annexed):
        yield from _in_name(path, site)
        data = (site.built / path).read_bytes()
        for id, name, forms in literal:
            if any(form in data for form in forms):
                yield refuse(id, page=path, name=name)
        if ending(path) in COMPRESSIBLE and path in site.files:
            if _has_key(data):
                yield refuse("refused.key", page=path)
            if find and (found := find(data)):
                yield refuse("refused.hidden", page=path, title=found)


def _has_key(data: bytes) -> bool:
    small = data.lower()
    likely = any(anchor in data or anchor in small for anchor in ANCHORS)
    return likely and KEYS.search(data) is not None


def _in_name(path: str, site: Candidate) -> Iterator[Refusal]:
    for name, value in site.secrets.items():
        if len(value) >= SHORT and value in path:
            yield refuse("refused.secret", page="…", name=name)


def _literals(site: Candidate) -> list[tuple[str, str, tuple[bytes, ...]]]:
    """What is looked for as it stands: refusal, what it names, and how it may be spelled."""
    secrets = [
        ("refused.secret", name, _spelled(value))
        for name, value in sorted(site.secrets.items())
        if len(value) >= SHORT
    ]
    machine = [("refused.machine", "", (f"{folder}/".encode(),)) for folder in site.machine]
    return [*secrets, *machine]


def _spelled(value: str) -> tuple[bytes, ...]:
    spellings = {value, html.escape(value), json.dumps(value)[1:-1], quote(value, safe="")}
    return tuple(spelling.encode() for spelling in spellings)


def finder(
    titles: Iterable[str], least: int = SHORT_TITLE
) -> Callable[[bytes], str | None] | None:
    """What looks for these titles in a file of any kind, however it spells them, and answers with
    the first found; None where no title has `least` letters."""
    plain = {_plain(title) for title in titles}
    wanted = sorted(title for title in plain if len(title) >= least)
    if not wanted:
        return None

    def find(data: bytes) -> str | None:
        shown = _shown(data)
        return next((title for title in wanted if _stands_in(title, shown)), None)

    return find


def _stands_in(title: str, text: str) -> bool:
    return title in text and bool(re.search(rf"(?<!\w){re.escape(title)}(?!\w)", text))


def _shown(data: bytes) -> str:
    """The text of a file of any kind, without tags, its references resolved twice: a feed holds
    escaped HTML. Titles in attributes and in JSON count too, so both readings are looked at."""
    text = data.decode(errors="replace")
    text = _ESCAPED.sub(lambda found: chr(int(found[1], 16)), text)
    text = text.replace('\\"', '"').replace('""', '"')
    text = html.unescape(html.unescape(text))
    return _plain(f"{text}\n{_TAG.sub('', text)}")


def _plain(text: str) -> str:
    for curled, straight in CURLED:
        text = text.replace(curled, straight)
    return " ".join(text.split())
