"""What is said when nothing could be saved: why, the rep's own words again, and what to do."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from journal.errors import NotSaved, as_sentence

_TELLING = ("log", "note", "setback", "purpose", "edit", "goal", "milestone")
"""Verbs after which the rep tells something that must not have to be thought up twice."""

_GLOBAL = ("--db", "--now")
_WORDS = ("-m", "--note")


def not_saved(error: NotSaved, argv: Sequence[str]) -> str:
    """The refusal with the words that were typed, since a command line keeps none of them."""
    words = " ".join(_said(argv))
    repeated = f" Your words: {words}." if words else ""
    return f"Nothing was saved: {error.why}.{repeated} {as_sentence(error.then)}."


def _said(argv: Sequence[str]) -> Iterator[str]:
    """The words after the command, those for the program left out and longer ones in quotes."""
    rest = [word for word in _without_globals(argv) if word != "--json"]
    if not rest or rest[0] not in _TELLING:
        return
    given = iter(rest[1:] if rest[0] == "log" else rest)
    for word in given:
        if word in _WORDS:
            yield f"“{next(given, '')}”"
        else:
            yield f"“{word}”" if len(word.split()) != 1 else word


def _without_globals(argv: Sequence[str]) -> Iterator[str]:
    given = iter(argv)
    for word in given:
        if word in _GLOBAL:
            next(given, None)
        elif not word.startswith(tuple(f"{option}=" for option in _GLOBAL)):
            yield word
