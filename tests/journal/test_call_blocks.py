"""Call blocks: planned ahead, started on their day, and looked back at."""

from __future__ import annotations

from datetime import date, time, timedelta

import pytest
from builders import at

from journal.errors import BadInput, JournalError, NotFound
from journal.journal import Journal
from storage.store import SqliteStore

TODAY = date(2024, 2, 1)


class Desk:
    """A rep whose clock the test sets."""

    def __init__(self, store: SqliteStore) -> None:
        self.now = at("2024-02-01T09:30")
        journal = Journal(store, lambda: self.now)
        self.journal = journal
        self.blocks = journal.call_blocks


@pytest.fixture
def desk(store: SqliteStore) -> Desk:
    return Desk(store)


def test_a_block_is_planned_for_a_minute_of_today(desk: Desk) -> None:
    block = desk.blocks.plan(time(10, 0, 31), minutes=60, dread=6, feared=0.3)
    assert (block.day, block.planned, block.minutes) == (TODAY, time(10), 60)
    assert list(desk.blocks.today()) == [block]


def test_what_is_feared_may_still_be_said_when_it_starts(desk: Desk) -> None:
    block = desk.blocks.plan(time(9, 30), dread=2)
    begun = desk.blocks.start(block.id, feared=0.5)
    assert (begun.started, begun.dread, begun.feared) == (time(9, 30), 2, 0.5)


def test_what_happened_may_be_said_again_and_the_later_word_holds(desk: Desk) -> None:
    block = desk.blocks.plan(time(9, 30), feared=0.5)
    desk.blocks.finish(block.id, 10, 5)
    ended = desk.blocks.finish(block.id, 10, 1)
    assert (ended.happened, ended.started) == (0.1, None)
    assert desk.blocks.fear().mean_error == pytest.approx(0.4)


def test_a_block_still_to_come_is_not_late(desk: Desk) -> None:
    desk.blocks.plan(time(15))
    desk.blocks.plan(time(9), TODAY + timedelta(days=1))
    fear = desk.blocks.fear()
    assert (fear.on_time, fear.planned) == (0, 0)
    desk.now = at("2024-02-02T09:05")
    desk.blocks.start(2)
    fear = desk.blocks.fear()
    assert (fear.on_time, fear.planned) == (1, 2)


def test_past_midnight_a_block_of_the_evening_still_starts(desk: Desk) -> None:
    late = desk.blocks.plan(time(23, 55))
    desk.now = at("2024-02-02T00:03")
    desk.blocks.start(late.id)
    assert desk.blocks.fear().on_time == 1


def test_one_starts_only_once_and_only_on_its_day(desk: Desk) -> None:
    block = desk.blocks.plan(time(9, 30))
    desk.blocks.start(block.id)
    with pytest.raises(JournalError, match=r"started at 09:30 already\."):
        desk.blocks.start(block.id)
    ahead = desk.blocks.plan(time(9), date(2024, 2, 2))
    with pytest.raises(JournalError, match=r"is for tomorrow; plan one for today\."):
        desk.blocks.start(ahead.id)
    with pytest.raises(JournalError, match="has not happened yet"):
        desk.blocks.finish(ahead.id, 3, 0)


@pytest.mark.parametrize(
    ("said", "sentence"),
    [
        ({"minutes": 0}, "takes 1 to 1,440 minutes"),
        ({"minutes": 1441}, "takes 1 to 1,440 minutes"),
        ({"dread": 11}, "Dread is a whole number from 0 to 10"),
        ({"dread": -1}, "Dread is a whole number from 0 to 10"),
    ],
)
def test_what_cannot_be_true_is_refused(desk: Desk, said: dict[str, int], sentence: str) -> None:
    with pytest.raises(BadInput, match=sentence):
        desk.blocks.plan(time(10), minutes=said.get("minutes"), dread=said.get("dread"))


@pytest.mark.parametrize("feared", [-0.1, 1.1, float("nan"), float("inf")])
def test_a_feared_chance_is_a_share(desk: Desk, feared: float) -> None:
    with pytest.raises(BadInput, match="0 to 100 %"):
        desk.blocks.plan(time(10), feared=feared)


@pytest.mark.parametrize(("calls", "nos"), [(-1, 0), (1001, 0), (3, 4), (3, -1), (0, 1)])
def test_what_happened_adds_up(desk: Desk, calls: int, nos: int) -> None:
    block = desk.blocks.plan(time(10))
    with pytest.raises(BadInput):
        desk.blocks.finish(block.id, calls, nos)


def test_a_day_that_is_over_takes_no_block(desk: Desk) -> None:
    with pytest.raises(BadInput, match="That day is over"):
        desk.blocks.plan(time(10), TODAY - timedelta(days=1))


def test_a_block_that_is_not_there_says_so(desk: Desk) -> None:
    for ask in (desk.blocks.get, desk.blocks.start, desk.blocks.remove):
        with pytest.raises(NotFound):
            ask(7)


def test_removing_one_is_undone_whole(desk: Desk) -> None:
    block = desk.blocks.plan(time(10), feared=0.3)
    assert desk.blocks.remove(block.id) == block
    assert list(desk.blocks.today()) == []
    desk.journal.undo()
    assert desk.blocks.get(block.id).feared == 0.3
