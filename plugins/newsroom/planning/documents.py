"""Documents in; their list and each document's page out."""

from __future__ import annotations

from newsroom.planning.draft import About, Draft
from newsroom.planning.listings import listing
from newsroom.planning.views.documents import DocumentIndexView, DocumentView
from newsroom.planning.views.shared import Link
from newsroom.records import Document
from vietnamese import format_date

ALL = "/van-ban/"
BRIEF = 6


def plan_documents(draft: Draft) -> None:
    """Plan the list of documents, newest first, and every document."""
    title, text = draft.words("nav.documents"), draft.words("page.documents.text")
    for sheet in listing(draft.site.documents(), ALL, draft.places.href):
        view = DocumentIndexView(
            cards=tuple(map(draft.cards.document, sheet.items)), pager=sheet.pager
        )
        draft.listed(sheet, "document_index", view, title, text, "documents")
    for document in draft.site.documents():
        _plan_document(draft, document)


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
        articles=cards.articles(site.articles_of(document)[:BRIEF]),
    )


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
