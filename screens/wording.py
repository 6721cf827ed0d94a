"""The words on screen: plain, short, never scolding; days, amounts and states are said only here."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, datetime

from journal.activity import counted, plural
from journal.briefing import Count
from journal.frozen import frozen
from journal.measure import AMOUNT, NUMBER, units
from journal.money import Money
from journal.pace import PaceState
from journal.percent import as_chance
from journal.standing import Standing

SCREENS = ("Today", "Goals", "Deals", "Setbacks", "Follow-ups", "Review")
"""The six screens, in the order of their number keys."""

_WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
_MONTHS = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")

_NEAR = 14


@frozen
class State:
    """A state as it stands on screen: never colour alone."""

    glyph: str
    """The sign in front."""
    words: str
    """The state in words."""
    colour: str
    """The theme variable of both."""


INVITATION = (
    "Nothing here yet, and that is fine. Press c after your next call, or Enter and write: call acme. "
    "Goals (2) takes two minutes."
)
"""What an empty journal says."""

FIRST_SQUARE = "today: one activity fills it"
"""What stands in place of half a year."""

NO_REASON = "no reason yet"
NOBODY_WAITS = "Nobody is waiting for you today."
"""What an empty list of follow-ups says."""

NOTHING_TODAY = "Nothing yet today. Press c after your next call, or Enter and write: call acme."
"""What a day without entries says."""

LINE_AT_REST = "Enter to write: call 3 acme left vm"
"""What stands in the line while it is empty."""

NO_MILESTONES = "No other milestones; Goals (2) lays them."
"""What stands in place of milestones."""

PURPOSE_SAVED = "That is why you do this"
"""What is said once a purpose is written."""

NO_PURPOSE = "Why do you do this? P keeps your one sentence here."
"""What stands in place of a purpose that was never written."""

TAKE_BACK = "u takes it back"
TAKE_EACH_BACK = "u takes them back one by one"
BRING_BACK = "u brings it back"
NOTHING_DIFFERS = "Nothing differs from what is there already"
DO_AGAIN = "U does it again"
SETTINGS_SAVED = "Settings saved"
DAYS_OFF_SAVED = "Days off saved"
NO_SUCH_ACCOUNT = "No account you know starts like that; Enter saves it as a new one."


def one_line(text: str, longest: int) -> str:
    """The start of a text in one line."""
    start = " ".join(text[: 4 * longest].split())
    return start if len(start) <= longest else start[: longest - 1].rstrip() + "…"


def too_long(length: int, longest: int) -> str:
    """What is said to a paste that no line holds."""
    return (
        f"That has {length:,} characters and a line takes {longest:,}: "
        "nothing of it was taken. Paste it in two parts."
    )


def kinds(kind: str) -> str:
    """Several of a kind, as the start of a row: Calls."""
    return plural(kind).capitalize()


def counts_heading(heading: str, hidden: Sequence[Count]) -> str:
    """The heading of the counts, with what has no row of its own."""
    more = ", ".join(counted(count.kind, count.done) for count in hidden)
    return f"{heading} · also {more}" if more else heading


def earlier(heading: str, hidden: int) -> str:
    """The heading of the timeline, with how many entries stand above it."""
    return f"{heading} · {hidden:,} earlier" if hidden else heading


def chance(share: float, *, short: bool) -> str:
    """A chance; its word goes where room is scarce."""
    return as_chance(share) if short else f"{as_chance(share)} chance"


def due(standing: Standing, today: date, *, short: bool) -> str:
    """When a milestone is due, and how far that is."""
    if standing.term.due is None:
        return ""
    day = f"due {near_day(standing.term.due, today)}"
    left = standing.days_left or 0
    return day if short or left < 2 else f"{day}, {days(left)}"


def waits(day: date | None, late: int, today: date) -> str:
    """When a follow-up is due, for its column."""
    if late:
        if late == 1:
            return "1 day late"
        return f"{late} d late" if late < 1_000 else f"{late // 365} years late"
    if day is None:
        return "no day"
    ahead = (day - today).days
    return weekday(day) if 1 < ahead < 7 else near_day(day, today)


def overdue(count: int) -> str:
    """Many late follow-ups, told as one number."""
    return f"{count:,} overdue   Enter lists them"


def more_due(count: int) -> str:
    """What is said of those that wait today and do not fit."""
    return f"+{count:,} more in Follow-ups (5)"


def joined(lines: int) -> str:
    """What is said of a paste of several lines."""
    return f"{lines:,} lines joined into one"


def more_milestones(count: int) -> str:
    """What is said of milestones that do not fit."""
    return f"and {count:,} more in Goals (2)"


def freezes(count: int) -> str:
    """How many freezes are held."""
    return "1 freeze" if count == 1 else f"{count} freezes"


def purpose(text: str) -> str:
    """The purpose in quotes."""
    return f"“{one_line(text, 400)}”"


def taken_back(label: str) -> str:
    """What an undo says."""
    return f"Taken back: {label}"


def done_again(label: str) -> str:
    """What a redo says."""
    return f"Done again: {label}"


def weekday(day: date) -> str:
    """Mon to Sun."""
    return _WEEKDAYS[day.weekday()]


def month(day: date) -> str:
    """Jan to Dec."""
    return _MONTHS[day.month - 1]


def full_day(day: date) -> str:
    """Tue 24 Nov 2026."""
    return f"{weekday(day)} {day.day} {month(day)} {day.year}"


def clock(day: date, time: datetime, room: int) -> str:
    """The rep's day and the time for the top row; the time goes first when room is scarce, then the year."""
    whole = full_day(day)
    for words in (f"{whole}  {time:%H:%M}", whole, whole[:-5]):
        if len(words) <= room:
            return words
    return ""


def near_day(day: date, today: date) -> str:
    """Today, tomorrow, a weekday with its date for 14 days, else the date, with a year if not this."""
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
    if standing.awaits_wins:
        return State("◌", "nothing booked yet", "$muted")
    if standing.pace is None:
        lack = standing.lacks[0] if standing.lacks else " and ".join(no_line_without(standing))
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


def no_line_without(standing: Standing) -> list[str]:
    """What one lacks to have a line: a target, a date, or both."""
    wanted = (("a target", standing.term.target), ("a date", standing.term.due))
    return [what for what, known in wanted if known is None]


def shares(standing: Standing) -> tuple[float, float | None]:
    """How full a milestone's bar is and where its line stands in it, 0-1."""
    goal, target = standing.goal, standing.term.target
    if not target or standing.done is None:
        return 0.0, None
    way = target - goal.baseline if target != goal.baseline else target
    share = (standing.done - goal.baseline) / way
    return share, float((standing.pace.line - goal.baseline) / way) if standing.pace else None
