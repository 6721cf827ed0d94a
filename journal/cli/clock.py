"""The time: the machine's own, wherever the rep has travelled, or fixed by --now."""

from __future__ import annotations

import os
import time
from datetime import UTC, datetime
from functools import cache
from pathlib import Path
from warnings import catch_warnings, simplefilter

from journal.errors import BadInput
from journal.moment import Clock, Moment

_LINK = Path("/etc/localtime")
_NOON = "T12:00"


def clock_for(now: str | None) -> Clock:
    """The machine's clock, or one that stands at an ISO moment. Raises BadInput."""
    return system_now if now is None else fixed_at(now)


def system_now() -> Moment:
    """This moment in the zone the machine is in now."""
    time.tzset()
    return Moment.of(datetime.now(UTC).astimezone(), zone_name())


def fixed_at(text: str) -> Clock:
    """A clock that stands at an ISO moment, in the local zone when it names none. Raises BadInput."""
    moment = _moment(text.strip())
    return lambda: moment


def _moment(text: str) -> Moment:
    time.tzset()
    try:
        # A day alone means that day: its midnight would still belong to the evening before.
        written = datetime.fromisoformat(text + _NOON if len(text) == 10 else text)
        if written.tzinfo is not None:
            return Moment.of(written)
        return Moment.of(written.astimezone(), zone_name())
    except (ValueError, OverflowError, OSError):
        raise BadInput(
            f"--now “{text[:40]}” is no moment; write it like 2026-11-24T13:45."
        ) from None


def zone_name() -> str:
    """The name of the local zone ("Europe/Berlin"); empty when the machine does not tell.

    The link that most machines keep tells it at once; for the others a library looks around, which
    takes a sixth of the quick log's whole time.
    """
    if "TZ" not in os.environ and _LINK.is_symlink():
        _, found, name = str(_LINK.readlink()).partition("zoneinfo/")
        if found:
            return name
    return _found_by_looking_around(os.environ.get("TZ"), time.tzname)


@cache
def _found_by_looking_around(_named: str | None, _called: tuple[str, str]) -> str:
    """The name as of these signs of the zone; looked for again only when they change."""
    from tzlocal import get_localzone_name, reload_localzone

    with catch_warnings():
        simplefilter("ignore")
        try:
            reload_localzone()
            return get_localzone_name() or ""
        except (LookupError, ValueError, OSError):
            return ""
