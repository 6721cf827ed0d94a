"""The way a deal came: each stage and each end with its day, as another program kept them."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from journal.deal import Outcome
from journal.transfer.fields import ENTERED
from journal.transfer.found import Move
from journal.transfer.known import Known
from journal.transfer.outcome_words import outcome_in
from journal.transfer.row import Row

Step = tuple[date, str, str]
"""A day, and the stages a deal went from and to on it, as a file says them; from "" when it does not."""


@dataclass(slots=True)
class Way:
    """What the steps of a deal come to, as far as they were gone."""

    moves: list[Move] = field(default_factory=list)
    """The steps, oldest first."""
    stage: str | None = None
    """The last stage that it was in before it ended, or the one it is in."""
    stage1_on: date | None = None
    """The day it came into stage 1 or later from one of the rep's stages before it."""
    qualified_on: date | None = None
    """The day it was qualified."""
    ended: Outcome | None = None
    """How it ended; None while it is open."""
    ended_on: date | None = None
    """The day it ended."""

    def go(self, day: date, from_: str, to: str, known: Known) -> None:
        """One step more."""
        if self.stage is None and from_ and not _is_end(from_):
            self.stage = known.stage_in(from_)
        outcome = outcome_in(to)
        if outcome is not None and outcome is not Outcome.OPEN:
            self._end(day, outcome)
            return
        if self.ended is not None:
            self.moves.append(Move(day, "reopen", self.ended.value, Outcome.OPEN.value))
            self.ended = self.ended_on = None
        if outcome is None:
            self._enter(day, known.stage_in(to), known)

    def day_of(self, outcome: Outcome) -> date | None:
        """The day it ended like this; None when its last step says otherwise."""
        return self.ended_on if self.ended is outcome else None

    def leading_to(self, outcome: Outcome) -> tuple[Move, ...]:
        """The steps, without an end at their end that is not how the deal stands.

        HubSpot keeps the day a deal came into Closed Won, even when it was opened again.
        """
        if not self.moves:
            return ()
        last = len(self.moves)
        while last and self.moves[last - 1].what == "outcome" and self.ended is not outcome:
            last -= 1
        return tuple(self.moves[:last])

    def _end(self, day: date, outcome: Outcome) -> None:
        if outcome is not self.ended:
            before = self.ended or Outcome.OPEN
            self.moves.append(Move(day, "outcome", before.value, outcome.value))
            self.ended, self.ended_on = outcome, day

    def _enter(self, day: date, stage: str, known: Known) -> None:
        """Note a stage that was entered, and which of the two great ones it passed with it."""
        if stage == self.stage:
            return
        stages = known.stages
        before, place = stages.position(self.stage), stages.position(stage)
        self.moves.append(Move(day, "stage", self.stage, stage))
        self.stage = stage
        if place is None:
            return
        # A deal of a CRM counts from the day it was opened, unless it stood before stage 1 till now.
        if before is not None and before < stages.first_position <= place:
            self.stage1_on = self.stage1_on or day
        if (before is None or before < stages.qualified_position) and (
            place >= stages.qualified_position
        ):
            self.qualified_on = self.qualified_on or day


def _is_end(stage: str) -> bool:
    return outcome_in(stage) not in (None, Outcome.OPEN)


def entered_steps(row: Row, fields: Iterable[str]) -> list[Step]:
    """The steps that columns like "Date entered …" tell, oldest first. Raises BadRow."""
    days = [(day, field.removeprefix(ENTERED)) for field in fields if (day := row.day(field))]
    return [(day, "", stage) for day, stage in sorted(days, key=lambda entered: entered[0])]


def way_of(steps: Iterable[Step], known: Known) -> Way:
    """What steps come to, given oldest first."""
    way = Way()
    for day, from_, to in steps:
        way.go(day, from_, to, known)
    return way
