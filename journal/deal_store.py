"""What the journal asks of whoever keeps deals and all that belongs to them.

As in ``journal.store``, every writing call happens inside an action.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Protocol

from journal.deal import Deal, Outcome, Won
from journal.deal_check import CheckName, DealCheck, MondayForecast
from journal.deal_event import DealEvent
from journal.deal_story import Answer, Contact, DealStory, Reason, Whose
from journal.follow_up import FollowUp
from journal.meeting import Meeting
from journal.request import Request
from journal.transfer.kept_columns import SaidByFile


class Deals(Protocol):
    """The rep's deals."""

    def add(self, deal: Deal) -> Deal: ...

    def change(self, deal: Deal, day: date) -> Deal:
        """Save over the row of the same id and rev; keeps stage, push and outcome events of that day."""
        ...

    def get(self, deal_id: int) -> Deal: ...

    def some(self, deals: Iterable[int]) -> Mapping[int, Deal]:
        """These deals by id; those that are not there are left out."""
        ...

    def remove(self, deal_id: int) -> Deal:
        """Delete a deal with all that belongs to it; returns what it was. Raises NotFound.

        Touches of its revival go too; entries and other follow-ups stay, and belong to no deal.
        """
        ...

    def listed(
        self, outcome: Outcome | None = None, *, after: int = 0, limit: int = 500
    ) -> Sequence[Deal]:
        """Deals by id, those of one outcome if given."""
        ...

    def lost_without_way_back(self, since: date, limit: int = 10_000) -> Sequence[Deal]:
        """Deals lost, or not decided, on or after a day, for which no touch of a way back was ever laid."""
        ...

    def touched_since(self, since: date, limit: int = 100_000) -> Sequence[Deal]:
        """Open deals, and deals closed on or after a day: what the plan counts with."""
        ...

    def won(self, first: date, last: date) -> Won:
        """What was won on the days first..last, from an index, without reading every deal."""
        ...

    def won_on_no_day(self) -> int:
        """How many deals were won on a day that nobody knows."""
        ...

    def by_outcome(self) -> dict[Outcome, int]:
        """How many deals there are of each outcome; those without one are left out."""
        ...

    def reached_stage1(self, first: date, last: date) -> int:
        """How many deals reached stage 1 on the days first..last."""
        ...

    def qualified(self, first: date, last: date) -> int:
        """How many deals were qualified on the days first..last."""
        ...

    def stage1_by_day(self, first: date, last: date) -> dict[date, int]:
        """How many deals reached stage 1 on each day of first..last; days without one are left out."""
        ...

    def qualified_by_day(self, first: date, last: date) -> dict[date, int]:
        """How many deals were qualified on each day of first..last; days without one are left out."""
        ...


