"""Lines typed before: what was saved comes back with the up key, what was put aside also over a restart."""

from __future__ import annotations

from collections.abc import Mapping

LINE = "line"
"""The name under which it is kept what stands in the line."""

ASIDE = tuple(f"aside-{number}" for number in range(1, 21))
"""The names for what was put aside; so many of the newest are kept over a restart [default]."""


class LinesBefore:
    """The lines behind the up key, oldest first, and which of them were never saved."""

    def __init__(self) -> None:
        """None yet."""
        self._past: list[str] = []
        self._unsaved: list[str] = []
        self._back = 0
        self._brought_back = ""

    def saved(self, line: str) -> None:
        """A line was saved; so it is no draft any more, nor is the one it was made of."""
        self._unsaved = [one for one in self._unsaved if one not in (line, self._brought_back)]
        self._remember(line)

    def put_aside(self, line: str) -> None:
        """Words that are not saved make room for others."""
        if line not in self._past or line in self._unsaved:
            self._unsaved = [*[one for one in self._unsaved if one != line], line]
        self._remember(line)

    def emptied(self) -> None:
        """The line was emptied by hand: the rep does not want what was brought back to it."""
        self._unsaved = [one for one in self._unsaved if one != self._brought_back]
        self._brought_back = ""

    def step(self, by: int, line: str) -> str | None:
        """The line so many steps on from the one shown, "" past the newest; None when there is none.

        ``line`` holds words of the rep's that make room for it, or "".
        """
        if line and line not in self._past:
            self.put_aside(line)
            self._back = -1
        if not self._past:
            return None
        self._back = max(-len(self._past), min(0, self._back + by))
        shown = self._past[self._back] if self._back else ""
        self._brought_back = shown if shown in self._unsaved else ""
        return shown

    def typed(self, line: str) -> dict[str, str]:
        """What is not saved yet, by name; ``line`` holds words of the rep's that stand there, or ""."""
        own = "" if line in self._past and line not in self._unsaved else line
        there = (own, self._brought_back)
        aside = [one for one in self._unsaved if one not in there][-len(ASIDE) :]
        return {LINE: own, **dict.fromkeys(ASIDE, ""), **dict(zip(ASIDE, aside, strict=False))}

    def fill(self, left: Mapping[str, str], *, is_taken: bool) -> str:
        """Put back what was not saved; returns what is to stand in the line, "" where it is taken."""
        line = left.get(LINE, "")
        self._unsaved = [text for name in ASIDE if (text := left.get(name, ""))]
        if is_taken and line:
            self._unsaved.append(line)
        self._past = [*self._unsaved, *self._past]
        return "" if is_taken else line

    def _remember(self, line: str) -> None:
        self._past = [*[past for past in self._past if past != line], line]
        self._back = 0
        self._brought_back = ""
