"""``journal import journal.json``: a whole journal that was taken out, brought back in."""

from __future__ import annotations

from typing import TYPE_CHECKING

from journal.cli.import_said import (
    brought_as_json,
    look_through,
    progress_line,
    say_brought,
)
from journal.cli.opening import reading, trying, writing
from journal.cli.output import say_json
from journal.errors import BadInput

if TYPE_CHECKING:
    from journal.incoming import Brought
    from journal.journal import Journal
    from journal.transfer.source import SourceFile

AS_IT_IS = "A whole journal comes in as it is: leave --map, --owner and the order of dates out."


def bring_in_whole(
    files: tuple[str, ...], format_: str, *, wishes: bool, dry_run: bool, as_json: bool
) -> bool:
    """Bring in a whole journal if that is what was named; False when the files are tables.

    ``wishes`` says that more was asked for than to bring it in. Raises BadInput, UnreadableFile.
    """
    from journal.incoming_whole import whole_among
    from journal.journal import Journal

    with reading(Journal) as journal:
        whole = whole_among(journal.store.imports.sources(files), format_)
    if whole is None:
        return False
    if wishes:
        raise BadInput(AS_IT_IS)
    if dry_run:
        brought = trying(Journal, lambda journal: _tried(journal, whole))
    else:
        brought = writing(Journal, lambda journal: _kept(journal, whole))
    if as_json:
        say_json(brought_as_json(brought, dry_run=dry_run))
    else:
        say_brought(brought, dry_run=dry_run)
    if not dry_run:
        look_through(brought)
    return True


def _tried(journal: Journal, file: SourceFile) -> Brought:
    from journal.incoming_whole import IncomingWhole

    with progress_line("Tried") as watch:
        return IncomingWhole(journal, file).try_out(watch)


def _kept(journal: Journal, file: SourceFile) -> Brought:
    from journal.incoming_whole import IncomingWhole

    with progress_line("Brought in") as watch:
        return IncomingWhole(journal, file).take_in(watch)
