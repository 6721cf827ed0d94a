"""What is asked of the rep's own side of the journal: the purpose, settings, and days off."""

from __future__ import annotations

from journal.calendar import DayOff
from journal.journal import Journal
from screens import wording
from screens.dialogs.keep import ask_until_saved
from screens.page import Page


async def ask_purpose(page: Page) -> None:
    """Write down why the rep does this, or say it anew."""
    from screens.dialogs.purpose import PurposeDialog

    def save(words: str) -> str:
        page.journal.set_purpose(words)
        return words

    since = page.journal.kept
    saved = await ask_until_saved(
        page.app, lambda typed, said: PurposeDialog(page.journal, typed, said), save
    )
    if saved:
        page.show_saved(wording.PURPOSE_SAVED, since)


async def ask_settings(page: Page) -> None:
    """Change what holds from a day on."""
    from screens.dialogs.settings import SettingsDialog

    themes = tuple(name for name in page.app.available_themes if not name.startswith("ansi"))
    since = page.journal.kept
    saved = await ask_until_saved(
        page.app,
        lambda typed, said: SettingsDialog(page.journal, themes, typed or (), said),
        page.journal.set_all,
    )
    if saved:
        page.show_saved(wording.SETTINGS_SAVED, since)
        if any(one.key == "stages" for one in saved):
            _tell_unranked(page)


async def ask_days_off(page: Page) -> None:
    """Take days off, or give some back."""
    from screens.dialogs.off import OffDialog

    since = page.journal.kept
    saved = await ask_until_saved(
        page.app,
        lambda typed, said: OffDialog(page.journal, typed, said),
        lambda off: _take_or_give_back(page.journal, off),
    )
    if saved is not None:
        page.show_saved(wording.DAYS_OFF_SAVED, since)


def _tell_unranked(page: Page) -> None:
    from journal.pipeline import unranked, unranked_in_words

    if told := unranked_in_words(unranked(page.journal)):
        page.say(told)


def _take_or_give_back(journal: Journal, off: DayOff) -> DayOff:
    if off.id:
        journal.days_off.give_back(off.first, off.last)
        return off
    return journal.days_off.take(off.first, off.last, off.why)
