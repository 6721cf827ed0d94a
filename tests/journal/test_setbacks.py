"""What came of each setback, when it is asked about, and what the rep makes of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from builders import activity, at, note, setback

from journal.calendar import Calendar
from journal.errors import BadInput, ChangedElsewhere, NotFound
from journal.follow_up import FollowUp, FollowUpState
from journal.journal import Journal
from journal.setback import TYPES, Setback
from journal.setback_line import CheckDue
from journal.setback_work import Check, Thoughts
from journal.setbacks import Setbacks
from storage.store import SqliteStore

HIT = date(2024, 1, 2)
"""A Tuesday."""


class Rep:
    """A rep whose clock the test sets."""

    def __init__(self, store: SqliteStore) -> None:
        self.now = at("2024-01-02T09:30")
        self.journal = Journal(store, lambda: self.now)

    @property
    def setbacks(self) -> Setbacks:
        return self.journal.setbacks

    def on(self, day: str, clock: str = "09:30") -> Rep:
        self.now = at(f"{day}T{clock}")
        return self

    def was_hit(self, day: date = HIT, sting: int | None = 8, type_: str = "deal lost") -> int:
        hit = replace(setback("They chose Initech.", on=day, sting=sting), type=type_)
        return self.journal.record(replace(hit, account="Acme")).entry.id

    def worked(self, first: date, days: int, calls: int = 4) -> None:
        """So many calls on each working day from a day on."""
        calendar, day = Calendar(), first - timedelta(days=1)
        with self.journal.writing("days of work"):
            for _ in range(days):
                day = calendar.plus_working(day, 1)
                self.journal.store.entries.add(
                    replace(activity(count=calls, on=day), logged=self.now)
                )
        self.journal.forget_what_was_read()

    def came(self, setback_id: int) -> str:
        return str(self.setbacks.story(setback_id).came_of)


@pytest.fixture
def rep(store: SqliteStore) -> Rep:
    return Rep(store)


def answer(
    id_: int, after: int = 7, *, stronger: bool | None = None, sting: int | None = None
) -> Check:
    return Check(setback=id_, after=after, day=HIT, stronger=stronger, sting=sting)


def test_a_fresh_one_is_open_and_asked_about_on_day_7_and_on_day_30(rep: Rep) -> None:
    hit = rep.was_hit()
    seen = [
        (day, rep.on(f"2024-{day}").came(hit))
        for day in ("01-02", "01-08", "01-09", "01-31", "02-01", "03-01", "03-02")
    ]
    assert seen == [
        ("01-02", "open"),
        ("01-08", "open"),
        ("01-09", "ask, day 7"),
        ("01-31", "ask, day 7"),
        ("02-01", "ask, day 30"),
        ("03-01", "ask, day 30"),
        ("03-02", "left as it is"),
    ]


def test_what_is_asked_stands_among_what_is_due(rep: Rep) -> None:
    hit = rep.was_hit()
    assert rep.on("2024-01-08").setbacks.checks_due() == ()
    (due,) = rep.on("2024-01-11").setbacks.checks_due()
    assert (due.setback.id, due.after, due.due) == (hit, 7, date(2024, 1, 9))
    assert due.as_follow_up() == FollowUp(
        due=date(2024, 1, 9),
        what="What did the lost deal teach you?",
        account="Acme",
        setback=hit,
        kind="check-in",
    )
    rep.setbacks.answer(answer(hit))
    assert rep.setbacks.checks_due() == ()
    assert [each.after for each in rep.on("2024-02-01").setbacks.checks_due()] == [30]
    assert rep.on("2024-03-02").setbacks.checks_due() == ()


def test_who_looks_ahead_sees_what_will_be_asked(rep: Rep) -> None:
    hit = rep.was_hit()
    ahead = rep.setbacks.checks_due(date(2024, 1, 9))
    assert [(each.setback.id, each.after, each.due) for each in ahead] == [
        (hit, 7, date(2024, 1, 9))
    ]
    assert rep.setbacks.checks_due(date(2024, 1, 8)) == ()
    # Until the first question is answered the second is not told.
    rep.on("2024-01-25")
    assert [each.after for each in rep.setbacks.checks_due(date(2024, 2, 8))] == [7]
    rep.setbacks.answer(answer(hit))
    assert [each.after for each in rep.setbacks.checks_due(date(2024, 2, 8))] == [30]


def test_those_that_wait_longest_are_asked_first(rep: Rep) -> None:
    rep.on("2024-02-05")
    later, early = rep.was_hit(date(2024, 1, 25)), rep.was_hit(date(2024, 1, 1))
    assert [each.setback.id for each in rep.setbacks.checks_due()] == [early, later]


@pytest.mark.parametrize("type_", TYPES)
def test_each_type_is_asked_about_in_plain_words(type_: str) -> None:
    due = CheckDue(Setback(day=HIT, type=type_), 7)
    assert due.question.startswith(("What did the ", "What did losing the "))
    assert ("the setback" in due.question) == (type_ == "other")


def test_answered_it_is_stronger_or_back_or_left_as_it_is(rep: Rep) -> None:
    hit = rep.was_hit()
    rep.on("2024-01-09").setbacks.answer(answer(hit))
    assert rep.came(hit) == "open"
    rep.setbacks.answer(answer(hit, stronger=True))
    assert rep.came(hit) == "stronger"
    assert rep.on("2024-02-01").came(hit) == "ask, day 30"
    rep.setbacks.answer(answer(hit, 30, stronger=False))
    assert rep.came(hit) == "left as it is"


def test_back_tells_the_working_days_since_its_own_day(rep: Rep) -> None:
    rep.worked(date(2023, 12, 11), 16)
    first, second = rep.was_hit(HIT), rep.on("2024-01-04").was_hit(date(2024, 1, 4))
    # 3 January is empty, 4 January has one call, 5 January seven: mean 4.
    rep.worked(date(2024, 1, 4), 1, calls=1)
    rep.worked(date(2024, 1, 5), 1, calls=7)
    assert (rep.came(first), rep.came(second)) == ("open", "open")
    rep.on("2024-01-06")
    assert (rep.came(first), rep.came(second)) == ("back, day 3", "back, day 1")
    found = rep.setbacks.resilience().bounce_back
    assert (found.n, found.left_out) == (
        1,
        ("1 setback hit before you were back from the last: counted with it.",),
    )


def test_a_setback_on_the_weekend_before_the_return_is_back_on_day_one(rep: Rep) -> None:
    rep.worked(date(2023, 12, 11), 16)
    rep.was_hit(HIT)
    weekend = rep.on("2024-01-06").was_hit(date(2024, 1, 6))
    rep.worked(date(2024, 1, 8), 1, calls=8)
    assert rep.on("2024-01-09").came(weekend) == "back, day 1"


def test_where_it_is_not_measured_the_line_says_why(rep: Rep) -> None:
    hit = rep.was_hit()
    assert rep.setbacks.story(hit).not_measured == "fewer than 10 working days before it"
    found = rep.setbacks.resilience()
    assert found.bounce_back.why_not == "Measured from five setbacks on; you have 1, not measured."
    assert found.bounce_back.left_out == (
        "1 setback not measured: fewer than 10 working days before it.",
    )


def test_a_journal_without_any_answers_calmly(rep: Rep) -> None:
    assert rep.setbacks.lines() == ()
    assert rep.setbacks.checks_due() == ()
    assert rep.setbacks.stronger() == ()
    found = rep.setbacks.resilience()
    assert (found.setbacks, found.bounce_back.n, found.bounce_back.median_days) == (0, 0, None)
    assert found.how_often.per_hundred is None
    assert found.most_often == ()


def six_hits(rep: Rep) -> None:
    """Six setbacks, back on days 1, 2, 2, 4 and 7, the fifth hit by the end of time on day 5."""
    rep.on("2024-12-31")
    day = date(2024, 1, 1)
    calendar = Calendar()
    for empty in (0, 1, 1, 3, 6):
        rep.worked(day, 25)
        hit = calendar.plus_working(day - timedelta(days=1), 26)
        rep.was_hit(hit)
        # So many days without a call, then eight: the mean with an empty day before is the pace.
        day = calendar.plus_working(hit, empty + 1)
        rep.worked(day, 1, calls=8)
        day = calendar.plus_working(day, 1)
    rep.worked(day, 25)
    hit = calendar.plus_working(day - timedelta(days=1), 26)
    rep.was_hit(hit)
    end = calendar.plus_working(hit, 6)
    rep.on(end.isoformat())


def test_six_of_them_have_the_median_worked_by_hand(rep: Rep) -> None:
    six_hits(rep)
    found = rep.setbacks.resilience()
    assert [(step.day, round(float(step.share), 4)) for step in found.bounce_back.curve] == [
        *((1, 0.8333), (2, 0.5), (4, 0.3333), (7, 0.0))
    ]
    assert (found.bounce_back.median_days, found.bounce_back.n, found.bounce_back.censored) == (
        *(2, 6, 1),
    )
    assert found.most_often[0].count == 6
    assert found.most_often[0].median_days == 2
    assert (found.ordinary.median_days, found.ordinary.censored) == (1, 1)


def test_what_is_older_than_24_months_is_left_out(rep: Rep) -> None:
    six_hits(rep)
    assert rep.on("2026-01-31").setbacks.resilience().setbacks == 6
    # The first was on Mon 5 February 2024.
    assert rep.on("2026-02-05").setbacks.resilience().setbacks == 6
    later = rep.on("2026-02-06").setbacks.resilience()
    assert (later.setbacks, later.bounce_back.n) == (5, 5)


def test_more_than_half_not_yet_back_is_said(rep: Rep) -> None:
    rep.on("2026-03-01")
    day = date(2024, 6, 3)
    for _ in range(5):
        rep.worked(day, 10)
        hit = Calendar().plus_working(day - timedelta(days=1), 11)
        rep.was_hit(hit)
        day = Calendar().plus_working(hit, 62)
    found = rep.setbacks.resilience().bounce_back
    assert (found.n, found.censored, found.median_days) == (5, 5, None)
    assert found.why_not == "More than half not yet back."


def test_thoughts_are_kept_over_earlier_ones_and_undone(rep: Rep) -> None:
    hit = rep.was_hit()
    kept = rep.setbacks.work_through(Thoughts(setback=hit, belief="they never meant it"))
    again = rep.setbacks.work_through(replace(kept, belief="", mine=0, theirs=0, circumstance=100))
    assert rep.setbacks.story(hit).thoughts == again
    with pytest.raises(ChangedElsewhere):
        rep.setbacks.work_through(replace(kept, belief="stale"))
    rep.journal.undo()
    assert rep.setbacks.story(hit).thoughts == replace(kept, rev=3)


@pytest.mark.parametrize(
    ("shares", "is_fine"),
    [
        ((20, 50, 30), True),
        ((0, 0, 100), True),
        ((None, None, None), True),
        ((20, 50, 31), False),
        ((20, 50, None), False),
        ((100, None, None), False),
        ((-10, 60, 50), False),
    ],
)
def test_the_three_shares_make_a_hundred_or_are_left_out(
    rep: Rep, shares: tuple[int | None, int | None, int | None], is_fine: bool
) -> None:
    mine, theirs, circumstance = shares
    said = Thoughts(setback=rep.was_hit(), mine=mine, theirs=theirs, circumstance=circumstance)
    if is_fine:
        assert rep.setbacks.work_through(said).mine == mine
    else:
        with pytest.raises(BadInput, match="make 100 % together"):
            rep.setbacks.work_through(said)


def test_a_hundred_thousand_characters_are_kept_and_one_more_is_refused(rep: Rep) -> None:
    hit = rep.was_hit()
    long = "x" * 100_000
    rep.setbacks.work_through(Thoughts(setback=hit, belief=long, if_then=long))
    rep.setbacks.answer(replace(answer(hit), learned=long))
    story = rep.setbacks.story(hit)
    assert story.thoughts is not None
    assert (story.thoughts.belief, story.checks[0].learned) == (long, long)
    with pytest.raises(BadInput, match="holds 100,000 characters"):
        rep.setbacks.work_through(Thoughts(setback=hit, other_view=long + "x"))
    with pytest.raises(BadInput, match="holds 100,000 characters"):
        rep.setbacks.answer(replace(answer(hit), differently=long + "x"))


def test_what_is_no_setback_is_not_worked_through(rep: Rep) -> None:
    words = rep.journal.record(note(on=HIT)).entry.id
    for refused in (words, 99):
        with pytest.raises(NotFound):
            rep.setbacks.work_through(Thoughts(setback=refused, belief="x"))
        with pytest.raises(NotFound):
            rep.setbacks.answer(answer(refused))
        with pytest.raises(NotFound):
            rep.setbacks.next_step(refused, "call", HIT)
    with pytest.raises(BadInput, match="after 7 and after 30 days"):
        rep.setbacks.answer(answer(rep.was_hit(), 8))


def test_the_next_step_is_a_follow_up_about_the_same_customer(rep: Rep) -> None:
    hit = rep.was_hit()
    step = rep.setbacks.next_step(hit, " ask for the criteria ", date(2024, 1, 4))
    assert (step.what, step.account, step.setback, step.kind) == (
        *("ask for the criteria", "Acme", hit, "next-step"),
    )
    assert list(rep.journal.due(date(2024, 1, 4))) == [step]
    again = rep.setbacks.next_step(hit, "call the sponsor", date(2024, 1, 5))
    assert (again.id, again.rev) == (step.id, step.rev + 1)
    done = rep.on("2024-01-03").journal.follow_ups.done(step.id)
    assert rep.setbacks.story(hit).next_step == done
    new = rep.setbacks.next_step(hit, "once more", date(2024, 1, 5))
    assert new.id != step.id
    assert rep.setbacks.story(hit).next_step == new
    assert rep.on("2024-01-03", "11:00").setbacks.resilience().acted.within == 1


def test_a_next_step_that_was_let_go_is_no_next_action_whatever_was_said_of_it(rep: Rep) -> None:
    hit = rep.was_hit()
    first = rep.setbacks.next_step(hit, "call", HIT)
    closed = rep.on("2024-01-02", "10:00").journal.follow_ups.close(first.id)
    assert closed.state is FollowUpState.CLOSED
    assert rep.on("2024-01-03").setbacks.resilience().acted.within == 0
    second = rep.on("2024-01-02", "10:00").setbacks.next_step(hit, "call", HIT)
    skipped = rep.journal.follow_ups.skip(second.id, "they called first")
    assert (skipped.state, skipped.why) == (FollowUpState.SKIPPED, "they called first")
    assert rep.on("2024-01-03").setbacks.resilience().acted.within == 0


def test_an_answer_has_the_day_it_was_given_and_a_sting_keeps_its_own(rep: Rep) -> None:
    hit = rep.was_hit()
    rep.on("2024-01-09").setbacks.answer(answer(hit, sting=4))
    later = rep.on("2024-01-12").setbacks.answer(replace(answer(hit, sting=4), learned="ask"))
    assert (later.day, later.learned) == (date(2024, 1, 9), "ask")
    assert rep.setbacks.answer(answer(hit, sting=2)).day == date(2024, 1, 12)
    # 8 to 2 in ten days.
    assert rep.setbacks.resilience().fade.median_days == pytest.approx(5)


def test_an_answer_belongs_to_the_question_of_its_time(rep: Rep) -> None:
    hit = rep.was_hit()
    seen = [rep.on(day).setbacks.story(hit).answers for day in ("2024-01-02", "2024-01-31")]
    assert seen == [7, 7]
    assert rep.on("2024-02-01").setbacks.story(hit).answers == 30


def test_what_made_the_rep_stronger_is_collected(rep: Rep) -> None:
    first, second = rep.was_hit(), rep.was_hit()
    rep.on("2024-01-09").setbacks.answer(replace(answer(first, stronger=True), learned="ask"))
    rep.setbacks.answer(answer(second, stronger=False))
    ((hit, said),) = rep.setbacks.stronger()
    assert (hit.id, said.learned) == (first, "ask")


def test_both_answers_to_one_setback_stand_together(rep: Rep) -> None:
    first, second = rep.was_hit(), rep.was_hit()
    rep.on("2024-01-10").setbacks.answer(answer(first, stronger=True))
    rep.setbacks.answer(answer(second, stronger=True))
    rep.on("2024-02-02").setbacks.answer(answer(first, after=30, stronger=True))
    collected = [(hit.id, said.after) for hit, said in rep.setbacks.stronger()]
    assert collected == [(first, 7), (first, 30), (second, 7)]


def test_pages_of_the_list_follow_each_other(rep: Rep) -> None:
    ids = [rep.was_hit(HIT - timedelta(days=n // 2)) for n in range(7)]
    by_day = sorted(ids, key=lambda id_: (-((id_ - ids[0]) // 2), id_), reverse=True)
    first = rep.setbacks.lines(limit=3)
    last = first[-1].setback
    rest = rep.setbacks.lines(before=(last.day, last.id))
    assert [line.setback.id for line in (*first, *rest)] == by_day


def test_a_clock_moved_back_neither_asks_nor_measures_what_lies_ahead(rep: Rep) -> None:
    hit = rep.on("2024-03-01").was_hit(date(2024, 3, 1))
    rep.on("2024-01-02")
    assert rep.came(hit) == "open"
    assert rep.setbacks.checks_due() == ()
    assert rep.setbacks.resilience().setbacks == 0


def test_after_midnight_it_is_still_the_evening_before(rep: Rep) -> None:
    hit = rep.on("2024-01-03", "01:00").was_hit(HIT)
    assert rep.on("2024-01-09", "03:59").came(hit) == "open"
    assert rep.on("2024-01-09", "04:00").came(hit) == "ask, day 7"


def test_the_clocks_of_summer_and_winter_change_nothing(store: SqliteStore) -> None:
    rep = Rep(store).on("2024-04-10")
    # The clocks go forward on Sun 31 March, between the setback and the return on Monday.
    rep.worked(date(2024, 3, 4), 25)
    rep.was_hit(date(2024, 3, 29))
    winter = rep.now
    summer = replace(winter, offset=120)
    assert (
        Journal(store, lambda: winter).setbacks.resilience()
        == Journal(store, lambda: summer).setbacks.resilience()
    )
    assert rep.setbacks.resilience().bounce_back.curve[0].day == 1


def test_what_was_read_holds_until_a_past_day_changes(rep: Rep) -> None:
    rep.worked(date(2023, 12, 11), 16)
    hit = rep.was_hit()
    rep.on("2024-01-04")
    assert rep.came(hit) == "open"
    # Written down a day late, the calls of the 3rd bring the rep back.
    rep.journal.record(activity(count=4, on=date(2024, 1, 3)))
    assert rep.came(hit) == "back, day 1"
    rep.journal.undo()
    assert rep.came(hit) == "open"
