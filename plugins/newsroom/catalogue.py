"""Words from gettext catalogues: a .po file in, its texts by message id out."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Words:
    """The texts of one catalogue in one language, by message id (nav.home, E203)."""

    language: str
    texts: Mapping[str, str] = field(default_factory=dict)

    def __call__(self, id: str, **values: object) -> str:
        """The text with its {names} filled in. A missing id is a mistake of the code: KeyError."""
        text = self.texts[id]
        return text.format(**values) if values else text

    def __contains__(self, id: str) -> bool:
        return id in self.texts

    def but(self, overrides: Mapping[str, str]) -> Words:
        """The same words, some spelled as this agency does; an unknown id is a KeyError."""
        for id in overrides:
            if id not in self.texts:
                raise KeyError(id)
        return Words(self.language, {**self.texts, **overrides})


def read_catalogue(folder: Path, domain: str, language: str) -> Words:
    """Read folder/<language>/LC_MESSAGES/<domain>.po. OSError where it is missing."""
    from babel.messages.pofile import read_po

    path = folder / language / "LC_MESSAGES" / f"{domain}.po"
    with path.open("rb") as file:
        messages = read_po(file, abort_invalid=True)
    texts = {str(m.id): str(m.string) for m in messages if m.id and m.string}
    return Words(language, texts)


def interface_words(theme: Path, labels: Mapping[str, str]) -> dict[str, Words]:
    """The theme's catalogues by language, the first the site's own, with the agency's words over
    them. OSError where one is missing, KeyError for a label that no catalogue has."""
    folder = theme / "translations"
    words = {language: read_catalogue(folder, "theme", language) for language in ("vi", "en")}
    words["vi"] = words["vi"].but(labels)
    return words
