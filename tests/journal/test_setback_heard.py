"""A setback heard from its fields: what is left open comes from the words, what is said holds."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, time
from pathlib import Path

import pytest
from builders import activity, at

from journal.deal import Deal, Outcome
from journal.journal import Journal
from journal.setback import Setback
from journal.setback_heard import SetbackEar, ToldSetback
from storage.store import open_store

TUESDAY = date(2026, 11, 24)


@pytest.fixture
def journal(path: Path) -> Iterator[Journal]:
    """A journal that knows the account Hooli, on a Tuesday afternoon."""
    store = open_store(path, create=True)
    journal = Journal(store, lambda: at("2026-11-24T13:45"))
    journal.record(activity("call", 1, date(2026, 11, 20), "Hooli"))
    yield journal
    store.close()


def heard(journal: Journal, told: ToldSetback) -> Setback:
    """The setback that is understood."""
    entry = SetbackEar(journal).hear(told).entry
    assert isinstance(entry, Setback)
    return entry


def test_account_type_and_time_come_from_the_words(journal: Journal) -> None:
    entry = heard(journal, ToldSetback(words="hooli cancelled the demo"))
    assert (entry.account, entry.type, entry.text) == (
        "Hooli", "meeting cancelled", "cancelled the demo",
    )  # fmt: skip
    assert (entry.day, entry.time, entry.sting) == (TUESDAY, time(13, 45), None)


def test_what_is_chosen_holds_over_what_the_words_tell(journal: Journal) -> None:
    told = ToldSetback(words="hooli cancelled the demo sting 3", type="other", sting=9)
    entry = heard(journal, told)
    assert (entry.type, entry.sting) == ("other", 9)


def test_another_account_keeps_the_words_whole(journal: Journal) -> None:
    told = ToldSetback(words="hooli cancelled the demo", account="Acme")
    assert (heard(journal, told).account, heard(journal, told).text) == (
        "Acme", "hooli cancelled the demo",
    )  # fmt: skip
    nobody = heard(journal, ToldSetback(words="hooli cancelled the demo", account="-"))
    assert (nobody.account, nobody.text) == (None, "hooli cancelled the demo")
    assert heard(journal, ToldSetback(words="lost it", account="hooli")).account == "Hooli"


def test_a_day_before_today_has_no_time_and_one_ahead_is_refused(journal: Journal) -> None:
    entry = heard(journal, ToldSetback(words="lost it", day="yesterday"))
    assert (entry.day, entry.time) == (date(2026, 11, 23), None)
    ahead = SetbackEar(journal).hear(ToldSetback(words="lost it", day="tomorrow"))
    assert ahead.entry is None
    assert ahead.hint.startswith("That day has not come yet.")


def test_long_words_are_kept_to_the_last_letter(journal: Journal) -> None:
    words = "hooli cancelled\n" + "x" * 99_000
    entry = heard(journal, ToldSetback(words=words))
    assert (entry.text, entry.account, entry.type) == (words, "Hooli", "meeting cancelled")


def test_nothing_is_heard_without_words(journal: Journal) -> None:
    assert SetbackEar(journal).hear(ToldSetback(words="  ")).entry is None


def test_the_deal_meant_is_the_only_open_one_or_the_one_that_is_named(journal: Journal) -> None:
    deals = journal.store.deals
    with journal.writing("deals"):
        deals.add(Deal(name="Renewal", account="Hooli"))
        deals.add(Deal(name="Old", account="Hooli", outcome=Outcome.LOST))
    assert SetbackEar(journal).deal_meant("hooli", "lost it") == 1
    with journal.writing("deals"):
        deals.add(Deal(name="Search", account="Hooli"))
    assert SetbackEar(journal).deal_meant("Hooli", "lost it") is None
    assert SetbackEar(journal).deal_meant("Hooli", "the search pushed") == 3
    assert SetbackEar(journal).deal_meant(None, "the search pushed") is None
    assert [deal.id for deal in SetbackEar(journal).deals_of("HOOLI")] == [1, 3]
