"""Words of a typed line that are no account and no day of the entry."""

from __future__ import annotations

AGREED = frozenset(
    (
        *("back", "again", "call", "calls", "demo", "meet", "meets", "meeting", "talk", "speak"),
        *("next", "see", "visit", "decide", "decides", "decision", "until", "by", "due"),
        *("booked", "agreed", "start", "starts", "ready", "tomorrow", "mon", "tue", "wed", "thu"),
        *("fri", "sat", "sun", "monday", "tuesday", "wednesday", "thursday", "friday"),
        *("saturday", "sunday"),
    )
)
"""After these words a day is what was agreed ("back on Tuesday"), not the day it was done."""

NO_NAMES = frozenset(
    (
        *("a", "an", "the", "my", "our", "their", "i", "we", "they", "he", "she", "it", "no"),
        *("not", "and", "at", "on", "in", "from", "about", "for", "after", "new", "was", "got"),
        *("asked", "left", "sent", "spoke", "talked", "back", "demo", "meeting", "call", "deal"),
        *("budget", "target", "contract", "customer", "champion", "sponsor", "boss", "manager"),
        *("colleague", "went", "is", "were", "has", "had", "good", "great", "well", "bad", "moved"),
        *("this", "that", "cancelled", "canceled", "people", "customers", "prospects", "leads"),
    )
)
"""Words that begin a note, never the name of an account nobody knows yet."""
