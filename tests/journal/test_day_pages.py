"""A rep's two visits a day: planned in the morning, closed in the evening, taken back whole."""

from __future__ import annotations

from dataclasses import replace
from math import ceil
from pathlib import Path

import pytest
from builders import activity, at, day, follow_up

from journal.calendar import DayOff
from journal.day_page import DayPage, Intention, IntentionState
from journal.days import DayState
from journal.errors import BadInput, ChangedElsewhere, NotFound
from journal.evening import Evening
from journal.follow_up import FollowUpState
from journal.journal import Journal
from journal.plan import Level
from storage.store import SqliteStore, open_store

TUESDAY, WEDNESDAY, FRIDAY, MONDAY = map(
    day, ("2026-11-24", "2026-11-25", "2026-11-27", "2026-11-30")
)
DONE, OPEN, CARRIED = IntentionState.DONE, IntentionState.OPEN, IntentionState.CARRIED


def journal_at(store: SqliteStore, moment: str) -> Journal:
    return Journal(store, lambda: at(moment))


@pytest.fixture
def journal(store: SqliteStore) -> Journal:
    """An empty journal on a Tuesday evening."""
    return journal_at(store, "2026-11-24T17:40")


def texts(page: DayPage) -> list[tuple[str, str]]:
    return [(one.text, one.state.value) for one in page.intentions]


def test_a_day_that_nobody_wrote_on_has_a_blank_page(journal: Journal) -> None:
    assert journal.day_pages.of(TUESDAY) == DayPage(day=TUESDAY)


def test_the_plan_of_a_day_is_kept_without_its_empty_lines(journal: Journal) -> None:
    page = journal.day_pages.plan_day(
        ["  Call   Dana ", "", "Send Globex the numbers"], " traffic "
    )
    assert texts(page) == [("Call Dana", "open"), ("Send Globex the numbers", "open")]
    assert (page.obstacle, page.if_then) == ("traffic", "")
    assert journal.day_pages.of(TUESDAY) == page


def test_planning_again_keeps_what_became_of_an_intention(journal: Journal) -> None:
    journal.day_pages.plan_day(["Call Dana", "Stark list"])
    journal.day_pages.tick(TUESDAY, 1)
    page = journal.day_pages.plan_day(["Call Dana", "Send the numbers"])
    assert texts(page) == [("Call Dana", "done"), ("Send the numbers", "open")]


def test_a_day_has_room_for_three_intentions_of_one_line(journal: Journal) -> None:
    with pytest.raises(BadInput, match="room for 3"):
        journal.day_pages.plan_day(["a", "b", "c", "d"])
    with pytest.raises(BadInput, match="1,000 characters"):
        journal.day_pages.plan_day(["a" * 1_001])
    with pytest.raises(BadInput, match="100,000 characters"):
        journal.day_pages.plan_day([], "a" * 100_001)


def test_an_intention_goes_from_open_to_done_to_carried_and_back(journal: Journal) -> None:
    pages = journal.day_pages
    pages.plan_day(["Call Dana"])
    assert texts(pages.tick(TUESDAY, 1)) == [("Call Dana", "done")]
    assert texts(pages.tick(TUESDAY, 1)) == [("Call Dana", "carried")]
    assert pages.of(WEDNESDAY).intentions == (Intention("Call Dana", carried_from=TUESDAY),)
    assert texts(pages.tick(TUESDAY, 1)) == [("Call Dana", "open")]
    assert pages.of(WEDNESDAY).intentions == ()
    with pytest.raises(NotFound):
        pages.tick(TUESDAY, 2)


def test_what_is_carried_goes_to_the_next_working_day_and_keeps_its_first_day(
    store: SqliteStore,
) -> None:
    friday = journal_at(store, "2026-11-27T17:00")
    friday.day_pages.plan_day(["Stark list"])
    friday.day_pages.tick(FRIDAY, 1)
    friday.day_pages.tick(FRIDAY, 1)
    assert friday.day_pages.of(MONDAY).intentions == (Intention("Stark list", carried_from=FRIDAY),)
    monday = journal_at(store, "2026-11-30T17:00")
    monday.days_off.take(day("2026-12-01"), day("2026-12-01"), None)
    monday.day_pages.tick(MONDAY, 1)
    monday.day_pages.tick(MONDAY, 1)
    assert monday.day_pages.of(day("2026-12-02")).intentions == (
        Intention("Stark list", carried_from=FRIDAY),
    )


