"""The plan on Goals: rates typed over in place, the chance and what it rests on, versions, waypoints."""

from __future__ import annotations

from datetime import date

import pytest
from on_funnel import line_of, on_the_funnel, typed_over
from on_goals import back_on_goals, dialog, go_to_goals, laid, type_in, year
from reading import row_of
from textual import events
from textual.widgets import Static
from waiting import wait_until

from journal.journal import Journal
from journal.plan import Level
from screens.app import JournalApp
from screens.dialogs.backward import BackwardDialog
from screens.dialogs.begin import BeginDialog
from screens.dialogs.tell import TellDialog
from screens.goals import Goals
from screens.widgets.funnel_field import Over
from screens.widgets.funnel_panel import FunnelPanel
from screens.widgets.goal_burn_up import GoalBurnUp
from screens.widgets.goal_chance import GoalChance
from screens.widgets.goal_list import GoalList

WHOLE = (120, 40)


def planned(journal: Journal) -> None:
    """1.2M by the end of next year, with an average deal of 60k."""
    journal.plans.save(target=120_000_000, by=date(2027, 12, 31), deal_size=6_000_000)


async def test_a_rate_is_typed_over_in_its_place_and_taken_back(journal: Journal) -> None:
    planned(journal)
    app = JournalApp(journal)
    async with app.run_test(size=WHOLE) as pilot:
        await go_to_goals(pilot, app)
        await on_the_funnel(pilot, app, "Qualified opp.")
        assert line_of(app, "Qualified opp.").split()[-2:] == ["%", "default"]
        await typed_over(pilot, app, "50%")
        await wait_until(pilot, lambda: "50 %" in line_of(app, "Qualified opp."))
        assert line_of(app, "Qualified opp.").endswith("plan")
        await wait_until(pilot, lambda: isinstance(app.focused, FunnelPanel))
        saved = journal.plans.latest()
        assert saved is not None
        assert saved.rates[Level.QUALIFIED] == 0.5
        assert "u takes it back" in str(app.screen.query_one("#funnel").border_title)
        await pilot.press("u")
        await wait_until(pilot, lambda: "25 %" in line_of(app, "Qualified opp."))


async def test_what_would_follow_is_shown_while_it_is_typed_and_leaves_with_esc(
    journal: Journal,
) -> None:
    planned(journal)
    app = JournalApp(journal)
    async with app.run_test(size=WHOLE) as pilot:
        await go_to_goals(pilot, app)
        await on_the_funnel(pilot, app, "Qualified opp.")
        # 20 deals are needed: at 25 % from 80 qualified opportunities, at 50 % from 40.
        assert line_of(app, "Qualified opp.").split()[4] == "80"
        await pilot.press("enter", *"50%")
        await wait_until(pilot, lambda: line_of(app, "Qualified opp.").split()[4] == "40")
        await pilot.press("escape")
        await wait_until(pilot, lambda: line_of(app, "Qualified opp.").split()[4] == "80")
        assert len(journal.plans.versions()) == 1


async def test_what_is_typed_stays_tried_when_something_else_is_saved(journal: Journal) -> None:
    planned(journal)
    app = JournalApp(journal)
    async with app.run_test(size=WHOLE) as pilot:
        await go_to_goals(pilot, app)
        await on_the_funnel(pilot, app, "Qualified opp.")
        await pilot.press("enter", *"50%")
        await wait_until(pilot, lambda: line_of(app, "Qualified opp.").split()[4] == "40")
        journal.plans.save(target=60_000_000)
        page = app.screen
        assert isinstance(page, Goals)
        page.read_again()
        # Half the target needs 10 deals: at the 50 % that are typed, from 20 opportunities.
        await wait_until(pilot, lambda: line_of(app, "Qualified opp.").split()[4] == "20")


async def test_what_is_pasted_over_an_assumption_is_drawn_as_it_may_be_shown(
    journal: Journal,
) -> None:
    planned(journal)
    app = JournalApp(journal)
    async with app.run_test(size=WHOLE) as pilot:
        await go_to_goals(pilot, app)
        await on_the_funnel(pilot, app, "Qualified opp.")
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.focused, Over))
        app.post_message(events.Paste("\x9b31m\x1b]0;x\u202e"))
        field = app.screen.query_one(Over)
        await wait_until(pilot, lambda: "31m" in field.value)
        assert not set("\x9b\x1b\u202e") & set(field.render_line(0).text)


async def test_enter_pressed_twice_saves_one_version(journal: Journal) -> None:
    planned(journal)
    app = JournalApp(journal)
    async with app.run_test(size=WHOLE) as pilot:
        await go_to_goals(pilot, app)
        await on_the_funnel(pilot, app, "Qualified opp.")
        await pilot.press("enter", *"50%")
        field = app.screen.query_one(Over)
        await field.action_submit()
        await field.action_submit()
        await wait_until(pilot, lambda: isinstance(app.focused, FunnelPanel))
        assert "50 %" in line_of(app, "Qualified opp.")
        assert len(journal.plans.versions()) == 2


