"""Silence: the chance that an answer still comes, from the rep's own answers, and when to say "Next!".

What counts is read from the activities as they are logged, nothing is stored. A *send* is an e-mail, a
social touch or a call that reached the voicemail or nobody's ear (outcome voicemail), with an account. Its
*answer* is the first later entry at that account that says the customer spoke: outcome replied, reached,
booked, held, qualified or said-no. An outcome like that on the send itself answers it too, but tells no
latency. What comes more than 30 days later answers something else.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

from journal.calendar import Calendar
from journal.exchange import Exchange
from journal.frozen import frozen

SHRINK = 20
"""So many sends of the plan's rate stand beside the rep's own [default]."""

SETTLED = timedelta(30)
"""A send counts for the reply rate once it is this old, or answered [default]."""

FEWEST = 20
"""Under so many sends that count, the default patience holds."""

PATIENCE = 10
"""Working days without an answer after which "Next!" is said [default]."""

NOT_BEFORE = 3
"""No sooner than so many working days."""

LEAST_CHANCE = 0.10
"""Below this chance of an answer, or a third of the reply rate if that is less, it is "Next!"."""

ANSWERS = frozenset({"replied", "reached", "booked", "held", "qualified", "said-no"})
"""The outcomes that say the customer spoke."""

_SENT = frozenset({"email", "social"})


@frozen
class Send:
    """Something sent to an account, and whether it was answered."""

    account: str
    """The account's name as shown."""
    day: date
    """The day it was sent."""
    kind: str
    """What it was: email, social, call."""
    answered: bool = False
    """Whether an answer came."""
    latency: int | None = None
    """The working days until the answer; None without one, or when nobody knows."""


@frozen
class Patience:
    """How long it is worth waiting for an answer."""

    rate: float
    """The reply rate, shrunk to the plan's, 0–1."""
    latencies: tuple[int, ...]
    """The working days that the rep's own answers took, shortest first."""
    sends: int
    """How many sends the rate counts."""
    replies: int
    """How many of them were answered."""

    @property
    def is_default(self) -> bool:
        """Whether too little is known, so that the default patience holds."""
        return self.sends < FEWEST or not self.latencies

    @property
    def threshold(self) -> float:
        """The chance below which it is "Next!", 0–1."""
        return min(LEAST_CHANCE, self.rate / 3)

    def chance(self, days: int) -> float | None:
        """The chance that an answer still comes after so many silent working days, 0–1.

        r·S(d)/(r·S(d) + 1 − r), S the share of the latencies above d; None while the default holds.
        """
        return None if self.is_default else chance_of_reply(self.rate, self.latencies, days)

    def says_next(self, days: int) -> bool:
        """Whether it is time to close the matter and call the next lead."""
        chance = self.chance(days)
        if chance is None:
            return days >= PATIENCE
        return days >= NOT_BEFORE and chance < self.threshold


@frozen
class Silent:
    """A send that has no answer yet."""

    send: Send
    """The newest one to its account."""
    days: int
    """The working days since."""
    chance: float | None
    """The chance that an answer still comes, 0–1; None while the default patience holds."""
    next: bool
    """Whether it is "Next!"."""


@frozen
class Silence:
    """Who has not answered, and how long that is worth waiting for."""

    patience: Patience
    """What the chances rest on."""
    waiting: tuple[Silent, ...]
    """One for each account, those to close first, then the longest silence."""


def chance_of_reply(rate: float, latencies: Sequence[int], days: int) -> float:
    """The chance that an answer still comes, given a reply rate 0–1 and latencies, shortest first."""
    beyond = (len(latencies) - bisect_right(latencies, days)) / len(latencies)
    still = rate * beyond
    return still / (still + 1 - rate) if still else 0.0


def shrunk_rate(replies: int, sends: int, planned: float) -> float:
    """The reply rate with 20 sends of the plan's rate beside the rep's own, 0–1."""
    return (SHRINK * planned + replies) / (SHRINK + sends)


def sends_of(exchanges: Iterable[Exchange], calendar: Calendar) -> tuple[Send, ...]:
    """The sends among these, which stand in the order they happened, each with its answer."""
    found: list[Send] = []
    open_at: dict[str, list[int]] = {}
    for said in exchanges:
        name, spoke = said.account.casefold(), said.outcome in ANSWERS
        if spoke:
            for place in open_at.pop(name, []):
                send = found[place]
                if said.day - send.day <= SETTLED:
                    days = calendar.working_days(send.day + timedelta(1), said.day)
                    found[place] = Send(send.account, send.day, send.kind, True, days)
        if said.kind in _SENT or (said.kind == "call" and said.outcome == "voicemail"):
            if not spoke:
                open_at.setdefault(name, []).append(len(found))
            found.append(Send(said.account, said.day, said.kind, spoke))
    return tuple(found)


def patience_of(sends: Iterable[Send], planned: float, today: date) -> Patience:
    """What these sends teach; ``planned`` is the plan's reply rate, 0–1."""
    counted = [send for send in sends if send.answered or today - send.day >= SETTLED]
    replies = sum(send.answered for send in counted)
    latencies = sorted(send.latency for send in counted if send.latency is not None)
    rate = shrunk_rate(replies, len(counted), planned)
    return Patience(rate, tuple(latencies), len(counted), replies)


def silence_of(sends: Sequence[Send], planned: float, calendar: Calendar, today: date) -> Silence:
    """Who has not answered within the last 30 days, and what to make of each."""
    patience = patience_of(sends, planned, today)
    newest = {send.account.casefold(): send for send in sends}
    waiting = []
    for send in newest.values():
        if send.answered or today - send.day > SETTLED:
            continue
        days = calendar.working_days(send.day + timedelta(1), today)
        waiting.append(Silent(send, days, patience.chance(days), patience.says_next(days)))
    waiting.sort(key=lambda one: (not one.next, -one.days, one.send.account.casefold()))
    return Silence(patience, tuple(waiting))
