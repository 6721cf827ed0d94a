"""Ways into Goals, and what stands there before a test begins."""

from __future__ import annotations

from datetime import date

from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Static
from waiting import wait_until

from journal.goal import Form, Goal
from journal.journal import Journal
from screens.app import JournalApp
from screens.dialogs.fields import Line
from screens.goals import Goals
from screens.widgets.goal_list import GoalList

TUESDAY = date(2026, 11, 24)


def laid(
    journal: Journal,
    title: str = "60 reach-outs",
    *,
    parent: int | None = None,
    measure: str = "reach-outs",
    target: int = 60,
    due: date | None = date(2026, 12, 4),
) -> Goal:
    """A milestone that stands in the journal since 2 November."""
    return journal.goals.add(
        journal.goals.new(
            form=Form.MILESTONE, title=title, measure=measure, target=target,
            due=due, start=date(2026, 11, 2), parent=parent,
        )
    )  # fmt: skip


def year(journal: Journal) -> Goal:
    """A goal that stands in the journal: 1.2M in this year."""
    return journal.goals.add(
        journal.goals.new(
            form=Form.GOAL, title="1.2M booked", measure="amount-booked", target=120_000_000,
            due=date(2026, 12, 31), start=date(2026, 1, 1),
        )
    )  # fmt: skip


async def go_to_goals(pilot: Pilot[None], app: JournalApp) -> None:
    """Press 2 and wait for the list to have the focus."""
    await pilot.press("2")
    await wait_until(pilot, lambda: isinstance(app.focused, GoalList), "Goals with its list")


async def dialog(pilot: Pilot[None], app: JournalApp, kind: type[Screen[object]]) -> None:
    """Wait for a dialog to stand there with a row in focus."""
    await wait_until(
        pilot,
        lambda: isinstance(app.screen, kind) and app.screen.focused is not None,
        kind.__name__,
    )


async def back_on_goals(pilot: Pilot[None], app: JournalApp) -> None:
    """Wait for the dialog to be gone."""
    await wait_until(pilot, lambda: isinstance(app.screen, Goals), "the list again")


def type_in(app: JournalApp, rows: dict[str, str]) -> None:
    """Let these words stand in the rows of the open dialog."""
    for name, words in rows.items():
        app.screen.query_one(f"#{name}", Line).value = words


def said_in_dialog(app: JournalApp) -> str:
    """The sentence below the rows."""
    return str(app.screen.query_one("#said", Static).content)
