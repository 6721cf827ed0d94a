"""The walk through a review, by keys: Enter alone ends in one saved change, Esc keeps every word."""

from __future__ import annotations

from pathlib import Path

import pytest
from builders import day
from on_review import (
    Settable,
    asked,
    complaint,
    go_to_review,
    lived,
    on_to,
    planned,
    told,
    walk,
)
from reading import all_text
from textual.widgets import Static
from waiting import wait_until

from journal.journal import Journal
from journal.review import Period
from screens.app import JournalApp
from screens.dialogs.fields import Line, Words
from screens.dialogs.review_walk import ReviewWalk
from screens.review import Review
from storage.store import open_store

SIZES = [(80, 24), (120, 40), (200, 60)]
QUESTIONS = [
    "1 of 9   What moved?",
    "2 of 9   What hit, and what came of it?",
    "3 of 9   Plan against actual: where is the gap?",
    "4 of 9   Which one lever do you change?",
    "5 of 9   What may get in its way, and what do you do then?",
    "6 of 9   Does its day still hold? (1 of 2)",
    "7 of 9   Does its day still hold? (2 of 2)",
    "8 of 9   When is the next review?",
    "9 of 9   This is what will be saved.",
]


@pytest.fixture
def autumn(journal: Journal, watch: Settable) -> Journal:
    """A rep's autumn with a plan."""
    lived(journal, watch)
    planned(journal)
    return journal


def put(app: JournalApp, name: str, words: str) -> None:
    field = app.screen.query_one(f"#{name}")
    if isinstance(field, Words):
        field.text = words
    elif isinstance(field, Line):
        field.value = words


@pytest.mark.parametrize("size", SIZES)
async def test_enter_alone_ends_in_one_saved_change(autumn: Journal, size: tuple[int, int]) -> None:
    before, best = autumn.plans.latest(), autumn.reviews.levers()[0].name
    app = JournalApp(autumn)
    async with app.run_test(size=size) as pilot:
        await go_to_review(pilot, app)
        await walk(pilot, app)
        for question in QUESTIONS:
            assert asked(app) == question
            hints = app.screen.query_one("#hints", Static)
            assert hints.region.bottom < size[1]
            assert "Enter Next" in all_text(app)
            if question != QUESTIONS[-1]:
                await on_to(pilot, app, QUESTIONS[QUESTIONS.index(question) + 1])
        assert "Thu 31 Dec 2026" in told(app)
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, Review))
        await wait_until(pilot, lambda: any("Review held" in n.message for n in app._notifications))
        held = autumn.reviews.held()[0]
        assert (held.period, held.first, held.next_on) == (
            Period.MONTH,
            day("2026-11-01"),
            day("2026-12-31"),
        )
        assert (held.lever, held.if_then) == (best, "")
        latest = autumn.plans.latest()
        assert latest is not None
        assert held.plan == latest.id
        assert not autumn.drafts.waiting()
        await pilot.press("u")
        await wait_until(pilot, lambda: not autumn.reviews.held())
        assert autumn.plans.latest() == before


async def test_what_was_answered_is_saved_in_the_words_it_was_told_in(autumn: Journal) -> None:
    app = JournalApp(autumn)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_review(pilot, app)
        await walk(pilot, app)
        await on_to(pilot, app, "Which one lever")
        levers = app.screen.query_one("#levers")
        names = [each.name for each in levers.listed]
        await pilot.press(*["down"] * names.index("w"))
        await wait_until(pilot, lambda: levers.chosen == "w")
        await on_to(pilot, app, "What may get in its way")
        await pilot.press(*"If [/] stalls")
        await on_to(pilot, app, "(1 of 2)")
        await pilot.press(*"9 dec", "enter")
        await wait_until(pilot, lambda: "one sentence why" in complaint(app))
        await wait_until(pilot, lambda: app.focused is app.screen.query_one("#why"))
        await pilot.press(*"two days ill", "enter")
        await wait_until(pilot, lambda: "(2 of 2)" in asked(app))
        await pilot.press(*"10 dec")
        await on_to(pilot, app, "When is the next review?")
        await pilot.press(*"29 dec")
        await on_to(pilot, app, "This is what will be saved.")
        summary = " ".join(told(app).split())
        assert "The win rate went from 25 % to 27.5 %" in summary
        for words in ("If [/] stalls", "by Wed 9 Dec 2026", "Two by Thu 10 Dec 2026", "29 Dec"):
            assert words in summary
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, Review))
    held = autumn.reviews.held()[0]
    assert (held.lever, held.if_then, held.next_on) == ("w", "If [/] stalls", day("2026-12-29"))
    assert " ".join(held.sentence.split()) in summary
    assert autumn.goals.get(1).terms[-1].due == day("2026-12-09")
    assert autumn.goals.get(1).terms[-1].why == "two days ill"
    assert autumn.goals.get(2).terms[-1].due == day("2026-12-10")
    autumn.undo()
    assert len(autumn.goals.get(1).terms) == len(autumn.goals.get(2).terms) == 1


async def test_the_plan_may_be_kept_as_it_is(autumn: Journal) -> None:
    before = autumn.plans.latest()
    app = JournalApp(autumn)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_review(pilot, app)
        await walk(pilot, app)
        await on_to(pilot, app, "Which one lever")
        await pilot.press("pagedown")
        levers = app.screen.query_one("#levers")
        await wait_until(pilot, lambda: levers.chosen == "")
        await on_to(pilot, app, "This is what will be saved.")
        assert "The plan is kept as it is." in told(app)
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, Review))
    assert autumn.plans.latest() == before
    assert autumn.reviews.held()[0].lever == ""


