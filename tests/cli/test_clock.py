"""The time of the command line: the machine's own, or the moment of ``--now``."""

from __future__ import annotations

import time
from datetime import date

import pytest

from journal.cli.clock import fixed_at, system_now, zone_name
from journal.errors import BadInput


def test_a_moment_without_a_zone_is_told_in_the_local_one() -> None:
    moment = fixed_at("2024-07-01T09:30")()
    assert (moment.zone, moment.offset) == ("Europe/Berlin", 120)
    assert moment.local.isoformat() == "2024-07-01T09:30:00"


def test_a_moment_may_name_its_own_offset() -> None:
    moment = fixed_at("2024-07-01T09:30-07:00")()
    assert (moment.zone, moment.offset) == ("", -420)


def test_a_day_alone_means_that_day_and_not_the_evening_before() -> None:
    assert fixed_at("2024-02-01")().day() == date(2024, 2, 1)


@pytest.mark.parametrize("text", ["", "soon", "2024-02-30T09:00", "0001-01-01T00:00", "12:00"])
def test_what_is_no_moment_is_refused_in_one_sentence(text: str) -> None:
    with pytest.raises(BadInput, match="write it like 2026-11-24T13:45"):
        fixed_at(text)


def test_the_clock_follows_the_rep_across_zones(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Asia/Tokyo")
    assert (system_now().zone, system_now().offset) == ("Asia/Tokyo", 540)
    monkeypatch.setenv("TZ", "Asia/Kolkata")
    assert (system_now().zone, system_now().offset) == ("Asia/Kolkata", 330)


def test_a_machine_that_names_no_zone_is_no_trouble(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "XYZ-3")
    time.tzset()
    assert zone_name() == ""
    assert system_now().offset == 180
