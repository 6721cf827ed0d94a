"""The finder: an account by its first letters, and any word the rep ever wrote, while they type."""

from __future__ import annotations

from asyncio import to_thread
from functools import partial
from time import monotonic, sleep
from typing import ClassVar

from textual import events
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.timer import Timer
from textual.widgets import Input, Static

from journal.errors import BadInput, JournalError
from journal.journal import Journal
from journal.search import LONGEST, Hit, HitKind, Hits, Query, read_query
from journal.shown import shown
from screens import find_words
from screens.dialogs.dialog import Dialog
from screens.widgets.as_shown import AsShown
from screens.widgets.hit_list import HitList, by_kind

PAUSE = 0.06
"""Seconds without a key after which the words are looked for: nobody waits for each letter."""

AGAIN = 0.4
"""Seconds after which the words are looked for again while new things are still looked through."""

REST = 0.3
"""Seconds after a key in which nothing new is looked through: saving it would make the next key wait."""

OF_EACH, OF_ONE = 5, 100
"""So many hits of each kind, and of one alone."""


class FindDialog(Dialog[Hit | None]):
    """Hands back what was chosen; accounts answer at once, all other words beside the rep's keys."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape", "leave", "Leave", id="find.leave", key_display="Esc", tooltip="Open nothing"
        ),
        Binding("down", "move(1)", "Down", id="find.down", show=False, tooltip="The next one"),
        Binding("up", "move(-1)", "Up", id="find.up", show=False, tooltip="The one before"),
        Binding("pagedown", "move(10)", "Down", id="find.page_down", show=False, tooltip="Ten on"),
        Binding("pageup", "move(-10)", "Up", id="find.page_up", show=False, tooltip="Ten back"),
        Binding(
            "tab", "complete", "Complete", id="find.complete", tooltip="Write the name in full"
        ),
    ]
    AUTO_FOCUS = "#words"
    DEFAULT_CSS = """
    FindDialog {
        align: center top;
        & > #box {
            width: 90%; min-width: 60; max-width: 110; height: 80%; max-height: 30; margin-top: 2;
            background: $background; border: round $accent; padding: 0 1;
            border-title-color: $foreground; border-title-style: bold;
            border-subtitle-color: $muted;
        }
        &.-short > #box, &.-narrow > #box {
            width: 100%; min-width: 0; height: 100%; margin-top: 0;
        }
        & #words { height: 1; margin: 0 1; background: $surface; }
        & #found { margin-top: 1; }
        & #hints { height: 1; padding: 0 1; color: $muted; }
    }
    """

    def __init__(self, journal: Journal) -> None:
        """Take the journal that is searched."""
        super().__init__()
        self._journal = journal
        self._kind: HitKind | None = None
        self._hits: tuple[str, Hits] = ("", Hits((), more=False, unread=0))
        self._is_chosen = False
        self._typed_at = self._stepped_at = 0.0
        self._waiting: Timer | None = None

    def compose(self) -> ComposeResult:
        """A line, what was found, and the keys."""
        with Vertical(id="box") as box:
            box.border_title = Content(find_words.title(None))
            yield Input(
                placeholder=find_words.EXAMPLE,
                highlighter=AsShown(),
                id="words",
                compact=True,
                select_on_focus=False,
            )
            yield HitList(id="found")
            keys = (f"[b $accent]{key}[/] {does}" for key, does in find_words.HINTS)
            yield Static("  ".join(keys), id="hints")

    def on_mount(self) -> None:
        """Show the accounts used last, and look through what is new beside the rep's keys."""
        self.query_one(HitList).day = self._journal.today()
        self._show()
        self.run_worker(self._read_ahead(), group="reading")

    def on_key(self, event: events.Key) -> None:
        """Keys that come before the line has the focus are meant for it."""
        if self.focused is None and event.is_printable and event.character:
            event.stop()
            self.query_one(Input).insert_text_at_cursor(event.character)
        elif self.focused is None and event.key == "enter":
            event.stop()
            self._choose()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Accounts at once; all the rest when the rep pauses."""
        self._is_chosen, self._typed_at = False, monotonic()
        self._show()
        self._look_after(PAUSE)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Open the one under the cursor."""
        self._choose()

    def on_hit_list_clicked(self, message: HitList.Clicked) -> None:
        """A click opens what it is on."""
        self._open(message.index)

    def action_move(self, by: int) -> None:
        """Another one."""
        self.query_one(HitList).action_move(by)

    def action_complete(self) -> None:
        """Write the name under the cursor in full."""
        found = self.query_one(HitList)
        chosen = found.found[found.cursor] if found.found else None
        if isinstance(chosen, Hit) and chosen.name:
            line = self.query_one(Input)
            line.value = shown(chosen.name)
            line.cursor_position = len(line.value)

    def action_leave(self) -> None:
        """Back to all kinds, then open nothing."""
        if self._kind is None:
            self.dismiss(None)
        else:
            self._look_at(None)

    @property
    def is_done(self) -> bool:
        """Whether what is shown is all that was found for the words in the line."""
        return self._hits[0] == self._words or not self._words.strip()

    @property
    def _words(self) -> str:
        """What stands in the line; when the app ends, that goes before the words are found."""
        line = self.query(Input)
        return line.first().value if line else ""

    def _look_at(self, kind: HitKind | None) -> None:
        """Look for things of one kind only, or of all."""
        self._kind = kind
        self._hits = ("", Hits((), more=False, unread=0))
        self.query_one("#box").border_title = Content(find_words.title(kind))
        self._show()
        self._look()

    def _choose(self) -> None:
        """Open what the cursor is on; while its words are still looked for, what is found first."""
        # The last letter may not have been told yet when Enter follows at once.
        self._show()
        found = self.query_one(HitList)
        chosen = found.found[found.cursor] if found.found else None
        if self.is_done or chosen in self._accounts(self._words):
            if chosen is not None:
                self._open(found.cursor)
        else:
            self._is_chosen = True

    def _open(self, index: int) -> None:
        chosen = self.query_one(HitList).found[index]
        if isinstance(chosen, HitKind):
            self._look_at(chosen)
        else:
            self.dismiss(chosen)

    def _look_after(self, seconds: float) -> None:
        if self._waiting is not None:
            self._waiting.stop()
        self._waiting = self.set_timer(seconds, self._look)

    def _look(self) -> None:
        if self._words.strip():
            self.run_worker(self._find(self._words), group="finding", exclusive=True)

    async def _find(self, words: str) -> None:
        of_each, trouble = OF_EACH if self._kind is None else OF_ONE, ""
        try:
            find = self._journal.search.finding(words, self._kind, OF_ONE, of_each)
            hits = await to_thread(find)
        except JournalError as problem:
            hits, trouble = Hits((), more=False, unread=0), str(problem)
        self._hits = (words, hits)
        if not self.query(HitList):
            return
        self._show(trouble)
        if trouble:
            return
        if self._is_chosen and words == self._words:
            self._choose()
        if hits.unread:
            self._look_after(AGAIN)

    async def _read_ahead(self) -> None:
        if (read := self._journal.search.read_ahead()) is not None:
            await to_thread(read, partial(self._goes_on, self.app))
            self._look()

    def _goes_on(self, app: App[object]) -> bool:
        """Whether more is looked through; called in its thread before each step, which waits there.

        While the rep types it waits until they rest; else as long as the last step took, for who
        waits to save looks for the lock every so often, and would find it taken each time.
        """
        sleep(min(PAUSE, monotonic() - self._stepped_at))
        while app.is_running and monotonic() < self._typed_at + REST:
            sleep(PAUSE)
        self._stepped_at = monotonic()
        return app.is_running

    def _show(self, trouble: str = "") -> None:
        """The accounts that start so, and what was found for these words, or for those just before."""
        found, words = self.query_one(HitList), self._words
        searched, hits = self._hits
        names = self._accounts(words)
        others = hits.hits if words.startswith(searched) and searched else ()
        known = {hit.name for hit in names}
        mixed = [
            *names,
            *(hit for hit in others if hit.kind is not HitKind.ACCOUNT or hit.name not in known),
        ]
        rows = by_kind(mixed, hits.more_of if others else ())
        if rows != found.found:
            chosen = found.found[found.cursor] if found.cursor else None
            found.found = rows
            found.cursor = rows.index(chosen) if chosen in rows else 0
        found.asked = _query(words)
        found.told = trouble or self._told(words)
        unread = f"{find_words.STILL_READING.format(hits.unread)}" if hits.unread else ""
        self.query_one("#box").border_subtitle = Content(unread)

    def _accounts(self, words: str) -> list[Hit]:
        if self._kind not in (None, HitKind.ACCOUNT):
            return []
        names = self._journal.accounts_starting(words[:LONGEST])
        return [
            Hit(HitKind.ACCOUNT, 0, None, name, name, what="", about="", text="") for name in names
        ]

    def _told(self, words: str) -> str:
        if words.strip():
            return find_words.NOTHING if self.is_done else ""
        return find_words.BEGIN if self._journal.accounts_starting("") else find_words.NO_ACCOUNT


def _query(words: str) -> Query | None:
    """What is marked; nothing while nothing can be looked for."""
    try:
        return read_query(words)
    except BadInput:
        return None
