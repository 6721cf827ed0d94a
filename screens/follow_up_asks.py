"""What is asked of follow-ups: each dialog ends with what was saved and a sentence about it."""

from __future__ import annotations

from collections.abc import Callable, Coroutine
from dataclasses import dataclass, replace
from datetime import date
from typing import TYPE_CHECKING

from journal.deal import Outcome
from journal.errors import JournalError
from journal.follow_up import FollowUp, FollowUpState
from journal.next_lead import Quiet, close_silence, closing
from journal.request import Ask, Request
from screens import follow_up_words, way_back_words, wording
from screens.dialogs.keep import ask_until_saved
from screens.dialogs.keep_beside import Asked, Kept, Typed, ask_beside

if TYPE_CHECKING:
    from screens.dialogs.follow_up import NewFollowUp
    from screens.dialogs.form import Form
    from screens.dialogs.touch import Done
    from screens.page import Page

_ASKING = "asking of follow-ups"
_CHOICES = 12


@dataclass(frozen=True, slots=True)
class Said:
    """What was saved."""

    words: str
    """The sentence about it."""
    follow_up: int | None = None
    """The id of the follow-up it was about, for the cursor to go to."""
    if_same: str = wording.NOTHING_DIFFERS
    """The sentence where nothing was saved, for all of it stood there."""


@dataclass(frozen=True, slots=True)
class TheFour:
    """The four requests in words, to be seen beside another window's."""

    evaluation: str
    """The evaluation documents."""
    criteria: str
    """The decision criteria."""
    access: str
    """The access to those who decided."""
    phones: str
    """The executives' phone numbers."""

    @classmethod
    def of(cls, requests: tuple[Request, ...]) -> TheFour:
        """What these came to; what is said later of one counts."""
        said = {one.ask: f"{one.state.value} {one.note}".strip() for one in requests}
        return cls(*(said.get(ask, "") for ask in Ask))


