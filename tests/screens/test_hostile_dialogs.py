"""Every dialog there is shows whatever stands in it, and is neither broken nor commanded by it."""

from __future__ import annotations

import pkgutil
from collections.abc import Iterator
from importlib import import_module
from pathlib import Path
from typing import Any

from dialogs_made import MADE, lived
from hostile import UNSAFE
from textual import events
from textual.app import App
from textual.command import CommandPalette
from textual.geometry import Region
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input
from waiting import wait_until

import screens
from journal.journal import Journal
from journal.shown import shown
from screens.app import JournalApp
from screens.themes import own_shades

for _found in pkgutil.walk_packages(screens.__path__, "screens."):
    import_module(_found.name)

SHARP = "[/]\x1b]0;x\x07\u202e[b]x[/ \x9b$x"
"""Something of each kind, short enough for a title."""

PAGES = {
    *("Today", "Goals", "Deals", "Setbacks", "FollowUps", "Review"),
    *("Morning", "Evening", "Account"),
}
"""They are walked in their own tests of sizes, and in a real terminal."""

MUTE = {"KeysDialog", "TaughtDialog", "GoneDialog"}
"""They show none of these words: keys are ours, reasons are walked with Review, and what is gone is gone."""


class Bare(App[None]):
    """Nothing but what a dialog lies over."""

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The journal's own shades."""
        return own_shades(self.current_theme)


def leaves(kind: type[Screen[Any]]) -> Iterator[type[Screen[Any]]]:
    """Every screen of ours that no other one is made of."""
    below = kind.__subclasses__()
    for each in below:
        yield from leaves(each)
    if not below and kind.__module__.startswith("screens"):
        yield kind


def drawn(app: App[None]) -> str:
    """All that is drawn, frames and titles included."""
    seen = [widget for widget in app.screen.query("*") if widget.display and widget.region.area]
    return "\n".join(
        strip.text
        for widget in seen
        for strip in widget.render_lines(Region(0, 0, *widget.outer_size))
    )


async def walked(pilot: Pilot[None], app: App[None], made: Screen[Any]) -> str:
    """Open a dialog, paste the words into all of its rows, save it, and say what was drawn."""
    app.push_screen(made)
    await wait_until(pilot, lambda: app.screen is made and made.is_mounted)
    await pilot.pause()
    seen = drawn(app)
    for field in made.query("Input, TextArea"):
        field.post_message(events.Paste(SHARP))
    await pilot.press("ctrl+s")
    seen += drawn(app)
    if app.screen is made:
        app.pop_screen()
    return seen


def test_every_dialog_there_is_is_walked() -> None:
    assert {each.__name__ for each in leaves(Screen)} | {"AskDialog"} == PAGES | MADE.keys()


async def test_no_words_break_a_dialog_or_command_the_terminal(
    journal: Journal, tmp_path: Path
) -> None:
    there = lived(journal, SHARP, tmp_path)
    app = Bare()
    async with app.run_test(size=(100, 40)) as pilot:
        seen = {name: await walked(pilot, app, makes(there)) for name, makes in MADE.items()}
    commanded = {name for name, text in seen.items() if (UNSAFE - {"\n"}) & set(text)}
    silent = {name for name, text in seen.items() if shown(SHARP)[:9] not in text}
    assert (commanded, silent) == (set(), MUTE)


async def test_what_is_pasted_where_commands_are_found_is_no_order_to_the_terminal(
    journal: Journal,
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("ctrl+p")
        await wait_until(pilot, lambda: isinstance(app.screen, CommandPalette))
        line = app.screen.query_one(Input)
        app.post_message(events.Paste(SHARP))
        await wait_until(pilot, lambda: line.value != "")
        assert line.value == shown(SHARP)
        assert not (UNSAFE - {"\n"}) & set(drawn(app))
