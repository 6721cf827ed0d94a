"""What is said of call blocks: what was feared, what happened, and what can be done next."""

from __future__ import annotations

from journal.activity import counted
from journal.call_block import CallBlock
from journal.fear import Fear
from journal.percent import rounded

PLAN = "Plan one"
"""The answer that plans a block."""

PLANS_ONE = "plans one: when, and what you fear of it"
"""What the key does while there is none."""


def fear(found: Fear) -> str:
    """The fear line where it says something, else why not."""
    if found.why_not is not None or found.feared is None or found.happened is None:
        return found.why_not or ""
    return (
        f"You feared {rounded(found.feared)}, it was {rounded(found.happened)}, "
        f"n {found.n:,}.{on_time(found)}"
    )


def on_time(found: Fear) -> str:
    """How many blocks began when they were to."""
    if not found.planned:
        return ""
    return f" {found.on_time:,} of {found.planned:,} began within 10 minutes of the plan."


def offer(block: CallBlock) -> str:
    """What can be done with a block that is not over."""
    if block.started is not None:
        return f"Say what happened in the block of {block.planned:%H:%M}"
    return f"Start the block of {block.planned:%H:%M} now"


def planned(block: CallBlock) -> str:
    """What is said once one is planned."""
    return f"Planned  calls at {block.planned:%H:%M}. b starts it"


def started(block: CallBlock) -> str:
    """What is said once one has begun."""
    return f"Started  the block of {block.planned:%H:%M}. b says what happened"


def ended(block: CallBlock) -> str:
    """What is said once it is over."""
    what = calls(block)
    if block.feared is None or block.happened is None:
        return f"Saved  {what}"
    return f"Saved  {what}: {rounded(block.happened)}, feared {rounded(block.feared)}"


def calls(block: CallBlock) -> str:
    """What happened: 12 calls, 1 harsh no."""
    nos = block.harsh_nos or 0
    made = counted("call", block.calls) if block.calls else "no calls"
    return f"{made}, {nos:,} harsh {'no' if nos == 1 else 'nos'}"


def state(block: CallBlock) -> str:
    """How one stands that is not over."""
    return f"started {block.started:%H:%M}" if block.started else "planned"
