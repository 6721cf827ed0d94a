"""The next waypoint: how far it is, where its line stands today, and how much room there is."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive

from journal.standing import Standing
from screens import wording
from screens.widgets.ink import WIDEST_BAR, bar, cut, spread
from screens.widgets.panel import Panel


class NextWaypoint(Panel):
    """One milestone as a bar: heavy is done, the upright mark is today's line."""

    HEADING = "Next waypoint"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "open",
            "Goals",
            id="waypoint.open",
            key_display="Enter",
            tooltip="Show all goals and milestones",
        ),
    ]

    waypoint: reactive[Standing | None] = reactive(None)
    """The milestone due next; None when there is none."""
    day: reactive[date | None] = reactive(None)
    """The rep's today."""

    class Opened(Message):
        """The rep wants to see the goals."""

    def rows(self, width: int, height: int) -> Sequence[Content]:
        """Title, bar and state."""
        if self.waypoint is None or self.day is None:
            return [
                Content.styled("No waypoint yet", "bold"),
                Content.assemble(
                    ("Goals (", "$muted"), ("2", "bold $accent"), (") takes two minutes.", "$muted")
                ),
            ]
        return waypoint_rows(self.waypoint, self.day, width)

    def action_open(self) -> None:
        """Ask for the goals."""
        self.post_message(self.Opened())

    def on_click(self) -> None:
        """A click asks as well."""
        self.action_open()


def waypoint_rows(standing: Standing, today: date, width: int) -> list[Content]:
    """Three rows for one milestone in ``width`` cells: title, bar, state."""
    state = wording.state(standing)
    share, line_share = wording.shares(standing)
    short = width < 50
    amount = Content.styled(wording.progress(standing, short=short), "bold")
    drawn = bar(min(WIDEST_BAR, width - amount.cell_length - 2), share, line_share)
    chance = "" if standing.chance is None else wording.chance(standing.chance, short=short)
    due = wording.due(standing, today, short=short)
    gap = "  " if short else "   "
    below = Content.assemble(
        (f"{state.glyph} {state.words}", state.colour), (gap + chance if chance else "", "$muted")
    )
    return [
        Content.styled(cut(standing.goal.title, width), "bold"),
        spread(drawn, amount, width),
        spread(below, Content.styled(due, "$muted"), width),
    ]
