"""A row of a list of deals, read as a deal."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from datetime import date
from functools import lru_cache

from journal.deal import Deal, Outcome
from journal.money import Money
from journal.transfer import cells
from journal.transfer.amount_column import OpenSign
from journal.transfer.faults import BadRow
from journal.transfer.fields import key_of
from journal.transfer.found import Found
from journal.transfer.known import Known, folded, silent_in
from journal.transfer.moves import Step, Way, entered_steps, way_of
from journal.transfer.outcome_words import outcome_in, outcome_of
from journal.transfer.past_days import past_day
from journal.transfer.remarks import Remark
from journal.transfer.row import Row, Sheet
from journal.transfer.salesforce import long_id

_CONVERTED = frozenset({"amountincompanycurrency", "amountinhomecurrency"})
"""What HubSpot calls an amount that it changed into the currency of the company."""

_FLAGS = ("won", "lost", "closed", "deleted")
"""Fields that hold yes and no."""

_ENDS = ("expected_close", "close_date", "closed_on", "won_on", "lost_on")
"""Days of an end, of which a deal keeps the one that goes with how it stands."""

_SAID = {Outcome.WON: "won", Outcome.LOST: "lost", Outcome.NO_DECISION: "closed"}
"""What a refused row of a deal is said to be."""

_AHEAD = 1
"""How many days ahead of the rep's own a program elsewhere in the world may be."""

_NO_WAY = Way()
"""Of a deal whose file tells no step."""


def read_deal(
    sheet: Sheet,
    line: int,
    given: list[str],
    known: Known,
    steps: Sequence[Step] | None = None,
) -> Found | None:
    """The deal of one line, with the steps that other lines tell; None when it is left out.

    Raises BadRow.
    """
    row = Row(sheet, given)
    if not known.is_wanted(row):
        return None
    row.check_id()
    outcome = outcome_of(row, steps[-1][2] if steps else row.text("to_stage"))
    way = _way(row, sheet, steps, known)
    deal = _deal(row, outcome, way, known)
    key = _key(row, deal, known)
    if key is None:
        return None
    _remark(row, deal, known)
    return Found(
        system=sheet.system,
        external_id=key[0],
        value=deal,
        file=sheet.table.name,
        line=line,
        moves=way.leading_to(outcome),
        unknown=_unknown(row, deal, known),
        alike=key[1],
        silent=_silent(row, deal),
        titles=sheet.titles,
    )


def _deal(row: Row, outcome: Outcome, way: Way, known: Known) -> Deal:
    account, name = known.account_in(row), row.text("name")
    if not account and not name and not row.text("account_id"):
        raise BadRow("It names neither an account nor a deal.")
    if account is None:
        if not row.text("id"):
            row.check_id("account_id")
        known.lacks_account(row)
    return Deal(
        account=account,
        name=name or account or row.text("account_id"),
        amount=_amount(row, known),
        stage=_stage(row, known) or way.stage,
        outcome=outcome,
        opened=row.day("opened"),
        stage1_on=row.day("stage1_on") or way.stage1_on,
        qualified_on=row.day("qualified_on") or way.qualified_on,
        expected_close=_expected_close(row) if outcome is Outcome.OPEN else None,
        closed=None if outcome is Outcome.OPEN else _closed(row, outcome, way, known.today),
        pushes=row.read("pushes", _pushes, "is no number of pushes") if row.has("pushes") else 0,
        category=row.text("lost_reason") or None,
        next_step=row.text("next_step") or None,
    )


def _way(row: Row, sheet: Sheet, steps: Sequence[Step] | None, known: Known) -> Way:
    """How the deal came here, by its other lines or by the days it entered each stage."""
    if steps is None and known.ways:
        steps = known.ways.get(long_id(row.text("id")))
    if steps is None:
        steps = entered_steps(row, sheet.entered) if sheet.entered else ()
    return way_of(steps, known) if steps else _NO_WAY


def _amount(row: Row, known: Known) -> Money | None:
    code, said = known.currency, row.text("amount")
    if row.has("currency") and not _is_converted(row):
        code = row.read(
            "currency",
            lambda text: cells.currency(text, known.currency),
            "is no currency: write its three letters, like EUR",
        )
    try:
        return cells.amount(said, code, row.amounts) if said else None
    except OpenSign:
        why = "may be of thousands or have three decimals, and its column does not tell"
        raise row.bad("amount", f"{why}: write it like 12500.00") from None
    except ValueError:
        raise row.bad("amount", "is no amount of a deal: write it like 12,500.00") from None


