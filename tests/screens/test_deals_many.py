"""More open deals than a list holds: the page answers at once, and its sums follow in another thread."""

from __future__ import annotations

import pytest
from on_deals import back_on_deals, go_to_deals, open_deal
from on_setbacks import put
from reading import row_of
from waiting import wait_until

from journal.journal import Journal
from screens.app import JournalApp
from screens.dialogs.deal import DealDialog
from screens.widgets.by_stage import ByStage
from screens.widgets.deal_list import DealList
from screens.widgets.forecast_band import ForecastBand


@pytest.fixture(autouse=True)
def a_list_holds_four(monkeypatch: pytest.MonkeyPatch) -> None:
    """What takes thousands of deals in a journal takes five in a test."""
    monkeypatch.setattr("journal.pipeline.SHOWN", 4)


async def test_the_largest_are_listed_and_all_are_summed(journal: Journal) -> None:
    for number in range(6):
        open_deal(journal, f"Account {number}", major=1_000 * (number + 1))
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_deals(pilot, app)
        listed = app.screen.query_one(DealList)
        await wait_until(pilot, lambda: len(listed.lines) == 4)
        assert [line.deal.account for line in listed.lines][:2] == ["Account 5", "Account 4"]
        stages = app.screen.query_one(ByStage)
        await wait_until(pilot, lambda: stages.pipeline is not None)
        assert "Demonstration" in row_of(app, "#by-stage")
        assert "21k   6" in row_of(app, "#by-stage")


async def test_a_stage_is_moved_in_the_list_at_once_and_in_the_sums_after_it(
    journal: Journal,
) -> None:
    for number in range(6):
        open_deal(journal, f"Account {number}", major=1_000 * (number + 1))
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_deals(pilot, app)
        listed = app.screen.query_one(DealList)
        await wait_until(pilot, lambda: len(listed.lines) == 4)
        await pilot.press("right_square_bracket")
        await wait_until(pilot, lambda: listed.lines[0].deal.stage == "Proposal")
        await wait_until(pilot, lambda: "6k   1" in row_of(app, "#by-stage"))
        assert "15k   5" in row_of(app, "#by-stage")
        await pilot.press("u")
        await wait_until(pilot, lambda: "21k   6" in row_of(app, "#by-stage"))
        assert listed.lines[0].deal.stage == "Demonstration"


async def test_a_new_deal_has_the_cursor_once_it_is_read(journal: Journal) -> None:
    for number in range(6):
        open_deal(journal, f"Account {number}", major=1_000 * (number + 1))
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_deals(pilot, app)
        band = app.screen.query_one(ForecastBand)
        await wait_until(pilot, lambda: band.pipeline is not None)
        await pilot.press("a")
        await wait_until(pilot, lambda: isinstance(app.screen, DealDialog))
        put(app, {"account": "Weyland", "name": "Hub", "amount": "90k"})
        await pilot.press("ctrl+s")
        await back_on_deals(pilot, app)
        listed = app.screen.query_one(DealList)

        def under_the_cursor() -> str | None:
            return listed.selected.deal.account if listed.selected else None

        await wait_until(pilot, lambda: under_the_cursor() == "Weyland")
