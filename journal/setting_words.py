"""The words of the settings: what may be typed as a value, and how it is kept."""

from __future__ import annotations

import re
from collections.abc import Callable

from journal.activity import kind_named
from journal.entry import LONGEST_WORD
from journal.errors import BadInput
from journal.measure import NUMBER, OUTCOME_MEASURES, REACH
from journal.stage import read_stages, stages_in_words

THEMES = (
    *("dusk", "paper", "ansi-dark", "ansi-light", "atom-one-dark", "atom-one-light"),
    *("catppuccin-frappe", "catppuccin-latte", "catppuccin-macchiato", "catppuccin-mocha"),
    *("dracula", "flexoki", "gruvbox", "monokai", "nord", "rose-pine", "rose-pine-dawn"),
    *("rose-pine-moon", "solarized-dark", "solarized-light", "textual-dark", "textual-light"),
    "tokyo-night",
)
"""The journal's own two themes, and those that come with Textual."""

TIMES = ("tough", "normal", "good")
"""How business may be."""

LONGEST_REWARD = 200
"""The longest reward, in characters; it is read every day."""

_LARGEST = 1_000
_MOST_KINDS = 24
_MOST_SKILLS = 5
_SKILL = re.compile(r"[^\W\d_][\w-]*")
_WEEKDAY_NAMES = ("monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday")
_WORKDAYS = "Working days are one weekday or more, as mon-fri or mon,tue,thu."
_TAKEN = ("note", "setback", REACH, *OUTCOME_MEASURES, NUMBER)
"""Words that mean something else wherever a kind may stand."""


def _read_workdays(value: str) -> str:
    words = ["-" if word in ("–", "to") else word for word in re.findall(r"\w+|[-–]", value)]
    spans = " ".join(words).replace(" - ", "-").split()
    if not spans:
        raise BadInput(_WORKDAYS)
    chosen: set[int] = set()
    for span in spans:
        first, _, last = span.partition("-")
        start, end = _weekday(first), _weekday(last or first)
        chosen |= {(start + i) % 7 for i in range((end - start) % 7 + 1)}
    return ",".join(_WEEKDAY_NAMES[day][:3] for day in sorted(chosen))


def _weekday(word: str) -> int:
    for number, name in enumerate(_WEEKDAY_NAMES):
        if len(word) > 1 and name.startswith(word):
            return number
    raise BadInput(_WORKDAYS)


def _read_country(value: str) -> str:
    if value in ("", "none"):
        return ""
    if not re.fullmatch(r"[a-z]{2}(-[^\W_][\w ]{0,29})?", value):
        raise BadInput(
            "The country is two letters, with a region after a dash where it matters, "
            "as DE or DE-BY; none for no public holidays."
        )
    return value.upper()


def _read_whole(value: str, least: int, most: int, sentence: str) -> str:
    if not re.fullmatch("[0-9]{1,6}", value) or not least <= int(value) <= most:
        raise BadInput(sentence)
    return str(int(value))


def _read_floor(value: str) -> str:
    sentence = (
        f"The floor is how many activities keep a day, a whole number from 1 to {_LARGEST:,}."
    )
    return _read_whole(value, 1, _LARGEST, sentence)


def read_target(value: str) -> str:
    """A daily target as typed, canonical; 0 when it is taken away. Raises BadInput."""
    sentence = f"A daily target is a whole number from 1 to {_LARGEST:,}; 0 takes it away."
    return _read_whole("0" if value == "none" else value, 0, _LARGEST, sentence)


def _read_fiscal_start(value: str) -> str:
    return _read_whole(value, 1, 12, "The fiscal year starts in a month from 1 to 12.")


def _read_day_start(value: str) -> str:
    sentence = "The day starts at a time from 00:00 to 12:00, as 04:00."
    return _read_clock(value, "00:00", "12:00", sentence)


def _read_evening_from(value: str) -> str:
    sentence = "The evening page is offered from a time between 12:00 and 23:59, as 16:00."
    return _read_clock(value, "12:00", "23:59", sentence)


def _read_clock(value: str, first: str, last: str, sentence: str) -> str:
    found = re.fullmatch(r"([0-9]{1,2})(?::([0-5][0-9]))?", value)
    if found is None or not first <= (read := f"{found[1]:0>2}:{found[2] or '00'}") <= last:
        raise BadInput(sentence)
    return read


def _read_currency(value: str) -> str:
    if not re.fullmatch("[a-z]{3}", value):
        raise BadInput("The currency is its three letters, as EUR, USD or GBP.")
    return value.upper()


def _read_date_order(value: str) -> str:
    order = value.removesuffix("first").rstrip("- _")
    if order not in ("day", "month"):
        raise BadInput("The date order is day-first or month-first.")
    return f"{order}-first"


def _read_kinds(value: str) -> str:
    words = value.split(",") if value not in ("", "none") else []
    if len(words) > _MOST_KINDS:
        raise BadInput(f"Up to {_MOST_KINDS} kinds of your own fit: name fewer.")
    added: list[str] = []
    for word in words:
        kind = "-".join(word.split())
        if len(kind) > 24 or not re.fullmatch(r"[^\W\d_]\w*(-\w+)*", kind) or kind in _TAKEN:
            raise BadInput(
                "Kinds of your own are words with commas between, as webinar,workshop; "
                f"not {', '.join(_TAKEN)}."
            )
        if kind_named(kind, tuple(added)) is None:
            added.append(kind)
    return ",".join(added)


def _read_skills(value: str) -> str:
    words = value.split(",") if value not in ("", "none") else []
    skills = ["-".join(word.strip().lstrip("#").split()) for word in words]
    if any(len(each) > LONGEST_WORD or not _SKILL.fullmatch(each) for each in skills):
        raise BadInput(
            "Skills are the tags you log them with, with commas between, as vision,pricing."
        )
    if len(once := list(dict.fromkeys(skills))) > _MOST_SKILLS:
        raise BadInput(f"Up to {_MOST_SKILLS} skills can be built at a time: name fewer.")
    return ",".join(once)


def _read_reward(value: str) -> str:
    words = " ".join(value.split())
    if len(words) > LONGEST_REWARD:
        raise BadInput(
            f"A reward holds {LONGEST_REWARD} characters: what is it, in one short sentence?"
        )
    return "" if words.casefold() == "none" else words


def _read_times(value: str) -> str:
    if value not in TIMES:
        raise BadInput("Times are tough, normal or good: contact is fresh for 7, 30 or 90 days.")
    return value


def _read_stages(value: str) -> str:
    return stages_in_words(read_stages(value))


def _read_theme(value: str) -> str:
    if value not in THEMES:
        raise BadInput(f"The themes are {', '.join(THEMES)}.")
    return value


READERS: dict[str, Callable[[str], str]] = {
    "workdays": _read_workdays,
    "country": _read_country,
    "floor": _read_floor,
    "day-start": _read_day_start,
    "currency": _read_currency,
    "date-order": _read_date_order,
    "fiscal-start": _read_fiscal_start,
    "kinds": _read_kinds,
    "skills": _read_skills,
    "reward": _read_reward,
    "evening-from": _read_evening_from,
    "times": _read_times,
    "stages": _read_stages,
    "theme": _read_theme,
}
"""By key: turns what was typed, trimmed and casefolded, into canonical words, or raises BadInput."""

AS_TYPED = frozenset({"reward", "stages"})
"""The keys whose values are the rep's own words: their capitals stay."""
