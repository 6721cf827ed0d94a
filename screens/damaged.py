"""A calm screen for a file that cannot be opened: what is known, and what can be done about it."""

from __future__ import annotations

from asyncio import to_thread
from datetime import date
from typing import ClassVar

from textual import work
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Vertical
from textual.content import Content
from textual.driver import Driver
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option

from journal.errors import JournalError
from journal.journal_file import Backup, JournalFile
from journal.shown import shown
from screens import care_words
from screens.dialogs.ask import AskDialog
from screens.driver import closable
from screens.themes import DUSK, PAPER, own_shades

MOST_BACKUPS = 40
"""The most backups that are offered; older ones are for ``journal restore``."""

_AGAIN, _ANEW, _QUIT = "again", "anew", "quit"


class Damaged(App[str]):
    """Ends with what is to be said once the journal opens, or with None when the rep wants to leave."""

    TITLE = "Sales journal"
    ENABLE_COMMAND_PALETTE = False
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("escape,q", "leave", "Quit", id="damaged.quit", tooltip="Leave all as it is"),
    ]
    CSS = """
    Screen { align: center middle; }
    #box {
        width: 84; max-width: 100%; height: auto; max-height: 100%;
        background: $background; border: round $accent; padding: 1 2;
        border-title-color: $foreground; border-title-style: bold;
    }
    #why, #untouched { height: auto; margin-bottom: 1; }
    #why { max-height: 6; }
    #untouched { color: $muted; }
    OptionList { height: auto; max-height: 14; border: none; padding: 0; background: $background; }
    OptionList:focus { border: none; background: $background; }
    #said { height: auto; max-height: 5; color: $warning; margin-top: 1; }
    #hints { height: 1; margin-top: 1; color: $muted; link-color: $muted; link-style: none; }
    """

    def __init__(self, file: JournalFile, why: str, today: date) -> None:
        """Take the file, why it cannot be opened, and the rep's day."""
        super().__init__()
        self._file = file
        self._why = why
        self._today = today
        self._backups: tuple[Backup, ...] = tuple(file.backups()[:MOST_BACKUPS])
        self._is_at_work = False
        self.register_theme(DUSK)
        self.register_theme(PAPER)
        self.theme = DUSK.name

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The journal's own shades."""
        return own_shades(self.current_theme)

    def get_driver_class(self) -> type[Driver]:
        """A terminal that was closed is no reason to hang."""
        return closable(super().get_driver_class())

    def compose(self) -> ComposeResult:
        """Why it cannot be opened, the choices, and the keys."""
        with Vertical(id="box") as box:
            box.border_title = Content(care_words.CANNOT_OPEN)
            yield Static(Content(shown(care_words.why(self._why))), id="why")
            yield Static(Content(care_words.NOTHING_TOUCHED), id="untouched")
            yield OptionList(*self._choices())
            yield Static("" if self._backups else Content(care_words.NO_BACKUPS), id="said")
            yield Static(
                "[b $accent]Enter[/] Choose  [@click=app.leave][b $accent]Esc[/] Quit[/]",
                id="hints",
            )

    def on_option_list_option_selected(self, event: OptionList.OptionSelected) -> None:
        """Do what was chosen."""
        if event.option_list.screen is not self.screen_stack[0]:
            return
        chosen = event.option_id or _QUIT
        if chosen == _AGAIN:
            self.exit("")
        elif chosen == _ANEW:
            self._start_anew()
        elif chosen == _QUIT:
            self.action_leave()
        else:
            self._bring_back(self._backups[int(chosen)])

    def action_leave(self) -> None:
        """Leave all as it is; a backup that is being proved is waited for."""
        if not self._is_at_work:
            self.exit(None)

    @work
    async def _bring_back(self, backup: Backup) -> None:
        if self._is_at_work:
            return
        self._is_at_work = True
        self._say(care_words.PROVING)
        try:
            aside = await to_thread(self._file.bring_back, backup)
        except JournalError as trouble:
            self._say(str(trouble))
        else:
            self.exit(care_words.brought_back(backup, self._today, aside))
        finally:
            self._is_at_work = False

    @work
    async def _start_anew(self) -> None:
        answers = ((True, care_words.YES_ANEW), (False, care_words.NOT_ANEW))
        dialog = AskDialog(care_words.ANEW, care_words.SURE, answers)
        is_sure = await self.push_screen_wait(dialog)
        if is_sure and not self._is_at_work:
            try:
                self.exit(care_words.moved_aside(self._file.move_aside()))
            except JournalError as trouble:
                self._say(str(trouble))

    def _choices(self) -> list[Option]:
        offered = [
            Option(Content(shown(care_words.backup(one, self._today))), id=str(place))
            for place, one in enumerate(self._backups)
        ]
        rest = (
            (care_words.LOOK_AGAIN, _AGAIN),
            (care_words.ANEW, _ANEW),
            (care_words.QUIT, _QUIT),
        )
        return [*offered, *(Option(Content(words), id=name) for words, name in rest)]

    def _say(self, sentence: str) -> None:
        self.query_one("#said", Static).update(Content(shown(sentence)))
