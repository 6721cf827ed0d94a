"""Every text that a verb takes holds whatever is typed; every verb shows it without being commanded by it."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from asking import NOW, Json, Rep
from hostile import ALL, HOSTILE, UNSAFE

from journal.shown import shown

TELLING = (
    ("note", "{}"),
    ("log", "call", "{name}", "-m", "{}", "--outcome", "{short}", "--tag", "{short}"),
    ("log", "meeting", "{name}", "--silent", "{}", "--learned", "{}", "--they-learned", "{}"),
    ("setback", "{}", "--sting", "4"),
    (
        "setbacks",
        "work",
        "4",
        "--belief",
        "{}",
        "--permanent",
        "1",
        "--pervasive",
        "1",
        "--personal",
        "1",
    ),
    (
        "setbacks",
        "work",
        "4",
        "--in-control",
        "{}",
        "--evidence-against",
        "{}",
        "--other-view",
        "{}",
    ),
    ("setbacks", "next", "4", "{}", "--by", "2024-02-09"),
    ("setbacks", "learned", "4", "{}", "--differently", "{}", "--after", "7"),
    ("follow-up", "add", "{}", "--on", "2024-02-09", "--account", "{name}", "--reason", "{}"),
    ("follow-up", "add", "{kept}", "--on", "2024-02-09"),
    ("follow-up", "done", "3", "-m", "{kept}"),
    ("follow-up", "add", "{kept}", "--on", "2024-02-09"),
    ("follow-up", "skip", "4", "--why", "{kept}"),
    ("morning", "--first", "{}", "--second", "{}", "--obstacle", "{}", "--if-then", "{}"),
    (
        "evening",
        "--good",
        "{}",
        "--part",
        "{}",
        "--tomorrow",
        "{}",
        "--thanks",
        "{}",
        "--overstated",
        "{}",
    ),
    ("purpose", "{}"),
    ("deal", "add", "{name}", "{name}", "--amount", "140k", "--next", "{}"),
    ("deal", "add", "Acme", "{name}", "--amount", "140k", "--stage", "proposal"),
    ("deal", "add", "Globex", "{name}"),
    ("deal", "add", "Hooli", "{name}"),
    ("deal", "check", "1", "budget", "--evidence", "{kept}"),
    ("deal", "story", "1", "--changed", "{}", "--pain", "{}", "--need", "{}", "--give", "{}"),
    ("deal", "story", "1", "--get", "{}", "--stretches", "{}", "--helper", "{}", "--they-do", "{}"),
    ("deal", "story", "1", "--could-have-known", "{}", "--evidence", "{}"),
    ("deal", "won", "2", "--answer", "{}", "--asked-by", "{}", "--buyer-tag", "{short}"),
    (
        "deal",
        "lost",
        "3",
        "--to",
        "{}",
        "--category",
        "price",
        "--my-reason",
        "{}",
        "--buyer",
        "{}",
    ),
    ("deal", "no-decision", "4", "--missing", "pain", "--my-reason", "{}", "--buyer", "{}"),
    ("deal", "answer", "3", "{}", "--asked-by", "{}", "--tag", "{short}"),
    ("deal", "request", "3", "phones", "-m", "{kept}"),
    ("account", "Acme", "--contact", "{name}", "--role", "{name}"),
    (
        "goal",
        "add",
        "{name}",
        "--measure",
        "deals-won",
        "--target",
        "5",
        "--by",
        "2024-12-31",
        "--why",
        "{}",
    ),
    ("goal", "redate", "1", "2025-01-31", "--target", "4", "--why", "{kept}"),
    (
        "milestone",
        "add",
        "{name}",
        "--measure",
        "call",
        "--target",
        "60",
        "--by",
        "2024-02-14",
        "--goal",
        "1",
    ),
    (
        "milestone",
        "add",
        "x",
        "--measure",
        "call",
        "--target",
        "9",
        "--by",
        "2024-02-14",
        "--serves",
        "{}",
    ),
    ("off", "2024-03-01..2024-03-02", "--why", "{}"),
    ("settings", "reward", "{name}"),
    ("plan", "set", "--target", "1.2M", "--by", "2024-12-31", "--deal-size", "60k"),
    ("review", "hold", "--lever", "win-rate", "--by", "5", "--if-then", "{kept}"),
)
"""Every verb that takes words of the rep's own, each word with a number before it."""

