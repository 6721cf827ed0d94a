"""The sample's deals written into a journal, each with what it teaches."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import timedelta

from journal.deal import Deal, Outcome
from journal.deal_story import Whose
from journal.follow_up import FollowUp
from journal.revival import REVIVAL
from journal.sample.lessons import Lesson
from journal.sample.year import SampleYear
from journal.store import Store

_OPEN_AGAIN_AFTER = timedelta(14)


def add_deals(sample: SampleYear, store: Store) -> tuple[Deal, ...]:
    """Save the deals and all that belongs to them; gives them as saved."""
    saved = []
    for deal, lesson in zip(sample.deals, sample.lessons.of_deals, strict=True):
        saved.append(_add(deal, lesson, store))
        _write(lesson, saved[-1].id, store)
    for contact in sample.lessons.contacts:
        store.people.add_contact(contact)
    for account, day in sample.lessons.contract_ends:
        store.people.set_contract_end(account, day)
    return tuple(saved)


def of_its_deal(follow_up: FollowUp, deals: Sequence[Deal]) -> FollowUp:
    """A touch of a way back, given the deal it leads back into; any other as it is."""
    if follow_up.kind != REVIVAL:
        return follow_up
    lost = (
        each.id
        for each in deals
        if each.account == follow_up.account and each.outcome is Outcome.LOST
    )
    return replace(follow_up, deal=next(lost, None))


def _add(deal: Deal, lesson: Lesson, store: Store) -> Deal:
    """A deal; one that was lost once is lost, opened again and won."""
    lost = lesson.lost_before
    if lost is None:
        return store.deals.add(deal)
    first = store.deals.add(replace(deal, outcome=Outcome.OPEN, closed=None))
    gone = store.deals.change(replace(first, outcome=Outcome.LOST, closed=lost), lost)
    again = store.deals.change(
        replace(gone, outcome=Outcome.OPEN, closed=None), lost + _OPEN_AGAIN_AFTER
    )
    ended = replace(again, outcome=deal.outcome, closed=deal.closed)
    return store.deals.change(ended, deal.closed or lost)


def _write(lesson: Lesson, deal: int, store: Store) -> None:
    """Save what belongs to one deal."""
    stories = store.deal_stories
    if lesson.story is not None:
        stories.keep_story(replace(lesson.story, deal=deal))
    for check in lesson.checks:
        stories.say_check(replace(check, deal=deal))
    for answer in lesson.answers:
        stories.add_answer(replace(answer, deal=deal))
    for whose in Whose:
        if said := [replace(one, deal=deal) for one in lesson.reasons if one.whose is whose]:
            stories.set_reasons(deal, whose, said)
    for request in lesson.requests:
        stories.set_request(replace(request, deal=deal))
    for forecast in lesson.forecasts:
        stories.set_forecast(replace(forecast, deal=deal))
    for touch in lesson.touches:
        store.follow_ups.add(replace(touch, deal=deal))
