"""A setback written down in 20 seconds, from any page: Enter three times, and nothing else is asked."""

from __future__ import annotations

from datetime import date, time
from pathlib import Path

import pytest
from builders import activity, at
from on_goals import go_to_goals, said_in_dialog
from on_setbacks import TUESDAY, back_on_setbacks, go_to_setbacks, put
from reading import all_text, row_of
from textual.events import Paste
from textual.pilot import Pilot
from textual.widgets import Static
from waiting import wait_until

from journal.deal import Deal
from journal.journal import Journal
from journal.money import Money
from journal.setback import TYPES, Setback
from journal.shown import shown_lines
from screens.app import JournalApp
from screens.dialogs.depth import Depth
from screens.dialogs.fields import Choice, Line, Words
from screens.dialogs.setback import SetbackDialog
from screens.dialogs.setback_types import TypeGrid
from screens.goals import Goals
from screens.setback_words import SAVED
from screens.today import Today
from screens.widgets.goal_chance import GoalChance
from storage.store import open_store

HOSTILE = (
    "[/]",
    "[/b] [@click=app.quit]x[/]",
    "\x1b[31mred\x1b]0;title\x07",
    "\u202ertl\u202c \u05d0\u05d1\u05d2",
    "👩\u200d💻 e\u0301 漢字",
    "\x00\x7f\x9b",
    "x" * 5_000,
    "two\nlines [/",
)


async def opened(pilot: Pilot[None], app: JournalApp) -> SetbackDialog:
    """Press s and wait for the dialog to have the focus on its types."""
    await pilot.press("s")
    await wait_until(pilot, lambda: isinstance(app.focused, TypeGrid), "the dialog")
    assert isinstance(app.screen, SetbackDialog)
    return app.screen


def the_setback(journal: Journal, on: date = TUESDAY) -> Setback:
    """The only entry of a day."""
    (entry,) = journal.entries(on, on)
    assert isinstance(entry, Setback)
    return entry


@pytest.mark.parametrize("size", [(80, 24), (120, 40), (200, 60)])
async def test_three_times_enter_saves_it_and_that_is_enough_for_now(
    journal: Journal, size: tuple[int, int]
) -> None:
    journal.set_purpose("Home for dinner at six [/]")
    app = JournalApp(journal)
    async with app.run_test(size=size) as pilot:
        dialog = await opened(pilot, app)
        assert "“Home for dinner at six [/]”" in str(dialog.query_one(".about", Static).content)
        assert all(name in row_of(app, "#type") for name in TYPES)
        hints = dialog.query_one("#hints").region
        assert hints.bottom <= size[1] - 1
        await pilot.press("m", "enter", *"hooli called off the demo", "enter", "4", "enter")
        await wait_until(pilot, lambda: isinstance(app.screen, Today), "Today again")
        await wait_until(pilot, lambda: SAVED in row_of(app, "#heard"))
    entry = the_setback(journal)
    assert (entry.type, entry.sting) == ("meeting cancelled", 4)
    assert entry.text == "hooli called off the demo"
    assert (entry.day, entry.time) == (TUESDAY, time(13, 45))


async def test_what_is_left_open_is_taken_from_the_words(journal: Journal) -> None:
    journal.record(activity("call", 1, TUESDAY, "Tyrell"))
    journal.remove(1)
    journal.record(activity("call", 1, date(2026, 11, 23), "Tyrell"))
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app)
        await pilot.press("enter", *"tyrell chose the incumbent")
        await wait_until(pilot, lambda: "Setback: deal lost, with Tyrell" in said_in_dialog(app))
        assert app.screen.query_one(TypeGrid).told == "deal lost"
        assert app.screen.query_one("#account", Line).offered == "Tyrell"
        await pilot.press("enter", "+", "enter")
        await wait_until(pilot, lambda: isinstance(app.screen, Today))
    entry = the_setback(journal)
    assert (entry.type, entry.sting, entry.account) == ("deal lost", 10, "Tyrell")


async def test_account_deal_and_day_can_be_said_otherwise(journal: Journal) -> None:
    for name in ("Search add-on", "Renewal"):
        with journal.writing("a deal"):
            journal.store.deals.add(Deal(name=name, account="Hooli", amount=Money(100, "EUR")))
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await opened(pilot, app)
        await pilot.press("enter", *"hooli pushed the renewal")
        deal: Choice[object] = app.screen.query_one("#deal", Choice)
        await wait_until(pilot, lambda: deal.value == 2, "the deal that the words name")
        put(app, {"account": "-"})
        await wait_until(pilot, lambda: deal.value is None)
        put(app, {"account": "hooli", "day": "yesterday"})
        await wait_until(pilot, lambda: deal.value == 2)
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: isinstance(app.screen, Today))
    entry = the_setback(journal, date(2026, 11, 23))
    assert (entry.account, entry.deal, entry.time) == ("Hooli", 2, None)
    assert entry.text == "hooli pushed the renewal"


async def test_without_open_deals_there_is_no_row_for_them(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app)
        for name in ("words", "sting", "account", "day", "type"):
            await pilot.press("tab")
            await wait_until(
                pilot, lambda name=name: (app.focused.id if app.focused else "") == name, name
            )
        await pilot.press("shift+tab")
        await wait_until(pilot, lambda: app.focused is app.screen.query_one("#day"))


