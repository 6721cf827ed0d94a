"""A whole journal's file that is not whole is refused in one sentence with its place; nothing is changed."""

from __future__ import annotations

import json
from collections.abc import Callable

import pytest
from builders import NOW, note
from whole_journals import as_json, book, brought_in, file_of, one_of_everything, taken_out

from journal.errors import BadInput, NotOurFile
from journal.incoming_whole import IncomingWhole, whole_among
from journal.transfer.faults import UnreadableFile
from journal.transfer.progress import Progress, Stopped
from journal.transfer.whole_fields import Kind
from journal.transfer.whole_parts import PARTS
from storage.backup import digest
from storage.store import SqliteStore

WHOLE = as_json(one_of_everything(lambda: "x"))
LINE_OF_DEAL = WHOLE[: WHOLE.index('"amount_minor"')].count("\n") + 1


@pytest.fixture
def lived_in(store: SqliteStore) -> SqliteStore:
    """A journal with a line in it."""
    with store.action("log", NOW, "test"):
        store.entries.add(note("mine"))
    return store


def refused(store: SqliteStore, text: str | bytes) -> str:
    """What the rep is told; the journal must be as it was, and go on."""
    before = digest(store.database.connection)
    with pytest.raises((UnreadableFile, NotOurFile)) as told:
        brought_in(store, text)
    assert digest(store.database.connection) == before
    with store.action("log", NOW, "test"):
        store.entries.add(note("still here"))
    store.undo(NOW, "test")
    return str(told.value)


@pytest.mark.parametrize(
    ("before", "after", "sentence"),
    [
        ('"version": 1', '"version": 2', " is of a newer program: install the newer one to read it."),
        ('"version": 1', '"version": true', ", line 1: “version” must be a whole number up to 1."),
        ('"sales-journal"', '"diary"', " is JSON, but not of a sales journal"),
        ('"deals"', '"deels"', "“deels” is no part of a journal."),
        ('"deals"', '"accounts"', "“accounts” is there twice."),
        ('"stage": "x"', '"stadium": "x"', "the deal has no “stage”."),
        ('"stage": "x"', '"stage": "x", "colour": "red"', "the deal has “colour”, which is no key of one."),
        ('"stage": "x"', '"stage": "x", "stage": "y"', "a key is named twice."),
        ('"amount_minor": 1', '"amount_minor": "1"', "the deal’s “amount_minor” must be a whole number."),
        ('"amount_minor": 1', '"amount_minor": 1.5', "the deal’s “amount_minor” must be a whole number."),
        ('"amount_minor": 1', f'"amount_minor": {2**70}', "“amount_minor” must be a whole number."),
        ('"amount_minor": 1', '"amount_minor": NaN', "what stands here is no whole JSON."),
        ('"amount_minor": 1', '"amount_minor": null', "the deal says what cannot be"),
        ('"outcome": "open"', '"outcome": "lots"', "must be one of “open”, “won”, “lost”, “no decision”."),
        ('"name": "x", "contract', '"name": "\\ud800", "contract', "the account’s “name” must be a text."),
        ('"pushes": 1', '"pushes": -1', "the deal’s “pushes” must be 0 or more."),
        ('"chance": 0.1', '"chance": 1.1', "the forecast’s “chance” must be a number from 0 to 1."),
        ('"opened": "2024-02-29"', '"opened": "2023-02-29"', "must be a day like “2026-11-24”."),
        ('"opened": "2024-02-29"', '"opened": "0001-01-01"', "must be a day like “2026-11-24”."),
        ('"time": "13:45:00.000001"', '"time": "1:45 pm"', "must be a time like “13:45:00”, or “” for none."),
        ('"offset": 1', '"offset": 9999', "must be a number from -1,440 to 1,440."),
        ('"account": 1, "name"', '"account": 7, "name"', "belongs to a row that the file does not hold."),
        ('"row": 1', '"row": 7', "the source of a row 1 is of a row that the file does not hold."),
        ('"parent": null', '"parent": 1', "the goal 1 is part of itself."),
        ('"activity": 2', '"activity": 1', "is of an entry that is no activity."),
        ('"value": "USD"', '"value": "dubloons"', "the setting 1 cannot be “dubloons”."),
        ('"seen": "{', '"seen": "', "has a “seen” or “unknown” that names no fields."),
        ('"done_zone": "x"', '"done_zone": null', "says only in part when it was done."),
        ("\n}\n", "\n}\n{}", "the journal ends before, so this does not belong to it."),
    ],
)  # fmt: skip
def test_a_fault_is_told_with_its_place(
    lived_in: SqliteStore, before: str, after: str, sentence: str
) -> None:
    assert before in WHOLE
    told = refused(lived_in, WHOLE.replace(before, after, 1))
    assert sentence in told
    assert told.startswith("journal.json")
    assert told.count("\n") == 0


