"""Ways into Review, and a rep's autumn that stands there before a test begins."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from typing import Protocol

from builders import activity, setback
from textual.pilot import Pilot
from textual.widgets import Static
from waiting import wait_until

from journal.goal import Form
from journal.journal import Journal
from journal.moment import Moment
from screens.app import JournalApp
from screens.dialogs.review_question import Question
from screens.dialogs.review_walk import ReviewWalk
from screens.review import Review
from screens.widgets.lever_list import LeverList
from screens.widgets.plan_actual import PlanActual

FIRST, MISSED, TODAY = date(2026, 10, 5), date(2026, 11, 12), date(2026, 11, 24)


class Settable(Protocol):
    """A clock that a test moves."""

    def __call__(self) -> Moment:
        """What it shows."""
        ...

    def set(self, text: str) -> None:
        """Move it."""
        ...


def lived(journal: Journal, watch: Settable, words: str = "they named the pain") -> None:
    """Ten calls each working day since 5 October but for one, six today, ten asked for each day.

    In November that is 15 days of 10 and 6 today, 156 of 17 times 10; two setbacks, two milestones.
    """
    watch.set("2026-10-01T09:00")
    journal.set("target.reach-outs", "10")
    day = FIRST
    while day < TODAY:
        if day.weekday() < 5 and day != MISSED:
            watch.set(f"{day}T17:00")
            journal.record(activity("call", 10, day))
        day += timedelta(days=1)
    watch.set("2026-11-24T13:45")
    journal.record(activity("call", 6, TODAY))
    said = activity("meeting", 1, date(2026, 11, 10), words[:100], text=words)
    journal.record(replace(said, tags=("progress",)))
    journal.record(setback(words, date(2026, 11, 3)))
    journal.record(setback(words, date(2026, 11, 17)))
    for title, due in ((f"{words[:100]} one", date(2026, 12, 4)), ("Two", date(2026, 12, 11))):
        journal.goals.add(
            journal.goals.new(
                form=Form.MILESTONE, title=title, measure="reach-outs", target=200,
                due=due, start=date(2026, 11, 2), parent=None,
            )
        )  # fmt: skip


def planned(journal: Journal) -> None:
    """A plan until the end of the next year."""
    journal.plans.save(target=120_000_000, by=date(2027, 12, 31), deal_size=6_000_000)


async def go_to_review(pilot: Pilot[None], app: JournalApp) -> Review:
    """Press 6 and wait for the plan to have the focus."""
    await pilot.press("6")
    await wait_until(
        pilot,
        lambda: (
            isinstance(app.focused, PlanActual)
            and app.focused.view is not None
            and app.screen.query_one(LeverList).levers is not None
        ),
        "Review with its plan",
    )
    assert isinstance(app.screen, Review)
    return app.screen


async def walk(pilot: Pilot[None], app: JournalApp) -> ReviewWalk:
    """Press Enter and wait for the first question."""
    await pilot.press("enter")
    await wait_until(pilot, lambda: isinstance(app.screen, ReviewWalk) and app.screen.is_mounted)
    assert isinstance(app.screen, ReviewWalk)
    await wait_until(pilot, lambda: bool(asked(app)), "a question")
    return app.screen


async def on_to(pilot: Pilot[None], app: JournalApp, question: str) -> None:
    """Press Enter until a question stands there."""
    while question not in asked(app):
        before = asked(app)
        await pilot.press("enter")
        await wait_until(pilot, partial(_is_past, app, before), f"after {before}")


def asked(app: JournalApp) -> str:
    """The question that stands there."""
    if not isinstance(app.screen, ReviewWalk) or not app.screen.query(Question):
        return ""
    return str(app.screen.query_one("#question", Static).content)


def told(app: JournalApp) -> str:
    """What is told with the question."""
    return str(app.screen.query_one("#told", Static).content)


def complaint(app: JournalApp) -> str:
    """The sentence above the keys of the walk."""
    return str(app.screen.query_one("#said", Static).content)


def focus_of(app: JournalApp) -> str | None:
    """The id of what has the focus."""
    return app.focused.id if app.focused else None


def _is_past(app: JournalApp, before: str) -> bool:
    return asked(app) != before