def test_a_fourth_thing_for_a_full_day_waits_among_what_is_due(journal: Journal) -> None:
    with journal.writing("Wednesday planned ahead"):
        three = tuple(Intention(text) for text in ("a", "b", "c"))
        journal.store.day_pages.save(DayPage(day=WEDNESDAY, intentions=three))
    journal.day_pages.plan_day(["Stark list"])
    journal.day_pages.tick(TUESDAY, 1)
    journal.day_pages.tick(TUESDAY, 1)
    assert [one.text for one in journal.day_pages.of(WEDNESDAY).intentions] == ["a", "b", "c"]
    (waiting,) = journal.due(WEDNESDAY)
    assert (waiting.what, waiting.due) == ("Stark list", WEDNESDAY)


def closed(journal: Journal) -> DayPage:
    """A Tuesday with a plan and something due, closed with a bit of everything."""
    journal.day_pages.plan_day(["Call Dana", "Send Globex the numbers", "Stark list"])
    with journal.writing("due"):
        late = journal.store.follow_ups.add(follow_up("Ask for the criteria", TUESDAY))
        other = journal.store.follow_ups.add(follow_up("New date", TUESDAY))
    page = journal.day_pages.of(TUESDAY)
    first, second, third = page.intentions
    ticked = (replace(first, state=DONE), replace(second, state=CARRIED), third)
    return journal.day_pages.close(
        Evening(
            page=replace(
                page, intentions=ticked, good_thing="Dana called back", my_part="I asked",
                first_tomorrow="the Stark list", thanks="Ben", overstated="the uptime, to Dana",
                offence=70,
            ),
            read=page,
            box="globex meeting went well, demo on fri\ncall 4\nlost acme to initech\nquiet",
            loops={late.id: FRIDAY, other.id: None},
        )
    )  # fmt: skip


def test_an_evening_is_saved_whole(journal: Journal) -> None:
    page = closed(journal)
    assert texts(page) == [
        ("Call Dana", "done"),
        ("Send Globex the numbers", "carried"),
        ("Stark list", "open"),
    ]
    assert (page.good_thing, page.first_tomorrow) == ("Dana called back", "the Stark list")
    assert page.done_at is not None
    assert page.done_at.local.time().isoformat() == "17:40:00"
    assert journal.store.entries.totals(TUESDAY, TUESDAY) == {"call": 4, "meeting": 1}
    assert [type(one).__name__ for one in journal.entries(TUESDAY, TUESDAY)] == [
        "Activity", "Activity", "Setback", "Note",
    ]  # fmt: skip
    assert [(one.what, one.due) for one in journal.due(FRIDAY)] == [
        ("Ask for the criteria", FRIDAY),
        ("demo", FRIDAY),
    ]
    assert journal.day_pages.of(WEDNESDAY).intentions == (
        Intention("Send Globex the numbers", carried_from=TUESDAY),
    )


def test_one_undo_takes_a_closed_evening_back_and_redo_closes_it_again(journal: Journal) -> None:
    page = closed(journal)
    assert journal.undo().label == "the evening of today"
    before = journal.day_pages.of(TUESDAY)
    assert (before.done_at, before.good_thing, before.offence) == (None, "", None)
    assert [one.state for one in before.intentions] == [OPEN, OPEN, OPEN]
    assert journal.entries(TUESDAY, TUESDAY) == []
    assert [(one.what, one.state) for one in journal.due(FRIDAY)] == [
        ("Ask for the criteria", FollowUpState.DUE),
        ("New date", FollowUpState.DUE),
    ]
    assert journal.day_pages.of(WEDNESDAY) == DayPage(day=WEDNESDAY)
    journal.redo()
    again = journal.day_pages.of(TUESDAY)
    assert replace(again, rev=0) == replace(page, rev=0)


