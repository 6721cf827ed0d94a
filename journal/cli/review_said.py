"""A review as the command line says it: one calm page of at most forty lines."""

from __future__ import annotations

from collections.abc import Iterator
from textwrap import wrap
from typing import TYPE_CHECKING

from journal.cli.output import say, say_table
from journal.measure import AMOUNT, DEALS_WON, FIRST_MEETINGS, QUALIFIED, REACH, STAGE1
from journal.measure import one_or_several as counted
from journal.money import Money
from journal.percent import rounded
from journal.plan import Level
from journal.reasons import FEWEST
from journal.reviewing.levers import LEVER_WORDS, RATES
from journal.reviewing.plan_rows import RowState

if TYPE_CHECKING:
    from journal.journal import Journal
    from journal.reasons import Decider, WhatDecides
    from journal.resilience import BounceBack
    from journal.reviewing.conversions import Conversion
    from journal.reviewing.plan_rows import PlanRow
    from journal.reviewing.reward import RewardStanding
    from journal.reviews import LeverChoice, ReviewView
    from journal.taught import Taught

WIDTH = 80
"""Sentences are broken to this many columns."""

PROGRESS_TOLD = 2
LEVERS_TOLD = 3

_ROWS = {
    REACH: "Reach-outs",
    FIRST_MEETINGS: "First meetings",
    STAGE1: "Stage-1",
    QUALIFIED: "Qualified",
    DEALS_WON: "Deals won",
    AMOUNT: "Booked",
}
_STEPS = {level: LEVER_WORDS[name] for name, level in RATES.items()}
_STEPS[Level.QUALIFIED] = "qualified → won"


def say_review(journal: Journal, view: ReviewView) -> None:
    """Print the page."""
    say(view.span.title)
    if view.is_empty:
        say(view.next.sentence)
        say("It takes ten minutes, looks back on your days and ends in one change.")
        return
    say(_headline(view))
    say()
    say_table([_row(row, view.table.currency) for row in view.table.rows], right=(1,))
    say()
    steps = [_step(step) for step in view.conversions]
    say_table([("", "mine", "assumed", "", "", "24 months"), *steps], right=(1, 2, 3, 4, 5))
    say()
    moved = _moved(view, journal.setbacks.bounce_back())
    say_table([*moved, *_taught(journal.reviews.taught())])
    say()
    if levers := [each for each in journal.reviews.levers() if each.can_be_raised]:
        say("One lever for what comes next, with the points of chance gained by +10 %:")
        say_table([_lever(each, view.table.currency) for each in levers[:LEVERS_TOLD]], right=(3,))
    for sentence in (view.next.sentence, *view.notices):
        for line in wrap(sentence, WIDTH):
            say(line)


def _headline(view: ReviewView) -> str:
    parts = [] if view.share is None else [f"{100 * view.share:.0f} % of {view.table.share_of}"]
    parts.append(f"{view.days_kept:,} of {view.days_of:,} days kept")
    if view.strength_to is not None:
        was = "" if view.strength_from is None else f"{100 * view.strength_from:.0f} → "
        parts.append(f"strength {was}{100 * view.strength_to:.0f} %")
    return ", ".join(parts)


def _row(row: PlanRow, currency: str) -> tuple[str, str, str]:
    def number(stored: int) -> str:
        return Money(stored, currency).short if row.measure == AMOUNT else f"{stored:,}"

    if row.state is RowState.NOT_ASKED:
        return _ROWS[row.measure], number(row.done), ""
    said = {
        RowState.MET: "✓ met",
        RowState.DUE_TODAY: f"{number(row.short)} to go today",
        RowState.SHORT: f"{number(row.short)} short",
    }
    return _ROWS[row.measure], f"{number(row.done)}/{number(row.asked or 0)}", said[row.state]


def _step(step: Conversion) -> tuple[str, ...]:
    words = _STEPS[step.level]
    return (
        words[:1].upper() + words[1:],
        "–" if step.mine is None else rounded(step.mine),
        rounded(step.assumed) + (" default" if step.is_default else ""),
        _points(step.points),
        f"n {step.n:,}",
        "–" if step.usual is None else f"{rounded(step.usual)} of {step.usual_n:,}",
    )


