"""Cards of results in; the file that the search page fetches them from, out."""

from __future__ import annotations

import json
import zlib

from newsroom.planning.views.search import CardsView
from vietnamese import truncate_syllables

SYLLABLES = 45
"""Of a sapo that a result shows."""


def cards(view: CardsView) -> bytes:
    """A row for each: title, address, text, day, note; JSON, deflated (zlib)."""
    rows = [
        [card.title, card.href, truncate_syllables(card.text, SYLLABLES), card.day, card.note]
        for card in view.cards
    ]
    text = json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
    return zlib.compress(text.encode(), 9)
