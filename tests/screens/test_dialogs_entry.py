"""Changing an entry by dialog: what is typed stays, what is wrong is said, and nothing is saved by it."""

from __future__ import annotations

from datetime import date, time

import pytest
from builders import activity, note, setback
from dialogs_host import Host, is_open
from textual import events
from waiting import wait_until

from journal.activity import Activity
from journal.entry import Entry
from journal.journal import Journal
from journal.setback import Setback
from screens.dialogs.entry import EntryDialog
from screens.dialogs.fields import Choice, Line, Words

TUESDAY = date(2026, 11, 24)
HOSTILE = (
    "[/]",
    "[/b] [@click=app.quit]x[/]",
    "\x1b[31mred\x1b]0;title\x07",
    "[$unknown]",
    "‮rtl‬ אבג",
    "line\nbreak\ttab",
    "👩‍💻 e\u0301 漢字",
    "\x00\x7f\x9b",
    "'; DROP TABLE entry; --",
    "=HYPERLINK(1)",
)


def saved(journal: Journal, entry: Entry | None = None) -> Entry:
    """An entry that stands in the journal: three calls with Acme."""
    call = Activity(
        day=TUESDAY, kind="call", count=3, account="Acme", time=time(9, 30), text="left a message"
    )
    return journal.record(entry or call).entry


async def test_an_entry_comes_back_as_it_was_when_nothing_is_changed(journal: Journal) -> None:
    entry = saved(journal)
    host = Host(EntryDialog(journal, entry))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: host.return_value is not None)
    assert host.return_value == entry


async def test_every_row_of_an_entry_can_be_changed(journal: Journal) -> None:
    entry = saved(journal)
    host = Host(EntryDialog(journal, entry))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        for name, words in {
            "day": "yesterday",
            "time": "1:45pm",
            "count": "1,000",
            "account": "  Globex ",
            "outcome": "No answer",
            "words": "two\nlines",
        }.items():
            host.put(name, words)
        host.dialog.query_one("#kind", Choice).type_in("e")
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: host.return_value is not None)
    changed = host.return_value
    assert isinstance(changed, Activity)
    assert (changed.day, changed.time) == (date(2026, 11, 23), time(13, 45))
    assert (changed.kind, changed.count) == ("email", 1000)
    assert (changed.account, changed.outcome) == ("Globex", "no-answer")
    assert changed.text == "two\nlines"
    assert (changed.id, changed.rev) == (entry.id, entry.rev)


async def test_a_dialog_never_saves(journal: Journal) -> None:
    entry = saved(journal)
    host = Host(EntryDialog(journal, entry))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        host.put("count", "7")
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: host.return_value is not None)
    assert journal.entry(entry.id) == entry


@pytest.mark.parametrize(
    ("name", "words"),
    [
        ("count", "0"),
        ("count", "-1"),
        ("count", "1000000000"),
        ("count", "9" * 400),
        ("count", "three"),
        ("count", ""),
        ("count", "²"),
        ("day", "30 feb"),
        ("day", "tomorrow"),
        ("day", ""),
        ("day", "x" * 200),
        ("time", "25:00"),
        ("time", "noonish"),
    ],
)
async def test_bad_input_stays_and_is_answered_with_one_sentence(
    journal: Journal, name: str, words: str
) -> None:
    host = Host(EntryDialog(journal, saved(journal)))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        host.put(name, words)
        await pilot.press("ctrl+s")
        await wait_until(
            pilot, lambda: host.dialog.query_one("#said").has_class("-wrong"), "a complaint"
        )
        assert host.said.endswith(".")
        assert host.stands(name) == words
        assert host.dialog.focused is host.dialog.query_one(f"#{name}")
    assert host.return_value is None


async def test_enter_goes_down_and_saves_on_the_last_row(journal: Journal) -> None:
    host = Host(EntryDialog(journal, saved(journal)))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        await pilot.press(*["enter"] * 6)
        await wait_until(pilot, lambda: isinstance(host.dialog.focused, Words))
        await pilot.press("ctrl+j", "x", "enter")
        await wait_until(pilot, lambda: host.return_value is not None)
    assert isinstance(host.return_value, Activity)
    assert host.return_value.text == "left a message\nx"


async def test_keys_typed_ahead_of_the_focus_land_in_the_row_they_were_meant_for(
    journal: Journal,
) -> None:
    host = Host(EntryDialog(journal, saved(journal, note("words", TUESDAY))))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        day, at = host.dialog.query_one("#day", Line), host.dialog.query_one("#time", Line)

        for key, letter in (("down", None), ("9", "9"), ("colon", ":"), ("3", "3"), ("0", "0")):
            day.post_message(events.Key(key, letter))
        await wait_until(pilot, lambda: at.value == "9:30")
        assert day.value == "2026-11-24"


