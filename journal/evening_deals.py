"""A deal that a line of the evening ends: "lost acme to initech", "won acme"."""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal.deal import Deal
from journal.deal_ending import Loss, LostTo, Win, named
from journal.deal_waiting import counted
from journal.entry import Note
from journal.errors import BadInput
from journal.evening_words import BULLET, CLOCK_FIRST, PROGRESS
from journal.line_words import NO_NAMES
from journal.quick_words import Ear, ending
from journal.setback import Setback

if TYPE_CHECKING:
    from journal.evening_lines import HeardLine

OnlyOpen = Callable[[str, date], Deal | None]
"""The one open deal of an account that may have ended on a day; None where there is not exactly one."""

OpenAt = Callable[[str], int]
"""How many deals of an account are open; two stand for several."""

Waiting = Callable[[int], int]
"""How many follow-ups wait of an open deal, by its id."""

LONGEST_READ = 1_000
"""Longer lines than this end no deal."""

_WHO = (
    r"(?:the |our )?(?P<who>[^\s,;]+(?:\s+[^\s,;]+){0,5}?)(?P<what>\s+(?:deal|account|rfp|tender))?"
)
_BEHIND = r"yesterday|today|on|because|for|by|due|after|with|at|in|as|and|against|from|thanks"
_LOST = re.compile(rf"(?:i |we )?lost\s+{_WHO}(?:\s+to\s+(?P<winner>.+))?", re.IGNORECASE)
_WON = re.compile(
    rf"(?:i |we )?won\s+{_WHO}(?=[,;]|[.!]*$|\s+(?:{_BEHIND})\b)(?P<rest>.*)", re.IGNORECASE
)
_NAME = re.compile(rf"\S+(?:\s+(?!(?:{_BEHIND})\b)\S+){{0,2}}", re.IGNORECASE)
_UNNAMED = re.compile(r"(?:a|an|another|the|some) (?:competitor|competition)\b", re.IGNORECASE)
_NO_WINNERS = NO_NAMES | {
    *("a", "an", "the", "another", "some", "no", "nobody", "none", "nothing", "someone", "somebody"),
    *("them", "us", "it", "their", "his", "her", "our", "my", "price", "budget", "indecision", "inertia"),
}  # fmt: skip
_YESTERDAY = re.compile(r"\s+yesterday[.!]*$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class DealEnds:
    """The deal that a line ends, and what it says of that."""

    deal: Deal
    """The deal, still open."""
    said: Win | Loss
    """How it ends; what the line leaves open is asked for later."""
    closes: int = 0
    """How many follow-ups that wait are closed with it."""

    @property
    def words(self) -> str:
        """What is shown before it is saved: Deal lost Acme · Plant rollout, to Initech."""
        if isinstance(self.said, Win):
            return f"Deal won {named(self.deal)}"
        to = f", to {self.said.winner}" if self.said.winner else ""
        return f"Deal lost {named(self.deal)}{to}"

    @property
    def along(self) -> str:
        """What goes with it: Closed 2 follow-ups of it; "" for nothing."""
        return f"Closed {counted(self.closes)} of it" if self.closes else ""


def with_deals(lines: Sequence[HeardLine], ear: Ear, only_open: OnlyOpen) -> tuple[HeardLine, ...]:
    """The lines, each with the deal that it ends; a deal is ended by the first that says so."""
    heard, ended = [], set[int]()
    for line in lines:
        is_asked = line.line.endswith("?")
        ends = None if is_asked else _lost(line, ear, only_open) or _won(line, ear, only_open)
        if ends is None or ends.deal.id in ended or line.entry is None:
            heard.append(line)
            continue
        ended.add(ends.deal.id)
        entry = replace(line.entry, account=ends.deal.account, deal=ends.deal.id)
        if ends.said.day is not None and ends.said.day != entry.day:
            # It hit, or went well, on the day it ended; the hour it was told at is of another day.
            entry = replace(entry, day=ends.said.day, time=None)
        if isinstance(ends.said, Win) and PROGRESS not in entry.tags:
            entry = replace(entry, tags=(*entry.tags, PROGRESS))
        heard.append(replace(line, entry=entry, ends=ends, hint=""))
    return tuple(heard)


def with_what_stays(lines: Sequence[HeardLine], open_at: OpenAt) -> tuple[HeardLine, ...]:
    """The lines, each that only sounds like the end of a deal saying that the deal stays open."""
    ended = [line.ends.deal.account for line in lines if line.ends is not None]
    return tuple(replace(line, stays=_stays(line, ended, open_at)) for line in lines)


def _stays(line: HeardLine, ended: Collection[str | None], open_at: OpenAt) -> str:
    hit = line.entry
    if not isinstance(hit, Setback) or hit.type != "deal lost" or line.ends is not None:
        return ""
    # A deal is ended only where it is the only open one of its account: none is left.
    if hit.account is None or hit.account in ended or not (count := open_at(hit.account)):
        return ""
    return "Deal stays open" if count == 1 else "Deals stay open"


def with_closed(lines: Sequence[HeardLine], waiting: Waiting) -> tuple[HeardLine, ...]:
    """The lines, each that loses a deal saying how many follow-ups are closed with it."""
    return tuple(
        replace(one, ends=replace(one.ends, closes=waiting(one.ends.deal.id)))
        if one.ends is not None and one.ends.said.closes_waiting
        else one
        for one in lines
    )


def _lost(line: HeardLine, ear: Ear, only_open: OnlyOpen) -> DealEnds | None:
    """The deal that was lost to somebody, or by its own word: "lost the acme deal"."""
    if not isinstance(line.entry, Setback) or line.entry.account is None:
        return None
    if len(line.line) > LONGEST_READ:
        return None
    words, day = _less_yesterday(line.entry.text.strip(), line.entry.day)
    found = _LOST.fullmatch(words.rstrip(".!"))
    if found is None or not (found["winner"] or found["what"]):
        return None
    if ear.known_account(" ".join(found["who"].split())) != line.entry.account:
        return None
    loss = _loss(found["winner"], day, ear) if found["winner"] else Loss(day=day)
    deal = only_open(line.entry.account, day) if loss else None
    return DealEnds(deal, loss) if deal and loss else None


def _loss(winner: str, day: date, ear: Ear) -> Loss | None:
    """The loss to a winner; None when the words name nobody."""
    if _UNNAMED.match(winner):
        return Loss(day=day, to=LostTo.COMPETITOR)
    found = _NAME.match(re.split(r"[,;:.!?(]", winner, maxsplit=1)[0].strip())
    if found is None or found[0].split()[0].casefold() in _NO_WINNERS:
        return None
    name = " ".join(found[0].split())
    shown = ear.known_account(name) or (name[:1].upper() + name[1:] if name.islower() else name)
    return Loss(day=day, to=LostTo.COMPETITOR, winner=shown)


def _won(line: HeardLine, ear: Ear, only_open: OnlyOpen) -> DealEnds | None:
    """The deal of a known account that was won."""
    if not isinstance(line.entry, Note) or len(line.line) > LONGEST_READ:
        return None
    found = _WON.match(CLOCK_FIRST.sub("", BULLET.sub("", line.line)))
    if found is None:
        return None
    who, behind = " ".join(found["who"].split()), found["rest"]
    account = ear.known_account(who) or ear.known_account(who.rstrip(".!:"))
    # A day behind a comma is what comes next: "won acme, kickoff on fri".
    told = _day(f"{who}{behind}".rstrip(".!"), ear) if behind[:1].isspace() else None
    day = told or line.entry.day
    deal = only_open(account, day) if account else None
    return DealEnds(deal, Win(day=day)) if deal else None


def _day(words: str, ear: Ear) -> date | None:
    try:
        return ending(words, ear, bare=True).day
    except BadInput:
        return None


def _less_yesterday(words: str, day: date) -> tuple[str, date]:
    """The words without "yesterday" at their end, and the day they speak of."""
    less = _YESTERDAY.sub("", words)
    return less, day if less == words else day - timedelta(1)
