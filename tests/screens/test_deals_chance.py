"""Monday's chance and day of each open deal, said by keys, private, and offered without nagging."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from builders import at
from on_deals import back_on_deals, go_to_deals, on_account, open_deal
from on_goals import dialog, said_in_dialog
from on_review import Settable
from on_setbacks import put
from reading import all_text
from textual.widgets import Static
from waiting import wait_until

from journal.journal import Journal
from screens.app import JournalApp
from screens.dialogs.chance import ChanceDialog
from screens.dialogs.changed import ChangedDialog
from screens.dialogs.keys import KeysDialog
from storage.store import open_store

MONDAY = date(2026, 11, 23)


def kept(journal: Journal, number: int) -> list[tuple[date, float, date | None]]:
    said = journal.deals.story(number).forecasts
    return [(one.monday, one.chance, one.close) for one in said]


def about(app: JournalApp) -> str:
    return str(app.screen.query_one(".about", Static).content)


def rule(app: JournalApp) -> str:
    return str(app.screen.query_one("#gate").border_title)


async def test_a_deals_chance_is_said_in_two_rows_and_said_again_by_enter_twice(
    journal: Journal, watch: Settable
) -> None:
    deal = open_deal(journal, close=date(2026, 12, 18))
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("h")
        await dialog(pilot, app, ChanceDialog)
        assert "closes 18 Dec; no chance said yet" in about(app)
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "Write how likely" in said_in_dialog(app))
        put(app, {"chance": "120"})
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "no rate from 0 to 100 %" in said_in_dialog(app))
        put(app, {"chance": "60", "close": "2026-11-20"})
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "That day is over" in said_in_dialog(app))
        put(app, {"close": "2026-12-15"})
        await pilot.press("ctrl+s")
        await back_on_deals(pilot, app)
        assert kept(journal, deal.id) == [(MONDAY, 0.6, date(2026, 12, 15))]
        watch.set("2026-12-01T09:00")
        await pilot.press("h")
        await dialog(pilot, app, ChanceDialog)
        assert "Monday 23 Nov: 60 %, closing Tue 15 Dec" in about(app)
        await pilot.press("enter", "enter")
        await back_on_deals(pilot, app)
        again = (date(2026, 11, 30), 0.6, date(2026, 12, 15))
        assert kept(journal, deal.id) == [(MONDAY, 0.6, date(2026, 12, 15)), again]
        await pilot.press("u")
        await wait_until(pilot, lambda: len(kept(journal, deal.id)) == 1)


async def test_on_mondays_the_chances_are_offered_in_a_rule_and_said_one_after_the_other(
    journal: Journal, watch: Settable
) -> None:
    for number, major in enumerate((10_000, None, 90_000), 1):
        open_deal(journal, f"Acme {number}", major=major)
    watch.set("2026-11-30T08:30")
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("escape")
        await go_to_deals(pilot, app)
        assert rule(app) == "What the checks leave standing · H: 3 chances to say"
        await pilot.press("H")
        await dialog(pilot, app, ChanceDialog)
        assert "Acme 3" in about(app)
        await pilot.press(*"70", "ctrl+s")
        await wait_until(
            pilot, lambda: isinstance(app.screen, ChanceDialog) and "Acme 1" in about(app)
        )
        await pilot.press(*".2", "ctrl+s")
        await wait_until(
            pilot, lambda: isinstance(app.screen, ChanceDialog) and "Acme 2" in about(app)
        )
        await pilot.press("escape")
        await back_on_deals(pilot, app)
        await wait_until(pilot, lambda: rule(app).endswith("· H: 1 chance to say"))
        assert [kept(journal, number)[:1] for number in (1, 2, 3)] == [
            [(date(2026, 11, 30), 0.2, None)], [], [(date(2026, 11, 30), 0.7, None)],
        ]  # fmt: skip
        watch.set("2026-12-01T08:30")
        app.screen.read_again()
        await wait_until(pilot, lambda: rule(app) == "What the checks leave standing")


async def test_what_was_typed_of_a_chance_and_left_is_offered_again(journal: Journal) -> None:
    open_deal(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("h")
        await dialog(pilot, app, ChanceDialog)
        await pilot.press(*"45", "escape")
        await back_on_deals(pilot, app)
        await pilot.press("h")
        await dialog(pilot, app, ChanceDialog)
        assert app.screen.query_one("#chance").value == "45"


async def test_on_a_small_screen_the_rule_says_only_what_is_offered(
    journal: Journal, watch: Settable
) -> None:
    open_deal(journal)
    watch.set("2026-11-30T13:30")
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_deals(pilot, app)
        await wait_until(pilot, lambda: rule(app) == "H: 1 chance to say")


async def test_the_keys_of_a_deal_and_of_its_account_are_explained(journal: Journal) -> None:
    open_deal(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 60)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("enter")
        await on_account(pilot, app)
        await pilot.press("?")
        await wait_until(pilot, lambda: isinstance(app.screen, KeysDialog))
        told = " ".join(all_text(app).split())
        for words in (
            "h Say for this Monday how likely it is ever won, and when it closes",
            "H Say Monday's chance of each open deal, one after the other",
            "l Write how a meeting with them went: who talked, what was asked and learned",
            "j Join another account that is the same one, as an export spells it",
        ):
            assert words in told, words


async def test_chances_said_one_after_the_other_are_taken_back_one_by_one_as_it_says(
    journal: Journal,
) -> None:
    for number in (1, 2):
        open_deal(journal, f"Acme {number}", major=10_000)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("H")
        await dialog(pilot, app, ChanceDialog)
        await pilot.press(*"70", "ctrl+s")
        await wait_until(
            pilot, lambda: isinstance(app.screen, ChanceDialog) and "Acme 2" in about(app)
        )
        await pilot.press(*"20", "ctrl+s")
        await back_on_deals(pilot, app)
        told = "Kept  the chances of 2 deals   u takes them back one by one"
        await wait_until(pilot, lambda: told in [one.message for one in app._notifications])
        await pilot.press("u")
        await wait_until(pilot, lambda: not kept(journal, 2))
        assert kept(journal, 1) == [(MONDAY, 0.7, None)]
        await pilot.press("u")
        await wait_until(pilot, lambda: not kept(journal, 1))


async def test_a_chance_said_in_another_window_is_shown_beside_mine(
    journal: Journal, path: Path
) -> None:
    deal = open_deal(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_deals(pilot, app)
        tries = (("t", 0.25, "25 %", 0.25), ("m", 0.4, "40 %", 0.6))
        for answer, elsewhere, shown, chance in tries:
            await pilot.press("h")
            await dialog(pilot, app, ChanceDialog)
            put(app, {"chance": "60", "close": "2026-12-15"})
            other = Journal(open_store(path, create=False), lambda: at("2026-11-24T13:46"))
            other.deals.set_forecast(deal.id, elsewhere, date(2026, 12, 22))
            other.store.close()
            await pilot.press("ctrl+s")
            await dialog(pilot, app, ChangedDialog)
            words = str(app.screen.query_one("#question").render())
            assert f"Ever won\n   mine    60 %\n   theirs  {shown}" in words
            assert "Closes\n   mine    2026-12-15\n   theirs  2026-12-22" in words
            await pilot.press(answer)
            await back_on_deals(pilot, app)
            assert [said for _, said, _ in kept(journal, deal.id)] == [chance]


async def test_another_windows_chance_that_is_kept_leads_on_to_the_next_deal(
    journal: Journal, path: Path
) -> None:
    for number in (1, 2):
        open_deal(journal, f"Acme {number}", major=10_000)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("H")
        await dialog(pilot, app, ChanceDialog)
        put(app, {"chance": "60"})
        other = Journal(open_store(path, create=False), lambda: at("2026-11-24T13:46"))
        other.deals.set_forecast(1, 0.25)
        other.store.close()
        await pilot.press("ctrl+s")
        await dialog(pilot, app, ChangedDialog)
        await pilot.press("t")
        await wait_until(
            pilot, lambda: isinstance(app.screen, ChanceDialog) and "Acme 2" in about(app)
        )
        await pilot.press(*"30", "ctrl+s")
        await back_on_deals(pilot, app)
        said = [one.message for one in app._notifications]
        assert any("Kept  the chance of 1 deal" in words for words in said)
    assert [kept(journal, number) for number in (1, 2)] == [
        [(MONDAY, 0.25, None)], [(MONDAY, 0.3, None)],
    ]  # fmt: skip


async def test_a_chance_that_was_left_is_told_from_what_another_window_said_since(
    journal: Journal,
) -> None:
    deal = open_deal(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("h")
        await dialog(pilot, app, ChanceDialog)
        await pilot.press(*"45", "escape")
        await back_on_deals(pilot, app)
        journal.deals.set_forecast(deal.id, 0.25)
        await pilot.press("h")
        await dialog(pilot, app, ChanceDialog)
        assert said_in_dialog(app) == (
            "Ctrl+S saves over what was saved since you left this: Ever won “25 %”."
        )
