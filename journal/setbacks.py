"""Setbacks: what a rep makes of them later, what came of each, and how fast they are back."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from journal.bounce_back import Cluster
from journal.entry import LONGEST_TEXT
from journal.errors import BadInput, ChangedElsewhere, NotFound
from journal.follow_up import FollowUp, FollowUpState
from journal.follow_ups import CHANGED, check_follow_up, short
from journal.resilience import BounceBack, Resilience
from journal.setback import Setback
from journal.setback_history import SetbackHistory
from journal.setback_line import (
    CheckDue,
    SetbackLine,
    answered_by,
    asked_between,
    came_of,
)
from journal.setback_work import CHECKS, DEEPEST, Check, Thoughts

if TYPE_CHECKING:
    from journal.journal import Journal
    from journal.store import FollowUps

NEXT_STEP = "next-step"
"""The kind of follow-up that is a setback's next small action."""


class Setbacks:
    """What a rep does with setbacks; made anew when the journal was read anew."""

    def __init__(self, journal: Journal) -> None:
        """Take the journal they belong to."""
        self._journal = journal
        self._history = SetbackHistory(journal)

    def lines(
        self, before: tuple[date, int] | None = None, limit: int = 100
    ) -> tuple[SetbackLine, ...]:
        """Setbacks newest first, each with what came of it.

        ``before`` is the day and id of the last line of the page before.
        """
        return self._lines(self._journal.store.setbacks.newest_first(before, limit))

    def story(self, setback: int) -> SetbackLine:
        """One setback with everything that came after it. Raises NotFound."""
        return self._lines([self._get(setback)])[0]

    def work_through(
        self,
        thoughts: Thoughts,
        step: str = "",
        due: date | None = None,
        read: SetbackLine | None = None,
    ) -> Thoughts:
        """Keep what the rep thinks of a setback, at whatever time they ask for it.

        A next small action and its day are kept with it, as one thing to undo. ``read`` is the setback
        as it stood when it was looked at. Raises BadInput, NotFound, ChangedElsewhere when other thoughts
        stand there by now, or another step where one is said, CannotSave.
        """
        check_thoughts(thoughts)
        store, setback = self._journal.store, self._get(thoughts.setback)
        new = self._step(thoughts.setback, step, due) if step.strip() and due else None
        with self._journal.writing(f"the thoughts on {_named(setback)}"):
            kept = store.setbacks.keep_thoughts(thoughts)
            if new is not None:
                self._refuse_another_step(thoughts.setback, read)
                _keep(store.follow_ups, new)
            return kept

    def next_step(
        self, setback: int, what: str, due: date, read: SetbackLine | None = None
    ) -> FollowUp:
        """Write down the next small action and its day, over the one that still waits.

        ``read`` is the setback as it stood when it was looked at. Raises BadInput, NotFound,
        ChangedElsewhere when another step stands there by now, CannotSave.
        """
        step = self._step(setback, what, due)
        with self._journal.writing(f"the next step “{short(step.what)}”"):
            self._refuse_another_step(setback, read)
            return _keep(self._journal.store.follow_ups, step)

    def answer(self, check: Check, read: SetbackLine | None = None) -> Check:
        """Keep what a setback taught, 7 or 30 days on, over an earlier answer; its day is today.

        A sting said before keeps its day. ``read`` is the setback as it stood when it was looked at.
        Raises BadInput, NotFound, ChangedElsewhere when it was answered otherwise since, CannotSave.
        """
        check_answer(check)
        setback, today = self._get(check.setback), self._journal.today()
        with self._journal.writing(f"what {_named(setback)} taught"):
            before = self.story(check.setback).check(check.after)
            if read is not None and before != read.check(check.after):
                raise ChangedElsewhere(CHANGED)
            day = before.day if before and before.sting == check.sting else today
            return self._journal.store.setbacks.answer(replace(check, day=day))

    def checks_due(self, until: date | None = None) -> tuple[CheckDue, ...]:
        """The setbacks that are asked about now, or up to a day ahead; the longest waiting first."""
        today, store = self._journal.today(), self._journal.store.setbacks
        found: dict[int, CheckDue] = {}
        for after in CHECKS:
            first, last = asked_between(after, today)
            last += max((until or today) - today, timedelta())
            for setback in store.unanswered(after, first, min(last, today)):
                found.setdefault(setback.id, CheckDue(setback, after))
        return tuple(sorted(found.values(), key=lambda one: (one.due, one.setback.id)))

    def resilience(self) -> Resilience:
        """Everything that is measured of the setbacks of the last 24 months."""
        return self._history.resilience()

    def bounce_back(self) -> BounceBack:
        """How fast the rep was back from the setbacks of the last 24 months, and nothing else."""
        return self._history.bounce_back()

    def stronger(self, limit: int = 100) -> tuple[tuple[Setback, Check], ...]:
        """What the rep came out of stronger, newest first, with what was said after 7 and 30 days."""
        said = self._journal.store.setbacks.stronger(limit)
        order = {id_: place for place, id_ in enumerate(dict.fromkeys(hit.id for hit, _ in said))}
        return tuple(sorted(said, key=lambda each: (order[each[0].id], each[1].after)))

    def _get(self, setback: int) -> Setback:
        found = self._journal.store.entries.get(setback)
        if not isinstance(found, Setback):
            raise NotFound(f"Entry {setback:,} is no setback; journal setbacks lists them.")
        return found

    def _step(self, setback: int, what: str, due: date) -> FollowUp:
        """The next small action, over the one that still waits. Raises BadInput, NotFound."""
        line = self.story(setback)
        hit, step = line.setback, line.next_step
        if step is None or step.state is not FollowUpState.DUE:
            step = FollowUp(
                due=due, what="", account=hit.account, deal=hit.deal, setback=hit.id, kind=NEXT_STEP
            )
        step = replace(step, what=what.strip(), due=due)
        check_follow_up(step, self._journal.today())
        return step

    def _refuse_another_step(self, setback: int, read: SetbackLine | None) -> None:
        if read is not None and read.next_step != self.story(setback).next_step:
            raise ChangedElsewhere(CHANGED)

    def _lines(self, hits: Sequence[Setback]) -> tuple[SetbackLine, ...]:
        """These setbacks with what is known of each, read at once."""
        store, today = self._journal.store, self._journal.today()
        ids = [hit.id for hit in hits]
        thoughts, checks = store.setbacks.thoughts(ids), store.setbacks.checks(ids)
        steps = store.follow_ups.of_setbacks(ids)
        cluster_of = {id_: one for one in self._history.clusters() for _, id_ in one.setbacks}
        return tuple(
            SetbackLine(
                setback=hit,
                thoughts=thoughts.get(hit.id),
                checks=checks.get(hit.id, ()),
                next_step=_next(steps.get(hit.id, ())),
                came_of=came_of(
                    hit,
                    checks.get(hit.id, ()),
                    cluster_of.get(hit.id),
                    self._history.worked_days(),
                    today,
                ),
                answers=answered_by(hit.day, today),
                not_measured=_why_not(cluster_of.get(hit.id)),
            )
            for hit in hits
        )


