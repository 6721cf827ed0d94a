"""What a rep should know of a file besides its rows: what was left out, kept, or read in a certain way."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from enum import Enum

_MOST_NAMED = 20
_LONGEST_NAME = 60
_OWNERS_NAMED = 5
_UNRANKED = "kept, not ranked; deals in it count as open unless marked won or lost."


class Remark(Enum):
    """Something that is counted while rows are read, as one and as several."""

    DELETED = "1 row is marked as deleted: left out.", "{n:,} rows are marked as deleted: left out."
    OTHER_OWNER = "1 row has another owner: left out.", "{n:,} rows have another owner: left out."
    REPEATED = (
        "1 row repeats one that was read before it: left out.",
        "{n:,} rows repeat one that was read before them: left out.",
    )
    SAME_NAME = (
        "1 deal has the account and name of one in another of these files: remove it if it is the same.",
        "{n:,} deals have the account and name of others in these files: remove those that are the same.",
    )
    WON_WITHOUT_AMOUNT = (
        "1 won deal has no amount: it is no part of the average.",
        "{n:,} won deals have no amount: they are no part of the average.",
    )
    REVERSED = (
        "1 won deal was entered after it closed: not in the sales cycle.",
        "{n:,} won deals were entered after they closed: not in the sales cycle.",
    )
    UNNAMED_ACCOUNT = (
        "1 row names its account only by number: give the file of accounts along with it.",
        "{n:,} rows name their account only by number: give the file of accounts along with them.",
    )
    NO_ACCOUNT = "1 follow-up names no account.", "{n:,} follow-ups name no account."
    NO_DAY = "1 follow-up has no day.", "{n:,} follow-ups have no day."


class Remarks:
    """Counts and names, told as sentences in the end."""

    def __init__(self) -> None:
        """Begin with nothing to say."""
        self._counts: Counter[Remark] = Counter()
        self._said: dict[str, None] = {}
        self._unranked: dict[str, None] = {}
        self._unknown_types: dict[str, str] = {}
        self._owners: dict[str, None] = {}
        self._has_own = False
        self._saying_more = 0
        self._more_in: dict[str, None] = {}

    def count(self, remark: Remark) -> None:
        """One row more."""
        self._counts[remark] += 1

    def say(self, sentence: str) -> None:
        """A sentence to be told once."""
        self._said[sentence] = None

    def unranked(self, stage: str) -> None:
        """A stage that is not one of the rep's."""
        if len(self._unranked) <= _MOST_NAMED:
            self._unranked[stage] = None

    def unknown_type(self, said: str, kind: str) -> None:
        """A type of activity that is none of ours, and the kind that it is counted as."""
        if len(self._unknown_types) <= _MOST_NAMED:
            self._unknown_types.setdefault(said, kind)

    def owner(self, name: str, *, is_wanted: bool) -> None:
        """Whose a row is, when only the rows of one owner are wanted."""
        if is_wanted:
            self._has_own = True
            return
        self.count(Remark.OTHER_OWNER)
        if len(self._owners) < _OWNERS_NAMED:
            self._owners[name] = None

    def says_more(self, columns: Iterable[str]) -> None:
        """A row that says more in these columns than is read of them."""
        self._saying_more += 1
        for title in columns:
            if len(self._more_in) < _MOST_NAMED:
                self._more_in[title] = None

    def told(self) -> tuple[str, ...]:
        """Every remark as a sentence, each once."""
        stages = (
            f"Stage “{short(name)}” is not one of yours: {_UNRANKED}" for name in self._unranked
        )
        types = (
            f"Type “{short(name)}” is not one of yours: counted as {kind}."
            for name, kind in self._unknown_types.items()
        )
        named = (
            *_not_too_many(stages, f"More stages are not one of yours: {_UNRANKED}"),
            *_not_too_many(types, "More types are not one of yours: counted as other."),
        )
        counted = [
            remark.value[0] if n == 1 else remark.value[1].format(n=n)
            for remark in Remark
            if (n := self._counts[remark])
        ]
        owners = ", ".join(f"“{short(name)}”" for name in self._owners if name)
        nobody = (f"No row has that owner; the first owners here are {owners}.",) if owners else ()
        return (
            *self._said,
            *named,
            *counted,
            *(() if self._has_own else nobody),
            *self._told_of_more(),
        )

    def _told_of_more(self) -> Iterator[str]:
        if self._saying_more:
            rows = "1 row says" if self._saying_more == 1 else f"{self._saying_more:,} rows say"
            columns = ", ".join(f"“{short(title)}”" for title in self._more_in)
            yield f"{rows} more in {columns} than is read: journal export json keeps the words."


def _not_too_many(sentences: Iterable[str], more: str) -> Iterator[str]:
    """The first sentences, and one for all that follow."""
    for number, sentence in enumerate(sentences):
        if number == _MOST_NAMED:
            yield more
            return
        yield sentence


def short(name: str) -> str:
    """A name out of a file, as much of it as a sentence holds."""
    return name if len(name) <= _LONGEST_NAME else name[: _LONGEST_NAME - 1] + "…"
