"""``goal list``, ``milestone list`` and ``show``: how they stand today."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from journal.cli.goals_said import goal_row, say_goal, whole_goal_as_json
from journal.cli.opening import reading
from journal.cli.output import json_option, say, say_json, say_table
from journal.cli.verb import verb
from journal.cli.words import read_id
from journal.goal import Form

if TYPE_CHECKING:
    from collections.abc import Sequence
    from datetime import date

    from journal.standing import Standing


@verb("list", "journal goal list", "journal goal list --json")
@json_option
def list_goals(as_json: bool) -> None:
    """List goals with the goals and milestones that are part of them."""
    from journal.journal import Journal

    with reading(Journal) as journal:
        tree, today = journal.goals.weighed(journal.goals.tree()), journal.today()
    _say(tree, today, as_json, "goals", "No goals yet. Two minutes: journal goal add --help")


@verb("list", "journal milestone list", "journal milestone list --json")
@json_option
def list_milestones(as_json: bool) -> None:
    """List the milestones, the open ones first, the soonest due first."""
    from journal.journal import Journal

    with reading(Journal) as journal:
        tree, today = journal.goals.weighed(journal.goals.tree()), journal.today()
    waypoints = [one for one in tree if one.goal.form is Form.MILESTONE]
    waypoints.sort(key=lambda one: (one.is_finished, one.term.due is None, one.term.due or today))
    _say(waypoints, today, as_json, "milestones", "No milestones yet: journal milestone add --help")


@verb("show", "journal goal show 1", "journal milestone show 3 --json")
@click.argument("goal_id", metavar="ID")
@json_option
def show(goal_id: str, as_json: bool) -> None:
    """Show one goal or milestone with everything known about it."""
    from journal.journal import Journal

    with reading(Journal) as journal:
        (standing,) = journal.goals.weighed([journal.goals.standing(read_id(goal_id))])
        today = journal.today()
    if as_json:
        say_json(whole_goal_as_json(standing))
    else:
        say_goal(standing, today)


def _say(
    standings: Sequence[Standing], today: date, as_json: bool, key: str, invitation: str
) -> None:
    if as_json:
        say_json({key: [whole_goal_as_json(one) for one in standings]})
    elif not standings:
        say(invitation)
    else:
        nested = key == "goals"
        rows = [
            goal_row(one, today, with_id=True, depth=one.depth if nested else 0)
            for one in standings
        ]
        say_table(rows, right=(0,))
