"""What the palette finds: every key that acts where the rep is, by what it does."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from textual.binding import Binding
from textual.command import DiscoveryHit, Hit, Hits, Provider


class KeyCommands(Provider):
    """Offers the page's own keys as commands, so that none of them has to be remembered."""

    async def discover(self) -> Hits:
        """All of them, before anything is typed."""
        for binding in self._bindings():
            run = partial(self.app.simulate_key, binding.key)
            yield DiscoveryHit(binding.description, run, help=_help(binding))

    async def search(self, query: str) -> Hits:
        """Those whose words fit what is typed."""
        matcher = self.matcher(query)
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
