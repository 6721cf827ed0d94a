"""Setbacks in the hands of a rep: what came of each, what is asked now, and back again, all by keys."""

from __future__ import annotations

from datetime import date, timedelta

from on_goals import dialog, said_in_dialog
from on_setbacks import (
    TUESDAY,
    back_on_setbacks,
    go_to_setbacks,
    hit,
    put,
    steady,
    worked_through,
)
from reading import row_of
from textual.binding import Binding
from waiting import wait_until

from journal.follow_up import FollowUpState
from journal.journal import Journal
from screens.app import JournalApp
from screens.dialogs.depth import Depth
from screens.dialogs.fields import Choice
from screens.dialogs.learned import LearnedDialog
from screens.dialogs.next_step import NextStepDialog
from screens.dialogs.setback import SetbackDialog
from screens.dialogs.stronger import StrongerDialog
from screens.dialogs.work_through import WorkThroughDialog
from screens.setbacks import Setbacks
from screens.today import Today
from screens.widgets.back_curve import BackCurve
from screens.widgets.setback_list import SetbackList


async def test_an_empty_list_invites_and_shows_no_zeros(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await go_to_setbacks(pilot, app)
        assert "Nothing has hit you yet" in row_of(app, "#list")
        assert "Measured from five setbacks on" in row_of(app, "#back")
        assert "You have none yet." in row_of(app, "#back")
        await pilot.press("n")
        said = "No setback is written down yet; s writes one."
        await wait_until(pilot, lambda: said in [str(n.message) for n in app._notifications])
        assert "0" not in row_of(app, "#back") + row_of(app, "#often") + row_of(app, "#card")
        await pilot.press("n", "l", "c", "w", "delete", "up", "down", "f", "escape")
        await wait_until(pilot, lambda: isinstance(app.screen, (Setbacks, SetbackDialog)))


async def test_the_number_is_the_median_and_what_it_rests_on_stands_beside_it(
    journal: Journal,
) -> None:
    steady(journal)
    for week in range(6):
        hit(journal, f"lost {week}", TUESDAY - timedelta(days=7 + 7 * week), type_="deal lost")
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_setbacks(pilot, app)
        assert "working day (median)" in row_of(app, "#back")
        assert "6 setbacks, 0 not yet back" in row_of(app, "#back")
        first, *_ = row_of(app, "#often").splitlines()
        assert first.split()[:2] == ["deal", "lost"]
        assert "6   median back 1 day" in first
        curve = row_of(app, "#curve").splitlines()
        assert curve[0].endswith("100 %")
        assert curve[1].endswith("0 %  ← half")
        assert "share not yet back at the usual pace" in curve[2]


async def test_under_five_the_list_says_from_when_on_it_is_measured(journal: Journal) -> None:
    steady(journal)
    for day in (17, 10, 3):
        hit(journal, "lost it", date(2026, 11, day))
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await go_to_setbacks(pilot, app)
        assert "–" not in row_of(app, "#list").splitlines()[1]
        assert "Measured from five setbacks on" in row_of(app, "#back")
        assert "You have 3." in row_of(app, "#back")


async def test_each_says_what_came_of_it_and_the_card_tells_its_story(journal: Journal) -> None:
    steady(journal)
    journal.set_purpose("To be the first one our customers call")
    asked = hit(journal, "RFP came out without us", date(2026, 11, 16), account="Wayne")
    worked_through(journal, asked, "we are never in early enough")
    journal.setbacks.next_step(asked.id, "call the sponsor", date(2026, 11, 26))
    hit(journal, "Hooli cancelled the demo")
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_setbacks(pilot, app)
        header, first, second = row_of(app, "#list").splitlines()
        assert header.split()[:2] == ["day", "type"]
        assert "Tue 24 Nov" in first
        assert "▸ open" in first
        assert "Wayne: RFP came out without us" in second
        assert "? ask, day 7" in second
        assert "call the sponsor by" in second
        await pilot.press("down")
        await wait_until(pilot, lambda: "never in early" in row_of(app, "#card"))
        card = row_of(app, "#card")
        assert "“To be the first one our customers call”" in card
        assert "mine 30 %, theirs 50 %, circumstance 20 %" in card
        assert "? Seven days on: what did it teach you?" in card
        assert "Enter answers" in card


async def test_enter_answers_what_is_asked_and_it_stands_in_the_stronger_list(
    journal: Journal,
) -> None:
    asked = hit(journal, "Tyrell chose the incumbent", date(2026, 11, 16), sting=8)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_setbacks(pilot, app)
        await pilot.press("enter")
        await dialog(pilot, app, LearnedDialog)
        await pilot.press("2", "enter", *"ask for the criteria", "enter", *"ask early", "enter")
        await wait_until(pilot, lambda: app.screen.focused is app.screen.query_one("#stronger"))
        await pilot.press("s", "enter")
        await back_on_setbacks(pilot, app)
        await wait_until(pilot, lambda: "✓ stronger" in row_of(app, "#list"))
        await pilot.press("g")
        await wait_until(pilot, lambda: isinstance(app.screen, StrongerDialog))
        told = row_of(app, "#lines")
        assert "Tyrell chose the incumbent" in told
        assert "ask for the criteria" in told
        await pilot.press("enter")
        await back_on_setbacks(pilot, app)
    (check,) = journal.setbacks.story(asked.id).checks
    assert (check.after, check.sting, check.learned, check.differently, check.stronger) == (
        7, 2, "ask for the criteria", "ask early", True,
    )  # fmt: skip


async def test_one_is_worked_through_with_enter_alone_and_taken_back_whole(
    journal: Journal,
) -> None:
    one = hit(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_setbacks(pilot, app)
        await pilot.press("enter")
        await dialog(pilot, app, WorkThroughDialog)
        await pilot.press(*"they hate us", "enter", "3", "enter", "+", "enter", "enter")
        await wait_until(pilot, lambda: app.screen.focused is app.screen.query_one("#mine"))
        await pilot.press(*"30", "enter", *"50", "enter")
        await wait_until(pilot, lambda: app.screen.query_one("#circumstance").value == "20")
        await pilot.press("enter", *"the agenda", "enter", "enter", "enter", "enter")
        await wait_until(pilot, lambda: app.screen.focused is app.screen.query_one("#step"))
        await pilot.press(*"send two dates", "enter", "enter")
        await back_on_setbacks(pilot, app)
        await wait_until(pilot, lambda: "they hate us" in row_of(app, "#card"))
        line = journal.setbacks.story(one.id)
        thoughts, step = line.thoughts, line.next_step
        assert thoughts is not None
        assert step is not None
        assert (thoughts.belief, thoughts.permanent, thoughts.pervasive, thoughts.personal) == (
            "they hate us", 3, 10, None,
        )  # fmt: skip
        assert (thoughts.mine, thoughts.theirs, thoughts.circumstance) == (30, 50, 20)
        assert thoughts.in_control == "the agenda"
        assert (step.what, step.due) == ("send two dates", date(2026, 11, 25))
        assert step in journal.due(date(2026, 11, 25))
        await pilot.press("u")
        await wait_until(pilot, lambda: journal.setbacks.story(one.id).thoughts is None)
        assert journal.setbacks.story(one.id).next_step is None


async def test_shares_fill_each_other_up_to_a_hundred(journal: Journal) -> None:
    hit(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_setbacks(pilot, app)
        await pilot.press("enter")
        await dialog(pilot, app, WorkThroughDialog)
        put(app, {"theirs": "70"})
        await pilot.pause()
        put(app, {"circumstance": "10"})
        await wait_until(pilot, lambda: app.screen.query_one("#mine").value == "20")
        put(app, {"mine": "50"})
        await wait_until(pilot, lambda: app.screen.query_one("#theirs").value == "40")
        put(app, {"mine": "95"})
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "make 100 % together" in said_in_dialog(app))
        put(app, {"mine": "x"})
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "whole number from 0 to 100" in said_in_dialog(app))


async def test_the_next_step_stands_in_the_list_and_its_day_is_not_over(journal: Journal) -> None:
    one = hit(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_setbacks(pilot, app)
        await pilot.press("n")
        await dialog(pilot, app, NextStepDialog)
        await pilot.press("enter", "enter")
        await wait_until(pilot, lambda: "what is to be done" in said_in_dialog(app))
        put(app, {"step": "new date by Thursday", "due": "23.11.2026"})
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "is over" in said_in_dialog(app))
        put(app, {"due": "thu"})
        await pilot.press("ctrl+s")
        await back_on_setbacks(pilot, app)
        await wait_until(pilot, lambda: "new date by Thurs" in row_of(app, "#list"))
        await pilot.press("n")
        await dialog(pilot, app, NextStepDialog)
        put(app, {"due": "fri"})
        await pilot.press("ctrl+s")
        await back_on_setbacks(pilot, app)
    step = journal.setbacks.story(one.id).next_step
    assert step is not None
    assert (step.due, step.state) == (date(2026, 11, 27), FollowUpState.DUE)
    assert len(journal.store.follow_ups.of_setbacks([one.id])[one.id]) == 1


async def test_one_is_changed_deleted_and_brought_back(journal: Journal) -> None:
    one = hit(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_setbacks(pilot, app)
        await pilot.press("c")
        await wait_until(pilot, lambda: app.screen.query("#sting") and app.screen.focused)
        put(app, {"words": "Hooli moved the demo"})
        await pilot.press("ctrl+s")
        await back_on_setbacks(pilot, app)
        await wait_until(pilot, lambda: "Hooli moved the demo" in row_of(app, "#list"))
        await pilot.press("delete")
        await wait_until(pilot, lambda: "Nothing has hit you" in row_of(app, "#list"))
        await pilot.press("u")
        await wait_until(pilot, lambda: "Hooli moved the demo" in row_of(app, "#list"))
    assert journal.setbacks.story(one.id).setback.id == one.id


async def test_w_works_one_through_that_is_asked_about(journal: Journal) -> None:
    hit(journal, "lost it", date(2026, 11, 16))
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await go_to_setbacks(pilot, app)
        assert "Enter Answer" in row_of(app, "#keys")
        await pilot.press("w")
        await dialog(pilot, app, WorkThroughDialog)
        await pilot.press("escape")
        await back_on_setbacks(pilot, app)
        await pilot.press("a")
        await dialog(pilot, app, SetbackDialog)


async def test_from_today_enter_on_its_row_opens_what_a_setback_asks(journal: Journal) -> None:
    journal.follow_ups.add("Call Acme", TUESDAY)
    asked = hit(journal, "lost it", date(2026, 11, 16), type_="deal lost", account="Tyrell")
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: "What did the lost" in row_of(app, "#due"))
        app.screen.set_focus(app.screen.query_one("#due"))
        await pilot.press("down", "enter")
        await dialog(pilot, app, LearnedDialog)
        await pilot.press("tab", *"ask early", "ctrl+s")
        await wait_until(pilot, lambda: isinstance(app.screen, Today))
        await wait_until(pilot, lambda: "What did the lost" not in row_of(app, "#due"))
        assert "Call Acme" in row_of(app, "#due")
    assert journal.setbacks.story(asked.id).checks[0].learned == "ask early"


async def test_older_ones_are_read_when_the_cursor_comes_near_them(journal: Journal) -> None:
    for number in range(230):
        hit(journal, f"No {number:03}", TUESDAY - timedelta(days=number))
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await go_to_setbacks(pilot, app)
        listed = app.screen.query_one(SetbackList)
        assert listed.count() == 100
        for count in (200, 230, 230):
            await pilot.press("end")
            await wait_until(pilot, lambda count=count: listed.count() == count)
        await wait_until(pilot, lambda: "No 229" in row_of(app, "#list"))
        hit(journal, "the newest")
        app.screen.read_again()
        await wait_until(pilot, lambda: "No 229" in row_of(app, "#list"))
        await pilot.press("home")
        await wait_until(pilot, lambda: "the newest" in row_of(app, "#list"))


async def test_the_curve_takes_the_place_of_the_card_where_both_do_not_fit(
    journal: Journal,
) -> None:
    hit(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_setbacks(pilot, app)
        assert not app.screen.query_one("#curve").display
        await pilot.press("f")
        await wait_until(pilot, lambda: isinstance(app.focused, BackCurve))
        assert not app.screen.query_one("#card").display
        assert "Measured from five setbacks on" in row_of(app, "#curve")
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(app.focused, SetbackList))
        assert app.screen.query_one("#card").display


async def test_the_panels_follow_each_other_with_tab(journal: Journal) -> None:
    hit(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_setbacks(pilot, app)
        for panel in ("often", "curve", "card", "list"):
            await pilot.press("tab")
            await wait_until(
                pilot, lambda panel=panel: (app.focused.id if app.focused else "") == panel, panel
            )


async def test_the_row_of_keys_names_six_and_each_key_has_its_help(journal: Journal) -> None:
    hit(journal)
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await go_to_setbacks(pilot, app)
        keys = "s Log  Enter Work through  n Next step  l Learned  g Stronger  u Undo"
        assert row_of(app, "#keys").strip() == keys
    assert all(one.id and one.tooltip for one in Setbacks.BINDINGS[:11] if isinstance(one, Binding))


async def test_not_measured_says_why(journal: Journal) -> None:
    hit(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_setbacks(pilot, app)
        said = "not measured: fewer than 10 working days before it"
        assert said in row_of(app, "#card")


async def test_a_depth_is_said_with_one_key(journal: Journal) -> None:
    hit(journal)
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await go_to_setbacks(pilot, app)
        await pilot.press("l")
        await dialog(pilot, app, LearnedDialog)
        sting = app.screen.query_one("#sting", Depth)
        for key, depth in (("0", 0), ("7", 7), ("+", 10), ("right", 10), ("left", 9)):
            await pilot.press(key)
            await wait_until(pilot, lambda depth=depth: sting.value == depth, key)
        await pilot.press("delete")
        await wait_until(pilot, lambda: sting.value is None)
        came_out: Choice[object] = app.screen.query_one("#stronger", Choice)
        assert came_out.value is None


async def test_depths_typed_faster_than_the_dialog_stay_in_their_own_rows(journal: Journal) -> None:
    hit(journal)
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await go_to_setbacks(pilot, app)
        await pilot.press("w")
        await dialog(pilot, app, WorkThroughDialog)
        form = app.screen
        rows = [form.query_one(name, Depth) for name in ("#permanent", "#pervasive", "#personal")]
        rows[0].focus()
        await pilot.pause()
        for key in ("8", "enter", "5", "enter", "3", "enter"):
            app.simulate_key(key)
        await wait_until(pilot, lambda: form.focused is form.query_one("#mine"))
        assert [row.value for row in rows] == [8, 5, 3]
