"""What was said of deals: which checks hold, what requests came to, what was thought on Mondays."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from journal.deal_check import CheckName, DealCheck, MondayForecast
from journal.request import Ask, Request, RequestState
from storage.changes import Changes
from storage.deals import refuse_no_deal
from storage.rows import Row, Value, day_kept, day_read, grouped, read_rows, text_kept

_CHECK = "SELECT deal, name, holds, evidence, day FROM deal_check AS said"
CHECKS = f"""{_CHECK} WHERE deal IN ({{marks}}) AND id = (
  SELECT max(id) FROM deal_check WHERE deal = said.deal AND name = said.name)"""
SAID_OF = f"{_CHECK} WHERE deal = ? AND name = ? ORDER BY id"
REQUESTS = "SELECT deal, ask, state, day, note FROM request WHERE deal IN ({marks})"
REQUEST_OF = "SELECT id FROM request WHERE deal = ? AND ask = ?"
_FORECAST = "SELECT deal, monday, chance, close"
FORECASTS = f"{_FORECAST} FROM monday_forecast WHERE deal IN ({{marks}})"
FORECASTS_OF_ENDED = f"""{_FORECAST} FROM deal CROSS JOIN monday_forecast ON deal = deal.id
WHERE outcome <> 'open'"""
FORECAST_OF = "SELECT id FROM monday_forecast WHERE deal = ? AND monday = ?"

_NAMES = {name: place for place, name in enumerate(CheckName)}
_ASKS = {ask: place for place, ask in enumerate(Ask)}


class SqliteDealChecks:
    """Checks, requests and forecasts of deals, in the file."""

    def __init__(self, changes: Changes) -> None:
        """Read and write through these changes."""
        self._changes = changes
        self._db = changes.db

    def checks(self, deals: Iterable[int]) -> dict[int, tuple[DealCheck, ...]]:
        """What was last said of each check of these deals, by id, in the order checks are shown."""
        found = read_rows(_check, self._db.rows_of(CHECKS, deals))
        found.sort(key=lambda check: _NAMES[check.name])
        return grouped((check.deal, check) for check in found)

    def said_of(self, deal: int, name: CheckName) -> Sequence[DealCheck]:
        """All that was ever said of one check of a deal, in the order it was said."""
        return read_rows(_check, self._db.rows(SAID_OF, (deal, name.value)))

    def say_check(self, check: DealCheck) -> None:
        """Say what holds of a deal from a day on; earlier sayings are kept. Raises NotFound.

        Saying the same again adds nothing.
        """
        if check.name is CheckName.FRESH:
            raise ValueError("fresh contact is never said: it follows from the last touch")
        refuse_no_deal(self._db, check.deal)
        values: dict[str, Value] = {
            "deal": check.deal,
            "name": check.name.value,
            "holds": int(check.holds),
            "evidence": text_kept(check.evidence),
            "day": check.day.isoformat(),
        }
        said = self._db.rows(SAID_OF, (check.deal, check.name.value))
        if not said or said[-1] != tuple(values.values()):
            self._changes.insert("deal_check", values)

    def requests(self, deals: Iterable[int]) -> dict[int, tuple[Request, ...]]:
        """The state of each request made for these deals, by id, in the order they are shown."""
        found = read_rows(_request, self._db.rows_of(REQUESTS, deals))
        found.sort(key=lambda request: _ASKS[request.ask])
        return grouped((request.deal, request) for request in found)

    def set_request(self, request: Request) -> None:
        """Say what a request came to, over what was said of it before. Raises NotFound."""
        refuse_no_deal(self._db, request.deal)
        values: dict[str, Value] = {
            "state": request.state.value,
            "day": request.day.isoformat(),
            "note": text_kept(request.note),
        }
        key: dict[str, Value] = {"deal": request.deal, "ask": request.ask.value}
        self._save("request", REQUEST_OF, key, values)

    def forecasts(self, deals: Iterable[int] | None = None) -> Sequence[MondayForecast]:
        """What was thought on Mondays, of these deals or of all that have ended, oldest first."""
        if deals is None:
            found = self._db.rows(FORECASTS_OF_ENDED)
        else:
            found = list(self._db.rows_of(FORECASTS, deals))
        return sorted(read_rows(_forecast, found), key=lambda each: (each.monday, each.deal))

    def set_forecast(self, forecast: MondayForecast) -> None:
        """Say it for a deal and a Monday, over what was said for that Monday before. Raises NotFound."""
        refuse_no_deal(self._db, forecast.deal)
        values: dict[str, Value] = {"chance": forecast.chance, "close": day_kept(forecast.close)}
        key: dict[str, Value] = {"deal": forecast.deal, "monday": forecast.monday.isoformat()}
        self._save("monday_forecast", FORECAST_OF, key, values)

    def _save(
        self, table: str, finding: str, key: dict[str, Value], values: dict[str, Value]
    ) -> None:
        """Save over the row with this key, or make it."""
        if found := self._db.row(finding, tuple(key.values())):
            self._changes.update(table, found[0], values)
        else:
            self._changes.insert(table, key | values)


def _check(row: Row) -> DealCheck:
    """The saying a row tells of."""
    deal, name, holds, evidence, day = row
    return DealCheck(
        deal=deal,
        name=CheckName(name),
        holds=bool(holds),
        evidence=evidence,
        day=date.fromisoformat(day),
    )


def _request(row: Row) -> Request:
    """The request a row tells of."""
    deal, ask, state, day, note = row
    return Request(
        deal=deal,
        ask=Ask(ask),
        state=RequestState(state),
        day=date.fromisoformat(day),
        note=note,
    )


def _forecast(row: Row) -> MondayForecast:
    """The forecast a row tells of."""
    deal, monday, chance, close = row
    return MondayForecast(
        deal=deal, monday=date.fromisoformat(monday), chance=chance, close=day_read(close)
    )
