"""Taking back much is done beside the rep's keys, whole, and can be done again."""

from __future__ import annotations

from datetime import date

from builders import activity
from on_files import shows
from waiting import wait_until

from journal.journal import Journal
from journal.transfer.found import Found
from screens.app import JournalApp
from screens.dialogs.under_way import UnderWay

TUESDAY = date(2026, 11, 24)


async def test_a_large_import_is_taken_back_and_done_again(journal: Journal) -> None:
    rows = [
        Found(
            system="table",
            external_id=str(number),
            value=activity("call", 1, TUESDAY),
            file="calls.csv",
            line=number,
        )
        for number in range(2_500)
    ]
    journal.bring_in(rows, format="table", files=["calls.csv"])

    def calls() -> int:
        return sum(tally.total for tally in journal.store.entries.tallies(TUESDAY, TUESDAY))

    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("u")
        await shows(pilot, app, "Taken back: the import of calls.csv")
        await wait_until(pilot, lambda: not isinstance(app.screen, UnderWay))
        assert calls() == 0
        await pilot.press("U")
        await shows(pilot, app, "Done again: the import of calls.csv")
        assert calls() == 2_500