async def test_esc_leaves_at_once_when_nothing_was_typed(journal: Journal) -> None:
    host = Host(EntryDialog(journal, saved(journal)))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        await pilot.press("escape")
        await wait_until(pilot, lambda: host._exit)
    assert host.return_value is None


async def test_esc_leaves_typed_words_for_the_next_time(journal: Journal) -> None:
    entry = saved(journal)
    host = Host(EntryDialog(journal, entry))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        host.put("words", "a long story")
        await pilot.press("escape")
        await wait_until(pilot, lambda: host._exit)
    assert host.return_value is None
    host = Host(EntryDialog(journal, entry))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        assert host.stands("words") == "a long story"


async def test_a_try_that_could_not_be_saved_says_why_and_keeps_the_words(journal: Journal) -> None:
    entry = saved(journal)
    host = Host(EntryDialog(journal, entry, "The disk is full. Free some room, then save again."))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        assert host.said == "The disk is full. Free some room, then save again."
        await pilot.press("escape")
        await wait_until(pilot, lambda: host.said.startswith("Not saved yet"))


@pytest.mark.parametrize("words", HOSTILE)
async def test_hostile_words_are_shown_safely_and_come_back_untouched(
    journal: Journal, words: str
) -> None:
    for entry in (
        Activity(day=TUESDAY, kind="call", account=words, outcome=words, text=words),
        Setback(day=TUESDAY, type="deal lost", account=words, text=words),
    ):
        host = Host(EntryDialog(journal, entry))
        async with host.run_test() as pilot:
            await is_open(pilot, host)
            drawn = "".join(
                strip.text
                for widget in host.dialog.query("*")
                for strip in [widget.render_line(y) for y in range(widget.content_size.height)]
            )
            assert not any(ord(sign) < 0x20 or ord(sign) == 0x1B for sign in drawn)
            await pilot.press("ctrl+s")
            await wait_until(pilot, lambda host=host: host.return_value is not None)
        assert host.return_value == entry


async def test_a_pasted_page_becomes_one_line_in_a_line(journal: Journal) -> None:

    host = Host(EntryDialog(journal, saved(journal)))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        account = host.dialog.query_one("#account", Line)
        account.value = ""
        account.post_message(events.Paste("Acme\r\nNorth\x1b[2J\n"))
        await wait_until(pilot, lambda: account.value == "Acme North␛[2J")


async def test_a_paste_too_long_is_refused_whole_and_said(journal: Journal) -> None:

    host = Host(EntryDialog(journal, saved(journal)))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        words = host.dialog.query_one("#words", Words)
        words.post_message(events.Paste("x" * 100_000))
        await wait_until(pilot, lambda: "100,000 fit here" in host.said)
        assert words.text == "left a message"


async def test_a_setback_keeps_its_type_and_sting_until_they_are_changed(journal: Journal) -> None:
    entry = saved(journal, setback("They cancelled.", TUESDAY, 4))
    host = Host(EntryDialog(journal, entry))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        host.dialog.query_one("#sting", Choice).type_in("7")
        await pilot.press("ctrl+s")
        await wait_until(pilot, lambda: host.return_value is not None)
    changed = host.return_value
    assert isinstance(changed, Setback)
    assert (changed.type, changed.sting, changed.text) == (
        "meeting cancelled",
        7,
        "They cancelled.",
    )


async def test_the_day_is_echoed_while_it_is_typed(journal: Journal) -> None:
    host = Host(EntryDialog(journal, saved(journal)))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        host.put("day", "last fri")
        await wait_until(pilot, lambda: host.echo("day") == "Fri 20 Nov 2026")
        host.put("day", "last fr")
        await wait_until(pilot, lambda: host.echo("day") == "?")


async def test_an_account_is_completed_from_those_the_journal_knows(journal: Journal) -> None:
    saved(journal, activity("call", 1, TUESDAY, "Globex Corporation"))
    host = Host(EntryDialog(journal, saved(journal)))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        account = host.dialog.query_one("#account", Line)
        host.dialog.set_focus(account)
        account.value = "glo"
        account.cursor_position = 3
        await wait_until(pilot, lambda: account._suggestion != "")
        await pilot.press("right")
        await wait_until(pilot, lambda: account.value == "globex Corporation")
