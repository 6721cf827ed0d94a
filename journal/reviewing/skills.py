"""The skills being built, counted per quarter by the tags on entries."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from journal.dates import add_months

if TYPE_CHECKING:
    from journal.journal import Journal


@dataclass(frozen=True, slots=True)
class SkillCount:
    """How often one skill was practised."""

    skill: str
    """Its tag, in small letters."""
    this_quarter: int
    """Entries with the tag in the calendar quarter so far."""
    last_quarter: int
    """Entries with the tag in the quarter before."""


def skill_counts(journal: Journal, day: date) -> tuple[SkillCount, ...]:
    """The skills set on a day, each counted in its quarter up to that day and in the one before."""
    skills = journal.history.on(day).skills
    if not skills:
        return ()
    first = day.replace(month=day.month - (day.month - 1) % 3, day=1)
    now = journal.store.entries.tag_totals(first, day)
    before: dict[str, int] = {}
    if first.year > 1 or first.month > 1:
        last = date.fromordinal(first.toordinal() - 1)
        before = journal.store.entries.tag_totals(add_months(first, -3), last)
    return tuple(SkillCount(skill, now.get(skill, 0), before.get(skill, 0)) for skill in skills)
