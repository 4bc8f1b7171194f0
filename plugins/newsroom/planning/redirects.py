"""Old addresses in; a page at each that leads to the new one out."""

from __future__ import annotations

from newsroom.planning.draft import Draft
from newsroom.planning.links import name_of
from newsroom.planning.output import Output
from newsroom.planning.places import output_path
from newsroom.planning.views.page import Head, PageView
from newsroom.planning.views.standing import RedirectView
from newsroom.records import Article, Page, Record
from newsroom.records.values import Language


def plan_redirects(draft: Draft) -> None:
    """Plan a stub for every alias."""
    for alias, record in draft.site.aliases().items():
        _plan_redirect(draft, alias, record)


def _plan_redirect(draft: Draft, alias: str, record: Record) -> None:
    """The stub names the new address as its own, so that only that one is found by searching."""
    address = draft.site.address(record)
    canonical = draft.places.whole(address)
    title = _title(draft, record)
    view = RedirectView(href=draft.places.href(address), canonical=canonical, title=title)
    page = PageView(
        head=Head(title=title, description=title, canonical=canonical, robots="noindex"),
        chrome=draft.frames.of(_language(record))[0],
        view=view,
    )
    draft.outputs.append(
        Output(
            path=output_path(alias),
            renderer="page",
            template="pages/redirect.html",
            view=page,
            source=record.file,
        )
    )


def _title(draft: Draft, record: Record) -> str:
    """A withdrawn article is not named here either."""
    if isinstance(record, Article) and draft.site.state(record) == "withdrawn":
        return draft.words_of[record.language]("page.withdrawn")
    return name_of(record)


def _language(record: Record) -> Language:
    return record.language if isinstance(record, Article | Page) else "vi"
