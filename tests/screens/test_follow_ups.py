"""Follow-ups in the hands of a rep: who waits, the ways back in, and what becomes of each, all by keys."""

from __future__ import annotations

from datetime import date, timedelta

from builders import activity
from on_follow_ups import (
    TUESDAY,
    back_on_follow_ups,
    deal_at,
    go_to_follow_ups,
    lost,
    put,
    undecided,
    waits,
)
from on_goals import dialog, said_in_dialog
from reading import row_of
from textual.binding import Binding
from waiting import wait_until

from journal.deal import Outcome
from journal.deal_ending import Loss
from journal.entry import Note
from journal.follow_up import FollowUpState
from journal.journal import Journal
from journal.request import Ask, RequestState
from journal.setback import Setback
from screens.account import Account
from screens.app import JournalApp
from screens.dialogs.ask import AskDialog
from screens.dialogs.closing_line import ClosingLineDialog
from screens.dialogs.fields import Choice
from screens.dialogs.follow_up import FollowUpDialog
from screens.dialogs.learned import LearnedDialog
from screens.dialogs.requests import RequestsDialog
from screens.dialogs.touch import CloseDialog, DoneDialog, MoveDialog, SkipDialog
from screens.follow_ups import FollowUps
from screens.today import Today
from screens.widgets.follow_up_list import FollowUpList
from screens.widgets.silence_panel import SilencePanel
from screens.widgets.ways_back import WaysBack

MONDAY = date(2026, 11, 23)


