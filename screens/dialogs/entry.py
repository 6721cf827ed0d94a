"""Changing an entry: its day, what was done, with whom, and the rep's words."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import time

from textual.suggester import Suggester, SuggestFromList

from journal.activity import KINDS, OUTCOMES, Activity, check_count
from journal.dates import read_past_day, read_time
from journal.entry import Entry
from journal.errors import BadInput
from journal.journal import Journal
from journal.logbook import check
from journal.setback import TYPES, Setback
from journal.shown import shown
from screens.dialogs.days import echo
from screens.dialogs.fields import Choice, Line, Words
from screens.dialogs.form import Form, Row
from screens.drafted import Draft

_STINGS: tuple[tuple[int | None, str], ...] = ((None, "–"), *((n, str(n)) for n in range(11)))


class KnownAccounts(Suggester):
    """Completes an account's name from those the journal knows."""

    def __init__(self, journal: Journal) -> None:
        """Take the journal that knows them."""
        super().__init__(use_cache=False, case_sensitive=True)
        self._journal = journal

    async def get_suggestion(self, value: str) -> str | None:
        """The account used last that starts with what is typed."""
        names = self._journal.accounts_starting(value) if value.strip() else ()
        return value + shown(names[0])[len(value) :] if names else None


class EntryDialog(Form[Entry]):
    """Hands back the entry as changed, with the id and revision it was read with."""

    def __init__(self, journal: Journal, entry: Entry, said: str = "") -> None:
        """Take the journal, the entry as read, and why an earlier try was not saved."""
        super().__init__(said, Draft(journal, "entry", entry.id, may_change=True))
        self._journal = journal
        self._entry = entry
        self.title_text = "Change this entry"
        self.hint = "Account and outcome may stay empty." if isinstance(entry, Activity) else ""

    def rows(self) -> Iterable[Row]:
        """When, what, with whom, and the words."""
        entry = self._entry
        at = entry.time.isoformat("minutes") if entry.time else ""
        yield Row("Day", Line(entry.day.isoformat(), id="day"), echoes=True)
        yield Row("Time", Line(at, id="time", example="13:45, may stay empty"))
        if isinstance(entry, Activity):
            outcomes = SuggestFromList(OUTCOMES, case_sensitive=False)
            example = "reached, voicemail, booked, or your own word"
            yield Row("What", Choice(self._kinds(entry), entry.kind, id="kind"))
            yield Row("How often", Line(str(entry.count), id="count", example="1"))
            yield self._account_row()
            outcome = Line(entry.outcome or "", id="outcome", example=example, suggester=outcomes)
            yield Row("Led to", outcome)
        elif isinstance(entry, Setback):
            yield Row(
                "What hit you", Choice([(name, name) for name in TYPES], entry.type, id="type")
            )
            yield Row("Sting, 0 to 10", Choice(_STINGS, entry.sting, id="sting"))
            yield self._account_row()
        else:
            yield self._account_row()
        label = "What happened" if isinstance(entry, Setback) else "Note"
        yield Row(label, Words(entry.text, id="words"))

    def read(self) -> Entry:
        """The entry as it stands in the rows."""
        entry = self._common()
        if isinstance(entry, Activity):
            entry = self._activity(entry)
        elif isinstance(entry, Setback):
            sting = self.chosen("sting")
            entry = replace(
                entry, type=self.text("type"), sting=sting if isinstance(sting, int) else None
            )
        check(replace(entry, text=self.text("words")), self._journal.today())
        return replace(entry, text=self.text("words"))

    def echo(self, name: str) -> str:
        """The day in full."""
        return echo(self._journal, self.query_one(f"#{name}", Line).value, past=True)

    def _common(self) -> Entry:
        journal = self._journal
        first = journal.settings.day_first
        day = read_past_day(self.text("day"), journal.today(), day_first=first)
        return replace(
            self._entry, day=day, time=self._time(), account=self.text("account").strip() or None
        )

    def _time(self) -> time | None:
        """The time as typed; one not touched keeps its seconds."""
        text = self.text("time")
        before = self._entry.time
        if before is not None and text == before.isoformat("minutes"):
            return before
        return read_time(text) if text else None

    def _activity(self, entry: Activity) -> Activity:
        words = self.text("count").replace(",", "")
        if not words.removeprefix("-").isdecimal() or len(words) > 12:
            raise BadInput("How often is a whole number from 1 to 1,000.")
        return replace(
            entry,
            count=check_count(int(words)),
            kind=str(self.chosen("kind")),
            outcome=self._outcome(entry),
        )

    def _outcome(self, entry: Activity) -> str | None:
        """One word; one not touched keeps its capitals."""
        text = self.text("outcome")
        if text == (entry.outcome or ""):
            return entry.outcome
        return "-".join(text.casefold().split()) or None

    def _account_row(self) -> Row:
        account = self._entry.account or ""
        known = KnownAccounts(self._journal)
        return Row("With", Line(account, id="account", example="the account", suggester=known))

    def _kinds(self, entry: Activity) -> list[tuple[str, str]]:
        kinds = dict.fromkeys((*KINDS, *self._journal.settings.kinds, entry.kind))
        return [(kind, kind) for kind in kinds]
