"""Sections, standing pages, and the old addresses that lead to what stands now."""

from __future__ import annotations

from functools import cached_property

from newsroom.linking.addresses import normal_alias
from newsroom.linking.core import Core
from newsroom.records import Article, Page, Record, Section
from newsroom.records.values import Language
from vietnamese import sort_key


class Standing(Core):
    """Questions about sections, pages and aliases."""

    def sections(self) -> tuple[Section, ...]:
        """By `order`, then in Vietnamese order of names."""
        return self._sections

    def pages(self, language: Language = "vi") -> tuple[Page, ...]:
        """Standing pages of that language by `order`, then in Vietnamese order of titles."""
        return tuple(page for page in self._pages if page.language == language)

    def aliases(self) -> dict[str, Record]:
        """Old addresses ("/…/", or "/….html") and the record each leads to; never that of a record
        without a page. In order of addresses."""
        return self._aliases

    @cached_property
    def _aliases(self) -> dict[str, Record]:
        found = {
            normal_alias(alias): record
            for _, record in self.records.all()
            if not (isinstance(record, Article) and self.state(record) == "hidden")
            for alias in getattr(record, "aliases", ())
        }
        return dict(sorted(found.items()))

    @cached_property
    def _sections(self) -> tuple[Section, ...]:
        return tuple(
            sorted(
                self.records.section.values(),
                key=lambda section: (section.order, sort_key(section.name), section.id),
            )
        )

    @cached_property
    def _pages(self) -> tuple[Page, ...]:
        return tuple(
            sorted(
                self.records.page.values(),
                key=lambda page: (page.order, sort_key(page.title), page.id),
            )
        )
