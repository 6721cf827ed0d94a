"""The keys of Setbacks: what is asked of the one under the cursor, each by one key."""

from __future__ import annotations

from textual.binding import Binding

KEYS = (
    Binding(
        "s",
        "app.log_setback",
        "Log",
        id="setbacks.log",
        tooltip="Write down what hit you",
        priority=True,
    ),
    Binding(
        "a",
        "app.log_setback",
        "Log",
        id="setbacks.add",
        show=False,
        tooltip="Write down what hit you",
    ),
    Binding(
        "enter",
        "answer",
        "Answer",
        id="setbacks.answer",
        key_display="Enter",
        tooltip="Say what the one under the cursor taught you",
    ),
    Binding(
        "enter",
        "work_through",
        "Work through",
        id="setbacks.work_through",
        key_display="Enter",
        tooltip="Take the one under the cursor apart, question by question",
    ),
    Binding(
        "w",
        "work_through",
        "Work through",
        id="setbacks.work_through_asked",
        show=False,
        tooltip="Take it apart, where Enter asks what it taught",
    ),
    Binding(
        "n",
        "next_step",
        "Next step",
        id="setbacks.next_step",
        tooltip="Write the next small action and its day",
    ),
    Binding(
        "l",
        "learned",
        "Learned",
        id="setbacks.learned",
        tooltip="Say what it taught you, and whether you came out stronger",
    ),
    Binding(
        "g",
        "stronger",
        "Stronger",
        id="setbacks.stronger",
        tooltip="Read what you came out of stronger",
    ),
    Binding(
        "f",
        "curve",
        "Curve",
        id="setbacks.curve",
        show=False,
        tooltip="See how fast you are back, and the card again",
    ),
    Binding(
        "c",
        "change",
        "Change",
        id="setbacks.change",
        show=False,
        tooltip="Change its day, type, words or sting",
    ),
    Binding(
        "delete,backspace",
        "remove",
        "Delete",
        id="setbacks.remove",
        show=False,
        key_display="Delete",
        tooltip="Delete the one under the cursor; u brings it back",
    ),
    Binding("escape", "rest", "Back", id="setbacks.rest", show=False, tooltip="Back to the list"),
)
"""In the order in which the row of keys shows them."""
