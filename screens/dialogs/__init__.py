"""The dialogs: each asks one thing, and hands back a value of the journal or nothing; none of them saves."""
