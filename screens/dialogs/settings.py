"""The settings, each called default until it is set, and each holding from a day on."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import suppress

from textual.widgets import TextArea

from journal.errors import BadInput
from journal.journal import Journal
from journal.pipeline import unranked, unranked_in_words
from journal.settings import Setting, read_setting
from journal.stage import read_stages
from screens.dialogs.days import behind, echo
from screens.dialogs.fields import Choice, Line, Words
from screens.dialogs.form import Form, Row
from screens.drafted import Draft

_LINES = (
    ("workdays", "Working days", "mon,tue,wed,thu,fri"),
    ("country", "Public holidays of", "DE, DE-BY, US-CA; empty: none"),
    ("floor", "A day is kept at", "1"),
    ("day-start", "A day begins at", "04:00"),
    ("currency", "Currency", "EUR"),
    ("fiscal-start", "Year starts in month", "1"),
    ("kinds", "More kinds", "e.g. webinar, letter"),
    ("evening-from", "Evening page from", "16:00"),
    ("skills", "Skills I build", "tags, as vision, pricing"),
    ("reward", "For my best week", "a treat for the month's best"),
    ("times", "Times are", "tough, normal or good: fresh for 7, 30, 90 days"),
)
"""Key, label and example of every setting that is typed."""

_TARGETS = ("reach-outs", "call", "email", "social", "meeting")
"""What a day can be asked for, in the order it is offered."""

_ORDERS = [("day-first", "4/12 is 4 December"), ("month-first", "4/12 is 12 April")]


STAGES_ARE = (
    "A stage a line (Ctrl+J); “= stage 1” and “= qualified” mark two; empty: the usual ones."
)
"""How the stages of a deal are written."""


class SettingsDialog(Form[tuple[Setting, ...]]):
    """Hands back the settings that were changed, each with the day it holds from."""

    title_text = "Settings"
    hint = "What holds from a day on never changes the days before it."

    def __init__(
        self,
        journal: Journal,
        themes: Sequence[str] = (),
        typed: Sequence[Setting] = (),
        said: str = "",
    ) -> None:
        """Take the journal, the themes there are, and what an earlier try typed and was told."""
        super().__init__(said, Draft(journal, "settings"))
        self._journal = journal
        self._themes = tuple(themes)
        self._typed = {setting.key: setting.value for setting in typed}
        self._from = typed[0].from_day if typed else journal.today()

    def rows(self) -> Iterable[Row]:
        """One row for each setting, and the day from which the changes hold."""
        for key, label, example in _LINES:
            yield Row(label, Line(self._value(key), id=key, example=example), echoes=True)
        stages = Words(_in_lines(self._value("stages")), id="stages")
        yield Row("Stages of a deal", stages, echoes=True)
        order = self._value("date-order")
        yield Row("Dates", Choice(_ORDERS, order, id="date-order"), echoes=True)
        for kind in _TARGETS:
            value = self._value(f"target.{kind}")
            name = kind if kind == "reach-outs" else f"{kind}s" if kind != "social" else kind
            line = Line("" if value == "0" else value, id=f"target-{kind}", example="none")
            yield Row(f"A day's {name}", line, echoes=True)
        if self._themes:
            themes = [(name, name) for name in self._themes]
            yield Row("Colours", Choice(themes, self._value("theme"), id="theme"), echoes=True)
        yield Row(
            "Holds from", Line(self._from.isoformat(), id="from", example="today"), echoes=True
        )

    def read(self) -> tuple[Setting, ...]:
        """What differs from what holds. Raises BadInput."""
        journal = self._journal
        day = behind(journal, self.text("from") or "today")
        kinds = journal.settings.kinds
        changed: list[Setting] = []
        for key, name in self._keys():
            words = self.text(name) or ("0" if key.startswith("target.") else "")
            before = journal.history.value(key, day)
            if words != before:
                setting = read_setting(key, words, day, kinds)
                changed += [setting] if setting.value != before else []
        if not changed:
            self._reading = None
            raise BadInput("Nothing differs from what holds already; Esc leaves.")
        return tuple(changed)

    def echo(self, name: str) -> str:
        """The day in full, or "default" for what was never set."""
        if name == "from":
            return echo(self._journal, self.query_one("#from", Line).value, past=True)
        key = {field: key for key, field in self._keys()}[name]
        is_default = self._journal.history.is_default(key, self._journal.today())
        return "default" if is_default and not self._is_touched(key, name) else ""

    def on_text_area_changed(self, event: TextArea.Changed) -> None:
        """Say how stages are written, and which deals would lose theirs, before it is saved."""
        self.hint = STAGES_ARE
        if not self._is_touched("stages", "stages"):
            self.hint = type(self).hint
            return
        with suppress(BadInput):
            left = unranked(self._journal, read_stages(event.text_area.text))
            self.hint = unranked_in_words(left) or self.hint

    def _is_touched(self, key: str, name: str) -> bool:
        field = self.query_one(f"#{name}")
        stands = field.value if isinstance(field, Line | Choice | Words) else ""
        if isinstance(field, Words):
            return stands != _in_lines(self._value(key))
        return (stands or "0" if key.startswith("target.") else stands) != self._value(key)

    def _keys(self) -> list[tuple[str, str]]:
        keys = [(key, key) for key in (*(key for key, _, _ in _LINES), "stages", "date-order")]
        keys += [(f"target.{kind}", f"target-{kind}") for kind in _TARGETS]
        return keys + ([("theme", "theme")] if self._themes else [])

    def _value(self, key: str) -> str:
        return self._typed.get(key, self._journal.history.value(key, self._journal.today()))


def _in_lines(stages: str) -> str:
    """A stage a line, as they go one after the other."""
    return stages.replace(", ", "\n")
