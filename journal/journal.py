"""The journal that screens and commands are given: everything a rep can do with it and read from it."""

from __future__ import annotations

from datetime import date

from journal.briefing import Briefing, read_briefing
from journal.calendar import Calendar
from journal.days_off import DaysOff
from journal.goals import Goals
from journal.logbook import Logbook
from journal.moment import Clock
from journal.plans import Plans
from journal.settings import Setting, calendar_of, read_setting
from journal.store import Store


class Journal(Logbook):
    """A logbook with goals, plans, days off, settings and the views over them."""

    def __init__(self, store: Store, clock: Clock, origin: str = "app") -> None:
        """Take whoever keeps the entries, whoever tells the time, and who is asking."""
        super().__init__(store, clock, origin)
        self._calendar: Calendar | None = None
        self.goals = Goals(self)
        """Goals and milestones: adding, re-dating, checking in, and how they stand."""
        self.plans = Plans(self)
        """The plan from the target down to this week's reach-outs, and the figures of deals."""
        self.days_off = DaysOff(self)
        """Days off, given and given back."""

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
        self._calendar = None

    def briefing(self) -> Briefing:
        """Everything Today shows, read at once."""
        return read_briefing(self)

    def set(self, key: str, value: str, from_day: date | None = None) -> Setting:
        """Let a setting hold from a day on, today if none is said. Raises BadInput, CannotSave."""
        setting = read_setting(key, value, from_day or self.today())
        holidays = self._holidays_for(setting)
        with self.store.action(f"{setting.key} set to {setting.value or 'none'}", self.now(), self.origin):
            self.store.days.set(setting)
            if holidays:
                self.store.days.keep_holidays(setting.value, holidays)
        self.forget_what_was_read()
        return setting

    def set_purpose(self, text: str) -> None:
        """Write down why the rep does this; earlier wordings are kept. Raises BadInput, CannotSave."""
        with self.store.action("the purpose", self.now(), self.origin):
            self.store.days.set_purpose(text.strip(), self.today())
