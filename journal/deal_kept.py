"""What is kept of a deal that ended: the answers, the reasons, the requests, and the days of its way back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from journal.dates import MONTHS
from journal.deal import Deal, Outcome
from journal.deal_ending import UNKNOWN, Loss, Tag, Undecided, Win, winner_of
from journal.deal_story import DECIDED, Answer, Reason, Whose, asked_then
from journal.errors import BadInput
from journal.follow_up import FollowUp, FollowUpState
from journal.request import Request, RequestState
from journal.revival import REVIVAL, Touch, no_decision_calendar, revival_calendar

if TYPE_CHECKING:
    from journal.journal import Journal


LONGEST_TAG = 60
"""The longest reason, in characters."""


def keep_win(journal: Journal, deal: Deal, win: Win) -> None:
    """Keep what was said of why a deal ended so; called inside the action that saves it."""
    _keep_words(journal, deal, win.answer, Whose.BUYER, win.asked_by)
    keep_reasons(journal, deal.id, Whose.BUYER, win.buyers_reasons)
    keep_reasons(journal, deal.id, Whose.REP, win.my_reasons)
    why_not = "" if win.answer.strip() else win.why_not_asked.strip()
    stories = journal.store.deal_stories
    story = stories.story(deal.id)
    if story.why_not_asked != why_not:
        stories.keep_story(replace(story, why_not_asked=why_not))


def keep_loss(journal: Journal, deal: Deal, loss: Loss) -> tuple[FollowUp, ...]:
    """Keep what was said of a loss, and lay its way back. Raises BadInput."""
    store, today = journal.store, journal.today()
    story = store.deal_stories.story(deal.id)
    kept = replace(
        story,
        winner=winner_of(loss),
        more_categories=loss.more_categories,
        could_have_known=loss.could_have_known.strip() or story.could_have_known,
        many_purchases=story.many_purchases if loss.many_purchases is None else loss.many_purchases,
        long_use=story.long_use if loss.long_use is None else loss.long_use,
        factors_evidence=loss.factors_evidence.strip() or story.factors_evidence,
    )
    if kept != story:
        store.deal_stories.keep_story(kept)
    if loss.contract_end is not None:
        if not deal.account:
            raise BadInput("A contract's end belongs to an account; give the deal one first.")
        store.people.set_contract_end(deal.account, loss.contract_end)
    _keep_words(journal, deal, loss.my_reason, Whose.REP)
    _keep_words(journal, deal, loss.buyers_words, Whose.BUYER, loss.asked_by)
    named = (Tag(tag=loss.category),) if loss.category != UNKNOWN else ()
    keep_reasons(journal, deal.id, Whose.REP, loss.my_reasons or named)
    keep_reasons(journal, deal.id, Whose.BUYER, loss.buyers_reasons)
    for ask in dict.fromkeys(loss.requests):
        asked = Request(deal=deal.id, ask=ask, state=RequestState.ASKED, day=today)
        store.deal_stories.set_request(asked)
    return lay(journal, deal)


def keep_no_decision(journal: Journal, deal: Deal, said: Undecided) -> tuple[FollowUp, ...]:
    """Keep what was said of a deal that nobody decided, and lay the days it is asked about again."""
    stories = journal.store.deal_stories
    story = stories.story(deal.id)
    kept = replace(
        story,
        missing=said.missing.value if said.missing else "",
        could_have_known=said.could_have_known.strip() or story.could_have_known,
    )
    if kept != story:
        stories.keep_story(kept)
    _keep_words(journal, deal, said.my_reason, Whose.REP)
    _keep_words(journal, deal, said.buyers_words, Whose.BUYER, said.asked_by)
    return lay(journal, deal)


def keep_reasons(journal: Journal, deal_id: int, whose: Whose, tags: Sequence[Tag]) -> None:
    """Put these in place of one side's reasons; no tags leave them as they are. Raises BadInput."""
    if not tags:
        return
    reasons: dict[str, Reason] = {}
    for one in tags:
        tag = " ".join(one.tag.split())
        if not 0 < len(tag) <= LONGEST_TAG:
            raise BadInput(f"A reason is a word or a few, up to {LONGEST_TAG} characters.")
        reasons.setdefault(
            tag.casefold(), Reason(deal=deal_id, tag=tag, whose=whose, taught=one.taught)
        )
    journal.store.deal_stories.set_reasons(deal_id, whose, tuple(reasons.values()))


