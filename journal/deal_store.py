"""What the journal asks of whoever keeps deals and all that belongs to them.

As in ``journal.store``, every writing call happens inside an action.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from journal.deal import Deal, Outcome
from journal.deal_check import DealCheck, MondayForecast
from journal.deal_story import Answer, Contact, DealStory, Reason, Whose
from journal.follow_up import FollowUp
from journal.meeting import Meeting
from journal.request import Request


@dataclass(frozen=True, slots=True)
class DealEvent:
    """One step of a deal."""

    deal: int
    """The id of the deal."""
    day: date
    """The rep's day it happened."""
    what: str
    """stage, push, outcome or reopen."""
    before: str | None
    """What it was."""
    after: str | None
    """What it became."""


class DealStories(Protocol):
    """Stories, checks, answers, reasons, requests, forecasts and the events of deals."""

    def story(self, deal: int) -> DealStory:
        """The story of a deal, blank when nothing is written. Raises NotFound."""
        ...

    def stories(self, deals: Iterable[int]) -> Mapping[int, DealStory]:
        """The stories of these deals, by id; those without one are left out."""
        ...

    def keep_story(self, story: DealStory) -> DealStory:
        """Save over the story of the same deal and rev; rev 0 is a new one. Raises ChangedElsewhere."""
        ...

    def events(self, deals: Iterable[int]) -> Mapping[int, tuple[DealEvent, ...]]:
        """What happened to these deals, by id, oldest first."""
        ...

    def last_touches(self, deals: Iterable[int]) -> Mapping[int, date]:
        """The day of the newest activity on each deal, or else at its account, by the deal's id."""
        ...

    def checks(self, deals: Iterable[int]) -> Mapping[int, tuple[DealCheck, ...]]:
        """What was last said of each check of these deals, by id."""
        ...

    def say_check(self, check: DealCheck) -> None:
        """Say what holds of a deal from a day on; earlier sayings are kept."""
        ...

    def answers(self, deals: Iterable[int]) -> Mapping[int, tuple[Answer, ...]]:
        """What was answered about these deals, by id, oldest first."""
        ...

    def add_answer(self, answer: Answer) -> Answer: ...

    def unanswered(self, since: date, limit: int = 100) -> Sequence[Deal]:
        """Deals won since a day whose buyer has not answered DECIDED, newest first."""
        ...

    def reasons(self, deals: Iterable[int]) -> Mapping[int, tuple[Reason, ...]]:
        """The reasons named for these deals, by id."""
        ...

    def set_reasons(self, deal: int, whose: Whose, reasons: Sequence[Reason]) -> None:
        """Put these in place of the reasons that this side named for a deal."""
        ...

    def reason_counts(self, since: date) -> Sequence[tuple[str, Whose, Outcome, bool | None, int]]:
        """How many ended deals since a day carry each tag: tag, whose, outcome, taught, deals."""
        ...

    def requests(self, deals: Iterable[int]) -> Mapping[int, tuple[Request, ...]]:
        """The state of each request made for these deals, by id."""
        ...

    def set_request(self, request: Request) -> None:
        """Say what a request came to, over what was said of it before."""
        ...

    def forecasts(self, deals: Iterable[int] | None = None) -> Sequence[MondayForecast]:
        """What was thought on Mondays, of these deals or of all that have ended, oldest first."""
        ...

    def set_forecast(self, forecast: MondayForecast) -> None:
        """Say it for a deal and a Monday, over what was said for that Monday before."""
        ...


class People(Protocol):
    """Accounts and who is there."""

    def contract_end(self, account: str) -> date | None:
        """The day the account's contract with somebody else ends; None when not known."""
        ...

    def set_contract_end(self, account: str, day: date | None) -> None: ...

    def contacts(self, account: str) -> Sequence[Contact]: ...

    def add_contact(self, contact: Contact) -> Contact: ...

    def change_contact(self, contact: Contact) -> Contact: ...

    def remove_contact(self, contact_id: int) -> None: ...

    def merge(self, from_name: str, into: str) -> None:
        """Give all that belongs to one account to another, and know it by both names from now on."""
        ...

    def deals_of(self, account: str, limit: int = 100) -> Sequence[Deal]:
        """The deals of an account, open ones first, then the newest."""
        ...

    def follow_ups_of(self, account: str, limit: int = 100) -> Sequence[FollowUp]:
        """Those that wait at an account, soonest first."""
        ...


class Meetings(Protocol):
    """How meetings went."""

    def get(self, activity: int) -> Meeting | None: ...

    def keep(self, meeting: Meeting) -> Meeting:
        """Save over the notes of the same meeting and rev; rev 0 is new. Raises ChangedElsewhere."""
        ...

    def between(self, first: date, last: date) -> Sequence[tuple[date, Meeting]]:
        """The notes on meetings of the days first..last, oldest first."""
        ...
