"""Which files to bring in: typed, completed or dropped on the terminal, one or several."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import ClassVar

from textual import events
from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.message import Message
from textual.widgets import Input, Static

from journal.shown import shown
from screens import transfer_words
from screens.dialogs.dialog import Dialog
from screens.dialogs.file_names import FileNames, Name, is_so
from screens.widgets.ink import cut
from screens.widgets.wrapped import wrapped

_WIDEST = 68
_ROWS = 8
_NOWHERE = -1
_CHOSEN_SHOWN = 5


class PathLine(Input):
    """One line for a path; a paste may name several files."""

    class Pasted(Message):
        """Something was pasted."""

        def __init__(self, text: str) -> None:
            """Take it as it came."""
            super().__init__()
            self.text = text

    def _on_paste(self, event: events.Paste) -> None:
        event.prevent_default()
        event.stop()
        self.post_message(self.Pasted(event.text))


class FilesDialog(Dialog[tuple[Path, ...] | None]):
    """Hands back the files; Enter takes the one in the line, and goes on when the line is empty."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape",
            "leave",
            "Leave",
            id="files.leave",
            key_display="Esc",
            tooltip="Bring in nothing",
        ),
        Binding("down", "move(1)", "Down", id="files.down", show=False, tooltip="The next one"),
        Binding("up", "move(-1)", "Up", id="files.up", show=False, tooltip="The one before"),
        Binding("tab", "complete", "Complete", id="files.complete", tooltip="Write it in full"),
        Binding(
            "ctrl+r",
            "put_back",
            "Put back",
            id="files.put_back",
            show=False,
            key_display="Ctrl+R",
            tooltip="Put the file named last back",
        ),
    ]
    AUTO_FOCUS = "#path"
    DEFAULT_CSS = """
    FilesDialog {
        align: center middle;
        & > #box {
            width: 76; max-width: 100%; height: auto; max-height: 100%;
            background: $background; border: round $accent; padding: 1 2 0 2;
            border-title-color: $foreground; border-title-style: bold;
        }
        & #about, & #chosen { height: auto; color: $muted; }
        & #path { height: 1; background: $surface; }
        & #found { height: 8; text-wrap: nowrap; text-overflow: ellipsis; }
        & #said { height: auto; min-height: 1; max-height: 4; color: $muted; }
        & #said.-wrong { color: $warning; }
        & #hints { height: 2; padding-top: 1; color: $muted; link-color: $muted; link-style: none; }
    }
    """

    def __init__(self, start: Path, chosen: Sequence[Path] = (), said: str = "") -> None:
        """Take the folder the rep stands in; the files of an earlier try, and why they were not read."""
        super().__init__()
        self._names = FileNames(start)
        self._chosen = list(chosen)
        self._said = said
        self._found: Sequence[Name] = self._names.fitting("")
        self._cursor = _NOWHERE

    def compose(self) -> ComposeResult:
        """What is chosen, a line, what begins like it, and the keys."""
        with Vertical(id="box") as box:
            box.border_title = Content(transfer_words.IMPORT)
            yield Static(transfer_words.WHICH_FILES, id="about", markup=False)
            yield Static(self._listed(), id="chosen")
            yield PathLine(
                placeholder=transfer_words.FILE_EXAMPLE,
                id="path",
                compact=True,
                select_on_focus=False,
            )
            yield Static(self._rows(), id="found")
            yield Static("", id="said", markup=False)
            yield Static(self._hints(), id="hints")

    def on_mount(self) -> None:
        """Say why the files of an earlier try were not read."""
        self.app.clear_notifications()
        self._say(self._said, wrong=bool(self._said))

    def on_key(self, event: events.Key) -> None:
        """Keys that come before the line has the focus are meant for it."""
        if self.focused is None and event.is_printable and event.character:
            event.stop()
            self.query_one(PathLine).insert_text_at_cursor(event.character)

    def on_input_changed(self, event: Input.Changed) -> None:
        """Look for what is typed so far."""
        self._look(event.value)
        self._say("")

    def on_input_submitted(self, event: Input.Submitted) -> None:
        """Take what stands in the line, or go on."""
        self.action_take()

    def on_path_line_pasted(self, event: PathLine.Pasted) -> None:
        """Files dropped on the terminal are taken; other words go into the line."""
        paths = self._names.in_paste(event.text)
        for path in paths:
            self._take(path)
        if not paths:
            line = self.query_one(PathLine)
            line.insert_text_at_cursor(shown(" ".join(event.text[:2_000].split())))

    def on_click(self, event: events.Click) -> None:
        """A click takes the one it is on."""
        found = self.query_one("#found", Static)
        row = event.screen_y - found.content_region.y + self._first
        if found.content_region.contains(event.screen_x, event.screen_y) and row < len(self._found):
            self._choose(self._found[row])

    def action_move(self, by: int) -> None:
        """Another one."""
        self._cursor = max(0, min(len(self._found) - 1, self._cursor + by))
        self._draw()

    def action_complete(self) -> None:
        """Write what is under the cursor in full."""
        if self._found:
            self._write(self._found[max(0, self._cursor)].typed)

    def action_take(self) -> None:
        """Take the file in the line; with an empty line, hand back those that were taken."""
        typed = self.query_one(PathLine).value.strip()
        if not typed:
            self._go_on() if self._cursor == _NOWHERE else self._choose(self._found[self._cursor])
            return
        path = self._names.path_of(typed)
        self._look(typed)
        is_folder = is_so(path.is_dir)
        if is_folder and not typed.endswith("/"):
            self._write(f"{typed}/")
        elif is_so(path.exists) and not is_folder:
            self._take(path)
        elif self._found:
            self._choose(self._found[self._cursor])
        else:
            self._say(transfer_words.no_such_file(typed), wrong=True)

    def action_put_back(self) -> None:
        """Take none of the file that was named last."""
        if self._chosen:
            self._chosen.pop()
            self.query_one("#chosen", Static).update(self._listed())
            self._draw()

    def action_leave(self) -> None:
        """Bring in nothing."""
        self.dismiss(None)

    @property
    def _first(self) -> int:
        """The first row that is drawn."""
        return max(0, self._cursor - _ROWS + 1)

    def _go_on(self) -> None:
        if self._chosen:
            self.dismiss(tuple(self._chosen))
        else:
            self._say(transfer_words.NO_FILE_YET, wrong=True)

    def _choose(self, name: Name) -> None:
        if name.is_folder:
            self._write(name.typed)
        else:
            self._take(name.path)

    def _take(self, path: Path) -> None:
        if not is_so(path.is_file):
            self._say(transfer_words.NO_PLAIN_FILE, wrong=True)
            return
        if path not in self._chosen:
            self._chosen.append(path)
        self.query_one("#chosen", Static).update(self._listed())
        self._write("")
        self._say(transfer_words.TAKEN)

    def _write(self, typed: str) -> None:
        line = self.query_one(PathLine)
        with self.prevent(Input.Changed):
            line.value = typed
        line.cursor_position = len(typed)
        self._look(typed)

    def _say(self, sentence: str, *, wrong: bool = False) -> None:
        said = self.query_one("#said", Static)
        said.set_class(wrong, "-wrong")
        said.update(Content("\n".join(wrapped(sentence, _WIDEST))))

    def _look(self, typed: str) -> None:
        found = self._names.fitting(typed)
        if found != self._found:
            self._found, self._cursor = found, 0
        if not typed:
            self._cursor = _NOWHERE
        self._draw()

    def _draw(self) -> None:
        self.query_one("#found", Static).update(self._rows())
        self.query_one("#hints", Static).update(self._hints())

    def _hints(self) -> str:
        """The keys; Enter reads on once the line is empty and something was taken."""
        goes_on = bool(self._chosen) and self._cursor == _NOWHERE
        put_back = "  [@click=screen.put_back][b $accent]Ctrl+R[/] Put back[/]"
        return (
            f"[@click=screen.take][b $accent]Enter[/] "
            f"{transfer_words.READ if goes_on else transfer_words.TAKE}[/]"
            "  [@click=screen.complete][b $accent]Tab[/] Complete[/]"
            f"{put_back if self._chosen else ''}"
            "  [@click=screen.leave][b $accent]Esc[/] Leave[/]"
        )

    def _listed(self) -> Content:
        hidden = max(0, len(self._chosen) - _CHOSEN_SHOWN)
        names = [cut(path.name, _WIDEST - 4) for path in self._chosen[hidden:]]
        lines = [Content.assemble(("✓ ", "$success"), (name, "$foreground")) for name in names]
        more = [Content(transfer_words.more_files(hidden))] if hidden else []
        return Content("\n").join([*more, *lines]) if lines else Content("")

    def _rows(self) -> Content:
        rows = []
        for place, name in list(enumerate(self._found))[self._first : self._first + _ROWS]:
            words = cut(name.typed, _WIDEST)
            if place == self._cursor:
                row = Content.assemble(("▌", "$accent"), words).pad_right(
                    max(0, _WIDEST - Content(words).cell_length)
                )
                rows.append(row.stylize_before("bold on $block-cursor-background"))
            else:
                rows.append(Content.assemble(" ", (words, "$muted" if name.is_folder else "")))
        return Content("\n").join(rows or [Content.styled(transfer_words.NOTHING_THERE, "$muted")])