def _silent(row: Row, deal: Deal) -> frozenset[str]:
    """What a row tells nothing of; its currency may stand with its amount."""
    silent = row.silent if deal.account else silent_in(row)
    if "currency" not in silent or deal.amount is None:
        return silent
    is_told = _names_converted(row.title("amount")) or cells.names_currency(row.text("amount"))
    return silent - {"currency"} if is_told else silent


def _is_converted(row: Row) -> bool:
    """Whether its amount is in the currency of the rep's company, whatever the deal's own is."""
    return row.has("amount") and _names_converted(row.title("amount"))


@lru_cache(maxsize=64)
def _names_converted(title: str) -> bool:
    return key_of(title) in _CONVERTED


def _stage(row: Row, known: Known) -> str | None:
    """The stage as the rep calls it, or as the file does; None when it only says how it ended."""
    said = row.text("stage")
    if not said and outcome_in(row.text("status")) is None:
        said = row.text("status")
    return known.stage_in(said) if said and outcome_in(said) is None else None


def _expected_close(row: Row) -> date | None:
    return row.day("expected_close") or row.day("close_date") or row.day("closed_on")


def _closed(row: Row, outcome: Outcome, way: Way, today: date) -> date | None:
    told = _days_ended(row, outcome, way)
    return past_day(told, today, _SAID[outcome], ahead=_AHEAD)


def _days_ended(row: Row, outcome: Outcome, way: Way) -> Iterator[date | None]:
    """Every day that may be the one on which it ended, the surest first."""
    yield row.day("won_on" if outcome is Outcome.WON else "lost_on")
    yield row.day("closed_on")
    yield row.day("close_date")
    yield row.day_or_flag("closed")
    yield way.day_of(outcome)


def _pushes(text: str) -> int:
    if re.fullmatch("[0-9]{0,4}", text) is None:
        raise ValueError(text)
    return int(text or 0)


def _key(row: Row, deal: Deal, known: Known) -> tuple[str, str | None] | None:
    """The id the row has next time as well, and what it is made of; None for a row that repeats one."""
    if given := row.text("id"):
        given = long_id(given)
        return (given, None) if known.is_new(f"{row.system} deal {given}") else None
    account = folded(deal.account or row.text("account_id"))
    key = f"{account} | {folded(deal.name)}" if row.text("name") else account
    if known.repeats.are_looked_for and _is_repeated(row, key, deal, known):
        return None
    return known.numbered(key), key


def _is_repeated(row: Row, key: str, deal: Deal, known: Known) -> bool:
    if row.text("name"):
        return known.is_repeated_deal(key, deal)
    return known.is_repeat((key, deal, frozenset(row.unknown().items())))


def _remark(row: Row, deal: Deal, known: Known) -> None:
    if deal.outcome is not Outcome.WON:
        return
    if deal.amount is None and "amount" not in row.silent:
        known.remarks.count(Remark.WON_WITHOUT_AMOUNT)
    if deal.opened is not None and deal.closed is not None and deal.closed < deal.opened:
        known.remarks.count(Remark.REVERSED)


def _unknown(row: Row, deal: Deal, known: Known) -> dict[str, str]:
    """The columns we have no word for, the stage's own name where we use another, and other days.

    A probability is kept in one spelling, so that a report and an export say the same of it.
    """
    kept = row.unknown()
    if said := row.text("probability"):
        title = row.title("probability")
        kept[title] = cells.percent(said, of_hundred="%" in title)
    if (said := row.text("currency")) and _is_converted(row):
        kept[row.title("currency")] = said
    if (flags := row.there(_FLAGS)) and (odd := row.neither(flags)):
        kept |= odd
        known.remarks.says_more(odd)
    days = (deal.closed, deal.expected_close)
    for field in row.there(_ENDS):
        said = row.text(field)
        if said and (row.day_or_flag(field) or said) not in days:
            kept[row.title(field)] = said
    for field, ours in (("stage", deal.stage), ("account", deal.account)):
        said = row.text(field)
        if said and said != ours:
            kept[row.title(field)] = said
    return kept
