"""A save that changed nothing offers no key that would take back what was done before it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from builders import activity
from on_deals import TUESDAY, open_deal, tick_all
from on_follow_ups import lost, waits
from on_goals import dialog, year
from on_setbacks import hit, put, worked_through
from reading import all_text, row_of
from textual.pilot import Pilot
from textual.screen import Screen
from visiting import focus_on, on_page
from waiting import wait_until

from journal.deal_ending import Tag, Win
from journal.deal_story import Whose
from journal.goal import Form
from journal.journal import Journal
from journal.meeting import Meeting
from journal.setback_work import Check
from screens.app import JournalApp
from screens.dialogs.ask import AskDialog
from screens.dialogs.chance import ChanceDialog
from screens.dialogs.check_in import CheckInDialog
from screens.dialogs.contact import ContactDialog
from screens.dialogs.deal import DealDialog
from screens.dialogs.deal_day import ContractEndDialog
from screens.dialogs.deal_story import StoryDialog
from screens.dialogs.entry import EntryDialog
from screens.dialogs.goal import GoalDialog
from screens.dialogs.learned import LearnedDialog
from screens.dialogs.meeting import MeetingDialog
from screens.dialogs.next_step import NextStepDialog
from screens.dialogs.purpose import PurposeDialog
from screens.dialogs.redate import RedateDialog
from screens.dialogs.requests import RequestsDialog
from screens.dialogs.touch import MoveDialog
from screens.dialogs.won import WonDialog
from screens.dialogs.work_through import WorkThroughDialog
from screens.evening import Evening
from screens.morning import Morning
from screens.today import Today
from screens.widgets.so_far import SoFar
from storage.store import SqliteStore

SAME = "Nothing differs from what is there already"
OFFERED = "u takes it back"

STANDING = "SELECT count(*) FROM action WHERE undone IS NULL"


def done(store: SqliteStore) -> int:
    """How many things stand that u would take back, one after the other."""
    return int(store.database.rows(STANDING)[0][0])


def told(app: JournalApp) -> str:
    """All that was said, on a page of its own or in the row of the day."""
    heard = row_of(app, "#heard") if isinstance(app.screen, Today) else ""
    return "\n".join([*(str(one.message) for one in app._notifications), heard])


def a_goal(journal: Journal) -> None:
    year(journal)


def a_number(journal: Journal) -> None:
    goals = journal.goals
    number = goals.add(
        goals.new(
            form=Form.GOAL, title="20 teams on of night shifts", measure="number", target=20,
            due=date(2026, 12, 31), start=date(2026, 1, 1),
        )
    )  # fmt: skip
    goals.check_in(number.id, 500)


def a_deal(journal: Journal) -> None:
    deal = open_deal(journal, close=date(2026, 12, 18))
    tick_all(journal, deal)
    journal.deals.set_forecast(deal.id, 0.6, date(2026, 12, 15))
    story = journal.store.deal_stories.story(deal.id)
    journal.deals.keep_story(replace(story, changed="a new plant"))
    journal.deals.add_contact("Stark", "Dana", "buyer", advocate=True)
    journal.deals.set_contract_end("Stark", date(2027, 3, 31))


def a_meeting(journal: Journal) -> None:
    entry = journal.record(activity("meeting", 1, TUESDAY, account="Globex")).entry
    journal.meetings.keep(Meeting(activity=entry.id, talk_share=40, questions=12))


def a_loss(journal: Journal) -> None:
    lost(journal, "Hooli", TUESDAY)


def a_told_loss(journal: Journal) -> None:
    deal = lost(journal, "Hooli", TUESDAY)
    journal.deals.set_reasons(deal.id, Whose.BUYER, [Tag(tag="price")])


def a_setback(journal: Journal) -> None:
    found = hit(journal, account="Hooli", on=date(2026, 11, 16))
    worked_through(journal, found)
    journal.setbacks.next_step(found.id, "call the sponsor", date(2026, 11, 26))
    journal.setbacks.answer(
        Check(setback=found.id, after=7, day=TUESDAY, sting=2, learned="ask early")
    )


def a_follow_up(journal: Journal) -> None:
    waits(journal, on=date(2026, 11, 26))


def a_purpose(journal: Journal) -> None:
    journal.set_purpose("Home for dinner")


Setup = Callable[[Journal], None]
Ways = tuple[tuple[str, type[Screen[object]]], ...]

UNCHANGED: dict[str, tuple[Setup, str, Ways]] = {
    "the purpose": (a_purpose, "1", (("P", PurposeDialog),)),
    "notes on a meeting": (a_meeting, "1", (("l", MeetingDialog),)),
    "a goal": (a_goal, "2", (("enter", GoalDialog),)),
    "a goal's day": (a_goal, "2", (("r", RedateDialog),)),
    "a deal": (a_deal, "3", (("c", DealDialog),)),
    "a chance": (a_deal, "3", (("h", ChanceDialog),)),
    "a story": (a_deal, "3", (("t", StoryDialog),)),
    "a contract's end": (a_deal, "3", (("g", ContractEndDialog),)),
    "a contact": (
        a_deal, "3", (("n", AskDialog), ("enter", AskDialog), ("enter", ContactDialog)),
    ),
    "a setback": (a_setback, "4", (("c", EntryDialog),)),
    "thoughts": (a_setback, "4", (("w", WorkThroughDialog),)),
    "a next step": (a_setback, "4", (("n", NextStepDialog),)),
    "what it taught": (a_setback, "4", (("l", LearnedDialog),)),
    "a follow-up's day": (a_follow_up, "5", (("v", MoveDialog),)),
    "no request": (a_loss, "5", (("r", RequestsDialog),)),
}  # fmt: skip


async def goes_to(pilot: Pilot[None], app: JournalApp, page: str) -> None:
    """Press the number of a page and wait for the cursor to stand in its list."""
    await pilot.press(page)
    await focus_on(pilot, app, "counts" if page == "1" else "list")


async def opened(
    pilot: Pilot[None], app: JournalApp, pressed: str, kind: type[Screen[object]]
) -> None:
    """Press keys and wait for a dialog to stand there that stood not there before."""
    below = app.screen
    await pilot.press(*pressed.split())
    await wait_until(pilot, lambda: app.screen is not below, f"{kind.__name__} by {pressed}")
    await dialog(pilot, app, kind)


@pytest.mark.parametrize(("stands", "page", "ways"), UNCHANGED.values(), ids=UNCHANGED)
async def test_a_save_offers_to_take_back_what_it_kept_and_never_what_was_done_before_it(
    journal: Journal, store: SqliteStore, stands: Setup, page: str, ways: Ways
) -> None:
    stands(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await goes_to(pilot, app, page)
        before = done(store)
        for pressed, kind in ways:
            await opened(pilot, app, pressed, kind)
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: SAME in told(app) or OFFERED in told(app), told(app))
        assert (OFFERED in told(app)) == (done(store) > before)


async def test_an_entry_of_today_that_is_saved_unchanged_offers_nothing(
    journal: Journal, store: SqliteStore
) -> None:
    a_meeting(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await goes_to(pilot, app, "1")
        app.screen.set_focus(app.screen.query_one(SoFar))
        await focus_on(pilot, app, "so-far")
        await opened(pilot, app, "enter", EntryDialog)
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: SAME in row_of(app, "#heard"))
        assert done(store) == 2


async def test_a_morning_page_read_and_saved_leaves_the_call_before_it_alone(
    journal: Journal, store: SqliteStore
) -> None:
    journal.day_pages.plan_day(["Call Dana"])
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await goes_to(pilot, app, "1")
        await pilot.press("c")
        await wait_until(pilot, lambda: OFFERED in row_of(app, "#heard"))
        await pilot.press("m")
        await on_page(pilot, app, Morning)
        await pilot.press("ctrl+s")
        await on_page(pilot, app, Today)
        await wait_until(pilot, lambda: SAME in row_of(app, "#heard"))
        assert OFFERED not in row_of(app, "#heard")
        assert done(store) == 2


async def test_an_evening_closed_twice_in_one_moment_is_kept_once(
    journal: Journal, store: SqliteStore
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await goes_to(pilot, app, "1")
        for said, kept in ((OFFERED, 1), (SAME, 1)):
            await pilot.press("e")
            await on_page(pilot, app, Evening)
            await pilot.press("ctrl+s")
            await on_page(pilot, app, Today)
            await wait_until(pilot, lambda said=said: said in row_of(app, "#heard"))
            assert done(store) == kept


async def test_a_number_that_stands_where_it_stood_is_no_check_in(
    journal: Journal, store: SqliteStore
) -> None:
    a_number(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await goes_to(pilot, app, "2")
        await opened(pilot, app, "space", CheckInDialog)
        put(app, {"value": "5"})
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: SAME in told(app))
        assert done(store) == 2


async def test_a_way_back_that_is_laid_is_said_to_be_and_the_loss_stays(
    journal: Journal, store: SqliteStore
) -> None:
    deal = lost(journal, "Hooli", TUESDAY)
    before = done(store)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await goes_to(pilot, app, "3")
        await pilot.press("right", "right", "y")
        already = "Hooli · Data hub: its way back is laid already"
        await wait_until(pilot, lambda: already in told(app), told(app))
        assert OFFERED not in told(app)
    assert done(store) == before
    assert not journal.deals.get(deal.id).is_open


async def test_a_point_that_was_ticked_in_a_pitch_is_not_ticked_again(
    journal: Journal, store: SqliteStore
) -> None:
    won = open_deal(journal, "Initech", "Retrofit")
    journal.deals.won(won.id, Win(buyers_reasons=(Tag(tag="night shift"),)))
    shown = journal.record(activity("demo", 1, TUESDAY, account="Globex")).entry
    journal.deals.tick_point(shown.id, "night shift")
    before = done(store)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await goes_to(pilot, app, "1")
        await opened(pilot, app, "k", AskDialog)
        await opened(pilot, app, "enter", AskDialog)
        await pilot.press("enter")
        await wait_until(pilot, lambda: SAME in told(app) or OFFERED in told(app), told(app))
        assert (OFFERED in told(app)) == (done(store) > before)


async def test_saying_nothing_new_of_a_lost_deal_is_refused_and_keeps_nothing(
    journal: Journal, store: SqliteStore
) -> None:
    a_told_loss(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await goes_to(pilot, app, "3")
        before = done(store)
        await opened(pilot, app, "right right w", WonDialog)
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "Write what they said, or a reason." in all_text(app))
        assert isinstance(app.screen, WonDialog)
        assert done(store) == before
