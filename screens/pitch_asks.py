"""Talking points ticked in a pitch: which meeting, demo or proposal, and what was said in it."""

from __future__ import annotations

from journal.activity import Activity
from journal.follow_up import FollowUp
from journal.pitches import KINDS, UsedPoint, is_used, read_pitches, read_points
from screens import meeting_words, wording
from screens.deal_asking import Asking, Said
from screens.dialogs.ask import AskDialog
from screens.page import Page

NO_PITCH = "No meeting, demo or proposal is logged yet; log one, then k ticks what you said in it."
NONE_HERE = (
    "No meeting, demo or proposal with them is logged yet; log one, then tick what you said."
)
NOBODY = "This names no account and no deal; on Today k asks which pitch you mean."
NO_POINTS = "Reasons named more by wins than by losses become talking points; there is none yet."


class PitchAsks(Asking):
    """Opens the two questions."""

    async def begun_from(self, entry: object) -> Said | None:
        """Of the pitch under the cursor, else of one of the last; there has to be something to tick."""
        points = read_points(self._journal)
        if not points:
            self._page.say(NO_POINTS)
            return None
        pitch = entry if isinstance(entry, Activity) and entry.kind in KINDS else None
        pitch = pitch or await self._chosen(read_pitches(self._journal), NO_PITCH)
        return None if pitch is None else await self._ticked(pitch, points)

    async def at(self, deal: int | None, account: str | None) -> Said | None:
        """Of the only pitch at an account, or of a deal; of one of its last where there are several."""
        points = read_points(self._journal)
        if not points:
            self._page.say(NO_POINTS)
            return None
        if deal is None and account is None:
            self._page.say(NOBODY)
            return None
        pitches = read_pitches(self._journal, deal=deal, account=account)
        pitch = pitches[0] if len(pitches) == 1 else await self._chosen(pitches, NONE_HERE)
        return None if pitch is None else await self._ticked(pitch, points)

    async def _chosen(self, pitches: tuple[Activity, ...], none: str) -> Activity | None:
        today = self._journal.today()
        if not pitches:
            self._page.say(none)
            return None
        named = [(one, meeting_words.named(one, today)) for one in pitches]
        return await self._app.push_screen_wait(AskDialog("Pitch", "Which one?", named))

    async def _ticked(self, pitch: Activity, points: tuple[UsedPoint, ...]) -> Said | None:
        answers = [(one.point.tag, _point(one, pitch)) for one in points]
        question = f"{meeting_words.named(pitch, self._journal.today())}: what did you say in it?"
        tag = await self._app.push_screen_wait(AskDialog("Talking points", question, answers))
        if tag is None:
            return None
        self._journal.deals.tick_point(pitch.id, tag)
        return Said(f"Ticked  {wording.one_line(tag, 40)}, in the {pitch.kind}")


def tick_said(page: Page, deal: int | None, account: str | None) -> None:
    """Ask which talking points were used in a pitch to them."""
    asks = PitchAsks(page, lambda _: None)
    asks.begin(lambda: asks.at(deal, account))


def tick_about(page: Page, about: FollowUp | None) -> None:
    """Ask which talking points were used in a pitch to whoever a follow-up is about."""
    tick_said(page, about.deal if about else None, about.account if about else None)


def _point(used: UsedPoint, pitch: Activity) -> str:
    mark = "[✓]" if is_used(pitch, used.point) else "[ ]"
    times = f"used {len(used.pitches):,} ×" if used.pitches else "not used yet"
    wins = "1 win" if used.point.wins == 1 else f"{used.point.wins:,} wins"
    return f"{mark} {wording.one_line(used.point.tag, 30)}  {wins}, {times}"
