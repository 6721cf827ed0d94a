"""Generated lives of a rep: settings that change, holidays, days off and entries, late ones too."""

from __future__ import annotations

from datetime import date, timedelta

from hypothesis import strategies as st
from reference import NAMES, Life

from journal.calendar import Calendar, DayOff
from journal.settings import Setting, SettingsHistory, calendar_of
from journal.tally import Tally

FIRST = date(2026, 2, 23)
"""The Monday around which the lives take place."""

COUNTRY = "DE"

a_day = st.integers(-5, 45).map(lambda n: FIRST + timedelta(days=n))

_week = st.sets(st.sampled_from(NAMES), min_size=1).map(
    lambda chosen: ",".join(name for name in NAMES if name in chosen)
)
_setting = st.one_of(
    st.tuples(st.just("workdays"), _week),
    st.tuples(st.just("floor"), st.sampled_from(["1", "2", "3"])),
    st.tuples(
        st.sampled_from(["target.call", "target.meeting", "target.reach-outs"]),
        st.sampled_from(["0", "1", "3"]),
    ),
)
_row = st.builds(lambda pair, day: Setting(pair[0], day, pair[1]), _setting, a_day)
_off = st.builds(lambda day, n: DayOff(day, day + timedelta(days=n)), a_day, st.integers(0, 6))
_tally = st.builds(
    lambda day, kind, late, total: Tally(day, kind, day + timedelta(days=late), total),
    a_day,
    st.sampled_from(["call", "email", "meeting"]),
    st.sampled_from([0, 0, 0, 0, 1, 2, 3, 4, 6]),
    st.integers(0, 3),
)
_busy = st.builds(
    lambda day, n: [
        Tally(day + timedelta(days=i), "call", day + timedelta(days=i), 3) for i in range(n)
    ],
    a_day,
    st.integers(0, 30),
)

a_life = st.builds(
    lambda rows, holidays, off, tallies, busy: Life(
        tuple(rows), frozenset(holidays), tuple(off), (*tallies, *busy)
    ),
    st.lists(_row, max_size=5),
    st.lists(a_day, max_size=5),
    st.lists(_off, max_size=3),
    st.lists(_tally, max_size=15),
    _busy,
)


def history_of(life: Life) -> SettingsHistory:
    """The same settings, as the journal reads them, with the holidays' country in force."""
    return SettingsHistory([Setting("country", date(2020, 1, 1), COUNTRY), *life.rows])


def calendar_for(life: Life) -> Calendar:
    """The same days, as the journal reads them."""
    return calendar_of(history_of(life), {COUNTRY: dict.fromkeys(life.holidays, "free")}, life.off)
