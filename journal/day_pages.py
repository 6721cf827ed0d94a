"""The two visits of a day: the page planned in the morning, ticked by day, and closed in the evening."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal.dates import in_words
from journal.day_hours import is_evening, is_morning, is_planned
from journal.day_merge import check_page, meant, merged
from journal.day_page import MOST_INTENTIONS, DayPage, Intention, IntentionState
from journal.errors import BadInput, JournalError, NotFound
from journal.evening import Evening, Kept
from journal.evening_deals import with_closed, with_deals, with_what_stays
from journal.evening_lines import HeardLine, heard_lines
from journal.follow_up import FollowUp, FollowUpState
from journal.moment import Moment
from journal.quick_words import Ear
from journal.yesterday import Yesterday, read_yesterday

if TYPE_CHECKING:
    from journal.deal import Deal
    from journal.journal import Journal
    from journal.reviewing.reward import RewardStanding

_NEXT = {
    IntentionState.OPEN: IntentionState.DONE,
    IntentionState.DONE: IntentionState.CARRIED,
    IntentionState.CARRIED: IntentionState.OPEN,
}


class DayPages:
    """What a rep writes of their days, apart from entries."""

    def __init__(self, journal: Journal) -> None:
        """Take the journal they belong to."""
        self._journal = journal

    def of(self, day: date) -> DayPage:
        """The page of a day; a blank one when nothing is written on it."""
        return self._journal.store.day_pages.get(day) or DayPage(day=day)

    def next_day(self, day: date) -> date:
        """The working day after a day, to which intentions are carried; the day after where none is."""
        try:
            return self._journal.calendar.plus_working(day, 1)
        except JournalError:
            return day + timedelta(days=1)

    def yesterday(self) -> Yesterday | None:
        """The last working day in one line; None when there is none."""
        return read_yesterday(self._journal)

    def reward(self) -> RewardStanding | None:
        """How the rep's own reward stands today; None when none was promised."""
        if self._journal.settings.reward is None:
            return None
        from journal.reviewing.reward import reward_of

        today = self._journal.today()
        return reward_of(self._journal, today, today)

    def offers_morning(self) -> bool:
        """Whether the morning page opens by itself now: on a working day, before noon, once."""
        journal = self._journal
        today, store = journal.today(), journal.store.day_pages
        if not is_morning(journal.now(), today) or not journal.calendar.is_working(today):
            return False
        return not (is_planned(store.get(today)) or store.was_shown("morning", today))

    def offers_evening(self) -> bool:
        """Whether the day is to be closed: from the evening's hour until it is done."""
        journal = self._journal
        today = journal.today()
        if not is_evening(journal.now(), today, journal.settings.evening_from):
            return False
        return self.of(today).done_at is None

    def plan_day(
        self,
        intentions: Sequence[str],
        obstacle: str = "",
        if_then: str = "",
        read: DayPage | None = None,
    ) -> DayPage:
        """Write down what would make a day good: today, or the day of the page as it was ``read``.

        Raises BadInput, ChangedElsewhere when another window wrote on the same line, CannotSave.
        """
        before = read or self.of(self._journal.today())
        mine = replace(
            before,
            intentions=meant(list(intentions), before.intentions),
            obstacle=obstacle.strip(),
            if_then=if_then.strip(),
        )
        if len(mine.intentions) > MOST_INTENTIONS:
            raise BadInput(f"A day has room for {MOST_INTENTIONS} intentions; leave one out.")
        return self._save(mine, before, f"the plan of {self._named(mine.day)}")

    def tick(self, day: date, slot: int) -> DayPage:
        """Let an intention, counted from 1, go on: open, done, carried to the next day, open.

        Raises NotFound, CannotSave.
        """
        page = self.of(day)
        if not 1 <= slot <= len(page.intentions):
            raise NotFound("No intention stands there; the morning page has room for three.")
        ticked = page.intentions[slot - 1]
        ticked = replace(ticked, state=_NEXT[ticked.state])
        changed = (*page.intentions[: slot - 1], ticked, *page.intentions[slot:])
        label = f"“{ticked.text[:60]}” {ticked.state}"
        return self._save(replace(page, intentions=changed), page, label)

    def hear(self, text: str, day: date) -> tuple[HeardLine, ...]:
        """What the lines of a day's box mean, before anything is saved."""
        journal, settings = self._journal, self._journal.settings
        ear = Ear(
            now=journal.now(),
            today=day,
            known_account=journal.store.accounts.known,
            kinds=settings.kinds,
            day_first=settings.day_first,
            is_now=False,
        )
        heard = with_deals(heard_lines(text, ear), ear, self._only_open)
        return with_what_stays(with_closed(heard, self._waiting_on), self._open_at)

    def keep_lines(self, text: str, day: date) -> Kept:
        """Save what the lines of a day's box became, as one action. Raises BadInput, CannotSave."""
        heard = self._clear(text, day)
        label = f"{len(heard)} lines of {self._named(day)}" if len(heard) > 1 else "one line"
        with self._journal.writing(label) as now:
            kept = self._keep(heard, now)
        self._journal.forget_what_was_read()
        return kept

    def close(self, evening: Evening) -> DayPage:
        """Save the page with all that is still open on it and call the day done: one action.

        Raises BadInput, ChangedElsewhere when another window wrote on the same line, CannotSave.
        """
        page = evening.page
        heard = self._clear(evening.box, page.day)
        check_page(page)
        before = evening.read or self.of(page.day)
        with self._journal.writing(f"the evening of {self._named(page.day)}") as now:
            self._keep(heard, now)
            for follow_up, until in evening.loops.items():
                self._settle(follow_up, until)
            saved = self._write(replace(page, done_at=now), before)
        self._journal.forget_what_was_read()
        return saved

    def reopen(self, day: date) -> DayPage:
        """Take back that a day is done; all that was written stays. Raises CannotSave."""
        page = self.of(day)
        return self._save(replace(page, done_at=None), page, f"{self._named(day)} opened again")

    def open_loops(self, day: date) -> tuple[FollowUp, ...]:
        """Follow-ups that waited until a day and are not done, the newest due first, a few of them."""
        waiting = self._journal.store.follow_ups.due(day, since=day - timedelta(days=7), limit=6)
        return tuple(reversed(waiting))

    def _save(self, mine: DayPage, read: DayPage, label: str) -> DayPage:
        check_page(mine)
        with self._journal.writing(label):
            return self._write(mine, read)

    def _write(self, mine: DayPage, read: DayPage) -> DayPage:
        """Save what I wrote over what I had read, and carry intentions over. Inside an action."""
        pages = self._journal.store.day_pages
        stored = self.of(mine.day)
        whole = merged(read, mine, stored)
        self._carry(stored.intentions, whole)
        return stored if whole == stored else pages.save(whole)

    def _carry(self, before: tuple[Intention, ...], page: DayPage) -> None:
        """Let the next working day's page hold what is carried to it, and no more what is not."""
        was, now = _carried(before, page.day), _carried(page.intentions, page.day)
        if was == now:
            return
        following = self.of(self.next_day(page.day))
        kept = [one for one in following.intentions if not _is_taken_back(one, was, now)]
        for text, first in now.items():
            if text in was or any(one.text == text for one in kept):
                continue
            if len(kept) < MOST_INTENTIONS:
                kept.append(Intention(text, carried_from=first))
            else:
                # A day that is full already keeps its three; the fourth waits among what is due.
                self._journal.store.follow_ups.add(FollowUp(due=following.day, what=text))
        if tuple(kept) != following.intentions:
            self._journal.store.day_pages.save(replace(following, intentions=tuple(kept)))

    def _clear(self, text: str, day: date) -> tuple[HeardLine, ...]:
        """The lines as heard. Raises BadInput for one that cannot be kept."""
        heard = self.hear(text, day)
        if wrong := next((one for one in heard if not one.can_be_kept), None):
            raise BadInput(wrong.hint)
        return heard

    def _keep(self, heard: Sequence[HeardLine], now: Moment) -> Kept:
        store, today = self._journal.store, self._journal.today()
        entries = [
            store.entries.add(replace(one.entry, logged=now, logged_day=today))
            for one in heard
            if one.entry is not None
        ]
        agreed = [one.follow_up for one in heard if one.follow_up is not None]
        for one in heard:
            if one.ends is not None:
                self._journal.deals.end(one.ends.deal.id, one.ends.said)
        return Kept(tuple(entries), tuple(store.follow_ups.add(one) for one in agreed))

    def _only_open(self, account: str, day: date) -> Deal | None:
        """The facade of deals is loaded once a line ends one."""
        return self._journal.deals.only_open(account, day)

    def _waiting_on(self, deal: int) -> int:
        return len(self._journal.deals.waiting_on(deal))

    def _open_at(self, account: str) -> int:
        return sum(deal.is_open for deal in self._journal.store.people.deals_of(account, 2))

    def _settle(self, follow_up_id: int, until: date | None) -> None:
        """Let an open follow-up wait until a day, or be done; one settled elsewhere stays as it is."""
        follow_ups = self._journal.store.follow_ups
        found = follow_ups.get(follow_up_id)
        if found.state is not FollowUpState.DUE:
            return
        if until is None:
            today = self._journal.today()
            follow_ups.change(replace(found, state=FollowUpState.DONE, settled=today))
        else:
            follow_ups.change(replace(found, due=until))

    def _named(self, day: date) -> str:
        return in_words(day, self._journal.today())


def _is_taken_back(one: Intention, was: Mapping[str, date], now: Mapping[str, date]) -> bool:
    """Whether an intention stands on the next page only because it was carried, and is no more."""
    is_carried = one.carried_from is not None and was.get(one.text) == one.carried_from
    return is_carried and one.text not in now and one.state is IntentionState.OPEN


def _carried(intentions: Sequence[Intention], day: date) -> Mapping[str, date]:
    """What is carried over from a day, each with the day it was first meant for."""
    return {
        one.text: one.carried_from or day
        for one in intentions
        if one.state is IntentionState.CARRIED
    }
