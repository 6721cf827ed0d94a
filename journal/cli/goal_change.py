"""``done``, ``redate`` and ``check-in`` of goals and milestones, which share one row of ids."""

from __future__ import annotations

import click

from journal.cli.opening import reading
from journal.cli.output import say
from journal.cli.verb import verb
from journal.cli.words import read_id
from journal.dates import in_words, read_day, read_past_day
from journal.measure import NUMBER, read_units


@verb(
    "done",
    "journal goal done 1",
    "journal milestone done 3",
    "journal undo                    opens it again",
)
@click.argument("goal_id", metavar="ID")
def done(goal_id: str) -> None:
    """Call it done today."""
    from journal.cli.goals_said import early_in_words
    from journal.journal import Journal
    from screens.wording import progress

    with reading(Journal) as journal:
        standing = journal.goals.complete(read_id(goal_id))
    early = early_in_words(standing)
    at = f" at {progress(standing)}" if standing.is_short else ""
    say(f"Done{at}{f', {early}' if early else ''}: {standing.goal.title}")


@verb(
    "redate",
    'journal milestone redate 3 "11 dec" --why "Globex moved the demo"',
    "journal goal redate 1 31/12 --target 1.8M --why territory",
)
@click.argument("goal_id", metavar="ID")
@click.argument("day", nargs=-1, required=True, metavar="DATE")
@click.option("--target", metavar="N", help="Another target with it.")
@click.option("--why", metavar="W", help="One sentence; needed to make it easier.")
def redate(goal_id: str, day: tuple[str, ...], target: str | None, why: str | None) -> None:
    """Give it another due date.

    An easier one needs a sentence why and holds after seven days, a harder one at once."""
    from journal.journal import Journal

    with reading(Journal) as journal:
        number, today, settings = read_id(goal_id), journal.today(), journal.settings
        old = journal.goals.get(number)
        due = read_day(" ".join(day), today, day_first=settings.day_first, past=False)
        amount = None if target is None else read_units(old.measure, target, old.currency)
        goal = journal.goals.redate(number, due, target=amount, why=why)
    new = goal.terms[-1]
    held = f", from {in_words(new.effective, today)} on" if new.effective > today else ""
    say(f"Due {in_words(due, today)}{held}: {goal.title}")


@verb("check-in", "journal goal check-in 2 88.5", "journal milestone check-in 4 -3 --on yesterday")
@click.argument("goal_id", metavar="ID")
@click.argument("value", metavar="N")
@click.option("--on", metavar="DATE", help="The day it was read off; today unless said.")
def check_in(goal_id: str, value: str, on: str | None) -> None:
    """Write down the number you read off.

    For goals that count a number; what the journal counts itself needs no check-in."""
    from journal.cli.goals_said import goal_row
    from journal.journal import Journal

    with reading(Journal) as journal:
        number, today, settings = read_id(goal_id), journal.today(), journal.settings
        read = read_units(NUMBER, value, settings.currency)
        day = read_past_day(on, today, day_first=settings.day_first) if on else today
        standing = journal.goals.check_in(number, read, day)
        say("  ".join(cell for cell in goal_row(standing, today) if cell))
