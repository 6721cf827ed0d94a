"""``journal import``: the rows of other programs' exports, taken in as one action."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING

import click

from journal.cli.opening import reading, trying, writing
from journal.cli.output import json_option, say, say_json
from journal.cli.verb import verb
from journal.errors import BadInput, JournalError

if TYPE_CHECKING:
    from journal.journal import Journal
    from journal.transfer.encoding import Opener
    from journal.transfer.found import Applied, Found
    from journal.transfer.reading import Reading

REFUSED_SHOWN = 20
"""The most refused rows named one by one; --json names all."""

ROWS_BETWEEN = 1_000
"""Rows between two looks at how far it is."""


class _OnlyTriedError(Exception):
    """Lets go of a dry run's rows."""


@verb(
    "import",
    "journal import Opportunity.csv Task.csv Account.csv",
    "journal import deals.csv --day-first --dry-run",
    'journal import list.csv --map "Company=account" --map "Worth=amount"',
)
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option(
    "--from",
    "format_",
    default="auto",
    metavar="FORMAT",
    help="auto, salesforce, hubspot, pipedrive or table.",
)
@click.option(
    "--map", "maps", multiple=True, metavar="Column=field", help="Name a column; repeat it."
)
@click.option("--owner", metavar="NAME", help="Only the rows of this owner.")
@click.option(
    "--day-first",
    "day_first",
    flag_value=True,
    type=bool,
    default=None,
    help="4/12 is the fourth of December.",
)
@click.option(
    "--month-first", "day_first", flag_value=False, type=bool, help="4/12 is the twelfth of April."
)
@click.option("--dry-run", is_flag=True, help="Say what would happen, and change nothing.")
@json_option
def bring_in(
    files: tuple[str, ...],
    format_: str,
    maps: tuple[str, ...],
    owner: str | None,
    day_first: bool | None,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Bring in deals and activities from other programs.

    Reading a file again updates and never doubles; undo takes all of it back."""
    from journal.journal import Journal

    paths = [_readable(file) for file in files]
    with reading(Journal) as journal:
        found = _survey(journal, paths, format_, _mapping(maps), owner, day_first)
    names = [path.name for path in paths]

    if dry_run:
        applied, deals = trying(Journal, lambda journal: _tried(journal, found, names)), None
    else:
        applied, deals = writing(Journal, lambda journal: _kept(journal, found, names))
    if as_json:
        say_json(_as_json(found, applied, dry_run))
    else:
        _say(found, applied, dry_run)
        if deals:
            say(deals)


def _readable(file: str) -> Path:
    """The path of a file that is there. Raises JournalError for a folder and for nothing."""
    path = Path(file).expanduser()
    if path.is_dir():
        raise JournalError(f"{file} is a folder: name its files, like {path / 'deals.csv'}.")
    if not path.exists():
        raise JournalError(f"There is no file {file}.")
    return path


def _mapping(maps: tuple[str, ...]) -> dict[str, str]:
    pairs = {}
    for one in maps:
        column, equals, field = one.rpartition("=")
        if not equals or not column.strip():
            raise BadInput('--map names a column and a field, like --map "Company=account".')
        pairs[column] = field
    return pairs


def _survey(
    journal: Journal,
    paths: list[Path],
    format_: str,
    mapping: Mapping[str, str],
    owner: str | None,
    day_first: bool | None,
) -> Reading:
    from journal.stage import Stages
    from journal.transfer.reading import SourceFile, read_files

    return read_files(
        [SourceFile(path.name, _opener(path)) for path in paths],
        today=journal.today(),
        currency=journal.settings.currency,
        stages=Stages(),
        day_first=day_first,
        owner=owner,
        format=format_,
        mapping=mapping,
    )


def _opener(path: Path) -> Opener:
    return lambda: path.open("rb")


def _kept(journal: Journal, found: Reading, names: list[str]) -> tuple[Applied, str | None]:
    """What an import did, and what it came to as long as no target is set."""
    deals: Counter[str] = Counter()
    rows = _counting(_with_progress(found.found, found.read), deals)
    applied = journal.bring_in(rows, format=found.format, files=names)
    brought = ", ".join(f"{deals[name]:,} {name}" for name in ("won", "open") if deals[name])
    is_new = not (applied.updated or applied.unchanged)
    if not (brought and is_new) or journal.plans.current().target is not None:
        return applied, None
    return applied, f"{brought} came in. Set a target: journal plan set --target …"


def _counting(rows: Iterable[Found], deals: Counter[str]) -> Iterator[Found]:
    """The rows, the deals among them counted by how they stand."""
    from journal.deal import Deal

    for row in rows:
        if isinstance(row.value, Deal):
            deals[row.value.outcome.value] += 1
        yield row


def _tried(journal: Journal, found: Reading, names: list[str]) -> Applied:
    """What an import would do: it is done, and let go of before it is kept."""
    now, rows = journal.now(), _with_progress(found.found, found.read)
    with suppress(_OnlyTriedError), journal.store.action("a dry run", now, journal.origin):
        applied = journal.store.imports.apply(rows, format=found.format, files=names, at=now)
        raise _OnlyTriedError
    return applied


def _with_progress(rows: Iterable[Found], total: int) -> Iterator[Found]:
    """The rows, saying on a terminal how far it is."""
    watched = sys.stderr.isatty() and total > ROWS_BETWEEN
    for number, row in enumerate(rows, 1):
        yield row
        if watched and number % ROWS_BETWEEN == 0:
            print(f"\r{number:,} of {total:,} rows", end="", file=sys.stderr, flush=True)
    if watched:
        print("\r\x1b[K", end="", file=sys.stderr, flush=True)


def _as_json(found: Reading, applied: Applied, dry_run: bool) -> dict[str, object]:
    return {
        "format": found.format,
        "read": found.read,
        "added": applied.added,
        "updated": applied.updated,
        "unchanged": applied.unchanged,
        "refused": [{"file": no.file, "line": no.line, "why": no.why} for no in found.refused],
        "notes": [*found.notes, *applied.notes],
        "batch": None if dry_run else applied.batch,
    }


def _say(found: Reading, applied: Applied, dry_run: bool) -> None:
    would = "would be " if dry_run else ""
    rows = "1 row" if found.read == 1 else f"{found.read:,} rows"
    say(
        f"{rows} read ({found.format}): {applied.added:,} {would}added, {applied.updated:,} updated, "
        f"{applied.unchanged:,} unchanged, {len(found.refused):,} refused."
    )
    for no in found.refused[:REFUSED_SHOWN]:
        say(f"  {no.file}, line {no.line:,}: {no.why}")
    if len(found.refused) > REFUSED_SHOWN:
        say(f"  and {len(found.refused) - REFUSED_SHOWN:,} more; --json names all.")
    for note in (*found.notes, *applied.notes):
        say(note)
    if not dry_run and (applied.added or applied.updated):
        say("journal undo takes all of it back.")
