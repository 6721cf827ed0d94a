"""What the sample rep's deals teach: stories, checks, answers, requests, chances, the ways back in."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from random import Random

from journal.deal import Deal, Outcome
from journal.deal_check import CheckName, DealCheck, MondayForecast
from journal.deal_story import DECIDED, Answer, Contact, DealStory, Reason, Whose
from journal.follow_up import FollowUp, FollowUpState
from journal.forecast_gate import LETTERS
from journal.request import Ask, Request, RequestState
from journal.revival import REVIVAL, Touch, no_decision_calendar, revival_calendar
from journal.sample.days import SampleDays
from journal.sample.deal_words import (
    CHECKS,
    EVIDENCE,
    KNOWN_WHEN,
    LOST_BECAUSE,
    PEOPLE,
    STORIES,
    WINNERS,
    WON_BECAUSE,
)

LATELY = {"Tyrell": 0, "Oscorp": 0, "Weyland": 2}
"""The deals whose way back is still walked, with how many factors hold."""

MOVED = {"Tyrell": 30, "Oscorp": 90}
"""Which of their touches the rep gave another day: it stands among the follow-ups."""

CONTRACT_END = timedelta(320)
"""How far ahead the contract ends that Oscorp has with the winner."""

_NEAR = timedelta(14)
_MONDAYS = 4
_BEFORE = {Outcome.WON: 0.62, Outcome.LOST: 0.4, Outcome.NO_DECISION: 0.45, Outcome.OPEN: 0.4}


@dataclass(frozen=True, slots=True, kw_only=True)
class Lesson:
    """What belongs to one deal; its id is given when it is saved."""

    story: DealStory | None = None
    """What is known of it."""
    checks: tuple[DealCheck, ...] = ()
    """What holds."""
    answers: tuple[Answer, ...] = ()
    """What the buyer and the rep said."""
    reasons: tuple[Reason, ...] = ()
    """What decided it."""
    requests: tuple[Request, ...] = ()
    """What was asked for after the loss."""
    forecasts: tuple[MondayForecast, ...] = ()
    """What was thought on Mondays."""
    touches: tuple[FollowUp, ...] = ()
    """The way back in."""
    lost_before: date | None = None
    """The day it was lost once, before it was opened again; None for most."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Lessons:
    """What the year's deals teach."""

    of_deals: tuple[Lesson, ...] = field(repr=False)
    """One for each deal, in their order."""
    contacts: tuple[Contact, ...]
    """Who is at the accounts."""
    contract_ends: tuple[tuple[str, date], ...]
    """When accounts' contracts with the winner end."""


def sample_lessons(days: SampleDays, deals: Sequence[Deal], seed: int) -> Lessons:
    """The lessons of these deals; chances are drawn from a source of their own."""
    rng = Random(seed + 1)
    places = dict.fromkeys(Outcome, 0)
    found = []
    won = sum(deal.outcome is Outcome.WON for deal in deals)
    for deal in deals:
        place = places[deal.outcome]
        places[deal.outcome] += 1
        found.append(_lesson(rng, days, deal, place, is_newest=place >= won - 2))
    people = (
        Contact(account=account, name=name, role=role, advocate=advocate)
        for account, known in PEOPLE.items()
        for name, role, advocate in known
    )
    return Lessons(
        of_deals=tuple(found),
        contacts=tuple(people),
        contract_ends=(("Oscorp", days.today + CONTRACT_END),),
    )


def _lesson(rng: Random, days: SampleDays, deal: Deal, place: int, *, is_newest: bool) -> Lesson:
    mondays = tuple(_mondays(rng, days, deal))
    match deal.outcome:
        case Outcome.OPEN:
            return Lesson(
                story=_open_story(deal), checks=tuple(_checks(days, deal)), forecasts=mondays
            )
        case Outcome.WON:
            return _won(deal, place, mondays, is_newest=is_newest)
        case Outcome.LOST:
            return _lost(days, deal, place, mondays)
        case Outcome.NO_DECISION:
            missing = ("change", "pain", "need")[place % 3]
            return Lesson(
                story=DealStory(deal=0, missing=missing),
                forecasts=mondays,
                touches=tuple(_touches(days, deal, 0)),
            )


def _open_story(deal: Deal) -> DealStory | None:
    if deal.account not in STORIES:
        return None
    changed, pain, need = STORIES[deal.account]
    return DealStory(deal=0, changed=changed, pain=pain, need=need)


def _checks(days: SampleDays, deal: Deal) -> Iterator[DealCheck]:
    held = CHECKS.get(deal.account or "", "")
    for name in CheckName:
        if LETTERS[name] in held:
            day = days.back(6 + 3 * held.index(LETTERS[name]))
            evidence = EVIDENCE[LETTERS[name]]
            yield DealCheck(deal=0, name=name, holds=True, evidence=evidence, day=day)


