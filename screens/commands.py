"""What the palette finds: pages and what belongs to all of them, then each key that acts where the rep is."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider


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
        seen: set[str] = set()
        for active in self.screen.active_bindings.values():
            binding = active.binding
            is_ours = binding.id is not None and not binding.id.startswith(("list.", "app."))
            if is_ours and active.enabled and binding.action not in seen:
                seen.add(binding.action)
                yield binding


def _help(binding: Binding) -> str:
    return f"{binding.tooltip} (key {binding.key_display or binding.key})"
