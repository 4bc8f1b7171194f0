"""The theme and the words in; for each output a digest of all that draws it, beside its view and
our own code, out. The theme's files are only read, never compiled, so this needs no Jinja."""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Mapping
from functools import cached_property
from hashlib import blake2b
from pathlib import Path

from newsroom.catalogue import Words
from newsroom.planning.output import Output
from newsroom.planning.views.page import PageView

DRAWN_BY_FILTERS = ("picture/picture.html",)
"""What a filter draws with, so that no template says so itself."""
_REFERS = re.compile(
    r"""\{%[-+]?\s*(?:extends|import|from|include)\s+"""
    r"""(?:(["'])([^"']+)\1\s*(?=[-+]?%\}|(?:import|as|ignore|with|without)\b)|)"""
)


class Versions:
    """What draws each output, as the theme was when this was made."""

    def __init__(self, theme: Path, words: Mapping[str, Words]) -> None:
        """OSError where the theme cannot be read."""
        self._theme = theme
        self._templates, self._styles, self._scripts = _read(theme)
        self._words = {language: digest_of_words(one) for language, one in words.items()}
        self._default = next(iter(self._words), "")
        self._makers: dict[tuple[str, str, str], str] = {}

    def of(self, output: Output) -> str:
        """The digest of what draws it."""
        language = self._language(output.view) if output.template else ""
        key = output.renderer, output.template, language
        if key not in self._makers:
            self._makers[key] = self._maker(*key)
        return self._makers[key]

    @cached_property
    def digest(self) -> str:
        """It changes with anything that draws any output, and with any word."""
        texts = (part for named in sorted(self._templates.items()) for part in named)
        words = (part for named in sorted(self._words.items()) for part in named)
        return _digest(self._styles, self._scripts, self._default, *words, *texts)

    def hold(self) -> bool:
        """Whether the theme still is what it was."""
        return _read(self._theme) == (self._templates, self._styles, self._scripts)

    def same(self, other: Versions) -> bool:
        """Whether both draw everything alike."""
        mine = self._theme, self._templates, self._styles, self._scripts, self._words
        its = other._theme, other._templates, other._styles, other._scripts, other._words
        return mine == its

    def sources(self, template: str) -> frozenset[str]:
        """The names of this template and of all that it extends, imports or includes, however
        far. ValueError for a reference that is no plain name, since nobody could follow it."""
        found: set[str] = set()
        waiting = [template]
        while waiting:
            name = waiting.pop()
            if name not in found:
                found.add(name)
                waiting += _referenced(name, self._templates.get(name, ""))
        return frozenset(found)

    def _maker(self, renderer: str, template: str, language: str) -> str:
        if renderer == "script":
            return _digest(renderer, self._scripts)
        if not template:
            return _digest(renderer)
        reached = self.sources(template).union(*map(self.sources, DRAWN_BY_FILTERS))
        texts = (part for name in sorted(reached) for part in (name, self._templates.get(name)))
        return _digest(renderer, self._words.get(language), self._styles, *texts)

    def _language(self, view: object) -> str:
        """As the templates choose it."""
        language = language_of(view)
        return language if language in self._words else self._default


def _read(theme: Path) -> tuple[dict[str, str], str, str]:
    """The text of every template by its name, a digest of all styles, one of all scripts and
    static files."""
    templates, components = theme / "templates", theme / "components"
    texts = dict(_texts(components, components.glob("*/*.html")))
    texts |= _texts(templates, templates.rglob("*.*"))  # the loader looks here first
    scripts = [*components.glob("*/*.js"), *(theme / "static").rglob("*.*")]
    styles = [*(theme / "styles").glob("*.css"), *components.glob("*/*.css")]
    return texts, _of_files(theme, styles), _of_files(theme, scripts)


def _of_files(theme: Path, files: list[Path]) -> str:
    return _digest(*(part for named in sorted(_texts(theme, files)) for part in named))


def _texts(folder: Path, files: Iterator[Path] | list[Path]) -> Iterator[tuple[str, str]]:
    for file in files:
        if file.is_file():
            yield file.relative_to(folder).as_posix(), file.read_text("utf-8", "surrogateescape")


def _referenced(name: str, text: str) -> list[str]:
    names = [found[2] for found in _REFERS.finditer(text)]
    if None in names:
        raise ValueError(f"{name}: extends, import and include need a plain name")
    return names


def language_of(view: object) -> str:
    """In whose words a view is drawn; "" for the site's own."""
    language = view.chrome.language if isinstance(view, PageView) else ""
    return language or getattr(view, "language", "")


def digest_of_words(words: Words) -> str:
    """It changes with any word of a catalogue."""
    return _digest(json.dumps(dict(words.texts), sort_keys=True))


def _digest(*texts: str | None) -> str:
    return blake2b(json.dumps(texts).encode(), digest_size=16).hexdigest()
