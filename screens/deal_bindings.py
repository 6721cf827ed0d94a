"""The keys that act on a deal, in the order the row of keys shows them."""

from __future__ import annotations

from textual.binding import Binding

BINDINGS = (
    Binding(
        "right_square_bracket",
        "stage(1)",
        "Next stage",
        id="deal.stage",
        key_display="]",
        tooltip="Move the deal to the next stage",
    ),
    Binding(
        "left_square_bracket",
        "stage(-1)",
        "Stage back",
        id="deal.stage_back",
        key_display="[",
        show=False,
        tooltip="Move the deal back to the stage before",
    ),
    Binding(
        "w",
        "won",
        "Won",
        id="deal.won",
        tooltip="Win the deal; they are asked why they decided that way",
    ),
    Binding(
        "w",
        "answer",
        "Ask why",
        id="deal.answer",
        tooltip="Write down what they say made them decide that way",
    ),
    Binding("x", "lost", "Lost", id="deal.lost", tooltip="Lose the deal, in under 90 seconds"),
    Binding(
        "r",
        "requests",
        "Requests",
        id="deal.requests",
        tooltip="Say what became of the four requests after a loss",
    ),
    Binding(
        "y",
        "way_back",
        "Way back",
        id="deal.way_back",
        show=False,
        tooltip="Lay the days on which a lost deal's account is touched again",
    ),
    Binding("o", "reopen", "Reopen", id="deal.reopen", tooltip="Open a deal again"),
    Binding(
        "p", "push", "Push date", id="deal.push", tooltip="Move its closing day to a later one"
    ),
    Binding(
        "d",
        "no_decision",
        "No decision",
        id="deal.no_decision",
        show=False,
        tooltip="It ended without a decision",
    ),
    Binding(
        "k",
        "check",
        "Tick a check",
        id="deal.check",
        show=False,
        tooltip="Say whether one of the six checks holds, and on what that rests",
    ),
    Binding(
        "h",
        "chance",
        "Chance",
        id="deal.chance",
        show=False,
        tooltip="Say for this Monday how likely it is ever won, and when it closes",
    ),
    Binding(
        "H",
        "chances",
        "All chances",
        id="deal.chances",
        show=False,
        tooltip="Say Monday's chance of each open deal, one after the other",
    ),
    Binding(
        "t",
        "story",
        "Their story",
        id="deal.story",
        show=False,
        tooltip="Write what changed, what hurts, what they need, who helps",
    ),
    Binding(
        "c",
        "change",
        "Change",
        id="deal.change",
        show=False,
        tooltip="Change its name, amount, stage, days or next step",
    ),
    Binding(
        "n",
        "contact",
        "Contact",
        id="deal.contact",
        show=False,
        tooltip="Write down somebody at the account",
    ),
    Binding(
        "g",
        "contract_end",
        "Contract ends",
        id="deal.contract_end",
        show=False,
        tooltip="Say when the account's contract with somebody else ends",
    ),
    Binding(
        "delete,backspace",
        "remove",
        "Delete",
        id="deal.remove",
        show=False,
        key_display="Delete",
        tooltip="Delete the deal under the cursor; u brings it back",
    ),
)
"""What can be done with the deal under the cursor; which of them act follows from how it stands."""
