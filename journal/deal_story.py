"""The story of a deal: why the buyer would change, who is in it, what each side does next."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from journal.dates import MONTHS
from journal.frozen import frozen


class Whose(StrEnum):
    """Whose words or reasons they are."""

    REP = "rep"
    BUYER = "buyer"


@frozen(kw_only=True)
class DealStory:
    """What is known of a deal beyond its row; every text may be empty."""

    deal: int
    """The id of the deal."""
    changed: str = ""
    """What changed at the buyer, in their words."""
    pain: str = ""
    """What hurts, in their words."""
    need: str = ""
    """What they need, in their words."""
    give: str = ""
    """What we may give."""
    get: str = ""
    """What we want for it."""
    stretches: str = ""
    """Where our solution is stretched, and when that was raised."""
    helper: str = ""
    """Who helps us inside, and what we ask of them."""
    they_do: str = ""
    """The buyer's next step; ours is the deal's own."""
    winner: str = ""
    """Who won it when we did not: a competitor, or another solution."""
    more_categories: tuple[str, ...] = ()
    """Loss categories beside the deal's own, of LOSS_CATEGORIES."""
    missing: str = ""
    """For no decision: which of change, pain or need was missing."""
    could_have_known: str = ""
    """When I could have known that it would be lost."""
    many_purchases: bool | None = None
    """Whether the buyer has bought this kind of solution many times; None when not known."""
    long_use: bool | None = None
    """Whether they have long used one competing product; None when not known."""
    factors_evidence: str = ""
    """What the two answers rest on."""
    why_not_asked: str = ""
    """Why "What made you decide that way?" is not answered yet."""
    rev: int = 0
    """Grows with each change; 0 before it is saved."""

    @property
    def factors(self) -> int:
        """How many of the two factors hold that lower near-term odds, 0 to 2."""
        return (self.many_purchases is True) + (self.long_use is True)


@frozen(kw_only=True)
class Answer:
    """What somebody said to a question about a deal, in their own words."""

    deal: int
    """The id of the deal."""
    question: str
    """The question, as DECIDED."""
    text: str
    """The answer."""
    whose: Whose
    """Whether these are the buyer's words or the rep's own view."""
    asked_by: str = ""
    """Who asked."""
    day: date
    """The rep's day it was said."""
    id: int = 0
    """Its number; 0 before it is saved."""


DECIDED = "What made you decide that way?"
"""What is asked after every win and every loss."""


def asked_then(outcome: str, closed: date | None) -> str:
    """The question as it was asked of an ending that did not last: "… (lost 2 Mar 2026)"."""
    when = f" {closed.day} {MONTHS[closed.month - 1]} {closed.year}" if closed else ""
    return f"{DECIDED} ({outcome}{when})"


def said_then(answer: Answer) -> str:
    """Of which earlier ending it was said, as "lost 2 Mar 2026"; "" when of the one that stands."""
    if answer.question == DECIDED or not answer.question.startswith(DECIDED):
        return ""
    return answer.question.removeprefix(DECIDED).strip(" ()")


LOSS_CATEGORIES = (
    "price or value",
    "budget gone",
    "product gap",
    "integration or security",
    "time to value",
    "incumbent or relationship",
    "trust or references",
    "champion weak or left",
    "decision maker not reached",
    "our process",
    "timing",
    "no compelling change",
    "indecision",
    "built in-house",
    "reorganisation",
    "product issue",
    "unknown",
)
"""Why deals are lost; one is the deal's own, any may stand beside it."""


@frozen(kw_only=True)
class Reason:
    """One reason that decided a deal for us or against us."""

    deal: int
    """The id of the deal."""
    tag: str
    """The reason in a word or a few: references, price."""
    whose: Whose
    """Who named it."""
    taught: bool | None = None
    """Whether we taught the buyer to see it (True) or they discovered it (False); None when not known."""
    id: int = 0
    """Its number; 0 before it is saved."""


def reason_in_words(reason: Reason) -> str:
    """A reason with who saw it first, where that is known: references (taught)."""
    seen = {True: " (taught)", False: " (discovered)", None: ""}
    return f"{reason.tag}{seen[reason.taught]}"


@frozen(kw_only=True)
class Contact:
    """Somebody at an account."""

    account: str
    """The account's name as shown."""
    name: str
    """Who it is."""
    role: str = ""
    """What they do there."""
    advocate: bool = False
    """Whether they speak for us when we are not in the room."""
    id: int = 0
    """Its number; 0 before it is saved."""
    rev: int = 0
    """Grows with each change; 0 before it is saved."""


@frozen(kw_only=True)
class ContractEnd:
    """When an account's contract with somebody else ends."""

    account: str
    """The account's name as shown."""
    day: date | None
    """The day; None when nobody knows."""
