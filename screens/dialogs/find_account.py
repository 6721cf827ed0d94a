"""A small finder of accounts: a letter or two and Enter are enough."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import Input, Static

from journal.journal import Journal
from journal.shown import shown
from screens.widgets.ink import cut

_WIDEST = 44
NOTHING = "No account starts like that."
NO_ACCOUNT = "No account yet; it comes with your first entry or deal."


class FindAccount(ModalScreen[str | None]):
    """Hands back the account chosen; the one used last stands first."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape", "leave", "Leave", id="find.leave", key_display="Esc", tooltip="Open nothing"
        ),
        Binding("down", "move(1)", "Down", id="find.down", show=False, tooltip="The next one"),
        Binding("up", "move(-1)", "Up", id="find.up", show=False, tooltip="The one before"),
        Binding(
            "tab", "complete", "Complete", id="find.complete", tooltip="Write the name in full"
        ),
    ]
    AUTO_FOCUS = "#name"
    DEFAULT_CSS = """
    FindAccount {
        align: center top;
        & > #box {
            width: 50; max-width: 100%; height: auto; margin-top: 3;
            background: $background; border: round $accent; padding: 0 2;
            border-title-color: $foreground; border-title-style: bold;
        }
        & #name { height: 1; background: $surface; }
        & #found { height: 8; }
        & #hints { height: 1; color: $muted; }
    }
    """

    def __init__(self, journal: Journal) -> None:
        """Take the journal that knows the accounts."""
        super().__init__()
        self._journal = journal
        self._found: Sequence[str] = journal.accounts_starting("")
        self._cursor = 0

    def compose(self) -> ComposeResult:
        """A line, the accounts that start so, and the keys."""
        with Vertical(id="box") as box:
            box.border_title = Content("Where are we with …?")
            yield Input(
                placeholder="the account's first letters",
                id="name",
                compact=True,
                select_on_focus=False,
            )
            yield Static(self._rows(), id="found", markup=False)
            yield Static(
                "[b $accent]Enter[/] Open  [b $accent]Tab[/] Complete  [b $accent]Esc[/] Leave",
                id="hints",
            )

    def on_key(self, event: events.Key) -> None:
        """Keys that come before the line has the focus are meant for it."""
        if self.focused is None and event.is_printable and event.character:
            event.stop()
            line = self.query_one(Input)
            line.insert_text_at_cursor(event.character)
        elif self.focused is None and event.key == "enter":
            event.stop()
            self._choose()

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look for what is typed so far."""
        self._look(event.value)

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Open the one under the cursor."""
        self._choose()

    def on_click(self, event: events.Click) -> None:
        """A click opens the account it is on."""
        found = self.query_one("#found", Static)
        row = event.screen_y - found.content_region.y
        if found.content_region.contains(event.screen_x, event.screen_y) and row < len(self._found):
            self.dismiss(self._found[row])

    def action_move(self, by: int) -> None:
        """Another one."""
        self._cursor = max(0, min(len(self._found) - 1, self._cursor + by))
        self._draw()

    def action_complete(self) -> None:
        """Write the name under the cursor in full."""
        if self._found:
            line = self.query_one(Input)
            line.value = shown(self._found[self._cursor])
            line.cursor_position = len(line.value)

    def action_leave(self) -> None:
        """Open nothing."""
        self.dismiss(None)

    def _choose(self) -> None:
        # The last letter may not have been told yet when Enter follows at once.
        words = self.query_one(Input).value
        names = self._look(words)
        if names:
            self.dismiss(names[self._cursor])

    def _look(self, words: str) -> Sequence[str]:
        found = self._journal.accounts_starting(words[:200])
        if found != self._found:
            self._found, self._cursor = found, 0
            self._draw()
        return found

    def _draw(self) -> None:
        self.query_one("#found", Static).update(self._rows())

    def _rows(self) -> Content:
        if not self._found:
            is_empty = not self._journal.accounts_starting("")
            return Content.styled(cut(NO_ACCOUNT if is_empty else NOTHING, _WIDEST), "$muted")
        rows = []
        for place, name in enumerate(self._found):
            words = cut(name, _WIDEST)
            if place == self._cursor:
                row = Content.assemble(("▌", "$accent"), words).pad_right(
                    max(0, _WIDEST - Content(words).cell_length)
                )
                rows.append(row.stylize_before("bold on $block-cursor-background"))
            else:
                rows.append(Content(f" {words}"))
        return Content("\n").join(rows)
