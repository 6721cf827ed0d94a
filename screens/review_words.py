"""What Review says: the number and its lines, rows against the plan, conversions, weeks, runs and levers."""

from __future__ import annotations

from datetime import date

from journal.days import Day, DayState
from journal.measure import AMOUNT, DEALS_WON, FIRST_MEETINGS, QUALIFIED, REACH, STAGE1
from journal.measure import one_or_several as counted
from journal.money import Money
from journal.percent import rounded
from journal.plan import Level
from journal.reviewing.conversions import Conversion
from journal.reviewing.days_so_far import LongRun
from journal.reviewing.levers import RATES
from journal.reviewing.next_day import NextReview
from journal.reviewing.plan_rows import PlanRow, RowState
from journal.reviewing.reward import RewardStanding
from journal.reviewing.view import ReviewView
from journal.reviewing.weeks import WeekSum
from screens import lever_words, wording
from screens.wording import State

ROWS = {
    REACH: "Reach-outs",
    FIRST_MEETINGS: "First meetings",
    STAGE1: "Stage-1",
    QUALIFIED: "Qualified",
    DEALS_WON: "Deals won",
    AMOUNT: "Booked",
}
"""What the plan asks for, the rep's own work first."""

NOT_YET = "There is nothing to walk through yet: each line on Today (1) gives the review its first."
NO_ROWS = "What you did stands here, beside what the plan asked for."
NO_RATES = "Your own rates stand here, beside those the plan assumes."
NOTHING_MOVED = "Your best week stands here, and what you tag #progress."
"""What stands in the panels while there is nothing to look back on."""

NO_PROGRESS = "tag an entry #progress and it stands here"
"""What stands in place of what moved."""

NO_REWARD = "none yet; Settings (Ctrl+P) takes one"
"""What stands in place of a reward."""

NOTHING_BEFORE = "Nothing was written down before these days."
STILL_GOING_ON = "These days are still going on; what comes after them comes later."
NO_WEEK = "no week with a reach-out yet"
NO_RUNS = "The first day you keep begins a run."
NOTHING_HIT = "Nothing hit you in these days, or nothing is written down."


def number(view: ReviewView) -> str:
    """The tall number: how much of what was asked for is done; what is done where nothing was."""
    row = view.table.row(REACH)
    if not row.asked:
        return f"{row.done:,}"
    return "–" if view.share is None else f"{100 * view.share:.0f}"


def of_what(view: ReviewView, room: int = 80) -> str:
    """What the tall number is of; a word less where room is scarce."""
    row = view.table.row(REACH)
    if not row.asked:
        return f"{counted(REACH, row.done)}, none asked for"
    if view.share is None:
        return "the first day is still open"
    words = f"% of {view.table.share_of}"
    return words if len(words) <= room else words.replace(" the ", " ", 1)


def days_kept(view: ReviewView) -> str:
    """How many working days were kept."""
    if not view.days_of:
        return "no working day among them"
    return f"{view.days_kept:,} of {wording.days(view.days_of)} kept"


def strength(view: ReviewView) -> str:
    """How strength moved."""
    if view.strength_to is None:
        return "strength after three days"
    was = "" if view.strength_from is None else f"{100 * view.strength_from:.0f} → "
    return f"strength {was}{rounded(view.strength_to)}"


def noes(count: int, *, short: bool = False) -> str:
    """Clear noes, which are progress: nobody waits for them any more."""
    words = "1 clear no" if count == 1 else f"{count:,} clear noes"
    return words if short else f"{words}: answers, nobody left waiting"


def first(told: NextReview) -> str:
    """When the first review is, while there is nothing to look back on."""
    when = _day(told.day, told.today)
    on = when if when in ("today", "tomorrow", "yesterday") else f"on {when}"
    is_or_was = "was" if told.is_missed else "is"
    return (
        f"The first review {is_or_was} {on}, after your first full week. "
        "It takes ten minutes and ends in one change."
    )


def following(told: NextReview) -> str:
    """When the next review is, in a few words."""
    if told.is_due:
        return "review due: Enter begins"
    default = " (default)" if told.is_default else ""
    return f"{_next(told)} {_day(told.day, told.today)}{default}"


def short_following(told: NextReview) -> str:
    """The same for a rule."""
    return "review due" if told.is_due else f"review {_day(told.day, told.today)}"


def done_of_asked(row: PlanRow, currency: str) -> str:
    """How much was done of how much: 212/240, 86k/120k."""
    done = _number(row, row.done, currency)
    return f"{done}/{_number(row, row.asked, currency)}" if row.asked else done


