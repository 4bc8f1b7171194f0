"""The press: one output in, its bytes out."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, cast

from newsroom.catalogue import Words
from newsroom.planning.output import Output
from newsroom.planning.views import data, standing
from newsroom.settings import Settings

if TYPE_CHECKING:
    from newsroom.rendering.templates import Templates

COMPILED = "__pycache__"
"""The folder of the theme in which compiled templates are kept."""


class Press:
    """Everything that drawing an output needs. The same output always gives the same bytes."""

    def __init__(self, settings: Settings, words: Mapping[str, Words]) -> None:
        self.settings = settings
        self.words = words

    @cached_property
    def templates(self) -> Templates:
        """The theme, compiled when the first page asks for it."""
        from newsroom.rendering.templates import Templates

        return Templates(self.settings.theme, self.words)

    @property
    def photo_cache(self) -> Path:
        """Where photos that were made once are kept."""
        return self.settings.cache / "photos"

    @property
    def card_cache(self) -> Path:
        """Where share cards that were drawn once are kept."""
        return self.settings.cache / "share-cards"

    def render_one(self, output: Output) -> bytes:
        """The bytes of this output."""
        if output.template:
            return self.templates.render(output.template, output.view)
        match output.renderer:
            case "photo" | "share_card":
                return self._picture(output)
            case "copy":
                return Path(cast("standing.CopyView", output.view).path).read_bytes()
            case "json":
                from newsroom.rendering.tables import table_as_json

                return table_as_json(cast("data.TableView", output.view))
            case "csv":
                from newsroom.rendering.tables import table_as_csv

                return table_as_csv(cast("data.TableView", output.view))
            case "calendar":
                from newsroom.rendering.calendars import calendar

                return calendar(cast("standing.CalendarView", output.view))
            case "text":
                return text(cast("standing.TextView", output.view))
            case "index" | "shard" | "cards" | "script":
                from newsroom.rendering.search_files import search_file

                return search_file(output, self.settings)
            case "page" | "feed":
                raise ValueError(f"{output.path}: a {output.renderer} needs a template")

    def _picture(self, output: Output) -> bytes:
        if output.renderer == "share_card":
            from newsroom.rendering.share_cards import share_card

            return share_card(cast("standing.ShareCardView", output.view), self.card_cache)
        from newsroom.rendering.photos import photo

        return photo(cast("standing.PhotoView", output.view), self.photo_cache)


def text(view: standing.TextView) -> bytes:
    """Its lines, each with its end, in UTF-8."""
    return "".join(f"{line}\n" for line in view.lines).encode()
