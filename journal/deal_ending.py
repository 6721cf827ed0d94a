"""How a deal ends: what is asked after a win, a loss and no decision, each answered in one go."""

from __future__ import annotations

from dataclasses import dataclass, fields, replace
from datetime import date
from enum import StrEnum

from journal.dates import on_day
from journal.deal import Deal, Outcome
from journal.deal_story import LOSS_CATEGORIES
from journal.entry import LONGEST_TEXT
from journal.errors import BadInput, JournalError
from journal.request import Ask

UNKNOWN = "unknown"
"""The category of a loss that nobody explains yet."""

OTHER_SOLUTION = "another solution"
"""How the winner of a deal is named that went to no competitor."""

A_COMPETITOR = "a competitor"
"""How one is named whose name is not known."""


class LostTo(StrEnum):
    """Who or what won a deal that we lost."""

    COMPETITOR = "competitor"
    OTHER = "other solution"
    UNKNOWN = "unknown"


class Missing(StrEnum):
    """What a deal lacked that ended without a decision."""

    CHANGE = "change"
    PAIN = "pain"
    NEED = "need"


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A reason in a word or a few."""

    tag: str
    """references, price."""
    taught: bool | None = None
    """Whether we taught the buyer to see it (True) or they discovered it (False)."""


def category_named(words: str) -> str:
    """The loss category that was named, by its beginning or a part of it. Raises BadInput."""
    folded = " ".join(words.casefold().replace("-", " ").split())
    plain = {name: name.replace("-", " ") for name in LOSS_CATEGORIES}
    exact = [name for name in LOSS_CATEGORIES if plain[name] == folded]
    begins = exact or [
        name for name in LOSS_CATEGORIES if folded and plain[name].startswith(folded)
    ]
    found = begins or [name for name in LOSS_CATEGORIES if folded and folded in plain[name]]
    if len(found) != 1:
        named = ", ".join(LOSS_CATEGORIES)
        raise BadInput(f"“{words[:40]}” is no category of a loss; say one of {named}.")
    return found[0]


def tag_said(words: str) -> Tag:
    """A reason as it is typed: references, taught:references, discovered:price. Raises BadInput."""
    how, colon, rest = words.partition(":")
    taught = {"taught": True, "discovered": False}.get(how.strip().casefold())
    bare = " ".join((rest if colon and taught is not None else words).split())
    if not bare:
        raise BadInput("A reason is a word or a few, like references or taught:references.")
    return Tag(tag=bare, taught=taught)


def tag_in_words(tag: Tag) -> str:
    """A reason as it can be typed again."""
    return {True: "taught:", False: "discovered:", None: ""}[tag.taught] + tag.tag


@dataclass(frozen=True, slots=True, kw_only=True)
class Win:
    """What is said when a deal is won; all of it may come later."""

    day: date | None = None
    """The day it was won; today when none is said."""
    answer: str = ""
    """The buyer's answer to "What made you decide that way?", in their words."""
    asked_by: str = ""
    """Who asked."""
    why_not_asked: str = ""
    """Why there is no answer yet."""
    buyers_reasons: tuple[Tag, ...] = ()
    """What decided it, as the buyer says."""
    my_reasons: tuple[Tag, ...] = ()
    """What decided it, as I see it."""
    closes_waiting: bool = False
    """Whether its follow-ups that wait are closed: what was promised to a new customer stays."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Loss:
    """What is said when a deal is lost; all of it may be unknown."""

    day: date | None = None
    """The day it was lost; today when none is said."""
    to: LostTo = LostTo.UNKNOWN
    """Who or what won it."""
    winner: str = ""
    """The competitor's name, or the other solution."""
    category: str = UNKNOWN
    """Of LOSS_CATEGORIES."""
    more_categories: tuple[str, ...] = ()
    """Others that played a part."""
    my_reason: str = ""
    """Why, as I see it."""
    buyers_words: str = ""
    """Why, in the buyer's own words."""
    asked_by: str = ""
    """Who asked the buyer."""
    my_reasons: tuple[Tag, ...] = ()
    """My reasons in a word each; without any the category stands for them."""
    buyers_reasons: tuple[Tag, ...] = ()
    """The buyer's reasons in a word each."""
    could_have_known: str = ""
    """When I could have known."""
    many_purchases: bool | None = None
    """Whether the buyer has bought this kind of solution many times; None when not known."""
    long_use: bool | None = None
    """Whether they have long used one competing product; None when not known."""
    factors_evidence: str = ""
    """What the two answers rest on."""
    contract_end: date | None = None
    """The day the contract with the winner ends."""
    requests: tuple[Ask, ...] = ()
    """Which of the four requests are made today."""
    closes_waiting: bool = True
    """Whether its follow-ups that wait are closed; the way back in takes their place."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Undecided:
    """What is said when a deal ends without a decision."""

    day: date | None = None
    """The day it ended; today when none is said."""
    missing: Missing | None = None
    """Which of change, pain or need was missing; None when not known."""
    my_reason: str = ""
    """Why, as I see it."""
    buyers_words: str = ""
    """Why, in the buyer's own words."""
    asked_by: str = ""
    """Who asked the buyer."""
    could_have_known: str = ""
    """When I could have known."""
    closes_waiting: bool = True
    """Whether its follow-ups that wait are closed; the way back in takes their place."""


