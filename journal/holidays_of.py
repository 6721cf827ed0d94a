"""The public holidays of a country or region, from the ``holidays`` library."""

from __future__ import annotations

from datetime import date

from journal.errors import BadInput

_LANGUAGE = "en_US"
"""Fixed, as the names would else follow the machine's locale."""


def holidays_of(country: str, first_year: int, last_year: int) -> dict[date, str]:
    """The public holidays by day, both years included, with their names in English.

    The country is ISO 3166, with a region after a dash where it matters ("DE", "DE-BY"), in any
    case. Raises BadInput when there is no such country or region.
    """
    # Importing it takes 0.1 s: only a rep who names a country pays for it.
    from holidays import country_holidays
    from holidays.utils import list_supported_countries

    regions = list_supported_countries()
    code, _, region = country.strip().partition("-")
    code = code.upper()
    if code not in regions:
        raise BadInput(
            "Write the country as its two letters, with a region after a dash where it matters: "
            "DE, DE-BY, US-CA."
        )
    named = {each.casefold(): each for each in regions[code]}
    if region and region.casefold() not in named:
        known = ", ".join(sorted(regions[code]))
        raise BadInput(f"Write {code} alone, or with a region after a dash: {known}.")
    days = country_holidays(
        code,
        subdiv=named[region.casefold()] if region else None,
        years=range(first_year, last_year + 1),
        language=_LANGUAGE,
    )
    return dict(sorted(days.items()))
