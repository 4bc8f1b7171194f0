"""Bodies in; prose out: each body with what its slots become."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date

from newsroom.linking.site import Resolved, Site
from newsroom.planning.attachments import Attachments
from newsroom.planning.photos import Photos
from newsroom.planning.places import Places
from newsroom.planning.views.shared import Fill, Prose
from newsroom.records import Award, Body, Slot

_NOTHING = Fill()


class Proses:
    """Bodies with their slots filled, each once however many pages and feeds show it."""

    def __init__(
        self,
        site: Site,
        places: Places,
        photos: Photos,
        attachments: Attachments,
        award_address: Callable[[str], str],
    ) -> None:
        self._site = site
        self._places = places
        self._photos = photos
        self._attachments = attachments
        self._award_address = award_address
        self._made: dict[int, Prose] = {}

    def of(self, body: Body) -> Prose:
        """The body with one fill for each slot."""
        prose = self._made.get(id(body))
        if prose is None:
            fills = tuple(self._fills(body)) if body.slots else ()
            prose = self._made[id(body)] = Prose(body=body, fills=fills)
        return prose

    def _fills(self, body: Body) -> Iterator[Fill]:
        """A closing slot repeats what it closes, so that it is known whether a link was opened."""
        opened: list[Fill] = []
        for slot, found in zip(body.slots, self._site.resolve(body), strict=True):
            if slot.what == "close":
                yield opened.pop() if opened else _NOTHING
                continue
            fill = self._fill(slot, found)
            if slot.what == "open":
                opened.append(fill)
            yield fill

    def _fill(self, slot: Slot, found: Resolved) -> Fill:
        if slot.what == "photo":
            return Fill(picture=self._photos.of_file(found.photo, alt=slot.text))
        title = slot.text if slot.what == "open" else ""
        return Fill(href=self._href(found), title=title, revoked_on=self._revoked(slot))

    def _revoked(self, slot: Slot) -> date | None:
        award = self._site.get("award", slot.target) if slot.kind == "award" else None
        return award.revoked.date if isinstance(award, Award) and award.revoked else None

    def _href(self, found: Resolved) -> str:
        if found.file:
            return self._attachments.href(found.file)
        if found.photo:
            picture = self._photos.of_file(found.photo, alt="")
            return picture.renditions[-1].href if picture else ""
        return self._places.href(self._award_address(found.address)) if found.address else ""
