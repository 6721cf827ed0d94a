"""Words typed from the counts: a word is text, single keys are counts, and no word is lost or mixed."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from builders import activity
from reading import row_of
from textual.events import Paste
from waiting import wait_until

from journal.activity import Activity
from journal.journal import Journal
from journal.setback import Setback
from screens.app import JournalApp
from screens.dialogs.fields import Words
from screens.dialogs.setback import SetbackDialog
from screens.dialogs.setback_types import TypeGrid
from screens.widgets.counts import Counts
from screens.widgets.entry_line import EntryLine
from storage.store import SqliteStore, open_store

TUESDAY = date(2026, 11, 24)


def typed(app: JournalApp) -> str:
    """What stands in the line."""
    return app.screen.query_one(EntryLine).value


def counted(journal: Journal) -> dict[str, int]:
    """The day's counts."""
    return journal.store.entries.totals(TUESDAY, TUESDAY)


@pytest.mark.usefixtures("quickly")
@pytest.mark.parametrize(
    "line",
    [
        "call 3 acme left vm",
        "CALL acme",
        "Calls 2 acme",
        "email 2 beta",
        "e-mail beta",
        "mail beta",
        "meeting globex",
        "met globex",
        "mtg globex",
        "social stark liked a post",
        "setback acme lost",
        "SETBACK acme lost",
        "setbacks acme lost",
        "note dana called back",
        "demo initech",
        "visit stark",
        "proposal wayne",
        "Proposal wayne",
        "other hooli",
        "OTHER hooli",
        "log call acme",
    ],
)
async def test_a_line_typed_from_the_counts_lands_whole_and_counts_nothing(
    journal: Journal, line: str
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*line)
        await wait_until(pilot, lambda: typed(app) == line, f"{typed(app)!r} is not {line!r}")
        assert counted(journal) == {}
        await wait_until(pilot, lambda: "Enter saves" in row_of(app, "#heard"))
        await pilot.press("enter")
        await wait_until(pilot, lambda: "Saved" in row_of(app, "#heard"))
    assert len(journal.entries(TUESDAY, TUESDAY)) == 1


@pytest.mark.parametrize("kind", [None, "quote"])
async def test_q_alone_still_quits_whatever_kinds_there_are(
    journal: Journal, kind: str | None
) -> None:
    if kind:
        journal.set("kinds", kind)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("q")
        await wait_until(pilot, lambda: not app.is_running, "the end")
    assert counted(journal) == {}


async def test_u_alone_still_takes_back_where_a_kind_begins_with_it(journal: Journal) -> None:
    journal.set("kinds", "upsell")
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await pilot.press("c")
        await wait_until(pilot, lambda: counted(journal) == {"call": 1})
        await pilot.press("u")
        await wait_until(pilot, lambda: counted(journal) == {}, "taken back")


@pytest.mark.usefixtures("quickly")
@pytest.mark.parametrize("kind", ["workshop", "tic", "spin", "otter", "quote", "upsell"])
async def test_a_kind_the_rep_added_can_be_typed_as_well(journal: Journal, kind: str) -> None:
    journal.set("kinds", kind)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press(*f"{kind} acme", "enter")
        await wait_until(pilot, lambda: "Saved" in row_of(app, "#heard"))
    assert counted(journal) == {kind: 1}


@pytest.mark.usefixtures("quickly")
@pytest.mark.parametrize(
    ("keys", "counts"),
    [
        ("ccc", {"call": 3}),
        ("ciot", {"call": 1, "email": 1, "social": 1, "meeting": 1}),
        ("toic", {"call": 1, "email": 1, "social": 1, "meeting": 1}),
        ("ot", {"social": 1, "meeting": 1}),
        ("iiott", {"email": 2, "social": 1, "meeting": 2}),
        ("cccu", {"call": 2}),
    ],
)
async def test_counts_pressed_quickly_are_counts(
    journal: Journal, keys: str, counts: dict[str, int]
) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        await wait_until(pilot, lambda: counted(journal) == counts)
        assert isinstance(app.focused, Counts)
        assert typed(app) == ""


@pytest.mark.usefixtures("quickly")
@pytest.mark.parametrize(
    ("keys", "counts", "line"),
    [
        ("ccall", {"call": 1}, "call"),
        ("itcall", {"email": 1, "meeting": 1}, "call"),
        ("cotother", {"call": 1, "social": 1, "meeting": 1}, "other"),
        ("tmeeting", {"meeting": 1}, "meeting"),
    ],
)
async def test_only_what_the_word_itself_counted_is_taken_back(
    journal: Journal, keys: str, counts: dict[str, int], line: str
) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await pilot.press(*keys)
        await wait_until(pilot, lambda: typed(app) == line)
    assert counted(journal) == counts