async def test_esc_at_any_question_keeps_what_was_typed_and_it_goes_on_there(
    autumn: Journal, path: Path, watch: Settable
) -> None:
    app = JournalApp(autumn)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_review(pilot, app)
        await walk(pilot, app)
        await on_to(pilot, app, "What may get in its way")
        await pilot.press(*"If Ana", "escape")
        await wait_until(pilot, lambda: isinstance(app.screen, Review))
        await wait_until(pilot, lambda: any("Kept as you" in n.message for n in app._notifications))
        await walk(pilot, app)
        assert asked(app) == QUESTIONS[4]
        assert app.screen.query_one(Words).text == "If Ana"
        await on_to(pilot, app, "(1 of 2)")
        await pilot.press(*"in 2 weeks", "escape")
        await wait_until(pilot, lambda: isinstance(app.screen, Review))
    again = open_store(path, create=False)
    other = JournalApp(Journal(again, watch))
    async with other.run_test(size=(80, 24)) as pilot:
        await go_to_review(pilot, other)
        await walk(pilot, other)
        assert asked(other) == QUESTIONS[5]
        assert other.screen.query_one("#day", Line).value == "in 2 weeks"
        await pilot.press("shift+tab")
        await wait_until(pilot, lambda: asked(other) == QUESTIONS[4])
        assert other.screen.query_one(Words).text == "If Ana"
        await pilot.press("ctrl+r")
        await wait_until(pilot, lambda: asked(other) == QUESTIONS[0])
        await on_to(pilot, other, "What may get in its way")
        assert other.screen.query_one(Words).text == ""
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(other.screen, Review))
    again.close()


async def test_who_only_read_leaves_nothing_behind(autumn: Journal) -> None:
    app = JournalApp(autumn)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_review(pilot, app)
        await walk(pilot, app)
        await on_to(pilot, app, "Plan against actual")
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(app.screen, Review))
    assert not autumn.drafts.waiting()


@pytest.mark.parametrize(
    ("question", "words", "said"),
    [
        ("(1 of 2)", "some day", "No day is called"),
        ("(1 of 2)", "2026-10-30", "before it starts"),
        ("When is the next", "2026-12-05", "is a day off"),
        ("When is the next", "2026-11-02", "on a day ahead"),
        ("When is the next", "[/]", "No day is called “[/]”"),
    ],
)
async def test_a_day_that_cannot_be_says_why_and_the_question_stays(
    autumn: Journal, question: str, words: str, said: str
) -> None:
    app = JournalApp(autumn)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_review(pilot, app)
        await walk(pilot, app)
        await on_to(pilot, app, question)
        before = asked(app)
        put(app, "day", words)
        await pilot.press("enter")
        await wait_until(pilot, lambda: bool(complaint(app)))
        assert said in complaint(app)
        assert asked(app) == before
        assert app.screen.query_one("#day", Line).value == words


async def test_a_plan_saved_in_another_window_meanwhile_is_told_before_anything_is_saved(
    autumn: Journal, path: Path, watch: Settable
) -> None:
    app = JournalApp(autumn)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_review(pilot, app)
        await walk(pilot, app)
        await on_to(pilot, app, "Which one lever")
        levers = app.screen.query_one("#levers")
        levers.choose("w")
        await on_to(pilot, app, "This is what will be saved.")
        other = open_store(path, create=False)
        Journal(other, watch).plans.save(win_rate=0.5)
        other.close()
        await pilot.press("enter")
        await wait_until(pilot, lambda: "another window" in complaint(app))
        assert "from 50 % to 55 %" in " ".join(told(app).split())
        assert not autumn.reviews.held()
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, Review))
    assert autumn.reviews.held()[0].sentence.startswith("The win rate went from 50 % to 55 %")


async def test_keys_pressed_twice_open_one_walk(autumn: Journal) -> None:
    app = JournalApp(autumn)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_review(pilot, app)
        app.simulate_key("enter")
        app.simulate_key("enter")
        await wait_until(pilot, lambda: bool(asked(app)))
        await wait_until(pilot, lambda: isinstance(app.screen, ReviewWalk))
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(app.screen, Review))


async def test_a_weeks_review_leaves_the_next_one_where_it_was(autumn: Journal) -> None:
    app = JournalApp(autumn)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_review(pilot, app)
        await pilot.press("w")
        await wait_until(
            pilot, lambda: "23 to 29 Nov" in str(app.screen.query_one("#share").border_title)
        )
        await walk(pilot, app)
        await on_to(pilot, app, "When is the next review?")
        assert "Mon 30 Nov 2026" in told(app)
        await on_to(pilot, app, "This is what will be saved.")
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, Review))
    held = autumn.reviews.held()[0]
    assert (held.period, held.next_on) == (Period.WEEK, None)
    assert autumn.reviews.next_on() == day("2026-11-30")


async def test_a_hundred_thousand_characters_are_kept_and_nothing_is_cut_in_silence(
    autumn: Journal,
) -> None:
    app = JournalApp(autumn)
    long = "word " * 20_000
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_review(pilot, app)
        await walk(pilot, app)
        await on_to(pilot, app, "What may get in its way")
        put(app, "words", long)
        await on_to(pilot, app, "This is what will be saved.")
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.screen, Review))
    assert autumn.reviews.held()[0].if_then == long.strip()