class FollowUpAsks:
    """Opens a dialog, saves what it hands back, and says so."""

    def __init__(self, page: Page, show: Callable[[int], None]) -> None:
        """Take the page they are asked on, and what puts the cursor on a follow-up."""
        self._app = page.app
        self._journal = page.journal
        self._page = page
        self._show = show

    def begin(self, ask: Callable[[FollowUpAsks], Coroutine[object, object, Said | None]]) -> None:
        """Open a dialog, and not a second one when a key comes twice."""
        page = self._page
        if not any(one.group == _ASKING and not one.is_finished for one in page.workers):
            page.run_worker(self._until_said(ask), group=_ASKING)

    async def done(self, follow_up: FollowUp) -> Said | None:
        """One optional line; a touch without a reason asks for it, and is skipped without."""
        from screens.dialogs.touch import DoneDialog

        journal = self._journal

        def save(typed: Done, read: FollowUp) -> str:
            asks_reason = follow_up_words.lacks_reason(read)
            if asks_reason and not typed.reason.strip():
                why = typed.note.strip() or follow_up_words.SKIPPED_WITHOUT
                kept = journal.follow_ups.skip(read.id, why, read)
                return follow_up_words.skipped_without(kept)
            kept = journal.follow_ups.done(read.id, typed.note, typed.reason, read)
            return follow_up_words.done(kept)

        said = await self._beside(
            follow_up,
            lambda typed, said: DoneDialog(journal, follow_up, typed, said),
            save,
            lambda typed, read: replace(
                read, state=FollowUpState.DONE, reason=typed.reason or read.reason
            ),
        )
        return None if said is None else Said(said)

    async def move(self, follow_up: FollowUp) -> Said | None:
        """Another day."""
        from screens.dialogs.touch import MoveDialog

        journal = self._journal
        moved = await self._beside(
            follow_up,
            lambda typed, said: MoveDialog(journal, follow_up, typed, said),
            lambda day, read: journal.follow_ups.move(read.id, day, read),
            lambda day, read: replace(read, due=day),
        )
        if moved is None:
            return None
        words = follow_up_words.moved(moved, journal.today(), is_off=self._is_off(moved.due))
        return Said(words, moved.id)

    async def skip(self, follow_up: FollowUp) -> Said | None:
        """Why it is let go."""
        from screens.dialogs.touch import SkipDialog

        journal = self._journal
        skipped = await self._beside(
            follow_up,
            lambda typed, said: SkipDialog(journal, follow_up, typed, said),
            lambda why, read: journal.follow_ups.skip(read.id, why, read),
            lambda why, read: replace(read, state=FollowUpState.SKIPPED, why=why),
        )
        return None if skipped is None else Said(follow_up_words.skipped(skipped))

    async def close(self, follow_up: FollowUp) -> Said | None:
        """Why the account is left alone for good."""
        from screens.dialogs.touch import CloseDialog

        journal = self._journal
        others = await self._beside(
            follow_up,
            lambda typed, said: CloseDialog(journal, follow_up, typed, said),
            lambda why, read: journal.follow_ups.close_way(read.id, why, read),
            lambda why, read: replace(read, state=FollowUpState.CLOSED, why=why),
        )
        return None if others is None else Said(follow_up_words.closed(follow_up, others))

    async def add(self) -> Said | None:
        """A new follow-up."""
        from screens.dialogs.follow_up import FollowUpDialog

        journal = self._journal

        def save(new: NewFollowUp) -> FollowUp:
            return journal.follow_ups.add(
                new.what, new.due, account=new.account or None, reason=new.reason or None
            )

        added = await ask_until_saved(
            self._app, lambda typed, said: FollowUpDialog(journal, typed, said), save
        )
        if added is None:
            return None
        words = follow_up_words.added(added, journal.today(), is_off=self._is_off(added.due))
        return Said(words, added.id)

    async def requests(self, deal_id: int) -> Said | None:
        """What the four requests came to. Raises JournalError for a deal that was not lost."""
        from screens.dialogs.requests import RequestsDialog

        journal = self._journal
        deal = journal.deals.get(deal_id)
        standing = journal.follow_ups.requests(deal_id)
        if deal.outcome not in (Outcome.LOST, Outcome.NO_DECISION) and not standing:
            raise JournalError(follow_up_words.ONLY_AFTER_A_LOSS)

        def save(requests: tuple[Request, ...], read: tuple[Request, ...]) -> str:
            journal.follow_ups.set_requests(deal_id, requests, read)
            return follow_up_words.requests_saved(len(requests))

        asked = Asked(
            lambda typed, said: RequestsDialog(journal, deal, standing, typed, said),
            save,
            lambda: journal.follow_ups.requests(deal_id),
            lambda typed, read: TheFour.of((*read, *typed)),
            TheFour.of,
        )
        said = await ask_beside(self._app, standing, asked)
        return None if said is None else Said(said)

    async def open_again(self, deal_id: int) -> Said | None:
        """A lost deal is open again, and keeps its history. Raises JournalError."""
        from screens.dialogs.ask import AskDialog

        journal = self._journal
        deal = journal.deals.get(deal_id)
        if deal.outcome not in (Outcome.LOST, Outcome.NO_DECISION):
            raise JournalError(follow_up_words.NOT_LOST)
        answers = [(True, "Open it again"), (False, "Leave it as it is")]
        question = follow_up_words.opens_again(deal)
        if not await self._app.push_screen_wait(AskDialog("Open again", question, answers)):
            return None
        is_first = deal_id not in journal.store.waiting.reopened(date.min)
        opened = journal.deals.reopen(deal_id)
        return Said(follow_up_words.opened_again(opened, is_first=is_first))

    async def way_back(self) -> Said | None:
        """The days of the way back into a lost deal; which of them is chosen where there are several."""
        from journal.no_way_back import read_without
        from screens.dialogs.ask import AskDialog

        journal, today = self._journal, self._journal.today()
        without = read_without(journal)
        if not without:
            self._page.say(way_back_words.NONE_WITHOUT)
            return None
        answers = [(deal.id, way_back_words.lost_deal(deal, today)) for deal in without[:_CHOICES]]
        dialog = AskDialog("Lay a way back", way_back_words.which(len(without)), answers)
        chosen = await self._app.push_screen_wait(dialog)
        if chosen is None:
            return None
        since = journal.kept
        touches, deal = journal.deals.lay_again(chosen), journal.deals.get(chosen)
        is_new = journal.kept > since
        words = way_back_words.said(deal, touches, today, is_new=is_new)
        return Said(words, touches[0].id if touches else None, words)

    async def close_line(self, quiet: Quiet) -> Said | None:
        """The closing line, the day it is asked again, and the next lead."""
        from screens.dialogs.closing_line import ClosingLineDialog

        journal, send = self._journal, quiet.silent.send
        suggested = closing(journal, send.account)
        laid = await ask_until_saved(
            self._app,
            lambda typed, said: ClosingLineDialog(journal, suggested, typed, said),
            lambda day: close_silence(journal, send.account, send.day, day),
        )
        if laid is None:
            return None
        lead = suggested.lead.follow_up.id if suggested.lead else None
        return Said(follow_up_words.line_closed(laid, suggested.lead, journal.today()), lead)

    async def _until_said(
        self, ask: Callable[[FollowUpAsks], Coroutine[object, object, Said | None]]
    ) -> None:
        page, since = self._page, self._journal.kept
        with page.trouble_said():
            if (said := await ask(self)) is not None:
                page.show_saved(said.words, since, said.if_same)
                if said.follow_up is not None:
                    self._show(said.follow_up)

    async def _beside(
        self,
        follow_up: FollowUp,
        ask: Callable[[Typed | None, str], Form[Typed]],
        save: Callable[[Typed, FollowUp], Kept],
        mine: Callable[[Typed, FollowUp], FollowUp],
    ) -> Kept | None:
        """What became of one; what another window saved of it meanwhile is shown beside it."""
        asked = Asked(
            ask, save, lambda: self._journal.follow_ups.get(follow_up.id), mine, lambda one: one
        )
        return await ask_beside(self._app, follow_up, asked)

    def _is_off(self, day: date | None) -> bool:
        return day is not None and not self._journal.calendar.is_working(day)
