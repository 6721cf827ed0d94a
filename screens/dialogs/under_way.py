"""Work under way: how far it is, how fast it goes, and the key that ends it and leaves nothing behind."""

from __future__ import annotations

from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from journal.shown import shown
from screens import transfer_words
from screens.dialogs.dialog import Dialog
from screens.transfer_work import Job
from screens.widgets.ink import bar

LOOK = 0.1
"""Seconds between two looks at how far it is."""


class UnderWay(Dialog[None]):
    """Stands there until the work has ended; Esc ends it."""

    HOLDS_STILL: ClassVar[bool] = True
    """The pages beneath read nothing while a thread of ours writes: they would wait for it."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding(
            "escape",
            "let_go",
            "Stop",
            id="under_way.stop",
            key_display="Esc",
            tooltip="End it; nothing is left behind",
        ),
    ]
    DEFAULT_CSS = """
    UnderWay {
        align: center middle;
        & > #box {
            width: 64; max-width: 100%; height: auto;
            background: $background; border: round $accent; padding: 1 2;
            border-title-color: $foreground; border-title-style: bold;
        }
        & #far { height: 2; }
        & #hints { height: 2; padding-top: 1; color: $muted; link-color: $muted; link-style: none; }
    }
    """

    def __init__(self, job: Job) -> None:
        """Take the work that is watched."""
        super().__init__()
        self._job = job

    def compose(self) -> ComposeResult:
        """How far it is, and the key."""
        with Vertical(id="box") as box:
            box.border_title = Content(shown(self._job.what))
            yield Static(self._far(), id="far")
            yield Static(
                ""
                if not self._job.can_end
                else "[@click=screen.let_go][b $accent]Esc[/] Stop, nothing stays[/]",
                id="hints",
            )

    def on_mount(self) -> None:
        """Look again and again; what was said on the page would cover the box."""
        self.app.clear_notifications()
        self.set_interval(LOOK, self._look)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """Esc ends only what can be ended."""
        return action != "let_go" or self._job.can_end

    def action_let_go(self) -> None:
        """End it; the box goes when the work has taken back what it did."""
        self._job.let_go()
        self.query_one("#hints", Static).update(Content.styled(transfer_words.STOPPING, "$muted"))

    def _look(self) -> None:
        self.query_one("#far", Static).update(self._far())

    def _far(self) -> Content:
        progress = self._job.progress
        drawn = bar(40, progress.rows / progress.total) if progress.total else Content("")
        said = transfer_words.how_far(progress.rows, progress.total, self._job.pace)
        return Content("\n").join([Content(said), drawn])