def test_the_line_of_the_fault_is_named(lived_in: SqliteStore) -> None:
    told = refused(lived_in, WHOLE.replace('"amount_minor": 1', '"amount_minor": []'))
    assert told == (
        f"journal.json, line {LINE_OF_DEAL}: the deal’s “amount_minor” must be a whole number."
    )
    told = refused(lived_in, WHOLE.replace('"amount_minor": 1', '"amount_minor" 1'))
    assert told == f"journal.json, line {LINE_OF_DEAL}: what stands here is no whole JSON."


def test_a_file_cut_off_anywhere_is_refused(lived_in: SqliteStore) -> None:
    length = len(WHOLE) - len("\n}\n")
    for at in range(60, length, length // 15):
        told = refused(lived_in, WHOLE[:at])
        assert "ends in the middle, on line" in told, WHOLE[:at][-80:]


@pytest.mark.parametrize(
    "text", ["[]", "{}", '{"a": 1}', '{"version": 1, "format": "x"}', "[[" * 9]
)
def test_json_of_another_program_is_none_of_ours(lived_in: SqliteStore, text: str) -> None:
    assert "not of a sales journal: take one out with “journal export json”" in refused(
        lived_in, text
    )


@pytest.mark.parametrize(
    "nested", ["[" * 100_000, '{"a":' * 100_000, "[" * 100_000 + "]" * 100_000]
)
def test_what_is_nested_without_end_is_refused(lived_in: SqliteStore, nested: str) -> None:
    refused(lived_in, WHOLE.replace('"stage": "x"', f'"stage": {nested}'))


def test_letters_that_are_not_utf_8_are_told_of_with_their_line(lived_in: SqliteStore) -> None:
    told = refused(lived_in, WHOLE.encode().replace(b'"stage": "x"', b'"stage": "\xff"'))
    assert told == (f"journal.json, line {LINE_OF_DEAL}: some letters are not written as UTF-8.")


@pytest.mark.parametrize(
    "part", ["deals", "entries", "settings", "sources", "day_pages", "requests"]
)
def test_a_row_that_is_there_twice_is_refused(lived_in: SqliteStore, part: str) -> None:
    rows = one_of_everything(lambda: "x")
    rows[part].append(rows[part][0] | {"id": 9})
    assert "is there twice, or goes by what another one goes by." in refused(
        lived_in, as_json(rows)
    )


@pytest.mark.parametrize("codec", ["utf-8-sig", "utf-16"])
def test_a_file_set_out_by_another_program_says_the_same(store: SqliteStore, codec: str) -> None:
    told = json.dumps(json.loads(WHOLE), indent=4).replace("\n", "\r\n").encode(codec)
    assert whole_among([file_of(told)]) is not None
    brought_in(store, told)
    assert taken_out(store) == WHOLE


def test_who_lets_go_of_it_leaves_nothing(lived_in: SqliteStore) -> None:
    def stop(_: Progress) -> None:
        raise Stopped

    before = digest(lived_in.database.connection)
    with pytest.raises(Stopped):
        IncomingWhole(book(lived_in), file_of(WHOLE)).take_in(stop)
    tried = IncomingWhole(book(lived_in), file_of(WHOLE)).try_out()
    assert tried.applied.added == len(PARTS) + 1
    assert digest(lived_in.database.connection) == before


def test_a_whole_journal_comes_alone_and_by_its_own_name() -> None:
    whole, table = file_of(WHOLE), file_of("Name,Amount\nx,1\n", "deals.csv")
    assert whole_among([table]) is None
    assert whole_among([whole]) is whole
    with pytest.raises(BadInput, match=r"comes in by itself: name journal\.json alone"):
        whole_among([table, whole])
    with pytest.raises(BadInput, match="leave --from out"):
        whole_among([whole], "salesforce")


WRONG = (None, "", "x", -1, 0, 7, 1.5, 2**70, True, [], {}, "2024-02-01", "9999-12-31", "{}")


def wrong_in_one_place() -> list[tuple[str, int, str, object]]:
    """Every field of every row with every value that may be wrong there."""
    return [
        (part.name, at, field.name, value)
        for part in PARTS
        for at in range(2 if part.name == "entries" else 1)
        for field in part.fields
        for value in WRONG
        if field.kind is not Kind.TEXT or field.among or value not in ("", "x", "2024-02-01")
    ]


def read_all(store: SqliteStore) -> None:
    """Ask the journal for what its pages ask it for."""
    journal, day = book(store), NOW.day()
    deals, setbacks, goals = journal.deals, journal.setbacks, journal.goals
    asked: list[Callable[[], object]] = [
        journal.briefing, journal.track_record, journal.due, journal.plans.current, journal.purpose,
        journal.level_paces, journal.recent_days, journal.reviews.view, journal.reviews.held,
        journal.call_blocks.newest_first, journal.call_blocks.fear, journal.follow_ups.view,
        goals.tree, goals.chances, setbacks.lines, setbacks.resilience, setbacks.bounce_back,
        setbacks.stronger, deals.lines, deals.forecast, deals.what_decides, deals.calibration,
        deals.silence, deals.ways_back, deals.second_place,
        store.entries.newest_first, store.plans.versions, store.days.off,
        lambda: [deals.story(deal.id) for deal in store.deals.listed()],
        lambda: [setbacks.story(hit.id) for hit in store.setbacks.newest_first()],
        lambda: deals.account("x"),
        lambda: store.day_pages.between(day.replace(year=2023), day.replace(year=2025)),
        lambda: store.meetings.between(day.replace(year=2023), day.replace(year=2025)),
        lambda: "".join(taken_out(store)),
    ]  # fmt: skip
    for ask in asked:
        ask()


def try_each(store: SqliteStore, cases: list[tuple[str, int, str, object]]) -> tuple[int, int]:
    """Bring in a file that is wrong in one place, for each; returns how many were refused, and not."""
    refused, taken = 0, 0
    for part, at, name, value in cases:
        rows = one_of_everything(lambda: "x")
        rows[part][at][name] = value
        before = digest(store.database.connection)
        try:
            brought_in(store, as_json(rows))
        except UnreadableFile:
            assert digest(store.database.connection) == before
            refused += 1
            continue
        read_all(store)
        store.undo(NOW, "test")
        taken += 1
    return refused, taken


def test_what_is_wrong_in_one_place_is_refused_or_can_be_read_by_every_page(
    store: SqliteStore,
) -> None:
    refused, taken = try_each(store, wrong_in_one_place()[::97])
    assert refused + taken == 40
    assert taken > 2


@pytest.mark.long
def test_each_value_that_may_be_wrong_is_refused_or_can_be_read_by_every_page(
    store: SqliteStore,
) -> None:
    cases = wrong_in_one_place()
    assert sum(try_each(store, cases)) == len(cases) > 1_500
