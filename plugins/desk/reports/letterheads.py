"""Who reports, and when, in; the head of the paper out.

The parts and their places are those of Decree 30/2020/NĐ-CP, Annex I. The number, the place and
the day are left for the office: nothing here knows them.
"""

from __future__ import annotations

from datetime import date

from desk.reports.paper import Letterhead
from desk.reports.wording import Wording
from vietnamese import upper


def letterhead(wording: Wording, issuer: str, superior: str, today: date) -> Letterhead:
    """Issuer and superior in capitals on the left, state and motto on the right."""
    say = wording.say
    return Letterhead(
        issuer=upper(issuer),
        superior=upper(superior),
        number=say("head.number"),
        state=say("head.state"),
        motto=say("head.motto"),
        place_and_day=say("head.place_and_day", year=today.year),
    )


def notice(wording: Wording, today: date) -> str:
    """That this is a draft made from records; on a site of sample data, that too."""
    told = wording.say("report.draft", site=wording.site.info.name, day=wording.day(today))
    return f"{wording.say('report.sample')} {told}" if wording.site.info.sample else told
