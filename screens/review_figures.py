"""What Review works out beside the keys: the levers, how fast the rep is back, and what deals teach."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from textual import work

from journal.journal import Journal
from screens.beside import beside_keys
from screens.page import Page
from screens.widgets.lever_list import LeverList
from screens.widgets.what_hit import WhatHit

if TYPE_CHECKING:
    from journal.reviews import LeverChoice
    from screens.dialogs.review_walk import ReviewWalk

_FIGURES = "figures"


class ReviewFigures(Page, inherit_bindings=False):
    """A page with these panels on it, whose figures follow its first paint."""

    def __init__(self, journal: Journal) -> None:
        """Take the journal it shows."""
        super().__init__(journal)
        self._measured: tuple[int, date] | None = None
        """What the levers were worked out of: the journal's version, and the day."""
        self._walk: ReviewWalk | None = None
        """The walk while it is open."""

    def look(self) -> None:
        """Show the week or month that is looked at."""
        raise NotImplementedError

    def taught_read(self) -> None:
        """What the deals teach stands on the page now."""
        raise NotImplementedError

    def measure(self) -> None:
        """Work everything out anew when something was saved since, or the day has turned."""
        if self._measured != self._standing():
            self._work_out()

    def _standing(self) -> tuple[int, date]:
        return self.journal.version, self.journal.today()

    @work(group=_FIGURES, exclusive=True)
    async def _work_out(self) -> None:
        """What the plan rests on, the levers, how fast the rep is back, and what decides their deals.

        What takes long is read and added up in another thread, which touches nothing on screen.
        """
        plans, standing = self.journal.plans, self._standing()
        if (read := plans.read_ahead()) is not None:
            await beside_keys(self, read)
            if plans is not self.journal.plans:
                self.read_again()
                return
            self.look()
        for think in plans.think_ahead():
            await beside_keys(self, think)
            if standing != self._standing():
                # Something was saved meanwhile: what was thought of is old.
                self.read_again()
                return
        self._measured = standing
        self._show_levers(self.journal.reviews.levers())
        panel = self.query_one(WhatHit)
        panel.found = self.journal.setbacks.resilience()
        ahead = self.journal.reviews.taught_ahead()
        taught = None if ahead is None else await beside_keys(self, ahead)
        if standing != self._standing():
            self.read_again()
            return
        panel.taught = taught or self.journal.reviews.taught()
        self.taught_read()

    def _show_levers(self, found: tuple[LeverChoice, ...]) -> None:
        """On the page, and in the walk if it was faster; the one chosen stays chosen."""
        levers = self.query_one(LeverList)
        before = levers.chosen
        levers.levers = found
        if before:
            levers.choose(before)
        if self._walk is not None:
            self._walk.levers = found
