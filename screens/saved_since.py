"""What another window, or another page, saved in fields that were typed over and left."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from zlib import crc32

from textual.widget import Widget
from textual.widgets import Static

from screens import draft_words
from screens.dialogs.fields import Choice


def typed_over(names: Iterable[str], before: Mapping[str, str], kept: str) -> str:
    """Prints of what fields held when they were first typed over, as they are kept with a draft.

    ``before`` is what the fields open with now, ``kept`` the prints so far.
    """
    first = _prints_of(kept)
    made = {name: first.get(name) or _print_of(before.get(name, "")) for name in names}
    return " ".join(f"{name}:{print_}" for name, print_ in made.items())


def overtaken(kept: str, left: Mapping[str, str], now: Mapping[str, str]) -> dict[str, str]:
    """What fields open with ``now`` that were typed over, where it is neither that nor what was typed."""
    return {
        name: now[name]
        for name, made in _prints_of(kept).items()
        if name in now and now[name] != left.get(name) and _print_of(now[name]) != made
    }


def _prints_of(kept: str) -> dict[str, str]:
    return {name: made for name, _, made in (each.partition(":") for each in kept.split())}


def _print_of(text: str) -> str:
    """A few letters by which a text is told from another."""
    return f"{crc32(text.encode(errors='surrogatepass')):08x}"


def told_in(screen: Widget, there: Mapping[str, str], since: str = "left") -> str:
    """What is saved by now in fields of a screen, each with its label and its own words.

    ``since`` is what the rep did to the screen then: left it, or opened it.
    """
    told = {_label(screen, name): _words(screen, name, text) for name, text in there.items()}
    return draft_words.saved_since(told, since)


def _label(screen: Widget, name: str) -> str:
    row = screen.query_one(f"#{name}").parent
    label = row.query(".label").results(Static) if row else ()
    return next((each.name or " ".join(str(each.content).split()) for each in label), name)


def _words(screen: Widget, name: str, text: str) -> str:
    field = screen.query_one(f"#{name}")
    if isinstance(field, Choice):
        return next((words for value, words in field.options if str(value) == text), text)
    return text
