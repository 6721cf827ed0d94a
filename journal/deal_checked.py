"""A deal as the rep typed it: refused where it cannot be true, and moved to the stage they named."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from journal.deal import Deal
from journal.entry import LONGEST_ACCOUNT
from journal.errors import BadInput
from journal.stage import Stages

LONGEST_NAME = 200
"""The longest name of a deal, in characters."""

LONGEST_STEP = 1_000
"""The longest next step, in characters."""


def check_deal(deal: Deal, today: date) -> None:
    """Refuse what cannot be true or kept whole. Raises BadInput."""
    if not deal.name:
        raise BadInput("What is the deal called? Give it a name in a few words.")
    if len(deal.name) > LONGEST_NAME:
        raise BadInput(f"A deal's name holds {LONGEST_NAME} characters; shorten it.")
    if len(deal.account or "") > LONGEST_ACCOUNT:
        raise BadInput(f"An account's name holds {LONGEST_ACCOUNT} characters; shorten it.")
    if len(deal.next_step or "") > LONGEST_STEP:
        raise BadInput(f"A next step holds {LONGEST_STEP:,} characters; shorten it.")
    if deal.amount is not None and deal.amount.minor < 0:
        raise BadInput("An amount is nothing or more.")
    if deal.opened is not None and deal.opened > today:
        raise BadInput("That day has not come yet; a deal was opened today or earlier.")
    close = deal.closed or deal.expected_close
    if deal.opened is not None and close is not None and close < deal.opened:
        raise BadInput("A deal cannot close before it was opened; say a later day.")


def stage_named(words: str, stages: Stages) -> str:
    """The stage that was named, by its beginning or a part of it. Raises BadInput naming the stages."""
    folded = " ".join(words.casefold().replace("-", " ").split())
    names = stages.names
    exact = [name for name in names if name.casefold() == folded]
    begins = exact or [name for name in names if folded and name.casefold().startswith(folded)]
    found = begins or [name for name in names if folded and folded in name.casefold()]
    if len(found) != 1:
        raise BadInput(f"“{words[:40]}” is not one stage; they are {', '.join(names)}.")
    return found[0]


def with_stage_days(deal: Deal, day: date, stages: Stages) -> Deal:
    """With the day it reached stage 1, and was qualified, if its stage says so for the first time."""
    place = stages.position(deal.stage)
    if place is None:
        return deal
    if place >= stages.first_position and deal.stage1_on is None:
        deal = replace(deal, stage1_on=day)
    if place >= stages.qualified_position and deal.qualified_on is None:
        deal = replace(deal, qualified_on=day)
    return deal
