"""Fields that keep what is typed in them on each pause, and offer it again as it was left."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from datetime import timedelta
from typing import TYPE_CHECKING, Protocol, runtime_checkable
from weakref import WeakSet

from textual.timer import Timer
from textual.widget import Widget
from textual.widgets import Input

from journal.errors import JournalError
from journal.shown import shown, shown_lines

if TYPE_CHECKING:
    from journal.journal import Journal

PAUSE = 0.4
"""Seconds after the last key until what is typed is kept [default]."""

AGAIN = 2.0
"""Seconds until what could not be kept is tried again."""

_EMPTIED = "emptied"
"""The name under which it is kept which fields were emptied."""

_OVER = "typed-over"
"""The name under which it is kept what the fields held that were typed over."""


class Draft:
    """What was typed into one form, and differs from what the form opened with."""

    def __init__(
        self, journal: Journal, form: str, row: int = 0, *, may_change: bool = False
    ) -> None:
        """Take who keeps it, what the form is called (one word), the id it changes, 0 for a new one
        and for what has no id, and whether its fields open with what others may change meanwhile.
        """
        self._journal = journal
        self._form = self._name = form
        self._row = row
        self._may_change = may_change
        self._typed: dict[str, str] = {}
        self._stored: dict[str, str] = {}
        self._is_kept = True
        self.opened_with: dict[str, str] | None = None
        """What the fields held before anything was typed; None until they are there."""
        self.ago: timedelta | None = None
        """How long ago it was left, when something was found at the opening."""

    @property
    def waits(self) -> bool:
        """Whether the file holds something of it."""
        return bool(self._stored)

    def left(self) -> dict[str, str]:
        """The fields to fill as they were left, "" for one that was emptied; empty when nothing waits."""
        if self.opened_with is None and not self._typed:
            self._find()
        typed = {n: text for n, text in self._typed.items() if n not in (_EMPTIED, _OVER)}
        return {**typed, **dict.fromkeys(self._typed.get(_EMPTIED, "").split(), "")}

    def overtaken(self) -> dict[str, str]:
        """What is saved by now in fields that were left, where it is another than was typed over."""
        if _OVER not in self._typed or self.opened_with is None:
            return {}
        from screens.saved_since import overtaken

        return overtaken(self._typed[_OVER], self.left(), self.opened_with)

    def keep(self, fields: Mapping[str, str]) -> JournalError | None:
        """Keep what differs from the opening. Returns why it cannot be kept now; None when it is."""
        typed = self._differing(fields)
        if typed == self._typed and self._is_kept:
            return None
        self._typed, self._is_kept = typed, False
        drafts, row = self._journal.drafts, self._row
        try:
            with drafts.in_haste():
                self._leave_what_others_keep()
                drafts.keep(self._name, {**dict.fromkeys(self._stored, ""), **typed}, row)
                # Kept by now, and no other window's words, even where it cannot be read again.
                self._stored = typed
                self._stored = drafts.of(self._name, row)
        except JournalError as problem:
            return problem
        self._is_kept = True
        return None

    @contextmanager
    def settled(self) -> Iterator[None]:
        """What is saved inside lets go of the draft with it. Raises what the saving raises."""
        if self._stored:
            with self._journal.drafts.settled(self._name, self._row):
                yield
        else:
            yield
        self._typed, self._stored, self._is_kept = {}, {}, True

    def _find(self) -> None:
        """Look for what was left in this form, the newest first."""
        drafts = self._journal.drafts
        for waiting in drafts.waiting():
            if waiting.row == self._row and waiting.name == self._form:
                self._name, self.ago = waiting.form, waiting.ago
                self._stored = drafts.of(self._name, self._row)
                self._typed = dict(self._stored)
                return

    def _differing(self, fields: Mapping[str, str]) -> dict[str, str]:
        before = self.opened_with or {}
        changed = {name: text for name, text in fields.items() if text != before.get(name, "")}
        # A field that is not there now, as in a row yet to come, keeps what it had.
        unseen = {name: text for name, text in self.left().items() if name not in fields}
        changed = {**unseen, **changed}
        over = self._typed_over(changed, before) if changed and self._may_change else ""
        if emptied := [name for name, text in changed.items() if not text]:
            changed[_EMPTIED] = " ".join(emptied)
        changed[_OVER] = over
        return {name: text for name, text in changed.items() if text}

    def _typed_over(self, changed: Mapping[str, str], before: Mapping[str, str]) -> str:
        from screens.saved_since import typed_over

        return typed_over(changed, before, self._typed.get(_OVER, ""))

    def _leave_what_others_keep(self) -> None:
        """Where another window keeps words of its own by now, keep these under the next free name."""
        drafts, number = self._journal.drafts, 1
        while (there := drafts.of(self._name, self._row)) and there != self._stored:
            number += 1
            self._name, self._stored = f"{self._form} {number}", {}


class Drafted(Widget):
    """The second base of a screen whose fields are kept. It sets ``draft``, calls ``offer_again`` once its
    fields hold what they open with, and saves inside ``saving``.
    """

    draft: Draft | None = None
    """Where it is kept; None keeps nothing."""
    _pausing: Timer | None = None
    _not_kept: str = ""
    _is_left: bool = False

    def fields_typed(self) -> dict[str, str]:
        """What stands in each field that has an id, by that id."""
        fields = self.query("Input, TextArea, Choice")
        return {field.id: _text(field) for field in fields if field.id}

    def fields_at_first(self) -> dict[str, str]:
        """What the fields hold while nothing is typed; asked for once they are there, and after a save."""
        return self.fields_typed()

    def fill(self, fields: Mapping[str, str]) -> None:
        """Put what was left into the fields."""
        for name, text in fields.items():
            for field in self.query(f"#{name}"):
                _put(field, text)

    def tell_of_draft(self, sentence: str) -> None:
        """Say in one calm sentence that something is not kept yet; "" when it is by now."""
        if sentence:
            self.notify(shown(sentence), severity="warning", markup=False)

    def offer_again(self) -> bool:
        """Fill the fields as they were left, and keep them from here on; whether anything was left."""
        if self.draft is None:
            return False
        left = self.draft.left()
        if self.draft.opened_with is None:
            self.draft.opened_with = self.fields_at_first()
        self.fill(left)
        if isinstance(self.app, KeepsDrafts):
            self.app.drafted.add(self)
        return bool(left)

    def saved_since(self) -> str:
        """What was saved in the fields since they were left, in a sentence; "" when nothing was."""
        if not (there := self.draft.overtaken() if self.draft else {}):
            return ""
        from screens.saved_since import told_in

        return told_in(self, there)

    def keep_draft(self) -> str:
        """Keep what stands in the fields now; returns why it cannot be kept, "" when it is."""
        self._stop_waiting()
        if self.draft is None or self.draft.opened_with is None:
            return ""
        if self._is_left or not self.is_attached:
            return ""
        problem = self.draft.keep(self.fields_typed())
        said = _not_kept(problem) if problem else ""
        if problem:
            self._pausing = self.set_timer(AGAIN, self._keep)
        if said != self._not_kept:
            self._not_kept = said
            self.tell_of_draft(said)
        return said

    @contextmanager
    def saving(self) -> Iterator[None]:
        """What is saved inside lets go of the draft; what stands in the fields then is a new beginning."""
        if self.draft is None:
            yield
            return
        with self.draft.settled():
            yield
        self._begin_anew()
        # The fields may be emptied, or filled with what was saved, once this is over.
        self.call_after_refresh(self._begin_anew)

    def let_draft_be(self) -> None:
        """Keep nothing more from these fields: they are handed on, or left."""
        self._stop_waiting()
        self._is_left = True

    def _on_input_changed(self) -> None:
        """A key was pressed in a line."""
        self._wait_for_pause()

    def _on_text_area_changed(self) -> None:
        """A key was pressed in a text."""
        self._wait_for_pause()

    def _on_choice_changed(self) -> None:
        """Another option was taken."""
        self._wait_for_pause()

    def _on_descendant_blur(self) -> None:
        """Whoever goes elsewhere has paused."""
        self._keep()

    def _wait_for_pause(self) -> None:
        if self.draft is not None and not self._is_left:
            self._stop_waiting()
            self._pausing = self.set_timer(PAUSE, self._keep)

    def _stop_waiting(self) -> None:
        if self._pausing is not None:
            self._pausing.stop()
            self._pausing = None

    def _keep(self) -> None:
        self.keep_draft()

    def _begin_anew(self) -> None:
        # One that was left is being taken down, its fields first.
        if self.draft is not None and self.is_attached and not self._is_left:
            self.draft.opened_with = self.fields_at_first()


@runtime_checkable
class KeepsDrafts(Protocol):
    """An app that lets everything be kept before it ends."""

    drafted: WeakSet[Drafted]
    """Whatever has fields."""


def _text(field: Widget) -> str:
    if isinstance(field, Input):
        return field.value
    # Loaded with the first dialog; a page with a single line needs neither.
    from textual.widgets import TextArea

    from screens.dialogs.fields import Choice

    if isinstance(field, TextArea):
        return field.text
    return str(field.value) if isinstance(field, Choice) else ""


def _put(field: Widget, text: str) -> None:
    if isinstance(field, Input):
        field.value = shown(text)
        field.cursor_position = len(field.value)
        return
    from textual.widgets import TextArea

    from screens.dialogs.fields import Choice

    if isinstance(field, TextArea):
        field.text = shown_lines(text)
        field.move_cursor(field.document.end)
    elif isinstance(field, Choice):
        known = [str(value) for value, _ in field.options]
        field.index = known.index(text) if text in known else field.index


def _not_kept(problem: JournalError) -> str:
    from screens.draft_words import not_kept

    return not_kept(problem)
