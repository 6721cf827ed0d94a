"""Everything a rep can do, each on a journal that holds one of everything."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import time, timedelta

from builders import NOW, THURSDAY, activity, deal, follow_up, milestone, note, setback

from journal.calendar import DayOff
from journal.call_block import CallBlock
from journal.day_page import DayPage, Intention, IntentionState
from journal.deal import Outcome
from journal.deal_check import CheckName, DealCheck, MondayForecast
from journal.deal_story import DECIDED, Answer, Contact, DealStory, Reason, Whose
from journal.follow_up import FollowUpState
from journal.goal import Term
from journal.meeting import Meeting
from journal.plan import Level, Plan
from journal.request import Ask, Request, RequestState
from journal.review import Period, Review
from journal.setback import Setback
from journal.setback_work import Check, Thoughts
from journal.settings import Setting
from storage.store import SqliteStore

NEXT_WEEK = THURSDAY + timedelta(7)

Deed = Callable[[SqliteStore], object]
DEEDS: dict[str, Deed] = {
    "log": lambda store: store.entries.add(replace(activity(account="New"), tags=("a", "b"))),
    "note": lambda store: store.entries.add(note()),
    "setback": lambda store: store.entries.add(setback()),
    "edit": lambda store: store.entries.change(replace(store.entries.get(1), text="x", tags=())),
    "delete": lambda store: store.entries.remove(1),
    "delete a setback": lambda store: store.entries.remove(2),
    "edit and delete": lambda store: (
        store.entries.change(replace(store.entries.get(1), text="y")),
        store.entries.add(activity()),
        store.entries.remove(1),
    ),
    "log and delete at once": lambda store: store.entries.remove(store.entries.add(setback()).id),
    "goal": lambda store: store.goals.add(milestone()),
    "edit a goal": lambda store: store.goals.change(replace(store.goals.get(1), title="Other")),
    "redate": lambda store: store.goals.add_term(
        1, Term(target=30, due=NEXT_WEEK, decided=THURSDAY, effective=NEXT_WEEK, why="Ill")
    ),
    "check in": lambda store: store.goals.check_in(1, THURSDAY, 7),
    "check in again": lambda store: store.goals.check_in(1, THURSDAY - timedelta(1), 8),
    "remove a goal": lambda store: store.goals.remove(1),
    "plan": lambda store: store.plans.add(
        Plan(goal=1, target=9, currency="EUR", start=THURSDAY, by=NEXT_WEEK, rates={Level.STAGE1: 0.1})
    ),
    "setting": lambda store: store.days.set(Setting("floor", THURSDAY, "2")),
    "setting again": lambda store: store.days.set(Setting("workdays", THURSDAY, "mon")),
    "day off": lambda store: store.days.take_off(DayOff(THURSDAY, NEXT_WEEK, "Skiing", THURSDAY)),
    "back at work": lambda store: store.days.give_back(1),
    "purpose": lambda store: store.days.set_purpose("A garden", THURSDAY),
    "deal": lambda store: store.deals.add(deal("Other", "Other")),
    "won": lambda store: store.deals.change(
        replace(store.deals.get(1), outcome=Outcome.WON, closed=THURSDAY, stage="Proposal"), THURSDAY
    ),
    "follow-up": lambda store: store.follow_ups.add(follow_up("Mail")),
    "done": lambda store: store.follow_ups.change(
        replace(store.follow_ups.get(1), state=FollowUpState.DONE, settled=THURSDAY)
    ),
    "next step": lambda store: store.follow_ups.add(replace(follow_up("Ask why"), setback=2)),
    "morning": lambda store: store.day_pages.save(
        DayPage(day=NEXT_WEEK, intentions=(Intention("Call Acme"), Intention("Rest")), obstacle="Mail")
    ),
    "evening": lambda store: store.day_pages.save(replace(
        page_of(store), intentions=(Intention("Call Acme", IntentionState.DONE),), done_at=NOW, thanks="Ada",
    )),
    "carried": lambda store: store.day_pages.save(replace(
        page_of(store), intentions=(*page_of(store).intentions, Intention("New", carried_from=THURSDAY)),
    )),
    "work through": lambda store: store.setbacks.keep_thoughts(
        Thoughts(setback=store.entries.add(setback()).id, belief="My fault", mine=20, theirs=80)
    ),
    "think again": lambda store: store.setbacks.keep_thoughts(
        replace(store.setbacks.thoughts([2])[2], other_view="They moved office")
    ),
    "check": lambda store: store.setbacks.answer(Check(setback=2, after=30, day=THURSDAY, stronger=True)),
    "check anew": lambda store: store.setbacks.answer(
        Check(setback=2, after=7, day=NEXT_WEEK, learned="Ask earlier", sting=1)
    ),
    "sting less": lambda store: store.entries.change(sting_of(store, 1)),
    "block": lambda store: store.call_blocks.add(block()),
    "block held": lambda store: store.call_blocks.change(
        replace(store.call_blocks.get(1), started=time(9, 3), calls=12, harsh_nos=1)
    ),
    "no block": lambda store: store.call_blocks.remove(1),
    "tell a story": lambda store: store.deal_stories.keep_story(DealStory(
        deal=store.deals.add(deal("New")).id, pain="Slow", more_categories=("timing",), many_purchases=True,
    )),
    "tell it better": lambda store: store.deal_stories.keep_story(
        replace(store.deal_stories.story(1), need="Speed", long_use=False)
    ),
    "check of a deal": lambda store: store.deal_stories.say_check(
        DealCheck(deal=1, name=CheckName.BUDGET, holds=True, evidence="An email", day=NEXT_WEEK)
    ),
    "answer": lambda store: store.deal_stories.add_answer(
        Answer(deal=1, question=DECIDED, text="Price", whose=Whose.BUYER, day=THURSDAY)
    ),
    "reasons": lambda store: store.deal_stories.set_reasons(
        1, Whose.BUYER, (Reason(deal=1, tag="references", whose=Whose.BUYER, taught=True),)
    ),
    "more reasons": lambda store: store.deal_stories.set_reasons(
        1, Whose.REP, [Reason(deal=1, tag=tag, whose=Whose.REP) for tag in ("price", "trust")]
    ),
    "request": lambda store: store.deal_stories.set_request(
        Request(deal=1, ask=Ask.ACCESS, state=RequestState.ASKED, day=THURSDAY)
    ),
    "granted": lambda store: store.deal_stories.set_request(
        Request(deal=1, ask=Ask.CRITERIA, state=RequestState.GRANTED, day=NEXT_WEEK, note="By mail")
    ),
    "monday": lambda store: store.deal_stories.set_forecast(
        MondayForecast(deal=1, monday=THURSDAY + timedelta(4), chance=0.4, close=NEXT_WEEK)
    ),
    "other chance": lambda store: store.deal_stories.set_forecast(
        MondayForecast(deal=1, monday=THURSDAY - timedelta(3), chance=0.1)
    ),
    "contact": lambda store: store.people.add_contact(Contact(account="Acme", name="Dana")),
    "advocate": lambda store: store.people.change_contact(
        replace(store.people.contacts("Acme")[0], advocate=True, role="Buyer")
    ),
    "no contact": lambda store: store.people.remove_contact(1),
    "contract end": lambda store: store.people.set_contract_end("Acme", NEXT_WEEK),
    "merge": lambda store: store.people.merge("ACME Inc.", "Acme"),
    "another name": lambda store: store.people.merge("The big A", "Acme"),
    "meeting": lambda store: store.meetings.keep(Meeting(
        activity=store.entries.add(activity("meeting")).id, talk_share=40, questions=9, learned="Budget",
    )),
    "meeting again": lambda store: store.meetings.keep(
        replace(store.meetings.between(THURSDAY, THURSDAY)[0][1], silent="Bo")
    ),
    "no meeting": lambda store: store.entries.remove(3),
    "skip": lambda store: store.follow_ups.change(
        replace(store.follow_ups.get(2), state=FollowUpState.SKIPPED, why="No reason")
    ),
    "no deal": lambda store: store.deals.remove(1),
    "review": lambda store: store.reviews.add(
        Review(period=Period.MONTH, first=THURSDAY, last=NEXT_WEEK, lever="reach-outs", plan=1)
    ),
}  # fmt: skip


IN_THE_WAY = (
    "delete",
    "edit and delete",
    "remove a goal",
    "back at work",
    "delete a setback",
    "no block",
    "no contact",
    "no meeting",
    "no deal",
)
"""What takes away something that a later deed needs."""


def page_of(store: SqliteStore) -> DayPage:
    """The page that was there before."""
    page = store.day_pages.get(THURSDAY)
    assert page is not None
    return page


def sting_of(store: SqliteStore, sting: int) -> Setback:
    """The setback that was there before, with another sting."""
    hit = store.entries.get(2)
    assert isinstance(hit, Setback)
    return replace(hit, sting=sting)


def block() -> CallBlock:
    """A call block as planned."""
    return CallBlock(day=THURSDAY, planned=time(9), minutes=50, dread=6, feared=0.2)


def live(store: SqliteStore) -> None:
    """Fill a journal with one of everything, as one action."""
    with store.action("a life", NOW, "test"):
        store.entries.add(replace(activity(count=3, account="Acme"), tags=("first",)))
        store.entries.add(replace(setback(), tags=("ouch",)))
        store.goals.add(milestone())
        store.goals.add(milestone("Part", parent=1))
        store.goals.check_in(1, THURSDAY - timedelta(1), 4)
        store.plans.add(
            Plan(
                goal=1,
                target=5,
                currency="EUR",
                start=THURSDAY,
                by=NEXT_WEEK,
                lags={Level.STAGE1: 9},
            )
        )
        store.days.set(Setting("workdays", THURSDAY, "tue"))
        store.days.take_off(DayOff(NEXT_WEEK, NEXT_WEEK))
        store.deals.add(deal())
        store.follow_ups.add(follow_up())
        store.follow_ups.add(replace(follow_up("Breathe"), setback=2))
        store.day_pages.save(DayPage(day=THURSDAY, intentions=(Intention("a"), Intention("b"))))
        store.setbacks.keep_thoughts(Thoughts(setback=2, belief="My fault"))
        store.setbacks.answer(Check(setback=2, after=7, day=THURSDAY))
        store.call_blocks.add(block())
        store.reviews.add(Review(period=Period.WEEK, first=THURSDAY, last=THURSDAY, plan=1))
        sell(store)


def sell(store: SqliteStore) -> None:
    """Tell one of everything of the first deal, and have another account with one of everything."""
    store.entries.add(replace(activity("meeting", account="ACME Inc."), deal=1))
    store.meetings.keep(Meeting(activity=3, questions=2))
    store.follow_ups.add(replace(follow_up("Has anything changed?"), deal=1, kind="revival"))
    store.follow_ups.add(replace(follow_up("Send the offer"), deal=1, account="ACME Inc."))
    store.deals.add(deal("Second", "ACME Inc."))
    store.deals.change(replace(store.deals.get(1), stage="Discovery"), THURSDAY)
    told, monday = store.deal_stories, THURSDAY - timedelta(3)
    told.keep_story(DealStory(deal=1, changed="New boss"))
    told.say_check(DealCheck(deal=1, name=CheckName.BUDGET, holds=False, day=THURSDAY))
    told.add_answer(Answer(deal=1, question="Why?", text="-", whose=Whose.REP, day=THURSDAY))
    reasons = [Reason(deal=1, tag=tag, whose=Whose.BUYER) for tag in ("price", "timing")]
    told.set_reasons(1, Whose.BUYER, reasons)
    told.set_request(Request(deal=1, ask=Ask.CRITERIA, state=RequestState.ASKED, day=THURSDAY))
    told.set_forecast(MondayForecast(deal=1, monday=monday, chance=0.9, close=NEXT_WEEK))
    store.people.add_contact(Contact(account="Acme", name="Ada"))
    store.people.add_contact(Contact(account="ACME Inc.", name="Bo", role="CFO"))
    store.people.set_contract_end("ACME Inc.", NEXT_WEEK)
    store.people.merge("acme incorporated", "ACME Inc.")
