"""What Goals draws of the plan: marks that never lie over another, round numbers, and honest words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from itertools import pairwise

import pytest

from journal.money import Money
from journal.planning.outlook import Lever, Outlook
from screens.chance_words import sentence
from screens.plan_words import gain, helps
from screens.widgets.goal_chance import scale
from screens.widgets.goal_chart import x_ticks, y_marks

TUESDAY = date(2026, 11, 24)


def thousands(amount: int) -> Money:
    """So many thousand euros."""
    return Money(amount * 100_000, "EUR")


PICTURE = Outlook(
    chance=0.38, p10=thousands(780), p50=thousands(910), p90=thousands(1_080),
    target=thousands(1_200), booked=thousands(744), by=date(2026, 12, 31), if_plan_kept=False,
)  # fmt: skip
"""The chance of the picture: 38 % of 1.2M by the end of the year."""


def test_the_bar_has_three_marks_and_the_target_with_their_amounts_below() -> None:
    bar, marks = (row.plain for row in scale(PICTURE, 54))
    assert len(bar) == 54
    assert bar.count("┃") == bar.count("◆") == 1
    assert bar.index("━") < bar.index("┃") < bar.rindex("━") < bar.index("◆")
    assert marks.split() == ["780k", "910k", "1.08M", "1.2M"]
    assert abs(marks.index("910k") + 2 - bar.index("┃")) <= 1


@pytest.mark.parametrize("width", [30, 38, 60, 130])
@pytest.mark.parametrize(
    ("p10", "p50", "p90", "target"),
    [
        (0, 0, 0, 1_200),
        (1_200, 1_200, 1_200, 1_200),
        (1_199, 1_200, 1_201, 1_200),
        (1_000, 1_500, 2_000, 1),
        (1, 2, 3, 999_000_000),
        (0, 0, 0, 0),
    ],
)
def test_any_outcome_fits_its_width_and_no_amount_covers_another(
    width: int, p10: int, p50: int, p90: int, target: int
) -> None:
    outlook = replace(
        PICTURE,
        p10=thousands(p10),
        p50=thousands(p50),
        p90=thousands(p90),
        target=thousands(target),
    )
    bar, marks = scale(outlook, width)
    assert bar.cell_length == width
    assert marks.cell_length <= width
    amounts = {outlook.p10.short, outlook.p50.short, outlook.p90.short, outlook.target.short}
    assert sorted(marks.plain.split()) == sorted(amounts)


def test_marks_in_one_cell_stand_in_the_order_of_their_amounts() -> None:
    near = replace(PICTURE, p90=Money(122_000_000, "EUR"), target=Money(120_000_000, "EUR"))
    _, marks = scale(near, 38)
    assert marks.plain.split()[-2:] == ["1.2M", "1.22M"]


def test_the_sentence_says_chance_target_and_day_and_what_it_depends_on() -> None:
    assert sentence(PICTURE, TUESDAY) == ("38 %", " chance of 1.2M by 31 Dec")
    kept = replace(PICTURE, if_plan_kept=True)
    assert sentence(kept, TUESDAY)[1] == " chance of 1.2M by 31 Dec, if you keep the plan"
    assert sentence(kept, TUESDAY, 38)[1] == " chance of 1.2M, the plan kept"
    met = replace(PICTURE, booked=thousands(1_300), chance=1.0)
    assert sentence(met, TUESDAY)[0] == "✓ reached:"


def test_a_lever_says_its_gain_in_points_and_none_is_not_told() -> None:
    assert gain(Lever("w", 0.06)) == "win rate +10 % → +6 points"
    assert gain(Lever("reach_outs", 0.01)) == "reach-outs +10 % → +1 point"
    assert list(helps([Lever("w", 0.015), Lever("q", 0.0001)])) == ["win rate +10 % → +1.5 points"]


@pytest.mark.parametrize(("least", "most"), [(0, 60), (0, 1), (0, 1_200_000), (5, 95), (-3, 7)])
def test_numbers_beside_the_chart_are_round_and_few(least: float, most: float) -> None:
    marks = y_marks(least, most, 4)
    assert 2 <= len(marks) <= 5
    assert least <= marks[0]
    assert marks[-1] <= most
    assert len({round(after - before, 6) for before, after in pairwise(marks)}) == 1


def test_dates_below_the_chart_are_four_at_most_and_today_is_named() -> None:
    ticks = x_ticks(date(2026, 10, 26), date(2026, 12, 4), TUESDAY, 44)
    assert [name for _, name in ticks] == ["26 Oct", "9 Nov", "today", "4 Dec"]
    assert [name for _, name in x_ticks(TUESDAY, TUESDAY, TUESDAY, 20)] == ["today"]
    assert len(x_ticks(date(2026, 10, 26), date(2026, 12, 4), TUESDAY, 16)) == 2
