"""Setbacks beside another window, and over the end of a day: nothing typed is lost, what is new appears."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from builders import at
from on_goals import dialog, said_in_dialog
from on_setbacks import TUESDAY, back_on_setbacks, go_to_setbacks, hit, put, worked_through
from reading import row_of
from waiting import wait_until

from journal.follow_up import FollowUpState
from journal.journal import Journal
from journal.moment import Moment
from journal.setback_work import Check, Thoughts
from screens.app import JournalApp
from screens.dialogs.changed import ChangedDialog
from screens.dialogs.fields import Words
from screens.dialogs.learned import LearnedDialog
from screens.dialogs.next_step import NextStepDialog
from screens.dialogs.work_through import WorkThroughDialog
from storage.store import SqliteStore, open_store


async def test_thoughts_saved_in_another_window_are_shown_beside_mine(
    journal: Journal, path: Path
) -> None:
    one = hit(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_setbacks(pilot, app)
        tries = (
            ("escape", "theirs", "theirs"),
            ("t", "others", "others"),
            ("m", "more", "mine [/]"),
        )
        for answer, elsewhere, belief in tries:
            await pilot.press("w")
            await dialog(pilot, app, WorkThroughDialog)
            put(app, {"belief": "mine [/]"})
            other = Journal(open_store(path, create=False), lambda: at("2026-11-24T13:46"))
            before = other.setbacks.story(one.id).thoughts or Thoughts(setback=one.id)
            other.setbacks.work_through(replace(before, belief=elsewhere))
            await pilot.press("ctrl+s")
            await dialog(pilot, app, ChangedDialog)
            words = str(app.screen.query_one("#question").render())
            assert "mine [/]" in words
            assert elsewhere in words
            await pilot.press(answer)
            if answer == "escape":
                await dialog(pilot, app, WorkThroughDialog)
                assert app.screen.query_one("#belief", Words).text == "mine [/]"
                await pilot.press("escape")
            await back_on_setbacks(pilot, app)
            thoughts = journal.setbacks.story(one.id).thoughts
            assert thoughts is not None
            assert thoughts.belief == belief
            other.store.close()


async def test_an_answer_saved_in_another_window_is_shown_beside_mine(
    journal: Journal, path: Path
) -> None:
    one = hit(journal, on=date(2026, 11, 16))
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_setbacks(pilot, app)
        for answer, elsewhere, learned in (("t", "theirs", "theirs"), ("m", "more", "mine [/]")):
            await pilot.press("l")
            await dialog(pilot, app, LearnedDialog)
            put(app, {"learned": "mine [/]"})
            other = Journal(open_store(path, create=False), lambda: at("2026-11-24T13:46"))
            other.setbacks.answer(Check(setback=one.id, after=7, day=TUESDAY, learned=elsewhere))
            await pilot.press("ctrl+s")
            await dialog(pilot, app, ChangedDialog)
            words = str(app.screen.query_one("#question").render())
            assert f"It taught me\n   mine    mine [/]\n   theirs  {elsewhere}" in words
            await pilot.press(answer)
            await back_on_setbacks(pilot, app)
            (check,) = journal.setbacks.story(one.id).checks
            assert check.learned == learned
            other.store.close()


async def test_a_next_step_saved_in_another_window_is_shown_beside_mine(
    journal: Journal, path: Path
) -> None:
    one = hit(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_setbacks(pilot, app)
        tries = (("t", "call Dana", 25, "call Dana"), ("m", "write to Dana", 26, "mine [/]"))
        for answer, elsewhere, due, what in tries:
            await pilot.press("n")
            await dialog(pilot, app, NextStepDialog)
            put(app, {"step": "mine [/]", "due": "30 nov"})
            other = Journal(open_store(path, create=False), lambda: at("2026-11-24T13:46"))
            other.setbacks.next_step(one.id, elsewhere, date(2026, 11, due))
            await pilot.press("ctrl+s")
            await dialog(pilot, app, ChangedDialog)
            words = str(app.screen.query_one("#question").render())
            assert f"What\n   mine    mine [/]\n   theirs  {elsewhere}" in words
            assert f"On\n   mine    2026-11-30\n   theirs  2026-11-{due}" in words
            await pilot.press(answer)
            await back_on_setbacks(pilot, app)
            step = journal.setbacks.story(one.id).next_step
            assert step is not None
            assert step.what == what
            other.store.close()
    assert [step.what for step in journal.due(date(2026, 12, 31))] == ["mine [/]"]


async def test_a_next_step_worked_out_with_thoughts_is_shown_beside_another_windows(
    journal: Journal, path: Path
) -> None:
    one = hit(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_setbacks(pilot, app)
        tries = (
            ("t", "call Dana", 25, "call Dana", None),
            ("m", "write to Dana", 26, "mine [/]", "all me"),
        )
        for answer, elsewhere, due, what, belief in tries:
            await pilot.press("w")
            await dialog(pilot, app, WorkThroughDialog)
            put(app, {"belief": "all me", "step": "mine [/]", "due": "30 nov"})
            other = Journal(open_store(path, create=False), lambda: at("2026-11-24T13:46"))
            other.setbacks.next_step(one.id, elsewhere, date(2026, 11, due))
            other.store.close()
            await pilot.press("ctrl+s")
            await dialog(pilot, app, ChangedDialog)
            words = str(app.screen.query_one("#question").render())
            assert "I first believed\n   mine    all me\n   theirs  –" in words
            assert f"Next small action\n   mine    mine [/]\n   theirs  {elsewhere}" in words
            assert f"On\n   mine    2026-11-30\n   theirs  2026-11-{due}" in words
            assert "Done or skipped" not in words
            await pilot.press(answer)
            await back_on_setbacks(pilot, app)
            line = journal.setbacks.story(one.id)
            assert line.next_step is not None
            assert line.next_step.what == what
            assert (line.thoughts.belief if line.thoughts else None) == belief
    assert [step.what for step in journal.due(date(2026, 12, 31))] == ["mine [/]"]


async def test_a_next_step_nobody_touched_stays_as_another_window_saved_it(
    journal: Journal, path: Path
) -> None:
    one = hit(journal)
    journal.setbacks.next_step(one.id, "call Dana", date(2026, 11, 25))
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_setbacks(pilot, app)
        await pilot.press("w")
        await dialog(pilot, app, WorkThroughDialog)
        put(app, {"belief": "all me"})
        other = Journal(open_store(path, create=False), lambda: at("2026-11-24T13:46"))
        other.setbacks.next_step(one.id, "write to Dana", date(2026, 11, 26))
        other.store.close()
        await pilot.press("ctrl+s")
        await back_on_setbacks(pilot, app)
    line = journal.setbacks.story(one.id)
    assert line.thoughts is not None
    assert line.thoughts.belief == "all me"
    assert line.next_step is not None
    assert (line.next_step.what, line.next_step.due) == ("write to Dana", date(2026, 11, 26))


async def test_a_next_step_worked_out_while_another_window_did_the_first_is_a_new_one(
    journal: Journal, path: Path
) -> None:
    one = hit(journal)
    first = journal.setbacks.next_step(one.id, "call Dana", date(2026, 11, 25))
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_setbacks(pilot, app)
        await pilot.press("w")
        await dialog(pilot, app, WorkThroughDialog)
        put(app, {"step": "write to Dana"})
        other = Journal(open_store(path, create=False), lambda: at("2026-11-24T13:46"))
        other.follow_ups.done(first.id)
        other.store.close()
        await pilot.press("ctrl+s")
        await dialog(pilot, app, ChangedDialog)
        words = str(app.screen.query_one("#question").render())
        assert "Done or skipped\n   mine    –\n   theirs  done" in words
        await pilot.press("m")
        await back_on_setbacks(pilot, app)
    assert journal.follow_ups.get(first.id).state is FollowUpState.DONE
    step = journal.setbacks.story(one.id).next_step
    assert step is not None
    assert (step.what, step.state) == ("write to Dana", FollowUpState.DUE)


async def test_a_next_step_done_in_another_window_stays_done_beside_a_new_one(
    journal: Journal, path: Path
) -> None:
    one = hit(journal)
    first = journal.setbacks.next_step(one.id, "call Dana", date(2026, 11, 25))
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_setbacks(pilot, app)
        await pilot.press("n")
        await dialog(pilot, app, NextStepDialog)
        put(app, {"step": "write to Dana"})
        other = Journal(open_store(path, create=False), lambda: at("2026-11-24T13:46"))
        other.follow_ups.done(first.id)
        other.store.close()
        await pilot.press("ctrl+s")
        await dialog(pilot, app, ChangedDialog)
        assert "mine    due\n   theirs  done" in str(app.screen.query_one("#question").render())
        await pilot.press("m")
        await back_on_setbacks(pilot, app)
    assert journal.follow_ups.get(first.id).state is FollowUpState.DONE
    step = journal.setbacks.story(one.id).next_step
    assert step is not None
    assert (step.what, step.state) == ("write to Dana", FollowUpState.DUE)


async def test_an_answer_that_was_left_is_told_from_what_another_window_saved_since(
    journal: Journal,
) -> None:
    one = hit(journal, on=date(2026, 11, 16))
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_setbacks(pilot, app)
        await pilot.press("l")
        await dialog(pilot, app, LearnedDialog)
        put(app, {"learned": "mine"})
        await pilot.press("escape")
        await back_on_setbacks(pilot, app)
        journal.setbacks.answer(Check(setback=one.id, after=7, day=TUESDAY, learned="theirs"))
        await pilot.press("l")
        await dialog(pilot, app, LearnedDialog)
        assert said_in_dialog(app) == (
            "Ctrl+S saves over what was saved since you left this: It taught me “theirs”."
        )


async def test_thoughts_left_unsaved_are_offered_again_and_let_go_of_once_saved(
    journal: Journal,
) -> None:
    one = hit(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_setbacks(pilot, app)
        for belief in ("", "half a thought"):
            await pilot.press("w")
            await dialog(pilot, app, WorkThroughDialog)
            assert app.screen.query_one("#belief", Words).text == belief
            put(app, {"belief": "half a thought", "mine": "60"})
            await pilot.press("escape")
            await back_on_setbacks(pilot, app)
        assert journal.setbacks.story(one.id).thoughts is None
        await pilot.press("w")
        await dialog(pilot, app, WorkThroughDialog)
        put(app, {"theirs": "40"})
        await pilot.press("ctrl+s")
        await back_on_setbacks(pilot, app)
        await wait_until(pilot, lambda: not journal.drafts.waiting())
    thoughts = journal.setbacks.story(one.id).thoughts
    assert thoughts is not None
    assert (thoughts.belief, thoughts.mine, thoughts.circumstance) == ("half a thought", 60, 0)


async def test_an_answer_to_a_setback_that_is_gone_stays_with_the_reason(journal: Journal) -> None:
    one = hit(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_setbacks(pilot, app)
        await pilot.press("l")
        await dialog(pilot, app, LearnedDialog)
        put(app, {"learned": "to ask early"})
        journal.remove(one.id)
        await pilot.press("ctrl+s")
        await wait_until(
            pilot,
            lambda: isinstance(app.screen, LearnedDialog) and said_in_dialog(app).endswith("."),
        )
        assert app.screen.query_one("#learned", Words).text == "to ask early"


async def test_what_another_window_writes_down_appears(journal: Journal, path: Path) -> None:
    one = hit(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_setbacks(pilot, app)
        other = Journal(open_store(path, create=False), lambda: at("2026-11-24T13:46"))
        worked_through(other, one, "seen elsewhere")
        await wait_until(pilot, lambda: "seen elsewhere" in row_of(app, "#card"))
        other.store.close()


async def test_at_four_in_the_morning_a_setback_of_a_week_ago_begins_to_ask(
    store: SqliteStore,
) -> None:
    clock: list[Moment] = [at("2026-11-25T03:59")]
    journal = Journal(store, lambda: clock[0])
    hit(journal, "lost it", date(2026, 11, 18))
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_setbacks(pilot, app)
        assert "▸ open" in row_of(app, "#list")
        clock[0] = at("2026-11-25T04:00")
        await wait_until(pilot, lambda: "? ask, day 7" in row_of(app, "#list"))


async def test_a_setback_before_the_first_entry_and_two_on_one_day_stand_there(
    journal: Journal,
) -> None:
    hit(journal, "before everything", date(1999, 12, 31))
    hit(journal, "once", date(2026, 11, 20))
    hit(journal, "twice", date(2026, 11, 20))
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_setbacks(pilot, app)
        _, first, second, last = row_of(app, "#list").splitlines()
        assert "twice" in first
        assert "once" in second
        assert last.split()[:3] == ["31", "Dec", "1999"]
        assert "– left as it is" in last
