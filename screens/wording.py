"""The words on screen: plain, short, never scolding; days, amounts and states are said here and nowhere else."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from journal.measure import AMOUNT, NUMBER, units
from journal.money import Money
from journal.pace import PaceState
from journal.standing import Standing

SCREENS = ("Today", "Goals", "Deals", "Setbacks", "Follow-ups", "Review")
"""The six screens, in the order of their number keys."""

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_NEAR = 14


@dataclass(frozen=True, slots=True)
class State:
    """A state as it stands on screen: never colour alone."""

    glyph: str
    """The sign in front."""
    words: str
    """The state in words."""
    colour: str
    """The theme variable of both."""


def joins_later(number: int) -> str:
    """What a number key says whose screen is not there yet."""
    return f"{SCREENS[number - 1]} joins in a later version; Today (1) and Goals (2) are here."


def taken_back(label: str) -> str:
    """What an undo says."""
    return f"✓ Taken back: {label}"


def done_again(label: str) -> str:
    """What a redo says."""
    return f"✓ Done again: {label}"


def weekday(day: date) -> str:
    """Mon to Sun."""
    return _WEEKDAYS[day.weekday()]


def month(day: date) -> str:
    """Jan to Dec."""
    return _MONTHS[day.month - 1]


def full_day(day: date) -> str:
    """Tue 24 Nov 2026."""
    return f"{weekday(day)} {day.day} {month(day)} {day.year}"


def clock(moment: datetime, room: int) -> str:
    """The day and time for the top row; the time goes first when room is scarce, then the year."""
    day = full_day(moment.date())
    for words in (f"{day}  {moment:%H:%M}", day, day[:-5]):
        if len(words) <= room:
            return words
    return ""


def near_day(day: date, today: date) -> str:
    """Today, yesterday, a weekday with its date in the next 14 days, else the date, with another year's number."""
    ahead = (day - today).days
    if ahead in (-1, 0, 1):
        return ("yesterday", "today", "tomorrow")[ahead + 1]
    if 0 < ahead <= _NEAR:
        return f"{weekday(day)} {day.day} {month(day)}"
    return f"{day.day} {month(day)}" + (f" {day.year}" if day.year != today.year else "")


def days(count: int) -> str:
    """1 day, 2 days."""
    return f"{count:,} day" if count == 1 else f"{count:,} days"


def amount(value: int, measure: str, currency: str, *, short: bool = False) -> str:
    """A value in the measure's units as the rep reads it: 38, 1,200,000, 1.08M, 82.5."""
    if measure == AMOUNT:
        money = Money(value, currency)
        return money.short if short else str(money)
    if measure == NUMBER:
        per = units(measure, currency)
        return f"{value // per:,}" if value % per == 0 else f"{value / per:,.2f}".rstrip("0")
    return f"{value:,}"


def progress(standing: Standing, *, of: str = " of ", short: bool = False) -> str:
    """How far it is: "38 of 60" in sentences, "38/60" in columns; "–" where nothing is known."""
    goal, target = standing.goal, standing.term.target
    done = (
        "–"
        if standing.done is None
        else amount(standing.done, goal.measure, goal.currency, short=short)
    )
    if target is None:
        return done
    return f"{done}{of}{amount(target, goal.measure, goal.currency, short=short)}"


def state(standing: Standing) -> State:
    """How a goal or milestone stands, as a sign and two or three words."""
    if standing.is_finished:
        return State("✓", "done", "$success")
    if standing.pace is None:
        lack = standing.lacks[0] if standing.lacks else "a target and a date"
        return State("◌", f"not yet S.M.A.R.T.: {lack}", "$muted")
    buffer = standing.pace.buffer_days
    late = -(standing.days_left or 0)
    return {
        PaceState.NOT_STARTED: State("◌", "not started", "$muted"),
        PaceState.BEHIND: State("▼", f"{days(-buffer)} behind", "$error"),
        PaceState.OVERDUE: State("!", f"{days(late)} late, lay it again", "$warning"),
        PaceState.DUE_TODAY: State("◆", "due today", "$warning"),
        PaceState.ONE_DAY: State("●", "1 day of buffer", "$success"),
        PaceState.TWO_DAYS: State("●", "2 days of buffer", "$success"),
        PaceState.SAFE: State("●", f"safe, {days(buffer)}", "$success"),
        PaceState.DONE: State("✓", "done", "$success"),
        PaceState.ROOM: State("●", "room left", "$success"),
        PaceState.AT_THE_LINE: State("◆", "at the line", "$warning"),
        PaceState.OVER_THE_PACE: State("▼", "over the pace", "$error"),
        PaceState.OVER: State("▼", "over", "$error"),
    }[standing.pace.state]
