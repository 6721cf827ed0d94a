"""The way in and out, and the care of the journal's file: each begins with one word, from any page."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from screens.page import Page


def begin(page: Page, what: str) -> None:
    """Begin what a key or the palette asks for."""
    if what == "bring_in":
        from screens.transfer_asks import BringingIn

        BringingIn(page).begin()
    elif what == "take_out":
        from screens.take_out_asks import TakingOut

        TakingOut(page).begin()
    elif what == "crm_debt":
        _crm_debt(page)
    elif what in ("back_up", "check"):
        from screens.care import Care

        care = Care(page)
        care.back_up() if what == "back_up" else care.check()


def _crm_debt(page: Page) -> None:
    """What the CRM lacks, as a list; in one sentence when there is none."""
    from journal import crm_debt
    from screens import transfer_words
    from screens.dialogs.crm_debt import DebtDialog
    from screens.take_out_asks import TakingOut

    def go_on(format: str | None) -> None:
        if format is not None:
            TakingOut(page).begin(format)

    with page.trouble_said():
        system = crm_debt.crm_of(page.journal)
        if system is None:
            page.say(transfer_words.NO_CRM, hint=transfer_words.IMPORTS)
        elif not crm_debt.count(page.journal, system):
            page.say(transfer_words.no_debt(crm_debt.NAMES[system]))
        else:
            page.app.push_screen(DebtDialog(page.journal, system), go_on)
