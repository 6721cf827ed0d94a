"""Behind the last day of the diary stands what has no day of its own, each with the rep's words."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from builders import day, deal, note
from clocked import Rep

from journal.deal import Outcome
from journal.deal_story import Answer, Contact, Whose
from journal.goal import Form
from journal.money import Money
from journal.request import Ask, Request, RequestState
from journal.transfer.markdown import markdown_texts
from storage.store import SqliteStore

TUESDAY = day("2026-11-24")


@pytest.fixture
def rep(store: SqliteStore) -> Rep:
    return Rep(store)


def behind(rep: Rep, since: date | None = None) -> str:
    """The diary without its days."""
    diary = "".join(markdown_texts(rep.journal, since))
    return diary.removeprefix("# Sales journal\n")


def test_a_goal_is_told_with_why_its_date_was_moved(rep: Rep) -> None:
    goals = rep.journal.goals
    made = goals.new(
        form=Form.GOAL, title="Sixty #calls", measure="call", target=60, due=day("2026-12-04")
    )
    added = goals.add(replace(made, why="the year hangs on it"))
    goals.redate(added.id, day("2026-12-11"), None, "Globex moved\ntheir fair")
    assert behind(rep) == (
        "\n## Goals\n\n"
        "- **Goal** · Sixty #calls · from 2026-11-24\n"
        "  - *Why:* the year hangs on it\n"
        "  - *Decided 2026-11-24:* 60 calls by 2026-12-04\n"
        "  - *Decided 2026-11-24:* 60 calls by 2026-12-11\n"
        "    > Globex moved\\\n"
        "    > their fair\n"
    )


@pytest.mark.parametrize(
    ("minor", "currency", "told"),
    [
        (100_050, "EUR", "1,000.50 EUR"),
        (123_456, "EUR", "1,234.56 EUR"),
        (120_000_005, "USD", "1,200,000.05 USD"),
        (100_000, "EUR", "1,000 EUR"),
        (1_234, "JPY", "1,234 JPY"),
    ],
)
def test_money_is_told_to_the_cent(rep: Rep, minor: int, currency: str, told: str) -> None:
    with rep.journal.writing("a deal"):
        rep.journal.store.deals.add(replace(deal("Renewal"), amount=Money(minor, currency)))
    assert f" · {told} · " in behind(rep)


def test_a_target_of_money_is_told_to_the_cent(rep: Rep) -> None:
    goals = rep.journal.goals
    due = day("2026-12-04")
    goals.add(
        goals.new(form=Form.GOAL, title="Book it", measure="amount-booked", target=100_050, due=due)
    )
    assert "*Decided 2026-11-24:* 1,000.50 booked by 2026-12-04" in behind(rep)


def test_a_deal_is_told_with_its_story(rep: Rep) -> None:
    told = rep.journal.store.deal_stories
    with rep.journal.writing("a deal"):
        rep.journal.store.deals.add(replace(deal("Renewal", "Acme"), next_step="call Dana"))
        told.keep_story(replace(told.story(1), pain="it *stops* twice a week"))
        told.add_answer(
            Answer(
                deal=1,
                question="What made you decide that way?",
                text="The references.",
                whose=Whose.BUYER,
                asked_by="Ana",
                day=TUESDAY,
            )
        )
        request = Request(deal=1, ask=Ask.ACCESS, state=RequestState.ASKED, day=TUESDAY)
        told.set_request(replace(request, note="their CFO is on leave"))
    assert behind(rep).endswith(
        "  - *Next step:* call Dana\n"
        "  - *Pain:* it \\*stops\\* twice a week\n"
        "  - *Asked:* What made you decide that way? (the buyer, asked by Ana)\n"
        "    > The references.\n"
        "  - *Request for access to the people who decided:* asked, 2026-11-24\n"
        "    > their CFO is on leave\n"
    )


def test_people_days_off_and_the_purpose_have_their_place(rep: Rep) -> None:
    rep.journal.set_purpose("Home\nat six")
    rep.journal.days_off.take(day("2026-12-24"), day("2026-12-26"), "Christmas")
    rep.did(note("hello"))
    with rep.journal.writing("people"):
        rep.journal.store.deals.add(deal("Renewal", "Acme"))
        rep.journal.store.people.merge("ACME Inc.", "Acme")
        rep.journal.store.people.add_contact(
            Contact(account="Acme", name="Dana", role="CFO", advocate=True)
        )
    told = behind(rep)
    assert "\n## Purpose\n\n- *Since 2026-11-24:*\n  > Home\\\n  > at six\n" in told
    assert "\n## People\n\n- **Dana** · Acme · CFO · speaks for us\n" in told
    assert told.endswith("\n## Days off\n\n- **2026-12-24 to 2026-12-26** · Christmas\n")


def test_what_was_over_before_the_day_asked_for_is_left_out(rep: Rep) -> None:
    with rep.journal.writing("deals"):
        for name, closed in (("Old", "2026-01-10"), ("New", "2026-11-20")):
            lost = replace(deal(name, "Acme"), outcome=Outcome.LOST, closed=day(closed))
            rep.journal.store.deals.add(lost)
        rep.journal.store.deals.add(deal("Open", "Acme"))
    rep.journal.follow_ups.add("done long ago", day("2026-11-24"))
    rep.journal.follow_ups.done(1)
    rep.be("2026-12-20T09:00")
    told = behind(rep, day("2026-11-01"))
    assert ("**Old**" in told, "**New**" in told, "**Open**" in told) == (False, True, True)
    assert "done long ago" in told
    assert "done long ago" not in behind(rep, day("2026-12-01"))
