"""What the deals say so far."""

from __future__ import annotations

from datetime import date
from fractions import Fraction

from builders import day

from journal.deal import Deal, Outcome
from journal.money import Money
from journal.stats import QuarterWon, Stats, quarter_of, stats

GENUINE_WINS = [
    ("1651993.36", "2023-06-17"),
    ("1442558.88", "2023-11-12"),
    ("728825.17", "2023-07-28"),
    ("626076.05", "2023-11-27"),
    ("752977.50", "2023-10-22"),
    ("734410.15", "2023-07-20"),
    ("1049308.19", "2023-10-08"),
    ("1230941.19", "2023-03-17"),
    ("623425.01", "2023-10-27"),
    ("807857.49", "2023-08-31"),
    ("258680.68", "2023-11-23"),
    ("635509.31", "2023-02-02"),
]
"""Amount and close date of the won rows in the Salesforce sample; all were created 2024-01-22."""


def deal(
    outcome: Outcome = Outcome.OPEN,
    amount: Money | None = None,
    closed: date | None = None,
    opened: date | None = None,
) -> Deal:
    return Deal(
        account="Acme", name="Seats", outcome=outcome, amount=amount, closed=closed, opened=opened
    )


def dollars(text: str) -> Money:
    return Money(int(text.replace(".", "")), "USD")


def genuine_sample() -> Stats:
    loaded = day("2024-01-22")
    return stats(
        [
            *(deal(Outcome.WON, dollars(text), day(on), loaded) for text, on in GENUINE_WINS),
            *[deal(Outcome.LOST, dollars("467584.31"), day("2023-09-23"), loaded)] * 3,
            *[deal(Outcome.OPEN, dollars("328515.27"), None, loaded)] * 35,
        ],
        "EUR",
    )


def test_the_genuine_sample_gives_its_published_figures() -> None:
    found = genuine_sample()
    assert (found.won, found.lost, found.no_decision, found.open) == (12, 3, 0, 35)
    assert found.win_rate == 0.8
    assert found.won_value == Money(1_054_256_298, "USD")
    assert found.average_won == Fraction("878546.915")
    assert found.median_won == Fraction("743693.825")
    assert float(found.average_won) == 878546.915
    assert {name: won.count for name, won in found.won_by_quarter.items()} == {
        "2023-Q1": 2, "2023-Q2": 1, "2023-Q3": 3, "2023-Q4": 6
    }  # fmt: skip
    assert found.won_by_quarter["2023-Q1"] == QuarterWon(2, Money(186_645_050, "USD"))


def test_wins_created_after_they_closed_tell_no_cycle() -> None:
    cycle = genuine_sample().cycle_days
    assert (cycle.median, cycle.mean, cycle.n, cycle.left_out) == (None, None, 0, 12)


def test_an_empty_journal_has_no_rates_and_no_averages() -> None:
    found = stats([], "EUR")
    assert (found.win_rate, found.average_won, found.median_won) == (None, None, None)
    assert (found.won_value, found.won_by_quarter, found.notes) == (Money(0, "EUR"), {}, ())


def test_no_decision_lowers_the_overall_win_rate() -> None:
    found = stats([deal(Outcome.WON), deal(Outcome.NO_DECISION), deal(Outcome.LOST), deal()], "EUR")
    assert (found.win_rate, found.no_decision) == (1 / 3, 1)


def test_the_cycle_is_counted_in_calendar_days() -> None:
    opened = day("2026-01-01")
    closed = ("2026-01-11", "2026-01-21", "2026-03-02")
    found = stats([deal(Outcome.WON, None, day(on), opened) for on in closed], "EUR")
    assert (found.cycle_days.median, found.cycle_days.mean, found.cycle_days.n) == (20, 30, 3)


def test_wins_in_a_second_currency_are_counted_and_kept_out_of_the_amounts() -> None:
    on = day("2026-04-01")
    found = stats(
        [
            deal(Outcome.WON, Money(500, "EUR"), on),
            deal(Outcome.WON, Money(900, "USD"), on),
            deal(Outcome.WON, None, on),
            deal(Outcome.OPEN, Money(1, "EUR")),
        ],
        "USD",
    )
    assert (found.won, found.won_value, found.average_won) == (3, Money(500, "EUR"), Fraction(5))
    assert (found.other_currency, found.without_amount) == (1, 1)
    assert found.won_by_quarter == {"2026-Q2": QuarterWon(3, Money(500, "EUR"))}
    assert found.notes == (
        "1 won deal without an amount: counted, in no amount.",
        "1 won deal not in EUR: its amount is left out.",
        "3 won deals have no first or no last day: not in the sales cycle.",
    )


def test_several_wins_in_other_currencies_are_told_as_several() -> None:
    opened, on = day("2026-03-02"), day("2026-04-01")
    amounts = [*[Money(50_000, "GBP")] * 3, Money(70_000, "USD"), Money(90_000, "EUR")]
    found = stats([deal(Outcome.WON, amount, on, opened) for amount in amounts], "EUR")
    assert (found.won, found.won_value) == (5, Money(150_000, "GBP"))
    assert found.notes == ("2 won deals not in GBP: their amounts are left out.",)


def test_yen_have_no_cents() -> None:
    found = stats([deal(Outcome.WON, Money(500, "JPY"), day("2026-04-01"))], "EUR")
    assert found.average_won == 500


def test_a_period_counts_what_was_closed_in_it_and_all_that_is_open() -> None:
    deals = [
        deal(Outcome.WON, Money(100, "EUR"), day("2026-03-31")),
        deal(Outcome.WON, Money(200, "EUR"), day("2026-04-01")),
        deal(Outcome.LOST, None, day("2026-06-30")),
        deal(Outcome.LOST, None, day("2026-07-01")),
        deal(Outcome.WON),
        deal(),
    ]
    found = stats(deals, "EUR", since=day("2026-04-01"), until=day("2026-06-30"))
    assert (found.won, found.lost, found.open, found.won_value) == (1, 1, 1, Money(200, "EUR"))
    assert stats(deals, "EUR").won == 3


def test_a_win_without_a_day_is_in_no_quarter() -> None:
    found = stats([deal(Outcome.WON, Money(100, "EUR"))], "EUR")
    assert (found.won_by_quarter, found.without_day) == ({}, 1)


def test_quarters_are_those_of_the_calendar() -> None:
    ends = ("2023-03-31", "2023-04-01", "2023-12-31")
    assert [quarter_of(day(end)) for end in ends] == ["2023-Q1", "2023-Q2", "2023-Q4"]
