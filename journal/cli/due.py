"""``journal due``: the follow-ups that wait."""

from __future__ import annotations

from datetime import date

from journal.cli.opening import reading
from journal.cli.output import json_option, say, say_json, say_table
from journal.cli.verb import verb
from journal.dates import in_words
from journal.follow_up import FollowUp


@verb("due", "journal due", "journal due --json")
@json_option
def due(as_json: bool) -> None:
    """List who waits, the most valuable of a day first."""
    from journal.journal import Journal

    with reading(Journal) as journal:
        today = journal.today()
        lines = journal.follow_ups.due_lines()
    waiting = [line.follow_up for line in lines]
    overdue = sum(line.days_late(today) > 0 for line in lines)
    if as_json:
        say_json({"due": [due_as_json(one, today) for one in waiting], "overdue": overdue})
        return
    if not waiting:
        say("Nobody is waiting today.")
        return
    say_table(
        (str(one.id or ""), when_due(one, today), one.account or "–", one.what) for one in waiting
    )
    if overdue:
        say()
        say(f"{overdue:,} of them overdue.")


def due_as_json(one: FollowUp, today: date) -> dict[str, object]:
    """A follow-up as reports show it; its reason is what it is about when none was written."""
    return {
        "id": one.id or None,
        "kind": one.kind,
        "day": one.due.isoformat() if one.due else None,
        "account": one.account,
        "deal": one.deal,
        "reason": one.reason or one.what or None,
        "overdue_days": one.days_late(today),
    }


def when_due(one: FollowUp, today: date) -> str:
    """When it is due, in words: today, 2 days late."""
    if one.is_question:
        return "today"
    late = one.days_late(today)
    if late:
        return f"{late:,} day late" if late == 1 else f"{late:,} days late"
    return in_words(one.due, today) if one.due else "–"
