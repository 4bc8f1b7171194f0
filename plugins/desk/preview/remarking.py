"""An address of the preview in; what an editor would say of the file whose page it is, out."""

from __future__ import annotations

from urllib.parse import unquote

from newsroom.problems import Problem
from newsroom.reading import locate
from newsroom.resident import Resident
from newsroom.settings import Settings


def remarks_at(address: str, resident: Resident, settings: Settings) -> tuple[Problem, ...]:
    """The editorial remarks on that file, with their places, in order; none for a page of many
    records, and none while content has errors, which come first."""
    from desk.checking import editorial  # late: no page waits for it

    records, file = resident.records, resident.file_at(unquote(address))
    if records is None or not file:
        return ()
    found = [one for one in editorial(records, settings, {file}) if one.file == file]
    return tuple(sorted(set(locate(found, settings.content))))
