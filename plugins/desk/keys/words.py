"""The catalogues in; what keys, kinds and codes are called out."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from newsroom.catalogue import Words, read_catalogue

_HERE = Path(__file__).parent
_THEME = Path(__file__).parents[3] / "theme"
CHOICES = {
    "article.genre": "article.genre",
    "article.language": "page.language",
    "award.kind": "award.kind",
    "bloc.kind": "bloc",
    "campaign.form": "campaign.form",
    "campaign.scope": "campaign.scope",
    "campaign_document.role": "document.role",
    "document.status": "document.status",
    "document.type": "document.type",
    "event.kind": "milestone",
    "milestone.kind": "milestone",
    "page.language": "page.language",
    "recipient.type": "award",
    "unit.kind": "unit.kind",
    "unit.level": "unit.level",
}
"""Where the theme's catalogue has the words for the codes of a key, by the id of the key; what is
not here stands in our own, as `article.status=draft`."""


@cache
def key_words() -> Words:
    """What keys are called, by `article.title`, `article.title.hint`, `article.title.example`."""
    return read_catalogue(_HERE / "translations", "keys", "vi")


@cache
def _theme_words() -> Words:
    return read_catalogue(_THEME / "translations", "theme", "vi")


def id_of(cls: type, name: str) -> str:
    """The id of a key: photo.alt of Photo, score_row.total of ScoreRow."""
    return f"{re.sub(r'(?<!^)(?=[A-Z])', '_', cls.__name__).lower()}.{name}"


def word_of_choice(key: str, code: str) -> str:
    """What a code is called. A code without a word is a mistake of ours: KeyError."""
    if key in CHOICES:
        return _theme_words()(f"{CHOICES[key]}.{code}")
    return key_words()(f"{key}={code}")
