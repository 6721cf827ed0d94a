"""Who waits and what is asked today, as one list in pages."""

from __future__ import annotations

from datetime import timedelta

import pytest
from builders import THURSDAY, at

from journal.due_lines import at_a_glance
from journal.follow_up import ASK_WHY, CHANCE, FollowUp
from journal.journal import Journal
from journal.setback import Setback
from storage.store import SqliteStore


@pytest.fixture
def journal(store: SqliteStore) -> Journal:
    """A rep whom a setback of ten days ago asks something today, with three who wait and one tomorrow."""
    then = Journal(store, lambda: at("2024-01-22T09:30"))
    then.record(Setback(day=then.today(), type="deal lost", text="Acme chose another"))
    now = Journal(store, lambda: at("2024-02-01T09:30"))
    for what in ("one", "two", "three"):
        now.follow_ups.add(what, THURSDAY)
    now.follow_ups.add("later", now.calendar.next_working(at("2024-02-02T09:30").day()))
    return now


def test_what_is_asked_today_ends_what_waits_today(journal: Journal) -> None:
    told = [line.follow_up.what for line in journal.follow_ups.due_lines()]
    assert told == ["one", "two", "three", "What did the lost deal teach you?"]


def test_page_after_page_asks_once(journal: Journal) -> None:
    told: list[str] = []
    page = journal.follow_ups.lines(limit=1)
    while page and len(told) < 20:
        told += [line.follow_up.what for line in page]
        page = journal.follow_ups.lines(page[-1].place, limit=1)
    asked = "What did the lost deal teach you?"
    assert (told.count(asked), told[:3], told[-1]) == (1, ["one", "two", "three"], "later")


def test_what_does_not_fit_is_told_as_a_number(journal: Journal) -> None:
    briefing = journal.briefing()
    due = journal.due_with(briefing)
    assert [line.follow_up.what for line in due][2:] == [
        *("three", "What did the lost deal teach you?", "later"),
    ]
    seen = at_a_glance(due, briefing.waiting, briefing.day, 3)
    assert (len(seen.lines), seen.late, seen.more) == (2, 0, 2)
    seen = at_a_glance(due, briefing.waiting, briefing.day, 4)
    assert (len(seen.lines), seen.more) == (4, 0)


def test_many_late_ones_are_one_number_and_the_list_begins_today(store: SqliteStore) -> None:
    now = Journal(store, lambda: at("2024-02-01T09:30"))
    with store.action("late", at("2024-01-20T09:00"), "app"):
        for number in range(4):
            store.follow_ups.add(FollowUp(due=THURSDAY - timedelta(3), what=f"Call {number}"))
        store.follow_ups.add(FollowUp(due=THURSDAY, what="Meet"))
    briefing = now.briefing()
    assert [line.follow_up.what for line in briefing.due] == ["Meet"]
    seen = at_a_glance(briefing.due, briefing.waiting, briefing.day, 6)
    assert (seen.late, len(seen.lines), seen.more) == (4, 1, 0)


def test_a_win_is_asked_about_for_thirty_days_until_its_buyer_has_answered(
    store: SqliteStore,
) -> None:
    shows = {"now": "2024-02-01T09:30"}
    now = Journal(store, lambda: at(shows["now"]))
    deal = now.deals.add("Globex", "Portal")
    now.deals.won(deal.id)
    asked = [one for one in now.check_ins() if one.kind == ASK_WHY]
    assert [(one.account, one.deal, one.due) for one in asked] == [("Globex", deal.id, THURSDAY)]
    shows["now"] = "2024-03-02T09:30"
    assert [one.kind for one in now.check_ins()].count(ASK_WHY) == 1
    shows["now"] = "2024-03-03T09:30"
    assert [one.kind for one in now.check_ins()].count(ASK_WHY) == 0
    assert now.deals.unanswered()
    shows["now"] = "2024-02-02T09:30"
    now.deals.answer(deal.id, "You listened")
    assert [one.kind for one in now.check_ins()].count(ASK_WHY) == 0


def test_mondays_chances_are_asked_on_the_first_working_day_and_all_week_once_begun(
    store: SqliteStore,
) -> None:
    shows = {"now": "2024-02-01T09:30"}
    now = Journal(store, lambda: at(shows["now"]))

    def asked() -> list[str]:
        return [one.what for one in now.check_ins() if one.kind == CHANCE]

    globex, stark = (now.deals.add(name, "Portal").id for name in ("Globex", "Stark"))
    assert asked() == []
    shows["now"] = "2024-02-05T09:30"
    assert asked() == ["Say chance and day of 2 open deals"]
    now.deals.set_forecast(globex, 0.5)
    shows["now"] = "2024-02-07T09:30"
    assert asked() == ["Say chance and day of 1 open deal"]
    now.deals.set_forecast(stark, 0.2)
    assert asked() == []
    shows["now"] = "2024-02-13T09:30"
    assert asked() == ["Say chance and day of 2 open deals"]
