"""The journal that screens and commands are given: everything a rep can do with it and read from it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING

from journal.calendar import Calendar
from journal.days_off import DaysOff
from journal.errors import BadInput
from journal.follow_up import FollowUp
from journal.holidays_of import holidays_of
from journal.logbook import Logbook
from journal.moment import Clock
from journal.settings import Setting, calendar_of, read_setting

if TYPE_CHECKING:
    from journal.briefing import Briefing
    from journal.call_blocks import CallBlocks
    from journal.day_pages import DayPages
    from journal.deals import Deals
    from journal.drafts import Drafts
    from journal.evening_lines import HeardLine
    from journal.follow_ups import FollowUps
    from journal.goals import Goals
    from journal.incoming import Incoming
    from journal.meetings import Meetings
    from journal.plan_pace import LevelPace, PlanCounts
    from journal.plans import Plans
    from journal.recent import RecentDays
    from journal.reviews import Reviews
    from journal.searches import Searches
    from journal.setbacks import Setbacks
    from journal.store import Store
    from journal.track_record import Past, TrackRecord, Walked
    from journal.transfer.found import Applied, Found
    from journal.waiting import Waits

LONGEST_PURPOSE = 1_000
"""The longest purpose, in characters; it is one statement, read every morning."""

YEARS_OF_HOLIDAYS = 5
"""How many years ahead public holidays are kept, so that opening the journal never computes them."""


class Journal(Logbook):
    """A logbook with goals, plans, days off, settings and the views over them."""

    def __init__(self, store: Store, clock: Clock, origin: str = "app") -> None:
        """Take whoever keeps the entries, whoever tells the time, and who is asking."""
        super().__init__(store, clock, origin)
        self._calendar: Calendar | None = None
        self._past: Past | None = None
        self._recent: RecentDays | None = None
        self._counts: PlanCounts | None = None
        self.days_off = DaysOff(self)
        """Days off, given and given back."""

    # Each room is loaded when it is first entered: a report of one thing needs few of them.

    @cached_property
    def goals(self) -> Goals:
        """Goals and milestones: adding, re-dating, checking in, and how they stand."""
        from journal.goals import Goals

        return Goals(self)

    @cached_property
    def plans(self) -> Plans:
        """The plan from the target down to this week's reach-outs, and the figures of deals."""
        # Today needs none of it, and reading its rules would cost a tenth of the start.
        from journal.plans import Plans

        return Plans(self)

    @cached_property
    def day_pages(self) -> DayPages:
        """The page of each day: planned in the morning, ticked by day, closed in the evening."""
        from journal.day_pages import DayPages

        return DayPages(self)

    @cached_property
    def setbacks(self) -> Setbacks:
        """What the rep makes of setbacks, what came of each, and how fast they are back."""
        from journal.setbacks import Setbacks

        return Setbacks(self)

    @cached_property
    def call_blocks(self) -> CallBlocks:
        """Stretches of calls, planned and held, and how they compare with what was feared."""
        from journal.call_blocks import CallBlocks

        return CallBlocks(self)

    @cached_property
    def follow_ups(self) -> FollowUps:
        """Who waits for a touch, and what becomes of each."""
        from journal.follow_ups import FollowUps

        return FollowUps(self)

    @cached_property
    def deals(self) -> Deals:
        """Deals: how they stand, how they end, what they teach, and the way back in."""
        from journal.deals import Deals

        return Deals(self)

    @cached_property
    def meetings(self) -> Meetings:
        """How meetings went, and which outreach leads to first ones."""
        from journal.meetings import Meetings

        return Meetings(self)

    @cached_property
    def reviews(self) -> Reviews:
        """The week or the month looked at, and the one change a review ends in."""
        from journal.reviews import Reviews

        return Reviews(self)

    @cached_property
    def incoming(self) -> Incoming:
        """Files of other programs on their way in."""
        from journal.incoming import Incoming

        return Incoming(self)

    @cached_property
    def search(self) -> Searches:
        """All words of the journal, to be found."""
        from journal.searches import Searches

        return Searches(self)

    @cached_property
    def drafts(self) -> Drafts:
        """What is typed and not saved yet."""
        from journal.drafts import Drafts

        return Drafts(self)

    @property
    def calendar(self) -> Calendar:
        """The working days, read once until something changes."""
        if self._calendar is None:
            countries = {country for _, country in self.history.countries() if country}
            holidays = {country: self.store.days.holidays(country) for country in countries}
            self._calendar = calendar_of(self.history, holidays, self.store.days.off())
        return self._calendar

    def forget_what_was_read(self) -> None:
        """Read everything anew next time: something was saved here or elsewhere."""
        super().forget_what_was_read()
        self._calendar = self._past = self._recent = self._counts = None
        self.__dict__.pop("plans", None)
        self.__dict__.pop("setbacks", None)

    def briefing(self) -> Briefing:
        """Everything Today shows, read at once."""
        # A report of one thing, as an account's, needs none of what Today is made of.
        from journal.brief import read_briefing

        return read_briefing(self)

    def track_record(self) -> TrackRecord:
        """Streak, strength and the days of half a year."""
        today = self.today()
        return self._walked_past().record(self.store.entries.tallies(today, today))

    def walked(self) -> Walked:
        """Every day since the first entry, and the strength it ended with."""
        today = self.today()
        return self._walked_past().walked(self.store.entries.tallies(today, today))

    def _walked_past(self) -> Past:
        from journal.track_record import Past

        today, entries = self.today(), self.store.entries
        if self._past is None or self._past.today != today:
            first = entries.first_day()
            ended = entries.tallies(first, today - timedelta(days=1)) if first else ()
            self._past = Past(ended, self.calendar, self.history, today)
        return self._past

    def recent_days(self) -> RecentDays:
        """What was done on each of the last working days, read once until one of them changes."""
        from journal.recent import recent_days

        if self._recent is None or self._recent.today != self.today():
            self._recent = recent_days(self.store.entries, self.calendar, self.today())
        return self._recent

    def level_paces(self) -> tuple[LevelPace, ...]:
        """How the levels of the saved plan stand against their lines; none before a plan is saved."""
        from journal.plan_pace import counts_until, level_paces

        plan, today = self.store.plans.latest(), self.today()
        if plan is None or plan.saved_day is None or not plan.daily_rates:
            return ()
        if self._counts is None or (self._counts.today, self._counts.plan) != (today, plan.id):
            self._counts = counts_until(self.store, plan, today)
        return level_paces(plan, self._counts.with_today(self.store), self.calendar, today)

    def hear_lines(self, text: str, day: date | None = None) -> tuple[HeardLine, ...]:
        """What the lines of the evening's box mean, today's if no day is said; nothing is saved."""
        return self.day_pages.hear(text, day or self.today())

    def set(self, key: str, value: str, from_day: date | None = None) -> Setting:
        """Let a setting hold from a day on, today if none is said. Raises BadInput, CannotSave."""
        day = from_day or self.today()
        setting = read_setting(key, value, day, self.history.on(day).kinds)
        self.set_all([setting])
        return setting

    def set_all(self, settings: Sequence[Setting]) -> Sequence[Setting]:
        """Let several settings hold, as one thing to undo. Raises BadInput, CannotSave."""
        holidays = {one.value: self._holidays_for(one) for one in settings if one.key == "country"}
        told = ", ".join(f"{one.key} set to {one.value or 'none'}" for one in settings)
        with self.writing(told):
            for setting in settings:
                self.store.days.set(setting)
            for country, days in holidays.items():
                self.store.days.keep_holidays(country, days)
        self.forget_what_was_read()
        return settings

    def set_purpose(self, text: str) -> None:
        """Write down why the rep does this; earlier wordings are kept. Raises BadInput, CannotSave."""
        words = text.strip()
        if not 0 < len(words) <= LONGEST_PURPOSE:
            raise BadInput(f"A purpose is one statement of 1 to {LONGEST_PURPOSE:,} characters.")
        with self.writing("the purpose"):
            if words != self.purpose():
                self.store.days.set_purpose(words, self.today())

    def purpose(self) -> str | None:
        """Why the rep does this; None until it is written."""
        return self.store.days.purpose()

    def due(self, until: date | None = None) -> Sequence[FollowUp]:
        """Follow-ups that wait up to a day, today if none is said, and setbacks that are asked about."""
        return tuple(line.follow_up for line in self.follow_ups.due_lines(until))

    def due_with(self, briefing: Briefing) -> tuple[Waits, ...]:
        """What a briefing lists as due, with all that is asked today."""
        from journal.due_lines import with_asked

        return with_asked(briefing.due, self.check_ins(), briefing.day)

    def check_ins(self) -> tuple[FollowUp, ...]:
        """All that is asked today, of setbacks, wins and the rest, as it stands among what is due."""
        from journal.asked_today import read_asked

        return read_asked(self)

    def has_changed(self) -> bool:
        """Whether another window or program saved something; what was read is then forgotten."""
        if not self.store.has_changed():
            return False
        self.forget_what_was_read()
        return True

    def bring_in(self, found: Iterable[Found], *, format: str, files: Sequence[str]) -> Applied:
        """Take in what a reader found, as one action that undo takes back whole. Raises CannotSave.

        The journal as it was is copied first.
        """
        from journal.incoming import copied_first

        label = f"the import of {', '.join(files)}"
        with copied_first(self) as is_done, self.writing(label) as now:
            applied = self.store.imports.apply(found, format=format, files=files, at=now)
            is_done(applied.added or applied.updated)
        self.forget_what_was_read()
        return applied

    def keep_holidays_ahead(self) -> None:
        """Keep next year's public holidays too, once a year; they are no action of the rep."""
        today = self.today()
        country = self.settings.country
        if country and max(self.store.days.holidays(country), default=today) < date(
            today.year + 1, 1, 1
        ):
            years = (today.year, today.year + YEARS_OF_HOLIDAYS)
            self.store.days.keep_holidays(country, holidays_of(country, *years))
            self._calendar = None

    def _holidays_for(self, setting: Setting) -> dict[date, str]:
        """The public holidays a newly set country needs, from its first day's year to five years ahead."""
        if not setting.value:
            return {}
        first = self.store.entries.first_day() or setting.from_day
        years = (min(first, setting.from_day).year, self.today().year + YEARS_OF_HOLIDAYS)
        return holidays_of(setting.value, *years)
