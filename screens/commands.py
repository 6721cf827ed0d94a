"""What the palette finds: pages and what belongs to all of them, then each key that acts where the rep is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import TYPE_CHECKING

from textual.app import SystemCommand
from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider

from screens import wording
from screens.page import Page
from screens.pages import PAGES

if TYPE_CHECKING:
    from screens.app import JournalApp

_CARE = (
    ("CRM debt", "What your CRM has not seen yet", "crm_debt"),
    ("Back up now", "Copy the journal, and prove the copy", "back_up"),
    ("Check the journal", "Prove that the journal's file is whole", "check"),
)
"""What has no key of its own: its name, what it does, and the word it begins with."""


def offered(app: JournalApp) -> Iterator[SystemCommand]:
    """The app's own commands."""
    for number in PAGES:
        name = wording.SCREENS[number - 1]
        yield SystemCommand(f"Go to {name}", f"Key {number}", partial(app.action_page, number))
    page = app.screen_stack[0]
    if isinstance(page, Page):
        yield SystemCommand("Purpose", "Why you do this, key P", page.action_purpose)
        yield SystemCommand("Settings", "What holds from a day on", page.action_settings)
        yield SystemCommand("Days off", "Take days off, or give some back", page.action_days_off)
    yield SystemCommand("Morning page", "Key m", partial(app.action_visit, "morning"))
    yield SystemCommand("Evening page", "Key e", partial(app.action_visit, "evening"))
    yield SystemCommand("Theme", "Choose other colours", app.action_change_theme)
    yield SystemCommand("Quit", "Close the journal; all is saved", app.action_quit)
    if isinstance(page, Page):
        for name, told, word in _CARE:
            yield SystemCommand(name, told, partial(page.action_transfer, word))


class Commands(Provider):
    """Offers the app's own commands and the page's keys, so that none of them has to be remembered."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for name, words, run, _ in self.app.get_system_commands(self.screen):
            yield DiscoveryHit(name, run, help=words)
        for binding in self._bindings():
            run = partial(self.app.simulate_key, binding.key)
            yield DiscoveryHit(binding.description, run, help=_help(binding))

    async def search(self, query: str) -> Hits:
        """Those whose words fit what is typed."""
        matcher = self.matcher(query)
        for name, told, command, _ in self.app.get_system_commands(self.screen):
            if (score := matcher.match(name)) > 0:
                yield Hit(score, matcher.highlight(name), command, help=told)
        for binding in self._bindings():
            words = f"{binding.description}: {binding.tooltip}"
            if (score := matcher.match(words)) > 0:
                run = partial(self.app.simulate_key, binding.key)
                yield Hit(score, matcher.highlight(words), run, help=_help(binding))

    def _bindings(self) -> Iterator[Binding]:
        """The keys of where the rep is, but for what the app's own commands name already."""
        seen: set[str] = set()
        own = {command.title for command in self.app.get_system_commands(self.screen)}
        for active in self.screen.active_bindings.values():
            binding = active.binding
            is_ours = binding.id is not None and not binding.id.startswith(("list.", "app."))
            is_new = binding.action not in seen and binding.description not in own
            if is_ours and active.enabled and is_new:
                seen.add(binding.action)
                yield binding


def _help(binding: Binding) -> str:
    return f"{binding.tooltip} (key {binding.key_display or binding.key})"
