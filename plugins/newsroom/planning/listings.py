"""A list, newest first, in; its pages out: twenty each, numbered from the oldest.

So a full page never changes again, except that the newest of them learns of the next.
Source: content-format.md, Listings.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from newsroom.planning.views.shared import Link, Pager

PAGE = 20
STAYING = 10
"""A numbered page exists while at least this many newer items remain."""

Item = TypeVar("Item")


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet(Generic[Item]):
    """One page of a list: at the list's own address (no number) the newest 10 to 29."""

    address: str
    number: int | None = None
    items: tuple[Item, ...]
    pager: Pager


def listing(
    items: Sequence[Item], address: str, href: Callable[[str], str]
) -> tuple[Sheet[Item], ...]:
    """The pages of a list at `address`: its own first, then the numbered ones, newest first."""
    pages = numbered_pages(len(items))
    own = Sheet(
        address=address,
        items=tuple(items[: len(items) - pages * PAGE]),
        pager=_own_pager(address, pages, len(items), href),
    )
    numbered = (
        Sheet(
            address=_place(address, number),
            number=number,
            items=_twenty(items, number),
            pager=_pager(address, number, pages, href),
        )
        for number in range(pages, 0, -1)
    )
    return (own, *numbered)


def numbered_pages(count: int) -> int:
    """How many numbered pages a list of `count` items has."""
    return max(0, count - STAYING) // PAGE


def _twenty(items: Sequence[Item], number: int) -> tuple[Item, ...]:
    last = len(items) - (number - 1) * PAGE
    return tuple(items[last - PAGE : last])


def _place(address: str, number: int) -> str:
    return f"{address}trang/{number}/"


def _own_pager(address: str, pages: int, total: int, href: Callable[[str], str]) -> Pager:
    links = tuple(
        Link(text=str(number), href=href(_place(address, number)))
        for number in range(pages, 0, -1)
    )
    return Pager(
        older=links[0].href if links else "",
        oldest=links[-1].href if links else "",
        pages=links,
        total=total,
    )


def _pager(address: str, number: int, pages: int, href: Callable[[str], str]) -> Pager:
    own = href(address)
    return Pager(
        page=number,
        newest=own,
        newer=href(_place(address, number + 1)) if number < pages else own,
        older=href(_place(address, number - 1)) if number > 1 else "",
        oldest=href(_place(address, 1)) if number > 1 else "",
    )