def _points(points: float | None) -> str:
    """How far above or below the assumed, as ▲ 2 or ▼ 0.4."""
    if points is None:
        return ""
    size = f"{abs(points):.0f}" if abs(points) >= 0.95 else f"{abs(points):.1f}"
    return "=" if float(size) == 0 else f"{'▲' if points > 0 else '▼'} {size}"


def _moved(view: ReviewView, back: BounceBack) -> Iterator[tuple[str, str]]:
    if (week := view.best_week) is not None:
        meetings = counted("meetings", week.meetings)
        reach = counted("reach-outs", week.reach_outs)
        yield "Best week", f"{week.days}: {week.reach_outs:,} {reach}, {week.meetings:,} {meetings}"
    if view.said_no:
        yield "Said no", f"{view.said_no:,}: clear answers, and progress"
    for number, entry in enumerate(view.moved[:PROGRESS_TOLD]):
        yield "" if number else "Progress", _one_line(entry.text or entry.account or "")
    days = counted("days", view.streak.current)
    yield "Streak", f"{view.streak.current:,} {days}, best {view.streak.best:,}"
    yield "Setbacks", f"{view.setbacks:,}{_bounce_back(back)}"
    if view.skills:
        practised = (f"{one.skill} {one.this_quarter:,}" for one in view.skills)
        yield "Skills", ", ".join(practised) + " this quarter"
    if view.reward is not None:
        yield "Reward", _reward(view.reward)


def _taught(taught: Taught) -> Iterator[tuple[str, str]]:
    """What decides deals and how well they are foreseen; nothing while no deal tells anything of it."""
    decides, found = taught.decides, taught.calibration
    if taught.n:
        hint = ", exploratory" if taught.is_exploratory else ""
        told = [_decider(one, decides) for one in (taught.win_by, taught.lose_by)]
        if decides.wins < FEWEST or decides.losses < FEWEST:
            told, hint = [decides.note], ""
        yield "Win by", f"{told[0]}{hint}"
        yield from (("Lose by", f"{words}{hint}") for words in told[1:])
    if found.n and (not found.is_shown or found.brier is None or found.usual is None):
        yield "Dates", found.why_not or ""
    elif found.brier is not None and found.usual is not None:
        slip = "" if found.slip_days is None else f"slip by {found.slip_days:.0f} days, "
        said = f"Brier {found.brier:.2f}, always your win rate {found.usual:.2f} (n {found.n:,})"
        yield "Dates", f"{slip}{said}"


def _decider(one: Decider | None, decides: WhatDecides) -> str:
    if one is None:
        return "no clear difference"
    counts = f"{one.wins:,} of {decides.wins:,} wins, {one.losses:,} of {decides.losses:,} losses"
    unclear = "" if one.is_clear else "no clear difference: "
    return f"{unclear}{_one_line(one.tag, 30)}, {counts}"


def _bounce_back(back: BounceBack) -> str:
    if back.median_days is None:
        return ""
    days = counted("days", back.median_days)
    return f", back after {back.median_days:,} {days} (median, n {back.n:,})"


def _reward(reward: RewardStanding) -> str:
    if reward.best is None:
        return f"{_one_line(reward.what)}: for the best week of the month"
    whose = "it is yours" if reward.is_awarded else "this week" if reward.is_this_week else ""
    said = f"{_one_line(reward.what)}: {reward.best.days} leads with {reward.best.reach_outs:,}"
    if reward.is_awarded:
        said = f"{_one_line(reward.what)}: ✓ yours for {reward.best.days}"
    return said if reward.is_awarded or not whose else f"{said}, {whose}"


def _lever(each: LeverChoice, currency: str) -> tuple[str, str, str, str]:
    def said(value: float | None) -> str:
        if value is None:
            return "–"
        if each.name == "deal_size":
            return Money(round(value), currency).short
        return rounded(value) if each.name in RATES else f"{value:.1f} a day"

    words = LEVER_WORDS[each.name]
    gain = "" if each.gain is None else f"+{100 * each.gain:.1f}"
    return f"  {words[:1].upper()}{words[1:]}", said(each.now), f"→ {said(each.raised)}", gain


def _one_line(text: str, longest: int = WIDTH - 12) -> str:
    words = " ".join(text.split())
    return words if len(words) <= longest else words[: longest - 1].rstrip() + "…"
