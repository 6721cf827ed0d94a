"""What can go wrong, each said in one sentence that tells the rep what to do."""


class JournalError(Exception):
    """Something about the state of things is in the way; the text says what to do next."""


class BadInput(JournalError, ValueError):
    """The words alone are wrong (a date, a kind, a count): nothing was changed."""


class NotFound(JournalError):
    """There is no such entry, goal, deal or follow-up."""


class NothingToUndo(JournalError):
    """Every action has been taken back already, or none was ever made."""


class ChangedElsewhere(JournalError):
    """The row was saved in another window since it was read; both versions are kept to show."""


class CannotSave(JournalError):
    """The file is busy, full, read-only or of a newer journal: the text is still with the rep."""


class NotOurFile(JournalError):
    """The file is not a journal, or it is damaged: it is left untouched."""
