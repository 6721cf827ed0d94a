"""Ways on the funnel: to a row of it, over what stands there, and what is drawn in it."""

from __future__ import annotations

from reading import row_of
from textual.pilot import Pilot
from waiting import wait_until

from screens.app import JournalApp
from screens.widgets.funnel_field import Over
from screens.widgets.funnel_panel import FunnelPanel


async def on_the_funnel(pilot: Pilot[None], app: JournalApp, row: str) -> None:
    """Go to a row of the funnel by its name."""
    await pilot.press("f")
    panel = app.screen.query_one(FunnelPanel)
    await wait_until(pilot, lambda: panel.has_focus and bool(panel.content_size), "the funnel")
    while not row_of(app, "#funnel").splitlines()[1 + panel.cursor].startswith(f"▌{row}"):
        await _down(pilot, panel)


async def typed_over(pilot: Pilot[None], app: JournalApp, words: str) -> None:
    """Open the field on the row and type over what stands there."""
    await pilot.press("enter")
    await wait_until(pilot, lambda: isinstance(app.focused, Over), "the field")
    assert isinstance(app.focused, Over)
    app.focused.value = words
    await pilot.press("enter")
    panel = app.screen.query_one(FunnelPanel)
    await wait_until(pilot, lambda: bool(panel.complaint) or not panel.query(Over), "the answer")


def line_of(app: JournalApp, row: str) -> str:
    """A row of the funnel as it is drawn."""
    return next(line for line in row_of(app, "#funnel").splitlines() if line[1:].startswith(row))


async def _down(pilot: Pilot[None], panel: FunnelPanel) -> None:
    before = panel.cursor
    await pilot.press("down")
    await wait_until(pilot, lambda: panel.cursor == before + 1, "the next row")