def _won(deal: Deal, place: int, mondays: tuple[MondayForecast, ...], *, is_newest: bool) -> Lesson:
    """Answered by the buyer, but for the two won last: they are still to be asked."""
    closed = deal.closed or date.min
    # One was lost a month before it was won: second place was not the end.
    lost = closed - timedelta(35) if place == 11 else None
    if is_newest:
        waits = DealStory(deal=0, why_not_asked="their sponsor is away until Monday")
        return Lesson(story=waits if place % 2 else None, forecasts=mondays)
    tag, words, taught = WON_BECAUSE[place % len(WON_BECAUSE)]
    mine = "references" if place % 3 else tag
    return Lesson(
        answers=(_answer(words, Whose.BUYER, closed),),
        reasons=(
            Reason(deal=0, tag=tag, whose=Whose.BUYER, taught=taught),
            Reason(deal=0, tag=mine, whose=Whose.REP),
        ),
        forecasts=mondays,
        lost_before=lost,
    )


def _lost(days: SampleDays, deal: Deal, place: int, mondays: tuple[MondayForecast, ...]) -> Lesson:
    closed = deal.closed or date.min
    tag, words = LOST_BECAUSE[place % len(LOST_BECAUSE)]
    factors = LATELY.get(deal.account or "", place % 3)
    story = DealStory(
        deal=0,
        winner=WINNERS[place % len(WINNERS)],
        could_have_known=KNOWN_WHEN[place % len(KNOWN_WHEN)],
        many_purchases=factors > 0,
        long_use=factors > 1,
        factors_evidence="their purchasing told us" if factors else "",
    )
    is_told = place % 3 != 2
    mine = Reason(deal=0, tag=deal.category or "unknown", whose=Whose.REP)
    buyers = Reason(deal=0, tag=tag, whose=Whose.BUYER, taught=place % 4 == 0)
    return Lesson(
        story=story,
        answers=(_answer(words, Whose.BUYER, closed),) if is_told else (),
        reasons=(buyers, mine) if is_told else (mine,),
        requests=tuple(_requests(days, closed, place)),
        forecasts=mondays,
        touches=tuple(_touches(days, deal, factors)),
    )


def _answer(words: str, whose: Whose, day: date) -> Answer:
    return Answer(deal=0, question=DECIDED, text=words, whose=whose, asked_by="me", day=day)


def _requests(days: SampleDays, closed: date, place: int) -> Iterator[Request]:
    """The first ones are asked of most, the last one of few."""
    states = (RequestState.GRANTED, RequestState.GRANTED, RequestState.REFUSED, RequestState.ASKED)
    for number, ask in enumerate(Ask):
        if (place + number) % 4 < 3 - number:
            state = states[(place + 2 * number) % len(states)]
            day = min(days.worked_on(closed + timedelta(1 + number)), days.today)
            yield Request(deal=0, ask=ask, state=state, day=day)


def _mondays(rng: Random, days: SampleDays, deal: Deal) -> Iterator[MondayForecast]:
    """The chances of the last Mondays before the end, or before today, a little too hopeful."""
    end = deal.closed or days.today
    last = end - timedelta(end.weekday())
    for back in range(_MONDAYS - 1, -1, -1):
        monday = last - timedelta(weeks=back)
        if deal.stage1_on is None or monday < deal.stage1_on:
            continue
        drift = 0.05 * (_MONDAYS - 1 - back) * (1 if deal.outcome is Outcome.WON else -1)
        chance = min(0.95, max(0.05, _BEFORE[deal.outcome] + drift + rng.uniform(-0.12, 0.12)))
        said = (deal.expected_close or end) - timedelta(rng.choice((0, 4, 9, 14)))
        yield MondayForecast(
            deal=0, monday=monday, chance=round(chance, 2), close=max(said, monday)
        )


def _touches(days: SampleDays, deal: Deal, factors: int) -> Iterator[FollowUp]:
    """What was done of the calendar; what is ahead only where the way back is still walked."""
    closed = deal.closed or days.today
    is_walked = deal.account in LATELY
    contract_end = days.today + CONTRACT_END if deal.account == "Oscorp" else None
    if deal.outcome is Outcome.NO_DECISION:
        laid = no_decision_calendar(closed, days.calendar, closed)
    else:
        laid = revival_calendar(closed, factors, contract_end, days.calendar, closed)
    moved = f"Day-{MOVED.get(deal.account or '', 0)} touch"
    for number, touch in enumerate(laid):
        if touch.day < days.today:
            yield _settled(deal, touch, number, touch.day)
        elif is_walked and touch.day > days.today + _NEAR and moved not in touch.reasons:
            reason = "their contract with the winner ends" if touch.contract else None
            yield _touch(deal, touch, reason)


def _settled(deal: Deal, touch: Touch, number: int, day: date) -> FollowUp:
    state = FollowUpState.SKIPPED if number % 4 == 3 else FollowUpState.DONE
    why = "no reason they would care about" if state is FollowUpState.SKIPPED else ""
    reason = None if why else "a customer of ours in their industry"
    settled = _touch(deal, touch, reason)
    return FollowUp(
        due=settled.due,
        what=settled.what,
        account=settled.account,
        kind=REVIVAL,
        reason=reason,
        state=state,
        settled=day,
        why=why,
    )


def _touch(deal: Deal, touch: Touch, reason: str | None) -> FollowUp:
    what = ", ".join(touch.reasons)
    return FollowUp(
        due=touch.day,
        what=what[:1].upper() + what[1:],
        account=deal.account,
        kind=REVIVAL,
        reason=reason,
    )
