"""Asking of what was read a moment ago: what another window saved meanwhile is shown beside it."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass
from typing import Generic, TypeVar

from textual.app import App

from journal.errors import ChangedElsewhere, JournalError
from screens.dialogs.changed import ChangedDialog, Keep, Version
from screens.dialogs.form import Form
from screens.dialogs.keep import say_left

Typed = TypeVar("Typed")
Kept = TypeVar("Kept")
Read = TypeVar("Read")


@dataclass(frozen=True, slots=True)
class Asked(Generic[Typed, Kept, Read]):
    """What is asked, of what, and how it is saved."""

    ask: Callable[[Typed | None, str], Form[Typed]]
    """The dialog, from what was typed in an earlier try and why that was not saved."""
    save: Callable[[Typed, Read], Kept]
    """Saves what was typed over what was read. Raises ChangedElsewhere when that is another by now."""
    newest: Callable[[], Read]
    """What stands there now."""
    mine: Callable[[Typed, Read], Version]
    """What would stand there with what was typed, to be seen beside the other."""
    theirs: Callable[[Read], Version]
    """What stands there, to be seen."""
    if_theirs: Kept | None = None
    """What is handed back where the rep keeps the other."""


async def ask_beside(app: App[object], first: Read, asked: Asked[Typed, Kept, Read]) -> Kept | None:
    """What was saved, or None when the rep left; ``if_theirs`` when they kept the other.

    To be awaited in a worker.
    """
    form, read = asked.ask(None, ""), first
    while (typed := await app.push_screen_wait(form)) is not None:
        try:
            try:
                with _settling(form):
                    return asked.save(typed, read)
            except ChangedElsewhere as problem:
                said, before, read = str(problem), read, asked.newest()
                shown = ChangedDialog(asked.mine(typed, before), asked.theirs(read))
                kept = await app.push_screen_wait(shown)
                if kept is not None:
                    with _settling(form):
                        return asked.if_theirs if kept is Keep.THEIRS else asked.save(typed, read)
        except JournalError as problem:
            said = str(problem)
        draft, form = form.draft, asked.ask(typed, said)
        form.draft = draft
    say_left(app, form)
    return None


def _settling(form: Form[Typed]) -> AbstractContextManager[None]:
    """What is saved inside lets go of what was typed in the form."""
    return form.draft.settled() if form.draft else nullcontext()
