"""What the sample rep made of the year's setbacks: thoughts, next steps, and what each taught."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta

from journal.follow_up import FollowUp, FollowUpState
from journal.sample.days import SampleDays
from journal.sample.setbacks import sample_setbacks
from journal.setback import Setback
from journal.setback_work import Check, Thoughts
from journal.setbacks import NEXT_STEP


@dataclass(frozen=True, slots=True, kw_only=True)
class SampleStory:
    """What came after one setback; the setback's id is given when it is saved."""

    hit: Setback
    """The setback, as it stands among the entries."""
    thoughts: Thoughts | None
    """What the rep thought of it; None when it was not worked through."""
    next_step: FollowUp | None
    """The next small action."""
    checks: tuple[Check, ...]
    """What was said of it after 7 and 30 days."""


_THOUGHTS = {
    "Wayne": Thoughts(
        setback=0,
        belief="we are never in early enough",
        permanent=3,
        pervasive=4,
        personal=3,
        mine=30,
        theirs=30,
        circumstance=40,
        in_control="being there before the budget is written",
        evidence_against="Globex and Stark were met months before theirs",
        other_view="the sponsor was away while it was written",
        if_then="if a budget round starts, I call in week 1",
    ),
    "Weyland": Thoughts(
        setback=0,
        belief="I talk to people who cannot decide",
        permanent=4,
        pervasive=5,
        personal=6,
        mine=50,
        theirs=20,
        circumstance=30,
        in_control="asking in the first meeting who signs",
        evidence_against="in four of the last six deals I met them",
        if_then="if nobody names who signs, then I ask for them by the second meeting",
    ),
    "Vandelay": Thoughts(
        setback=0,
        belief="without her it is over",
        permanent=7,
        pervasive=2,
        personal=2,
        mine=20,
        theirs=30,
        circumstance=50,
        in_control="knowing a second person well",
        evidence_against="two others came to every demo",
        other_view="she may open a door where she is now",
        if_then="if a sponsor leaves, then I call the second contact the same day",
    ),
}

_LEFT = "new approval process"
"""The one type of which nothing was made; its customer was hit again later."""

_STEPS = {
    "Tyrell": "ask for the decision criteria",
    "Umbrella": "re-qualify with the new date",
    "Oscorp": "revive when their budget year begins",
    "Vandelay": "call the second contact",
    "Wonka": "send the fixed import",
}
"""Next small actions that are done."""

_TAUGHT = {
    # sting after 7 and 30 days, what was learned, what is done differently, stronger or not
    "Umbrella": (3, 1, "A date without a reason is no date.", "ask what happens if it slips", None),
    "Weyland": (4, 2, "Meet who signs before the offer.", "no offer without that meeting", True),
    "Oscorp": (3, 1, "Ask about the budget in words and numbers.", "", True),
    "Soylent": (4, 2, "Silence is an answer too.", "", None),
    "Hooli": (1, None, "", "", None),
    "Initech": (2, 1, "Ask for old contracts first.", "one call to legal at the start", True),
    "Vandelay": (5, 2, "Two contacts from the start.", "a second name in every deal", True),
    "": (5, 3, "Nine percent are six more meetings.", "plan the quarter's end in its middle", None),
    "Wonka": (2, 0, "Try their data before they watch.", "a dry run the evening before", True),
    "Cyberdyne": (0, None, "Sure is not signed.", "", None),
    "Aperture": (3, 1, "Fourth of nine is near.", "", True),
}


def sample_stories(days: SampleDays) -> Iterator[SampleStory]:
    """What came after each setback before today, the latest first."""
    for hit in sample_setbacks(days):
        name = hit.account or ""
        if hit.type == _LEFT:
            yield SampleStory(hit=hit, thoughts=None, next_step=None, checks=())
            continue
        yield SampleStory(
            hit=hit,
            thoughts=_THOUGHTS.get(name),
            next_step=_step(hit, name, days),
            checks=tuple(_checks(hit, name, days)),
        )


def _step(hit: Setback, name: str, days: SampleDays) -> FollowUp | None:
    ahead = days.calendar.plus_working(days.today, 2)
    waiting = FollowUp(
        due=ahead, what="call the sponsor", account=hit.account, deal=hit.deal, kind=NEXT_STEP
    )
    if name == "Wayne":
        return waiting
    if name not in _STEPS:
        return None
    done = days.worked_on(hit.day + timedelta(days=1))
    what = _STEPS[name]
    return replace(waiting, what=what, due=done, state=FollowUpState.DONE, settled=done)


def _checks(hit: Setback, name: str, days: SampleDays) -> Iterator[Check]:
    if name not in _TAUGHT:
        return
    soon, late, learned, differently, stronger = _TAUGHT[name]
    first = Check(setback=0, after=7, day=_asked(hit, 7, days), sting=soon)
    if late is None:
        yield replace(first, learned=learned)
        return
    yield first
    yield Check(
        setback=0,
        after=30,
        day=_asked(hit, 30, days),
        sting=late,
        learned=learned,
        differently=differently,
        stronger=stronger,
    )


def _asked(hit: Setback, after: int, days: SampleDays) -> date:
    """The first day with entries on which the rep was asked."""
    return days.worked_on(hit.day + timedelta(days=after))
