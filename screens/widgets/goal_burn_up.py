"""The burn-up of the selected goal: a chart on its own field, and the legend that says what it shows."""

from __future__ import annotations

from typing import TYPE_CHECKING, ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.content import Content
from textual.message import Message
from textual.reactive import reactive
from textual.widgets import Static

from journal.standing import Standing
from screens import goal_words, wording
from screens.widgets.ink import cut

if TYPE_CHECKING:
    from journal.burn_up import BurnUp


class GoalBurnUp(Container, can_focus=True):
    """Says at a glance whether the work runs above its line; Enter tells the story in words."""

    ALLOW_SELECT = False
    HEADING = "Burn-up"

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "enter",
            "story",
            "Story",
            id="burn_up.story",
            key_display="Enter",
            tooltip="Read its story in words; Enter there draws it again",
        ),
    ]

    DEFAULT_CSS = """
    GoalBurnUp {
        height: 1fr;
        background: $surface;
        border-top: solid $faint;
        border-title-color: $muted;
        border-title-style: bold;
        border-title-background: transparent;
        &:focus { border-top: heavy $accent; border-title-color: $accent; }
        & GoalChart { height: 1fr; }
        & #legend { height: 1; padding: 0 0 0 1; text-wrap: nowrap; text-overflow: ellipsis; }
    }
    """

    standing: reactive[Standing | None] = reactive(None)
    """The goal or milestone under the cursor; None without any."""
    burn_up: reactive[BurnUp | None] = reactive(None)
    """What is drawn of it; None until it was read, and where nothing can be drawn."""

    class StoryAsked(Message):
        """The rep wants words instead."""

    def compose(self) -> ComposeResult:
        """The legend; the chart joins once there is something to draw."""
        yield Static("", id="legend", markup=False)

    def on_click(self) -> None:
        """A click puts the focus there."""
        self.focus()

    def action_story(self) -> None:
        """Ask for the words."""
        self.post_message(self.StoryAsked())

    def watch_standing(self, standing: Standing | None) -> None:
        """Name it in the rule and in the legend."""
        self.border_title = Content(cut(standing.goal.title, 60) if standing else self.HEADING)
        if self.is_mounted:
            self.query_one("#legend", Static).update(_legend(standing) if standing else "")

    def watch_burn_up(self, burn_up: BurnUp | None) -> None:
        """Draw it; the plotting library is loaded with the first chart and not before."""
        from screens.widgets.goal_chart import GoalChart

        chart = self.query(GoalChart)
        if chart:
            chart.first().burn_up = burn_up
        elif burn_up is not None:
            made = GoalChart(id="chart")
            made.burn_up = burn_up
            self.mount(made, before="#legend")


def _legend(standing: Standing) -> Content:
    """What the marks mean, with the numbers they stand at."""
    state, pace = wording.state(standing), standing.pace
    done = "–" if standing.done is None else goal_words.value(standing, standing.done)
    pieces = [Content.assemble(("▄▀ ", "$primary"), ("done ", "$muted"), (done, "bold"))]
    if pace is not None:
        at = goal_words.line_value(standing)
        pieces.append(Content.assemble(("··· ", "$muted"), ("line ", "$muted"), at))
    pieces.append(Content.styled(f"{state.glyph} {state.words}", state.colour))
    return Content("  ").join(pieces)
