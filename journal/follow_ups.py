"""Follow-ups: who waits for a touch, and what becomes of each."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from journal.dates import in_words
from journal.deal import Outcome
from journal.deal_ending import check_long, named
from journal.entry import LONGEST_ACCOUNT, LONGEST_TEXT, Note
from journal.errors import BadInput, ChangedElsewhere, JournalError
from journal.follow_up import FollowUp, FollowUpState
from journal.moment import Moment
from journal.request import Request
from journal.revival import REVIVAL
from journal.waiting import needs_reason

if TYPE_CHECKING:
    from journal.follow_ups_view import FollowUpsView
    from journal.journal import Journal
    from journal.next_lead import Unanswered
    from journal.touch_story import TouchStory
    from journal.touch_week import TouchWeek
    from journal.waiting import Place, Waits, Week

LONGEST_WHAT = 1_000
"""The longest words of what to do, or why, in characters."""

CHANGED = "This was saved in another window meanwhile: look at both before you save again."

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

    def lines(
        self, after: Place | None = None, limit: int = 100, week: Week | None = None
    ) -> tuple[Waits, ...]:
        """Who waits, soonest first, the most valuable of a day first; ``after`` is where a page ended."""
        from journal.due_lines import read_lines

        return read_lines(self._journal, week, after, limit)

    def due_lines(self, until: date | None = None) -> tuple[Waits, ...]:
        """Who waits up to a day, today if none is said, in the order of the list, and what is asked."""
        last, found = until or self._journal.today(), self.lines()
        page = found
        while page and (page[-1].on or date.max) <= last:
            page = self.lines(page[-1].place)
            found += page
        return tuple(one for one in found if one.on is not None and one.on <= last)

    def over_the_cap(self) -> TouchWeek:
        """This week's touches of lost deals: how many it holds, and those that move to the next."""
        from journal.touch_week import read_touch_week

        return read_touch_week(self._journal)

    def view(self, limit: int = 100, ways: int = 20) -> FollowUpsView:
        """The first who wait, the counts, the week's touches, and the ways back in."""
        from journal.follow_ups_view import read_view

        return read_view(self._journal, limit, ways)

    def unanswered(self) -> Unanswered:
        """Who does not answer, and for how long that is worth waiting."""
        from journal.next_lead import read_unanswered

        return read_unanswered(self._journal)

    def unanswered_ahead(self) -> Callable[[], Unanswered | None] | None:
        """The same, to be read in another thread; None for a journal in memory."""
        from journal.next_lead import unanswered_beside

        return unanswered_beside(self._journal)

    def story(self, line: Waits) -> TouchStory:
        """What is known of the deal and the account that a follow-up is about."""
        from journal.touch_story import read_story

        return read_story(self._journal, line)

    # What becomes of one may be said of it as it was ``read``: if another window saved it since,
    # that is raised as ChangedElsewhere, so that both can be shown.

    def done(
        self,
        follow_up_id: int,
        note: str | None = None,
        reason: str | None = None,
        read: FollowUp | None = None,
    ) -> FollowUp:
        """Say that it was done today, with a line about it if there is one to keep.

        A touch of a lost deal needs a reason, its own or this one. Raises BadInput, NotFound,
        ChangedElsewhere, CannotSave.
        """
        given = (reason or "").strip() or None
        waiting = self._waiting(follow_up_id, read)
        if given is None and needs_reason(waiting):
            raise BadInput("No reason, no touch: say why they should care, or skip it.")
        return self._settle(waiting, FollowUpState.DONE, note=(note or "").strip(), reason=given)

    def give_reason(self, follow_up_id: int, reason: str) -> FollowUp:
        """Say why they should care. Raises BadInput, NotFound, CannotSave."""
        journal = self._journal
        if not reason.strip():
            raise BadInput("Say in a few words why they should care.")
        given = replace(self._waiting(follow_up_id), reason=reason.strip())
        _check_words(given)
        with journal.writing(f"the reason of “{short(given.what)}”"):
            return journal.store.follow_ups.change(given)

    def skip(self, follow_up_id: int, why: str, read: FollowUp | None = None) -> FollowUp:
        """Let it go, and keep why. Raises BadInput, NotFound, ChangedElsewhere, CannotSave."""
        if not why.strip():
            raise BadInput("Say in a few words why it is skipped.")
        waiting = self._waiting(follow_up_id, read)
        return self._settle(waiting, FollowUpState.SKIPPED, why=why.strip())

    def close(self, follow_up_id: int, why: str | None = None) -> FollowUp:
        """Close it for good, and keep why if that is said. Raises BadInput, NotFound, CannotSave."""
        waiting = self._waiting(follow_up_id)
        return self._settle(waiting, FollowUpState.CLOSED, why=(why or "").strip())

    def close_way(
        self, follow_up_id: int, why: str | None = None, read: FollowUp | None = None
    ) -> int:
        """Close a follow-up for good, and with a touch of a lost deal all others that wait for it.

        Gives how many others there were. Raises BadInput, NotFound, ChangedElsewhere, CannotSave.
        """
        journal, one = self._journal, self._waiting(follow_up_id, read)
        said = (why or "").strip()
        if len(said) > LONGEST_TEXT:
            raise BadInput(f"A line about it holds {LONGEST_TEXT:,} characters; shorten it.")
        closing = [one]
        if one.kind == REVIVAL and one.deal is not None:
            of_deal = journal.store.follow_ups.of_deals([one.deal]).get(one.deal, ())
            waiting = (each for each in of_deal if each.state is FollowUpState.DUE)
            closing += [each for each in waiting if each.kind == REVIVAL and each.id != one.id]
        with journal.writing(f"“{short(one.what)}” closed for good"):
            for each in closing:
                journal.store.follow_ups.change(
                    replace(each, state=FollowUpState.CLOSED, settled=journal.today(), why=said)
                )
        return len(closing) - 1

    def requests(self, deal_id: int) -> tuple[Request, ...]:
        """What became of the four requests of a deal, in the order they are shown."""
        return tuple(self._journal.store.deal_stories.requests([deal_id]).get(deal_id, ()))

    def set_requests(
        self, deal_id: int, requests: Sequence[Request], read: Sequence[Request] | None = None
    ) -> None:
        """Say what several of the four requests came to, as one thing to undo.

        ``read`` are those that stood there when they were looked at. Raises BadInput, NotFound,
        JournalError, ChangedElsewhere when one of them came to something else meanwhile, CannotSave.
        """
        journal = self._journal
        deal = journal.store.deals.get(deal_id)
        if deal.outcome is Outcome.WON:
            raise JournalError(f"“{named(deal)}” was won; the four requests come after a loss.")
        for one in requests:
            check_long(one.note)
        if requests:
            with journal.writing(f"the requests of “{named(deal)}”"):
                _refuse_changed(requests, read, self.requests(deal_id))
                for one in requests:
                    journal.store.deal_stories.set_request(one)

    def move(self, follow_up_id: int, day: date, read: FollowUp | None = None) -> FollowUp:
        """Let it wait until another day; its reason stays.

        Raises BadInput, NotFound, ChangedElsewhere, CannotSave.
        """
        journal = self._journal
        moved = replace(self._waiting(follow_up_id, read), due=day)
        check_follow_up(moved, journal.today())
        with journal.writing(f"“{short(moved.what)}” moved to {day.isoformat()}"):
            return journal.store.follow_ups.change(moved)

    def _settle(
        self,
        waiting: FollowUp,
        state: FollowUpState,
        *,
        why: str = "",
        note: str = "",
        reason: str | None = None,
    ) -> FollowUp:
        """Settle it today; a line about what was done becomes a note of the day, in the same action."""
        journal, today = self._journal, self._journal.today()
        if max(len(why), len(note)) > LONGEST_TEXT:
            raise BadInput(f"A line about it holds {LONGEST_TEXT:,} characters; shorten it.")
        settled = replace(waiting, state=state, settled=today, why=why)
        if reason is not None:
            settled = replace(settled, reason=reason)
            _check_words(settled)
        with journal.writing(f"“{short(waiting.what)}” {state.value}") as now:
            if note:
                journal.store.entries.add(_note(waiting, note, today, now))
            return journal.store.follow_ups.change(settled)

    def _waiting(self, follow_up_id: int, read: FollowUp | None = None) -> FollowUp:
        """One that nothing became of yet, as it was read. Raises NotFound, JournalError."""
        found = self.get(follow_up_id)
        if found.state is not FollowUpState.DUE:
            day = f" {in_words(found.settled, self._journal.today())}" if found.settled else ""
            raise JournalError(
                f"“{short(found.what)}” was {found.state.value}{day} already; "
                "journal undo takes the last thing back."
            )
        if read is not None and read.rev != found.rev:
            raise ChangedElsewhere(CHANGED)
        return found


def check_follow_up(follow_up: FollowUp, today: date) -> None:
    """Refuse what says nothing, or lies behind. Raises BadInput."""
    if not follow_up.what:
        raise BadInput("Say in a few words what is to be done.")
    _check_words(follow_up)
    if len(follow_up.account or "") > LONGEST_ACCOUNT:
        raise BadInput(f"An account's name holds {LONGEST_ACCOUNT} characters; shorten it.")
    if follow_up.due is not None and follow_up.due < today:
        raise BadInput("That day is over; a follow-up is for today or later.")


def _refuse_changed(
    said: Sequence[Request], read: Sequence[Request] | None, now: Sequence[Request]
) -> None:
    """Refuse to save over a request that came to something else since it was read."""
    before, there = ({one.ask: one for one in each} for each in (read or (), now))
    if read is not None and any(before.get(one.ask) != there.get(one.ask) for one in said):
        raise ChangedElsewhere(CHANGED)


def _check_words(follow_up: FollowUp) -> None:
    if max(len(follow_up.what), len(follow_up.reason or "")) > LONGEST_WHAT:
        raise BadInput(f"What to do, and why, hold {LONGEST_WHAT:,} characters each; shorten them.")


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
