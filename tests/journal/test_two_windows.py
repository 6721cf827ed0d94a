"""Two windows on one follow-up, one deal, one request: nobody saves over what they have not seen."""

from __future__ import annotations

from dataclasses import replace

import pytest
from builders import day
from clocked import Rep

from journal.deal_ending import Loss
from journal.errors import ChangedElsewhere
from journal.follow_up import FollowUpState
from journal.request import Ask, Request, RequestState
from storage.store import SqliteStore

WEDNESDAY = day("2026-03-04")


@pytest.fixture
def rep(store: SqliteStore) -> Rep:
    rep = Rep(store)
    rep.be("2026-03-04T10:00")
    return rep


@pytest.mark.parametrize("what", ["done", "skip", "close_way", "move"])
def test_what_becomes_of_a_follow_up_is_said_of_it_as_it_was_seen(rep: Rep, what: str) -> None:
    follow_ups = rep.journal.follow_ups
    seen = follow_ups.add("Call", WEDNESDAY)
    theirs = follow_ups.move(seen.id, day("2026-03-10"))
    said = {
        "done": lambda read: follow_ups.done(seen.id, "mine", read=read),
        "skip": lambda read: follow_ups.skip(seen.id, "mine", read),
        "close_way": lambda read: follow_ups.close_way(seen.id, "mine", read),
        "move": lambda read: follow_ups.move(seen.id, day("2026-03-20"), read),
    }[what]
    with pytest.raises(ChangedElsewhere, match="look at both"):
        said(seen)
    assert follow_ups.get(seen.id) == theirs
    said(theirs)
    now = follow_ups.get(seen.id)
    assert (now.state, now.due) != (FollowUpState.DUE, theirs.due)


def test_a_request_is_not_saved_over_what_another_window_said_of_it(rep: Rep) -> None:
    deal = rep.journal.deals.add("Tyrell", "Hub")
    rep.journal.deals.lost(deal.id, Loss(day=WEDNESDAY, requests=(Ask.CRITERIA,)))
    follow_ups = rep.journal.follow_ups
    seen = follow_ups.requests(deal.id)
    refused = Request(
        deal=deal.id, ask=Ask.CRITERIA, state=RequestState.REFUSED, day=WEDNESDAY, note="theirs"
    )
    granted = replace(refused, state=RequestState.GRANTED, note="mine")
    follow_ups.set_requests(deal.id, [refused], seen)
    with pytest.raises(ChangedElsewhere, match="look at both"):
        follow_ups.set_requests(deal.id, [granted], seen)
    assert follow_ups.requests(deal.id) == (refused,)
    # One that nobody else touched is saved, whatever became of the others.
    phones = replace(granted, ask=Ask.PHONES)
    follow_ups.set_requests(deal.id, [phones], seen)
    follow_ups.set_requests(deal.id, [granted], follow_ups.requests(deal.id))
    assert follow_ups.requests(deal.id) == (granted, phones)


def test_a_deal_is_not_saved_over_what_another_window_said_of_it(rep: Rep) -> None:
    deals = rep.journal.deals
    seen = deals.add("Tyrell", "Hub")
    theirs = deals.change(replace(seen, name="theirs"))
    with pytest.raises(ChangedElsewhere, match="look at both"):
        deals.change(replace(seen, name="mine"))
    assert deals.get(seen.id) == theirs
