"""CRM debt: what the rep did that their CRM has not shown yet, to be copied there or taken out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.widgets import Static

from journal import crm_debt
from journal.crm_debt import Owed
from journal.journal import Journal
from journal.shown import shown
from screens import transfer_words
from screens.dialogs.dialog import Dialog
from screens.widgets.debt_list import DebtList

PAGE = 100
"""Rows read at a time."""

AT_ONCE = 500
"""The most lines that are copied at once: a terminal takes no more; the export has all of them."""


class DebtDialog(Dialog[str | None]):
    """A list to copy from; hands back the format to take out, or nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "copy", "Copy", id="debt.copy", tooltip="Copy the line under the cursor"),
        Binding(
            "a",
            "copy_all",
            "Copy all",
            id="debt.copy_all",
            tooltip="Copy the newest lines, up to 500",
        ),
        Binding("x", "take_out", "Export", id="debt.export", tooltip="Write all of them to a file"),
        Binding(
            "escape", "leave", "Leave", id="debt.leave", key_display="Esc", tooltip="Close the list"
        ),
    ]
    AUTO_FOCUS = "DebtList"
    DEFAULT_CSS = """
    DebtDialog {
        align: center middle;
        & > #box {
            width: 116; max-width: 100%; height: auto; max-height: 100%;
            background: $background; border: round $accent; padding: 1 2 0 2;
            border-title-color: $foreground; border-title-style: bold;
        }
        & #about { height: auto; color: $muted; margin-bottom: 1; }
        & #said { height: auto; min-height: 1; max-height: 2; margin-top: 1; color: $success; }
        & #hints { height: 2; padding-top: 1; color: $muted; link-color: $muted; link-style: none; }
    }
    """

    def __init__(self, journal: Journal, system: str) -> None:
        """Take the journal, and the CRM that is asked about."""
        super().__init__()
        self._journal = journal
        self._system = system
        self._count = crm_debt.count(journal, system)
        self._has_more = True

    def compose(self) -> ComposeResult:
        """What it is, the list, what was copied, and the keys."""
        name = crm_debt.NAMES[self._system]
        with Vertical(id="box") as box:
            box.border_title = Content(transfer_words.debt_heading(self._count, name))
            yield Static(transfer_words.debt_about(name), id="about", markup=False)
            yield DebtList()
            yield Static("", id="said", markup=False)
            yield Static(
                "[@click=screen.copy][b $accent]c[/] Copy[/]"
                "  [@click=screen.copy_all][b $accent]a[/] Copy all[/]"
                "  [@click=screen.take_out][b $accent]x[/] Export[/]"
                "  [@click=screen.leave][b $accent]Esc[/] Leave[/]",
                id="hints",
            )

    def on_mount(self) -> None:
        """What was said on the page would cover the list."""
        self.app.clear_notifications()
        self.query_one(DebtList).day = self._journal.today()
        self._read_on()
        self._fit(self.app.size.height)

    def on_resize(self) -> None:
        """The list scrolls where it is too long."""
        self._fit(self.app.size.height)

    def on_debt_list_near_end(self) -> None:
        """Read on before the cursor comes to the last line."""
        if self._has_more:
            self._read_on()

    def on_debt_list_chosen(self, message: DebtList.Chosen) -> None:
        """Enter and a click copy as well."""
        self._copy((message.owed,))

    def action_copy(self) -> None:
        """Copy the line under the cursor."""
        self.query_one(DebtList).action_choose()

    def action_copy_all(self) -> None:
        """Copy the newest lines, as many as a terminal takes."""
        newest = crm_debt.newest(self._journal, self._system, limit=AT_ONCE)
        self._copy(newest)

    def action_take_out(self) -> None:
        """Go on to the export of all of them."""
        self.dismiss(self._system)

    def action_leave(self) -> None:
        """Close the list."""
        self.dismiss(None)

    def _read_on(self) -> None:
        listed = self.query_one(DebtList)
        last = listed.owed[-1].activity if listed.owed else None
        before = (last.day, last.id) if last else None
        more = crm_debt.newest(self._journal, self._system, before=before, limit=PAGE)
        self._has_more = len(more) == PAGE
        if more:
            listed.owed = (*listed.owed, *more)

    def _copy(self, owed: Sequence[Owed]) -> None:
        self.app.copy_to_clipboard("\n".join(shown(crm_debt.in_words(one)) for one in owed))
        said = self.query_one("#said", Static)
        said.update(Content(transfer_words.copied(len(owed), self._count)))

    def _fit(self, height: int) -> None:
        self.query_one(DebtList).styles.max_height = max(3, height - 10)
