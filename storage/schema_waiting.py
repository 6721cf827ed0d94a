"""The indexes that what came of lost deals is counted by."""

from __future__ import annotations

INDEXES = (
    "CREATE INDEX follow_up_done ON follow_up (settled) WHERE kind = 'revival' AND state = 'done'",
    "CREATE INDEX deal_event_reopened ON deal_event (deal, before, what) WHERE what = 'reopen'",
    "CREATE INDEX request_by_state ON request (state, deal)",
)
"""Touches made in a week, deals that were opened again, and requests by what they came to."""
