"""A deal that was lost, in under 90 seconds: to whom, why, what could be known, and what to ask for today."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from textual.app import ComposeResult

from journal.deal import Deal
from journal.deal_ending import (
    UNKNOWN,
    Loss,
    LostTo,
    Missing,
    Undecided,
    category_named,
    check_ending,
)
from journal.deal_story import LOSS_CATEGORIES
from journal.errors import BadInput
from journal.journal import Journal
from journal.request import Ask
from screens.dialogs.days import ahead, echo
from screens.dialogs.deal_about import (
    A_WORD_EACH,
    MISSING,
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

NO_DECISION = "no decision"

_TO: tuple[tuple[str, str], ...] = (
    (LostTo.UNKNOWN.value, "unknown"),
    (LostTo.COMPETITOR.value, "a competitor"),
    (LostTo.OTHER.value, "other solution"),
    (NO_DECISION, "no decision"),
)
_KNOWN: tuple[tuple[bool | None, str], ...] = ((None, "not known"), (True, "yes"), (False, "no"))
_ASKS: tuple[tuple[bool, str], ...] = ((False, "–"), (True, "asked today"))
_CATEGORIES = tuple((name, name) for name in (UNKNOWN, *LOSS_CATEGORIES) if name)


class LostDialog(SomeRows[Loss | Undecided]):
    """Hands back what is said of a loss; Ctrl+S saves at any row, and all may stay unknown.

    What does not follow from the answers above is not asked, so that it takes under 90 seconds.
    """

    DEFAULT_CSS = """
    LostDialog { & Words.field { height: 2; } }
    """

    title_text = "Lost"
    hint = "Ctrl+S saves at any row; unknown is an answer too."

    def __init__(
        self,
        journal: Journal,
        deal: Deal,
        typed: Loss | Undecided | None = None,
        said: str = "",
    ) -> None:
        """Take the deal; what was typed in an earlier try, and why it was not saved."""
        super().__init__(said, Draft(journal, "lost", deal.id))
        self._journal = journal
        self._deal = deal
        self._waiting = still_waiting(journal, deal)
        self._typed = typed or Loss()

    def above(self) -> ComposeResult:
        """The deal."""
        yield about(self._deal)

    def rows(self) -> Iterable[Row]:
        """To whom, why, and what to do about it; the quick ones first."""
        typed = self._typed
        loss = typed if isinstance(typed, Loss) else Loss()
        to = loss.to.value if isinstance(typed, Loss) else NO_DECISION
        missing = typed.missing if isinstance(typed, Undecided) else None
        yield Row("Lost to", Choice(_TO, to, id="to"))
        yield Row("Their name", Line(loss.winner, id="winner", example="who won it"))
        yield Row("Missing", Choice(MISSING, missing, id="missing"))
        yield Row("Why", Choice(tuple(dict.fromkeys(_CATEGORIES)), loss.category, id="category"))
        also = Line(", ".join(loss.more_categories), id="also", example="timing, trust")
        yield Row("And also", also)
        yield from waiting_row(self._waiting, closes=typed.closes_waiting)
        yield Row("My reason", Words(typed.my_reason, id="my_reason"))
        mine = tags_in_words(loss.my_reasons)
        yield Row("Mine, a word each", Line(mine, id="my_tags", example=A_WORD_EACH))
        yield Row("They say", Words(typed.buyers_words, id="buyers_words"))
        theirs = tags_in_words(loss.buyers_reasons)
        yield Row("Theirs, a word each", Line(theirs, id="their_tags", example=A_WORD_EACH))
        yield Row("Who saw it first", Choice(SEEN, taught_of(loss.buyers_reasons), id="seen"))
        yield Row("Asked by", Line(typed.asked_by, id="asked_by", example="who asked them"))
        known = Line(typed.could_have_known, id="known", example="the demo they moved twice")
        yield Row("Could have known", known)
        yield from self._way_back(loss)
        day = typed.day.isoformat() if typed.day else ""
        yield Row("On", Line(day, id="day", example="today"), echoes=True)

    def _way_back(self, loss: Loss) -> Iterable[Row]:
        """The two factors of the way back, when their contract ends, and the four requests."""
        yield Row("Bought such often", Choice(_KNOWN, loss.many_purchases, id="many"))
        yield Row("Long with one rival", Choice(_KNOWN, loss.long_use, id="long"))
        rests = Line(loss.factors_evidence, id="evidence", example="who said so")
        yield Row("That rests on", rests)
        if self._deal.account:
            end = loss.contract_end.isoformat() if loss.contract_end else ""
            yield Row("Their contract ends", Line(end, id="ends", example="30 Jun"), echoes=True)
        for ask in Ask:
            label = f"Ask: {_short(ask)}"
            yield Row(label, Choice(_ASKS, ask in loss.requests, id=f"ask-{ask.name.lower()}"))

    def asks(self, name: str) -> bool:
        """A winner's name where somebody won, what was missing where nobody did, and so on."""
        is_undecided = self._stands("to") == NO_DECISION
        match name:
            case "missing":
                return is_undecided
            case "winner":
                return self._stands("to") in (LostTo.COMPETITOR.value, LostTo.OTHER.value)
            case "also":
                return not is_undecided and self._stands("category") != UNKNOWN
            case "seen":
                return not is_undecided and bool(self._stands("their_tags"))
            case "evidence":
                return not is_undecided and (
                    self._stands("many") is not None or self._stands("long") is not None
                )
            case "to" | "waiting" | "my_reason" | "buyers_words" | "asked_by" | "known" | "day":
                return True
        return not is_undecided

    def read(self) -> Loss | Undecided:
        """What is said. Raises BadInput."""
        day = read_ended_on(self._journal, self.text("day"))
        if self.chosen("to") == NO_DECISION:
            missing = self.chosen("missing")
            ending: Loss | Undecided = Undecided(
                day=day,
                missing=missing if isinstance(missing, Missing) else None,
                my_reason=self.text("my_reason"),
                buyers_words=self.text("buyers_words"),
                asked_by=self.text("asked_by"),
                could_have_known=self.text("known"),
                closes_waiting=self._closes_waiting(),
            )
        else:
            ending = self._loss(day)
        self._reading = "my_reason"
        check_ending(ending)
        return ending

    def _loss(self, day: date | None) -> Loss:
        seen = self._known("seen")
        return Loss(
            day=day,
            to=LostTo(str(self.chosen("to"))),
            winner=self.text("winner") if self.asks("winner") else "",
            category=str(self.chosen("category")),
            more_categories=self._also(),
            my_reason=self.text("my_reason"),
            buyers_words=self.text("buyers_words"),
            asked_by=self.text("asked_by"),
            my_reasons=read_tags(self.text("my_tags")),
            buyers_reasons=read_tags(self.text("their_tags"), seen),
            could_have_known=self.text("known"),
            many_purchases=self._known("many"),
            long_use=self._known("long"),
            factors_evidence=self.text("evidence"),
            contract_end=self._contract_end(),
            requests=tuple(ask for ask in Ask if self.chosen(f"ask-{ask.name.lower()}")),
            closes_waiting=self._closes_waiting(),
        )

    def echo(self, name: str) -> str:
        """The day in full."""
        words = self.query_one(f"#{name}", Line).value
        if name == "ends":
            return echo(self._journal, words, past=False) if words.strip() else ""
        return echo(self._journal, words or "today", past=True)

    def _also(self) -> tuple[str, ...]:
        """What else played a part. Raises BadInput."""
        words = self.text("also") if self.asks("also") else ""
        named = (category_named(one) for one in words.split(",") if one.strip())
        return tuple(dict.fromkeys(each for each in named if each != self.chosen("category")))

    def _stands(self, name: str) -> object:
        """What stands in a row, as it is."""
        field = self.query_one(f"#{name}")
        return field.value.strip() if isinstance(field, Line) else getattr(field, "value", None)

    def _known(self, name: str) -> bool | None:
        value = self.chosen(name)
        return value if isinstance(value, bool) else None

    def _closes_waiting(self) -> bool:
        return bool(self._waiting) and bool(self.chosen("waiting"))

    def _contract_end(self) -> date | None:
        if not self._deal.account:
            return None
        words = self.text("ends")
        try:
            return ahead(self._journal, words)
        except BadInput:
            self._reading = "ends"
            raise


def _short(ask: Ask) -> str:
    return {
        Ask.EVALUATION: "evaluation",
        Ask.CRITERIA: "criteria",
        Ask.ACCESS: "access",
        Ask.PHONES: "phones",
    }[ask]