def row_state(row: PlanRow, currency: str) -> State:
    """How a row stands."""
    missing = _number(row, row.short, currency)
    return {
        RowState.MET: State("✓", "met", "$success"),
        RowState.DUE_TODAY: State("", f"{missing} today", "$muted"),
        RowState.SHORT: State("", f"{missing} short", ""),
        RowState.NOT_ASKED: State("", "not asked", "$muted"),
    }[row.state]


def step(of: Conversion) -> str:
    """What a conversion is called: Reach-out → lead."""
    if of.level is Level.QUALIFIED:
        return "Qualified → won"
    return lever_words.lever(next(name for name, level in RATES.items() if level is of.level))


def mine(of: Conversion) -> str:
    """The rep's own rate, or a dash."""
    return "–" if of.mine is None else rounded(of.mine)


def assumed(of: Conversion) -> str:
    """The plan's rate."""
    return rounded(of.assumed)


def points(of: Conversion) -> State:
    """How far above or below the assumed it is."""
    if of.points is None:
        return State("", "", "")
    size = abs(of.points)
    said = f"{size:.0f}" if size >= 0.95 else f"{size:.1f}"
    if float(said) == 0:
        return State("=", "", "$muted")
    return State("▲", said, "$success") if of.points > 0 else State("▼", said, "$warning")


def many(number: int) -> str:
    """What a rate rests on: n 212, n 1.2k."""
    return f"n {number:,}" if number < 1_000 else f"n {number / 1_000:.1f}k"


def usual(of: Conversion) -> str:
    """The rate of two years: 13.5 % of 2,747."""
    return "–" if of.usual is None else f"{rounded(of.usual)} of {of.usual_n:,}"


def conversions_heading(steps: tuple[Conversion, ...], heading: str) -> str:
    """How many of the assumed rates are defaults."""
    defaults = sum(each.is_default for each in steps)
    if not defaults:
        return heading
    return f"{heading} · {'all' if defaults == len(steps) else defaults} assumed by default"


def day_told(day: date, of: Day | None, note: str | None, today: date) -> str:
    """One day of the year: when, what was done, how it stands, and what the rep said of it."""
    when = f"{wording.weekday(day)} {day.day} {wording.month(day)}"
    if day.year != today.year:
        when += f" {day.year}"
    if of is None:
        return f"{when}: {'ahead' if day > today else 'before your first entry'}"
    if of.state is DayState.KEPT:
        told = f"{of.done:,} done"
    else:
        told = {
            DayState.MISSED: "missed",
            DayState.OFF: "off",
            DayState.FROZEN: "frozen, the streak held",
            DayState.OPEN: "still open",
        }[of.state]
    return f"{when}: {told} · {wording.one_line(note, 300)}" if note else f"{when}: {told}"


def week(of: WeekSum | None) -> str:
    """What the best week brought."""
    if of is None:
        return NO_WEEK
    return f"{of.days}: {brought(of)}"


def brought(of: WeekSum) -> str:
    """What a week brought."""
    reach = f"{of.reach_outs:,} {counted(REACH, of.reach_outs)}"
    return f"{reach}, {of.meetings:,} {counted('meetings', of.meetings)}"


def reward(of: RewardStanding) -> str:
    """How the reward stands."""
    what = wording.one_line(of.what, 200)
    if of.best is None:
        return f"{what}: for the best week of the month"
    if of.is_awarded:
        return f"{what}: ✓ yours, for {of.best.days}"
    whose = "this week leads" if of.is_this_week else f"{of.best.days} leads"
    return f"{what}: {whose} with {of.best.reach_outs:,}"


def skills(view: ReviewView) -> str:
    """How often each skill was practised this quarter, and in the one before."""
    told = (f"{one.skill} {one.this_quarter:,} (was {one.last_quarter:,})" for one in view.skills)
    return wording.one_line(", ".join(told), 300)


def run(of: LongRun, today: date) -> str:
    """From when to when a run went."""
    first = _day_short(of.first, today)
    return f"since {first}" if of.is_current else f"{first} to {_day_short(of.last, today)}"


def _number(row: PlanRow, value: int | None, currency: str) -> str:
    if row.measure == AMOUNT:
        return Money(value or 0, currency).short
    return f"{value or 0:,}"


def _next(told: NextReview) -> str:
    return "first review" if told.is_first else "next review"


def _day(day: date, today: date) -> str:
    """Mon 30 Nov; today and tomorrow by name."""
    near = wording.near_day(day, today)
    if near in ("today", "tomorrow", "yesterday"):
        return near
    return f"{wording.weekday(day)} {_day_short(day, today)}"


def _day_short(day: date, today: date) -> str:
    return f"{day.day} {wording.month(day)}" + (f" {day.year}" if day.year != today.year else "")
