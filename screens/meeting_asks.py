"""Asking how a meeting went: right after it was logged, or later from its row, its deal or its account."""

from __future__ import annotations

from contextlib import nullcontext
from dataclasses import replace
from typing import TYPE_CHECKING

from journal.activity import Activity
from journal.deal import Deal
from journal.errors import ChangedElsewhere, JournalError
from screens import meeting_words
from screens.deal_asking import Asking, Said
from screens.dialogs.changed import ChangedDialog, Keep

if TYPE_CHECKING:
    from journal.meeting import Meeting
    from screens.dialogs.meeting import MeetingDialog


class MeetingAsks(Asking):
    """Opens the dialog of a meeting's notes."""

    async def of(self, entry: Activity) -> Said | None:
        """How one meeting went; beside another window's version when needed."""
        from screens.dialogs.meeting import MeetingDialog

        journal, meetings = self._journal, self._journal.meetings
        form = MeetingDialog(journal, entry, meetings.of(entry.id))
        while (noted := await self._app.push_screen_wait(form)) is not None:
            try:
                try:
                    return self._keep(form, entry, noted)
                except ChangedElsewhere as problem:
                    theirs, said = meetings.of(entry.id), str(problem)
                    kept = await self._app.push_screen_wait(ChangedDialog(noted, theirs))
                    noted = _over(noted, theirs)
                    if kept is Keep.THEIRS:
                        with form.draft.settled() if form.draft else nullcontext():
                            return None
                    if kept is Keep.MINE:
                        return self._keep(form, entry, noted)
            except JournalError as problem:
                said = str(problem)
            draft, form = form.draft, MeetingDialog(journal, entry, noted, said)
            form.draft = draft
        return None

    async def lately(self, deal: Deal | None, account: str | None) -> Said | None:
        """How one of the last meetings went, there or anywhere; which is chosen where there are several."""
        from screens.dialogs.ask import AskDialog

        meetings, today = self._journal.meetings, self._journal.today()
        held = meetings.held(deal.id if deal else None, account)
        if not held:
            is_here = deal is not None or account is not None
            self._page.say(meeting_words.NONE_HERE if is_here else meeting_words.NONE_HELD)
            return None
        if len(held) == 1:
            return await self.of(held[0])
        named = [
            (each, meeting_words.choice(each, today, has_notes=bool(meetings.of(each.id).rev)))
            for each in held
        ]
        chosen = await self._app.push_screen_wait(AskDialog("How it went", "Which one?", named))
        return None if chosen is None else await self.of(chosen)

    def _keep(self, form: MeetingDialog, entry: Activity, noted: Meeting) -> Said:
        with form.draft.settled() if form.draft else nullcontext():
            self._journal.meetings.keep(noted)
        return Said(meeting_words.kept(entry))


def _over(mine: Meeting, theirs: Meeting) -> Meeting:
    return replace(mine, rev=theirs.rev)
