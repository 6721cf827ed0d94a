"""What a rep writes in the evening of a deal that was lost or won ends it, when only one can be meant."""

from __future__ import annotations

from datetime import date

import pytest
from builders import day
from clocked import Rep

from journal.deal import Deal, Outcome
from journal.deal_ending import LostTo, lost_to
from journal.entry import Note
from journal.evening import Evening
from journal.evening_lines import AS_A_NOTE, HeardLine
from journal.setback import Setback
from storage.store import SqliteStore

TUESDAY = day("2026-11-24")


@pytest.fixture
def rep(store: SqliteStore) -> Rep:
    """A rep with one open deal at Acme and two at Globex, on a Tuesday evening."""
    rep = Rep(store)
    for account, name in (("Acme", "Plant rollout"), ("Globex", "One"), ("Globex", "Two")):
        rep.journal.deals.add(account, name, opened=day("2026-11-02"))
    rep.journal.follow_ups.add("call", TUESDAY, account="Stark Industries")
    rep.be("2026-11-24T17:40")
    return rep


def heard(rep: Rep, line: str) -> HeardLine:
    (one,) = rep.journal.hear_lines(line)
    return one


def outcome(rep: Rep, number: int = 1) -> tuple[Outcome, date | None]:
    deal: Deal = rep.journal.deals.get(number)
    return deal.outcome, deal.closed


@pytest.mark.parametrize(
    ("line", "words"),
    [
        ("lost acme to initech", "Deal lost Acme · Plant rollout, to Initech"),
        (
            "- we lost the acme deal to Initech Inc.",
            "Deal lost Acme · Plant rollout, to Initech Inc",
        ),
        ("lost acme to globex, price", "Deal lost Acme · Plant rollout, to Globex"),
        ("lost acme to initech on price", "Deal lost Acme · Plant rollout, to Initech"),
        ("lost acme to initech sting 7", "Deal lost Acme · Plant rollout, to Initech"),
        ("lost acme to initech, call dana on fri", "Deal lost Acme · Plant rollout, to Initech"),
        ("lost acme to a competitor", "Deal lost Acme · Plant rollout"),
        ("lost the acme deal", "Deal lost Acme · Plant rollout"),
        ("won acme", "Deal won Acme · Plant rollout"),
        ("We won the Acme deal!", "Deal won Acme · Plant rollout"),
        ("won acme, kickoff on fri", "Deal won Acme · Plant rollout"),
        ("16:10 won acme, they loved the pilot", "Deal won Acme · Plant rollout"),
    ],
)
def test_a_line_says_which_deal_it_ends(rep: Rep, line: str, words: str) -> None:
    one = heard(rep, line)
    assert one.ends is not None
    assert (one.ends.words, one.hint) == (words, "")
    assert one.entry is not None
    assert (one.entry.account, one.entry.deal) == ("Acme", 1)


@pytest.mark.parametrize(
    "line",
    [
        "lost acme",
        "lost acme to a reorg",
        "lost acme to nobody",
        "lost acme to initech?",
        "almost lost acme to initech",
        "lost acme's champion to initech",
        "lost two days at acme",
        "lost globex to initech",
        "lost hooli to initech",
        "they chose initech",
        "setback acme pushed the deal",
        "won acme over",
        "won acme?",
        "won globex",
        "won hooli",
        "won an hour",
        "note won acme",
    ],
)
def test_a_line_that_may_mean_something_else_ends_no_deal(rep: Rep, line: str) -> None:
    assert heard(rep, line).ends is None


@pytest.mark.parametrize(
    ("lines", "stays"),
    [
        ("lost acme", ["Deal stays open"]),
        ("lost acme to nobody", ["Deal stays open"]),
        ("lost globex", ["Deals stay open"]),
        ("lost globex to initech", ["Deals stay open"]),
        ("lost hooli", [""]),
        ("lost stark industries to initech", [""]),
        ("they chose initech", [""]),
        ("acme cancelled the demo", [""]),
        ("lost acme to initech", [""]),
        ("lost acme\nlost acme to initech", ["", ""]),
        ("call 4\nlost acme", ["", "Deal stays open"]),
    ],
)
def test_a_line_that_sounds_like_a_loss_says_that_the_deal_stays_open(
    rep: Rep, lines: str, stays: list[str]
) -> None:
    assert [one.stays for one in rep.journal.hear_lines(lines)] == stays
    if any(stays):
        rep.journal.day_pages.keep_lines(lines, TUESDAY)
        assert [outcome(rep, number) for number in (1, 2, 3)] == [(Outcome.OPEN, None)] * 3


def test_won_acme_without_one_open_deal_is_kept_as_a_note_and_says_so(rep: Rep) -> None:
    one = heard(rep, "won globex")
    assert isinstance(one.entry, Note)
    assert (one.entry.text, one.hint) == ("won globex", AS_A_NOTE)


