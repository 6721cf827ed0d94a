"""The app: the frame that the pages stand in, its modes, its themes and the keys that work everywhere."""

from __future__ import annotations

import sys
from asyncio import sleep, to_thread
from collections.abc import Callable, Iterable
from functools import partial
from importlib import import_module
from pathlib import Path, PurePath
from typing import ClassVar

from textual import events, work
from textual.app import SystemCommand
from textual.await_complete import AwaitComplete
from textual.binding import Binding, BindingType
from textual.command import Provider
from textual.driver import Driver
from textual.screen import Screen
from textual.theme import Theme
from textual.widget import Widget

from journal.journal import Journal
from screens import wording
from screens.brittle import bears
from screens.commands import Commands, offered
from screens.driver import closable
from screens.early_keys import EarlyKeys
from screens.ending import EndsWell
from screens.held import is_held
from screens.page import Page
from screens.pages import PAGES, VISITS, Place
from screens.stylesheet import KeptStylesheet
from screens.themes import DUSK, PAPER, own_shades
from screens.today import Today
from screens.widgets.nav_row import NavRow

TICK = 2.0
"""Seconds between two looks at the clock and at what other windows saved."""

WARM_UP = 0.3
"""Seconds after the first paint at which what other pages need is loaded: a look at Today is longer."""

TURN = 0.0005
"""Seconds after which another thread gives way to a key; Python's own 0.005 is felt where keys follow."""

_LOADED_AHEAD = (
    *("journal.plans", "journal.burn_up", "screens.goals", "screens.widgets.goal_chart"),
    *(
        "journal.reviews",
        "screens.review",
        "screens.deals",
        "screens.account",
        "screens.dialogs.find",
    ),
)
"""What takes long to load when a page first opens, the plotting library among it."""

DEFAULT = PAGES[1].mode
"""Where the app opens, and what the two pages of a day lie over."""

_WIDTHS = [(0, "-narrow"), (100, "-normal"), (160, "-wide")]
_HEIGHTS = [(0, "-short"), (34, "-tall")]


