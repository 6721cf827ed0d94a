"""Silence: whether an answer may still come, and when it is time for the next lead."""

from __future__ import annotations

from datetime import date, timedelta
from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from journal.calendar import Calendar
from journal.exchange import Exchange
from journal.silence import (
    Patience,
    chance_of_reply,
    patience_of,
    sends_of,
    shrunk_rate,
    silence_of,
)

LATENCIES = (1, 1, 2, 3, 5, 8, 13)
WORKDAYS = Calendar()
MONDAY = date(2026, 3, 2)


def sent(account: str, on: date, kind: str = "email", outcome: str | None = None) -> Exchange:
    return Exchange(on, account, kind, outcome)


def spoke(account: str, on: date, outcome: str = "replied", kind: str = "meeting") -> Exchange:
    return Exchange(on, account, kind, outcome)


@pytest.mark.parametrize(
    ("days", "chance"), [(0, 0.300), (3, 0.155), (6, 0.109), (7, 0.109), (8, 0.058)]
)
def test_the_chance_of_an_answer_falls_with_each_silent_day(days: int, chance: float) -> None:
    assert chance_of_reply(0.3, LATENCIES, days) == pytest.approx(chance, abs=5e-4)


def test_at_a_rate_of_thirty_percent_it_is_next_on_day_eight() -> None:
    patience = Patience(0.3, LATENCIES, sends=23, replies=7)
    assert next(days for days in range(99) if patience.says_next(days)) == 8


def test_seven_of_twenty_three_are_shrunk_to_the_plans_rate() -> None:
    rate = shrunk_rate(7, 23, 0.2)
    assert rate == pytest.approx(0.2558, abs=5e-5)
    found = [chance_of_reply(rate, LATENCIES, days) for days in (3, 5, 8)]
    assert found == pytest.approx([0.1284, 0.0894, 0.0468], abs=5e-5)
    # A third of the rate is less than .10, and .0894 is not below .0853.
    patience = Patience(rate, LATENCIES, sends=23, replies=7)
    assert patience.threshold == pytest.approx(0.0853, abs=5e-5)
    assert next(days for days in range(99) if patience.says_next(days)) == 8


def test_it_is_never_next_before_day_three() -> None:
    quick = Patience(0.3, (0, 0, 0, 0, 0, 0, 1), sends=40, replies=7)
    assert [quick.says_next(days) for days in (1, 2, 3)] == [False, False, True]


def test_under_twenty_sends_the_default_of_ten_days_holds() -> None:
    few = Patience(0.3, LATENCIES, sends=19, replies=7)
    assert few.is_default
    assert few.chance(5) is None
    assert [few.says_next(days) for days in (9, 10)] == [False, True]


def test_who_was_never_answered_waits_the_default_too() -> None:
    assert Patience(0.05, (), sends=60, replies=0).is_default


def test_an_email_a_social_touch_and_a_voicemail_are_sends() -> None:
    entries = [
        sent("Acme", MONDAY),
        sent("Globex", MONDAY, "social"),
        sent("Hooli", MONDAY, "call", "voicemail"),
        sent("Stark", MONDAY, "call", "no-answer"),
        sent("Wayne", MONDAY, "meeting"),
    ]
    found = sends_of(entries, WORKDAYS)
    assert [(send.account, send.kind) for send in found] == [
        ("Acme", "email"),
        ("Globex", "social"),
        ("Hooli", "call"),
    ]


@pytest.mark.parametrize("word", ["replied", "reached", "booked", "held", "qualified", "said-no"])
def test_what_says_that_the_customer_spoke_is_an_answer(word: str) -> None:
    friday = MONDAY + timedelta(4)
    (send,) = sends_of([sent("Acme", MONDAY), spoke("ACME", friday, word)], WORKDAYS)
    assert (send.answered, send.latency) == (True, 4)


def test_latencies_are_counted_in_working_days() -> None:
    friday, monday = MONDAY + timedelta(4), MONDAY + timedelta(7)
    (send,) = sends_of([sent("Acme", friday), spoke("Acme", monday)], WORKDAYS)
    assert send.latency == 1
    (same_day,) = sends_of([sent("Acme", friday), spoke("Acme", friday)], WORKDAYS)
    assert same_day.latency == 0


