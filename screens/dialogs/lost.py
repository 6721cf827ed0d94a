"""A deal that was lost, in under 90 seconds: to whom, why, what could be known, and what to ask for today."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from textual.app import ComposeResult

from journal.deal import Deal
from journal.deal_ending import UNKNOWN, Loss, LostTo, Undecided, check_ending
from journal.deal_story import LOSS_CATEGORIES
from journal.errors import BadInput
from journal.journal import Journal
from journal.request import Ask
from screens.dialogs.days import ahead, echo
from screens.dialogs.deal_about import about, read_ended_on
from screens.dialogs.fields import Choice, Line, Words
from screens.dialogs.form import Form, Row
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


class LostDialog(Form[Loss | Undecided]):
    """Hands back what is said of a loss; Ctrl+S saves at any row, and all may stay unknown."""

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
        self._typed = typed or Loss()

    def above(self) -> ComposeResult:
        """The deal."""
        yield about(self._deal)

    def rows(self) -> Iterable[Row]:
        """To whom, why, and what to do about it; the quick ones first."""
        typed = self._typed
        loss = typed if isinstance(typed, Loss) else Loss()
        to = loss.to.value if isinstance(typed, Loss) else NO_DECISION
        yield Row("Lost to", Choice(_TO, to, id="to"))
        yield Row("Their name", Line(loss.winner, id="winner", example="who won it"))
        yield Row("Why", Choice(tuple(dict.fromkeys(_CATEGORIES)), loss.category, id="category"))
        yield Row("My reason", Words(typed.my_reason, id="my_reason"))
        yield Row("They say", Words(typed.buyers_words, id="buyers_words"))
        yield Row("Asked by", Line(typed.asked_by, id="asked_by", example="who asked them"))
        known = Line(typed.could_have_known, id="known", example="the demo they moved twice")
        yield Row("Could have known", known)
        yield Row("Bought such often", Choice(_KNOWN, loss.many_purchases, id="many"))
        yield Row("Long with one rival", Choice(_KNOWN, loss.long_use, id="long"))
        yield Row(
            "That rests on", Line(loss.factors_evidence, id="evidence", example="who said so")
        )
        if self._deal.account:
            end = loss.contract_end.isoformat() if loss.contract_end else ""
            yield Row("Their contract ends", Line(end, id="ends", example="30 Jun"), echoes=True)
        for ask in Ask:
            label = f"Ask: {_short(ask)}"
            yield Row(label, Choice(_ASKS, ask in loss.requests, id=f"ask-{ask.name.lower()}"))
        day = typed.day.isoformat() if typed.day else ""
        yield Row("On", Line(day, id="day", example="today"), echoes=True)

    def read(self) -> Loss | Undecided:
        """What is said. Raises BadInput."""
        day = read_ended_on(self._journal, self.text("day"))
        if self.chosen("to") == NO_DECISION:
            ending: Loss | Undecided = Undecided(
                day=day,
                my_reason=self.text("my_reason"),
                buyers_words=self.text("buyers_words"),
                asked_by=self.text("asked_by"),
                could_have_known=self.text("known"),
            )
        else:
            ending = Loss(
                day=day,
                to=LostTo(str(self.chosen("to"))),
                winner=self.text("winner"),
                category=str(self.chosen("category")),
                my_reason=self.text("my_reason"),
                buyers_words=self.text("buyers_words"),
                asked_by=self.text("asked_by"),
                could_have_known=self.text("known"),
                many_purchases=self._known("many"),
                long_use=self._known("long"),
                factors_evidence=self.text("evidence"),
                contract_end=self._contract_end(),
                requests=tuple(ask for ask in Ask if self.chosen(f"ask-{ask.name.lower()}")),
            )
        self._reading = "my_reason"
        check_ending(ending)
        return ending

    def echo(self, name: str) -> str:
        """The day in full."""
        words = self.query_one(f"#{name}", Line).value
        if name == "ends":
            return echo(self._journal, words, past=False) if words.strip() else ""
        return echo(self._journal, words or "today", past=True)

    def _known(self, name: str) -> bool | None:
        value = self.chosen(name)
        return value if isinstance(value, bool) else None

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
