"""``journal goal`` and ``journal milestone``: what success is, and the waypoints on the way."""

from __future__ import annotations

from journal.cli.verb import family


def _verbs(form: str) -> dict[str, dict[str, str]]:
    plural = "goals" if form == "goal" else "milestones"
    return {
        "Verbs": {
            "add": f"journal.cli.goal_add:add_{form}",
            "list": f"journal.cli.goal_list:list_{plural}",
            "show": "journal.cli.goal_list:show",
            "done": "journal.cli.goal_change:done",
            "redate": "journal.cli.goal_change:redate",
            "check-in": "journal.cli.goal_change:check_in",
        }
    }


@family(
    "goal",
    _verbs("goal"),
    'journal goal add "Two million booked" --measure amount-booked --target 2M --by 31/12',
    "journal goal list",
)
def goal() -> None:
    """Add goals, and see how they stand."""


@family(
    "milestone",
    _verbs("milestone"),
    'journal milestone add "60 reach-outs" --measure reach-outs --target 60 --by "4 dec"',
    "journal milestone list",
)
def milestone() -> None:
    """Add the waypoints of a goal, and see how they stand."""
