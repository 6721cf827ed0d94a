"""A burst: keys so close together that they may be the start of a word, though each of them acts alone."""

from __future__ import annotations

from collections.abc import Iterable

from journal.activity import KINDS, plural

TYPED_ON = 0.4
"""Seconds between two keys of one word; later, each key was meant for itself [default]."""

_FIRST_WORDS = (*KINDS, "setback", "note", "log", "mail", "e-mail", "met", "mtg")


def first_words(more_kinds: Iterable[str] = ()) -> tuple[str, ...]:
    """What a line of the rep's may begin with, each once alone and once as several."""
    return tuple(form for word in (*_FIRST_WORDS, *more_kinds) for form in (word, plural(word)))


class Burst:
    """The keys pressed one right after the other, and which of them counted."""

    def __init__(self, counting: str) -> None:
        """Take the keys that count: a run of these alone is counting, whatever word it may spell."""
        self._counting = counting
        self._keys: list[str] = []
        self._kinds: list[str | None] = []
        self._last = float("-inf")

    def press(self, character: str, at: float) -> None:
        """Take a key at a moment in seconds; after a pause a new burst begins."""
        if not self.goes_on(at):
            self.end()
        self._last = at
        self._keys.append(character)
        self._kinds.append(None)

    def goes_on(self, at: float) -> bool:
        """Whether a key at a moment in seconds would belong to this burst."""
        return at - self._last <= TYPED_ON

    def counted(self, kind: str) -> None:
        """The newest key has counted one of a kind."""
        if self._kinds:
            self._kinds[-1] = kind

    def word(self, words: Iterable[str]) -> tuple[str, tuple[str, ...]]:
        """The letters at the end that begin one of ``words``, and the kinds they counted; else ""."""
        typed = "".join(self._keys)
        whole = tuple(f"{word.casefold()} " for word in words)
        for start in range(len(typed) - 1):
            letters = typed[start:]
            begins = any(word.startswith(letters.casefold()) for word in whole)
            if begins and letters.strip(self._counting):
                return letters, tuple(kind for kind in self._kinds[start:] if kind)
        return "", ()

    def end(self) -> None:
        """Whatever comes next has nothing to do with these keys."""
        self._keys, self._kinds = [], []
        self._last = float("-inf")
