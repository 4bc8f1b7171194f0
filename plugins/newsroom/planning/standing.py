"""Standing pages in; their pages, the accessibility page and the way in for readers of English
out."""

from __future__ import annotations

from newsroom.planning.articles import counterpart_of, languages
from newsroom.planning.campaigns import contact_line
from newsroom.planning.chrome import has_english
from newsroom.planning.draft import About, Draft
from newsroom.planning.listings import listing
from newsroom.planning.views.shared import ContactLine, Link
from newsroom.planning.views.standing import (
    AccessibilityView,
    EnglishHomeView,
    StandingPageView,
)
from newsroom.records import Page
from newsroom.records.values import Language

ENGLISH = "/en/"

CONTACT_PAGES = ("lien-he", "contact")
"""Ids of the pages that also list the agency's officials (Decree 42/2022/NĐ-CP, article 4)."""


def plan_standing(draft: Draft) -> None:
    """Plan every standing page, the accessibility page, and the English home where there is
    any."""
    languages_here: tuple[Language, ...] = ("vi", "en")
    for language in languages_here:
        for page in draft.site.pages(language):
            _plan_page(draft, page)
    _plan_accessibility(draft)
    if has_english(draft.site):
        _plan_english(draft)


def _plan_page(draft: Draft, page: Page) -> None:
    words = draft.words_of[page.language]
    owner = draft.site.info.owner
    view = StandingPageView(
        title=page.title,
        summary=page.summary,
        picture=draft.photos.picture(page.photo),
        prose=draft.prose(page.body),
        contacts=_contacts(draft) if page.id in CONTACT_PAGES else (),
        counterpart=counterpart_of(draft, page),
    )
    about = About(
        title=page.title,
        description=page.summary or words("page.standing.text", title=page.title, owner=owner),
        language=page.language,
        current=(f"page:{page.id}",),
        crumbs=draft.crumbs(language=page.language),
        picture=view.picture,
        alternates=languages(draft, page),
        source=page.file,
    )
    draft.page(draft.site.address(page), "page", view, about)


def _contacts(draft: Draft) -> tuple[ContactLine, ...]:
    return tuple(contact_line(draft, contact) for contact in draft.site.info.contacts)


def _plan_accessibility(draft: Draft) -> None:
    """The page that says what is supported, with whom to tell of a barrier."""
    info = draft.site.info
    office = ContactLine(unit=Link(text=info.owner), phone=info.phone, email=info.email)
    contact = next(iter(_contacts(draft)), office)
    title = draft.words("footer.accessibility")
    about = About(
        title=title,
        description=draft.words("page.accessibility.text"),
        current=("accessibility",),
        crumbs=draft.crumbs(),
    )
    view = AccessibilityView(title=title, contact=contact)
    draft.page("/tro-nang/", "accessibility", view, about)


def _plan_english(draft: Draft) -> None:
    words, site = draft.words_of["en"], draft.site
    title = words("page.english")
    pages = tuple(map(draft.links.to, site.pages("en")))
    for sheet in listing(draft.cards.articles(site.articles("en")), ENGLISH, draft.places.href):
        number = sheet.number
        view = EnglishHomeView(
            title=title,
            pages=() if number else pages,
            cards=sheet.items,
            pager=sheet.pager,
        )
        about = About(
            title=words("page.numbered", title=title, n=number) if number else title,
            description=words("page.english.text", site=site.info.name),
            language="en",
            current=("home",),
            crumbs=draft.crumbs(language="en") if number else (),
            source="",
        )
        draft.page(sheet.address, "english", view, about)
