"""Follow-ups beside another window: what both changed is shown, and the rep chooses."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

from builders import at
from on_follow_ups import TUESDAY, back_on_follow_ups, go_to_follow_ups, lost, put, waits
from on_goals import dialog
from waiting import wait_until

from journal.deal_ending import Loss
from journal.journal import Journal
from journal.request import Ask, RequestState
from screens.app import JournalApp
from screens.dialogs.changed import ChangedDialog
from screens.dialogs.requests import RequestsDialog
from screens.dialogs.touch import MoveDialog
from storage.store import open_store


async def test_a_touch_moved_in_another_window_is_shown_beside_my_day(
    journal: Journal, path: Path
) -> None:
    one = waits(journal)
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_follow_ups(pilot, app)
        for theirs, answer, kept in ((25, "t", 25), (26, "m", 30)):
            await pilot.press("v")
            await dialog(pilot, app, MoveDialog)
            put(app, {"day": "30 nov"})
            other = Journal(open_store(path, create=False), lambda: at("2026-11-24T13:46"))
            other.follow_ups.move(one.id, date(2026, 11, theirs))
            await pilot.press("ctrl+s")
            await dialog(pilot, app, ChangedDialog)
            words = str(app.screen.query_one("#question").render())
            assert f"theirs  2026-11-{theirs}" in words
            assert "mine    2026-11-30" in words
            await pilot.press(answer)
            await back_on_follow_ups(pilot, app)
            await wait_until(
                pilot, lambda kept=kept: journal.follow_ups.get(one.id).due == date(2026, 11, kept)
            )
            other.store.close()


async def test_a_request_answered_in_another_window_is_shown_beside_mine(
    journal: Journal, path: Path
) -> None:
    deal = lost(journal, "Tyrell", TUESDAY, Loss(requests=(Ask.CRITERIA,)))
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        await go_to_follow_ups(pilot, app)
        await pilot.press("r")
        await dialog(pilot, app, RequestsDialog)
        put(app, {"criteria-note": "mine [/]"})
        other = Journal(open_store(path, create=False), lambda: at("2026-11-24T13:46"))
        (standing,) = other.follow_ups.requests(deal.id)
        refused = replace(standing, state=RequestState.REFUSED, note="theirs")
        other.follow_ups.set_requests(deal.id, [refused])
        await pilot.press("ctrl+s")
        await dialog(pilot, app, ChangedDialog)
        words = str(app.screen.query_one("#question").render())
        assert "mine    asked mine [/]" in words
        assert "theirs  refused theirs" in words
        await pilot.press("escape")
        await dialog(pilot, app, RequestsDialog)
        await pilot.press("ctrl+s")
        await back_on_follow_ups(pilot, app)
        other.store.close()
    (kept,) = journal.follow_ups.requests(deal.id)
    assert (kept.state, kept.note) == (RequestState.ASKED, "mine [/]")
