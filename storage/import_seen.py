"""A row of a file that an earlier import brought: what it says now against what was told before."""

from __future__ import annotations

import json
from typing import Any

from journal.transfer.found import Found
from journal.transfer.silence import laid_under
from storage.provenance import as_json, told
from storage.rows import Value


class Seen:
    """A row of the file that an earlier import brought already.

    What its file is silent about is told as it was: the word of another file goes on to hold.
    """

    __slots__ = ("before", "found", "is_as_before", "source", "told", "unknown")

    def __init__(self, found: Found, source: dict[str, Any]) -> None:
        """Take the row, and its provenance."""
        self.found = found
        self.source = source
        self.told: dict[str, Value] = told(found.value)
        self.before: dict[str, Value] = self.told
        """What was told of it before."""
        self.unknown = found.unknown
        """What is kept beside it."""
        self.is_as_before = (
            as_json(self.told) == source["seen"] and as_json(self.unknown) == source["unknown"]
        )
        """Whether the file says what was said before."""
        if not self.is_as_before:
            self._lay()

    def _lay(self) -> None:
        self.before = json.loads(str(self.source["seen"]))
        self.told = laid_under(self.before, self.told, self.found.silent)
        beside = json.loads(str(self.source["unknown"]))
        if (titles := self.found.titles) is not None:
            stay = {
                title: said
                for title, said in beside.items()
                if title in self.unknown or title not in titles
            }
            self.unknown = stay | dict(self.unknown)
        self.is_as_before = self.told == self.before and self.unknown == beside


def words_of(source: dict[str, Any]) -> tuple[str, str]:
    """What was told of a row before, and what was kept beside it, as it is kept."""
    return source["seen"], source["unknown"]
