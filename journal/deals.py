"""What a rep does with deals: adding, moving, pushing, winning, losing, and opening them again."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from journal.account_answer import account_known
from journal.dates import on_day
from journal.deal import Deal, Outcome
from journal.deal_checked import check_deal, stage_named, with_stage_days
from journal.deal_ending import (
    Ending,
    Loss,
    Undecided,
    Win,
    check_ending,
    ended,
    named,
)
from journal.deal_kept import keep_loss, keep_no_decision, keep_win, lay, set_aside
from journal.deal_line import came_back, deal_lines
from journal.deal_waiting import ENDED, close_all, close_way_back
from journal.deals_said import DealsSaid
from journal.errors import BadInput, JournalError
from journal.follow_up import FollowUp
from journal.money import Money
from journal.stage import Stages


@dataclass(frozen=True, slots=True)
class Ended:
    """A deal that has ended, and what comes of that."""

    deal: Deal
    """The deal as saved."""
    touches: tuple[FollowUp, ...] = ()
    """Its revival calendar, soonest first; none for a deal won."""
    closed: tuple[FollowUp, ...] = ()
    """Its ordinary follow-ups that waited and are closed with it."""
    waiting: tuple[FollowUp, ...] = ()
    """Those that go on waiting."""
    ask_why: bool = False
    """Whether it was won and the buyer's answer is still to be asked for."""
    celebrate: bool = False
    """Whether it was lost once and is now won for the first time since."""


