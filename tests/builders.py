"""Short ways to say a value of the journal; what a test does not say is the same everywhere."""

from __future__ import annotations

from datetime import date, datetime, timedelta, timezone

from journal.activity import Activity
from journal.deal import Deal
from journal.entry import Note
from journal.follow_up import FollowUp
from journal.goal import Form, Goal, Term
from journal.moment import Moment
from journal.setback import Setback

BERLIN_IN_WINTER = timezone(timedelta(hours=1))
THURSDAY = date(2024, 2, 1)


def day(text: str) -> date:
    """The day of an ISO text."""
    return date.fromisoformat(text)


def at(text: str) -> Moment:
    """The moment a wall clock in Berlin shows this in winter."""
    return Moment.of(datetime.fromisoformat(text).replace(tzinfo=BERLIN_IN_WINTER), "Europe/Berlin")


NOW = at("2024-02-01T09:30")


def activity(
    kind: str = "call",
    count: int = 1,
    on: date = THURSDAY,
    account: str | None = None,
    *,
    text: str = "",
    outcome: str | None = None,
    logged_day: date | None = None,
) -> Activity:
    """Something the rep did, written down on the same day."""
    return Activity(
        day=on, kind=kind, count=count, account=account, text=text, outcome=outcome,
        logged=NOW, logged_day=logged_day or on,
    )  # fmt: skip


def note(text: str = "They are hiring.", on: date = THURSDAY, account: str | None = None) -> Note:
    """Words that are no activity."""
    return Note(day=on, text=text, account=account, logged=NOW, logged_day=on)


def setback(
    text: str = "They cancelled the demo.", on: date = THURSDAY, sting: int | None = 4
) -> Setback:
    """Something that hit the rep."""
    return Setback(
        day=on, text=text, type="meeting cancelled", sting=sting, logged=NOW, logged_day=on
    )


def milestone(
    title: str = "Twenty calls",
    target: int | None = 20,
    due: date | None = date(2024, 2, 9),
    *,
    measure: str = "call",
    start: date = date(2024, 1, 29),
    parent: int | None = None,
) -> Goal:
    """A milestone with one term, decided on its first day."""
    term = Term(target=target, due=due, decided=start, effective=start)
    return Goal(
        form=Form.MILESTONE, title=title, measure=measure, start=start, terms=(term,), parent=parent
    )


def deal(name: str = "Acme renewal", account: str | None = "Acme") -> Deal:
    """An open deal."""
    return Deal(name=name, account=account)


def follow_up(what: str = "Call Acme", due: date | None = THURSDAY) -> FollowUp:
    """Something to do."""
    return FollowUp(what=what, due=due, account="Acme")
