"""Documents in; their list and each document's page out."""

from __future__ import annotations

from newsroom.planning.draft import About, Draft
from newsroom.planning.facets import document_facets, groups_of
from newsroom.planning.listings import Sheet, listing
from newsroom.planning.newslists import NewsList, plan_news_list
from newsroom.planning.views.documents import DocumentIndexView, DocumentView
from newsroom.planning.views.shared import Link
from newsroom.planning.views.standing import LinkGroup
from newsroom.records import Document
from vietnamese import format_date

ALL = "/van-ban/"
BRIEF = 6


def plan_documents(draft: Draft) -> None:
    """Plan the list of documents, newest first, and every document."""
    facets = document_facets(draft)
    title, ways = draft.words("nav.documents"), groups_of(draft, facets)
    for sheet in listing(draft.site.documents(), ALL, draft.places.href):
        _plan_sheet(draft, sheet, title, () if sheet.number else ways)
    for facet in facets:
        for heading, documents in facet.lists:
            for sheet in listing(documents, heading.address, draft.places.href):
                _plan_sheet(draft, sheet, heading.title, (), draft.place("nav.documents", ALL))
    for document in draft.site.documents():
        _plan_document(draft, document)
        _plan_news(draft, document)


def _plan_sheet(
    draft: Draft,
    sheet: Sheet[Document],
    title: str,
    ways: tuple[LinkGroup, ...],
    *parents: Link,
) -> None:
    view = DocumentIndexView(
        title=title,
        narrowed=bool(parents),
        ways=ways,
        cards=tuple(map(draft.cards.document, sheet.items)),
        pager=sheet.pager,
    )
    text = draft.words("page.documents.text")
    draft.listed(sheet, "document_index", view, title, text, "documents", parents)


def _plan_news(draft: Draft, document: Document) -> None:
    """The list of all that cite it, where its own page does not hold them."""
    articles = draft.site.articles_of(document)
    if len(articles) <= BRIEF:
        return
    address, link = draft.site.address(document), draft.links.to(document)
    plan_news_list(
        draft,
        NewsList(
            address=f"{address}tin/",
            articles=articles,
            label="document.used_in",
            title=draft.words("page.news_citing", number=document.number),
            description=draft.words("page.news_citing.text", number=document.number),
            owner=link,
            parents=(draft.place("nav.documents", ALL), link),
            current=(f"document:{document.id}", "documents"),
            source=document.file,
        ),
    )


def _plan_document(draft: Draft, document: Document) -> None:
    day = format_date(document.issued, "short")
    named = {"number": document.number, "date": day, "issuer": document.issuer}
    title = "page.document" if document.abstract else "page.document_bare"
    about = About(
        title=draft.words(title, abstract=document.abstract, **named),
        description=draft.words("page.document.text", **named),
        current=(f"document:{document.id}", "documents"),
        crumbs=draft.crumbs(draft.place("nav.documents", ALL)),
        source=document.file,
    )
    draft.page(draft.site.address(document), "document", _document(draft, document), about)


def _document(draft: Draft, document: Document) -> DocumentView:
    site, cards = draft.site, draft.cards
    articles = site.articles_of(document)
    return DocumentView(
        number=document.number,
        type=document.type,
        issuer=document.issuer,
        issued=document.issued,
        abstract=document.abstract,
        signer=document.signer,
        signer_title=document.signer_title,
        effective=document.effective,
        expired=document.expired,
        status=site.document_status(document),
        replaces=cards.documents(document.replaces),
        replaced_by=tuple(map(cards.document, site.replaced_by(document))),
        amends=cards.documents(document.amends),
        amended_by=tuple(map(cards.document, site.amended_by(document))),
        files=draft.attachments.downloads(document.files, document.number),
        official_url=document.official_url,
        prose=draft.prose(document.body),
        campaigns=tuple(map(draft.links.to, site.campaigns_of(document))),
        blocs=_blocs(draft, document),
        events=cards.events(site.events_of(document)),
        awards=cards.awards(site.awards_of(document)),
        articles=cards.articles(articles[:BRIEF]),
        all_articles=_news_href(draft, document) if len(articles) > BRIEF else "",
    )


def _news_href(draft: Draft, document: Document) -> str:
    return draft.places.href(f"{draft.site.address(document)}tin/")


def _blocs(draft: Draft, document: Document) -> tuple[Link, ...]:
    """The years of blocs that rest on it; `note` is the year."""
    return tuple(
        Link(
            text=bloc.name,
            href=draft.places.href(f"{draft.site.address(bloc)}{year}/"),
            note=str(year),
        )
        for bloc, year in draft.site.blocs_under(document)
    )