class DealStories(Protocol):
    """Stories, checks, answers, reasons, requests, forecasts and the events of deals."""

    def story(self, deal: int) -> DealStory:
        """The story of a deal, blank when nothing is written. Raises NotFound."""
        ...

    def stories(self, deals: Iterable[int]) -> Mapping[int, DealStory]:
        """The stories of these deals, by id; those without one are left out."""
        ...

    def keep_story(self, story: DealStory) -> DealStory:
        """Save over the story of the same deal and rev (0: new). Raises NotFound, ChangedElsewhere."""
        ...

    def events(self, deals: Iterable[int]) -> Mapping[int, tuple[DealEvent, ...]]:
        """What happened to these deals, by id, oldest first."""
        ...

    def events_between(self, first: date, last: date, limit: int = 500) -> Sequence[DealEvent]:
        """What happened to any deal on the days first..last, oldest first."""
        ...

    def said_by_files(self, deal: int) -> Sequence[SaidByFile]:
        """What files said of a deal in columns that we have no word for, the first import's first."""
        ...

    def last_touches(self, deals: Iterable[int]) -> Mapping[int, date]:
        """The day of the newest activity on each deal, or else at its account, by the deal's id."""
        ...

    def checks(self, deals: Iterable[int]) -> Mapping[int, tuple[DealCheck, ...]]:
        """What was last said of each check of these deals, by id, in the order checks are shown."""
        ...

    def said_of(self, deal: int, name: CheckName) -> Sequence[DealCheck]:
        """All that was ever said of one check of a deal, in the order it was said."""
        ...

    def say_check(self, check: DealCheck) -> None:
        """Say what holds of a deal from a day on; earlier sayings are kept. Raises NotFound."""
        ...

    def answers(self, deals: Iterable[int]) -> Mapping[int, tuple[Answer, ...]]:
        """What was answered about these deals, by id, oldest first."""
        ...

    def add_answer(self, answer: Answer) -> Answer:
        """Save what somebody said; returns it with its id. Raises NotFound."""
        ...

    def set_aside(self, deal: int, then: str, day: date, *, answers: bool = True) -> None:
        """Let what was said of an ending be history: it answers another question, and decides nothing.

        The reasons of each side become an answer to that question; ``answers`` go along unless they stay.
        """
        ...

    def unanswered(self, since: date, limit: int = 100) -> Sequence[Deal]:
        """Deals won since a day whose buyer has not answered DECIDED since they last opened, newest first."""
        ...

    def unanswered_on_no_day(self, limit: int = 100) -> Sequence[Deal]:
        """The same of deals won on a day that nobody knows."""
        ...

    def reasons(self, deals: Iterable[int]) -> Mapping[int, tuple[Reason, ...]]:
        """The reasons named for these deals, by id, the buyer's first, as they were named."""
        ...

    def set_reasons(self, deal: int, whose: Whose, reasons: Sequence[Reason]) -> None:
        """Put these in place of the reasons that this side named for a deal. Raises NotFound."""
        ...

    def reason_counts(self, since: date) -> Sequence[tuple[str, Whose, Outcome, bool | None, int]]:
        """How many ended deals since a day carry each tag: tag, whose, outcome, taught, deals.

        Tags are told apart without regard to case and doubled spaces, and given in small letters.
        """
        ...

    def requests(self, deals: Iterable[int]) -> Mapping[int, tuple[Request, ...]]:
        """The state of each request made for these deals, by id, in the order they are shown."""
        ...

    def set_request(self, request: Request) -> None:
        """Say what a request came to, over what was said of it before. Raises NotFound."""
        ...

    def forecasts(self, deals: Iterable[int] | None = None) -> Sequence[MondayForecast]:
        """What was thought on Mondays, of these deals or of all that have ended, oldest first."""
        ...

    def set_forecast(self, forecast: MondayForecast) -> None:
        """Say it for a deal and a Monday, over what was said for that Monday before. Raises NotFound."""
        ...


class People(Protocol):
    """Accounts and who is there."""

    def contract_end(self, account: str) -> date | None:
        """The day the account's contract with somebody else ends; None when not known."""
        ...

    def set_contract_end(self, account: str, day: date | None) -> None:
        """Keep the day that contract ends, or that it is not known. Raises NotFound for no name."""
        ...

    def contacts(self, account: str) -> Sequence[Contact]:
        """Who is at an account, as they were written down."""
        ...

    def add_contact(self, contact: Contact) -> Contact:
        """Save somebody new; returns them with id and rev. Raises NotFound for no account's name."""
        ...

    def change_contact(self, contact: Contact) -> Contact:
        """Save over the row of the same id and rev. Raises NotFound, ChangedElsewhere."""
        ...

    def remove_contact(self, contact_id: int) -> None:
        """Take somebody off the account. Raises NotFound."""
        ...

    def merge(self, from_name: str, into: str) -> None:
        """Give all that belongs to one account to another, and know it by both names from now on.

        The contract end of the other stays, if it has one. Raises NotFound for no name at all.
        """
        ...

    def deals_of(self, account: str, limit: int = 100) -> Sequence[Deal]:
        """The deals of an account, open ones first, then the newest."""
        ...

    def follow_ups_of(self, account: str, limit: int = 100) -> Sequence[FollowUp]:
        """Those that wait at an account, soonest first, those without a day last."""
        ...


class Meetings(Protocol):
    """How meetings went."""

    def get(self, activity: int) -> Meeting | None:
        """The notes on a meeting; None when there are none."""
        ...

    def keep(self, meeting: Meeting) -> Meeting:
        """Save over the notes of the same meeting and rev (0: new). Raises NotFound, ChangedElsewhere."""
        ...

    def between(self, first: date, last: date) -> Sequence[tuple[date, Meeting]]:
        """The notes on meetings of the days first..last, oldest first."""
        ...
