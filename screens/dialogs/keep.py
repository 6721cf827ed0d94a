"""Asking until it is saved: what was typed comes back with the reason when it could not be."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import TypeVar

from textual.app import App

from journal.entry import Entry
from journal.errors import ChangedElsewhere, JournalError
from journal.goal import Goal
from screens.dialogs.changed import ChangedDialog, Keep
from screens.dialogs.form import Form

Typed = TypeVar("Typed")
Kept = TypeVar("Kept")
Versioned = TypeVar("Versioned", Entry, Goal)


async def ask_until_saved(
    app: App[object],
    ask: Callable[[Typed | None, str], Form[Typed]],
    save: Callable[[Typed], Kept],
) -> Kept | None:
    """What was saved, or None when the rep left. To be awaited in a worker.

    ``ask`` makes the dialog from what was typed in an earlier try and the reason it was not saved.
    """
    typed: Typed | None = None
    said = ""
    while (typed := await app.push_screen_wait(ask(typed, said))) is not None:
        try:
            return save(typed)
        except JournalError as problem:
            said = str(problem)
    return None


async def change_until_saved(
    app: App[object],
    first: Versioned,
    ask: Callable[[Versioned, str], Form[Versioned]],
    save: Callable[[Versioned], Versioned],
    newest: Callable[[int], Versioned],
) -> Versioned | None:
    """The same for what was read before; what another window saved meanwhile is shown beside it."""
    value, said = first, ""
    while (typed := await app.push_screen_wait(ask(value, said))) is not None:
        value = typed
        try:
            try:
                return save(typed)
            except ChangedElsewhere as problem:
                theirs = newest(typed.id)
                kept = await app.push_screen_wait(ChangedDialog(typed, theirs))
                if kept is Keep.THEIRS:
                    return None
                value, said = replace(typed, rev=theirs.rev), str(problem)
                if kept is Keep.MINE:
                    return save(value)
        except JournalError as problem:
            said = str(problem)
    return None
