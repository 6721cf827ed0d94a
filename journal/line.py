"""A typed line as an entry: which kind, how often, with whom, and what was said."""

from __future__ import annotations

from datetime import date, time

from journal.activity import OUTCOMES, Activity, kind_named
from journal.entry import LONGEST_TEXT, Entry, Note
from journal.errors import BadInput
from journal.line_words import NO_NAMES
from journal.outcome_told import outcome_told, spelled_out
from journal.quick_words import Ear as Ear
from journal.quick_words import (
    Ending,
    account_in,
    count_in,
    ending,
    first_word,
    known_inside,
    new_account_in,
)
from journal.setback import Setback
from journal.setback_type import type_told

_SPELLINGS = {
    **{"mail": "email", "mails": "email", "e-mail": "email", "e-mails": "email"},
    **{"called": "call", "emailed": "email", "met": "meeting", "mtg": "meeting"},
    **{"visited": "visit", "demoed": "demo"},
}


def check_text(text: str, longest: int) -> None:
    """Raises BadInput for a text that is too long, or that no file can keep."""
    if len(text) > longest:
        raise BadInput(
            f"That is {len(text):,} characters, a text holds {LONGEST_TEXT:,}. "
            "Shorten it or split it in two; nothing is lost."
        )
    try:
        text.encode()
    except UnicodeEncodeError:
        raise BadInput("A letter in there cannot be kept; type that word again.") from None


def entry_in(line: str, ear: Ear) -> Entry | None:
    """The entry a line tells; None while its first words are no kind. Raises BadInput."""
    word, rest = first_word(line)
    if word.casefold() == "log":
        word, rest = first_word(rest)
    folded = word.casefold()
    if folded in ("note", "notes"):
        return _note(rest, ear)
    if folded in ("setback", "setbacks"):
        return setback_told(rest, ear)
    if not folded or (folded[0] in "+-" and not rest):
        return None
    count = count_in(word) if rest else None
    if count is not None:
        word, rest = first_word(rest)
    kind = kind_spelled(word, ear)
    if kind is None:
        return None
    second, after = first_word(rest)
    if count is None and (count := count_in(second)) is not None:
        rest = after
    return activity_told(kind, 1 if count is None else count, rest, ear)


def kind_spelled(word: str, ear: Ear) -> str | None:
    """The kind a word means, "mails" and "met" too; None when it means none."""
    return kind_named(_SPELLINGS.get(word.casefold(), word), ear.kinds)


def activity_told(
    kind: str, count: int, rest: str, ear: Ear, account: str | None = None
) -> Activity:
    """An activity from the words behind its kind, which begin with its account unless one is given.

    Raises BadInput.
    """
    end = ending(rest, ear, bare=account is None)
    note = end.words.strip()
    if account is None:
        first, after = first_word(note)
        words = after if first.casefold() in ("with", "to") and after else note
        account, note = account_in(words, ear)
        if account is None:
            account, note = new_account_in(words)
    text = spelled_out(note.strip())
    outcome = outcome_told(text) or next((tag for tag in end.tags if tag in OUTCOMES), None)
    day = end.day or ear.today
    return Activity(
        day=day,
        time=_time(end, day, ear),
        account=account,
        text=text,
        tags=end.tags,
        kind=kind,
        count=count,
        outcome=outcome,
    )


def setback_told(rest: str, ear: Ear, account: str | None = None) -> Setback:
    """A setback from what happened, which may begin with its account unless one is given.

    Raises BadInput.
    """
    end = ending(rest, ear)
    words = end.words.strip()
    account, text = (account, words) if account else account_in(words, ear)
    if account is None:
        first, after = first_word(words)
        is_told_next = type_told(first_word(after)[0]) != "other"
        if is_told_next and type_told(first) == "other" and first.casefold() not in NO_NAMES:
            account, text = new_account_in(words)
        else:
            account = known_inside(words, ear)
    if not text.strip():
        raise BadInput("Say what happened, like setback acme cancelled the demo.")
    day = end.day or ear.today
    return Setback(
        day=day,
        time=_time(end, day, ear),
        account=account,
        text=text.strip(),
        tags=end.tags,
        type=type_told(words),
        sting=end.sting,
    )


def _note(rest: str, ear: Ear) -> Note:
    end = ending(rest, ear, by=("@",))
    text = end.words.strip()
    if not text:
        raise BadInput("Write the note behind it, like note Dana called back by herself.")
    # The account's name is part of what a note says, so it stays in the words.
    account, _ = account_in(text, ear)
    day = end.day or ear.today
    return Note(day=day, time=_time(end, day, ear), account=account, text=text, tags=end.tags)


def _time(end: Ending, day: date, ear: Ear) -> time | None:
    if end.time is not None or day != ear.today or not ear.is_now:
        return end.time
    return ear.now.local.time().replace(microsecond=0)
