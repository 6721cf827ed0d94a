"""Two versions of one thing: what the rep typed, and what another window saved meanwhile."""

from __future__ import annotations

from dataclasses import Field, fields
from enum import StrEnum
from typing import Any, ClassVar, Protocol

from screens.dialogs.ask import AskDialog
from screens.dialogs.changed_words import UNSEEN, word

_LONGEST = 120
"""The most of one value that is shown here, in characters."""


class Version(Protocol):
    """Any dataclass of the journal."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]


class Keep(StrEnum):
    """Which version stays."""

    MINE = "mine"
    THEIRS = "theirs"


class ChangedDialog(AskDialog[Keep]):
    """Hands back which version stays; nothing when the rep goes back to the form."""

    def __init__(self, mine: Version, theirs: Version) -> None:
        """Take both versions, of one dataclass."""
        super().__init__(
            "Changed in another window",
            f"It was saved elsewhere while you wrote.\n\n{differences(mine, theirs)}",
            [
                (Keep.MINE, "Mine: save what I wrote over it"),
                (Keep.THEIRS, "Theirs: keep it as it was saved"),
            ],
        )


class GoneDialog(AskDialog[Keep]):
    """The same where another window deleted it meanwhile."""

    def __init__(self) -> None:
        """There is nothing to show beside what the rep wrote."""
        super().__init__(
            "Deleted in another window",
            "It was deleted elsewhere while you wrote.",
            [
                (Keep.MINE, "Mine: save what I wrote as a new one"),
                (Keep.THEIRS, "Theirs: leave it deleted"),
            ],
        )


def differences(mine: Version, theirs: Version) -> str:
    """Each field that differs, with both values, one to a line."""
    names = [field.name for field in fields(mine) if field.name not in UNSEEN]
    thing = type(mine).__name__
    lines = [
        f"{word(thing, name) or name.replace('_', ' ')}\n   mine    {_said(getattr(mine, name))}"
        f"\n   theirs  {_said(getattr(theirs, name, None))}"
        for name in names
        if getattr(mine, name) != getattr(theirs, name, None)
    ]
    return "\n".join(lines) or "Both say the same."


def _said(value: object) -> str:
    words = "–" if value in (None, "", ()) else str(value)
    words = " ".join(words.split())
    return words if len(words) <= _LONGEST else words[: _LONGEST - 1] + "…"
