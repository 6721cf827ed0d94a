"""Follow-ups: who waits for a touch, and what becomes of each."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from journal.dates import in_words
from journal.entry import LONGEST_ACCOUNT, LONGEST_TEXT, Note
from journal.errors import BadInput, JournalError
from journal.follow_up import FollowUp, FollowUpState
from journal.moment import Moment

if TYPE_CHECKING:
    from journal.journal import Journal

LONGEST_WHAT = 1_000
"""The longest words of what to do, or why, in characters."""

SHOWN = 60
"""The most characters of them that a sentence repeats."""


class FollowUps:
    """What a rep does with follow-ups."""

    def __init__(self, journal: Journal) -> None:
        """Take the journal they belong to."""
        self._journal = journal

    def get(self, follow_up_id: int) -> FollowUp:
        """One follow-up. Raises NotFound."""
        return self._journal.store.follow_ups.get(follow_up_id)

    def add(
        self,
        what: str,
        due: date,
        *,
        account: str | None = None,
        deal: int | None = None,
        setback: int | None = None,
        kind: str = "task",
        reason: str | None = None,
    ) -> FollowUp:
        """Write down a touch for a day that is ahead. Raises BadInput, NotFound, CannotSave."""
        journal = self._journal
        new = FollowUp(
            due=due,
            what=what.strip(),
            account=account,
            deal=deal,
            setback=setback,
            kind=kind,
            reason=reason,
        )
        check_follow_up(new, journal.today())
        with journal.writing(f"the follow-up “{short(new.what)}”"):
            return journal.store.follow_ups.add(new)

    def done(self, follow_up_id: int, note: str | None = None) -> FollowUp:
        """Say that it was done today, with a line about it if there is one to keep.

        Raises BadInput, NotFound, CannotSave.
        """
        return self._settle(follow_up_id, FollowUpState.DONE, note=(note or "").strip())

    def skip(self, follow_up_id: int, why: str) -> FollowUp:
        """Let it go, and keep why. Raises BadInput, NotFound, CannotSave."""
        if not why.strip():
            raise BadInput("Say in a few words why it is skipped.")
        return self._settle(follow_up_id, FollowUpState.SKIPPED, why=why.strip())

    def close(self, follow_up_id: int, why: str | None = None) -> FollowUp:
        """Close it for good, and keep why if that is said. Raises BadInput, NotFound, CannotSave."""
        return self._settle(follow_up_id, FollowUpState.CLOSED, why=(why or "").strip())

    def move(self, follow_up_id: int, day: date) -> FollowUp:
        """Let it wait until another day; its reason stays. Raises BadInput, NotFound, CannotSave."""
        journal = self._journal
        moved = replace(self._waiting(follow_up_id), due=day)
        check_follow_up(moved, journal.today())
        with journal.writing(f"“{short(moved.what)}” moved to {day.isoformat()}"):
            return journal.store.follow_ups.change(moved)

    def _settle(
        self, follow_up_id: int, state: FollowUpState, *, why: str = "", note: str = ""
    ) -> FollowUp:
        """Settle it today; a line about what was done becomes a note of the day, in the same action."""
        journal = self._journal
        waiting, today = self._waiting(follow_up_id), journal.today()
        if max(len(why), len(note)) > LONGEST_TEXT:
            raise BadInput(f"A line about it holds {LONGEST_TEXT:,} characters; shorten it.")
        settled = replace(waiting, state=state, settled=today, why=why)
        with journal.writing(f"“{short(waiting.what)}” {state.value}") as now:
            if note:
                journal.store.entries.add(_note(waiting, note, today, now))
            return journal.store.follow_ups.change(settled)

    def _waiting(self, follow_up_id: int) -> FollowUp:
        """One that nothing became of yet. Raises NotFound, JournalError."""
        found = self.get(follow_up_id)
        if found.state is not FollowUpState.DUE:
            day = f" {in_words(found.settled, self._journal.today())}" if found.settled else ""
            raise JournalError(
                f"“{short(found.what)}” was {found.state.value}{day} already; "
                "journal undo takes the last thing back."
            )
        return found


def check_follow_up(follow_up: FollowUp, today: date) -> None:
    """Refuse what says nothing, or lies behind. Raises BadInput."""
    if not follow_up.what:
        raise BadInput("Say in a few words what is to be done.")
    if max(len(follow_up.what), len(follow_up.reason or "")) > LONGEST_WHAT:
        raise BadInput(f"What to do, and why, hold {LONGEST_WHAT:,} characters each; shorten them.")
    if len(follow_up.account or "") > LONGEST_ACCOUNT:
        raise BadInput(f"An account's name holds {LONGEST_ACCOUNT} characters; shorten it.")
    if follow_up.due is not None and follow_up.due < today:
        raise BadInput("That day is over; a follow-up is for today or later.")


def short(text: str) -> str:
    """The beginning of a text, in one line, to say it back."""
    plain = " ".join(text[: SHOWN * 4].split())
    return plain if len(plain) <= SHOWN else plain[: SHOWN - 1].rstrip() + "…"


def _note(follow_up: FollowUp, text: str, today: date, now: Moment) -> Note:
    return Note(
        day=today,
        time=now.local.time().replace(microsecond=0),
        account=follow_up.account,
        deal=follow_up.deal,
        text=text,
        logged=now,
        logged_day=today,
    )