def set_aside(journal: Journal, deal: Deal) -> None:
    """Let what was said of an ending that did not last be history: it decides nothing any more.

    The reasons become an answer each side gave then, and no longer count; the answers stay theirs.
    """
    then = f"{DECIDED} (the time before)"
    if not deal.is_open:
        then = asked_then(deal.outcome.value, deal.closed)
    stories = journal.store.deal_stories
    stories.set_aside(deal.id, then, journal.today(), answers=not deal.is_open)


def lay(journal: Journal, deal: Deal) -> tuple[FollowUp, ...]:
    """Lay the days of a lost deal's way back; gives those that wait, soonest first.

    Days that wait already stay; those that no longer belong and have no reason are closed.
    """
    store, today = journal.store, journal.today()
    touches = {touch.day: touch for touch in _calendar(journal, deal)}
    contract_end = store.people.contract_end(deal.account) if deal.account else None
    laid: list[FollowUp] = []
    for one in store.follow_ups.of_deals([deal.id]).get(deal.id, ()):
        if one.kind != REVIVAL or one.state is not FollowUpState.DUE:
            continue
        if one.due is not None and touches.pop(one.due, None) is None and not one.reason:
            anew = replace(one, state=FollowUpState.CLOSED, settled=today, why="laid anew")
            store.follow_ups.change(anew)
        else:
            laid.append(one)
    laid += [store.follow_ups.add(_as_follow_up(deal, t, contract_end)) for t in touches.values()]
    return tuple(sorted(laid, key=lambda one: (one.due or date.max, one.id)))


def _calendar(journal: Journal, deal: Deal) -> tuple[Touch, ...]:
    """The touches that a deal which ended asks for from tomorrow on."""
    today, calendar = journal.today(), journal.calendar
    ended = deal.closed or today
    if deal.outcome is Outcome.NO_DECISION:
        return no_decision_calendar(ended, calendar, today)
    people, stories = journal.store.people, journal.store.deal_stories
    contract_end = people.contract_end(deal.account) if deal.account else None
    return revival_calendar(ended, stories.story(deal.id).factors, contract_end, calendar, today)


def _as_follow_up(deal: Deal, touch: Touch, contract_end: date | None) -> FollowUp:
    """The follow-up of a touch; its reason is the rep's to find, where the day itself is none."""
    what = ", ".join(touch.reasons)
    reason = None
    if deal.outcome is Outcome.NO_DECISION:
        reason = f"nothing was decided on {_day(deal.closed)}" if deal.closed else "undecided"
    elif touch.contract and contract_end is not None:
        reason = f"their contract ends on {_day(contract_end)}"
    return FollowUp(
        due=touch.day,
        what=what[:1].upper() + what[1:],
        account=deal.account,
        deal=deal.id,
        kind=REVIVAL,
        reason=reason,
    )


def _keep_words(journal: Journal, deal: Deal, text: str, whose: Whose, asked_by: str = "") -> None:
    if text.strip():
        journal.store.deal_stories.add_answer(
            Answer(
                deal=deal.id,
                question=DECIDED,
                text=text.strip(),
                whose=whose,
                asked_by=asked_by.strip(),
                day=journal.today(),
            )
        )


def _day(day: date) -> str:
    """A day that is read again on another: 18 Sep 2026."""
    return f"{day.day} {MONTHS[day.month - 1]} {day.year}"
