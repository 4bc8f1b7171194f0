"""Awards in; the year each stands under, and the page of that year's list it stands on, out."""

from __future__ import annotations

from newsroom.linking.site import Site
from newsroom.planning.listings import listing
from newsroom.records import Award

ALL = "/khen-thuong/"


class AwardPlaces:
    """Where each award really stands: an older one moves to a numbered page of its year's list."""

    def __init__(self, site: Site) -> None:
        self._site = site
        self._moved: dict[str, str] | None = None

    def address(self, address: str) -> str:
        """The address with the page that holds the award's anchor; any other address as it is."""
        if not address.startswith(ALL) or "#" not in address:
            return address
        if self._moved is None:
            self._moved = self._find()
        return self._moved.get(address, address)

    def _find(self) -> dict[str, str]:
        return {
            self._site.address(award): f"{sheet.address}#{award.id}"
            for year, awards in awards_by_year(self._site).items()
            for sheet in listing(awards, year_address(year), str)
            for award in sheet.items
        }


def awards_by_year(site: Site) -> dict[int, tuple[Award, ...]]:
    """Awards by the year on whose page they stand, newest year first."""
    years: dict[int, list[Award]] = {}
    for award in site.awards():
        years.setdefault(site.award_year(award), []).append(award)
    return {year: tuple(years[year]) for year in sorted(years, reverse=True)}


def year_address(year: int) -> str:
    """The address of a year's list."""
    return f"{ALL}{year}/"
