"""The page of a day comes back as it was written, and no window saves over another's words."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from builders import NOW, THURSDAY, day
from hostile import HOSTILE, LONG
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from journal.day_page import DayPage, Intention, IntentionState
from journal.errors import ChangedElsewhere
from storage.store import SqliteStore, open_store

FULL = DayPage(
    day=THURSDAY,
    intentions=(
        Intention("Call Acme"), Intention("Demo", IntentionState.DONE),
        Intention("Quote", IntentionState.CARRIED, day("2024-01-30")),
    ),
    obstacle="Mail", if_then="If mail, then at eleven", good_thing="They called back", my_part="I had asked",
    first_tomorrow="Quote, at nine", overstated="The date; I tell Ada", thanks="Ada", offence=60, done_at=NOW,
)  # fmt: skip

TEXTS = ("obstacle", "if_then", "good_thing", "my_part", "first_tomorrow", "overstated", "thanks")


def saved(store: SqliteStore, page: DayPage) -> DayPage:
    """The page as the journal gives it back when it is saved."""
    with store.action("page", NOW, "test"):
        return store.day_pages.save(page)


@pytest.fixture
def other(store: SqliteStore, path: Path) -> Iterator[SqliteStore]:
    """A second window on the same journal."""
    opened = open_store(path, create=False)
    yield opened
    opened.close()


def test_a_page_comes_back_with_all_that_was_written_on_it(
    store: SqliteStore, other: SqliteStore
) -> None:
    assert store.day_pages.get(THURSDAY) is None
    assert saved(store, FULL) == replace(FULL, rev=1)
    assert other.day_pages.get(THURSDAY) == replace(FULL, rev=1)
    assert store.day_pages.get(THURSDAY + timedelta(1)) is None


def test_intentions_are_kept_in_their_order_and_can_be_fewer_later(store: SqliteStore) -> None:
    page = saved(store, FULL)
    last, first, _ = page.intentions
    changed = saved(store, replace(page, intentions=(first, last)))
    assert (changed.intentions, changed.rev) == ((first, last), 2)
    emptied = saved(store, replace(changed, intentions=()))
    assert (emptied.intentions, emptied.rev) == ((), 3)


def test_a_page_saved_as_it_is_makes_no_step_to_undo(store: SqliteStore) -> None:
    page = saved(store, FULL)
    assert saved(store, page) == page
    assert store.database.rows("SELECT count(*) FROM action") == [(1,)]


def test_a_stale_page_never_saves_over_a_newer_one(store: SqliteStore, other: SqliteStore) -> None:
    page = saved(store, FULL)
    newer = saved(other, replace(page, intentions=(Intention("From the other window"),)))
    for stale in (page, FULL):
        with pytest.raises(ChangedElsewhere):
            saved(store, replace(stale, obstacle="lost?"))
    assert store.day_pages.get(THURSDAY) == newer


def test_a_page_that_was_taken_back_meanwhile_is_not_brought_back_by_a_form(
    store: SqliteStore,
) -> None:
    page = saved(store, FULL)
    store.undo(NOW, "test")
    with pytest.raises(ChangedElsewhere):
        saved(store, page)
    assert saved(store, FULL).rev == 1


def test_pages_of_some_days_come_oldest_first_each_with_its_own_intentions(
    store: SqliteStore,
) -> None:
    for n in (3, 1, 2):
        when = THURSDAY + timedelta(n)
        saved(store, DayPage(day=when, intentions=tuple(Intention(f"{n}{slot}") for slot in "ab")))
    pages = store.day_pages.between(THURSDAY + timedelta(2), THURSDAY + timedelta(9))
    assert [[each.text for each in page.intentions] for page in pages] == [
        ["2a", "2b"],
        ["3a", "3b"],
    ]
    assert store.day_pages.between(date.min, THURSDAY) == []


def test_a_list_of_pages_holds_a_leap_year_and_no_more(store: SqliteStore) -> None:
    with store.action("pages", NOW, "test"):
        for n in range(370):
            store.day_pages.save(DayPage(day=day("2024-01-01") + timedelta(n)))
    pages = store.day_pages.between(date.min, date.max)
    assert (len(pages), pages[-1].day) == (366, day("2024-12-31"))


def test_a_page_that_opened_by_itself_is_remembered_without_a_step_to_undo(
    store: SqliteStore, other: SqliteStore
) -> None:
    for page in ("morning", "morning", "evening\ud83d"):
        store.day_pages.mark_shown(page, THURSDAY)
    with store.action("inside", NOW, "test"):
        store.day_pages.mark_shown("review", THURSDAY)
    asked = ("morning", "evening\ud83d", "review", "other")
    assert [other.day_pages.was_shown(page, THURSDAY) for page in asked] == [
        True,
        True,
        True,
        False,
    ]
    assert not other.day_pages.was_shown("morning", THURSDAY + timedelta(1))
    assert store.database.rows("SELECT * FROM action") == []


def test_a_page_opens_even_while_another_window_saves(
    store: SqliteStore, other: SqliteStore
) -> None:
    with other.action("long", NOW, "test"):
        other.day_pages.save(FULL)
        store.day_pages.mark_shown("morning", THURSDAY)
    assert not store.day_pages.was_shown("morning", THURSDAY)


@pytest.mark.parametrize("text", [*HOSTILE, LONG], ids=lambda text: repr(text[:16]))
def test_whatever_is_typed_on_a_page_is_kept_as_typed(
    store: SqliteStore, other: SqliteStore, text: str
) -> None:
    written = replace(FULL, **dict.fromkeys(TEXTS, text), intentions=(Intention(text),) * 3)
    saved(store, written)
    assert other.day_pages.get(THURSDAY) == replace(written, rev=1)


def test_half_a_surrogate_pair_on_a_page_becomes_the_replacement_character(
    store: SqliteStore,
) -> None:
    half = replace(FULL, thanks="a\ud83db", intentions=(Intention("\udc00"),))
    page = saved(store, half)
    assert (page.thanks, page.intentions[0].text) == ("a\ufffdb", "\ufffd")
    assert saved(store, replace(half, rev=1)) == page


@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
@given(texts=st.tuples(*[st.text()] * len(TEXTS)), meant=st.lists(st.text(min_size=1), max_size=3))
def test_generated_words_on_a_page_come_back_equal(
    store: SqliteStore, texts: tuple[str, ...], meant: list[str]
) -> None:
    before = store.day_pages.get(THURSDAY) or DayPage(day=THURSDAY)
    intentions = tuple(map(Intention, meant))
    typed = replace(before, **dict(zip(TEXTS, texts, strict=True)), intentions=intentions)
    saved(store, typed)
    kept = store.day_pages.get(THURSDAY)
    assert kept is not None
    assert replace(kept, rev=0) == replace(typed, rev=0)
