"""A page: one of the six screens in the frame, with the journal in reach and the keys of every page."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, ClassVar

from textual import events, work
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.reactive import Reactive
from textual.screen import Screen
from textual.widget import Widget

from journal.errors import JournalError
from journal.journal import Journal
from journal.shown import shown
from screens import transfer_keys, wording
from screens.held import look_around, read_when_free
from screens.messages import JournalChanged
from screens.widgets.keys_row import KeysRow
from screens.widgets.nav_row import NavRow
from screens.widgets.panel import Panel

if TYPE_CHECKING:
    from journal.search import Hit
    from screens.setback_asks import SetbackAsks


class Page(Screen[None]):
    """Composes the frame, and reads the journal again whenever something was saved."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "s",
            "app.log_setback",
            "Setback",
            id="page.setback",
            tooltip="Write down what hit you",
            priority=True,
        ),
        Binding(
            "u", "undo", "Undo", id="page.undo", tooltip="Take back the last thing that was done"
        ),
        Binding(
            "U", "redo", "Redo", id="page.redo", show=False, tooltip="Do again what was taken back"
        ),
        Binding(
            "P",
            "purpose",
            "Purpose",
            id="page.purpose",
            show=False,
            tooltip="Write down why you do this, read each morning",
        ),
        Binding(
            "m",
            "app.visit('morning')",
            "Morning",
            id="page.morning",
            show=False,
            tooltip="The morning page: read, then what would make today good",
        ),
        Binding(
            "e",
            "app.visit('evening')",
            "Evening",
            id="page.evening",
            tooltip="The evening page: what moved, and done for today",
        ),
        Binding(
            "b",
            "call_block",
            "Call block",
            id="page.call_block",
            show=False,
            tooltip="Plan a stretch of calls, start it, say what happened",
        ),
        Binding(
            "slash",
            "find",
            "Search",
            id="page.find",
            key_display="/",
            tooltip="Find an account by its first letters, or any word you ever wrote",
        ),
        Binding(
            "question_mark",
            "keys",
            "Keys",
            id="page.keys",
            key_display="?",
            tooltip="What the keys do here",
        ),
        Binding(
            "f1", "keys", "Keys", id="page.keys_typing", show=False, tooltip="What the keys do here"
        ),
        *transfer_keys.KEYS,
    ]

    focused: Reactive[Widget | None] = Reactive(None, repaint=False)
    """What has the focus; it and what lost it paint themselves, and nothing else need be painted anew."""

    NUMBER: ClassVar[int]
    """The number key of the page."""
    TAKES_LETTERS: ClassVar[bool] = False
    """Whether all letters are text on it, wherever the cursor stands."""

    def __init__(self, journal: Journal) -> None:
        """Take the journal it shows."""
        super().__init__()
        self.journal = journal
        self._seen: int | None = None

    def compose(self) -> ComposeResult:
        """The nav row, the page's own panels, and the row of keys."""
        nav = NavRow(self.NUMBER)
        nav.time, nav.day = self.journal.now().local, self.journal.today()
        yield nav
        yield from self.panels()
        yield KeysRow()

    def panels(self) -> Iterator[Widget]:
        """The panels between the two rows, in focus order."""
        raise NotImplementedError

    def read_again(self) -> None:
        """Show the journal as it stands now; called after every change, never while a form is filled in."""
        raise NotImplementedError

    def read_when_free(self, read: Callable[[], None]) -> None:
        """Read in full or in part; while another window holds the file the page stays, and reads later."""
        read_when_free(self, read)

    def takes(self, key: events.Key) -> bool:
        """Whether a key goes on with a word that is being typed, before it acts as a key."""
        return False

    def leave(self) -> None:
        """Give way to the page beneath; what is typed is kept. A page of the six stays."""

    @property
    def is_gone(self) -> bool:
        """Whether one that lay over another was left, maybe before anything of it stood there."""
        return self not in self.app.screen_stack

    def say(self, words: str, *, hint: str = "", is_trouble: bool = False) -> None:
        """Tell the rep one calm sentence, and which key does something about it."""
        sentence = shown(f"{words}   {hint}" if hint else words)
        self.notify(sentence, markup=False, severity="warning" if is_trouble else "information")

    def on_screen_resume(self) -> None:
        """Read again when the rep comes back to the page, from another one or from a dialog."""
        if self.look_around() or self._seen not in (None, self.journal.version):
            self.read_when_free(self.read_again)

    def on_screen_suspend(self) -> None:
        """Remember what the page shows, so that nothing is read twice for the same sight."""
        self._seen = self.journal.version

    def tick(self) -> None:
        """Move the clock on, and notice a new day or what another window saved."""
        nav = self.query_one(NavRow)
        nav.time, nav.day = self.journal.now().local, self.journal.today()
        if self.look_around():
            self.read_when_free(self.read_again)

    def look_around(self) -> bool:
        """Whether another window or program saved something since it was last asked."""
        return look_around(self)

    def action_undo(self) -> None:
        """Take back the last thing that was done, by whomever."""
        from screens.undoing import turn_back

        turn_back(self)

    def action_redo(self) -> None:
        """Do the last undone thing again."""
        from screens.undoing import turn_back

        turn_back(self, again=True)

    def action_keys(self) -> None:
        """Explain the keys of what has the focus."""
        from screens.dialogs.keys import KeysDialog

        name = wording.SCREENS[self.NUMBER - 1]
        where = self.focused.HEADING if isinstance(self.focused, Panel) else ""
        acting = self.active_bindings.values()
        self.app.push_screen(KeysDialog(acting, where or name))

    def action_find(self) -> None:
        """Find an account or any words, and open what they stand in."""
        from screens.dialogs.find import FindDialog

        self.app.push_screen(FindDialog(self.journal), self._open_found)

    def action_transfer(self, what: str) -> None:
        """Bring files in, take the journal out, or look after its own file."""
        from screens.transfer import begin

        begin(self, what)

    def log_setback(self) -> None:
        """Write down what hit the rep: three fields, and nothing else is asked."""
        self.setback_asks.log()

    def answer_check(self, setback: int) -> None:
        """Ask what a setback taught, 7 or 30 days on."""
        self.setback_asks.begin(lambda asks: asks.learned(setback))

    def action_call_block(self) -> None:
        """Start today's call block, say what happened in it, or plan one."""
        self.setback_asks.begin(lambda asks: asks.call_block())

    @property
    def setback_asks(self) -> SetbackAsks:
        """What is asked of setbacks; loaded with the first of it."""
        from screens.setback_asks import SetbackAsks

        return SetbackAsks(self)

    def show_setback(self, setback: int) -> None:
        """Put the cursor on a setback that was just saved; most pages have no list of them."""

    def show_change(self, words: str, hint: str) -> None:
        """Show the journal as it stands after a change, and say which it was."""
        self._show_change(words, hint)

    def show_saved(self, words: str, since: int, if_same: str = wording.NOTHING_DIFFERS) -> None:
        """Show what was saved, and say that u takes it back: where nothing was, it would take another thing.

        ``since`` is how many things had been kept when the saving began; where there are several by now,
        each is taken back by itself.
        """
        kept = self.journal.kept - since
        if kept > 0:
            self.show_change(words, wording.TAKE_BACK if kept == 1 else wording.TAKE_EACH_BACK)
        else:
            self.say(if_same)

    @work
    async def action_purpose(self) -> None:
        """Write down why the rep does this, or say it anew."""
        from screens.own_asks import ask_purpose

        await ask_purpose(self)

    @work
    async def action_settings(self) -> None:
        """Change what holds from a day on."""
        from screens.own_asks import ask_settings

        await ask_settings(self)

    @work
    async def action_days_off(self) -> None:
        """Take days off, or give some back."""
        from screens.own_asks import ask_days_off

        await ask_days_off(self)

    @contextmanager
    def trouble_said(self) -> Iterator[None]:
        """Say what is in the way in one sentence; nothing that was typed is lost by it."""
        try:
            yield
        except JournalError as trouble:
            self.say(str(trouble), is_trouble=True)

    def _open_found(self, found: Hit | None) -> None:
        from screens.opening import open_hit

        if found is not None:
            self.run_worker(open_hit(self, found))

    def _show_change(self, words: str, hint: str) -> None:
        self.post_message(JournalChanged())
        self.read_when_free(self.read_again)
        self.say(words, hint=hint)
