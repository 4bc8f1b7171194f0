"""Proof of a withdrawal: what was live and what is, in; what every address that showed the text
answers now, out."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from newsroom.catalogue import Words
from publishing.asking import Answer, ask_all
from publishing.leaks import finder
from publishing.manifest import Manifest, compare

STUB = "page:withdrawn"


@dataclass(frozen=True, slots=True)
class Proof:
    """A line to read, and whether it shows what it should."""

    line: str
    sound: bool


def prove(
    site: str, before: Manifest | None, after: Manifest, title: str, words: Words
) -> Iterator[Proof]:
    """Ask the host for everything that the withdrawal changed or removed, and for the article's
    own address: 410 (or the stub, where a host knows no 410) there; elsewhere nothing that still
    names the title; gone what is gone."""
    change = compare(before, after)
    pages = {path for path in change.changed if after.files[path].kind == STUB}
    for answer in ask_all(
        site, [*sorted(pages), *sorted({*change.changed, *change.gone} - pages)]
    ):
        if answer.path in pages:
            yield _stub(answer, title, words)
        elif answer.path in change.gone:
            yield _gone(answer, words)
        else:
            yield _changed(answer, title, words)


def _stub(answer: Answer, title: str, words: Words) -> Proof:
    sound = answer.status in (200, 404, 410) and not _names(answer, [title])
    return _told("proof.stub", answer, sound, words)


def _gone(answer: Answer, words: Words) -> Proof:
    return _told("proof.gone", answer, answer.status in (301, 404, 410), words)


def _changed(answer: Answer, title: str, words: Words) -> Proof:
    """An old address may lead on, to the withdrawn page."""
    sound = answer.status in (200, 301) and not _names(answer, [title])
    return _told("proof.clean", answer, sound, words)


def _names(answer: Answer, titles: Iterable[str]) -> bool:
    find = finder(titles, least=1)
    return find is not None and find(answer.body) is not None


def _told(id: str, answer: Answer, sound: bool, words: Words) -> Proof:
    if not sound:
        id = "proof.unasked" if answer.status == 0 else "proof.still"
    address = "/" + answer.path.removesuffix("index.html")
    return Proof(words(id, path=address, status=answer.status), sound)
