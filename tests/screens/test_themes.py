"""The themes that the settings know by name are those that the app can show."""

from __future__ import annotations

from textual.theme import BUILTIN_THEMES

from journal.setting_words import THEMES
from screens.themes import DUSK, PAPER


def test_every_theme_there_is_can_be_set_by_its_name() -> None:
    assert (DUSK.name, PAPER.name, *sorted(BUILTIN_THEMES)) == THEMES