async def test_an_empty_list_invites_and_shows_no_zeros(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await go_to_follow_ups(pilot, app)
        invited = " Follow-ups appear when a deal is lost, or with a: follow up acme on fri."
        assert row_of(app, "#list").splitlines()[-1] == invited
        assert "Nobody is waiting." in row_of(app, "#due")
        assert "none asked yet" in row_of(app, "#place")
        assert "A deal that is lost gets its days here" in row_of(app, "#ways")
        await pilot.press("space", "v", "n", "r", "x", "f", "f", "up", "down", "escape")
        assert isinstance(app.screen, FollowUps)


async def test_the_soonest_come_first_and_of_one_day_the_most_valuable(journal: Journal) -> None:
    waits(journal, "Hooli", deal=deal_at(journal, "Hooli", 48_000).id)
    waits(journal, "Stark", deal=deal_at(journal, "Stark", 140_000).id)
    waits(journal, "Initech", MONDAY, "Ask for the criteria", deal=deal_at(journal, "I", 1).id)
    waits(journal, "Wayne", date(2026, 11, 26), "Meet procurement", reason="budget round")
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_follow_ups(pilot, app)
        header, first, second, third, fourth = row_of(app, "#list").splitlines()
        assert header.split() == ["when", "account", "worth", "what", "reason"]
        assert first.split()[:5] == ["▌!", "1", "day", "late", "Initech"]
        assert second.split()[:3] == ["today", "Stark", "140,000"]
        assert third.split() == [
            *("today", "Hooli", "48,000", "New", "date", "for", "the", "demo", "they", "cancelled")
        ]
        assert fourth.split()[:4] == ["Thu", "26", "Nov", "Wayne"]
        band = row_of(app, "#due")
        assert "touches today" in band
        assert "1 of them a day late" in band
        assert "1 more this week" in band


async def test_who_waits_is_worth_the_only_open_deal_of_the_account(journal: Journal) -> None:
    waits(journal, "Hooli")
    deal_at(journal, "Hooli", 48_000, "Search")
    waits(journal, "Stark")
    deal_at(journal, "Stark", 1_000, "One")
    deal_at(journal, "Stark", 2_000, "Two")
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_follow_ups(pilot, app)
        _, first, second = row_of(app, "#list").splitlines()
        assert first.split()[2] == "48,000"
        assert second.split()[2] == "New"
        assert app.screen.query_one("#story").border_title == "Hooli · Search"
        assert "48,000  Reaching out, day 84" in row_of(app, "#story")


async def test_nobody_waits_today_and_the_next_touch_is_named(journal: Journal) -> None:
    lost(journal, "Tyrell", MONDAY)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_follow_ups(pilot, app)
        band = row_of(app, "#due")
        assert "Nobody is waiting." in band
        assert "The next touch is Mon 30 Nov, Tyrell." in band
        first = row_of(app, "#list").splitlines()[1]
        assert first.split() == [
            *("▌Mon", "30", "Nov", "Tyrell", "lost", "Day-7", "touch", "no", "reason", "yet")
        ]


async def test_done_asks_one_optional_line_that_becomes_a_note(journal: Journal) -> None:
    one = waits(journal)
    waits(journal, "Acme")
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_follow_ups(pilot, app)
        await pilot.press("space")
        await dialog(pilot, app, DoneDialog)
        await pilot.press(*"Friday at ten", "enter")
        await back_on_follow_ups(pilot, app)
        await wait_until(pilot, lambda: "Hooli" not in row_of(app, "#list"))
        (note,) = journal.entries(TUESDAY, TUESDAY)
        assert isinstance(note, Note)
        assert (note.text, note.account) == ("Friday at ten", "Hooli")
        assert journal.follow_ups.get(one.id).state is FollowUpState.DONE
        await pilot.press("space")
        await dialog(pilot, app, DoneDialog)
        await pilot.press("enter")
        await back_on_follow_ups(pilot, app)
        await wait_until(pilot, lambda: "Nobody is waiting" in row_of(app, "#due"))
        await pilot.press("u")
        await wait_until(pilot, lambda: "Acme" in row_of(app, "#list"))


async def test_a_touch_without_a_reason_asks_for_one_and_is_skipped_without(
    journal: Journal,
) -> None:
    deal = lost(journal, "Tyrell", date(2026, 11, 17))
    journal.follow_ups.move(journal.follow_ups.lines()[0].follow_up.id, TUESDAY)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_follow_ups(pilot, app)
        assert "no reason yet" in row_of(app, "#list").splitlines()[1]
        await pilot.press("space")
        await dialog(pilot, app, DoneDialog)
        await pilot.press("enter", "enter")
        await back_on_follow_ups(pilot, app)
        await wait_until(pilot, lambda: "Nobody is waiting" in row_of(app, "#due"))
        states = [one.state for one in journal.store.follow_ups.of_deals([deal.id])[deal.id]]
        assert states.count(FollowUpState.SKIPPED) == 1
        await pilot.press("u")
        await wait_until(pilot, lambda: "today" in row_of(app, "#list").splitlines()[1])
        await pilot.press("home", "space")
        await dialog(pilot, app, DoneDialog)
        await pilot.press(*"a new plant opens", "enter", "enter")
        await back_on_follow_ups(pilot, app)
        await wait_until(pilot, lambda: "Nobody is waiting" in row_of(app, "#due"))
    done = journal.store.follow_ups.of_deals([deal.id])[deal.id][0]
    assert (done.state, done.reason) == (FollowUpState.DONE, "a new plant opens")


async def test_moved_to_a_day_off_it_is_said_and_the_cursor_goes_along(journal: Journal) -> None:
    one = waits(journal)
    waits(journal, "Acme", date(2026, 11, 26))
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_follow_ups(pilot, app)
        await pilot.press("v")
        await dialog(pilot, app, MoveDialog)
        put(app, {"day": "23.11.2026"})
        await pilot.press("enter")
        await wait_until(pilot, lambda: "is over" in said_in_dialog(app))
        put(app, {"day": "sat"})
        await wait_until(pilot, lambda: "off" in row_of(app, "#day-echo"))
        await pilot.press("enter")
        await back_on_follow_ups(pilot, app)
        await wait_until(pilot, lambda: "Sat 28 Nov" in row_of(app, "#list"))
        listed = app.screen.query_one(FollowUpList)
        await wait_until(pilot, lambda: listed.cursor == 1)
        said = [str(note.message) for note in app._notifications]
        assert any("Moved to Sat 28 Nov, a day off" in words for words in said)
    assert journal.follow_ups.get(one.id).due == date(2026, 11, 28)


async def test_skip_asks_why(journal: Journal) -> None:
    one = waits(journal)
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await go_to_follow_ups(pilot, app)
        await pilot.press("n")
        await dialog(pilot, app, SkipDialog)
        await pilot.press("enter")
        await wait_until(pilot, lambda: "why it is skipped" in said_in_dialog(app))
        await pilot.press(*"they moved", "enter")
        await back_on_follow_ups(pilot, app)
    kept = journal.follow_ups.get(one.id)
    assert (kept.state, kept.why) == (FollowUpState.SKIPPED, "they moved")


async def test_closed_for_good_takes_all_touches_of_the_deal_and_undo_brings_them_back(
    journal: Journal,
) -> None:
    deal = lost(journal, "Tyrell", MONDAY)
    waits(journal, "Acme", date(2027, 12, 1))
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_follow_ups(pilot, app)
        await pilot.press("x")
        await dialog(pilot, app, CloseDialog)
        await pilot.press(*"they were bought", "enter")
        await back_on_follow_ups(pilot, app)
        await wait_until(pilot, lambda: "Tyrell" not in row_of(app, "#list"))
        touches = journal.store.follow_ups.of_deals([deal.id])[deal.id]
        assert {(one.state, one.why) for one in touches} == {
            (FollowUpState.CLOSED, "they were bought")
        }
        await pilot.press("u")
        await wait_until(pilot, lambda: row_of(app, "#list").count("Tyrell") == 6)


async def test_a_follow_up_is_added_for_a_known_account(journal: Journal) -> None:
    journal.record(activity(on=TUESDAY, account="Acme"))
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await go_to_follow_ups(pilot, app)
        await pilot.press("a")
        await dialog(pilot, app, FollowUpDialog)
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "whom to follow up" in said_in_dialog(app))
        await pilot.press(*"acme", "enter", *"fri", "enter", "enter", *"they asked", "enter")
        await back_on_follow_ups(pilot, app)
        await wait_until(pilot, lambda: "Fri 27 Nov" in row_of(app, "#list"))
    (line,) = journal.follow_ups.lines()
    one = line.follow_up
    assert (one.account, one.what, one.reason) == ("Acme", "Call", "they asked")