def test_nothing_of_an_evening_is_saved_while_one_line_cannot_be(journal: Journal) -> None:
    page = journal.day_pages.of(TUESDAY)
    with pytest.raises(BadInput, match="100,001 characters"):
        journal.day_pages.close(Evening(page=page, box="call 4\n" + "a" * 100_001))
    assert journal.entries(TUESDAY, TUESDAY) == []
    assert journal.day_pages.of(TUESDAY).done_at is None


def test_a_closed_day_can_be_opened_and_closed_again_without_doubling(journal: Journal) -> None:
    closed(journal)
    opened = journal.day_pages.reopen(TUESDAY)
    assert (opened.done_at, opened.good_thing) == (None, "Dana called back")
    changed = replace(opened, good_thing="Two of them called back")
    page = journal.day_pages.close(Evening(page=changed, read=opened))
    assert page.good_thing == "Two of them called back"
    assert len(journal.day_pages.of(WEDNESDAY).intentions) == 1
    assert journal.store.entries.totals(TUESDAY, TUESDAY) == {"call": 4, "meeting": 1}


def test_the_box_alone_is_one_thing_to_undo(journal: Journal) -> None:
    kept = journal.day_pages.keep_lines("call 4\nglobex meeting, demo on fri", TUESDAY)
    assert (len(kept.entries), len(kept.follow_ups)) == (2, 1)
    assert journal.undo().label == "2 lines of today"
    assert (journal.entries(TUESDAY, TUESDAY), list(journal.due(FRIDAY))) == ([], [])


def test_what_another_window_wrote_on_other_lines_is_kept(journal: Journal) -> None:
    read = journal.day_pages.plan_day(["Call Dana"])
    journal.day_pages.plan_day(["Call Dana", "Stark list"])
    mine = replace(read, good_thing="Dana called back")
    page = journal.day_pages.close(Evening(page=mine, read=read))
    assert texts(page) == [("Call Dana", "open"), ("Stark list", "open")]
    assert page.good_thing == "Dana called back"


def test_two_windows_on_the_same_line_are_both_shown(journal: Journal) -> None:
    read = journal.day_pages.of(TUESDAY)
    journal.day_pages.plan_day(["Stark list"])
    with pytest.raises(ChangedElsewhere):
        journal.day_pages.plan_day(["Call Dana"], read=read)
    assert texts(journal.day_pages.of(TUESDAY)) == [("Stark list", "open")]


@pytest.mark.parametrize(
    ("moment", "is_offered"),
    [
        ("2026-11-24T03:59", False),
        ("2026-11-24T04:00", True),
        ("2026-11-24T11:59", True),
        ("2026-11-24T12:00", False),
        ("2026-11-28T08:00", False),
    ],
)
def test_the_morning_page_opens_before_noon_of_a_working_day(
    store: SqliteStore, moment: str, is_offered: bool
) -> None:
    assert journal_at(store, moment).day_pages.offers_morning() is is_offered


def test_the_morning_page_opens_once_and_not_on_a_day_that_is_planned(store: SqliteStore) -> None:
    tuesday = journal_at(store, "2026-11-24T08:00")
    store.day_pages.mark_shown("morning", TUESDAY)
    assert not tuesday.day_pages.offers_morning()
    wednesday = journal_at(store, "2026-11-25T08:00")
    assert wednesday.day_pages.offers_morning()
    wednesday.day_pages.plan_day(["Call Dana"])
    assert not wednesday.day_pages.offers_morning()
    wednesday.day_pages.tick(WEDNESDAY, 1)
    wednesday.day_pages.tick(WEDNESDAY, 1)
    assert journal_at(store, "2026-11-26T08:00").day_pages.offers_morning()


@pytest.mark.parametrize(
    ("moment", "is_offered"),
    [
        ("2026-11-24T15:59", False),
        ("2026-11-24T16:00", True),
        ("2026-11-25T03:59", True),
        ("2026-11-25T04:00", False),
    ],
)
def test_the_evening_page_is_offered_from_its_hour_until_the_day_is_over(
    store: SqliteStore, moment: str, is_offered: bool
) -> None:
    assert journal_at(store, moment).day_pages.offers_evening() is is_offered


