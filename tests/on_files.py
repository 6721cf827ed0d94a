"""Files a rep brings in or takes out in the app, by the keys they press."""

from __future__ import annotations

from asyncio import sleep, timeout
from pathlib import Path

from reading import all_text
from textual.command import CommandList, CommandPalette
from textual.pilot import Pilot
from textual.screen import Screen
from textual.widgets import Input
from waiting import wait_until

from screens.app import JournalApp
from screens.dialogs.bring_in_files import FilesDialog, PathLine
from screens.dialogs.fields import Choice

DEALS = (
    "Deal Name,Associated Company,Deal Stage,Amount,Close Date,Create Date,Deal owner\n"
    "Vision platform,Acme,closedwon,86000,2026-11-02 00:00,2026-03-02 00:00,Kim Lee\n"
    "Renewal,Initech,closedlost,64000,2026-10-05 00:00,2026-02-03 00:00,Kim Lee\n"
    "Rollout,Stark,presentationscheduled,140000,2027-01-15 00:00,2026-06-01 00:00,Ana Roy\n"
)


def export(folder: Path, text: str = DEALS, name: str = "deals.csv") -> Path:
    """An export that lies in a folder."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


async def shows(pilot: Pilot[None], app: JournalApp, words: str) -> None:
    """Let the app go on until words stand on it."""
    await wait_until(pilot, lambda: words in all_text(app), f"{words!r} never stood there")


async def stands(pilot: Pilot[None], app: JournalApp, kind: type[Screen[object]]) -> None:
    """Let the app go on until a dialog stands there and takes keys."""
    await wait_until(
        pilot,
        lambda: isinstance(app.screen, kind) and app.screen.focused is not None,
        f"{kind.__name__} never opened",
    )


async def names_files(pilot: Pilot[None], app: JournalApp, *files: Path) -> None:
    """Open the import, name files, and go on."""
    await pilot.press("I")
    await stands(pilot, app, FilesDialog)
    line = app.screen.query_one(PathLine)
    for file in files:
        line.value = str(file)
        await pilot.press("enter")
        await wait_until(pilot, lambda: not line.value, "the file was not taken")
    await pilot.press("enter")


async def says(pilot: Pilot[None], app: JournalApp, field: str) -> None:
    """Choose what the column under the cursor is read as, and go to the next."""
    choice = app.screen.focused
    assert isinstance(choice, Choice)
    for _ in range(len(choice.options)):
        if choice.value == field:
            break
        await pilot.press("right")
    assert choice.value == field
    await pilot.press("tab")
    await wait_until(pilot, lambda: app.screen.focused is not choice)


async def chooses(pilot: Pilot[None], app: JournalApp, words: str) -> None:
    """Choose the one command of the palette that begins with these words."""
    await pilot.press("ctrl+p")
    await wait_until(pilot, lambda: CommandPalette.is_open(app))
    app.screen.query_one(Input).value = words
    offered = app.screen.query_one(CommandList)

    def is_offered() -> bool:
        names = [str(one.prompt)[: len(words)].casefold() for one in offered.options]
        return names[:1] == [words.casefold()]

    await wait_until(pilot, is_offered, f"the palette does not offer {words}")
    # A pilot waits until nothing works any more, up to a second; what was chosen may be over by then.
    app.simulate_key("enter")
    async with timeout(10):
        while CommandPalette.is_open(app):
            await sleep(0.005)
