"""``goal add`` and ``milestone add``: what will be true, counted how, by when."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from functools import wraps
from typing import TYPE_CHECKING, Any

import click

from journal.cli.opening import writing
from journal.cli.output import json_option, say, say_json
from journal.cli.verb import verb
from journal.cli.words import read_id, whole_text
from journal.dates import read_day
from journal.goal import Form
from journal.measure import AMOUNT, read_measure, read_units

if TYPE_CHECKING:
    from journal.goal import Goal
    from journal.journal import Journal

_OPTIONS = (
    click.argument("title", nargs=-1, required=True, metavar="TITLE…"),
    click.option(
        "--measure", required=True, metavar="M", help="reach-outs, a kind, amount-booked, …"
    ),
    click.option("--target", metavar="N", help="The number to reach: 60, 1.2M."),
    click.option("--by", metavar="DATE", help="The day it is due."),
    click.option(
        "--from", "from_", metavar="DATE", help="The first day that counts; today unless said."
    ),
    click.option("--goal", "parent", metavar="ID", help="The goal it is part of."),
    click.option("--baseline", metavar="N", help="Where it starts from; 0 unless said."),
    click.option(
        "--at-most", is_flag=True, help="Less is better: a budget, or a level going down."
    ),
    click.option("--why", metavar="W", help="Why it matters."),
    click.option("--evidence", metavar="E", help="What in your own history says it can be done."),
    click.option("--serves", metavar="S", help="How it serves the goal."),
    json_option,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Wanted:
    """What was said of a new goal or milestone, as typed."""

    title: tuple[str, ...]
    """What will be true."""
    measure: str
    """What it counts."""
    target: str | None
    """The number to reach."""
    by: str | None
    """The day it is due."""
    from_: str | None
    """The first day that counts."""
    parent: str | None
    """The id of the goal it is part of."""
    baseline: str | None
    """Where it starts from."""
    at_most: bool
    """Whether less is better."""
    why: str | None
    """Why it matters."""
    evidence: str | None
    """What says it can be done."""
    serves: str | None
    """How it serves the goal."""

    def goal(self, journal: Journal, form: Form) -> Goal:
        """The goal or milestone that was asked for, not saved yet. Raises BadInput."""
        settings, today = journal.settings, journal.today()
        measure = read_measure(self.measure, settings.kinds)

        def number(text: str | None) -> int | None:
            return None if text is None else read_units(measure, text, settings.currency)

        def day(text: str | None, past: bool) -> date | None:
            return read_day(text, today, day_first=settings.day_first, past=past) if text else None

        return journal.goals.new(
            form=form,
            title=whole_text(self.title, "Give it a title: what will be true?"),
            measure=measure,
            target=number(self.target),
            due=day(self.by, past=False),
            start=day(self.from_, past=True),
            parent=read_id(self.parent) if self.parent is not None else None,
            baseline=number(self.baseline) or 0,
            at_most=self.at_most,
            why=self.why,
            evidence=self.evidence,
            serves=self.serves,
        )


def _adding_options(function: Callable[..., None]) -> Callable[..., None]:
    """Give a verb the options of a new goal; it takes what was said as ``wanted: Wanted``."""

    @wraps(function)
    def with_options(as_json: bool, **given: object) -> None:
        said: dict[str, Any] = given
        function(wanted=Wanted(**said), as_json=as_json)

    for option in reversed(_OPTIONS):
        with_options = option(with_options)
    return with_options


@verb(
    "add",
    f'journal goal add "Two million booked" --measure {AMOUNT} --target 2M --by 31/12',
    'journal goal add Meetings --measure meeting --target 40 --by "in 3 months" --why practice',
)
@_adding_options
def add_goal(wanted: Wanted, as_json: bool) -> None:
    """Add a goal.

    It has a measure, a target, a start and a due date, and why it matters."""
    _add(Form.GOAL, wanted, as_json)


@verb(
    "add",
    'journal milestone add "60 reach-outs" --measure reach-outs --target 60 --by "4 dec" --goal 1',
    "journal milestone add Weight --measure number --baseline 92 --target 88 --at-most --by 1/3",
)
@_adding_options
def add_milestone(wanted: Wanted, as_json: bool) -> None:
    """Add a milestone, a waypoint of a goal.

    Specific (title), Measurable (measure, target), Achievable (evidence), Realistic (serves),
    Timely (by): it is listed as not yet S.M.A.R.T. while one is missing."""
    _add(Form.MILESTONE, wanted, as_json)


def _add(form: Form, wanted: Wanted, as_json: bool) -> None:
    from journal.cli.goals_said import say_goal, whole_goal_as_json
    from journal.journal import Journal

    def save(journal: Journal) -> int:
        return journal.goals.add(wanted.goal(journal, form)).id

    def report(journal: Journal) -> None:
        standing = journal.goals.standing(save(journal))
        if as_json:
            say_json(whole_goal_as_json(standing))
        else:
            say(f"Saved the {form.value}:")
            say_goal(standing, journal.today())

    writing(Journal, report)
