"""Outputs in; a digest of all that draws each, beside its view and our own code, out.

Asking costs next to nothing while the theme stays as it was: what each template includes is then
told by the memory of the last build, and Jinja is not even loaded.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from functools import cached_property
from hashlib import blake2b

from newsroom.catalogue import Words
from newsroom.planning.output import Output
from newsroom.planning.views.page import PageView
from newsroom.rendering.press import Press

DRAWN_BY_FILTERS = ("picture/picture.html",)
"""What a filter draws with, so that no template says so itself."""


class Versions:
    """What draws each output. `theme` is the digest of all the theme's files."""

    def __init__(self, press: Press, theme: str, known: Mapping[str, str]) -> None:
        """`known` is what `known` answered after an earlier build of any theme."""
        self._press = press
        self._theme = theme
        self._words = {language: _of_words(words) for language, words in press.words.items()}
        self._default = next(iter(self._words))
        self._templates = dict(known) if known.get("") == theme else {"": theme}
        self._makers: dict[tuple[str, str, str], str] = {}

    @property
    def known(self) -> Mapping[str, str]:
        """The version of every template asked for, and under "" the theme's digest."""
        return self._templates

    def of(self, output: Output) -> str:
        """The digest of what draws it."""
        language = self._language(output.view) if output.template else ""
        key = output.renderer, output.template, language
        maker = self._makers.get(key)
        if maker is None:
            template = self._template(output.template) if output.template else ""
            maker = _digest(output.renderer, template, self._words.get(language, ""))
            self._makers[key] = maker
        return maker

    def _template(self, name: str) -> str:
        if name not in self._templates:
            self._templates[name] = self._looked_up(name)
        return self._templates[name]

    def _looked_up(self, name: str) -> str:
        templates = self._press.templates
        reached = templates.sources(name).union(*map(templates.sources, DRAWN_BY_FILTERS))
        texts = (part for each in sorted(reached) for part in (each, templates.source(each)))
        return _digest(self._styles, *texts)

    @cached_property
    def _styles(self) -> str:
        return self._press.templates.styles.text

    def _language(self, view: object) -> str:
        """As the templates choose it."""
        language = view.chrome.language if isinstance(view, PageView) else ""
        language = language or getattr(view, "language", "")
        return language if language in self._words else self._default


def _of_words(words: Words) -> str:
    return _digest(json.dumps(dict(words.texts), sort_keys=True))


def _digest(*texts: str) -> str:
    return blake2b(json.dumps(texts).encode(), digest_size=16).hexdigest()
