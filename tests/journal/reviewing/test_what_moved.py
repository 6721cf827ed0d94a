"""What moved in a month: progress, setbacks, skills, the reward, and the sum of its weeks."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest
from builders import activity, at, day, note, setback
from clocked import Rep
from hypothesis import HealthCheck, given
from hypothesis import settings as trials
from hypothesis import strategies as st

from journal.activity import Activity
from journal.day_page import DayPage
from journal.entry import Note
from storage.store import SqliteStore, open_store

TUESDAY = day("2026-11-24")


@pytest.fixture
def rep(store: SqliteStore) -> Rep:
    return Rep(store)


def tagged(text: str, on: str, *tags: str) -> Note:
    when = day(on)
    return Note(day=when, text=text, tags=tags, logged=at(f"{on}T12:00"), logged_day=when)


def test_what_moved_is_told_newest_first_and_stands_as_a_note_in_the_year(rep: Rep) -> None:
    rep.did(
        activity("call", 1, day("2026-10-30")),
        tagged("Acme named a date", "2026-10-30", "progress"),
        *(tagged(f"Step {n}", "2026-11-10", "Progress") for n in range(11)),
        tagged("Globex named the pain", "2026-11-12", "progress", "vision"),
        tagged("No progress here", "2026-11-13", "vision"),
    )
    view = rep.journal.reviews.view()
    assert [entry.text for entry in view.moved][:2] == ["Globex named the pain", "Step 10"]
    assert (len(view.moved), view.moved_count) == (10, 12)
    assert view.notes[day("2026-10-30")] == "Acme named a date"
    assert view.notes[day("2026-11-10")] == "Step 0"
    assert day("2026-11-13") not in view.notes


def test_a_clear_no_counts_as_progress(rep: Rep) -> None:
    rep.did(
        activity("call", 2, day("2026-11-10"), outcome="said-no"),
        activity("email", 1, day("2026-11-12"), outcome="said-no"),
        activity("call", 1, day("2026-10-30"), outcome="said-no"),
        activity("call", 5, day("2026-11-10"), outcome="no-answer"),
    )
    assert rep.journal.reviews.view().said_no == 3


def test_a_good_thing_on_the_days_page_is_its_note(rep: Rep) -> None:
    rep.did(tagged("Globex named the pain", "2026-11-12", "progress"))
    with rep.journal.writing("a page"):
        page = DayPage(day=day("2026-11-12"), good_thing="I asked and kept quiet.")
        rep.journal.store.day_pages.save(page)
    assert rep.journal.reviews.view().notes == {day("2026-11-12"): "I asked and kept quiet."}


def test_setbacks_are_counted_in_their_own_month(rep: Rep) -> None:
    rep.did(
        *(setback(on=day(each)) for each in ("2026-11-03", "2026-11-20", "2026-10-20")),
        note(on=day("2026-11-03")),
    )
    assert rep.journal.reviews.view().setbacks == 2
    assert rep.journal.reviews.view(day=day("2026-10-05")).setbacks == 1


def test_skills_are_counted_by_their_tag_this_quarter_and_last(rep: Rep) -> None:
    rep.journal.set("skills", "vision, asking-why")
    rep.did(
        tagged("a", "2026-10-01", "Vision"),
        tagged("b", "2026-11-24", "vision", "asking-why"),
        tagged("c", "2026-09-30", "vision"),
        tagged("d", "2026-06-30", "vision"),
    )
    found = [
        (one.skill, one.this_quarter, one.last_quarter) for one in rep.journal.reviews.skills()
    ]
    assert found == [("vision", 2, 1), ("asking-why", 1, 0)]
    assert rep.journal.reviews.view(day=day("2026-10-05")).skills == ()


def test_the_reward_goes_to_the_best_week_and_is_always_awarded(rep: Rep) -> None:
    assert rep.journal.reviews.reward() is None
    rep.journal.set("reward", "Oysters at Moe's", day("2026-10-01"))
    rep.did(activity("call", 30, day("2026-11-11")), activity("email", 29, TUESDAY))
    first = rep.journal.reviews.reward()
    assert first is not None
    assert first.best is not None
    assert first.this_week is not None
    assert (first.what, first.best.days, first.best.reach_outs) == (
        *("Oysters at Moe's", "9 to 13 Nov"),
        30,
    )
    assert (first.this_week.reach_outs, first.is_this_week, first.is_awarded) == (29, False, False)
    rep.did(activity("social", 2, TUESDAY))
    ahead = rep.journal.reviews.reward()
    assert ahead is not None
    assert (ahead.is_this_week, ahead.is_awarded) == (True, False)
    rep.be("2026-12-01T09:00")
    awarded = rep.journal.reviews.view(day=TUESDAY).reward
    assert awarded is not None
    assert awarded.best is not None
    assert (awarded.is_awarded, awarded.best.reach_outs, awarded.this_week) == (True, 31, None)


_done = st.lists(
    st.builds(
        lambda n, kind, count: activity(kind, count, day("2026-09-20") + timedelta(days=n)),
        st.integers(0, 75),
        st.sampled_from(["call", "email", "social", "meeting", "demo"]),
        st.integers(1, 40),
    ),
    max_size=25,
)


@trials(deadline=None, max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(done=_done, on=st.integers(0, 75))
def test_the_weeks_of_a_month_add_up_to_what_was_done_in_it(
    tmp_path_factory: pytest.TempPathFactory, done: list[Activity], on: int
) -> None:
    path: Path = tmp_path_factory.mktemp("month") / "journal.db"
    store = open_store(path, create=True)
    try:
        rep = Rep(store)
        rep.be("2026-12-04T12:00")
        rep.did(*done)
        view = rep.journal.reviews.view(day=day("2026-09-20") + timedelta(days=on))
        totals = store.entries.totals(view.span.first, view.span.until)
        added: dict[str, int] = {}
        for week in view.weeks:
            for kind, count in week.totals.items():
                added[kind] = added.get(kind, 0) + count
        assert added == totals
        assert sum(week.reach_outs for week in view.weeks) == sum(
            totals.get(kind, 0) for kind in ("call", "email", "social")
        )
        days = sum((week.last - week.first).days + 1 for week in view.weeks)
        assert days == (view.span.last - view.span.first).days + 1
    finally:
        store.close()
