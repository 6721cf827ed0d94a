"""A deal that was won: why they decided that way, in their words, or why nobody has asked yet."""

from __future__ import annotations

from collections.abc import Iterable

from textual.app import ComposeResult

from journal.deal import Deal, Outcome
from journal.deal_ending import Tag, Win, check_ending
from journal.deal_story import DECIDED
from journal.errors import BadInput
from journal.journal import Journal
from screens.dialogs.days import echo
from screens.dialogs.deal_about import (
    A_WORD_EACH,
    SEEN,
    about,
    read_ended_on,
    read_tags,
    still_waiting,
    tags_in_words,
    taught_of,
    waiting_row,
)
from screens.dialogs.fields import Choice, Line, Words
from screens.dialogs.form import Row
from screens.dialogs.some_rows import SomeRows
from screens.drafted import Draft

_NOTHING_SAID = "Write what they said, or below why nobody has asked yet."


class WonDialog(SomeRows[Win]):
    """Hands back what is said of a win; without the answer it is asked for again."""

    hint = "Ask them within the week; the answer may come later (w)."

    def __init__(
        self,
        journal: Journal,
        deal: Deal,
        typed: Win | None = None,
        said: str = "",
        before: Win | None = None,
    ) -> None:
        """Take the deal; what was typed in an earlier try, and why it was not saved.

        ``before`` is what was said of its end already.
        """
        super().__init__(said, Draft(journal, "won", deal.id, may_change=True))
        self._journal = journal
        self._deal = deal
        self._waiting = still_waiting(journal, deal)
        self._before = before or Win()
        self._typed = typed or self._before
        self._is_won = deal.is_open or deal.outcome is Outcome.WON
        if deal.is_open:
            self.title_text = "Won"
        else:
            self.title_text = "Why it was won" if self._is_won else "Why it was not won"
        if not self._is_won:
            self.hint = "Their own words and yours, apart; what was said before stays."

    def above(self) -> ComposeResult:
        """The deal, and the one question."""
        yield about(self._deal, DECIDED)

    def rows(self) -> Iterable[Row]:
        """The answer, the reasons of each side, who asked, or why not yet; the day while it is open."""
        typed, before = self._typed, self._before
        buyers = typed.buyers_reasons or before.buyers_reasons
        yield Row("They say", Words(typed.answer, id="answer"))
        theirs = Line(tags_in_words(buyers), id="tags", example=A_WORD_EACH)
        yield Row("Theirs, a word each", theirs)
        yield Row("Who saw it first", Choice(SEEN, taught_of(buyers), id="seen"))
        yield Row("Asked by", Line(typed.asked_by, id="asked_by", example="who asked them"))
        why_not = Line(typed.why_not_asked, id="why_not", example="if nobody has asked: why")
        yield Row("Or why not yet", why_not)
        yield from waiting_row(self._waiting, closes=typed.closes_waiting)
        mine = tags_in_words(typed.my_reasons or before.my_reasons)
        yield Row("Mine, a word each", Line(mine, id="my_tags", example=A_WORD_EACH))
        if self._deal.is_open:
            day = typed.day.isoformat() if typed.day else ""
            yield Row("On", Line(day, id="day", example="today"), echoes=True)

    def asks(self, name: str) -> bool:
        """Who saw it first where reasons are named, who asked where there is an answer, else why not."""
        has_answer = bool(self.query_one("#answer", Words).text.strip())
        match name:
            case "seen":
                return bool(self.query_one("#tags", Line).value.strip())
            case "asked_by":
                return has_answer
            case "why_not":
                return self._is_won and not has_answer
        return True

    def read(self) -> Win:
        """What is said; reasons that stand as they stood are not said again. Raises BadInput."""
        win = Win(
            answer=self.text("answer"),
            asked_by=self.text("asked_by"),
            why_not_asked=self.text("why_not"),
            buyers_reasons=self._buyers_reasons(),
            my_reasons=self._my_reasons(),
            day=read_ended_on(self._journal, self.text("day")) if self._deal.is_open else None,
            closes_waiting=bool(self._waiting) and bool(self.chosen("waiting")),
        )
        said = (win.answer.strip(), win.why_not_asked.strip(), win.buyers_reasons, win.my_reasons)
        if not self._deal.is_open and not any(said):
            self._reading = "answer"
            raise BadInput(_NOTHING_SAID if self._is_won else "Write what they said, or a reason.")
        self._reading = "answer"
        check_ending(win)
        return win

    def echo(self, name: str) -> str:
        """The day in full."""
        return echo(self._journal, self.query_one(f"#{name}", Line).value or "today", past=True)

    def _buyers_reasons(self) -> tuple[Tag, ...]:
        """Theirs, where they were touched. Raises BadInput."""
        seen, before = self.chosen("seen"), self._before.buyers_reasons
        taught, words = seen if isinstance(seen, bool) else None, self.text("tags")
        if (words, taught) == (tags_in_words(before), taught_of(before)):
            return ()
        return read_tags(words, taught)

    def _my_reasons(self) -> tuple[Tag, ...]:
        """The rep's own, where they were touched. Raises BadInput."""
        words = self.text("my_tags")
        return () if words == tags_in_words(self._before.my_reasons) else read_tags(words)