def test_lost_acme_to_initech_closes_its_deal_beside_the_setback(rep: Rep) -> None:
    kept = rep.journal.day_pages.keep_lines("lost acme to initech", TUESDAY)
    (hit,) = kept.entries
    assert isinstance(hit, Setback)
    assert (hit.type, hit.account, hit.deal, hit.text) == (
        "deal lost", "Acme", 1, "lost acme to initech",
    )  # fmt: skip
    assert outcome(rep) == (Outcome.LOST, TUESDAY)
    winner = rep.journal.deals.story(1).story.winner
    assert (winner, lost_to(winner)) == ("Initech", LostTo.COMPETITOR)
    touches = rep.journal.store.follow_ups.of_deals([1])[1]
    assert [one.due for one in touches] == [
        day(each)
        for each in (
            "2026-12-01", "2026-12-24", "2027-01-25", "2027-02-22", "2027-05-24", "2027-11-24",
        )
    ]  # fmt: skip


def test_one_undo_takes_the_line_the_loss_and_its_way_back_away(rep: Rep) -> None:
    page = rep.journal.day_pages.of(TUESDAY)
    rep.journal.day_pages.close(Evening(page=page, box="call 4\nlost acme to initech"))
    assert outcome(rep) == (Outcome.LOST, TUESDAY)
    assert rep.journal.undo().label == "the evening of today"
    assert outcome(rep) == (Outcome.OPEN, None)
    assert rep.journal.entries(TUESDAY, TUESDAY) == []
    assert rep.journal.store.follow_ups.of_deals([1]).get(1, ()) == ()
    assert rep.journal.deals.story(1).story.winner == ""
    rep.journal.redo()
    assert outcome(rep) == (Outcome.LOST, TUESDAY)
    assert len(rep.journal.store.follow_ups.of_deals([1])[1]) == 6


def test_won_acme_closes_its_deal_and_asks_why_until_it_is_answered(rep: Rep) -> None:
    kept = rep.journal.day_pages.keep_lines("won acme yesterday", TUESDAY)
    assert [(type(one), one.account, one.deal, one.tags) for one in kept.entries] == [
        (Note, "Acme", 1, ("progress",))
    ]
    assert outcome(rep) == (Outcome.WON, day("2026-11-23"))
    assert [deal.id for deal in rep.journal.deals.unanswered()] == [1]
    rep.journal.undo()
    assert outcome(rep) == (Outcome.OPEN, None)


def test_a_day_behind_the_comma_is_what_comes_next(rep: Rep) -> None:
    kept = rep.journal.day_pages.keep_lines("won acme, kickoff on fri", TUESDAY)
    assert [(one.what, one.due) for one in kept.follow_ups] == [("kickoff", day("2026-11-27"))]
    assert outcome(rep) == (Outcome.WON, TUESDAY)


def test_a_deal_lost_yesterday_was_lost_yesterday(rep: Rep) -> None:
    rep.journal.day_pages.keep_lines("lost acme to initech yesterday", TUESDAY)
    assert outcome(rep) == (Outcome.LOST, day("2026-11-23"))


def test_the_same_loss_told_twice_ends_the_deal_once(rep: Rep) -> None:
    lines = rep.journal.hear_lines("lost acme to initech\nlost acme to hooli")
    assert [one.ends.words if one.ends else None for one in lines] == [
        "Deal lost Acme · Plant rollout, to Initech",
        None,
    ]
    rep.journal.day_pages.keep_lines("lost acme to initech\nlost acme to hooli", TUESDAY)
    assert rep.journal.deals.story(1).story.winner == "Initech"
    assert heard(rep, "lost acme to initech").ends is None


def test_a_deal_that_was_not_open_yet_on_that_day_stays_as_it_is(rep: Rep) -> None:
    rep.journal.deals.add("Hooli", "New", opened=TUESDAY)
    assert heard(rep, "lost hooli to initech yesterday").ends is None
    assert heard(rep, "lost hooli to initech").ends is not None


def test_a_rep_of_acme_inc_means_the_account_it_was_joined_to(rep: Rep) -> None:
    rep.journal.deals.add_contact("ACME Inc.", "Dana Lee")
    rep.journal.deals.merge("ACME Inc.", "Acme")
    one = heard(rep, 'won ACME Inc., they said "[/]"')
    assert one.ends is not None
    assert one.ends.deal.id == 1


def test_a_deal_lost_or_won_yesterday_is_told_of_that_day_throughout(rep: Rep) -> None:
    lost = heard(rep, "18:10 lost acme to initech yesterday")
    assert lost.entry is not None
    assert (lost.entry.day, lost.entry.time) == (day("2026-11-23"), None)
    won = heard(rep, "won acme yesterday")
    assert won.entry is not None
    assert won.entry.day == day("2026-11-23")
    (hit,) = rep.journal.day_pages.keep_lines("lost acme to initech yesterday", TUESDAY).entries
    assert isinstance(hit, Setback)
    assert (hit.day, hit.text) == (day("2026-11-23"), "lost acme to initech yesterday")
    assert outcome(rep) == (Outcome.LOST, day("2026-11-23"))
