"""Ways into Setbacks, and what stands there before a test begins."""

from __future__ import annotations

from datetime import date, timedelta

from builders import activity
from textual.pilot import Pilot
from waiting import wait_until

from journal.journal import Journal
from journal.setback import Setback
from journal.setback_work import Thoughts
from screens.app import JournalApp
from screens.dialogs.fields import Line, Words
from screens.setbacks import Setbacks
from screens.widgets.back_band import BackBand
from screens.widgets.setback_list import SetbackList

TUESDAY = date(2026, 11, 24)


def hit(
    journal: Journal,
    text: str = "Hooli cancelled the demo",
    on: date = TUESDAY,
    *,
    type_: str = "meeting cancelled",
    sting: int | None = 4,
    account: str | None = None,
) -> Setback:
    """Something that hit the rep and stands in the journal."""
    saved = journal.record(Setback(day=on, text=text, type=type_, sting=sting, account=account))
    assert isinstance(saved.entry, Setback)
    return saved.entry


def steady(journal: Journal, first: date = date(2026, 8, 3)) -> None:
    """Ten calls on every weekday from a day on up to yesterday."""
    day = first
    while day < TUESDAY:
        if day.weekday() < 5:
            journal.record(activity("call", 10, day))
        day += timedelta(days=1)


def worked_through(journal: Journal, setback: Setback, belief: str = "it is always me") -> None:
    """What was thought of one."""
    journal.setbacks.work_through(
        Thoughts(setback=setback.id, belief=belief, mine=30, theirs=50, circumstance=20)
    )


async def go_to_setbacks(pilot: Pilot[None], app: JournalApp) -> None:
    """Press 4 and wait for the list to have the focus and the figures to be read."""
    await pilot.press("4")
    await wait_until(pilot, lambda: isinstance(app.focused, SetbackList), "Setbacks with its list")
    back = app.screen.query_one(BackBand)
    await wait_until(pilot, lambda: back.found is not None, "the figures")


async def back_on_setbacks(pilot: Pilot[None], app: JournalApp) -> None:
    """Wait for the dialog to be gone."""
    await wait_until(pilot, lambda: isinstance(app.screen, Setbacks), "the list again")


def put(app: JournalApp, rows: dict[str, str]) -> None:
    """Let these words stand in the rows of the open dialog."""
    for name, words in rows.items():
        field = app.screen.query_one(f"#{name}")
        if isinstance(field, Words):
            field.text = words
        elif isinstance(field, Line):
            field.value = words