def check_thoughts(thoughts: Thoughts) -> None:
    """Refuse what cannot be kept as it is meant. Raises BadInput."""
    words = (
        thoughts.belief,
        thoughts.in_control,
        thoughts.evidence_against,
        thoughts.other_view,
        thoughts.if_then,
    )
    _check_words(*words)
    for name, depth in (
        ("How permanent it seems", thoughts.permanent),
        ("How much it touches", thoughts.pervasive),
        ("How personal it is", thoughts.personal),
    ):
        _check_depth(name, depth)
    shares = (thoughts.mine, thoughts.theirs, thoughts.circumstance)
    said = [share for share in shares if share is not None]
    if said and (len(said) < 3 or min(said) < 0 or sum(said) != 100):
        raise BadInput("Mine, theirs and circumstance make 100 % together; or leave all three out.")


def check_answer(check: Check) -> None:
    """Refuse what cannot be kept as it is meant. Raises BadInput."""
    if check.after not in CHECKS:
        raise BadInput("A setback is asked about after 7 and after 30 days.")
    _check_depth("A sting", check.sting)
    _check_words(check.learned, check.differently)


def _check_words(*texts: str) -> None:
    if max(map(len, texts)) > LONGEST_TEXT:
        raise BadInput(f"One answer holds {LONGEST_TEXT:,} characters; shorten it.")


def _check_depth(name: str, depth: int | None) -> None:
    if depth is not None and not 0 <= depth <= DEEPEST:
        raise BadInput(f"{name} is a whole number from 0 to {DEEPEST}.")


def _keep(kept: FollowUps, step: FollowUp) -> FollowUp:
    return kept.change(step) if step.id else kept.add(step)


def _next(steps: Sequence[FollowUp]) -> FollowUp | None:
    """The step that waits, else the last there was."""
    waiting = [step for step in steps if step.state is FollowUpState.DUE]
    return next(reversed(waiting or list(steps)), None)


def _why_not(cluster: Cluster | None) -> str | None:
    return cluster.why_not.value if cluster is not None and cluster.why_not is not None else None


def _named(setback: Setback) -> str:
    return f"the setback “{short(setback.text)}”"
