"""The story of a deal, and what happened to it, come back as they were told."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import timedelta
from pathlib import Path

import pytest
from builders import NOW, THURSDAY, activity, day, deal, note

from journal.deal import Deal, Outcome
from journal.deal_event import DealEvent
from journal.deal_story import DealStory
from journal.entry import Entry
from journal.errors import ChangedElsewhere, NotFound
from storage.store import SqliteStore, open_store

YESTERDAY = THURSDAY - timedelta(1)
HOSTILE = "[/] \0 \x1b]0;x\x07 '; DROP TABLE deal; -- \u202e"
WORDS = [each.name for each in fields(DealStory) if each.type == "str"]
FULL = DealStory(
    deal=1, more_categories=("timing", HOSTILE), many_purchases=True, long_use=False,
    **{name: f"{name} {HOSTILE}" for name in WORDS},
)  # fmt: skip


def opened(store: SqliteStore, *deals: Deal) -> list[int]:
    """Save deals; returns their numbers."""
    with store.action("deals", NOW, "test"):
        return [store.deals.add(each).id for each in deals]


def told(store: SqliteStore, story: DealStory) -> DealStory:
    """The story as the journal gives it back when it is saved."""
    with store.action("story", NOW, "test"):
        return store.deal_stories.keep_story(story)


def logged(store: SqliteStore, *entries: Entry) -> None:
    """Save entries in one action."""
    with store.action("log", NOW, "test"):
        for entry in entries:
            store.entries.add(entry)


def test_a_story_comes_back_whole(store: SqliteStore, path: Path) -> None:
    opened(store, deal(), deal())
    assert len(WORDS) == 13
    assert told(store, FULL) == replace(FULL, rev=1)
    other = open_store(path, create=False)
    assert other.deal_stories.stories([2, 1, 9]) == {1: replace(FULL, rev=1)}
    assert other.deal_stories.story(2) == DealStory(deal=2)
    other.close()


@pytest.mark.parametrize("text", ["é" * 100_000, "[/]" * 33_333, '["a"]', "a\nb\r\nc"])
def test_whatever_is_typed_of_a_deal_is_kept_as_typed(store: SqliteStore, text: str) -> None:
    opened(store, deal())
    kept = told(store, DealStory(deal=1, pain=text, could_have_known=text, more_categories=(text,)))
    assert (kept.pain, kept.could_have_known, kept.more_categories) == (text, text, (text,))
    assert told(store, replace(kept, pain="a\ud83d")).pain == "a\ufffd"


def test_a_stale_form_never_saves_over_a_newer_story(store: SqliteStore) -> None:
    opened(store, deal())
    first = told(store, FULL)
    second = told(store, replace(first, need="Speed"))
    assert (second.rev, told(store, second)) == (2, second)
    for stale in (FULL, first, replace(FULL, rev=9)):
        with pytest.raises(ChangedElsewhere):
            told(store, stale)
    store.undo(NOW, "test")
    assert store.deal_stories.story(1) == replace(first, rev=3)


def test_what_happened_to_deals_is_told_oldest_first(store: SqliteStore) -> None:
    opened(store, deal(), deal(), deal())
    for number, changes in (
        (1, {"stage": "Discovery"}),
        (2, {"outcome": Outcome.LOST}),
        (1, {"outcome": Outcome.WON}),
        (1, {"outcome": Outcome.OPEN}),
    ):
        with store.action("deal", NOW, "test"):
            on = YESTERDAY if "stage" not in changes else THURSDAY
            store.deals.change(replace(store.deals.get(number), **changes), on)
    won = DealEvent(1, YESTERDAY, "outcome", "open", "won")
    again = DealEvent(1, YESTERDAY, "reopen", "won", "open")
    stage = DealEvent(1, THURSDAY, "stage", None, "Discovery")
    lost = DealEvent(2, YESTERDAY, "outcome", "open", "lost")
    assert store.deal_stories.events([3, 2, 1]) == {1: (won, again, stage), 2: (lost,)}
    between = store.deal_stories.events_between
    assert between(YESTERDAY, THURSDAY) == [lost, won, again, stage]
    assert between(THURSDAY, THURSDAY) == [stage]
    assert between(YESTERDAY, THURSDAY, limit=1) == [lost]


def test_the_last_touch_is_of_the_deal_or_else_of_its_account(store: SqliteStore) -> None:
    opened(store, deal(), deal("Second"), deal("Third", "Hooli"), deal("Nobody's", None))
    days = [THURSDAY - timedelta(n) for n in range(6)]
    logged(
        store,
        replace(activity(account="Acme", on=days[3]), deal=1),
        replace(activity(account="Acme", on=days[5]), deal=1),
        activity(account="acme", on=days[1]),
        replace(note(on=days[0], account="Acme"), deal=1),
        note(on=days[0], account="Hooli"),
    )
    assert store.deal_stories.last_touches([1, 2, 3, 4, 9]) == {1: days[3], 2: days[1]}


def test_won_twice_and_closed_before_it_was_opened_stay_as_they_came(store: SqliteStore) -> None:
    odd = replace(
        deal(), outcome=Outcome.WON, opened=THURSDAY, closed=day("1999-12-31"), stage="Lost?"
    )
    (number,) = opened(store, odd)
    for outcome in (Outcome.LOST, Outcome.WON, Outcome.NO_DECISION, Outcome.OPEN, Outcome.WON):
        with store.action("deal", NOW, "test"):
            store.deals.change(replace(store.deals.get(number), outcome=outcome), THURSDAY)
    kept = store.deals.get(number)
    assert kept == replace(odd, id=number, uid=kept.uid, rev=6)
    events = store.deal_stories.events([number])[number]
    assert [each.what for each in events] == ["outcome"] * 3 + ["reopen", "outcome"]


def test_many_deals_are_asked_for_at_once(store: SqliteStore) -> None:
    numbers = opened(store, *[deal(str(n)) for n in range(1_201)])
    with store.action("stories", NOW, "test"):
        for number in numbers:
            store.deal_stories.keep_story(DealStory(deal=number, pain=str(number)))
    found = store.deal_stories.stories(range(1, 1_300))
    assert {number: story.pain for number, story in found.items()} == {
        number: str(number) for number in numbers
    }


@pytest.mark.parametrize("number", [0, -1, 7, 2**63])
def test_only_a_deal_has_a_story(store: SqliteStore, number: int) -> None:
    with pytest.raises(NotFound, match=f"There is no deal {number:,}"):
        store.deal_stories.story(number)
    with pytest.raises(NotFound, match="There is no deal"):
        told(store, DealStory(deal=number))
