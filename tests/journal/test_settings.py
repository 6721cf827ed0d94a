"""What a rep sets, from which day it holds, and what they are told when it cannot be."""

from __future__ import annotations

from datetime import date, time

import pytest
from hypothesis import given
from hypothesis import settings as trials
from hypothesis import strategies as st

from journal.errors import BadInput
from journal.settings import DEFAULTS, Setting, Settings, SettingsHistory, read_key, read_setting

MARCH = date(2026, 3, 1)
APRIL = date(2026, 4, 1)
MAY = date(2026, 5, 1)


@pytest.mark.parametrize(
    ("key", "typed", "kept"),
    [
        ("workdays", "mon-thu", "mon,tue,wed,thu"),
        ("workdays", "Thu,mon", "mon,thu"),
        ("workdays", "mo tu", "mon,tue"),
        ("workdays", "Monday – Wednesday, sat", "mon,tue,wed,sat"),
        ("workdays", "monday to friday", "mon,tue,wed,thu,fri"),
        ("workdays", "sun-tue", "mon,tue,sun"),
        ("country", "de", "DE"),
        ("country", "de-by", "DE-BY"),
        ("country", "none", ""),
        ("floor", "1", "1"),
        ("floor", "01000", "1000"),
        ("day-start", "4", "04:00"),
        ("day-start", "0:00", "00:00"),
        ("day-start", "12:00", "12:00"),
        ("currency", "usd", "USD"),
        ("date-order", "Month First", "month-first"),
        ("date-order", "day", "day-first"),
        ("fiscal-start", "12", "12"),
        ("kinds", "Webinar, site visit,webinars,call", "webinar,site-visit"),
        ("kinds", "", ""),
        ("target.calls", "20", "20"),
        ("target.call", "0", "0"),
        ("skills", "#Vision, asking why,vision", "vision,asking-why"),
        ("skills", "none", ""),
        ("reward", "Oysters  at Moe's", "Oysters at Moe's"),
        ("reward", "None", ""),
        ("evening-from", "17:30", "17:30"),
        ("evening-from", "12", "12:00"),
        ("times", "Tough", "tough"),
        ("theme", "Paper", "paper"),
    ],
)
def test_a_value_is_kept_in_the_same_words_however_it_was_typed(
    key: str, typed: str, kept: str
) -> None:
    assert read_setting(key, f" {typed} ", MARCH).value == kept


@pytest.mark.parametrize(
    ("typed", "key"),
    [
        ("Day_Start", "day-start"),
        ("target.Calls", "target.call"),
        ("target.reach_outs", "target.reach-outs"),
        ("target.webinars", "target.webinar"),
    ],
)
def test_a_key_is_understood_however_it_was_typed(typed: str, key: str) -> None:
    assert read_key(typed, ("webinar",)) == key