def test_the_evenings_hour_is_a_setting_and_a_closed_day_asks_no_more(journal: Journal) -> None:
    journal.set("evening-from", "18:00")
    assert not journal.day_pages.offers_evening()
    journal.set("evening-from", "17:00")
    assert journal.day_pages.offers_evening()
    journal.day_pages.close(Evening(page=DayPage(day=TUESDAY)))
    assert not journal.day_pages.offers_evening()


def test_what_is_written_after_midnight_belongs_to_the_day_before(store: SqliteStore) -> None:
    late = journal_at(store, "2026-11-25T01:30")
    page = late.day_pages.close(Evening(page=late.day_pages.of(late.today()), box="call 2"))
    assert page.day == TUESDAY
    assert store.entries.totals(TUESDAY, TUESDAY) == {"call": 2}


def test_yesterday_is_the_last_working_day(store: SqliteStore) -> None:
    friday = journal_at(store, "2026-11-27T17:00")
    friday.set("target.reach-outs", "14")
    friday.record(activity("call", 16, FRIDAY))
    friday.record(activity("meeting", 1, FRIDAY))
    page = friday.day_pages.of(FRIDAY)
    written = replace(page, good_thing="Dana called back", first_tomorrow="the Stark list")
    friday.day_pages.close(Evening(page=written))
    yesterday = journal_at(store, "2026-11-30T08:00").day_pages.yesterday()
    assert yesterday is not None
    assert (yesterday.day, yesterday.was_off, yesterday.state) == (FRIDAY, False, DayState.KEPT)
    assert (yesterday.reach_outs.done, yesterday.reach_outs.target, yesterday.meetings) == (
        16,
        14,
        1,
    )
    assert (yesterday.good_thing, yesterday.first_step) == ("Dana called back", "the Stark list")


def test_who_was_off_yesterday_is_told_so(store: SqliteStore) -> None:
    wednesday = journal_at(store, "2026-11-25T08:00")
    with wednesday.writing("off"):
        store.days.take_off(DayOff(TUESDAY, TUESDAY))
    wednesday.forget_what_was_read()
    yesterday = wednesday.day_pages.yesterday()
    assert yesterday is not None
    assert (yesterday.day, yesterday.was_off, yesterday.is_empty) == (day("2026-11-23"), True, True)


def test_an_evening_is_there_in_a_journal_opened_anew(journal: Journal, path: Path) -> None:
    page = closed(journal)
    again = open_store(path, create=False)
    assert again.day_pages.get(TUESDAY) == page
    again.close()


@pytest.mark.parametrize(
    "words", ["[/]", "\x1b[31mred", "\u202etxet", "a" * 100_000, "漢字 👩‍👩‍👧‍👦"]
)
def test_any_words_stand_on_a_page_as_they_were_written(journal: Journal, words: str) -> None:
    page = replace(DayPage(day=TUESDAY), good_thing=words, my_part=words, thanks=words)
    saved = journal.day_pages.close(Evening(page=page))
    assert (saved.good_thing, saved.my_part, saved.thanks) == (words, words, words)


def test_yesterday_is_held_against_what_its_plan_asked_for(store: SqliteStore) -> None:
    journal = journal_at(store, "2026-11-02T09:00")
    journal.plans.save(target=120_000_000, by=day("2027-12-31"), deal_size=6_000_000)
    rate = journal.store.plans.versions()[0].daily_rates[Level.REACH_OUTS]
    journal_at(store, "2026-11-03T09:00").record(activity("call", 3, TUESDAY.replace(day=3)))
    yesterday = journal_at(store, "2026-11-04T08:00").day_pages.yesterday()
    assert yesterday is not None
    assert (yesterday.reach_outs.done, yesterday.reach_outs.target) == (3, ceil(rate))
    journal.set("target.reach-outs", "7")
    yesterday = journal_at(store, "2026-11-04T08:00").day_pages.yesterday()
    assert yesterday is not None
    assert yesterday.reach_outs.target == 7