def test_an_answer_noted_on_the_send_itself_tells_no_latency() -> None:
    (send,) = sends_of([sent("Acme", MONDAY, outcome="replied")], WORKDAYS)
    assert (send.answered, send.latency) == (True, None)


def test_what_comes_after_a_month_answers_something_else() -> None:
    (in_time,) = sends_of([sent("Acme", MONDAY), spoke("Acme", MONDAY + timedelta(30))], WORKDAYS)
    (too_late,) = sends_of([sent("Acme", MONDAY), spoke("Acme", MONDAY + timedelta(31))], WORKDAYS)
    assert (in_time.answered, too_late.answered) == (True, False)


def test_one_answer_answers_every_send_before_it_and_none_after() -> None:
    entries = [
        sent("Acme", MONDAY),
        sent("Acme", MONDAY + timedelta(1)),
        spoke("Acme", MONDAY + timedelta(2)),
        sent("Acme", MONDAY + timedelta(3)),
    ]
    found = [(send.answered, send.latency) for send in sends_of(entries, WORKDAYS)]
    assert found == [(True, 2), (True, 1), (False, None)]


def test_a_send_counts_once_it_is_a_month_old_or_answered() -> None:
    today = MONDAY + timedelta(30)
    entries = [
        sent("Old", MONDAY),
        sent("Young", MONDAY + timedelta(1)),
        sent("Answered", MONDAY + timedelta(28)),
        spoke("Answered", MONDAY + timedelta(29)),
    ]
    found = patience_of(sends_of(entries, WORKDAYS), 0.1, today)
    assert (found.sends, found.replies, found.latencies) == (2, 1, (1,))


def test_who_waits_is_named_once_with_those_to_close_first() -> None:
    today = MONDAY + timedelta(14)
    entries = [
        sent("Soylent", MONDAY),
        sent("Hooli", MONDAY + timedelta(2)),
        sent("Hooli", MONDAY + timedelta(9)),
        sent("Acme", MONDAY + timedelta(3)),
        spoke("Acme", MONDAY + timedelta(4)),
        sent("Long gone", MONDAY - timedelta(20)),
    ]
    entries.sort(key=lambda entry: entry.day)
    found = silence_of(sends_of(entries, WORKDAYS), 0.1, WORKDAYS, today)
    waiting = [(one.send.account, one.days, one.next) for one in found.waiting]
    assert waiting == [("Soylent", 10, True), ("Hooli", 3, False)]
    assert found.patience.is_default


lives = st.lists(
    st.tuples(st.sampled_from("abc"), st.integers(0, 120), st.sampled_from(["", "replied", "x"])),
    max_size=40,
)


@given(lives, st.integers(0, 60))
def test_the_chances_are_those_of_looking_at_each_send_by_itself(
    told: list[tuple[str, int, str]], later: int
) -> None:
    entries = [
        sent(name, MONDAY + timedelta(after), outcome=outcome or None)
        for name, after, outcome in sorted(told, key=lambda each: each[1])
    ]
    today = MONDAY + timedelta(120 + later)
    replies, counted, latencies = 0, 0, []
    for place, entry in enumerate(entries):
        answer = next(
            (
                each.day
                for each in entries[place + 1 :]
                if each.account == entry.account and each.outcome == "replied"
            ),
            None,
        )
        if entry.outcome == "replied":
            replies, counted = replies + 1, counted + 1
        elif answer is not None and (answer - entry.day).days <= 30:
            replies, counted = replies + 1, counted + 1
            span = [entry.day + timedelta(n + 1) for n in range((answer - entry.day).days)]
            latencies.append(sum(day.weekday() < 5 for day in span))
        elif (today - entry.day).days >= 30:
            counted += 1
    found = patience_of(sends_of(entries, WORKDAYS), 0.2, today)
    assert (found.replies, found.sends) == (replies, counted)
    assert list(found.latencies) == sorted(latencies)
    assert found.rate == pytest.approx((4 + replies) / (20 + counted))
    if counted >= 20 and latencies:
        for days in range(12):
            share = Fraction(sum(each > days for each in latencies), len(latencies))
            r = Fraction(4 + replies, 20 + counted)
            expected = r * share / (r * share + 1 - r)
            assert found.chance(days) == pytest.approx(float(expected))
            is_too_low = float(expected) < min(0.1, found.rate / 3)
            assert found.says_next(days) == (days >= 3 and is_too_low)
