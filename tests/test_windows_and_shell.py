"""Two windows and a shell on one journal: lists follow, open forms keep their words, nothing is lost."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from asking import Rep
from builders import activity, at
from on_deals import back_on_deals, go_to_deals
from on_goals import dialog
from on_setbacks import put
from reading import all_text, row_of
from textual.pilot import Pilot
from waiting import wait_until

from journal.journal import Journal
from journal.moment import Moment
from screens import app as frame
from screens.app import JournalApp
from screens.dialogs.changed import ChangedDialog, GoneDialog
from screens.dialogs.deal import DealDialog
from screens.dialogs.entry import EntryDialog
from screens.dialogs.fields import Line
from screens.today import Today
from screens.widgets.so_far import SoFar
from storage.store import SqliteStore, open_store

SIZE = (120, 40)
TUESDAY = date(2026, 11, 24)
NOW = "2026-11-24T13:45+01:00"


def clock() -> Moment:
    """A quarter to two on a Tuesday."""
    return at("2026-11-24T13:45")


@pytest.fixture
def rep(path: Path, capsys: pytest.CaptureFixture[str]) -> Rep:
    """A rep at a shell beside the windows."""
    return Rep(path, capsys)


@pytest.fixture
def windows(store: SqliteStore, path: Path) -> Iterator[tuple[JournalApp, JournalApp]]:
    """Two windows on the same journal."""
    other = open_store(path, create=False)
    yield JournalApp(Journal(store, clock)), JournalApp(Journal(other, clock))
    other.close()


async def both_show(pilots: list[Pilot[None]], words: str) -> None:
    """Wait until both windows show some words."""
    for pilot in pilots:
        app = pilot.app
        await wait_until(pilot, lambda app=app: words in all_text(app), f"{words} never came")


async def test_lists_follow_open_forms_keep_their_words_and_both_versions_are_shown(
    windows: tuple[JournalApp, JournalApp], rep: Rep, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(frame, "TICK", 0.1)
    one, two = windows
    deal = one.journal.deals.add("Acme", "Renewal")
    async with one.run_test(size=SIZE) as first, two.run_test(size=SIZE) as second:
        pilots = [first, second]
        assert rep.asks("log", "call", "Globex", now=NOW).code == 0
        await both_show(pilots, "Globex")
        await first.press("c")
        for pilot in pilots:
            app = pilot.app
            await wait_until(pilot, lambda app=app: "2" in row_of(app, "#counts").split("\n")[0])
            await go_to_deals(pilot, pilot.app)
            await pilot.press("c")
            await dialog(pilot, pilot.app, DealDialog)
        put(one, {"name": "named in one"})
        put(two, {"name": "named in two"})
        assert rep.asks("deal", "add", "Initech", "Rollout", now=NOW).code == 0
        assert rep.asks("log", "email", "Initech", now=NOW).code == 0
        await first.press("ctrl+s")
        await back_on_deals(first, one)
        assert one.journal.deals.get(deal.id).name == "named in one"
        assert two.screen.query_one("#name", Line).value == "named in two"
        await second.press("ctrl+s")
        await dialog(second, two, ChangedDialog)
        assert "named in one" in all_text(two)
        assert "named in two" in all_text(two)
        await second.press("m")
        await back_on_deals(second, two)
        await both_show(pilots, "named in two")
        await both_show(pilots, "Initech")
        assert rep.asks("undo", now=NOW).code == 0
        await both_show(pilots, "named in one")
    assert rep.gets("check")["whole"] is True
    assert [one["account"] for one in rep.gets("list", now=NOW)] == ["Globex", None, "Initech"]


@pytest.mark.parametrize("answer", ["mine", "theirs"])
async def test_an_entry_deleted_at_the_shell_while_it_is_changed_is_kept_as_a_new_one_or_let_go(
    windows: tuple[JournalApp, JournalApp], rep: Rep, answer: str
) -> None:
    app, _ = windows
    gone = app.journal.record(activity("call", 1, TUESDAY, "Acme")).entry
    async with app.run_test(size=SIZE) as pilot:
        app.screen.query_one(SoFar).focus()
        await pilot.press("enter")
        await dialog(pilot, app, EntryDialog)
        app.screen.query_one("#count", Line).value = "5"
        assert rep.asks("delete", str(gone.id), now=NOW).code == 0
        await pilot.press("ctrl+s")
        await dialog(pilot, app, GoneDialog)
        assert "deleted elsewhere" in all_text(app)
        await pilot.press(answer[0])
        await wait_until(pilot, lambda: isinstance(app.screen, Today))
    kept = app.journal.entries(TUESDAY, TUESDAY)
    if answer == "theirs":
        assert not kept
        return
    [anew] = kept
    assert (anew.id, anew.rev) == (gone.id + 1, 1)
    assert anew == replace(gone, count=5, id=anew.id, uid=anew.uid)


async def test_a_form_left_open_over_a_restore_saves_over_no_other_entry(
    windows: tuple[JournalApp, JournalApp], rep: Rep, tmp_path: Path
) -> None:
    # After the restore the number of the entry goes to another: both have their first revision.
    app, _ = windows
    backup = str(tmp_path / "before.db")
    app.journal.record(activity("call", 1, TUESDAY, "Acme"))
    assert rep.asks("backup", backup, now=NOW).code == 0
    app.journal.record(activity("meeting", 1, TUESDAY, "Globex"))
    async with app.run_test(size=SIZE) as pilot:
        app.screen.query_one(SoFar).focus()
        await pilot.press("end", "enter")
        await dialog(pilot, app, EntryDialog)
        assert app.screen.query_one("#account", Line).value == "Globex"
        app.screen.query_one("#count", Line).value = "3"
        assert rep.asks("restore", backup, now=NOW).code == 0
        assert rep.asks("log", "email", "5", "Initech", now=NOW).code == 0
        await wait_until(pilot, app.journal.has_changed, "the restored journal")
        await pilot.press("ctrl+s")
        await dialog(pilot, app, GoneDialog)
        await pilot.press("m")
        await wait_until(pilot, lambda: isinstance(app.screen, Today))
    kept = [(one.id, one.account, one.count) for one in app.journal.entries(TUESDAY, TUESDAY)]
    assert sorted(kept) == [(1, "Acme", 1), (2, "Initech", 5), (3, "Globex", 3)]