class Deals(DealsSaid):
    """What a rep does with deals; each call is one thing to undo."""

    def add(
        self,
        account: str | None,
        name: str,
        *,
        amount: Money | None = None,
        stage: str | None = None,
        opened: date | None = None,
        expected_close: date | None = None,
        next_step: str | None = None,
    ) -> Deal:
        """Write down a new deal, opened today if no day is said. Raises BadInput, CannotSave."""
        journal, today = self._journal, self._journal.today()
        known = journal.store.accounts.known(account) if account else None
        new = Deal(
            account=known or (" ".join((account or "").split()) or None),
            name=" ".join(name.split()),
            amount=amount,
            stage=stage_named(stage, self.stages) if stage else self.stages.names[0],
            opened=opened or today,
            expected_close=expected_close,
            next_step=(next_step or "").strip() or None,
        )
        if new.opened == today:
            # When an older deal came so far nobody said: its stage alone tells that it did.
            new = with_stage_days(new, today, self.stages)
        check_deal(new, today)
        with journal.writing(f"the deal “{named(new)}”"):
            return journal.store.deals.add(new)

    def change(self, deal: Deal) -> Deal:
        """Save over a deal that was read before: its name, amount, dates, next step, account.

        A later expected close counts as a push. Raises BadInput, NotFound, ChangedElsewhere, CannotSave.
        """
        journal, before = self._journal, self.get(deal.id)
        if deal.outcome is not before.outcome:
            raise BadInput(
                "Say that it was won, lost, not decided or opened again; it is no change."
            )
        if _is_push(before.expected_close, deal.expected_close) and deal.pushes == before.pushes:
            deal = replace(deal, pushes=deal.pushes + 1)
        check_deal(deal, journal.today())
        with journal.writing(f"a change to “{named(deal)}”"):
            return journal.store.deals.change(deal, journal.today())

    def add_anew(self, deal: Deal) -> Deal:
        """Save what was written over a deal that is gone by now as a new one, ended if it had.

        Raises BadInput, CannotSave.
        """
        check_deal(deal, self._journal.today())
        with self._journal.writing(f"the deal “{named(deal)}”"):
            return self._journal.store.deals.add(replace(deal, id=0, uid="", rev=0))

    def remove(self, deal_id: int) -> Deal:
        """Delete a deal with all that belongs to it; undo brings it back. Raises NotFound, CannotSave."""
        gone = self.get(deal_id)
        with self._journal.writing(f"the deletion of “{named(gone)}”"):
            self._journal.store.deals.remove(deal_id)
        return gone

    def set_stage(self, deal_id: int, stage: str) -> Deal:
        """Move a deal to a stage, forward or back; the days it first came so far stay.

        Raises BadInput, NotFound, JournalError, CannotSave.
        """
        journal, today = self._journal, self._journal.today()
        deal = self._open(deal_id)
        moved = with_stage_days(
            replace(deal, stage=stage_named(stage, self.stages)), today, self.stages
        )
        if moved == deal:
            return deal
        with journal.writing(f"“{named(deal)}” in {moved.stage}"):
            return journal.store.deals.change(moved, today)

    def step(self, deal_id: int, by: int) -> Deal:
        """Move a deal so many stages forward, or back when below 0. Raises as ``set_stage`` does."""
        deal, names = self._open(deal_id), self.stages.names
        place = self.stages.position(deal.stage)
        to = (0 if by > 0 else -1) if place is None else place + by
        if not 0 <= to < len(names):
            raise JournalError(
                f"“{named(deal)}” is in the {'last' if by > 0 else 'first'} stage already."
            )
        return self.set_stage(deal_id, names[to])

    def push(self, deal_id: int, to: date) -> Deal:
        """Move a deal's expected close to a later day.

        Raises BadInput, NotFound, JournalError, CannotSave.
        """
        journal, today = self._journal, self._journal.today()
        deal = self._open(deal_id)
        if to < today:
            raise BadInput("That day is over; a deal is expected to close today or later.")
        before = deal.expected_close
        if before is not None and to <= before:
            raise BadInput(
                f"It is expected {on_day(before, today)}; a push is to a later day than that."
            )
        pushed = replace(deal, expected_close=to, pushes=deal.pushes + (before is not None))
        with journal.writing(f"“{named(deal)}” pushed to {to.isoformat()}"):
            return journal.store.deals.change(pushed, today)

    def won(self, deal_id: int, win: Win | None = None) -> Ended:
        """Win a deal. Until the buyer's answer is written down it asks for it again.

        Raises BadInput, NotFound, JournalError, CannotSave.
        """
        with self._journal.writing(f"“{named(self.get(deal_id))}” won"):
            return self.end(deal_id, win or Win())

    def lost(self, deal_id: int, loss: Loss | None = None) -> Ended:
        """Lose a deal, and lay its revival calendar. Raises BadInput, NotFound, JournalError, CannotSave."""
        with self._journal.writing(f"“{named(self.get(deal_id))}” lost"):
            return self.end(deal_id, loss or Loss())

    def no_decision(self, deal_id: int, undecided: Undecided | None = None) -> Ended:
        """End a deal without a decision, and lay the days it is asked about again.

        Raises BadInput, NotFound, JournalError, CannotSave.
        """
        with self._journal.writing(f"“{named(self.get(deal_id))}” ended without a decision"):
            return self.end(deal_id, undecided or Undecided())

    def end(self, deal_id: int, said: Ending) -> Ended:
        """End a deal, with all that comes of it, inside an action that is under way.

        Raises BadInput, NotFound, JournalError, CannotSave.
        """
        journal, stories = self._journal, self._journal.store.deal_stories
        steps = stories.events([deal_id]).get(deal_id, ())
        before = came_back(steps)
        after = self._ended(deal_id, said)
        waiting = self.waiting_on(deal_id)
        closed = close_all(journal, waiting, ENDED[after.outcome]) if said.closes_waiting else ()
        stay = () if said.closes_waiting else waiting
        if any(one.what == "reopen" for one in steps):
            # What was named before it ended this time was said of another ending.
            set_aside(journal, self.get(deal_id))
        saved = journal.store.deals.change(after, after.closed or journal.today())
        if isinstance(said, Loss):
            return Ended(saved, keep_loss(journal, saved, said), closed, stay)
        if isinstance(said, Undecided):
            return Ended(saved, keep_no_decision(journal, saved, said), closed, stay)
        keep_win(journal, saved, said)
        (line,) = deal_lines(journal, [saved])
        back = came_back(stories.events([deal_id]).get(deal_id, ()))
        again = back == 1 and not before
        return Ended(saved, (), closed, stay, ask_why=line.ask_why, celebrate=again)

    def reopen(self, deal_id: int, expected_close: date | None = None) -> Deal:
        """Open a deal again that has ended; its history stays, its waiting touches are closed.

        Raises BadInput, NotFound, JournalError, CannotSave.
        """
        journal, today = self._journal, self._journal.today()
        deal = self.get(deal_id)
        if deal.is_open:
            raise JournalError(f"“{named(deal)}” is open; only a deal that has ended opens again.")
        if expected_close is not None and expected_close < today:
            raise BadInput("That day is over; a deal is expected to close today or later.")
        opened = replace(deal, outcome=Outcome.OPEN, closed=None, expected_close=None)
        with journal.writing(f"“{named(deal)}” opened again"):
            set_aside(journal, deal)
            saved = journal.store.deals.change(opened, today)
            close_way_back(journal, saved)
            if expected_close is None:
                return saved
            # From no day to a new one is no push: it is another try.
            return journal.store.deals.change(replace(saved, expected_close=expected_close), today)

    def only_open(self, account: str, day: date) -> Deal | None:
        """The only open deal of an account, when it may have ended on a day; else None."""
        deals = self._journal.store.people.deals_of(account, 2)
        still_open = [one for one in deals if one.is_open]
        if len(still_open) != 1:
            return None
        try:
            self._ended(still_open[0].id, Win(day=day))
        except JournalError:
            return None
        return still_open[0]

    def lay_again(self, deal_id: int) -> tuple[FollowUp, ...]:
        """Lay what is missing of a lost deal's calendar, after its factors or contract end became known.

        Touches that wait without a reason make room; the rest stays. Raises NotFound, JournalError.
        """
        journal, deal = self._journal, self.get(deal_id)
        if deal.outcome not in (Outcome.LOST, Outcome.NO_DECISION):
            raise JournalError(f"“{named(deal)}” was not lost; only a lost deal has a way back in.")
        with journal.writing(f"the way back into “{named(deal)}”"):
            return lay(journal, deal)

    def merge(self, from_name: str, into: str) -> str:
        """Make two accounts one, known by both names from now on; gives the name that is shown.

        Raises BadInput, NotFound, CannotSave.
        """
        journal = self._journal
        old, new = account_known(journal, from_name), account_known(journal, into)
        if old == new:
            raise BadInput(f"“{old}” and “{into.strip()[:40]}” are one account already.")
        with journal.writing(f"“{old}” joined to “{new}”"):
            journal.store.people.merge(old, new)
        journal.forget_what_was_read()
        return new

    @property
    def stages(self) -> Stages:
        """The stages a deal goes through."""
        return self._journal.settings.stages

    def _ended(self, deal_id: int, said: Ending) -> Deal:
        today, deal = self._journal.today(), self.get(deal_id)
        check_ending(said)
        day = said.day or today
        events = self._journal.store.deal_stories.events([deal_id]).get(deal_id, ())
        again = max((one.day for one in events if one.what == "reopen"), default=day)
        if deal.is_open and day < again:
            raise BadInput(
                f"“{named(deal)}” was opened again on {again.isoformat()}; "
                "it cannot have ended before. Say a later day."
            )
        return ended(deal, said, today)

    def _open(self, deal_id: int) -> Deal:
        """A deal that is open. Raises NotFound, JournalError."""
        deal = self.get(deal_id)
        if not deal.is_open:
            raise JournalError(f"“{named(deal)}” has ended; reopen it first if that has changed.")
        return deal


def _is_push(before: date | None, after: date | None) -> bool:
    return before is not None and after is not None and after > before
