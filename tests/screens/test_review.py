"""Review in the hands of a rep: a week or month looked at, back and next, panel by panel, by keys."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest
from builders import activity, day, note
from on_review import TODAY, Settable, focus_of, go_to_review, lived, planned
from reading import row_of
from textual.binding import Binding
from waiting import wait_until

from journal.journal import Journal
from journal.review import Period
from screens.app import JournalApp
from screens.dialogs.tell import TellDialog
from screens.review import Review
from screens.widgets.lever_list import LeverList
from screens.widgets.what_moved import moved_rows
from screens.widgets.year_days import YearDays
from storage.store import open_store

SIZES = [(80, 24), (120, 40), (200, 60)]


def title(app: JournalApp, name: str) -> str:
    return str(app.screen.query_one(f"#{name}").border_title)


@pytest.mark.parametrize("size", SIZES)
async def test_a_month_stands_there_at_every_size(
    journal: Journal, watch: Settable, size: tuple[int, int]
) -> None:
    lived(journal, watch)
    app = JournalApp(journal)
    async with app.run_test(size=size) as pilot:
        await go_to_review(pilot, app)
        assert title(app, "share").startswith("November so far")
        band = row_of(app, "#share")
        assert (
            "% of reach-outs asked for" if size[0] == 80 else "% of the reach-outs asked"
        ) in band
        assert "16 of 17 days kept" in band
        first = row_of(app, "#plan").splitlines()[0]
        assert "156/170" in first
        assert first.endswith("14 short")
        moved = row_of(app, "#moved")
        assert "they named the pain" in moved
        assert app.screen.query_one("#conversions").display == (size[0] > 80)
        assert app.screen.query_one("#runs").display == (size[0] == 200)


async def test_the_brackets_turn_to_other_months_and_w_to_weeks(
    journal: Journal, watch: Settable
) -> None:
    lived(journal, watch)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_review(pilot, app)
        await pilot.press("left_square_bracket")
        await wait_until(pilot, lambda: title(app, "share") == "October")
        assert "200/220" in row_of(app, "#plan")
        await pilot.press("left_square_bracket")
        await wait_until(pilot, lambda: any("before" in n.message for n in app._notifications))
        await pilot.press("w")
        await wait_until(pilot, lambda: title(app, "share") == "26 Oct to 1 Nov")
        await pilot.press("right_square_bracket")
        await wait_until(pilot, lambda: title(app, "share") == "2 to 8 Nov")
        await pilot.press("w")
        await wait_until(pilot, lambda: title(app, "share") == "November so far")
        await pilot.press("right_square_bracket")
        await wait_until(pilot, lambda: any("going on" in n.message for n in app._notifications))


async def test_one_key_brings_back_each_panel_that_was_folded(
    journal: Journal, watch: Settable
) -> None:
    lived(journal, watch)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        page = await go_to_review(pilot, app)
        for key, other, first in (
            ("f", "conversions", "plan"),
            ("t", "runs", "year"),
            ("h", "hit", "moved"),
        ):
            await pilot.press(key)
            await wait_until(pilot, lambda other=other: focus_of(app) == other)
            assert not page.query_one(f"#{first}").display
            await pilot.press(key)
            await wait_until(pilot, lambda first=first: focus_of(app) == first)
            assert not page.query_one(f"#{other}").display
        await pilot.press("f")
        await wait_until(pilot, lambda: "Reach-out → lead" in row_of(app, "#conversions"))
        await pilot.press("t")
        await wait_until(pilot, lambda: "since 5 Oct" in row_of(app, "#runs"))
        await pilot.press("h")
        await wait_until(pilot, lambda: "2" in row_of(app, "#hit").splitlines()[0])
        await pilot.press("escape")
        await wait_until(pilot, lambda: focus_of(app) == "plan")


async def test_tab_goes_round_the_panels_and_ends_at_the_lever(
    journal: Journal, watch: Settable
) -> None:
    lived(journal, watch)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_review(pilot, app)
        for name in ("conversions", "year", "moved", "hit", "levers", "plan"):
            await pilot.press("tab")
            await wait_until(pilot, lambda name=name: focus_of(app) == name, name)


async def test_the_day_under_the_cursor_is_told_with_what_the_rep_said_of_it(
    journal: Journal, watch: Settable
) -> None:
    lived(journal, watch)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_review(pilot, app)
        await pilot.press("tab", "tab")
        await wait_until(pilot, lambda: title(app, "year") == "The year · Tue 24 Nov: 6 done")
        await pilot.press("left", "left")
        await wait_until(
            pilot,
            lambda: title(app, "year") == "The year · Tue 10 Nov: 11 done · they named the pain",
        )
        await pilot.press("down", "down")
        await wait_until(
            pilot, lambda: title(app, "year") == "The year · Thu 12 Nov: frozen, the streak held"
        )
        await pilot.press("down", "down")
        await wait_until(pilot, lambda: title(app, "year") == "The year · Mon 16 Nov: 10 done")
        await pilot.press("up")
        await wait_until(pilot, lambda: title(app, "year") == "The year · Fri 13 Nov: 10 done")
        await pilot.press("end", "right")
        await wait_until(pilot, lambda: "Tue 24 Nov" in title(app, "year"))
        await pilot.press("home", "left")
        await wait_until(pilot, lambda: "before your first entry" in title(app, "year"))
        await pilot.click(YearDays, offset=(1 + 4 + 2 * 51, 3))
        await wait_until(pilot, lambda: "Mon 23 Nov: 10 done" in title(app, "year"))


@pytest.mark.parametrize("size", SIZES)
async def test_before_the_first_entry_it_invites_and_shows_no_zeros(
    journal: Journal, size: tuple[int, int]
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=size) as pilot:
        await go_to_review(pilot, app)
        said = " ".join(row_of(app, "#share").split())
        assert said == (
            "The first review is on Mon 30 Nov, after your first full week. "
            "It takes ten minutes and ends in one change."
        )
        for name in ("plan", "moved", "share"):
            assert "0 " not in row_of(app, f"#{name}").replace("30 Nov", "")
        keys = ("left_square_bracket", "right_square_bracket", "w", "f", "f", "t", "t", "h", "h")
        await pilot.press(*keys, "up", "down", "left", "right", "tab", "enter")
        await wait_until(
            pilot, lambda: any("walk through yet" in n.message for n in app._notifications)
        )
        assert isinstance(app.screen, Review)


async def test_one_day_of_history_is_one_day_kept(journal: Journal) -> None:
    journal.record(activity("call", 3, TODAY))
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_review(pilot, app)
        band = row_of(app, "#share")
        assert "reach-outs, none asked for" in band
        assert "1 of 1 day kept" in band
        assert "strength after three days" in band


async def test_a_month_without_a_working_day_says_so(journal: Journal) -> None:
    journal.record(activity("call", 3, day("2026-10-05")))
    journal.days_off.take(day("2026-11-01"), day("2026-11-30"), "leave")
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_review(pilot, app)
        assert "no working day among them" in row_of(app, "#share")


async def test_the_lever_under_the_cursor_is_the_one_chosen(
    journal: Journal, watch: Settable
) -> None:
    lived(journal, watch)
    planned(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(200, 60)) as pilot:
        await go_to_review(pilot, app)
        levers = app.screen.query_one(LeverList)
        assert title(app, "levers").startswith("One lever for December · points of chance gained")
        assert levers.chosen == levers.listed[0].name
        await pilot.press("shift+tab", "down")
        await wait_until(pilot, lambda: levers.cursor == 1)
        rows = row_of(app, "#levers").splitlines()
        assert [row.strip(" ▌")[:3] for row in rows[:3]] == ["( )", "(•)", "( )"]
        assert len(rows) == 8
        chosen = levers.chosen
        await pilot.press("w")
        await wait_until(pilot, lambda: "next week" in title(app, "levers"))
        assert levers.chosen == chosen


async def test_without_a_target_there_is_no_lever_and_it_says_where_one_begins(
    journal: Journal, watch: Settable
) -> None:
    lived(journal, watch)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_review(pilot, app)
        assert "2 Goals begins one" in row_of(app, "#levers")


async def test_when_the_day_turns_the_month_whose_review_is_due_stands_there_until_it_is_held(
    journal: Journal, watch: Settable
) -> None:
    lived(journal, watch)
    watch.set("2026-12-01T03:59")
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        page = await go_to_review(pilot, app)
        assert title(app, "share") == "November so far"
        assert "review due: Enter begins" in row_of(app, "#share")
        watch.set("2026-12-01T04:00")
        page.tick()
        await wait_until(pilot, lambda: title(app, "share") == "November")
        await pilot.press("right_square_bracket")
        await wait_until(pilot, lambda: title(app, "share") == "December so far")
        assert "the first day is still open" in row_of(app, "#share")
        journal.reviews.hold(Period.MONTH, day("2026-11-01"), day("2026-11-30"))
        page.read_again()
        await wait_until(pilot, lambda: "next review" in row_of(app, "#share"))


async def test_the_week_turns_with_the_day(journal: Journal, watch: Settable) -> None:
    lived(journal, watch)
    watch.set("2026-11-29T22:00")
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        page = await go_to_review(pilot, app)
        await pilot.press("w")
        await wait_until(pilot, lambda: title(app, "share") == "23 to 29 Nov so far")
        watch.set("2026-11-30T04:00")
        page.tick()
        await wait_until(pilot, lambda: title(app, "share") == "30 Nov to 6 Dec so far")


async def test_what_another_window_saved_is_shown(
    journal: Journal, watch: Settable, path: Path
) -> None:
    lived(journal, watch)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        page = await go_to_review(pilot, app)
        other = open_store(path, create=False)
        Journal(other, watch).record(activity("call", 14, TODAY))
        other.close()
        page.tick()
        await wait_until(pilot, lambda: "170/170" in row_of(app, "#plan"))
        assert "✓ met" in row_of(app, "#plan")


async def test_v_tells_the_reviews_that_were_held(journal: Journal, watch: Settable) -> None:
    lived(journal, watch)
    planned(journal)
    first, last = day("2026-10-01"), day("2026-10-31")
    journal.reviews.hold(Period.MONTH, first, last, lever="w", if_then="If [/] stalls, I call Ana.")
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_review(pilot, app)
        await pilot.press("v")
        await wait_until(pilot, lambda: isinstance(app.screen, TellDialog))
        said = " ".join(row_of(app, "#lines").split())
        assert said.startswith("October The win rate went from 25 % to 27.5 %")
        assert "If [/] stalls, I call Ana." in said


async def test_the_row_of_keys_names_six_and_each_key_has_its_help(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_review(pilot, app)
        keys = "[ Back  ] Next  w Week/month  Enter Walk through  f Conversions  ? Keys"
        assert row_of(app, "#keys").strip() == keys
    own = [one for one in Review.BINDINGS if isinstance(one, Binding) and one.id]
    assert all(one.tooltip for one in own)
    assert len({one.id for one in own}) == len(own)


async def test_a_clear_no_stands_among_what_moved(journal: Journal, watch: Settable) -> None:
    lived(journal, watch)
    journal.record(activity("call", 3, day("2026-11-24"), outcome="said-no"))
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_review(pilot, app)
        said = "Progress   3 clear noes: answers, nobody left waiting"
        await wait_until(pilot, lambda: said in row_of(app, "#moved"))


async def test_where_one_row_is_left_for_progress_the_noes_stand_behind_it(
    journal: Journal, watch: Settable
) -> None:
    lived(journal, watch)
    journal.set("reward", "An afternoon at the sea")
    journal.set("skills", "vision")
    journal.record(replace(note("Globex named it", day("2026-11-24")), tags=("progress",)))
    journal.record(activity("call", 3, day("2026-11-24"), outcome="said-no"))
    rows = [str(row) for row in moved_rows(journal.reviews.view(), 60, 4)]
    assert any("Globex named it" in row and row.endswith("· 3 clear noes") for row in rows)
