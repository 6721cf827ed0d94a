"""Settings beside another window and an earlier day: only what the rep touched is handed back."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from builders import at
from dialogs_host import Host, is_open
from waiting import wait_until

from journal.journal import Journal
from journal.settings import Setting
from screens.dialogs.fields import Line
from screens.dialogs.settings import SettingsDialog
from storage.store import SqliteStore, open_store

TUESDAY = date(2026, 11, 24)


def set_elsewhere(path: Path, key: str, value: str) -> None:
    """Another window sets something this very moment."""
    other = Journal(open_store(path, create=False), lambda: at("2026-11-24T13:46"))
    other.set(key, value)
    other.store.close()


async def test_an_earlier_day_for_one_setting_leaves_the_others_of_that_day(
    journal: Journal,
) -> None:
    journal.set_all([Setting("floor", date(2026, 11, 20), "3")])
    host = Host(SettingsDialog(journal))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        host.put("reward", "Oysters")
        host.put("from", "2026-11-01")
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: host.return_value is not None)
    assert host.return_value == (Setting("reward", date(2026, 11, 1), "Oysters"),)


async def test_what_another_window_set_meanwhile_stays_where_the_rep_did_not_touch_it(
    journal: Journal, path: Path
) -> None:
    host = Host(SettingsDialog(journal))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        set_elsewhere(path, "floor", "3")
        set_elsewhere(path, "stages", "First call, Meeting = stage 1, Offer = qualified")
        host.put("reward", "Oysters")
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: host.return_value is not None)
    assert host.return_value == (Setting("reward", TUESDAY, "Oysters"),)


async def test_a_setting_both_windows_changed_is_told_before_it_is_saved_over(
    journal: Journal, path: Path
) -> None:
    host = Host(SettingsDialog(journal))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        host.put("floor", "2")
        host.put("reward", "Oysters")
        set_elsewhere(path, "floor", "3")
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "“3”" in host.said)
        assert host.said == (
            "Ctrl+S saves over what was saved since you opened this: A day is kept at “3”."
        )
        assert host.dialog.focused is host.dialog.query_one("#floor")
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: host.return_value is not None)
    assert host.return_value == (
        Setting("floor", TUESDAY, "2"),
        Setting("reward", TUESDAY, "Oysters"),
    )


async def test_a_setting_set_back_to_what_stood_there_is_no_change(
    journal: Journal, path: Path
) -> None:
    host = Host(SettingsDialog(journal))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        host.put("floor", "2")
        host.put("floor", "1")
        set_elsewhere(path, "floor", "3")
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: "Nothing differs" in host.said)
    assert host.return_value is None


async def test_settings_that_could_not_be_saved_come_back_as_typed_and_nothing_else_with_them(
    journal: Journal, path: Path
) -> None:
    typed = (Setting("reward", date(2026, 11, 1), "Oysters"),)
    host = Host(SettingsDialog(journal, (), typed, "The disk is full."))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        assert host.stands("reward") == "Oysters"
        assert host.echo("reward") == ""
        set_elsewhere(path, "floor", "3")
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: host.return_value is not None)
    assert host.return_value == typed


@pytest.mark.parametrize("value", ["2", "1"])
async def test_settings_left_and_opened_again_are_told_from_what_is_set_by_then(
    journal: Journal, path: Path, value: str
) -> None:
    host = Host(SettingsDialog(journal))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        host.put("floor", "2")
        await pilot.press("escape")
        await wait_until(pilot, lambda: host._exit)
    set_elsewhere(path, "currency", "CHF")
    host = Host(SettingsDialog(journal))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        assert host.stands("floor") == "2"
        assert host.stands("currency") == "CHF"
        host.put("floor", value)
        host.put("from", "2026-11-01")
        await pilot.press("ctrl+s")
        if value == "2":
            await wait_until(pilot, lambda: host.return_value is not None)
        else:
            await wait_until(pilot, lambda: "Nothing differs" in host.said)
    assert host.return_value == (
        (Setting("floor", date(2026, 11, 1), "2"),) * (value == "2") or None
    )


async def test_settings_left_and_opened_again_tell_what_another_window_set_since(
    journal: Journal, path: Path
) -> None:
    first = Host(SettingsDialog(journal))
    async with first.run_test() as pilot:
        await is_open(pilot, first)
        first.put("floor", "2")
        await wait_until(pilot, lambda: bool(journal.drafts.waiting()))
        await pilot.press("escape")
        await wait_until(pilot, lambda: first.return_value is None)
    set_elsewhere(path, "floor", "3")
    again = Host(SettingsDialog(journal))
    async with again.run_test() as pilot:
        await is_open(pilot, again)
        assert again.dialog.query_one("#floor", Line).value == "2"
        assert "A day is kept at “3”" in again.said


async def test_settings_left_overnight_tell_of_nothing_that_nobody_saved(
    store: SqliteStore,
) -> None:
    now = [at("2026-11-24T13:46")]
    journal = Journal(store, lambda: now[0])
    first = Host(SettingsDialog(journal))
    async with first.run_test() as pilot:
        await is_open(pilot, first)
        first.put("reward", "Oysters")
        first.put("from", "2026-12-01")
        await wait_until(pilot, lambda: bool(journal.drafts.waiting()))
        await pilot.press("escape")
    now[0] = at("2026-11-25T09:00")
    again = Host(SettingsDialog(journal))
    async with again.run_test() as pilot:
        await is_open(pilot, again)
        assert again.dialog.query_one("#from", Line).value == "2026-12-01"
        assert "saved since" not in again.said