READING = (
    *("today", "status", "list 2024-01-01..2024-02-01", "due", "account Acme", "account Globex"),
    *("setbacks", "setbacks show 4", "setbacks stronger", "morning", "evening", "purpose", "plan"),
    *("deal list all", "deal show 1", "deal show 2", "deal show 3", "deal show 4", "deal teach"),
    *(
        "goal list",
        "goal show 1",
        "milestone list",
        "milestone show 2",
        "milestone show 3",
        "off",
        "settings",
        "stats",
    ),
    *(
        "review",
        "review --week",
        "undo",
        "redo",
        "list bad",
        "due at 2024-02-09T09:30",
        "review at 2024-03-29T09:30",
        "search q",
        "export ics",
        "export markdown",
        "export wall",
    ),
)
"""Every verb that shows words, and some that refuse them."""

SHORT = "[/]\x1b]0;x\x07\u202e"

ROOM = {"{}": 100_000, "{kept}": 100_000, "{name}": 150, "{short}": 30}
"""How long what stands in a gap may be; what was said of something settled is kept and not shown again."""

BREAK = re.compile(r"[\s\u2028\u2029]+")


@dataclass(frozen=True)
class Gap:
    """One place in a command that takes a rep's own words."""

    command: tuple[str, ...]
    """Whose it is."""
    told: str
    """The words."""
    is_shown: bool
    """Whether a report shows them."""

    def is_in(self, kept: set[str]) -> bool:
        """Whether they were kept, blanks aside."""
        return " ".join(self.told.split()) in kept

    def stands_on(self, page: str) -> bool:
        """Whether they stand there as they are, wherever the line was broken."""
        return all(" ".join(shown(part).split()) in page for part in BREAK.split(self.told))


class Telling:
    """What was told, word by word."""

    def __init__(self, words: str) -> None:
        """Nothing yet."""
        self.words = words
        self.gaps: list[Gap] = []

    def fill(self, command: tuple[str, ...]) -> Iterator[str]:
        """The command with words for each gap, none of them twice."""
        for word in command:
            if not word.startswith("{"):
                yield word
                continue
            words = SHORT if word == "{short}" else self.words
            told = f"{len(self.gaps)}q{words}"[: ROOM[word]].strip()
            self.gaps.append(Gap(command[:3], told, word != "{kept}"))
            yield told


def texts_of(value: Json) -> Iterator[str]:
    """Every text in some JSON."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, dict):
        for each in value.values():
            yield from texts_of(each)
    elif isinstance(value, list):
        for each in value:
            yield from texts_of(each)


def keeps_and_shows(rep: Rep, words: str) -> None:
    telling = Telling(words)
    for command in TELLING:
        answer = rep.asks(*telling.fill(command))
        assert (answer.code, answer.err) == (0, ""), command
        assert not (UNSAFE - {"\n"}) & set(answer.out), command
    drawn = []
    for line in READING:
        line, _, later = line.partition(" at ")
        answer = rep.asks(*line.split(), now=later or NOW)
        # Lines of a calendar end with both.
        printed = answer.out.replace("\r\n", "\n") + answer.err
        assert not (UNSAFE - {"\n"}) & set(printed), line
        drawn.append(answer.out)
    exported = rep.asks("export", "json")
    kept = {" ".join(text.split()) for text in texts_of(exported.json)}
    lost = [(gap.command, gap.told[:9]) for gap in telling.gaps if not gap.is_in(kept)]
    assert lost == []
    page = " ".join("\n".join(drawn).split())
    unseen = [
        (gap.command, gap.told[:9])
        for gap in telling.gaps
        if gap.is_shown and not gap.stands_on(page)
    ]
    assert unseen == []


def test_whatever_is_typed_is_kept_and_shown_and_commands_nothing(rep: Rep) -> None:
    keeps_and_shows(rep, ALL)


@pytest.mark.long
@pytest.mark.parametrize("words", HOSTILE, ids=repr)
def test_each_hostile_word_is_kept_and_shown_and_commands_nothing(rep: Rep, words: str) -> None:
    keeps_and_shows(rep, words)
