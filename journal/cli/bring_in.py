"""``journal import``: the rows of other programs' exports, taken in as one action."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from journal.cli.bring_in_whole import bring_in_whole
from journal.cli.import_said import (
    brought_as_json,
    look_through,
    progress_line,
    say_brought,
)
from journal.cli.opening import reading, trying, writing
from journal.cli.output import json_option, say, say_json
from journal.cli.verb import verb
from journal.errors import BadInput

if TYPE_CHECKING:
    from journal.incoming import Brought, Wishes
    from journal.journal import Journal
    from journal.transfer.reading import Reading

ONE_ORDER = "A day stands first or a month does: use --day-first or --month-first, not both."
FORGOTTEN = "How its columns were named is forgotten, and nothing was read:"


@verb(
    "import",
    "journal import Opportunity.csv Task.csv Account.csv",
    "journal import deals.csv --day-first --dry-run",
    'journal import list.csv --map "Company=account" --map "Worth=amount"',
    "journal import journal.json",
)
@click.argument("files", nargs=-1, required=True, metavar="FILE…")
@click.option(
    "--from",
    "format_",
    default="auto",
    metavar="FORMAT",
    help="auto, salesforce, hubspot, pipedrive, table or json.",
)
@click.option(
    "--map", "maps", multiple=True, metavar="Column=field", help="Name a column; repeat it."
)
@click.option(
    "--forget-map", is_flag=True, help="Forget how columns of such files were named before."
)
@click.option("--owner", metavar="NAME", help="Only the rows of this owner.")
@click.option("--day-first", is_flag=True, help="4/12 is the fourth of December.")
@click.option("--month-first", is_flag=True, help="4/12 is the twelfth of April.")
@click.option("--year-first", is_flag=True, help="24-09-10 is the tenth of September 2024.")
@click.option("--dry-run", is_flag=True, help="Say what would happen, and change nothing.")
@json_option
def bring_in(
    files: tuple[str, ...],
    format_: str,
    maps: tuple[str, ...],
    forget_map: bool,
    owner: str | None,
    day_first: bool,
    month_first: bool,
    year_first: bool,
    dry_run: bool,
    as_json: bool,
) -> None:
    """Bring in deals and activities from other programs.

    Reading a file again updates and never doubles; undo takes all of it back. What --map says of
    columns is remembered for the next file that has the same ones."""
    if day_first and month_first:
        raise BadInput(ONE_ORDER)
    _check_format(format_)
    has_order = day_first or month_first or year_first
    wishes = bool(maps) or forget_map or owner is not None or has_order
    if bring_in_whole(files, format_, wishes=wishes, dry_run=dry_run, as_json=as_json):
        return
    from journal.incoming import Wishes

    said = Wishes(
        format=format_,
        mapping=_mapping(maps),
        forget_mapping=forget_map,
        owner=owner,
        day_first=day_first if day_first or month_first else None,
        year_first=year_first,
    )
    found = _looked_at(files, said, dry_run=dry_run)
    brought, then = _brought(found, dry_run=dry_run)
    _say(brought, then, dry_run=dry_run, as_json=as_json)
    if not dry_run:
        look_through(brought)


def _fields() -> dict[str, str]:
    """What columns may be called with --map."""
    from journal.transfer.fields import all_fields

    return {"Fields for --map": ", ".join(all_fields())}


bring_in.listed = _fields


def _check_format(named: str) -> None:
    """Before any file is opened: a name that is none is wrong whatever the files are."""
    from journal.incoming_whole import FORMAT
    from journal.transfer.systems import check_format

    if named != FORMAT:
        check_format(named)


def _mapping(maps: tuple[str, ...]) -> dict[str, str]:
    pairs = {}
    for one in maps:
        column, equals, field = one.rpartition("=")
        if not equals or not column.strip():
            raise BadInput('--map names a column and a field, like --map "Company=account".')
        pairs[column] = field
    return pairs


def _looked_at(files: tuple[str, ...], said: Wishes, *, dry_run: bool) -> Reading:
    """What the files are. A file that only a forgotten mapping could read is refused, and it is forgotten."""
    from journal.journal import Journal
    from journal.transfer.faults import UnknownHeader, UnreadableFile

    try:
        with reading(Journal) as journal, progress_line("Looked at") as watch:
            return journal.incoming.look(journal.store.imports.sources(files), said, watch)
    except UnknownHeader as unknown:
        columns = unknown.columns
        forgets = said.forget_mapping and not dry_run
        if forgets and writing(Journal, lambda journal: journal.incoming.forget(columns)):
            raise UnreadableFile(f"{FORGOTTEN} {unknown}") from None
        raise


def _say(brought: Brought, then: tuple[str, ...], *, dry_run: bool, as_json: bool) -> None:
    """Say what an import did, or would do, and what may be done then."""
    if as_json:
        say_json(brought_as_json(brought, dry_run=dry_run))
        return
    say_brought(brought, dry_run=dry_run)
    for sentence in then:
        say(sentence)


def _brought(found: Reading, *, dry_run: bool) -> tuple[Brought, tuple[str, ...]]:
    """What came in and what to say of it; what would have, when it is only tried."""
    from journal.journal import Journal

    if dry_run:
        return trying(Journal, lambda journal: _tried(journal, found)), ()
    return writing(Journal, lambda journal: _kept(journal, found))


def _tried(journal: Journal, found: Reading) -> Brought:
    with progress_line("Tried") as watch:
        return journal.incoming.try_out(found, watch)


def _kept(journal: Journal, found: Reading) -> tuple[Brought, tuple[str, ...]]:
    """What an import did, what it came to as long as no target is set, and what lost deals are offered."""
    from journal.deal import Outcome
    from journal.no_way_back import offered, read_without

    with progress_line("Brought in") as watch:
        brought = journal.incoming.take_in(found, watch)
    told = [
        f"{brought.deals[outcome]:,} {outcome.value}"
        for outcome in (Outcome.WON, Outcome.OPEN)
        if brought.deals[outcome]
    ]
    said = []
    if brought.deals[Outcome.LOST] or brought.deals[Outcome.NO_DECISION]:
        said.append(offered(read_without(journal), "journal deal way-back"))
    is_new = not (brought.applied.updated or brought.applied.unchanged)
    if told and is_new and not _has_target(journal):
        said.append(f"{', '.join(told)} came in. Set a target: journal plan set --target …")
    return brought, tuple(filter(None, said))


def _has_target(journal: Journal) -> bool:
    """Whether a target was set, asked without reading every deal that just came in."""
    from journal.planning.goal import goal_planned

    plan, goal = journal.plans.latest(), goal_planned(journal)
    if plan is not None:
        return plan.target is not None
    return goal is not None and goal.term(journal.today()).target is not None
