"""The evening's box: one event a line in the rep's own words, each heard as an entry and what comes next."""

from __future__ import annotations

import re
from dataclasses import dataclass, replace
from datetime import time
from typing import TYPE_CHECKING

from journal.activity import Activity, check_count
from journal.agreed_next import Agreed, agreed_next
from journal.dates import read_time
from journal.entry import LONGEST_TEXT, Entry, Note, is_ahead
from journal.errors import BadInput
from journal.evening_words import (
    BULLET,
    CLOCK_FIRST,
    FILLERS,
    HIT,
    LOST_TO,
    MANNERS,
    MOVED,
    NOT_BY_ME,
    NOT_MOVED,
    NUMBERS,
    PROGRESS,
    SPOKE,
    WINNER,
)
from journal.follow_up import FollowUp
from journal.line import activity_told, check_text, entry_in, kind_spelled, setback_told
from journal.line_words import NO_NAMES
from journal.logbook import check
from journal.quick_words import (
    Ear,
    account_in,
    count_in,
    first_word,
    known_inside,
    new_account_in,
)
from journal.setback import Setback
from journal.setback_type import type_told

if TYPE_CHECKING:
    from journal.evening_deals import DealEnds

MOST_LINES = 200
"""The most lines that are taken at once; an evening has a dozen."""

LONGEST_READ = 1_000
"""Longer lines than this are kept as they are, unless they begin with a kind."""

AS_A_NOTE = "not understood, kept as is"
"""What is said of a line that tells no kind of event."""

TOO_MANY = f"The box takes {MOST_LINES} lines at once: save some of them first."
"""What is said of the lines beyond."""

_KIND_WITHIN = 6
"""A kind is looked for among so many first words."""


@dataclass(frozen=True, slots=True)
class HeardLine:
    """One line of the box, as it was understood."""

    line: str
    """What was typed."""
    entry: Entry | None = None
    """What it becomes; None when it only says what comes next, or cannot be kept."""
    follow_up: FollowUp | None = None
    """What was agreed for a later day."""
    hint: str = ""
    """Why it is kept as a note or cannot be kept, in a few words; empty when it was understood."""
    ends: DealEnds | None = None
    """The deal it ends, beside the entry."""
    stays: str = ""
    """That what sounds like a lost deal ends none, where one is open; empty elsewhere."""

    @property
    def can_be_kept(self) -> bool:
        """Whether it becomes anything."""
        return self.entry is not None or self.follow_up is not None


def heard_lines(text: str, ear: Ear) -> tuple[HeardLine, ...]:
    """What the lines of the box mean, empty ones left out; never raises for the words in them.

    ``ear.today`` is the day of the page: the day of every line that names none.
    """
    lines = [stripped for line in text.splitlines() if (stripped := line.strip())]
    heard = [heard_line(line, ear) for line in lines[:MOST_LINES]]
    return (*heard, *(HeardLine(line, hint=TOO_MANY) for line in lines[MOST_LINES:]))


def heard_line(line: str, ear: Ear) -> HeardLine:
    """What one line means."""
    try:
        check_text(line, LONGEST_TEXT)
    except BadInput as refused:
        return HeardLine(line, hint=str(refused))
    words, clock = _without_clock(BULLET.sub("", line))
    agreed = agreed_next(words, ear) if len(line) <= LONGEST_READ else None
    if agreed is not None and not agreed.before:
        return HeardLine(line, follow_up=_follow_up(agreed, None, ear))
    entry, hint = _entry(agreed.before if agreed else words, ear)
    if hint:
        # Words that tell no event by themselves are kept whole, with the day they speak of.
        entry = replace(entry, text=line)
    elif clock is not None and entry.time is None:
        is_to_come = is_ahead(clock, entry.day, ear.today, ear.now)
        entry = replace(entry, time=None if is_to_come else clock)
    entry = _with_progress(entry)
    return HeardLine(line, entry, _follow_up(agreed, entry, ear) if agreed else None, hint)


def _without_clock(line: str) -> tuple[str, time | None]:
    """The line without a time in front of it, and the time."""
    found = CLOCK_FIRST.match(line)
    if found is None:
        return line, None
    try:
        return line[found.end() :], read_time(found[1])
    except BadInput:
        return line, None


