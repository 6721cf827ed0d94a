"""A calendar for any calendar program: follow-ups as to-dos, milestones and reviews on their days.

Every row keeps its UID and counts its SEQUENCE up, so a program that reads the file again updates
what it has and doubles nothing. Dates are whole days; the moments are the journal's own.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import UTC, date, datetime, time, timedelta
from typing import TYPE_CHECKING

from icalendar import Calendar, Component, Event, Todo

from journal.follow_up import FollowUp, FollowUpState
from journal.goal import Form, Goal
from journal.measure import NUMBER, in_words, noun
from journal.reviewing.levers import LEVER_WORDS
from journal.shown import shown, shown_lines
from journal.transfer.review_days import ReviewDay, review_days

if TYPE_CHECKING:
    from journal.journal import Journal

NAME = "Sales journal"
"""What the calendar is called."""

PROGRAM = "-//sales-journal//journal export ics//EN"
"""Says who wrote the file."""

MOST_GOALS = 100_000
"""More goals and milestones than a working life holds."""

MOST_COUNTED = 2**31 - 1
"""The largest whole number that calendar programs read."""

_STATUS = {FollowUpState.DUE: "NEEDS-ACTION", FollowUpState.DONE: "COMPLETED"}
_COUNTED_FROM = datetime(2020, 1, 1, tzinfo=UTC)
_END = "END:VCALENDAR\r\n"


def calendar_texts(journal: Journal, since: date | None = None) -> Iterator[str]:
    """The file, a piece at a time; what was settled before ``since`` is left out, what waits never is."""
    calendar = Calendar()
    calendar.add("prodid", PROGRAM)
    calendar.add("version", "2.0")
    calendar.add("name", NAME)
    calendar.add("x-wr-calname", NAME)
    yield _text(calendar).removesuffix(_END)
    for component in _components(journal, since or date.min):
        yield _text(component)
    yield _END


def _components(journal: Journal, since: date) -> Iterator[Component]:
    now = journal.now().utc
    saved = journal.store.calendar_rows.saved("goal")
    for goal in journal.store.goals.all(limit=MOST_GOALS):
        event = milestone_event(goal, journal.today(), saved.get(goal.id, now))
        if event is not None and (goal.finished or since) >= since:
            yield event
    for day in review_days(journal):
        if day.held is None or day.day >= since:
            yield review_event(day, now)
    yield from _to_dos(journal, since, now)


def _to_dos(journal: Journal, since: date, now: datetime) -> Iterator[Component]:
    rows, after = journal.store.calendar_rows, 0
    saved = rows.saved("follow_up")
    while page := rows.follow_ups(after):
        deals = journal.store.deals.some({one.deal for one in page if one.deal is not None})
        names = {deal.id: deal.name for deal in deals.values()}
        for one in page:
            if (one.settled or since) >= since:
                yield to_do(one, names, saved.get(one.id, now))
        after = page[-1].id


def to_do(follow_up: FollowUp, deals: Mapping[int, str], saved: datetime) -> Todo:
    """A follow-up as a to-do: waiting, completed, or cancelled where it was skipped or closed."""
    made = Todo()
    _stamp(made, follow_up.uid, follow_up.rev - 1, saved)
    account, what = follow_up.account or "", follow_up.what
    deal = deals.get(follow_up.deal) if follow_up.deal is not None else None
    _say(made, what if account.casefold() in what.casefold() else f"{what} ({account})")
    _describe(
        made,
        f"Why they should care: {follow_up.reason}" if follow_up.reason else "",
        f"Account: {account}" if account else "",
        f"Deal: {deal}" if deal else "",
        f"{follow_up.state.value.capitalize()}: {follow_up.why}" if follow_up.why else "",
    )
    if follow_up.due is not None:
        made.add("due", follow_up.due)
    made.add("categories", ["Follow-up"])
    made.add("status", _STATUS.get(follow_up.state, "CANCELLED"))
    if follow_up.state is FollowUpState.DONE:
        made.add("percent-complete", 100)
        if follow_up.settled is not None:
            # Only the day is known: at noon in UTC it is the same day nearly everywhere. When that was
            # still to come as it was saved, it was done by then.
            noon = datetime.combine(follow_up.settled, time(12), UTC)
            made.add("completed", min(noon, saved).replace(microsecond=0))
    return made


def milestone_event(goal: Goal, today: date, saved: datetime) -> Event | None:
    """A goal or milestone on the day it is due; None while it has none."""
    term = goal.term(today)
    if term.due is None:
        return None
    made = Event()
    in_force = sum(each.effective <= today for each in goal.terms)
    # To undo a new term is one change more and one term less: a change counts for more than a term.
    _stamp(made, goal.uid, 2 * (goal.rev - 1) + max(0, in_force - 1), saved)
    form = "Goal" if goal.form is Form.GOAL else "Milestone"
    _say(made, f"{'Done: ' if goal.finished else ''}{form}: {goal.title}")
    target = ""
    if term.target is not None:
        limit = "at most " if goal.at_most else ""
        what = "" if goal.measure == NUMBER else f" {noun(goal.measure)}"
        target = f"Target: {limit}{in_words(goal.measure, term.target, goal.currency)}{what}"
    _describe(
        made,
        target,
        f"Done on {goal.finished.isoformat()}" if goal.finished else "",
        f"Why: {goal.why}" if goal.why else "",
        f"Serves: {goal.serves}" if goal.serves else "",
    )
    made.add("categories", [form])
    _all_day(made, term.due)
    return made


def review_event(review: ReviewDay, now: datetime) -> Event:
    """A review on the day that is locked in for it, or on the day it was held."""
    made = Event()
    held = review.held
    saved = now if review.is_default else review.saved or now
    # From one review to the next the event is the same; once it is held it is saved over.
    _stamp(made, review.uid, _seconds(saved) + int(held is not None), saved)
    _say(made, f"{'Done: ' if held else ''}Review: ten minutes, one change")
    if held is not None:
        change = f"One change: {LEVER_WORDS.get(held.lever, held.lever)}" if held.lever else ""
        _describe(made, change, held.if_then, held.sentence)
    made.add("categories", ["Review"])
    made.add("status", "TENTATIVE" if review.is_default else "CONFIRMED")
    _all_day(made, review.day)
    return made


def _stamp(made: Component, uid: str, sequence: int, saved: datetime) -> None:
    """What tells a calendar program that it knows this one, and whether it changed."""
    made.add("uid", shown(uid))
    made.add("sequence", max(0, min(sequence, MOST_COUNTED)))
    made.add("dtstamp", saved.replace(microsecond=0))
    made.add("last-modified", saved.replace(microsecond=0))


def _seconds(moment: datetime) -> int:
    """What counts up by itself: a day that is only proposed is saved nowhere, and moves with time."""
    return int((moment - _COUNTED_FROM).total_seconds())


def _say(made: Component, words: str) -> None:
    made.add("summary", shown(" ".join(words.split())))


def _describe(made: Component, *lines: str) -> None:
    if told := "\n".join(filter(None, lines)):
        made.add("description", shown_lines(told))


def _all_day(made: Event, day: date) -> None:
    """One whole day, that keeps nobody from being met on it."""
    made.add("dtstart", day)
    if day < date.max:
        made.add("dtend", day + timedelta(1))
    made.add("transp", "TRANSPARENT")


def _text(component: Component) -> str:
    return bytes(component.to_ical()).decode("utf-8")