async def test_what_the_four_requests_came_to_is_saved_in_one_go(journal: Journal) -> None:
    deal = lost(journal, "Tyrell", MONDAY, Loss(requests=(Ask.EVALUATION,)))
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_follow_ups(pilot, app)
        assert "E? C· A· P·" in row_of(app, "#ways")
        await pilot.press("r")
        await dialog(pilot, app, RequestsDialog)
        await pilot.press("g", "enter", *"by mail", "enter", "a")
        access: Choice[object] = app.screen.query_one("#access", Choice)
        access.index = 3
        await pilot.press("ctrl+s")
        await back_on_follow_ups(pilot, app)
        await wait_until(pilot, lambda: "E✓ C? A✗ P·" in row_of(app, "#ways"))
        assert "1 of 3" in row_of(app, "#place")
        kept = journal.store.deal_stories.requests([deal.id])[deal.id]
        assert [(one.state, one.note) for one in kept] == [
            (RequestState.GRANTED, "by mail"), (RequestState.ASKED, ""), (RequestState.REFUSED, ""),
        ]  # fmt: skip
        await pilot.press("u")
        await wait_until(pilot, lambda: "E? C· A· P·" in row_of(app, "#ways"))


async def test_requests_are_for_lost_deals_and_that_is_said(journal: Journal) -> None:
    waits(journal, "Hooli", deal=deal_at(journal, "Hooli", 1_000).id)
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await go_to_follow_ups(pilot, app)
        await pilot.press("r")
        await wait_until(
            pilot, lambda: any("after a loss" in str(note.message) for note in app._notifications)
        )


async def test_each_way_back_stands_on_a_line_of_a_year(journal: Journal) -> None:
    lost(journal, "Oscorp", date(2026, 11, 2), Loss(contract_end=date(2027, 6, 30)))
    undecided(journal, "Aperture", date(2026, 11, 3))
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_follow_ups(pilot, app)
        months, first, second, legend = row_of(app, "#ways").splitlines()
        assert months.split()[:3] == ["Nov", "Dec", "Jan"]
        assert "Oscorp" in first
        assert "◆" in first
        assert "┃" in first
        # Day 60 and the contract share a day, day 180 too, and day 365 lies beyond the year.
        assert first.count("○") == 5
        assert second.endswith("no decision")
        assert legend.split("  ")[-1].strip() == "┃ today"


async def test_the_keys_act_on_the_next_touch_of_the_way_back_that_has_the_focus(
    journal: Journal,
) -> None:
    waits(journal, "Hooli")
    lost(journal, "Oscorp", date(2026, 11, 2))
    lost(journal, "Tyrell", MONDAY)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_follow_ups(pilot, app)
        await pilot.press("tab", "down")
        await wait_until(
            pilot, lambda: "Oscorp" in str(app.screen.query_one("#story").border_title)
        )
        await pilot.press("n")
        await dialog(pilot, app, SkipDialog)
        assert "Oscorp" in row_of(app, ".about")
        assert "Day-30 touch" in row_of(app, ".about")


async def test_a_lost_deal_opens_again_once_with_a_word_of_praise(journal: Journal) -> None:
    deal = lost(journal, "Tyrell", MONDAY)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_follow_ups(pilot, app)
        await pilot.press("tab")
        await wait_until(pilot, lambda: isinstance(app.focused, WaysBack))
        await pilot.press("o")
        await wait_until(pilot, lambda: isinstance(app.screen, AskDialog))
        await pilot.press("enter")
        await back_on_follow_ups(pilot, app)
        await wait_until(
            pilot,
            lambda: any("Second place was not" in str(one.message) for one in app._notifications),
        )
        assert "1 revived, 0 won" in row_of(app, "#place")
    assert journal.deals.get(deal.id).outcome is Outcome.OPEN


