"""Asking until it is saved: what was typed comes back with the reason when it could not be."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import AbstractContextManager, nullcontext
from dataclasses import replace
from typing import TypeVar

from textual.app import App

from journal.deal import Deal
from journal.deal_story import Contact
from journal.entry import Entry
from journal.errors import ChangedElsewhere, JournalError, NotFound, Replaced
from journal.goal import Goal
from screens import draft_words
from screens.dialogs.changed import ChangedDialog, GoneDialog, Keep
from screens.dialogs.form import Form
from screens.page import Page

Typed = TypeVar("Typed")
Kept = TypeVar("Kept")
Versioned = TypeVar("Versioned", Entry, Goal, Deal, Contact)


async def ask_until_saved(
    app: App[object],
    ask: Callable[[Typed | None, str], Form[Typed]],
    save: Callable[[Typed], Kept],
) -> Kept | None:
    """What was saved, or None when the rep left. To be awaited in a worker.

    ``ask`` makes the dialog from what was typed in an earlier try and the reason it was not saved.
    """
    form = ask(None, "")
    while (typed := await app.push_screen_wait(form)) is not None:
        try:
            with _settling(form):
                return save(typed)
        except JournalError as problem:
            form = _once_more(form, ask(typed, str(problem)))
    say_left(app, form)
    return None


async def change_until_saved(
    app: App[object],
    first: Versioned,
    ask: Callable[[Versioned, str], Form[Versioned]],
    save: Callable[[Versioned], Versioned],
    newest: Callable[[int], Versioned],
    anew: Callable[[Versioned], Versioned],
) -> Versioned | None:
    """The same for what was read before; what another window saved meanwhile is shown beside it.

    What another window deleted can be saved ``anew``.
    """
    form = ask(first, "")
    while (typed := await app.push_screen_wait(form)) is not None:
        value = typed
        try:
            try:
                with _settling(form):
                    return save(typed)
            except (ChangedElsewhere, NotFound) as problem:
                theirs, kept = await _which(app, typed, newest, problem)
                if kept is Keep.THEIRS:
                    with _settling(form):
                        return None
                value, said = replace(typed, rev=theirs.rev if theirs else typed.rev), str(problem)
                if kept is Keep.MINE:
                    with _settling(form):
                        return save(value) if theirs else anew(value)
        except JournalError as problem:
            said = str(problem)
        form = _once_more(form, ask(value, said))
    say_left(app, form)
    return None


async def _which(
    app: App[object], mine: Versioned, newest: Callable[[int], Versioned], problem: JournalError
) -> tuple[Versioned | None, Keep | None]:
    """What another window saved, None when it deleted it; and which stays, None for none yet.

    Raises the problem when it lies elsewhere: the row stands as it was read.
    """
    try:
        theirs = None if isinstance(problem, Replaced) else newest(mine.id)
    except NotFound:
        theirs = None
    if theirs is None:
        return None, await app.push_screen_wait(GoneDialog())
    if theirs.rev == mine.rev:
        raise problem
    return theirs, await app.push_screen_wait(ChangedDialog(mine, theirs))


def _settling(form: Form[Typed]) -> AbstractContextManager[None]:
    """What is saved inside lets go of what was typed in the form."""
    return form.draft.settled() if form.draft else nullcontext()


def _once_more(before: Form[Typed], form: Form[Typed]) -> Form[Typed]:
    """The form for another try, with what was typed in the one before."""
    form.draft = before.draft
    return form


def say_left(app: App[object], form: Form[Typed]) -> None:
    """Say that what was typed and not saved is offered again."""
    page = app.screen
    if form.draft is not None and form.draft.waits and isinstance(page, Page):
        page.say(draft_words.LEFT)
