"""One publishing, step by step, whatever the target: build, guard, compare, send, record."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from newsroom.catalogue import Words, read_catalogue
from publishing.annex import Annex
from publishing.changes import Change, tell_changes
from publishing.comment import comment
from publishing.edition import KEPT, Edition, release_of, waiting
from publishing.guard import guard
from publishing.hosts import Failed, Sent, Target
from publishing.looking import look
from publishing.manifest import Manifest
from publishing.nginx import TooMany, folder_name
from publishing.press import Press, Printed
from publishing.refusals import Candidate, Refusal
from publishing.tables import hashes
from vietnamese import format_number

DONE, FAILED, PROBLEMS = 0, 1, 2
"""Exit statuses: published; refused or failed, with what is live untouched; problems in
content."""
SHOWN = 40
"""How many refusals are told one by one."""


@dataclass(frozen=True, kw_only=True)
class Order:
    """How one publishing is to be done."""

    press: Press
    target: Target
    workshop: Path
    """A folder of this target's own, where the site is built; what is there speeds up the next
    building, and is never trusted as a fact about what is live."""
    moment: datetime
    """Now, with zone; the site's own clock is the build's."""
    site_url: str = ""
    """Where the site will stand; empty: where its home page says."""
    dry_run: bool = False
    comment: Path | None = None
    """Where a rehearsal leaves a comment for a merge request."""
    force: bool = False
    reason: str = ""
    """Why the guard is not to be heard; recorded with the release."""
    annex: Annex | None = None
    """What goes out beside the site."""
    withdrawn: str = ""
    """Why a text is withdrawn by this release: what readers' old pages may ask for goes too."""
    secrets: Mapping[str, str] = field(default_factory=dict)
    machine: tuple[str, ...] = ()
    look: bool = False
    """Where the target cannot tell what is live, look at the live site's sitemaps."""
    kept: int = KEPT
    say: Callable[[str], None] = print
    language: str = "vi"


class Publishing:
    """One run of an order. `run` answers with the exit status; afterwards `before` and `after`
    are what was live and what is, where they are known."""

    def __init__(self, order: Order) -> None:
        self.order = order
        self.words = words_in(order.language)
        self.before: Manifest | None = None
        self.after: Manifest | None = None

    def run(self) -> int:
        """Publish; on anything unforeseen by the target, one line and status 1."""
        order = self.order
        if order.force and not order.reason.strip():
            order.say(self.words("force.reason"))
            return FAILED
        try:
            with order.target.held():
                return self._run()
        except Failed as failed:
            order.say(self.words(failed.id, **failed.about))
        except OSError as error:
            order.say(self.words("failed.disk", error=error.strerror or type(error).__name__))
        return FAILED

    def _run(self) -> int:
        order = self.order
        self.before = order.target.manifest()
        built = order.workshop / "site"
        printed = order.press(built)
        if printed.status:
            order.say(
                self.words("build.problems" if printed.status == PROBLEMS else "build.failed")
            )
            return PROBLEMS if printed.status == PROBLEMS else FAILED
        if order.annex:
            order.annex.lay(built)
        site = self._candidate(built, printed)
        refusals = guard(site)
        if refusals:
            self._tell(refusals)
        after = self._release(site, printed, forced=bool(refusals))
        if order.dry_run:
            self._rehearse(site, after, refusals)
        if refusals and not order.force:
            order.say(self.words("refused"))
            return FAILED
        return DONE if order.dry_run else self._send(site, after)

    def _candidate(self, built: Path, printed: Printed) -> Candidate:
        order = self.order
        site = Candidate(
            built=built,
            given_url=order.site_url,
            kinds=printed.kinds,
            live=self.before,
            planned=printed.planned,
            hidden=printed.hidden,
            secrets=order.secrets,
            machine=order.machine,
            has_annex=order.annex is not None,
        )
        if self.before is None and order.look:
            return replace(site, live=look(site.site_url))
        return site

    def _release(self, site: Candidate, printed: Printed, *, forced: bool) -> Manifest:
        order = self.order
        kept = {} if order.withdrawn else waiting(self.before, site.entries, order.kept)
        return release_of(
            {**site.entries, **kept},
            moment=order.moment,
            url=site.site_url,
            folder=self._folder(site) if order.target.names_blocks else "site",
            next_change=printed.next_change,
            forced=order.reason if forced else "",
            withdrawn=order.withdrawn,
        )

    def _folder(self, site: Candidate) -> str:
        pages = [page for path, page in site.pages.items() if path.endswith(".html")]
        styles, scripts = (
            set(hashes(texts))
            for texts in (
                {text for page in pages for text in page.styles},
                {text for page in pages for text in page.scripts},
            )
        )
        planned = styles | scripts if site.planned is None else site.planned
        try:
            return folder_name(styles & planned, scripts & planned)
        except TooMany as many:
            raise Failed("ssh.blocks", number=many) from None

    def _rehearse(self, site: Candidate, after: Manifest, refusals: list[Refusal]) -> None:
        change = Change(self.before, after, site.built, self.order.target.fetch)
        for line in tell_changes(change, self.words):
            self.order.say(line)
        if self.order.comment:
            self.order.comment.write_text(comment(change, refusals, self.words), "utf-8")

    def _send(self, site: Candidate, after: Manifest) -> int:
        order, before = self.order, self.before
        self.after = after
        if before and not order.withdrawn and _same(before, after):
            order.say(self.words("unchanged", release=before.about.release))
            return DONE
        sources = {path: site.built / path for path in site.entries}
        edition = Edition(manifest=after, sources=sources, pages=site.pages, annex=order.annex)
        self._report(after, order.target.send(edition, before))
        return DONE

    def _report(self, after: Manifest, sent: Sent) -> None:
        self.order.say(
            self.words(
                "published",
                release=after.about.release,
                url=after.about.url,
                files=format_number(sent.files),
                bytes=format_number(sent.bytes),
                removed=format_number(sent.removed),
            )
        )

    def _tell(self, refusals: list[Refusal]) -> None:
        for refusal in refusals[:SHOWN]:
            self.order.say(refusal.said(self.words))
        if len(refusals) > SHOWN:
            self.order.say(self.words("refused.more", number=len(refusals) - SHOWN))


def words_in(language: str) -> Words:
    """What publishing says."""
    return read_catalogue(Path(__file__).parent / "translations", "publishing", language)


def _same(before: Manifest, after: Manifest) -> bool:
    return before.about.content == after.about.content and before.about.url == after.about.url
