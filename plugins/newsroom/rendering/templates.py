"""A template's name and a view in; bytes out. One Jinja environment for each language."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, StrictUndefined, meta, select_autoescape
from jinja2.ext import Extension
from markupsafe import Markup

from newsroom.catalogue import Words
from newsroom.planning.views.page import PageView
from newsroom.planning.views.shared import Picture, Prose
from newsroom.rendering.compiled import Compiled
from newsroom.rendering.compiling import QuickEnvironment
from newsroom.rendering.filters import english_date, filters_for, vietnamese_date
from newsroom.rendering.prose import Setting, feed_picture, fill, opening_and_rest
from newsroom.rendering.styles import assemble
from newsroom.rendering.versions import digest_of_words, language_of

_INDENT = re.compile(r"\n[ \t]+")


class Templates:
    """The theme, ready to draw. Holds compiled templates and nothing of any page."""

    def __init__(self, theme: Path, words: Mapping[str, Words]) -> None:
        """`words` holds one catalogue for each language; the first serves what has none.

        OSError where the theme lacks a style file.
        """
        self.styles = assemble(theme)
        self._environments = {
            language: _environment(theme, own, self.styles.text) for language, own in words.items()
        }
        self._default = next(iter(self._environments))

    def render(self, template: str, view: object) -> bytes:
        """Draw a view with a template under theme/templates, such as pages/article.html."""
        environment = self._environments[self._language(view)]
        return environment.get_template(template).render(_context(view)).encode()

    def piece(self, source: str, **values: object) -> str:
        """Draw a piece that is no file, such as one component with an example's values."""
        return self._environments[self._default].from_string(source).render(values)

    def sources(self, template: str) -> frozenset[str]:
        """Return the names of this template and of all that it extends or imports, however far."""
        environment = self._environments[self._default]
        found: set[str] = set()
        waiting = [template]
        while waiting:
            name = waiting.pop()
            if name in found:
                continue
            found.add(name)
            waiting += _referenced(environment, name)
        return frozenset(found)

    def source(self, name: str) -> str:
        """Return the text of a template by its name, as `sources` gives it."""
        return _source(self._environments[self._default], name)

    def _language(self, view: object) -> str:
        language = language_of(view)
        return language if language in self._environments else self._default


class Unindented(Extension):
    """Drops the indentation of template files, which no reader needs to download."""

    def preprocess(
        self,
        source: str,
        name: str | None,  # noqa: ARG002 Jinja's signature
        filename: str | None = None,  # noqa: ARG002 Jinja's signature
    ) -> str:
        """Strip leading blanks of each line; lines stay, so that errors name the right one."""
        return _INDENT.sub("\n", source)


def _environment(theme: Path, words: Words, styles: str) -> Environment:
    environment = QuickEnvironment(
        loader=FileSystemLoader([theme / "templates", theme / "components"]),
        autoescape=select_autoescape(["html", "xml"]),
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
        auto_reload=False,
        bytecode_cache=Compiled(theme, words.language, digest_of_words(words)),
        extensions=[Unindented],
    )
    environment.globals |= {
        "t": words,
        "styles": Markup(styles),  # noqa: S704 the theme's own files
        "language": words.language,
    }
    environment.filters |= filters_for(words)
    environment.filters |= {
        "prose": partial(_prose, environment),
        "feed_prose": partial(_feed_prose, words),
        "opening_and_rest": opening_and_rest,
    }
    return environment


def _context(view: object) -> dict[str, object]:
    if not isinstance(view, PageView):
        return {"view": view}
    return {
        "head": view.head,
        "chrome": view.chrome,
        "current": view.current,
        "crumbs": view.crumbs,
        "view": view.view,
    }


def _prose(environment: Environment, prose: Prose) -> Markup:
    words: Words = environment.globals["t"]  # type: ignore[assignment] # globals are untyped
    module: Any = environment.get_template("picture/picture.html").module

    def picture(each: Picture) -> Markup:
        drawn: Markup = module.picture(each)
        return drawn

    return fill(prose, _setting(words, picture))


def _feed_prose(words: Words, prose: Prose, base: str) -> Markup:
    return fill(prose, _setting(words, feed_picture, base))


def _setting(words: Words, picture: Callable[[Picture], Markup], base: str = "") -> Setting:
    spelled = english_date if words.language == "en" else vietnamese_date
    return Setting(
        picture=picture,
        table_name=lambda n: words("prose.table", n=n),
        revoked=lambda day: words("prose.revoked", date=spelled(day, "short")),
        base=base,
    )


def _referenced(environment: Environment, name: str) -> list[str]:
    tree = environment.parse(_source(environment, name))
    return [each for each in meta.find_referenced_templates(tree) if each is not None]


def _source(environment: Environment, name: str) -> str:
    if environment.loader is None:
        raise ValueError("the environment has no loader")
    return environment.loader.get_source(environment, name)[0]
