"""What speaks for a row being one that is known: a doubled row is seen, an overwritten one is lost."""

from __future__ import annotations

from collections.abc import Hashable, Mapping
from datetime import date
from typing import NamedTuple

from journal.transfer.found import Found
from journal.transfer.repeats import HALF_A_YEAR, ONE_DAY, days_apart
from journal.transfer.silence import laid_under
from storage.provenance import Fields
from storage.rows import folded

Beside = Mapping[str, str]
"""What is kept beside a row."""

A_FORTNIGHT = 14
"""Two wins of the same worth more days apart are two: it is bought each month."""

_UNTOLD = (None, "", 0, "open", "due", "other")
"""What nobody misses once another word stands there."""

_WRITTEN_ON = ("text", "reason")
"""What may be written on, with all that was said before still in it."""


class Held(NamedTuple):
    """A row of a file, held against a known one."""

    found: Found
    """The row."""
    said: Fields
    """What is told of it."""
    seen: Fields
    """What was told of the known one."""
    beside: Beside
    """What is kept beside the known one."""
    laid: Fields
    """What would be told of the known one."""

    @property
    def unlikeness(self) -> tuple[bool, bool, int, int, int]:
        """How little the one is like the other; the rep's eye would go by the text before all."""
        laid, seen, now, titles = self.laid, self.seen, self.found.unknown, self.found.titles
        same = [name for name, word in laid.items() if seen.get(name) == word]
        kept = sum(self.beside.get(title) == word for title, word in now.items())
        differs = laid != seen or kept < len(now)
        gone = (titles is None or title in titles for title in self.beside.keys() - now)
        words = -len(same) - 2 * ("text" in same)
        if not is_deal(self.said):
            return differs or any(gone), False, 0, words, -kept
        ended_else = self._was_ended and end_of(self.said) != end_of(seen)
        return differs or any(gone), ended_else, -len(self._in_common), words, -kept

    @property
    def is_likely(self) -> bool:
        """Whether it is that one, though others may be as well."""
        if self._loses_nothing:
            return True
        if not is_deal(self.said):
            return self._says_the_same
        common = self._in_common
        if self.is_parted:
            return False
        if self._was_ended:
            return bool(common - {"amount"} if self.laid["outcome"] == "open" else common)
        return bool(common) or self._has_its_next_step

    @property
    def is_the_last(self) -> bool:
        """Whether it is that one where no other is left on either side."""
        if not is_deal(self.said) or self._loses_nothing:
            return True
        if not self._was_ended:
            return not self.is_parted or bool(self._in_common)
        ends = end_of(self.said) and end_of(self.seen)
        is_told_apart = bool(ends) or self.laid["outcome"] == "open"
        return not self.is_parted and (bool(self._in_common) or not is_told_apart)

    @property
    def is_parted(self) -> bool:
        """Whether both deals tell the day they were opened, and not the same."""
        days = self.said["opened"], self.seen.get("opened")
        return all(days) and not _is_near(*days)

    @property
    def _was_ended(self) -> bool:
        return self.seen.get("outcome") != "open"

    @property
    def _loses_nothing(self) -> bool:
        """Whether every word that was told stands there still."""
        laid, titles = self.laid, self.found.titles
        return all(
            word in _UNTOLD
            or laid.get(name) == word
            or (name in _WRITTEN_ON and _goes_on(str(laid.get(name) or ""), str(word)))
            for name, word in self.seen.items()
        ) and all(
            self.found.unknown.get(title) == word
            for title, word in self.beside.items()
            if titles is None or title in titles
        )

    @property
    def _says_the_same(self) -> bool:
        base = self.found.alike or ""
        now, before = notes_of(self.said, base), notes_of(self.seen, base)
        return bool(now and before) and (_goes_on(now, before) or _goes_on(before, now))

    @property
    def _has_its_next_step(self) -> bool:
        step = self.said["next_step"]
        return bool(step) and step == self.seen.get("next_step")

    @property
    def _in_common(self) -> set[str]:
        """What a file tells of a deal, and was told of it before."""
        said, seen, laid = self.said, self.seen, self.laid
        common: set[str] = set()
        if said["amount"] is not None and laid["amount"] == seen.get("amount"):
            common |= {"amount"} if laid["currency"] == seen.get("currency") else set()
        if (end := end_of(said)) and (before := end_of(seen)):
            common |= {"end"} if end == before else set()
            are_won = seen.get("outcome") == said["outcome"] == "won"
            far = A_FORTNIGHT if are_won else HALF_A_YEAR
            if self._was_ended and not _is_near(end, before, far):
                common.clear()
        if _is_near(said["opened"], seen.get("opened")):
            common.add("opened")
        return common


def held(found: Found, said: Fields, seen: Fields, beside: Beside) -> Held:
    """A row of a file, held against a known one."""
    return Held(found, said, seen, beside, laid_under(seen, said, found.silent))


def is_deal(said: Fields) -> bool:
    """Whether this is told of a deal."""
    return "stage" in said


def notes_of(said: Fields, base: str) -> str:
    """What is told of an activity or a task beyond what all that are alike with it have in common."""
    text = said["text"] if "text" in said else f"{said['what']}\n{said['reason'] or ''}"
    first, _, rest = str(text or "").partition("\n")
    return rest if f" | {folded(first)} | " in base else str(text or "").strip()


def clues_of(said: Fields, base: str) -> tuple[Hashable | None, ...]:
    """What speaks for one of many, the surest first; None for what is not told."""
    if not is_deal(said):
        return (notes_of(said, base) or None,)
    opened, end, is_open = said["opened"], end_of(said), said["outcome"] == "open"
    amount = None if said["amount"] is None else (said["amount"], said["currency"])
    return (
        (opened, amount, end) if opened and amount and end else None,
        (opened, amount) if opened and amount else None,
        (opened, end) if opened and end else None,
        opened or None,
        (amount, end) if amount and end and not opened else None,
        (end, is_open) if end and not opened else None,
        (amount, is_open) if amount and not opened else None,
    )


def end_of(said: Fields) -> str:
    """The day a deal closed, or is to close; "" when none is told."""
    return str(said.get("closed") or said.get("expected_close") or "")


def _is_near(one: object, other: object, days: int = ONE_DAY) -> bool:
    if not (one and other):
        return False
    return days_apart(date.fromisoformat(str(one)), date.fromisoformat(str(other))) <= days


def _goes_on(now: str, before: str) -> bool:
    """Whether what is said now begins with what was said before, and goes on after its last word."""
    return now.startswith(before) and not now[len(before) :][:1].isalnum()
