"""What is typed into a field and not saved is kept on each pause, and offered again as it was left."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from builders import at, milestone
from dialogs_host import Host, is_open
from on_funnel import line_of, on_the_funnel
from on_goals import go_to_goals
from textual.widgets import Input
from waiting import wait_until

from journal.activity import Activity
from journal.goal import Form as GoalForm
from journal.goal import Goal
from journal.journal import Journal
from screens import drafted
from screens.app import JournalApp
from screens.dialogs.backward import BackwardDialog
from screens.dialogs.begin import BeginDialog
from screens.dialogs.check_in import CheckInDialog
from screens.dialogs.entry import EntryDialog
from screens.dialogs.form import Form
from screens.dialogs.goal import GoalDialog
from screens.dialogs.off import OffDialog
from screens.dialogs.redate import RedateDialog
from screens.dialogs.settings import SettingsDialog
from screens.widgets.entry_line import EntryLine
from screens.widgets.funnel_field import Over
from screens.widgets.funnel_panel import FunnelPanel
from screens.widgets.heard_row import HeardRow
from storage.store import SqliteStore

TUESDAY = date(2026, 11, 24)

HOSTILE = [
    "note a\x00b",
    "note [/] [bold]x[/bold]",
    "note \x1b]0;title\x07\x1b[2J",
    "note " + "x" * 100_000,
    "note ‮evil‬ 👩‍👩‍👧",
]


def an_entry(journal: Journal) -> Activity:
    entry = journal.record(Activity(day=TUESDAY, kind="call", account="Acme", text="left vm")).entry
    assert isinstance(entry, Activity)
    return entry


def a_goal(journal: Journal) -> Goal:
    return journal.goals.add(milestone(due=date(2027, 6, 1)))


OPENED: dict[str, tuple[Callable[[Journal], Callable[[], Form[object]]], str]] = {
    "entry": (lambda journal: _again(EntryDialog, journal, an_entry(journal)), "words"),
    "new goal": (lambda journal: lambda: GoalDialog(journal, form=GoalForm.GOAL), "title"),
    "new milestone": (lambda journal: lambda: GoalDialog(journal), "why"),
    "goal": (lambda journal: _again(GoalDialog, journal, a_goal(journal)), "serves"),
    "re-date": (lambda journal: _again(RedateDialog, journal, a_goal(journal)), "why"),
    "check-in": (lambda journal: _again(CheckInDialog, journal, a_goal(journal)), "value"),
    "backward": (lambda journal: _again(BackwardDialog, journal, a_goal(journal), []), "number-0"),
    "begin": (lambda journal: lambda: BeginDialog(journal), "deal-size"),
    "settings": (lambda journal: lambda: SettingsDialog(journal), "reward"),
    "days off": (lambda journal: lambda: OffDialog(journal), "why"),
}
"""Every form, with the field that is typed into."""


def _again(kind: Callable[..., Form[object]], *given: object) -> Callable[[], Form[object]]:
    return lambda: kind(*given)


@pytest.mark.parametrize("name", OPENED)
async def test_a_form_is_filled_again_as_it_was_left(journal: Journal, name: str) -> None:
    opened, field = OPENED[name]
    again = opened(journal)
    host = Host(again())
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        before = host.stands(field)
        host.put(field, "half a [/] thought \x1b[2J")
        # No key but a pause: this is what a killed app leaves.
        await wait_until(pilot, lambda: bool(journal.drafts.waiting()))
    host = Host(again())
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        assert host.stands(field).startswith("half a [/] thought ")
        assert "as you left it a moment ago · Ctrl+R starts anew" in frame(host)
        await pilot.press("ctrl+r")
        await wait_until(pilot, lambda: host.stands(field) == before)
        await pilot.press("ctrl+r")
        await wait_until(pilot, lambda: host.stands(field).startswith("half a [/] thought "))
        await pilot.press("ctrl+r")
        await wait_until(pilot, lambda: host.stands(field) == before)
        await pilot.press("escape")
        await wait_until(pilot, lambda: host._exit)
    assert journal.drafts.waiting() == ()


def frame(host: Host) -> str:
    """What stands in the lower edge of the box."""
    return str(host.dialog.query_one("#box").border_subtitle)


async def test_a_field_that_was_emptied_is_empty_again(journal: Journal) -> None:
    entry = an_entry(journal)
    host = Host(EntryDialog(journal, entry))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        host.put("account", "")
        await pilot.press("escape")
        await wait_until(pilot, lambda: host._exit)
    host = Host(EntryDialog(journal, entry))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        assert host.stands("account") == ""
        assert host.stands("words") == "left vm"


async def test_a_form_says_what_a_full_disk_does_and_keeps_it_once_there_is_room(
    journal: Journal, store: SqliteStore, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(drafted, "AGAIN", 0.05)
    host = Host(EntryDialog(journal, an_entry(journal)))
    async with host.run_test() as pilot:
        await is_open(pilot, host)
        pages = store.database.rows("PRAGMA page_count")[0][0]
        store.database.rows(f"PRAGMA max_page_count = {pages}")
        host.put("words", "y" * 50_000)
        await wait_until(pilot, lambda: "Not kept yet, the disk is full" in frame(host))
        await pilot.press("escape")
        await wait_until(pilot, lambda: host.said.startswith("Not saved yet"))
        assert host.stands("words") == "y" * 50_000
        store.database.rows("PRAGMA max_page_count = 1000000")
        await wait_until(pilot, lambda: frame(host) == "")
    assert journal.drafts.of("entry", 1)["words"] == "y" * 50_000


async def test_what_is_saved_is_no_draft_any_more(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("2")
        await wait_until(pilot, lambda: app.current_mode == "goals")
        await pilot.press("a", "enter")
        await wait_until(pilot, lambda: isinstance(app.screen, GoalDialog))
        await pilot.press(*"Ten")
        await wait_until(pilot, lambda: journal.drafts.of("milestone") == {"title": "Ten"})
        await pilot.press("escape")
        await wait_until(pilot, lambda: not isinstance(app.screen, GoalDialog))
        await pilot.press("a", "enter")
        await wait_until(pilot, lambda: isinstance(app.screen, GoalDialog))
        await wait_until(pilot, lambda: app.screen.query_one("#title", Input).value == "Ten")
        await pilot.press(*" calls", "ctrl+s")
        await wait_until(pilot, lambda: not isinstance(app.screen, GoalDialog))
    assert [one.goal.title for one in journal.goals.tree()] == ["Ten calls"]
    assert journal.drafts.waiting() == ()


async def test_quitting_keeps_an_open_form_and_a_line_on_another_page(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("a", *"note hi", "escape", "2")
        await wait_until(pilot, lambda: app.current_mode == "goals")
        await pilot.press("a", "enter")
        await wait_until(pilot, lambda: isinstance(app.screen, GoalDialog))
        await pilot.press(*"Ten calls", "ctrl+q")
        await wait_until(pilot, lambda: app._exit)
    assert journal.drafts.of("line") == {"line": "note hi"}
    assert journal.drafts.of("milestone") == {"title": "Ten calls"}


def line(app: JournalApp) -> EntryLine:
    return app.screen_stack[0].query_one(EntryLine)


def heard(app: JournalApp) -> str:
    return str(app.screen_stack[0].query_one(HeardRow).words)


@pytest.mark.parametrize("words", HOSTILE)
async def test_the_line_offers_hostile_words_exactly(journal: Journal, words: str) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("a")
        line(app).type_in(words)
        await wait_until(pilot, lambda: journal.drafts.of("line") == {"line": words})
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: line(app).value == words)
        assert heard(app) == "As you left it a moment ago: a goes on with it."


async def test_quitting_keeps_what_was_typed_a_moment_before(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("a", *"note hi", "ctrl+q")
        await wait_until(pilot, lambda: app._exit)
    assert journal.drafts.of("line") == {"line": "note hi"}


async def test_a_saved_line_is_not_offered_again(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("a", *"note hi")
        await wait_until(pilot, lambda: bool(journal.drafts.waiting()))
        await pilot.press("enter")
        await wait_until(pilot, lambda: line(app).value == "")
        # Bringing a saved line back to look at it types nothing.
        await pilot.press("a", "up")
        await wait_until(pilot, lambda: line(app).value == "note hi")
        await pilot.press("ctrl+q")
        await wait_until(pilot, lambda: app._exit)
    assert journal.drafts.waiting() == ()


async def test_words_put_aside_wait_behind_the_up_key_at_the_next_start(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("a", *"note one")
        line(app).begin("")
        await pilot.press(*"note two", "enter")
        await wait_until(pilot, lambda: line(app).value == "")
        await pilot.press("ctrl+q")
        await wait_until(pilot, lambda: app._exit)
    assert journal.drafts.of("line") == {"aside-1": "note one"}
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: "You put a line aside" in heard(app))
        await pilot.press("a", "up")
        await wait_until(pilot, lambda: line(app).value == "note one")
        await pilot.press("enter")
        await wait_until(pilot, lambda: line(app).value == "")
    assert journal.drafts.waiting() == ()


async def test_two_windows_keep_two_lines(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("a", *"note mine")
        await wait_until(pilot, lambda: bool(journal.drafts.waiting()))
        journal.drafts.keep("line", {"line": "note theirs"})
        await pilot.press("!")
        await wait_until(pilot, lambda: journal.drafts.of("line 2") == {"line": "note mine!"})
    assert journal.drafts.of("line") == {"line": "note theirs"}


async def test_an_old_draft_waits_in_its_place_and_is_not_told_of(
    journal: Journal,
) -> None:
    journal.drafts.keep("line", {"line": "note old"})
    journal.drafts.keep("goal", {"title": "1M"})
    journal.clock = lambda: at("2026-12-25T09:00")
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(pilot, lambda: line(app).value == "note old")
        assert "count one of each" in heard(app)


async def test_a_form_that_waits_is_told_of_at_the_start(journal: Journal) -> None:
    journal.drafts.keep("goal", {"title": "1M"})
    journal.clock = lambda: at("2026-11-24T15:50")
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await wait_until(
            pilot,
            lambda: heard(app) == "You were writing a goal 2 h ago; it opens as you left it.",
        )


async def test_quitting_with_words_that_cannot_be_kept_asks_once(
    journal: Journal, store: SqliteStore
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        pages = store.database.rows("PRAGMA page_count")[0][0]
        store.database.rows(f"PRAGMA max_page_count = {pages}")
        await pilot.press("a")
        line(app).type_in("note " + "z" * 50_000)
        await wait_until(pilot, lambda: "Not kept yet, the disk is full" in heard(app))
        await pilot.press("ctrl+q")
        await pilot.pause()
        assert not app._exit
        await pilot.press("ctrl+q")
        await wait_until(pilot, lambda: app._exit)


async def test_a_rate_that_was_left_in_the_funnel_stands_there_again(journal: Journal) -> None:
    journal.plans.save(target=120_000_000, by=date(2027, 12, 31), deal_size=6_000_000)
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await go_to_goals(pilot, app)
        await on_the_funnel(pilot, app, "Qualified opp.")
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.focused, Over))
        await pilot.press("3", "5")
        await wait_until(pilot, lambda: bool(journal.drafts.waiting()))
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(app.focused, FunnelPanel))
        await pilot.press("enter")
        await wait_until(pilot, lambda: isinstance(app.focused, Over))
        assert isinstance(app.focused, Over)
        assert app.focused.value == "35"
        panel = app.screen.query_one(FunnelPanel)
        await wait_until(pilot, lambda: "as you left it" in str(panel.border_title))
        await pilot.press("end", "%", "enter")
        await wait_until(pilot, lambda: "35 %" in line_of(app, "Qualified opp."))
    assert journal.drafts.waiting() == ()
