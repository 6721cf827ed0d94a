"""What Review says: the number and its lines, rows against the plan, conversions, weeks, runs and levers."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from journal.days import Day, DayState
from journal.measure import AMOUNT, DEALS_WON, FIRST_MEETINGS, QUALIFIED, REACH, STAGE1
from journal.measure import one_or_several as counted
from journal.money import Money
from journal.percent import rounded
from journal.plan import Level
from journal.review import Period, Review
from journal.reviewing.conversions import Conversion
from journal.reviewing.days_so_far import LongRun
from journal.reviewing.levers import DEAL_SIZE, LEVER_WORDS, RATES, LeverChoice
from journal.reviewing.next_day import NextReview
from journal.reviewing.plan_rows import PlanRow, RowState
from journal.reviewing.reward import RewardStanding
from journal.reviewing.span import MONTH_NAMES, Span
from journal.reviewing.view import ReviewView
from journal.reviewing.weeks import WeekSum
from screens import wording
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

EMPTY = (
    "after your first full week.",
    "It takes ten minutes and ends in one change.",
)
"""What is said of the first review while there is nothing to look back on."""

COUNTING = "The chance is being added up …"
"""What stands in place of the levers until their gain is known."""

NO_PROGRESS = "tag an entry #progress and it stands here"
"""What stands in place of what moved."""

NO_REWARD = "none yet; Ctrl+P, Settings, promises you one"
"""What stands in place of a reward."""

NOTHING_BEFORE = "Nothing was written down before these days."
STILL_GOING_ON = "These days are still going on; what comes after them comes later."
NO_WEEK = "no week with a reach-out yet"
NO_RUNS = "The first day you keep begins a run."
NOTHING_HIT = "Nothing hit you in these days, or nothing is written down."
NO_REVIEWS = "No review was held yet: Enter walks through the first."
KEEP = "Keep the plan as it is"
RELAID = "New date"
SAVES = "Enter saves it, and u takes it back."
CHANGED = "Something was saved in another window: read it once more, then Enter saves it."
ONE_MOMENT = "One moment: the chance is being added up."
NO_LEVERS = "A target says what each lever gains; 2 Goals begins one."
LEFT = "Kept as you left it; Enter goes on where you were."


def percent(share: float | None) -> str:
    """The tall number: how much of what was asked for is done."""
    return "–" if share is None else f"{100 * share:.0f}"


def of_what(view: ReviewView) -> str:
    """What the tall number is of."""
    row = view.table.row(REACH)
    if not row.asked:
        return f"{row.done:,} {counted(REACH, row.done)}; nothing asked for them"
    if view.share is None:
        return "the first day is still open"
    return f"% of {view.table.share_of}"


def days_kept(view: ReviewView) -> str:
    """How many working days were kept."""
    if not view.days_of:
        return "no working day in these days"
    return f"{view.days_kept:,} of {wording.days(view.days_of)} kept"


def strength(view: ReviewView) -> str:
    """How strength moved."""
    if view.strength_to is None:
        return "strength shows after three days"
    was = "" if view.strength_from is None else f"{100 * view.strength_from:.0f} → "
    return f"strength {was}{rounded(view.strength_to)}"


def following(told: NextReview) -> str:
    """When the next review is, in a few words."""
    if told.is_due:
        return "review due: Enter begins"
    default = " (default)" if told.is_default else ""
    return f"{_next(told)} {_day(told.day, told.today)}{default}"


def short_following(told: NextReview) -> str:
    """The same for a rule."""
    return "review due" if told.is_due else f"review {_day(told.day, told.today)}"


def lever_heading(span: Span, width: int) -> str:
    """What the levers are for."""
    if span.period is Period.WEEK:
        when = " for next week" if span.is_so_far else " from this week on"
    elif (span.today.year - span.last.year) * 12 + span.today.month - span.last.month <= 1:
        when = f" for {MONTH_NAMES[span.last.month % 12]}"
    else:
        when = " from now on"
    for words in (
        f"One lever{when} · points of chance gained by +10 %",
        f"One lever{when} · points by +10 %",
        f"One lever{when} · +10 %",
        "One lever · +10 %",
    ):
        if len(words) <= width - 4:
            return words
    return "One lever"


def lever(name: str) -> str:
    """What a lever is called at the start of a row."""
    words = LEVER_WORDS[name]
    return words[:1].upper() + words[1:]


def gained(each: LeverChoice) -> str:
    """The points of chance it gains, for a column."""
    if each.now is None:
        return "–"
    if each.gain is None:
        return ""
    points = 100 * each.gain
    said = f"{points:.0f}" if points >= 9.95 else f"{points:.1f}"
    return f"+{said.removesuffix('.0')}"


def raised(each: LeverChoice, currency: str) -> str:
    """What it stands at and what it would be: 40 → 44 %."""
    if each.now is None or each.raised is None:
        return "nothing to raise"
    if each.name == DEAL_SIZE:
        return f"{Money(round(each.now), currency).short} → {Money(round(each.raised), currency).short}"
    if each.name in RATES:
        return f"{rounded(each.now)} → {rounded(each.raised)}"
    return f"{each.now:.1f} → {each.raised:.1f} a day"


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
    return lever(next(name for name, level in RATES.items() if level is of.level))


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
    reach = f"{of.reach_outs:,} {counted(REACH, of.reach_outs)}"
    return f"{of.days}: {reach}, {of.meetings:,} {counted('meetings', of.meetings)}"


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


def walked(review: Review, today: date) -> str:
    """What is said once a review is held."""
    words = "Review held: one lever changed" if review.lever else "Review held; the plan stays"
    if review.next_on is None:
        return words
    return f"{words}. The next one is on {_day(review.next_on, today)}"


def held(reviews: tuple[Review, ...], today: date) -> Iterator[tuple[str, str]]:
    """Every review that was held: what it changed, its if-then, and the day it locked in."""
    if not reviews:
        yield "", NO_REVIEWS
    for each in reviews:
        span = Span(each.period, each.first, each.last, max(today, each.first))
        yield span.name, each.sentence
        if each.if_then:
            yield span.name, each.if_then
        if each.next_on is not None:
            yield span.name, f"The next one was set for {wording.full_day(each.next_on)}."


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