@pytest.mark.usefixtures("slowly")
async def test_keys_with_a_pause_between_them_stand_for_themselves(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await pilot.press("c", "c", "a")
        await wait_until(pilot, lambda: isinstance(app.focused, EntryLine))
        assert typed(app) == ""
    assert counted(journal) == {"call": 2}


@pytest.mark.usefixtures("quickly")
async def test_a_word_takes_back_its_own_counts_and_not_what_another_window_saved(
    journal: Journal, path: Path
) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await pilot.press("o", "t")
        await wait_until(pilot, lambda: counted(journal) == {"social": 1, "meeting": 1})
        other = open_store(path, create=False)
        Journal(other, journal.clock, origin="cli").record(activity("call", 4, TUESDAY, "Globex"))
        other.close()
        await pilot.press(*"her")
        await wait_until(pilot, lambda: typed(app) == "other")
    assert counted(journal) == {"call": 4}


@pytest.mark.usefixtures("quickly")
async def test_a_word_typed_anew_puts_an_unsaved_line_aside(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await pilot.press("enter", *"call 3 ac", "escape")
        await wait_until(pilot, lambda: isinstance(app.focused, Counts))
        await pilot.press(*"call acme left vm")
        await wait_until(pilot, lambda: typed(app) == "call acme left vm")
        await pilot.press("up")
        await wait_until(pilot, lambda: typed(app) == "call 3 ac")
        await pilot.press("down")
        await wait_until(pilot, lambda: typed(app) == "call acme left vm")


async def test_the_setback_key_leaves_an_unsaved_line_as_it_stands(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await pilot.press("enter", *"call 3 ac", "escape")
        await wait_until(pilot, lambda: isinstance(app.focused, Counts))
        await pilot.press("s")
        await wait_until(pilot, lambda: isinstance(app.screen, SetbackDialog))
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(app.focused, Counts))
        assert typed(app) == "call 3 ac"


@pytest.mark.usefixtures("quickly")
async def test_escape_on_an_untouched_setback_leaves_an_empty_line(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await pilot.press("s", "escape")
        await wait_until(pilot, lambda: isinstance(app.focused, Counts))
        assert typed(app) == ""
        await pilot.press(*"call 3 acme")
        await wait_until(pilot, lambda: typed(app) == "call 3 acme")


@pytest.mark.usefixtures("quickly")
async def test_two_letters_behind_the_setback_key_choose_its_type_and_no_word(
    journal: Journal,
) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await pilot.press("s", "o", "enter")
        await wait_until(pilot, lambda: isinstance(app.focused, Words), "what happened")
        assert app.screen.query_one(TypeGrid).value == "other"


async def test_a_paste_from_the_counts_is_not_mixed_with_an_unsaved_line(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await pilot.press("enter", *"call 3 ac", "escape")
        await wait_until(pilot, lambda: isinstance(app.focused, Counts))
        app.post_message(Paste("email globex"))
        await wait_until(pilot, lambda: typed(app) == "email globex")
        await pilot.press("up")
        await wait_until(pilot, lambda: typed(app) == "call 3 ac")


async def test_up_keeps_what_was_typed_and_not_saved(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await pilot.press("enter", *"call acme", "enter")
        await wait_until(pilot, lambda: "Saved" in row_of(app, "#heard"))
        await pilot.press("enter", *"email gl", "up")
        await wait_until(pilot, lambda: typed(app) == "call acme")
        await pilot.press("down")
        await wait_until(pilot, lambda: typed(app) == "email gl")


@pytest.mark.usefixtures("quickly")
async def test_the_next_line_may_be_typed_before_the_last_one_is_saved(
    journal: Journal, store: SqliteStore
) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await pilot.press(*"call acme", "enter", *"setback globex cancelled", "enter")
        await wait_until(pilot, lambda: len(journal.entries(TUESDAY, TUESDAY)) == 2)
    first, second = journal.entries(TUESDAY, TUESDAY)
    assert isinstance(first, Activity)
    assert isinstance(second, Setback)
    assert store.entries.totals(TUESDAY, TUESDAY) == {"call": 1}
