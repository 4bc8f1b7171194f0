"""One full and one empty sample of every view that a page template draws. All is invented."""

from __future__ import annotations

from dataclasses import MISSING, fields, is_dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, get_args, get_origin, get_type_hints

from newsroom.planning.views import page
from newsroom.planning.views.campaigns import CampaignIndexView, CampaignView
from newsroom.planning.views.changes import ChangeIndexView
from newsroom.planning.views.data import DataDictionaryView, DataIndexView
from newsroom.planning.views.documents import (
    AwardIndexView,
    DocumentIndexView,
    DocumentView,
    EventIndexView,
    EventMonthView,
    EventView,
)
from newsroom.planning.views.news import (
    ArchiveView,
    ArticleView,
    HomeView,
    ListingView,
    WithdrawnView,
)
from newsroom.planning.views.register import (
    BlocIndexView,
    BlocView,
    BlocYearView,
    UnitIndexView,
    UnitView,
)
from newsroom.planning.views.search import SearchView
from newsroom.planning.views.shared import State
from newsroom.planning.views.standing import (
    AccessibilityView,
    EnglishHomeView,
    StandingPageView,
    WaysView,
)
from newsroom.records.body import Body
from tests.newsroom.rendering import sample_documents, sample_pages, sample_units
from tests.newsroom.rendering.sample_frame import chrome, head
from tests.newsroom.rendering.sample_parts import link

PAGES: dict[str, tuple[type, object]] = {
    "pages/home.html": (HomeView, sample_pages.HOME),
    "pages/article.html": (ArticleView, sample_pages.ARTICLE),
    "pages/withdrawn.html": (WithdrawnView, sample_pages.WITHDRAWN),
    "pages/listing.html": (ListingView, sample_pages.LISTING),
    "pages/archive.html": (ArchiveView, sample_pages.ARCHIVE),
    "pages/campaign.html": (CampaignView, sample_pages.CAMPAIGN),
    "pages/campaign_index.html": (CampaignIndexView, sample_pages.CAMPAIGN_INDEX),
    "pages/unit.html": (UnitView, sample_units.UNIT),
    "pages/unit_index.html": (UnitIndexView, sample_units.UNIT_INDEX),
    "pages/bloc.html": (BlocView, sample_units.BLOC),
    "pages/bloc_index.html": (BlocIndexView, sample_units.BLOC_INDEX),
    "pages/bloc_year.html": (BlocYearView, sample_units.BLOC_YEAR),
    "pages/document.html": (DocumentView, sample_documents.DOCUMENT),
    "pages/document_index.html": (DocumentIndexView, sample_documents.DOCUMENT_INDEX),
    "pages/event.html": (EventView, sample_documents.EVENT),
    "pages/event_index.html": (EventIndexView, sample_documents.EVENT_INDEX),
    "pages/event_month.html": (EventMonthView, sample_documents.EVENT_MONTH),
    "pages/award_index.html": (AwardIndexView, sample_documents.AWARD_INDEX),
    "pages/corrections.html": (ChangeIndexView, sample_documents.CORRECTIONS),
    "pages/page.html": (StandingPageView, sample_pages.STANDING),
    "pages/english.html": (EnglishHomeView, sample_pages.ENGLISH),
    "pages/search.html": (SearchView, sample_pages.SEARCH),
    "pages/ways.html": (WaysView, sample_pages.WAYS),
    "pages/not_found.html": (WaysView, sample_pages.WAYS),
    "pages/accessibility.html": (AccessibilityView, sample_pages.ACCESSIBILITY),
    "pages/data.html": (DataIndexView, sample_pages.DATA),
    "pages/data_dictionary.html": (DataDictionaryView, sample_pages.DICTIONARY),
}
"""Every page template with the class of its view and a full sample."""


def full_page(template: str, language: str = "vi") -> page.PageView:
    """A page that shows everything its view can hold."""
    return page.PageView(
        head=head(template),
        chrome=chrome(language),
        current="news",
        crumbs=(link("Trang chủ"), link("Tin tức")),
        view=PAGES[template][1],
    )


def empty_page(template: str) -> page.PageView:
    """A page whose view has only what it cannot be without."""
    kind = PAGES[template][0]
    bare = page.Chrome(
        language="vi",
        site_name="Tin Thi Đua",
        tagline="",
        home="/",
        search="/tim-kiem/",
        menu=(),
        colophon=page.Colophon(owner="Cơ quan mẫu"),
    )
    bare_head = page.Head(title="Trang mẫu", description="", canonical="https://mau.example/")
    return page.PageView(head=bare_head, chrome=bare, view=_least(kind))


_PLAIN: dict[object, object] = {
    str: "mẫu",
    int: 2026,
    bool: False,
    date: date(2026, 1, 2),
    datetime: datetime.fromisoformat("2026-01-02T08:00:00+07:00"),
    Decimal: Decimal(1),
    date | datetime: date(2026, 1, 2),
    State: "ended",
    Body: Body(parts=("",)),
}
_ENUMS = {
    (DocumentView, "type"): "decision",
    (EventView, "kind"): "conference",
    (UnitView, "kind"): "government",
    (BlocView, "kind"): "bloc",
    (BlocYearView, "kind"): "bloc",
    (ListingView, "label"): "nav.news",
}


def _least(kind: type) -> Any:
    hints = get_type_hints(kind)
    needed = (each for each in fields(kind) if each.default is MISSING)
    return kind(**{each.name: _value(kind, each.name, hints[each.name]) for each in needed})


def _value(kind: type, name: str, hint: Any) -> object:
    if (kind, name) in _ENUMS:
        return _ENUMS[kind, name]
    if hint in _PLAIN:
        return _PLAIN[hint]
    if get_origin(hint) is tuple:
        return ()
    if is_dataclass(hint):
        return _least(hint)  # type: ignore[arg-type] # a dataclass named as a type is a class
    raise TypeError(f"{kind.__name__}.{name}: {hint} {get_args(hint)}")