class JournalApp(EndsWell):
    """The journal in a terminal."""

    TITLE = "Sales journal"
    CSS_PATH: ClassVar[list[str | PurePath]] = ["app.tcss", "today.tcss"]
    COMMANDS: ClassVar[set[type[Provider] | Callable[[], type[Provider]]]] = {Commands}
    DEFAULT_MODE = DEFAULT
    HORIZONTAL_BREAKPOINTS = _WIDTHS
    VERTICAL_BREAKPOINTS = _HEIGHTS

    BINDINGS: ClassVar[list[BindingType]] = [
        *(
            Binding(
                str(number),
                f"page({number})",
                name,
                id=f"app.page.{number}",
                show=False,
                tooltip=f"Go to {name}",
            )
            for number, name in enumerate(wording.SCREENS, 1)
        ),
        Binding(
            "q",
            "quit",
            "Quit",
            id="app.quit",
            tooltip="Close the journal; all is saved",
        ),
        Binding(
            "escape",
            "stop_care",
            "Stop",
            id="app.stop_care",
            show=False,
            priority=True,
            tooltip="Stop the backup or the check; nothing is left of it",
        ),
    ]

    def __init__(self, journal: Journal, after_paint: Callable[[], None] | None = None) -> None:
        """Take the journal, and what is to be done once the first page is painted."""
        super().__init__()
        self.stylesheet: KeptStylesheet = KeptStylesheet(variables=self.theme_variables)
        self.journal = journal
        self._after_paint = after_paint
        self._early = EarlyKeys(self, super().on_event)
        self.stop_care: Callable[[], None] | None = None
        """Ends the backup or the check that is under way; None while there is none."""
        self.register_theme(DUSK)
        self.register_theme(PAPER)
        self._use_chosen_theme()

    def get_theme_variable_defaults(self) -> dict[str, str]:
        """The journal's own shades, for themes that do not name them."""
        return own_shades(self.current_theme)

    def get_driver_class(self) -> type[Driver]:
        """A terminal that was closed is no reason to hang."""
        return closable(super().get_driver_class())

    def get_default_screen(self) -> Screen[None]:
        """Today stands first, without another screen under it, and is laid out once for its size."""
        return self._sized(Today(self.journal))

    def on_mount(self) -> None:
        """Make the other pages reachable, and start to look around."""
        for place in PAGES.values():
            self.add_mode(place.mode, partial(self._page_at, place))
        self.theme_changed_signal.subscribe(self, self._keep_theme)
        self.set_interval(TICK, self._tick)
        sys.setswitchinterval(TURN)
        self.set_timer(WARM_UP, self._warm_up)
        if self._after_paint is not None:
            self.call_after_refresh(self._after_paint)

    def on_notify(self) -> None:
        """One thing is said at a time: what was said before gives way."""
        self.clear_notifications()

    async def on_event(self, event: events.Event) -> None:
        """Before a key acts, a page may know it as part of a word that is being typed.

        A key for a screen that is on its way waits until that stands there.
        """
        if isinstance(event, events.Key | events.Paste) and not self._is_for_us(event):
            return
        await super().on_event(event)

    def _is_for_us(self, event: events.Key | events.Paste) -> bool:
        """Whether a key or a paste is to act now."""
        if not self.screen_stack or not bears(self.screen, event):
            return False
        if isinstance(event, events.Key) and not event.is_forwarded:
            for page in dict.fromkeys((self.screen_stack[0], self.screen)):
                if isinstance(page, Page) and page.takes(event):
                    return False
        return not self._early.hold(event)

    def pop_screen(self) -> AwaitComplete:
        """The page that all else lies over stays, though the framework's palette may leave twice."""
        return super().pop_screen() if len(self.screen_stack) > 1 else AwaitComplete()

    def get_system_commands(self, screen: Screen[object]) -> Iterable[SystemCommand]:
        """What the palette offers: our own commands, and no picture that writes private text to disk."""
        return offered(self)

    def _load_screen_css(self, screen: Screen[object]) -> None:
        """What was just made has the colours of now: the framework styles all else anew for it."""
        super()._load_screen_css(screen)
        if screen._css_update_count < 0:
            screen._css_update_count = self._css_update_count

    def delay_update(self, delay: float = 0.05) -> None:
        """Paint a page as soon as it is laid out: the framework holds each switch back for 50 ms."""

    def action_page(self, number: int) -> None:
        """Go to a page by its number; not while another window holds the file, which is said."""
        if isinstance(self.screen, Page) and is_held(self.screen):
            return
        self._leave_visits()
        self.switch_mode(PAGES[number].mode)

    def action_visit(self, name: str) -> None:
        """Open the morning or the evening page, over Today."""
        if isinstance(self.screen, Page) and is_held(self.screen):
            return
        place = VISITS[name]
        self._leave_visits()
        self.switch_mode(DEFAULT)
        self.push_screen(self._page_at(place))

    def on_nav_row_chosen(self, message: NavRow.Chosen) -> None:
        """A name in the top row was clicked."""
        self.action_page(message.number)

    def check_action(self, action: str, parameters: tuple[object, ...]) -> bool | None:
        """In a text field, letters are text; Esc stops a backup only where it has no field to leave.

        Over work under way nothing is opened: the box goes with the work, and would take that for itself.
        """
        if action == "command_palette":
            return not self._holds_still
        if action == "stop_care":
            is_on_page = isinstance(self.screen, Page) and not self.screen.TAKES_LETTERS
            return self.stop_care is not None and is_on_page and not _is_typing(self.focused)
        if action not in ("write", "visit", "log_setback", "page"):
            return True
        page, field = self.screen, self.focused
        if isinstance(page, Page) and page.TAKES_LETTERS:
            return False
        return action == "page" or not _is_typing(field)

    def action_stop_care(self) -> None:
        """Stop the backup or the check that is under way."""
        if self.stop_care is not None:
            self.stop_care()

    def action_log_setback(self) -> None:
        """Write down what hit the rep, on whatever page."""
        page = self.screen
        if isinstance(page, Page):
            page.log_setback()

    def action_write(self, start: str = "") -> None:
        """Open the line on Today, with its first words."""
        self._leave_visits()
        self.switch_mode(DEFAULT)
        page = self.screen_stack[0]
        if isinstance(page, Today):
            page.write(start)

    def on_journal_changed(self) -> None:
        """The theme is a setting as well."""
        self._use_chosen_theme()

    def _use_chosen_theme(self) -> None:
        chosen = self.journal.history.value("theme", self.journal.today())
        self.theme = chosen if chosen in self.available_themes else DUSK.name

    def _keep_theme(self, theme: Theme) -> None:
        page = self.screen_stack[0]
        chosen = self.journal.history.value("theme", self.journal.today())
        if isinstance(page, Page) and theme.name != chosen:
            with page.trouble_said():
                self.journal.set("theme", theme.name)

    @work
    async def _warm_up(self) -> None:
        """Load and read beside the rep's keys what other pages need, so that they open at once."""
        for module in _LOADED_AHEAD:
            await to_thread(import_module, module)
        for sheet in Path(__file__).parent.glob("*.tcss"):
            self.stylesheet.read_ahead(sheet)
            await sleep(0)
        if (read := self.journal.plans.read_ahead()) is not None:
            await to_thread(read)

    def _page_at(self, place: Place) -> Page:
        made = getattr(import_module(place.module), place.name)(self.journal)
        if not isinstance(made, Page):
            raise TypeError(f"{place.module}.{place.name} is no page")
        return self._sized(made)

    def _leave_visits(self) -> None:
        """Leave the morning or evening page; what is typed there is kept."""
        if isinstance(page := self.screen, Page):
            page.leave()

    def _sized(self, page: Page) -> Page:
        """The page with the classes of the terminal's size, so that it is laid out once."""
        for size, steps in ((self.size.width, _WIDTHS), (self.size.height, _HEIGHTS)):
            page.add_class([name for least, name in steps if size >= least][-1])
        return page

    @property
    def _holds_still(self) -> bool:
        return any(getattr(screen, "HOLDS_STILL", False) for screen in self.screen_stack[-1:])

    def _tick(self) -> None:
        if self._holds_still:
            return
        for page in self.screen_stack:
            # A page on its way in has no rows yet; the next look is two seconds away.
            if isinstance(page, Page) and page.is_mounted and page.query(NavRow):
                page.tick()


def _is_typing(field: Widget | None) -> bool:
    """Whether letters are text where the focus is."""
    return field is not None and field.check_consume_key("s", "s")
