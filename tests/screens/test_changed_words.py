"""Two versions side by side call each field as the form it came from does."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest
from builders import activity

from journal.activity import Activity
from journal.call_block import CallBlock
from journal.day_page import DayPage
from journal.deal import Deal
from journal.deal_story import Contact, ContractEnd, DealStory
from journal.entry import Entry, Note
from journal.follow_up import FollowUp
from journal.goal import Goal
from journal.meeting import Meeting
from journal.setback import Setback
from journal.setback_work import Check, Thoughts
from screens.chance_asks import TheChance
from screens.deal_asks import TheChecks
from screens.deal_end_asks import WhyEnded
from screens.dialogs.changed import Version, differences
from screens.dialogs.changed_words import UNSEEN, word
from screens.follow_up_asks import TheFour
from screens.setback_asks import WorkedThrough


@pytest.mark.parametrize(
    "thing",
    [
        *(Entry, Note, Activity, Setback, Goal, Deal, Contact, DayPage, Meeting, DealStory),
        *(Thoughts, Check, CallBlock, FollowUp, TheFour, ContractEnd, TheChecks, WhyEnded),
        *(TheChance, WorkedThrough),
    ],
    ids=lambda thing: thing.__name__,
)
def test_every_field_that_a_rep_typed_has_a_word(thing: type[Version]) -> None:
    names = {field.name for field in fields(thing)} - UNSEEN
    assert [name for name in sorted(names) if word(thing.__name__, name) is None] == []


def test_a_note_is_called_note_and_not_text() -> None:
    mine = activity("call", 3, date(2026, 11, 24), account="Acme")
    assert differences(replace(mine, text="mine"), replace(mine, text="theirs", count=9)) == (
        "Note\n   mine    mine\n   theirs  theirs\nHow often\n   mine    3\n   theirs  9"
    )


def test_a_mornings_lines_are_called_as_on_the_page() -> None:
    mine = DayPage(day=date(2026, 11, 24), obstacle="the fair")
    assert differences(mine, replace(mine, obstacle="")) == (
        "In the way\n   mine    the fair\n   theirs  –"
    )
