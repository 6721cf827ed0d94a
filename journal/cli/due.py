"""``journal due``: the follow-ups that wait."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from journal.cli.opening import reading
from journal.cli.output import json_option, say, say_json, say_table
from journal.cli.verb import verb
from journal.dates import in_words
from journal.follow_up import ASK_WHY, CHANCE, CHECK_IN, FollowUp

if TYPE_CHECKING:
    from journal.touch_week import TouchWeek
    from journal.waiting import Waits

NO_REASON = "no reason yet: skipped without one"


@verb("due", "journal due", "journal due --json")
@json_option
def due(as_json: bool) -> None:
    """List who waits and why, the soonest first.

    The most valuable of a day come before the others.
    """
    from journal.journal import Journal

    with reading(Journal) as journal:
        today = journal.today()
        lines, week = journal.follow_ups.due_lines(), journal.follow_ups.over_the_cap()
    overdue = sum(line.days_late(today) > 0 for line in lines)
    if as_json:
        say_json({"due": [due_as_json(line, today) for line in lines], "overdue": overdue})
        return
    if not lines:
        say("Nobody is waiting today.")
    say_table([(str(line.follow_up.id or ""), *due_row(line, today), why(line)) for line in lines])
    said = [f"{overdue:,} of them overdue."] if overdue else []
    for sentence in [*said, *_moved(week, today)]:
        say()
        say(sentence)


def due_as_json(line: Waits, today: date) -> dict[str, object]:
    """One that waits as reports show it; its reason is what it is about when none was written."""
    one = line.follow_up
    return {
        "id": one.id or None,
        "kind": one.kind,
        "day": one.due.isoformat() if one.due else None,
        "account": one.account,
        "deal": one.deal,
        "reason": one.reason or one.what or None,
        "overdue_days": line.days_late(today),
    }


def due_row(line: Waits, today: date) -> tuple[str, str, str]:
    """When, with whom and what."""
    return when_due(line, today), line.follow_up.account or "–", line.follow_up.what


def when_due(line: Waits, today: date) -> str:
    """When it is due, in words: today, 2 days late."""
    late = line.days_late(today)
    if late:
        return f"{late:,} day late" if late == 1 else f"{late:,} days late"
    return in_words(line.on, today) if line.on else "–"


def why(line: Waits) -> str:
    """Why they should care; of a question, what answers it."""
    one = line.follow_up
    if one.is_question:
        return _answered_by(one)
    return NO_REASON if line.needs_reason else one.reason or ""


def _answered_by(question: FollowUp) -> str:
    verbs = {
        ASK_WHY: f"journal deal answer {question.deal}",
        CHANCE: "journal deal chance",
        CHECK_IN: f"journal setbacks learned {question.setback}",
    }
    return verbs.get(question.kind, "journal review")


def _moved(week: TouchWeek, today: date) -> Iterator[str]:
    """That the cap of effort moves something, and to when."""
    if moved := len(week.moved):
        touches = "1 touch of a lost deal waits" if moved == 1 else f"{moved:,} touches wait"
        yield (
            f"{touches} until {in_words(week.week.moved_to, today)}: "
            f"this week holds {week.cap:,}, a tenth of its {week.planned:,} planned reach-outs."
            if week.planned
            else f"{touches} until {in_words(week.week.moved_to, today)}: this week holds 1 (default)."
        )
