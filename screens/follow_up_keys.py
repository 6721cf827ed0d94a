"""The keys of Follow-ups: what becomes of the one under the cursor, each by one key."""

from __future__ import annotations

from textual.binding import Binding

KEYS = (
    Binding(
        "space",
        "done",
        "Done",
        id="follow_ups.done",
        key_display="Space",
        tooltip="Say that it is done, with a line about it if you like",
    ),
    Binding("v", "move", "Move", id="follow_ups.move", tooltip="Let it wait until another day"),
    Binding("n", "skip", "Skip", id="follow_ups.skip", tooltip="Let it go, and say why"),
    Binding(
        "enter",
        "open",
        "Open deal",
        id="follow_ups.open",
        key_display="Enter",
        tooltip="Read the story of its deal, or answer what is asked",
    ),
    Binding(
        "r",
        "requests",
        "Requests",
        id="follow_ups.requests",
        tooltip="Say what the four requests after a loss came to",
    ),
    Binding(
        "x",
        "close",
        "Close for good",
        id="follow_ups.close",
        tooltip="Close it for good, with all other touches of its deal",
    ),
    Binding(
        "y",
        "way_back",
        "Way back",
        id="follow_ups.way_back",
        show=False,
        tooltip="Lay the days of a way back into a lost deal that has none, as an import brings none",
    ),
    Binding(
        "k",
        "pitch",
        "Tick what you said",
        id="follow_ups.pitch",
        show=False,
        tooltip="Tick a talking point in a meeting, demo or proposal with them",
    ),
    Binding(
        "a",
        "add",
        "Add",
        id="follow_ups.add",
        show=False,
        tooltip="Add a follow-up: whom, when, what and why",
    ),
    Binding(
        "f",
        "fold",
        "Story and silence",
        id="follow_ups.fold",
        show=False,
        tooltip="See the story and who is silent, and the ways back in again",
    ),
    Binding("escape", "rest", "Back", id="follow_ups.rest", show=False, tooltip="Back to the list"),
)
"""In the order in which the row of keys shows them."""
