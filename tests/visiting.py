"""Ways into the morning and the evening page, and what stands there before a test begins."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date, time
from typing import TypeVar

from builders import at, follow_up
from textual.pilot import Pilot
from textual.widgets import Input
from waiting import wait_until

from journal.activity import Activity
from journal.entry import Entry
from journal.follow_up import FollowUp
from journal.journal import Journal
from journal.moment import Moment
from journal.setback import Setback
from screens.app import JournalApp
from screens.page import Page
from screens.widgets.event_box import EventBox

TUESDAY, WEDNESDAY, FRIDAY = date(2026, 11, 24), date(2026, 11, 25), date(2026, 11, 27)


@dataclass
class Clock:
    """A clock in Berlin that stands still until the test moves it."""

    shows: str
    """A moment in winter, like 2026-11-24T08:00."""

    def __call__(self) -> Moment:
        """This moment."""
        return at(self.shows)


AnyPage = TypeVar("AnyPage", bound=Page)


def worked(journal: Journal) -> None:
    """A Tuesday with twelve reach-outs, a meeting and a setback."""
    entries: tuple[Entry, ...] = (
        Activity(day=TUESDAY, kind="call", count=7, time=time(9)),
        Activity(day=TUESDAY, kind="email", count=5, time=time(10)),
        Activity(day=TUESDAY, kind="meeting", account="Globex", time=time(11)),
        Setback(
            day=TUESDAY, account="Hooli", text="cancelled the demo", sting=4, time=time(13, 15)
        ),
    )
    for entry in entries:
        journal.record(entry)


def due(journal: Journal, what: str = "New date", on: date = TUESDAY) -> FollowUp:
    """Something that waits for Hooli."""
    with journal.writing("due"):
        return journal.store.follow_ups.add(replace(follow_up(what, on), account="Hooli"))


async def on_page(pilot: Pilot[None], app: JournalApp, kind: type[AnyPage]) -> AnyPage:
    """Wait for a page to stand on top, with its panels there."""
    await wait_until(
        pilot, lambda: isinstance(app.screen, kind) and app.screen.is_mounted, kind.__name__
    )
    page = app.screen
    assert isinstance(page, kind)
    return page


async def focus_on(pilot: Pilot[None], app: JournalApp, name: str) -> None:
    """Wait for the cursor to stand in a line."""
    await wait_until(pilot, lambda: getattr(app.focused, "id", "") == name, f"the cursor in {name}")


def stands(app: JournalApp, name: str) -> str:
    """What stands in a line, or in the box."""
    field = app.screen.query_one(f"#{name}")
    if isinstance(field, EventBox):
        return field.text
    assert isinstance(field, Input)
    return field.value
