"""All that is known of one deal: its story, who was met, what was said, and every step it took."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from journal.activity import Activity
from journal.deal import Deal
from journal.deal_check import MondayForecast
from journal.deal_event import DealEvent
from journal.deal_line import DealLine, deal_lines, risk_of
from journal.deal_story import Answer, Contact, DealStory, Reason
from journal.entry import Entry
from journal.follow_up import FollowUp, FollowUpState
from journal.meeting import Meeting
from journal.request import Request
from journal.still_open import still_open_to
from journal.transfer.kept_columns import SaidByFile

if TYPE_CHECKING:
    from journal.journal import Journal

ENTRIES_SHOWN = 100
"""The most entries a page is given at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DealPage:
    """One deal, opened."""

    line: DealLine
    """The deal, and how it stands."""
    story: DealStory
    """What changed, the pain, the need, and the rest of what is known."""
    answers: tuple[Answer, ...]
    """What was answered, oldest first."""
    reasons: tuple[Reason, ...]
    """What decided it, the buyer's reasons first."""
    requests: tuple[Request, ...]
    """What became of the requests made after a loss."""
    events: tuple[DealEvent, ...]
    """Stages, pushes and outcomes, oldest first."""
    forecasts: tuple[MondayForecast, ...]
    """What was thought of it on Mondays, oldest first."""
    follow_ups: tuple[FollowUp, ...]
    """Its touches, settled ones too, soonest first."""
    contacts: tuple[Contact, ...]
    """Who is at the account."""
    contract_end: date | None
    """The day the account's contract with somebody else ends."""
    entries: tuple[Entry, ...]
    """What was done and written down about it, newest first; of the account, while none names the deal."""
    notes: Mapping[int, Meeting] = field(default_factory=dict)
    """How the meetings among these entries went, by the entry's id."""
    risk: str | None
    """What may go wrong first, in one sentence."""
    still_open: float | None = None
    """How much of the buyer's way is still ahead, 1 at the first stage, 0 at the last; None unknown."""
    said_by_files: tuple[SaidByFile, ...] = ()
    """What files said of it in columns that we have no word for."""
    is_ranked: bool = True
    """Whether its stage is one of the rep's; a stage that went is kept by its name and counts by none."""

    @property
    def deal(self) -> Deal:
        """The deal."""
        return self.line.deal

    @property
    def next_touch(self) -> FollowUp | None:
        """The touch that waits first."""
        return first_waiting(self.follow_ups)


def read_page(journal: Journal, deal_id: int) -> DealPage:
    """Everything of one deal. Raises NotFound."""
    store = journal.store
    deal = store.deals.get(deal_id)
    stories, account = store.deal_stories, deal.account
    of_rep = journal.settings.stages
    (line,) = deal_lines(journal, [deal])
    follow_ups = tuple(store.follow_ups.of_deals([deal_id]).get(deal_id, ()))
    entries = store.entries.of_deal(deal_id, limit=ENTRIES_SHOWN)
    if not entries and account:
        entries = store.entries.at_account(account, limit=ENTRIES_SHOWN)
    return DealPage(
        line=line,
        story=stories.story(deal_id),
        answers=stories.answers([deal_id]).get(deal_id, ()),
        reasons=stories.reasons([deal_id]).get(deal_id, ()),
        requests=stories.requests([deal_id]).get(deal_id, ()),
        events=stories.events([deal_id]).get(deal_id, ()),
        forecasts=tuple(stories.forecasts([deal_id])),
        follow_ups=follow_ups,
        contacts=tuple(store.people.contacts(account)) if account else (),
        contract_end=store.people.contract_end(account) if account else None,
        entries=tuple(entries),
        notes=_notes(journal, entries),
        risk=risk_of(line, journal.today(), has_next_step(deal, follow_ups)),
        still_open=still_open_to(deal, of_rep) if deal.is_open else None,
        said_by_files=tuple(stories.said_by_files(deal_id)),
        is_ranked=not deal.stage or of_rep.position(deal.stage) is not None,
    )


def _notes(journal: Journal, entries: Sequence[Entry]) -> dict[int, Meeting]:
    meetings = journal.store.meetings
    kinds = ("meeting", "demo", "visit", "call", "proposal")
    met = (one.id for one in entries if isinstance(one, Activity) and one.kind in kinds)
    return {notes.activity: notes for one in met if (notes := meetings.get(one))}


def first_waiting(follow_ups: Sequence[FollowUp]) -> FollowUp | None:
    """The one that waits for the nearest day."""
    waiting = (one for one in follow_ups if one.state is FollowUpState.DUE)
    return min(waiting, key=lambda one: (one.due or date.max, one.id), default=None)


def has_next_step(deal: Deal, follow_ups: Sequence[FollowUp]) -> bool:
    """Whether anything is agreed to come next."""
    return bool(deal.next_step) or first_waiting(follow_ups) is not None