def _entry(line: str, ear: Ear) -> tuple[Entry, str]:
    """The entry a line tells, and why it is only a note."""
    try:
        entry = entry_in(line, ear)
        if entry is None and len(line) <= LONGEST_READ:
            entry = _hit(line, ear) or _told_within(line, ear)
        if entry is not None:
            check_text(entry.text, LONGEST_TEXT)
            check(entry, ear.today)
            return entry, ""
    except BadInput as refused:
        return _note(line, ear), f"{AS_A_NOTE}: {refused}"
    return _note(line, ear), AS_A_NOTE


def _note(line: str, ear: Ear) -> Note:
    """The whole line, with the account it begins with."""
    try:
        account, _ = account_in(line, ear)
    except BadInput:
        account = None
    known = account if account and ear.known_account(account) else None
    return Note(day=ear.today, text=line, account=known)


def _hit(line: str, ear: Ear) -> Setback | None:
    """The setback a line tells by its words, with all of them kept."""
    if not HIT.search(line) or MOVED.search(line):
        return None
    if lost := LOST_TO.match(line):
        name = lost["who"].rstrip(",:;.")
        account = ear.known_account(" ".join(name.split()))
        if account is None and name.casefold() not in NO_NAMES:
            account, _ = new_account_in(name)
        return replace(setback_told(line, ear, account or "–"), account=account)
    if named := _named_first(line, ear):
        account, rest = named
        return replace(setback_told(rest, ear, account), type=type_told(line))
    told = setback_told(line, ear)
    winner = WINNER.format(name=re.escape(told.account or "–"))
    return replace(told, account=None) if re.search(winner, line, re.IGNORECASE) else told


def _named_first(line: str, ear: Ear) -> tuple[str, str] | None:
    """The account that stands in front of a kind, and the rest: "hooli meeting cancelled"."""
    words = line.split(None, 2)
    if len(words) < 2 or kind_spelled(words[1].strip(",.;:"), ear) is None:
        return None
    account, rest = new_account_in(line)
    if account is None or ear.known_account(account) is not None:
        return None
    return account, rest


def _told_within(line: str, ear: Ear) -> Activity | None:
    """The activity whose kind does not stand first: "globex meeting went well", "did 4 calls"."""
    if spoke := SPOKE.match(line):
        rest = line[spoke.end() :]
        return activity_told("call", 1, rest, ear, known_inside(rest, ear))
    for found in list(re.finditer(r"\S+", line))[:_KIND_WITHIN]:
        word = found[0].strip(",.;:!")
        kind = kind_spelled(word, ear)
        if kind is None:
            continue
        before = line[: found.start()].split()
        if word.casefold() in NOT_BY_ME and set(map(str.casefold, before)) - FILLERS:
            return None
        return _counted(kind, before, line[found.end() :].lstrip(" ,:;"), ear)
    return None


def _counted(kind: str, before: list[str], rest: str, ear: Ear) -> Activity | None:
    """An activity from the words around its kind; None when those before it tell something else."""
    count, names, manners = 1, [], []
    for word in before:
        folded = word.casefold()
        if (number := NUMBERS.get(folded) or count_in(word)) is not None:
            count = check_count(number)
        elif folded in MANNERS:
            manners.append(word)
        elif folded not in FILLERS:
            names.append(word)
    first, after = first_word(rest)
    if count == 1 and (number := count_in(first)) is not None:
        count, rest = check_count(number), after
    name = " ".join(names).rstrip(",:;")
    account = ear.known_account(name) if name else None
    if name and account is None:
        if len(names) > 1 or name.casefold() in NO_NAMES or not name[:1].isalpha():
            return None
        account, _ = new_account_in(name)
    told = activity_told(kind, count, rest, ear, account)
    return replace(told, text=" ".join((*manners, told.text)).strip())


def _with_progress(entry: Entry) -> Entry:
    """Tagged when its words say that something moved."""
    if isinstance(entry, Setback) or PROGRESS in entry.tags:
        return entry
    moved = entry.text[:LONGEST_READ]
    is_booked = isinstance(entry, Activity) and entry.outcome in ("booked", "qualified")
    if is_booked or (MOVED.search(moved) and not NOT_MOVED.search(moved)):
        return replace(entry, tags=(*entry.tags, PROGRESS))
    return entry


def _follow_up(agreed: Agreed, entry: Entry | None, ear: Ear) -> FollowUp:
    account = entry.account if entry is not None else known_inside(agreed.what, ear)
    return FollowUp(due=agreed.due, what=agreed.what, account=account)
