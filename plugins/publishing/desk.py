"""What a person at the keyboard asks of one target: publish, withdraw, go back, look; each answers
with its exit status and says in Vietnamese what it did."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import datetime
from pathlib import Path

from newsroom.endings import Stopped
from newsroom.settings import Settings
from publishing.afterwards import look_after
from publishing.annex import Annex
from publishing.asking import ask
from publishing.hosts import Failed, Options, Target
from publishing.manifest import About, Manifest
from publishing.press import next_change_after, press
from publishing.proof import prove
from publishing.publish import DONE, FAILED, Order, Publishing, words_in
from publishing.targets import open_target, secrets_of, workshop_of
from publishing.withdrawing import NotFound, find_article, mark_withdrawn, title_of
from vietnamese import format_date, format_number

DUE = "next-change.txt"
SettingsOf = Callable[[Path], Settings]
"""The settings of a build into the folder given."""


@dataclass(frozen=True, kw_only=True)
class Desk:
    """One target, at one moment."""

    target: Target
    options: Options
    workshop: Path
    moment: datetime
    machine: tuple[str, ...] = ()
    annex: Annex | None = None
    secrets: Mapping[str, str] = field(default_factory=dict)
    say: Callable[[str], None] = print
    language: str = "vi"

    @classmethod
    def open(
        cls, options: Options, cache: Path, moment: datetime, machine: tuple[str, ...] = ()
    ) -> Desk:
        """The desk of the target with these options. Failed where they are wrong."""
        workshop = workshop_of(options, cache)
        return cls(
            target=open_target(options, workshop),
            options=options,
            workshop=workshop,
            moment=moment,
            machine=tuple(folder for folder in machine if len(folder) > len("/root")),
            secrets=secrets_of(),
        )

    def publish(
        self,
        settings: SettingsOf,
        *,
        site_url: str = "",
        dry_run: bool = False,
        comment: Path | None = None,
        force: bool = False,
        reason: str = "",
    ) -> int:
        """Publish, or rehearse it; note when the clock next makes something due."""
        order = replace(
            self._order(settings, site_url, reason),
            dry_run=dry_run,
            comment=comment,
            force=force,
        )
        publishing = Publishing(order)
        status = publishing.run()
        after = publishing.after
        if status == DONE and not dry_run and after:
            self._note_due(after.about)
            if site := str(self.options.get("ask", "")):
                for line in look_after(site, publishing.before, after, publishing.words):
                    self.say(line)
        return status

    def _order(self, settings: SettingsOf, site_url: str, reason: str = "") -> Order:
        url = site_url or str(self.options.get("site_url", ""))
        return Order(
            press=press(settings),
            annex=self.annex,
            target=self.target,
            workshop=self.workshop,
            moment=self.moment,
            site_url=url,
            reason=reason,
            look=bool(self.options.get("compare_with_live", False)),
            secrets=self.secrets,
            machine=self.machine,
            say=self.say,
            language=self.language,
        )

    def _note_due(self, about: About) -> None:
        (self.workshop / DUE).write_text(about.next_change, "utf-8")
        if about.next_change:
            moment = datetime.fromisoformat(about.next_change)
            self.say(self._words("due.next", moment=format_date(moment, "stamp")))

    def is_due(self, settings: SettingsOf, site_url: str = "") -> bool:
        """Whether the clock has passed what the live release waits for; also where nobody
        knows."""
        url = site_url or str(self.options.get("site_url", ""))
        known = self._next_change(settings, url)
        if known is None:
            return True
        if not known:
            self.say(self._words("due.never"))
            return False
        try:
            moment = datetime.fromisoformat(known)
        except ValueError:
            return True
        if moment.tzinfo is None or moment <= self.moment:
            return True
        self.say(self._words("due.later", moment=format_date(moment, "stamp")))
        return False

    def _next_change(self, settings: SettingsOf, url: str) -> str | None:
        """The target is asked; where it cannot tell, the live site is, since when it stands; then
        the note of the last publishing from here."""
        with suppress(Failed, OSError):
            live = self.target.manifest()
            if live and live.about.release:
                return live.about.next_change
        if self.options.get("compare_with_live") and url:
            since = ask(url, "").modified
            with suppress(Stopped):
                if since:
                    self.say(self._words("due.since", moment=format_date(since, "stamp")))
                    change = next_change_after(settings(self.workshop / "site"), since)
                    return change.isoformat() if change else ""
            return None
        with suppress(OSError):
            return (self.workshop / DUE).read_text("utf-8").strip()
        return None

    def withdraw(
        self,
        content: Path,
        record: str,
        reason: str,
        settings: SettingsOf,
        *,
        site_url: str = "",
        ask: str = "",
    ) -> int:
        """Mark the article, publish, and ask the host. Where publishing fails, the file is as it
        was."""
        if not reason.strip():
            self.say(self._words("withdraw.reason"))
            return FAILED
        try:
            file = find_article(content, record)
            before = file.read_bytes()
            text = mark_withdrawn(before.decode(), self.moment.date(), reason.strip())
        except (NotFound, UnicodeDecodeError):
            self.say(self._words("withdraw.unknown", record=record))
            return FAILED
        file.write_bytes(text.encode())
        order = replace(self._order(settings, site_url), withdrawn=reason.strip())
        publishing = Publishing(order)
        status = publishing.run()
        if status or publishing.after is None:
            file.write_bytes(before)
            self.say(self._words("withdraw.undone", file=file))
            return status or FAILED
        return self._prove(publishing, publishing.after, title_of(before.decode()), ask)

    def _prove(self, publishing: Publishing, after: Manifest, title: str, ask: str) -> int:
        with self.target.held():
            self.target.manifest()
            self.target.forget_others()
        site = ask or str(self.options.get("ask", "")) or after.about.url
        self.say(self._words("proof.asking", site=site))
        wrong = 0
        for proof in prove(site, publishing.before, after, title, publishing.words):
            self.say(proof.line)
            wrong += not proof.sound
        self.say(self._words("proof.wrong" if wrong else "proof.done", number=wrong))
        return FAILED if wrong else DONE

    def roll_back(self, release: str) -> int:
        """Make that release live again, or the one before the live one."""
        try:
            with self.target.held():
                live = self.target.manifest()
                known = self.target.releases()
                name = release or self._before(known.live, known.releases)
                if live is None or not name:
                    self.say(self._words("rollback.none"))
                    return FAILED
                self.target.go_back(self.target.of(name), live)
        except Failed as failed:
            self.say(self._words(failed.id, **failed.about))
            return FAILED
        except OSError as error:
            self.say(self._words("failed.disk", error=error.strerror or type(error).__name__))
            return FAILED
        self.say(self._words("rollback.done", release=name, before=live.about.release))
        return DONE

    def _before(self, live: str, releases: tuple[About, ...]) -> str:
        older = [about.release for about in releases if about.release < live]
        return max(older, default="")

    def tell_releases(self) -> int:
        """A line for each release at the target."""
        try:
            known = self.target.releases()
        except Failed as failed:
            self.say(self._words(failed.id, **failed.about))
            return FAILED
        for about in known.releases:
            self.say(self._release(about, live=known.live))
        if not known.releases:
            self.say(self._words("releases.none"))
        return DONE

    def _release(self, about: About, *, live: str) -> str:
        notes = [self._words("releases.live")] if about.release == live else []
        if about.forced:
            notes.append(self._words("releases.forced", reason=about.forced))
        if about.withdrawn:
            notes.append(self._words("releases.withdrawn", reason=about.withdrawn))
        line = self._words(
            "releases.one",
            release=about.release,
            files=format_number(about.files),
            bytes=format_number(about.size),
        )
        return "; ".join([line, *notes])

    def _words(self, id: str, **about: object) -> str:
        return words_in(self.language)(id, **about)