@pytest.mark.parametrize(("words", "rate"), [("0", 0.0), ("1", 1.0), ("100%", 1.0), (".25", 0.25)])
async def test_every_way_to_write_a_rate_is_understood(
    journal: Journal, words: str, rate: float
) -> None:
    planned(journal)
    app = JournalApp(journal)
    async with app.run_test(size=WHOLE) as pilot:
        await go_to_goals(pilot, app)
        await on_the_funnel(pilot, app, "Stage-1")
        await typed_over(pilot, app, words)
        await wait_until(pilot, lambda: not app.screen.query(Over), "the field closed")
        saved = journal.plans.latest()
        assert saved is not None
        assert saved.rates[Level.STAGE1] == rate
        line = line_of(app, "Stage-1")
        assert (" – " in line) == (rate == 0)


@pytest.mark.parametrize(
    "words", ["120", "120 %", "-5", "often", "[/] [bold]", "nan", "inf", "1e999", "\x1b[31m", "%"]
)
async def test_what_is_no_rate_stays_in_the_field_with_one_sentence(
    journal: Journal, words: str
) -> None:
    planned(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_goals(pilot, app)
        await on_the_funnel(pilot, app, "Stage-1")
        await typed_over(pilot, app, words)
        await wait_until(pilot, lambda: "write 25%, 25 or .25" in row_of(app, "#funnel"))
        assert app.screen.query_one(Over).value == words
        assert "\x1b" not in row_of(app, "#funnel")
        saved = journal.plans.latest()
        assert saved is not None
        assert saved.rates == {}
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(app.focused, FunnelPanel))
        assert "write 25%" not in row_of(app, "#funnel")


async def test_a_reset_lets_history_or_the_default_say_it_again(journal: Journal) -> None:
    planned(journal)
    journal.plans.type_over(Level.QUALIFIED, rate=0.5)
    app = JournalApp(journal)
    async with app.run_test(size=WHOLE) as pilot:
        await go_to_goals(pilot, app)
        await on_the_funnel(pilot, app, "Qualified opp.")
        assert line_of(app, "Qualified opp.").endswith("plan")
        await pilot.press("backspace")
        await wait_until(pilot, lambda: line_of(app, "Qualified opp.").endswith("default"))
        assert len(journal.goals.tree()) == 1


async def test_the_average_deal_and_the_target_are_typed_over_too(journal: Journal) -> None:
    planned(journal)
    app = JournalApp(journal)
    async with app.run_test(size=WHOLE) as pilot:
        await go_to_goals(pilot, app)
        await on_the_funnel(pilot, app, "Deals")
        await typed_over(pilot, app, "30k")
        await wait_until(pilot, lambda: "30k" in line_of(app, "Deals"))
        assert " 40 " in line_of(app, "Deals")
        await pilot.press("down")
        await typed_over(pilot, app, "2.4M")
        await wait_until(
            pilot, lambda: "to 2.4M" in str(app.screen.query_one("#funnel").border_title)
        )
        await typed_over(pilot, app, "-3")
        await wait_until(pilot, lambda: "above 0" in row_of(app, "#funnel"))
    assert journal.goals.get(1).term(journal.today()).target == 240_000_000


async def test_a_rate_left_with_escape_or_emptied_stays_as_it_was(journal: Journal) -> None:
    planned(journal)
    app = JournalApp(journal)
    async with app.run_test(size=WHOLE) as pilot:
        await go_to_goals(pilot, app)
        await on_the_funnel(pilot, app, "Stage-1")
        await typed_over(pilot, app, "  ")
        await wait_until(pilot, lambda: not app.screen.query(Over))
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.focused, Over))
        await pilot.press("7", "s", "u", "q", "escape")
        await wait_until(pilot, lambda: not app.screen.query(Over))
    saved = journal.plans.latest()
    assert saved is not None
    assert saved.rates == {}


async def test_a_field_opened_and_saved_untouched_rounds_nothing(journal: Journal) -> None:
    planned(journal)
    journal.plans.save(target=123_456_789, win_rate=0.2575)
    versions = len(journal.plans.versions())
    app = JournalApp(journal)
    async with app.run_test(size=WHOLE) as pilot:
        await go_to_goals(pilot, app)
        await on_the_funnel(pilot, app, "Qualified")
        for key in ("enter", "end"):
            await pilot.press(*dict.fromkeys((key, "enter")))
            await wait_until(pilot, lambda: isinstance(app.focused, Over))
            await pilot.press("enter")
            await wait_until(pilot, lambda: not app.screen.query(Over))
    saved = journal.plans.current()
    assert (saved.target, saved.rates[Level.QUALIFIED]) == (123_456_789, 0.2575)
    assert len(journal.plans.versions()) == versions


async def test_who_says_how_long_each_level_takes_is_one_key_away(journal: Journal) -> None:
    planned(journal)
    journal.plans.type_over(Level.QUALIFIED, lag=90)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_goals(pilot, app)
        await wait_until(pilot, lambda: "% chance of" in row_of(app, "#chance"))
        app.screen.query_one("#chance").focus()
        await pilot.press("enter")
        await dialog(pilot, app, TellDialog)
        said = " ".join(str(app.screen.query_one("#lines", Static).content).split())
        assert "The lags you planned yourself: qualified opportunities." in said
        assert "The other lags are the default." in said


