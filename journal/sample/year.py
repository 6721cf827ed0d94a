"""The sample year as plain values of the journal."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date, time
from random import Random

from journal.calendar import DayOff
from journal.call_block import CallBlock
from journal.day_page import DayPage
from journal.deal import Deal
from journal.entry import Entry
from journal.follow_up import FollowUp
from journal.goal import Goal
from journal.meeting import Meeting
from journal.moment import Moment
from journal.plan import Plan
from journal.sample.activities import ordinary_days
from journal.sample.blocks import sample_blocks
from journal.sample.days import sample_days
from journal.sample.deals import sample_deals
from journal.sample.follow_ups import sample_follow_ups
from journal.sample.goals import CheckIn, sample_goals
from journal.sample.lessons import Lessons, sample_lessons
from journal.sample.meeting_notes import REWARD, SKILLS, sample_notes, with_tags
from journal.sample.pages import sample_pages
from journal.sample.plans import sample_plans
from journal.sample.setbacks import sample_setbacks
from journal.sample.stories import SampleStory, sample_stories
from journal.sample.today import today_so_far
from journal.settings import Setting

SEED = 7
"""The sample rep everybody meets first."""

PURPOSE = "To be the first one our customers call, and home for dinner at six."

SETTINGS = {
    **{"target.call": "10", "target.email": "5", "target.social": "1", "target.meeting": "1"},
    **{"skills": SKILLS, "reward": REWARD},
}
"""The daily targets, the skills being built, and the reward."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleYear:
    """Everything the sample rep wrote down, nothing of it saved yet."""

    now: Moment
    """The moment it is seen from."""
    first: date
    """The first day of it."""
    purpose: str
    """Why the rep does this."""
    settings: tuple[Setting, ...]
    """The daily targets, the skills and the reward, from the first day on."""
    off: tuple[DayOff, ...]
    """Holidays and Christmas."""
    entries: tuple[Entry, ...] = field(repr=False)
    """Activities, notes and setbacks, in the order they were written down."""
    deals: tuple[Deal, ...] = field(repr=False)
    """Deals, those that ended first."""
    follow_ups: tuple[FollowUp, ...] = field(repr=False)
    """Who waits, and who was answered."""
    stories: tuple[SampleStory, ...] = field(repr=False)
    """What came after each setback before today, the latest first."""
    blocks: tuple[CallBlock, ...] = field(repr=False)
    """Call blocks, the latest before today first."""
    goals: tuple[Goal, ...] = field(repr=False)
    """Goals and milestones; ``parent`` is a place in this list, from 1."""
    check_ins: tuple[CheckIn, ...]
    """Numbers read off."""
    lessons: Lessons = field(repr=False)
    """What belongs to each deal, and who is at the accounts."""
    notes: tuple[tuple[int, Meeting], ...] = field(repr=False)
    """How meetings went, each with the place of its entry, from 0."""
    pages: tuple[DayPage, ...]
    """Pages of days, oldest first."""
    plans: tuple[Plan, ...]
    """Every version of the plan, the oldest first; ``goal`` is a place in the list of goals, from 1."""


def sample_year(today: date, now: Moment, seed: int = SEED) -> SampleYear:
    """The year up to ``now`` on the rep's day ``today``; the same for the same three values."""
    rng = Random(seed)
    days = sample_days(today, now)
    deals = sample_deals(rng, days)
    entries = [*ordinary_days(rng, days, deals), *sample_setbacks(days), *today_so_far(days)]
    entries.sort(key=_written_down)
    entries = with_tags(entries)
    goals, check_ins = sample_goals(days, entries, deals)
    return SampleYear(
        now=now,
        first=days.worked[0],
        purpose=PURPOSE,
        settings=tuple(Setting(key, days.worked[0], value) for key, value in SETTINGS.items()),
        off=days.off,
        entries=tuple(entries),
        deals=deals,
        follow_ups=tuple(sample_follow_ups(rng, days)),
        stories=tuple(sample_stories(days)),
        blocks=tuple(sample_blocks(days)),
        goals=goals,
        check_ins=check_ins,
        lessons=sample_lessons(days, deals, seed),
        notes=sample_notes(entries),
        pages=tuple(sample_pages(days)),
        plans=sample_plans(days),
    )


def _written_down(entry: Entry) -> tuple[float, date, time]:
    at = entry.logged.utc.timestamp() if entry.logged else 0.0
    return at, entry.day, entry.time or time(0)
