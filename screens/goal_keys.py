"""The keys of Goals: what is done with the one under the cursor, with the plan, and with the chance."""

from __future__ import annotations

from textual.binding import Binding

KEYS = (
    Binding("a", "add", "Add", id="goals.add", tooltip="Add a goal or a milestone"),
    Binding(
        "enter",
        "open",
        "Open",
        id="goals.open",
        key_display="Enter",
        tooltip="Read or change the one under the cursor",
    ),
    Binding(
        "space",
        "check_in",
        "Check in",
        id="goals.check_in",
        key_display="Space",
        tooltip="Write down what a number stands at",
    ),
    Binding("r", "redate", "Re-date", id="goals.redate", tooltip="Give it another day or target"),
    Binding(
        "l",
        "lay_backward",
        "Lay backward",
        id="goals.lay_backward",
        tooltip="Lay waypoints from its end back to the next two weeks",
    ),
    Binding("f", "funnel", "Funnel", id="goals.funnel", tooltip="Go to the funnel, and back"),
    Binding(
        "d",
        "complete",
        "Done",
        id="goals.complete",
        show=False,
        tooltip="Complete it, or open it again",
    ),
    Binding(
        "t",
        "story",
        "Story",
        id="goals.story",
        show=False,
        tooltip="Read its story in words, or see it drawn",
    ),
    Binding(
        "delete,backspace",
        "remove",
        "Delete",
        id="goals.remove",
        show=False,
        key_display="Delete",
        tooltip="Delete the one under the cursor; u brings it back",
    ),
    Binding(
        "n",
        "plan_anew",
        "Plan anew",
        id="goals.plan_anew",
        show=False,
        tooltip="Save the plan as it stands: week and day ask for what it needs from today",
    ),
    Binding(
        "w",
        "assumptions",
        "Chance",
        id="goals.assumptions",
        show=False,
        tooltip="Read what the chance rests on, and what would raise it",
    ),
    Binding("escape", "rest", "Back", id="goals.rest", show=False, tooltip="Back to the list"),
)