async def test_versions_say_what_changed_the_need_in_one_sentence_each(journal: Journal) -> None:
    planned(journal)
    journal.plans.type_over(Level.QUALIFIED, rate=0.2)
    journal.plans.save(deal_size=5_000_000)
    app = JournalApp(journal)
    async with app.run_test(size=WHOLE) as pilot:
        await go_to_goals(pilot, app)
        await pilot.press("f")
        await wait_until(pilot, lambda: isinstance(app.focused, FunnelPanel))
        await pilot.press("v")
        await dialog(pilot, app, TellDialog)
        said = str(app.screen.query_one("#lines", Static).content)
        assert said.count("1.2M by Fri 31 Dec 2027") == 3
        assert "24" in said
        await pilot.press("escape")
        await back_on_goals(pilot, app)


async def test_the_chance_says_one_sentence_and_what_it_rests_on(journal: Journal) -> None:
    planned(journal)
    app = JournalApp(journal)
    async with app.run_test(size=WHOLE) as pilot:
        await go_to_goals(pilot, app)
        await wait_until(pilot, lambda: "chance of 1.2M by 31 Dec 2027" in row_of(app, "#chance"))
        bar, marks = row_of(app, "#chance").splitlines()[1:]
        assert "◆" in bar
        assert "1.2M" in marks
        await pilot.press("shift+tab")
        await wait_until(pilot, lambda: isinstance(app.focused, GoalChance))
        await pilot.press("enter")
        await dialog(pilot, app, TellDialog)
        said = str(app.screen.query_one("#lines", Static).content)
        for words in ("Win rate", "Deal size", "Sales cycle", "8 in 10 outcomes"):
            assert words in said


async def test_without_a_target_the_chance_invites_and_enter_asks(journal: Journal) -> None:
    laid(journal)
    app = JournalApp(journal)
    async with app.run_test(size=WHOLE) as pilot:
        await go_to_goals(pilot, app)
        await wait_until(pilot, lambda: "say how likely it is" in row_of(app, "#chance"))
        await pilot.press("shift+tab")
        await wait_until(pilot, lambda: isinstance(app.focused, GoalChance))
        await pilot.press("enter")
        await dialog(pilot, app, BeginDialog)


async def test_three_questions_lead_from_nothing_to_a_plan_and_its_first_waypoint(
    journal: Journal,
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_goals(pilot, app)
        assert "Enter begins." in row_of(app, "#list")
        await pilot.press("enter")
        await dialog(pilot, app, BeginDialog)
        type_in(app, {"target": "1.2M", "by": "2027-12-31", "deal-size": "60k"})
        await pilot.press("ctrl+s")
        await back_on_goals(pilot, app)
        await wait_until(pilot, lambda: len(journal.goals.tree()) == 2)
        goal, first = journal.goals.tree()
        assert goal.term.target == 120_000_000
        assert goal.goal.title == "1.2M booked in 2027"
        assert first.term.due is not None
        assert (first.term.due - journal.today()).days <= 14
        await pilot.press("u")
        await wait_until(pilot, lambda: "What would success be?" in row_of(app, "#list"))
    assert journal.plans.latest() is None


async def test_waypoints_are_laid_backward_as_one_thing_to_undo(journal: Journal) -> None:
    planned(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_goals(pilot, app)
        await pilot.press("l")
        await dialog(pilot, app, BackwardDialog)
        assert isinstance(app.screen, BackwardDialog)
        await pilot.press("ctrl+s")
        await back_on_goals(pilot, app)
        await wait_until(pilot, lambda: len(journal.goals.tree()) > 2)
        dues = [each.term.due for each in journal.goals.tree() if each.depth]
        assert all(due is not None for due in dues)
        assert min((due - journal.today()).days for due in dues if due) <= 14
        await pilot.press("u")
        await wait_until(pilot, lambda: len(journal.goals.tree()) == 1)


async def test_the_burn_up_follows_the_cursor_and_its_words_are_one_key_away(
    journal: Journal,
) -> None:
    goal = year(journal)
    laid(journal, parent=goal.id)
    laid(journal, "No date yet", parent=goal.id, due=None)
    app = JournalApp(journal)
    async with app.run_test(size=WHOLE) as pilot:
        await go_to_goals(pilot, app)
        burn_up = app.screen.query_one(GoalBurnUp)
        await pilot.press("down")
        await wait_until(pilot, lambda: "60 reach-outs" in str(burn_up.border_title))
        await wait_until(pilot, lambda: bool(burn_up.query("#chart")), "the chart")
        await wait_until(pilot, lambda: "today" in row_of(app, "#chart"))
        assert "line 40.8" in row_of(app, "#legend")
        await pilot.press("t")
        await wait_until(pilot, lambda: "0 of 60 reach-outs" in row_of(app, "#story"))
        assert isinstance(app.focused, GoalList)
        await pilot.press("t", "down")
        await wait_until(pilot, lambda: not burn_up.display, "a goal without a line has words only")
        assert "Not yet S.M.A.R.T." in row_of(app, "#story")
