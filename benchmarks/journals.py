"""Journals of any size to measure with: ten years of a rep's activities, spread over working days."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from journal.activity import Activity
from journal.deal import Deal, Outcome
from journal.goal import Form
from journal.journal import Journal
from journal.moment import Moment
from journal.money import Money
from journal.transfer.found import Found
from storage.store import open_store

NOW = datetime(2026, 11, 24, 13, 45, tzinfo=UTC)
"""The moment every benchmark lives in."""

KINDS = ("call", "call", "call", "email", "email", "social", "meeting")
YEARS = 10


def moment() -> Moment:
    """The benchmark's now."""
    return Moment.of(NOW, "UTC")


def make_journal(path: Path, entries: int, deals: int = 0) -> None:
    """Write a journal of so many entries and deals, with goals and milestones on top."""
    store = open_store(path, create=True)
    journal = Journal(store, moment)
    journal.bring_in(activities(entries), format="table", files=["activities"])
    if deals:
        journal.bring_in(deals_of(deals), format="table", files=["deals"])
    goal = journal.goals.new(
        form=Form.GOAL,
        title="1.2M booked",
        measure="amount-booked",
        target=120_000_000,
        due=date(2026, 12, 31),
        start=date(2026, 1, 1),
    )
    parent = journal.goals.add(goal)
    for number in range(6):
        journal.goals.add(
            journal.goals.new(
                form=Form.MILESTONE,
                title=f"Waypoint {number}",
                measure="reach-outs",
                target=600 + number,
                due=date(2026, 12, 4) + timedelta(days=number),
                start=date(2026, 10, 26),
                parent=parent.id,
                evidence="best week 90",
                serves="the goal",
            )
        )
    store.close()


def activities(entries: int) -> Iterator[Found]:
    """So many activities, spread evenly over the working days of ten years up to yesterday."""
    first = NOW.date() - timedelta(days=365 * YEARS)
    days = [first + timedelta(days=i) for i in range(365 * YEARS)]
    working = [day for day in days if day.weekday() < 5]
    for i in range(entries):
        day = working[i * len(working) // entries]
        yield Found(
            system="table",
            external_id=f"a{i}",
            value=Activity(
                day=day, kind=KINDS[i % len(KINDS)], account=f"Account {i % 500}", text="spoke"
            ),
            file="activities",
            line=i + 2,
        )


def deals_of(deals: int) -> Iterator[Found]:
    """So many deals: a third won, a third lost, a third open."""
    for i in range(deals):
        outcome = (Outcome.WON, Outcome.LOST, Outcome.OPEN)[i % 3]
        opened = date(2017, 1, 2) + timedelta(days=i * 3500 // deals)
        yield Found(
            system="table",
            external_id=f"d{i}",
            value=Deal(
                account=f"Account {i % 500}",
                name=f"Deal {i}",
                amount=Money(5_000_000 + i, "EUR"),
                stage="Proposal",
                outcome=outcome,
                opened=opened,
                closed=None if outcome is Outcome.OPEN else opened + timedelta(days=90),
            ),
            file="deals",
            line=i + 2,
        )