async def test_enter_opens_where_we_are_with_the_account(journal: Journal) -> None:
    waits(journal, "Hooli", deal=deal_at(journal, "Hooli", 1_000).id)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_follow_ups(pilot, app)
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, Account))
        await pilot.press("escape")
        await back_on_follow_ups(pilot, app)


ASKS = "This row asks something; Enter answers it."


async def test_what_a_setback_asks_stands_in_the_list_and_is_answered_there(
    journal: Journal,
) -> None:
    hit = Setback(day=date(2026, 11, 16), type="deal lost", text="lost it", account="Tyrell")
    journal.record(hit)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_follow_ups(pilot, app)
        assert "What did the lost deal teach" in row_of(app, "#list")
        for key in "vnx":
            app.clear_notifications()
            await pilot.press(key)
            await wait_until(pilot, lambda: told(app) == [ASKS], f"{key}: {told(app)}")
            assert isinstance(app.screen, FollowUps)
        await pilot.press("space")
        await dialog(pilot, app, LearnedDialog)


def told(app: JournalApp) -> list[str]:
    """What was said to the rep so far."""
    return [str(note.message) for note in app._notifications]


async def test_silence_says_next_and_lays_the_day_to_ask_again(journal: Journal) -> None:
    journal.record(activity("email", on=date(2026, 11, 9), account="Soylent"))
    waits(journal, "Hooli")
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_follow_ups(pilot, app)
        assert "Next! closing line ready" in row_of(app, "#silence")
        await pilot.press("tab", "tab", "tab")
        await wait_until(pilot, lambda: isinstance(app.focused, SilencePanel))
        await pilot.press("enter")
        await dialog(pilot, app, ClosingLineDialog)
        assert "Next lead  Hooli" in row_of(app, ".about")
        await pilot.press("ctrl+s")
        await back_on_follow_ups(pilot, app)
        await wait_until(pilot, lambda: "closed, again 22 Feb" in row_of(app, "#silence"))
    laid = journal.store.people.follow_ups_of("Soylent")[0]
    assert (laid.due, laid.reason) == (
        date(2027, 2, 22),
        "no answer to what was sent on 9 Nov 2026",
    )


async def test_more_are_read_when_the_cursor_comes_near_the_end(journal: Journal) -> None:
    for number in range(230):
        waits(journal, f"No {number:03}", TUESDAY + timedelta(days=number))
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await go_to_follow_ups(pilot, app)
        listed = app.screen.query_one(FollowUpList)
        assert listed.count() == 100
        for count in (200, 230, 230):
            await pilot.press("end")
            await wait_until(pilot, lambda count=count: listed.count() == count)
        await wait_until(pilot, lambda: "No 229" in row_of(app, "#list"))


async def test_from_todays_list_one_key_leads_to_where_they_are_acted_on(journal: Journal) -> None:
    waits(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: isinstance(app.screen, Today))
        app.screen.set_focus(app.screen.query_one("#due"))
        await pilot.press("5")
        await back_on_follow_ups(pilot, app)


async def test_story_and_silence_take_the_place_of_the_ways_where_not_all_fits(
    journal: Journal,
) -> None:
    waits(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_follow_ups(pilot, app)
        assert not app.screen.query_one("#below").display
        await pilot.press("f")
        await wait_until(pilot, lambda: "Reason   they cancelled" in row_of(app, "#story"))
        assert not app.screen.query_one("#ways").display
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(app.focused, FollowUpList))
        assert app.screen.query_one("#ways").display


async def test_the_panels_follow_each_other_with_tab(journal: Journal) -> None:
    waits(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_follow_ups(pilot, app)
        for panel in ("ways", "story", "silence", "list"):
            await pilot.press("tab")
            await wait_until(
                pilot, lambda panel=panel: (app.focused.id if app.focused else "") == panel, panel
            )


async def test_the_row_of_keys_names_six_and_each_key_has_its_help(journal: Journal) -> None:
    waits(journal)
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await go_to_follow_ups(pilot, app)
        keys = "Space Done  v Move  n Skip  Enter Open deal  r Requests  x Close for good"
        assert row_of(app, "#keys").strip() == keys
    assert all(one.id and one.tooltip for one in FollowUps.BINDINGS[:9] if isinstance(one, Binding))
