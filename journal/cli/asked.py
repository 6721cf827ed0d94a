"""The global options as they were given: which journal, and which moment to be at."""

from __future__ import annotations

from collections.abc import Sequence
from contextvars import ContextVar
from dataclasses import dataclass


@dataclass(slots=True)
class Asked:
    """What one command was asked with."""

    db: str | None = None
    """The path after --db; None when it was not said."""
    now: str | None = None
    """The moment after --now; None when it was not said."""
    by_process: bool = False
    """Whether this is a process of its own, as a rep starts it."""
    is_heard: bool = True
    """Whether there is a standard output: some who start programs close it."""
    has_saved: bool = False
    """Whether something was saved."""


_ASKED: ContextVar[Asked] = ContextVar("asked")


def begin(*, by_process: bool) -> Asked:
    """Begin a command of which nothing else is known yet."""
    asked = Asked(by_process=by_process)
    _ASKED.set(asked)
    return asked


def asked() -> Asked:
    """What the command under way was asked with."""
    return _ASKED.get()


def opens_app(words: Sequence[str]) -> bool:
    """Whether the words ask for nothing but the app, and if so keep the options they name.

    Seen here, before any library for verbs is loaded, since the app is opened every morning.
    """
    named = Asked(by_process=asked().by_process)
    rest = iter(words)
    for word in rest:
        option, has_value, value = word.partition("=")
        if option not in ("--db", "--now"):
            return False
        given = value if has_value else next(rest, None)
        if given is None:
            return False
        setattr(named, option.removeprefix("--"), given)
    _ASKED.set(named)
    return True
