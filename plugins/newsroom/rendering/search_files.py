"""An output of search in; its bytes out, whichever of its kinds it is."""

from __future__ import annotations

from typing import cast

from newsroom.planning.output import Output
from newsroom.planning.views.search import CardsView, ShardView
from newsroom.rendering.scripts import search_script
from newsroom.rendering.search_cache import shard
from newsroom.rendering.search_cards import cards
from newsroom.settings import Settings


def search_file(output: Output, settings: Settings) -> bytes:
    """The script, a file of cards, or one of an index."""
    if output.renderer == "script":
        return search_script(settings.theme)
    if output.renderer == "cards":
        return cards(cast("CardsView", output.view))
    return shard(cast("ShardView", output.view), settings.cache / "search")
