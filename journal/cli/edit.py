"""``journal edit`` and ``journal delete``: put an entry right, or take it out."""

from __future__ import annotations

from dataclasses import replace

import click

from journal.activity import Activity
from journal.cli.flags import Flags, entry_flags
from journal.cli.opening import reading
from journal.cli.output import say
from journal.cli.verb import verb
from journal.cli.words import account_named, read_count, read_id, read_kind
from journal.entry import Entry
from journal.errors import BadInput
from journal.logbook import Logbook
from journal.quick_entry import summary


@verb(
    "edit",
    "journal edit 12 --count 4",
    'journal edit 12 -m "left voicemail" --on yesterday',
    'journal edit 12 --outcome ""              forgets the outcome',
)
@click.argument("entry_id", metavar="ID")
@click.option("--kind", metavar="KIND", help="Another kind of activity.")
@click.option("--count", metavar="N", help="How often, 1 to 1,000.")
@click.option("--account", metavar="NAME", help="Another account.")
@entry_flags
def edit(
    entry_id: str, kind: str | None, count: str | None, account: str | None, said: Flags
) -> None:
    """Change an entry.

    What is not said stays as it is; an empty value forgets one."""
    number = read_id(entry_id)
    with reading(Logbook) as book:
        old = book.entry(number)
        new = said.applied(old, book)
        if account is not None:
            new = replace(new, account=account_named(book, account))
        new = _with_activity(new, kind, count, book)
        if new == old:
            raise BadInput("Nothing would change; say what to, as in journal edit 12 --count 4.")
        changed = book.change(new)
        say(f"Changed {changed.id}: {summary(changed, book.today())}")


@verb("delete", "journal delete 12", "journal undo                    brings it back")
@click.argument("entry_id", metavar="ID")
def delete(entry_id: str) -> None:
    """Delete an entry; undo brings it back."""
    number = read_id(entry_id)
    with reading(Logbook) as book:
        gone = book.remove(number)
        say(f"Deleted {gone.id}: {summary(gone, book.today())}")
        say("journal undo brings it back.")


def _with_activity(entry: Entry, kind: str | None, count: str | None, book: Logbook) -> Entry:
    if kind is None and count is None:
        return entry
    if not isinstance(entry, Activity):
        raise BadInput("Only an activity has a kind and a count; leave those flags out.")
    return replace(
        entry,
        kind=entry.kind if kind is None else read_kind(kind, book.settings.kinds),
        count=entry.count if count is None else read_count(count),
    )