@pytest.mark.parametrize(
    ("key", "value", "sentence"),
    [
        ("colour", "red", "The settings are workdays, country, floor, .* and target.KIND"),
        ("target.tea", "3", "one of: reach-outs, call, email"),
        ("workdays", "", "one weekday or more"),
        ("workdays", ",,", "one weekday or more"),
        ("workdays", "mon-", "one weekday or more"),
        ("workdays", "m", "one weekday or more"),
        ("workdays", "mon-wed-fri", "one weekday or more"),
        ("country", "Germany", "two letters"),
        ("country", "DE-[/]", "two letters"),
        ("floor", "0", "from 1 to 1,000"),
        ("floor", "1001", "from 1 to 1,000"),
        ("floor", "1e3", "from 1 to 1,000"),
        ("floor", "٣", "from 1 to 1,000"),
        ("day-start", "12:01", "from 00:00 to 12:00"),
        ("day-start", "4:60", "from 00:00 to 12:00"),
        ("currency", "euro", "three letters"),
        ("date-order", "year-first", "day-first or month-first"),
        ("fiscal-start", "13", "month from 1 to 12"),
        ("kinds", "web,,inar", "with commas between"),
        ("kinds", ",".join(f"kind{n}" for n in range(25)), "Up to 24 kinds"),
        ("kinds", "reach-outs", "not note, setback, reach-outs"),
        ("target.call", "-1", "0 takes it away"),
        ("target.call", "1001", "0 takes it away"),
        ("skills", "a,b,c,d,e,f", "Up to 5 skills"),
        ("skills", "why,,how", "Skills are the tags"),
        ("skills", "2nd", "Skills are the tags"),
        ("skills", "v" * 41, "Skills are the tags"),
        ("reward", "o" * 201, "A reward holds 200 characters"),
        ("evening-from", "11:59", "between 12:00 and 23:59"),
        ("evening-from", "24:00", "between 12:00 and 23:59"),
        ("times", "bad", "Times are tough, normal or good"),
        ("theme", "[/]", "The themes are dusk, paper, ansi-dark"),
        ("theme", "pink", "The themes are dusk, paper, ansi-dark"),
    ],
)
def test_what_cannot_be_set_is_answered_with_what_can(key: str, value: str, sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        read_setting(key, value, MARCH)


@trials(deadline=None)
@given(
    key=st.sampled_from([*DEFAULTS, "target.call"]),
    value=st.text(max_size=40) | st.from_regex(r"[a-z]{1,6}([-, ]{1,2}[a-z0-9]{2,4}){0,4}"),
)
def test_whatever_is_typed_is_either_refused_or_reads_back_the_same(key: str, value: str) -> None:
    try:
        setting = read_setting(key, value, MARCH)
    except BadInput:
        return
    assert read_setting(key, setting.value, MARCH) == setting
    assert SettingsHistory([setting]).value(key, MARCH) == setting.value


@pytest.mark.parametrize("key", ["workdays", "kinds", "country", "theme", "colour"])
@pytest.mark.parametrize("value", ["mon" + " " * 100_000 + "-", "-" * 100_000, "a," * 50_000])
def test_an_endless_value_is_refused_in_one_sentence_without_it(key: str, value: str) -> None:
    with pytest.raises(BadInput) as refusal:
        read_setting(key, value, MARCH)
    assert len(str(refusal.value)) < 350


def test_nothing_set_means_the_defaults() -> None:
    assert SettingsHistory().on(MARCH) == Settings(
        workdays=frozenset({0, 1, 2, 3, 4}),
        country=None,
        floor=1,
        day_start=time(4),
        currency="EUR",
        day_first=True,
        fiscal_start=1,
        targets={},
        kinds=(),
        skills=(),
        reward=None,
        evening_from=time(16),
    )


def test_the_defaults_in_words_are_the_defaults_in_force() -> None:
    spelled = [read_setting(key, value, MARCH) for key, value in DEFAULTS.items()]
    assert [(row.key, row.value) for row in spelled] == list(DEFAULTS.items())
    assert SettingsHistory(spelled).on(MARCH) == Settings()


def test_every_setting_holds_from_its_day_on() -> None:
    history = SettingsHistory(
        [
            Setting("workdays", APRIL, "mon,sun"),
            Setting("country", APRIL, "DE-BY"),
            Setting("floor", APRIL, "5"),
            Setting("day-start", APRIL, "06:30"),
            Setting("currency", APRIL, "USD"),
            Setting("date-order", APRIL, "month-first"),
            Setting("fiscal-start", APRIL, "7"),
            Setting("kinds", APRIL, "webinar,workshop"),
            Setting("target.call", APRIL, "20"),
            Setting("theme", APRIL, "paper"),
        ]
    )
    assert history.on(date(2026, 3, 31)) == Settings()
    assert history.on(APRIL) == Settings(
        workdays=frozenset({0, 6}),
        country="DE-BY",
        floor=5,
        day_start=time(6, 30),
        currency="USD",
        day_first=False,
        fiscal_start=7,
        targets={"call": 20},
        kinds=("webinar", "workshop"),
    )
    assert (history.value("theme", MARCH), history.value("theme", APRIL)) == ("dusk", "paper")


def test_a_change_made_later_for_an_earlier_day_does_not_undo_the_later_day() -> None:
    history = SettingsHistory([Setting("floor", MAY, "3"), Setting("floor", APRIL, "2")])
    assert [history.on(day).floor for day in (MARCH, APRIL, MAY)] == [1, 2, 3]


def test_the_last_word_for_the_same_day_wins() -> None:
    history = SettingsHistory([Setting("floor", APRIL, "3"), Setting("floor", APRIL, "2")])
    assert history.on(APRIL).floor == 2
    assert history.value("floor", APRIL) == "2"


def test_a_target_of_nothing_is_no_target_and_leaves_the_others() -> None:
    history = SettingsHistory(
        [
            Setting("target.call", MARCH, "20"),
            Setting("target.reach-outs", MARCH, "30"),
            Setting("target.call", APRIL, "0"),
        ]
    )
    assert history.on(MARCH).targets == {"call": 20, "reach-outs": 30}
    assert history.on(APRIL).targets == {"reach-outs": 30}


def test_a_value_is_called_default_until_the_day_it_is_set() -> None:
    history = SettingsHistory([Setting("floor", APRIL, "1")])
    assert [history.is_default("floor", day) for day in (MARCH, APRIL)] == [True, False]
    assert history.is_default("country", MAY)


def test_the_keys_are_those_with_a_default_and_the_targets_ever_set() -> None:
    history = SettingsHistory([Setting("target.call", APRIL, "20"), Setting("floor", APRIL, "2")])
    assert history.keys() == (*DEFAULTS, "target.call")
    assert history.value("target.call", MARCH) == "0"


def test_weeks_and_countries_are_told_only_where_they_change() -> None:
    history = SettingsHistory(
        [
            Setting("floor", MARCH, "2"),
            Setting("workdays", APRIL, "mon,tue,wed,thu"),
            Setting("country", MAY, "DE"),
        ]
    )
    assert history.weeks() == (
        (date.min, frozenset({0, 1, 2, 3, 4})),
        (APRIL, frozenset({0, 1, 2, 3})),
    )
    assert history.countries() == ((date.min, None), (MAY, "DE"))
