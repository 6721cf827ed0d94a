"""How a meeting went is offered right after it is logged, and asked for later from where it stands."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import activity
from on_deals import TUESDAY, go_to_deals, on_account, open_deal
from on_goals import dialog, said_in_dialog
from on_setbacks import put
from reading import all_text, row_of
from textual.pilot import Pilot
from waiting import wait_until

from journal.journal import Journal
from journal.meeting import Meeting
from screens.app import JournalApp
from screens.dialogs.ask import AskDialog
from screens.dialogs.meeting import MeetingDialog
from screens.today import Today


def heard(app: JournalApp) -> str:
    return row_of(app, "HeardRow")


async def back_on_today(pilot: Pilot[None], app: JournalApp) -> None:
    await wait_until(pilot, lambda: isinstance(app.screen, Today), "Today")


async def test_after_a_meeting_one_key_asks_how_it_went_and_esc_leaves_it(
    journal: Journal,
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("a", *"meeting globex", "enter")
        await wait_until(pilot, lambda: "l how it went" in heard(app))
        await pilot.press("l")
        await dialog(pilot, app, MeetingDialog)
        await pilot.press("escape")
        await back_on_today(pilot, app)
        await pilot.press("l")
        await dialog(pilot, app, MeetingDialog)
        await pilot.press(*"40", "enter", *"12", "enter", *"Bob", "enter")
        put(app, {"learned": "two shifts", "they_learned": "we do nights [/]"})
        await pilot.press("enter", "enter")
        await back_on_today(pilot, app)
        await wait_until(pilot, lambda: "how the meeting with Globex went" in heard(app))
        (met,) = journal.meetings.held()
        notes = journal.meetings.of(met.id)
        assert replace(notes, rev=0) == Meeting(
            activity=met.id, talk_share=40, questions=12, silent="Bob", learned="two shifts",
            they_learned="we do nights [/]",
        )  # fmt: skip
        await pilot.press("u")
        await wait_until(pilot, lambda: not journal.meetings.of(met.id).rev)


async def test_a_counted_meeting_is_asked_about_and_a_call_is_not(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c")
        await wait_until(pilot, lambda: "1 call" in heard(app))
        assert "how it went" not in heard(app)
        await pilot.press("l")
        await wait_until(pilot, lambda: "No meeting is logged yet" in heard(app))
        await pilot.press("t")
        await wait_until(pilot, lambda: "l how it went" in heard(app))
        await pilot.press("l")
        await dialog(pilot, app, MeetingDialog)


@pytest.mark.usefixtures("quickly")
async def test_a_word_that_begins_with_the_key_stands_in_the_line(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press(*"log call 3 acme")
        await wait_until(pilot, lambda: app.screen.query_one("#line").value == "log call 3 acme")
        assert isinstance(app.screen, Today)


async def test_what_cannot_be_is_said_and_nothing_is_lost(journal: Journal) -> None:
    journal.record(activity("demo", 1, TUESDAY, "Hooli"))
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("l")
        await dialog(pilot, app, MeetingDialog)
        put(app, {"talked": "140 %", "learned": "much"})
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "no rate from 0 to 100 %" in said_in_dialog(app))
        put(app, {"talked": "40 %", "questions": "-3"})
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "Questions are a whole number" in said_in_dialog(app))
        put(app, {"questions": "1001"})
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "from 0 to 1,000" in said_in_dialog(app))
        put(app, {"questions": ""})
        await pilot.press("ctrl+s")
        await back_on_today(pilot, app)
    (met,) = journal.meetings.held()
    assert (journal.meetings.of(met.id).talk_share, journal.meetings.of(met.id).learned) == (
        40, "much",
    )  # fmt: skip


async def test_from_a_deal_one_of_its_meetings_is_chosen_and_its_notes_stand_in_the_story(
    journal: Journal,
) -> None:
    open_deal(journal)
    for kind in ("meeting", "demo", "call"):
        journal.record(activity(kind, 1, TUESDAY, "Stark"))
    journal.record(activity("meeting", 1, TUESDAY, "Hooli"))
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_deals(pilot, app)
        await pilot.press("enter")
        await on_account(pilot, app)
        await pilot.press("l")
        await dialog(pilot, app, AskDialog)
        assert "Hooli" not in all_text(app)
        await pilot.press("d")
        await dialog(pilot, app, MeetingDialog)
        put(app, {"talked": "35", "learned": "the plant opens in May"})
        await pilot.press("ctrl+s")
        await on_account(pilot, app)
        told = "Demo (talked 35 %; I learned: the plant opens in May)"
        await wait_until(pilot, lambda: told in " ".join(row_of(app, "#story-text").split()))
        await pilot.press("l")
        await dialog(pilot, app, AskDialog)
        await wait_until(pilot, lambda: "✓ notes" in all_text(app))


async def test_notes_saved_in_another_window_are_shown_beside_mine(journal: Journal) -> None:
    met = journal.record(activity("meeting", 1, TUESDAY, "Stark")).entry
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("l")
        await dialog(pilot, app, MeetingDialog)
        journal.meetings.keep(Meeting(activity=met.id, questions=9))
        put(app, {"questions": "4"})
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "It was saved elsewhere" in all_text(app))
        await pilot.press("m")
        await back_on_today(pilot, app)
    assert journal.meetings.of(met.id).questions == 4