async def test_a_day_ahead_is_refused_with_one_sentence_and_nothing_is_lost(
    journal: Journal,
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app)
        put(app, {"words": "it will go wrong", "day": "tomorrow"})
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "has not come yet" in said_in_dialog(app))
        assert app.screen.query_one("#words", Words).text == "it will go wrong"
        assert app.focused is app.screen.query_one("#day")
        put(app, {"day": "1.2.2020"})
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: isinstance(app.screen, Today))
    assert the_setback(journal, date(2020, 2, 1)).text == "it will go wrong"


async def test_without_words_the_dialog_asks_for_them(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await opened(pilot, app)
        await pilot.press("d", "enter", "enter", "enter")
        await wait_until(pilot, lambda: "Say what happened" in said_in_dialog(app))
        assert isinstance(app.focused, Words)
    assert not journal.entries(TUESDAY, TUESDAY)


async def test_keys_pressed_before_the_dialog_stands_there_are_not_lost(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_goals(pilot, app)
        await wait_until(pilot, lambda: app.screen.query_one(GoalChance).is_read)
        for key in ("s", "d", "enter"):
            app.simulate_key(key)
        await wait_until(pilot, lambda: isinstance(app.focused, Words), "what happened")
        assert app.screen.query_one(TypeGrid).value == "deal lost"
        await pilot.press(*"acme", "enter", "enter")
        await wait_until(pilot, lambda: isinstance(app.screen, Goals))
        await wait_until(pilot, lambda: any(SAVED in n.message for n in app._notifications))


async def test_whoever_types_faster_than_the_dialog_logs_what_was_typed(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app)
        await wait_until(pilot, lambda: isinstance(app.focused, TypeGrid), "the types")
        for key in ("d", "enter", *"unwanted", "enter", "7", "enter"):
            app.simulate_key(key)
        await wait_until(pilot, lambda: isinstance(app.screen, Today))
    saved = the_setback(journal)
    assert (saved.type, saved.text, saved.sting) == ("deal lost", "unwanted", 7)


async def test_on_setbacks_the_cursor_goes_to_the_new_one(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_setbacks(pilot, app)
        for words in ("first", "second"):
            await opened(pilot, app)
            await pilot.press("o", "enter", *words, "enter", "enter")
            await back_on_setbacks(pilot, app)
            await wait_until(pilot, lambda words=words: words in row_of(app, "#card"), words)
        # The list grows by a row with the next layout.
        await wait_until(pilot, lambda: len(row_of(app, "#list").splitlines()) == 3)
        await pilot.press("u")
        await wait_until(pilot, lambda: "second" not in row_of(app, "#list"))


async def test_what_was_typed_and_left_is_offered_again(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_setbacks(pilot, app)
        await opened(pilot, app)
        await pilot.press("d", "enter", *"they chose", "enter", "7", "escape")
        await back_on_setbacks(pilot, app)
        dialog = await opened(pilot, app)
        assert dialog.query_one("#words", Words).text == "they chose"
        assert dialog.query_one(TypeGrid).value == "deal lost"
        assert dialog.query_one(Depth).value == 7
        await pilot.press("ctrl+s")
        await back_on_setbacks(pilot, app)
        dialog = await opened(pilot, app)
        assert dialog.query_one("#words", Words).text == ""
        assert dialog.query_one(TypeGrid).value is None


async def test_arrows_and_clicks_choose_a_type(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        dialog = await opened(pilot, app)
        grid = dialog.query_one(TypeGrid)
        for keys, name in (
            (("down",), "no call-back"),
            (("down", "right"), "sponsor left"),
            (("up",), "unwanted target"),
            (("n",), "new approval process"),
            (("n",), "no call-back"),
            (("left",), "no call-back"),
        ):
            await pilot.press(*keys)
            await wait_until(pilot, lambda name=name: grid.value == name, name)
        await pilot.press("backspace")
        await wait_until(pilot, lambda: grid.value is None)
        await pilot.click(TypeGrid, offset=(25, 7))
        await wait_until(pilot, lambda: grid.value == "other")


@pytest.mark.parametrize("words", HOSTILE)
async def test_no_words_break_the_dialog_and_all_of_them_are_kept(
    journal: Journal, words: str
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await opened(pilot, app)
        await pilot.press("tab")
        app.post_message(Paste(f"lost {words}"))
        field = app.screen.query_one("#words", Words)
        await wait_until(pilot, lambda: field.text.startswith("lost "))
        await pilot.press("enter", "tab")
        app.post_message(Paste(words[:100]))
        await wait_until(pilot, lambda: bool(app.screen.query_one("#account", Line).value))
        assert "\x1b" not in all_text(app)
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: isinstance(app.screen, Today))
    assert the_setback(journal).text == shown_lines(f"lost {words}")


async def test_another_window_saves_meanwhile_and_both_stand_there(
    journal: Journal, path: Path
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_setbacks(pilot, app)
        await opened(pilot, app)
        await pilot.press("o", "enter", *"mine")
        other = Journal(open_store(path, create=False), lambda: at("2026-11-24T13:46"))
        other.record(Setback(day=TUESDAY, text="theirs"))
        await pilot.press("enter", "enter")
        await back_on_setbacks(pilot, app)
        await wait_until(pilot, lambda: "mine" in row_of(app, "#list"))
        await wait_until(pilot, lambda: "theirs" in row_of(app, "#list"))
        other.store.close()
