"""What can go wrong, each said in one sentence that tells the rep what to do."""


class JournalError(Exception):
    """Something about the state of things is in the way; the text says what to do next."""


class BadInput(JournalError, ValueError):
    """The words alone are wrong (a date, a kind, a count): nothing was changed."""


class NotFound(JournalError):
    """There is no such entry, goal, deal or follow-up."""


class Replaced(NotFound):
    """The number is another row's by now, as after a restore."""


class NothingToUndo(JournalError):
    """Every action has been taken back already, or none was ever made."""


class ChangedElsewhere(JournalError):
    """The row was saved in another window since it was read; both versions are kept to show."""


class CannotSave(JournalError):
    """The file is busy, full, read-only or of a newer journal: the text is still with the rep."""


class NotSaved(CannotSave):
    """Nothing of what the rep typed was saved, and it can be tried again once something is done."""

    def __init__(self, why: str, then: str) -> None:
        """Take why, and what to do, each as a clause with a small letter and no full stop."""
        super().__init__(f"{as_sentence(why)}, so nothing was saved: {then} — your text is kept.")
        self.why = why
        self.then = then

    def to_a_reader(self) -> CannotSave:
        """The same for who only wanted to read: without a word of saving."""
        return CannotSave(f"{as_sentence(self.why)}: {self.then}.")


class NotOurFile(JournalError):
    """The file is not a journal, or it is damaged: it is left untouched."""


def as_sentence(clause: str) -> str:
    """A clause with a capital, so that it can begin a sentence."""
    return clause[:1].upper() + clause[1:]
