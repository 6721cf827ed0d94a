"""CRM debt: what the rep did that their CRM has not shown yet, to be copied there or taken out."""

from __future__ import annotations

from collections.abc import Sequence
from typing import ClassVar

from textual.app import ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.screen import ModalScreen
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from journal import crm_debt
from journal.crm_debt import Owed
from journal.journal import Journal
from journal.shown import shown
from screens import transfer_words
from screens.widgets.ink import cut, left

PAGE = 100
"""Rows read at a time."""

MOST_LISTED = 500
"""The most rows that are listed; the export has all of them."""


class DebtDialog(ModalScreen[str | None]):
    """A list to copy from; hands back the format to take out, or nothing."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("c", "copy", "Copy", id="debt.copy", tooltip="Copy the line under the cursor"),
        Binding("a", "copy_all", "Copy all", id="debt.copy_all", tooltip="Copy all lines listed"),
        Binding("x", "take_out", "Export", id="debt.export", tooltip="Write all of them to a file"),
        Binding(
            "escape", "leave", "Leave", id="debt.leave", key_display="Esc", tooltip="Close the list"
        ),
    ]
    AUTO_FOCUS = "OptionList"
    DEFAULT_CSS = """
    DebtDialog {
        align: center middle;
        & > #box {
            width: 116; max-width: 100%; height: auto; max-height: 100%;
            background: $background; border: round $accent; padding: 1 2 0 2;
            border-title-color: $foreground; border-title-style: bold;
        }
        & #about { height: auto; color: $muted; margin-bottom: 1; }
        & OptionList {
            height: auto; border: none; padding: 0; background: $background;
            text-wrap: nowrap; text-overflow: ellipsis; scrollbar-size-vertical: 1;
        }
        & OptionList:focus { border: none; background: $background; }
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
        self._owed: list[Owed] = list(crm_debt.newest(journal, system, limit=PAGE))

    def compose(self) -> ComposeResult:
        """What it is, the list, what was copied, and the keys."""
        name = crm_debt.NAMES[self._system]
        with Vertical(id="box") as box:
            box.border_title = Content(transfer_words.debt_heading(self._count, name))
            yield Static(transfer_words.debt_about(name), id="about", markup=False)
            yield OptionList(*(self._row(one) for one in self._owed))
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
        self._fit(self.app.size.height)

    def on_resize(self) -> None:
        """The list scrolls where it is too long."""
        self._fit(self.app.size.height)

    def on_option_list_option_highlighted(self, event: OptionList.OptionHighlighted) -> None:
        """Read on when the cursor comes to the last line."""
        is_last = event.option_index == len(self._owed) - 1
        if is_last and len(self._owed) < min(self._count, MOST_LISTED):
            last = self._owed[-1].activity
            more = crm_debt.newest(
                self._journal, self._system, before=(last.day, last.id), limit=PAGE
            )
            self._owed += more
            event.option_list.add_options([self._row(one) for one in more])

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Enter and a click copy as well."""
        self._copy(self._owed[event.option_index : event.option_index + 1])

    def action_copy(self) -> None:
        """Copy the line under the cursor."""
        at = self.query_one(OptionList).highlighted
        if at is not None:
            self._copy(self._owed[at : at + 1])

    def action_copy_all(self) -> None:
        """Copy all lines listed."""
        self._copy(self._owed)

    def action_take_out(self) -> None:
        """Go on to the export of all of them."""
        self.dismiss(self._system)

    def action_leave(self) -> None:
        """Close the list."""
        self.dismiss(None)

    def _copy(self, owed: Sequence[Owed]) -> None:
        self.app.copy_to_clipboard("\n".join(shown(crm_debt.in_words(one)) for one in owed))
        said = self.query_one("#said", Static)
        said.update(Content(transfer_words.copied(len(owed), self._count)))

    def _fit(self, height: int) -> None:
        self.query_one(OptionList).styles.max_height = max(3, height - 10)

    def _row(self, one: Owed) -> Option:
        done = one.activity
        day, what = transfer_words.debt_row(one, self._journal.today())
        rest = "  ".join(part for part in (one.deal_name or "", done.text) if part)
        return Option(
            Content.assemble(
                (f"{left(day, 12)} ", "$muted"),
                f"{left(what, 12)} ",
                (f"{left(done.account or '–', 18)} ", "bold"),
                cut(" ".join(rest.split()), 64),
            )
        )