Ending = Win | Loss | Undecided


def ended(deal: Deal, said: Ending, today: date) -> Deal:
    """The deal as it stands after it ended, on the day that is said, else today.

    Raises BadInput, JournalError.
    """
    day = said.day or today
    if not deal.is_open:
        when = f" {on_day(deal.closed, today)}" if deal.closed else ""
        how = "ended without a decision" if deal.outcome is Outcome.NO_DECISION else "was lost"
        how = "was won" if deal.outcome is Outcome.WON else how
        raise JournalError(
            f"“{named(deal)}” {how}{when} already: reopen it first if that has changed."
        )
    if day > today:
        raise BadInput("That day has not come yet; a deal ends today or earlier.")
    if deal.opened is not None and day < deal.opened:
        raise BadInput(
            f"“{named(deal)}” was opened on {deal.opened.isoformat()}; "
            "it cannot have ended before. Say a later day."
        )
    match said:
        case Win():
            return replace(deal, outcome=Outcome.WON, closed=day, category=None)
        case Loss():
            return replace(deal, outcome=Outcome.LOST, closed=day, category=said.category)
        case Undecided():
            return replace(deal, outcome=Outcome.NO_DECISION, closed=day, category="indecision")


def check_ending(ending: Ending) -> None:
    """Refuse what cannot be kept whole, or means nothing. Raises BadInput."""
    for each in fields(ending):
        value = getattr(ending, each.name)
        if isinstance(value, str):
            check_long(value)
    if isinstance(ending, Loss):
        for name in (ending.category, *ending.more_categories):
            if name not in LOSS_CATEGORIES:
                raise BadInput(
                    f"“{name[:40]}” is no category of a loss; they are "
                    f"{', '.join(LOSS_CATEGORIES)}."
                )


def check_long(text: str) -> None:
    """Refuse a text that is longer than it can be kept. Raises BadInput."""
    if len(text) > LONGEST_TEXT:
        raise BadInput(
            f"That text has {len(text):,} characters; an answer holds {LONGEST_TEXT:,}. Shorten it."
        )


def winner_of(loss: Loss) -> str:
    """Who won, as the story of the deal keeps it."""
    name = " ".join(loss.winner.split())
    match loss.to:
        case LostTo.COMPETITOR:
            return name or A_COMPETITOR
        case LostTo.OTHER:
            return f"{OTHER_SOLUTION}: {name}" if name else OTHER_SOLUTION
        case LostTo.UNKNOWN:
            return name


def lost_to(winner: str) -> LostTo:
    """What kind of winner a story names."""
    if not winner:
        return LostTo.UNKNOWN
    is_other = winner == OTHER_SOLUTION or winner.startswith(f"{OTHER_SOLUTION}: ")
    return LostTo.OTHER if is_other else LostTo.COMPETITOR


def named(deal: Deal) -> str:
    """How a sentence speaks of a deal: Acme · Renewal, cut short."""
    whole = " · ".join(part for part in (deal.account or "", deal.name) if part)
    plain = " ".join(whole[:240].split())
    return plain if len(plain) <= 60 else plain[:59].rstrip() + "…"
