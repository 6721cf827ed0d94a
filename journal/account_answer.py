"""Where we are with an account: its deals, the last touch, what comes next, the risk, what we asked for."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from journal.activity import Activity
from journal.deal import Deal
from journal.deal_line import DealLine, deal_lines, risk_of
from journal.deal_story import Contact
from journal.entry import Entry
from journal.errors import BadInput, NotFound
from journal.follow_up import FollowUp
from journal.frozen import frozen
from journal.request import Request, RequestState

if TYPE_CHECKING:
    from journal.journal import Journal

DEALS_SHOWN = 20
"""The most deals of one account that are shown."""

ENTRIES_SHOWN = 10
"""The most of its last entries."""


@frozen(kw_only=True)
class AccountAnswer:
    """The answer to "Where are we with Acme?"."""

    account: str
    """The account's name as shown."""
    other_names: tuple[str, ...]
    """What else it was called."""
    deals: tuple[DealLine, ...]
    """Its deals, open ones first, then the newest."""
    last_touch: date | None
    """The day of the newest activity there; None without one."""
    next_step: str | None
    """What comes next, in the rep's words; None when nothing is agreed."""
    next_on: date | None
    """The day it is for."""
    risk: str | None
    """What may go wrong first with the first open deal, in one sentence."""
    open_requests: tuple[Request, ...]
    """What was asked for after a loss and is not answered yet."""
    waiting: tuple[FollowUp, ...]
    """Every touch that waits there, soonest first."""
    contacts: tuple[Contact, ...]
    """Who is there."""
    contract_end: date | None
    """The day its contract with somebody else ends."""
    entries: tuple[Entry, ...]
    """What was last done and written down there, newest first."""

    @property
    def deal(self) -> Deal | None:
        """The deal it is about: the first open one, else the newest; None without any."""
        return self.deals[0].deal if self.deals else None


def read_account(journal: Journal, name: str) -> AccountAnswer:
    """Where we are with an account, by any of its names or its beginning. Raises BadInput, NotFound."""
    store, account = journal.store, account_known(journal, name)
    people = store.people
    lines = deal_lines(journal, people.deals_of(account, DEALS_SHOWN))
    entries = tuple(store.entries.at_account(account, limit=ENTRIES_SHOWN))
    waiting = tuple(people.follow_ups_of(account))
    first = lines[0].deal if lines else None
    step, day = _next(first, waiting)
    requests = store.deal_stories.requests([line.deal.id for line in lines])
    touches = [line.last_touch for line in lines if line.last_touch]
    acted = [entry.day for entry in entries if isinstance(entry, Activity)]
    return AccountAnswer(
        account=account,
        other_names=tuple(store.accounts.other_names(account)),
        deals=lines,
        last_touch=max((*touches, *acted), default=None),
        next_step=step,
        next_on=day,
        risk=risk_of(lines[0], journal.today(), step is not None) if lines else None,
        open_requests=tuple(
            one
            for line in lines
            for one in requests.get(line.deal.id, ())
            if one.state is RequestState.ASKED
        ),
        waiting=waiting,
        contacts=tuple(people.contacts(account)),
        contract_end=people.contract_end(account),
        entries=entries,
    )


def account_known(journal: Journal, name: str) -> str:
    """The account a name means: exactly, else the only one that begins so. Raises BadInput, NotFound."""
    bare = " ".join(name.split())
    if not bare:
        raise BadInput("Which account? Write its name, like journal account Acme.")
    if known := journal.store.accounts.known(bare):
        return known
    near = journal.store.accounts.starting(bare)
    if len(near) == 1:
        return near[0]
    said = bare if len(bare) <= 40 else bare[:39] + "…"
    if near:
        raise NotFound(f"Several accounts begin with “{said}”: {', '.join(near)}.")
    raise NotFound(f"No account is called “{said}” yet; it comes with the first entry or deal.")


def _next(deal: Deal | None, waiting: tuple[FollowUp, ...]) -> tuple[str | None, date | None]:
    """What comes next at an account: the touch that waits first, else the deal's own next step."""
    if waiting:
        return waiting[0].what, waiting[0].due
    return (deal.next_step or None, None) if deal else (None, None)
