"""A rep whose wall sheet is as full as it may get: every text at its longest, a year of milestones."""

from __future__ import annotations

from datetime import date, timedelta

from clocked import Rep

from journal.goal import Form
from journal.review import Period

WORDS = "Ask [/] the <b>buyers</b> & “théy” say {{ why }} 価格が高い naïve-façade WWWW https://e.example/x "
"""Words that may be taken for markup, of narrow and of wide letters."""


def long_text(letters: int) -> str:
    """A text of so many letters."""
    return (WORDS * (letters // len(WORDS) + 1))[:letters].strip()


def full_wall(rep: Rep, letters: int = 200, milestones: int = 52) -> None:
    """A purpose, a goal and weekly milestones with long titles, daily targets, and a review held."""
    journal = rep.journal
    journal.set_purpose(long_text(min(5 * letters, 1_000)))
    journal.set("target.reach-outs", "25")
    journal.set("target.meeting", "1")
    goal = journal.goals.new(
        form=Form.GOAL,
        title=long_text(letters),
        measure="amount-booked",
        target=120_000_000,
        due=date(2027, 11, 24),
        why=long_text(5 * letters),
    )
    journal.goals.add(goal)
    with journal.writing("a year of milestones"):
        for week in range(milestones):
            made = journal.goals.new(
                form=Form.MILESTONE,
                title=f"{week + 1}. {long_text(letters - 5)}",
                measure="call",
                target=50 * (week + 1),
                due=journal.today() + timedelta(weeks=week + 1),
            )
            journal.store.goals.add(made)
    journal.reviews.hold(
        Period.WEEK,
        journal.today() - timedelta(journal.today().weekday()),
        journal.today() + timedelta(6 - journal.today().weekday()),
        if_then=long_text(5 * letters),
        next_on=date(2026, 12, 18),
    )
