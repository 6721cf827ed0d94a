"""Settings, days off, questions and two versions of one thing, each asked by dialog."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from dialogs_host import Host, is_open
from textual.widgets import Static
from waiting import wait_until

from journal.activity import Activity
from journal.calendar import DayOff
from journal.entry import Entry
from journal.goal import Form
from journal.journal import Journal
from journal.settings import Setting
from screens.app import JournalApp
from screens.dialogs.add import AddDialog
from screens.dialogs.changed import ChangedDialog, Keep
from screens.dialogs.check_in import CheckIn, CheckInDialog
from screens.dialogs.fields import Choice
from screens.dialogs.keys import KeysDialog
from screens.dialogs.off import OffDialog
from screens.dialogs.settings import SettingsDialog
from screens.goals import Goals

TUESDAY = date(2026, 11, 24)


def saved(journal: Journal) -> Entry:
    """An entry that stands in the journal: three calls with Acme."""
    call = Activity(day=TUESDAY, kind="call", count=3, account="Acme", text="left a message")
    return journal.record(call).entry


async def test_settings_are_called_default_until_they_are_set(journal: Journal) -> None:
    journal.set("floor", "3")
    host = Host(SettingsDialog(journal, ("dusk", "paper")))
    async with host.run_test(size=(80, 24)) as pilot:
        await is_open(pilot, host)
        assert host.echo("workdays") == "default"
        assert host.echo("floor") == ""
        assert host.stands("floor") == "3"


async def test_settings_hand_back_only_what_was_changed_and_from_when(journal: Journal) -> None:
    host = Host(SettingsDialog(journal, ("dusk", "paper")))
    async with host.run_test(size=(80, 24)) as pilot:
        await is_open(pilot, host)
        host.put("workdays", "mon-thu")
        host.put("target-call", "10")
        host.put("from", "yesterday")
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: host.return_value is not None)
    monday = date(2026, 11, 23)
    assert host.return_value == (
        Setting("workdays", monday, "mon,tue,wed,thu"),
        Setting("target.call", monday, "10"),
    )


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("workdays", "someday"),
        ("floor", "0"),
        ("floor", "-1"),
        ("day-start", "25:00"),
        ("currency", "euros!"),
        ("country", "Atlantis"),
        ("fiscal-start", "13"),
        ("target-call", "many"),
        ("from", "30 feb"),
    ],
)
async def test_a_setting_that_cannot_be_is_answered_with_one_sentence(
    journal: Journal, name: str, words: str
) -> None:
    host = Host(SettingsDialog(journal))
    async with host.run_test(size=(80, 24)) as pilot:
        await is_open(pilot, host)
        if name == "from":
            host.put("floor", "2")
        host.put(name, words)
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: host.dialog.query_one("#said").has_class("-wrong"))
        assert host.stands(name) == words
        assert host.said.endswith(".")
    assert host.return_value is None


async def test_days_off_are_taken_as_a_range(journal: Journal) -> None:
    host = Host(OffDialog(journal))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        host.put("days", "24/12..31/12")
        host.put("why", "Christmas [/]")
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: host.return_value is not None)
    first, last = date(2026, 12, 24), date(2026, 12, 31)
    assert host.return_value == DayOff(first=first, last=last, why="Christmas [/]")


async def test_days_off_can_be_given_back(journal: Journal) -> None:
    off = journal.days_off.take(date(2026, 12, 24), date(2026, 12, 31), "[/]")
    host = Host(OffDialog(journal))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        host.dialog.query_one("#back", Choice).action_turn(1)
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: host.return_value is not None)
    assert host.return_value == off


async def test_a_question_is_answered_by_arrow_or_by_letter(journal: Journal) -> None:
    for keys, answer in ((("down", "enter"), Form.GOAL), (("m",), Form.MILESTONE)):
        host = Host(AddDialog())
        async with host.run_test() as pilot:
            await is_open(pilot, host)
            await pilot.press(*keys)
            await wait_until(pilot, lambda host=host: host.return_value is not None)
        assert host.return_value is answer


async def test_both_versions_are_shown_when_another_window_saved_first(journal: Journal) -> None:
    mine = saved(journal)
    theirs = journal.change(replace(mine, count=9, text="[/]"))
    host = Host(ChangedDialog(mine, theirs))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        words = str(host.dialog.query_one("#question").render())
        assert "mine    3" in words
        assert "theirs  9" in words
        await pilot.press("t")
        await wait_until(pilot, lambda: host.return_value is not None)
    assert host.return_value is Keep.THEIRS


async def test_a_number_is_checked_in_with_its_day(journal: Journal) -> None:
    goal = journal.goals.new(
        form=Form.MILESTONE, title="Talk share", measure="number", target=4500, due=None
    )
    host = Host(CheckInDialog(journal, goal))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        host.put("value", "48.5")
        host.put("day", "mon")
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: host.return_value is not None)
    assert host.return_value == CheckIn(4850, date(2026, 11, 23))


async def test_the_keys_of_what_has_the_focus_come_before_those_that_work_everywhere(
    journal: Journal,
) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await pilot.press("2")
        await wait_until(pilot, lambda: isinstance(app.screen, Goals))
        await pilot.press("question_mark")
        await wait_until(pilot, lambda: isinstance(app.screen, KeysDialog))
        words = str(app.screen.query_one("#lines", Static).render())
        assert words.index("Hide the parts of this goal") < words.index("Everywhere")
        assert words.index("Everywhere") < words.index("Close the journal; all is saved")
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(app.screen, Goals))


@pytest.mark.parametrize("size", [(80, 24), (60, 14)])
async def test_a_complaint_and_the_keys_stay_in_sight_where_the_rows_scroll(
    journal: Journal, size: tuple[int, int]
) -> None:
    host = Host(SettingsDialog(journal, ("dusk", "paper")))
    async with host.run_test(size=size) as pilot:
        await is_open(pilot, host)
        host.put("currency", "euros!")
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: host.dialog.query_one("#said").has_class("-wrong"))
        for name in ("#said", "#hints"):
            assert host.dialog.query_one(name).region.bottom < size[1] - 1
