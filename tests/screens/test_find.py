"""The finder: any word the rep ever wrote is a few keys away, and opens where it lives."""

from __future__ import annotations

from builders import activity
from on_deals import TUESDAY, on_account, open_deal
from textual.pilot import Pilot
from textual.widgets import Input
from waiting import wait_until

from journal.activity import Activity
from journal.entry import Note
from journal.journal import Journal
from journal.search import Hit, HitKind
from journal.setback import Setback
from screens.app import JournalApp
from screens.dialogs.entry import EntryDialog
from screens.dialogs.find import FindDialog
from screens.dialogs.found import FoundDialog
from screens.widgets.hit_list import HitList


async def search(pilot: Pilot[None], app: JournalApp, words: str) -> HitList:
    """Press / and type; wait until the words were looked for."""
    await wait_until(pilot, lambda: app.focused is not None, "the page")
    await pilot.press("/")
    await wait_until(pilot, lambda: isinstance(app.screen, FindDialog), "the finder")
    dialog = app.screen
    assert isinstance(dialog, FindDialog)
    await pilot.press(*("space" if letter == " " else letter for letter in words))
    await wait_until(
        pilot,
        lambda: dialog.query_one(Input).value == words and dialog.is_done,
        f"what holds {words}",
    )
    return dialog.query_one(HitList)


def hits(found: HitList) -> list[tuple[str, int]]:
    """The kind and number of each row."""
    return [(str(one.kind), one.id) for one in found.found if isinstance(one, Hit)]


async def test_any_word_of_an_entry_is_found_and_enter_changes_it(journal: Journal) -> None:
    journal.record(Note(day=TUESDAY, text="They compare our pricing with Globex."))
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        found = await search(pilot, app, "pric")
        assert hits(found) == [("note", 1)]
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, EntryDialog), "the entry")
        await pilot.press("escape")
