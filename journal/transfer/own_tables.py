"""The journal's own tables, as they go out for a spreadsheet: brought in, they would double it."""

from __future__ import annotations

from collections.abc import Sequence

from journal.transfer.faults import UnreadableFile

OWN = (
    "{} is one of the journal's own tables: to bring a journal in, take it out with"
    " “journal export json -o journal.json” and import that."
)


def refuse_own_table(file: str, header: Sequence[str]) -> None:
    """Raises UnreadableFile for a file with the columns of a table that a journal was taken out as."""
    said = [title.strip() for title in header]
    if not said or not said[0].casefold().endswith("number"):
        return
    # Loaded only for a table that can be one: it brings every kind of row with it.
    from journal.transfer.sheets import header_of
    from journal.transfer.whole_parts import PARTS

    if any(header_of(part) == said for part in PARTS):
        raise UnreadableFile(OWN.format(file))
