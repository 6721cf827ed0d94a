"""A file that cannot be read just now: said once, in calm, and read again as soon as it can be."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING
from weakref import WeakKeyDictionary, WeakSet

from textual.app import App

from journal.errors import CannotSave, NotSaved, as_sentence
from screens.messages import JournalChanged

if TYPE_CHECKING:
    from screens.page import Page

LOOKS = 2
"""Looks in a row that find the file held before it is said: who saves one thing is done by then."""

FREE = "The file can be read again, and was"

_HELD: WeakKeyDictionary[App[object], int] = WeakKeyDictionary()
"""How many looks in a row found it held."""

_UNREAD: WeakSet[Page] = WeakSet()
"""The pages that show something older than the file."""


def look_around(page: Page) -> bool:
    """Whether another window or program saved something since it was last asked."""
    try:
        has_changed = page.journal.has_changed()
    except CannotSave as trouble:
        _HELD[page.app] = looks = _HELD.get(page.app, 0) + 1
        if looks == LOOKS:
            page.say(_why(trouble), is_trouble=True)
        return False
    if _HELD.pop(page.app, 0) >= LOOKS:
        page.say(FREE)
    if has_changed or page in _UNREAD:
        page.journal.forget_what_was_read()
        page.post_message(JournalChanged())
        return True
    return False


def was_held(page: Page) -> bool:
    """Whether the last look found the file held."""
    return page.app in _HELD


def read_when_free(page: Page, read: Callable[[], None]) -> None:
    """Read for a page; where the file is held the page stays, says so, and is read again once it is free."""
    if page in _UNREAD and was_held(page):
        # The next look tells whether it is free by then: no key waits for it twice.
        return
    try:
        read()
    except NotSaved as trouble:
        _UNREAD.add(page)
        if _HELD.get(page.app, 0) < LOOKS:
            _HELD[page.app] = LOOKS
            page.say(_why(trouble), is_trouble=True)
    else:
        _UNREAD.discard(page)


def is_held(page: Page) -> bool:
    """Whether another page cannot be read now, which is then said."""
    try:
        has_changed = page.journal.has_changed()
    except NotSaved as trouble:
        page.say(_why(trouble), is_trouble=True)
        return True
    except CannotSave:
        # What was opened can still be read where its name is gone.
        return False
    if has_changed:
        page.journal.forget_what_was_read()
        page.post_message(JournalChanged())
    return False


def _why(trouble: CannotSave) -> str:
    if isinstance(trouble, NotSaved):
        return f"{as_sentence(trouble.why)}; this is read again as soon as that is done."
    return str(trouble)
