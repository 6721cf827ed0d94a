"""The four fair requests after a loss: what each came to, and a note on it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from textual.app import ComposeResult
from textual.content import Content
from textual.widgets import Static

from journal.deal import Deal
from journal.deal_ending import named
from journal.journal import Journal
from journal.request import Ask, Request, RequestState
from screens.dialogs.fields import Choice, Line
from screens.dialogs.form import Form, Row
from screens.drafted import Draft
from screens.widgets.ink import cut

_LABELS = {
    Ask.EVALUATION: "Evaluation documents",
    Ask.CRITERIA: "Decision criteria",
    Ask.ACCESS: "Access to deciders",
    Ask.PHONES: "Executives' phones",
}
_STATES: tuple[tuple[RequestState | None, str], ...] = (
    (None, "not yet"),
    (RequestState.ASKED, "asked"),
    (RequestState.GRANTED, "granted"),
    (RequestState.REFUSED, "refused"),
)


class RequestsDialog(Form[tuple[Request, ...]]):
    """Hands back those that came to something else, or have another note."""

    title_text = "The four requests"
    hint = "Second place has earned them. First letter: a, g, r."

    def __init__(
        self,
        journal: Journal,
        deal: Deal,
        standing: Sequence[Request],
        typed: Sequence[Request] | None = None,
        said: str = "",
    ) -> None:
        """Take the deal, what became of each so far, and what was typed in an earlier try."""
        super().__init__(said, Draft(journal, "requests", deal.id))
        self._journal = journal
        self._deal = deal
        self._before = {one.ask: one for one in standing}
        self._typed = self._before | {one.ask: one for one in typed or ()}

    def above(self) -> ComposeResult:
        """The deal."""
        yield Static(Content.styled(cut(named(self._deal), 58), "bold"), classes="about")

    def rows(self) -> Iterable[Row]:
        """Each of the four, and under it a note."""
        for ask in Ask:
            one = self._typed.get(ask)
            options = [each for each in _STATES if each[0] or ask not in self._before]
            name = ask.name.casefold()
            yield Row(_LABELS[ask], Choice(options, one.state if one else None, id=name))
            yield Row("", Line(one.note if one else "", id=f"{name}-note", example="by whom, how"))

    def read(self) -> tuple[Request, ...]:
        """Those that differ from what stood there."""
        found = []
        for ask in Ask:
            state, note = self.chosen(ask.name.casefold()), self.text(f"{ask.name.casefold()}-note")
            before = self._before.get(ask)
            if not isinstance(state, RequestState):
                if not note.strip():
                    continue
                # Who writes down how it was asked has asked.
                state = RequestState.ASKED
            if before is None or (before.state, before.note) != (state, note.strip()):
                today = self._journal.today()
                found.append(
                    Request(deal=self._deal.id, ask=ask, state=state, day=today, note=note.strip())
                )
        return tuple(found)
