"""What is said of a deal beside what another window said of it meanwhile: both are shown, the rep chooses."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from builders import at
from on_deals import back_on_deals, go_to_deals, open_deal
from on_goals import dialog
from on_setbacks import put
from reading import row_of
from waiting import wait_until

from journal.deal_check import CheckName
from journal.deal_ending import Tag, Win
from journal.deal_story import Whose
from journal.journal import Journal
from screens.app import JournalApp
from screens.dialogs.changed import ChangedDialog
from screens.dialogs.deal_check import CheckDialog
from screens.dialogs.deal_day import ContractEndDialog
from screens.dialogs.fields import Choice
from screens.dialogs.won import WonDialog
from storage.store import open_store


async def test_a_check_said_in_another_window_is_shown_beside_mine(
    journal: Journal, path: Path
) -> None:
    deal = open_deal(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_deals(pilot, app)
        for answer, elsewhere, kept in (("t", "Dana", "Dana"), ("m", "the CFO", "mine [/]")):
            await pilot.press("k")
            await dialog(pilot, app, CheckDialog)
            app.screen.query_one("#check", Choice).index = 0
            put(app, {"evidence": "mine [/]"})
            other = Journal(open_store(path, create=False), lambda: at("2026-11-24T13:46"))
            other.deals.check(deal.id, CheckName.BUDGET, True, elsewhere)
            other.deals.check(deal.id, CheckName.CHAMPION, True, elsewhere)
            await pilot.press("ctrl+s")
            await dialog(pilot, app, ChangedDialog)
            words = str(app.screen.query_one("#question").render())
            assert f"Budget\n   mine    holds: mine [/]\n   theirs  holds: {elsewhere}" in words
            assert "Champion" not in words
            await pilot.press(answer)
            await back_on_deals(pilot, app)
            said = {one.name: one.evidence for one in journal.deals.checks(deal.id)}
            assert said == {CheckName.BUDGET: kept, CheckName.CHAMPION: elsewhere}
            other.store.close()


async def test_reasons_of_a_win_named_in_another_window_are_shown_beside_mine(
    journal: Journal, path: Path
) -> None:
    deal = open_deal(journal)
    journal.deals.won(deal.id, Win(buyers_reasons=(Tag(tag="price"),), why_not_asked="Dana is ill"))
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("right")
        await wait_until(pilot, lambda: "Plant rollout" in row_of(app, "#list"))
        for answer, elsewhere, kept in (("t", "service", "service"), ("m", "speed", "mine [/]")):
            await pilot.press("w")
            await dialog(pilot, app, WonDialog)
            put(app, {"tags": "mine [/]"})
            other = Journal(open_store(path, create=False), lambda: at("2026-11-24T13:46"))
            other.deals.set_reasons(deal.id, Whose.BUYER, (Tag(tag=elsewhere),))
            await pilot.press("ctrl+s")
            await dialog(pilot, app, ChangedDialog)
            words = str(app.screen.query_one("#question").render())
            assert f"Theirs, a word each\n   mine    mine [/]\n   theirs  {elsewhere}" in words
            await pilot.press(answer)
            await back_on_deals(pilot, app)
            assert [one.tag for one in journal.deals.story(deal.id).reasons] == [kept]
            other.store.close()


async def test_an_answer_to_why_it_was_won_leaves_the_reasons_another_window_named(
    journal: Journal, path: Path
) -> None:
    deal = open_deal(journal)
    price = (Tag(tag="price", taught=True),)
    journal.deals.won(deal.id, Win(buyers_reasons=price, my_reasons=price))
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("right")
        await wait_until(pilot, lambda: "Plant rollout" in row_of(app, "#list"))
        await pilot.press("w")
        await dialog(pilot, app, WonDialog)
        put(app, {"answer": "You knew our nights"})
        other = Journal(open_store(path, create=False), lambda: at("2026-11-24T13:46"))
        other.deals.set_reasons(deal.id, Whose.BUYER, (Tag(tag="service"),))
        other.store.close()
        await pilot.press("ctrl+s")
        await back_on_deals(pilot, app)
    page = journal.deals.story(deal.id)
    assert [one.text for one in page.answers] == ["You knew our nights"]
    assert [(one.tag, one.whose, one.taught) for one in page.reasons] == [
        ("service", Whose.BUYER, None),
        ("price", Whose.REP, True),
    ]


async def test_a_contracts_end_said_in_another_window_is_shown_beside_mine(
    journal: Journal, path: Path
) -> None:
    open_deal(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_deals(pilot, app)
        for answer, elsewhere, kept in (
            ("t", date(2027, 9, 30), date(2027, 9, 30)),
            ("m", None, date(2027, 3, 31)),
        ):
            await pilot.press("g")
            await dialog(pilot, app, ContractEndDialog)
            put(app, {"day": "2027-03-31"})
            other = Journal(open_store(path, create=False), lambda: at("2026-11-24T13:46"))
            other.deals.set_contract_end("Stark", elsewhere)
            await pilot.press("ctrl+s")
            await dialog(pilot, app, ChangedDialog)
            words = str(app.screen.query_one("#question").render())
            assert (
                f"Their contract ends\n   mine    2027-03-31\n   theirs  {elsewhere or '–'}"
                in words
            )
            await pilot.press(answer)
            await back_on_deals(pilot, app)
            assert journal.deals.contract_end("Stark").day == kept
            other.store.close()
