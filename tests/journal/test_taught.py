"""What two years of deals teach is read in one go, also by another thread."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from threading import Thread

from builders import at
from on_reasons import ended

from journal.journal import Journal
from journal.taught import HowEnded, Taught
from storage.opening import open_database
from storage.store import SqliteStore


def rep(store: SqliteStore) -> Journal:
    return Journal(store, lambda: at("2026-11-24T13:45"))


def test_what_goes_most_with_winning_and_with_losing_stands_by(store: SqliteStore) -> None:
    journal = rep(store)
    ended(journal)
    found = journal.reviews.taught()
    assert found.win_by is not None
    assert found.lose_by is not None
    assert (found.win_by.tag, found.win_by.wins, found.win_by.losses) == ("references", 6, 2)
    assert (found.lose_by.tag, found.lose_by.wins, found.lose_by.losses) == ("price", 4, 18)
    assert (found.n, found.is_exploratory) == (30, False)


def test_it_is_what_each_part_says_by_itself(store: SqliteStore) -> None:
    journal = rep(store)
    ended(journal)
    found = journal.reviews.taught()
    assert found.decides == journal.deals.what_decides()
    assert found.points == journal.deals.talking_points()
    assert found.calibration == journal.deals.calibration()
    assert found.risks == journal.deals.push_risks()
    assert found.months == journal.meetings.trend()


def test_deals_are_counted_on_the_day_they_ended(store: SqliteStore) -> None:
    journal = rep(store)
    ended(journal)
    found = journal.reviews.taught()
    assert found.ended(date(2026, 11, 1), date(2026, 11, 30)) == HowEnded(10, 0, 0)
    assert found.ended(date(2026, 10, 20), date(2026, 11, 9)) == HowEnded(0, 20, 0)
    assert found.ended(date(2026, 11, 11), date(2026, 11, 30)).n == 0


def test_a_journal_without_a_deal_teaches_nothing_and_is_not_called_exploratory(
    store: SqliteStore,
) -> None:
    found = rep(store).reviews.taught()
    assert (found.win_by, found.lose_by, found.endings) == (None, None, ())
    assert not found.is_exploratory


def test_another_thread_reads_the_same_and_a_journal_in_memory_reads_for_itself(
    store: SqliteStore, tmp_path: Path
) -> None:
    journal = rep(store)
    ended(journal)
    ahead = journal.reviews.taught_ahead()
    assert ahead is not None
    found: list[Taught | None] = []
    thread = Thread(target=lambda: found.append(ahead()))
    thread.start()
    thread.join()
    assert found == [journal.reviews.taught()]
    memory = SqliteStore(open_database(tmp_path / "none.db", create=False))
    assert rep(memory).reviews.taught_ahead() is None
    memory.close()
