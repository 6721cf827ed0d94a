"""``journal stats``: what the deals and the days say so far."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from journal.activity import counted
from journal.cli.opening import reading
from journal.cli.output import json_option, say, say_json, say_table
from journal.cli.setbacks_said import bounce_back_as_json, bounce_back_in_words
from journal.cli.verb import verb
from journal.dates import read_day
from journal.errors import BadInput
from journal.percent import rounded

if TYPE_CHECKING:
    from fractions import Fraction

    from journal.journal import Journal
    from journal.resilience import BounceBack
    from journal.stats import CycleDays, Stats
    from journal.track_record import TrackRecord


@verb("stats", "journal stats", "journal stats --since 2026-01-01 --json")
@click.option("--since", metavar="DATE", help="The first day that counts.")
@click.option("--until", metavar="DATE", help="The last day that counts; today unless said.")
@json_option
def stats(since: str | None, until: str | None, as_json: bool) -> None:
    """Show what the deals and the days say so far."""
    from journal.journal import Journal

    with reading(Journal) as journal:
        first, last = _day(journal, since), _day(journal, until)
        if first and last and last < first:
            raise BadInput("--until lies before --since; turn the two days around.")
        found = journal.plans.stats(since=first, until=last)
        record = journal.track_record()
        activity = journal.store.entries.totals(first or date.min, last or journal.today())
        back = journal.setbacks.bounce_back()
    if as_json:
        say_json(_as_json(found, record, activity) | {"bounce_back": bounce_back_as_json(back)})
    else:
        _say_stats(found, record, activity, back)


def _day(journal: Journal, text: str | None) -> date | None:
    if text is None:
        return None
    return read_day(text, journal.today(), day_first=journal.settings.day_first, past=True)


def _as_json(found: Stats, record: TrackRecord, activity: dict[str, int]) -> dict[str, object]:
    cycle, streak = found.cycle_days, record.streak
    return {
        "currency": found.won_value.currency,
        "deals": {
            "won": found.won,
            "lost": found.lost,
            "no_decision": found.no_decision,
            "open": found.open,
        },
        "win_rate": found.win_rate,
        "average_won": _number(found.average_won),
        "median_won": _number(found.median_won),
        "won_value": found.won_value.major,
        "other_currency": found.other_currency,
        "cycle_days": {
            "median": cycle.median,
            "mean": cycle.mean,
            "n": cycle.n,
            "left_out": cycle.left_out,
        },
        "won_by_quarter": {
            quarter: {"count": won.count, "value": won.value.major}
            for quarter, won in found.won_by_quarter.items()
        },
        "streak": {"current": streak.current, "best": streak.best, "freezes": streak.freezes},
        "strength": record.strength,
        "activity": activity,
    }


def _number(exact: Fraction | None) -> int | float | None:
    if exact is None:
        return None
    return exact.numerator if exact.denominator == 1 else float(exact)


def _say_stats(
    found: Stats, record: TrackRecord, activity: dict[str, int], back: BounceBack
) -> None:
    rows = [
        ("Won", f"{found.won:,}"),
        ("Lost", f"{found.lost:,}"),
        ("No decision", f"{found.no_decision:,}"),
        ("Open", f"{found.open:,}"),
        ("Win rate", "–" if found.win_rate is None else rounded(found.win_rate)),
        ("Won value", f"{found.won_value} {found.won_value.currency}"),
        ("Average won", _amount(found.average_won)),
        ("Median won", _amount(found.median_won)),
        ("Cycle", _cycle(found.cycle_days)),
        ("Streak", f"{record.streak.current:,}, best {record.streak.best:,}"),
        ("Strength", "–" if record.strength is None else rounded(record.strength)),
        ("Back at work", bounce_back_in_words(back)),
    ]
    say_table(rows)
    if found.won_by_quarter:
        say()
        quarters = found.won_by_quarter.items()
        say_table(
            ((name, f"{won.count:,}", str(won.value)) for name, won in quarters), right=(1, 2)
        )
    if activity:
        say()
        say(", ".join(counted(kind, total) for kind, total in activity.items()))
    for note in found.notes:
        say(note)


def _amount(exact: Fraction | None) -> str:
    return "–" if exact is None else f"{round(exact):,}"


def _cycle(cycle: CycleDays) -> str:
    if cycle.median is None or cycle.mean is None:
        return "not known yet"
    deals = "1 deal" if cycle.n == 1 else f"{cycle.n:,} deals"
    return f"{cycle.median:g} days median, {cycle.mean:.1f} on average, {deals}"
