"""The settings, each called default until it is set, and each holding from a day on."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from contextlib import suppress

from textual.widgets import TextArea

from journal.errors import BadInput, CannotSave, NotOurFile
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
        super().__init__(said, _Draft(journal, "settings", may_change=True))
        self._journal = journal
        self._themes = tuple(themes)
        self._typed = {setting.key: setting.value for setting in typed}
        self._from = typed[0].from_day if typed else journal.today()
        self._look_anew()
        self._before = {key: self._holds(key) for key, _ in self._keys()}

    def rows(self) -> Iterable[Row]:
        """One row for each setting, and the day from which the changes hold."""
        for key, label, example in _LINES:
            yield Row(label, Line(self._value(key), id=key, example=example), echoes=True)
        stages = Words(self._value("stages"), id="stages")
        yield Row("Stages of a deal", stages, echoes=True)
        order = self._value("date-order")
        yield Row("Dates", Choice(_ORDERS, order, id="date-order"), echoes=True)
        for kind in _TARGETS:
            name = kind if kind == "reach-outs" else f"{kind}s" if kind != "social" else kind
            value = self._value(f"target.{kind}")
            line = Line(value, id=f"target-{kind}", example="none")
            yield Row(f"A day's {name}", line, echoes=True)
        if self._themes:
            themes = [(name, name) for name in self._themes]
            yield Row("Colours", Choice(themes, self._value("theme"), id="theme"), echoes=True)
        yield Row(
            "Holds from", Line(self._from.isoformat(), id="from", example="today"), echoes=True
        )

    def read(self) -> tuple[Setting, ...]:
        """What the rep changed of what it opened with, and does not hold already. Raises BadInput."""
        self._look_anew()
        journal = self._journal
        day = behind(journal, self.text("from") or "today")
        kinds, touched = journal.settings.kinds, dict[str, Setting]()
        for key, name in self._keys():
            words = self.text(name)
            if words != self._in_field(key, self._before[key]):
                setting = read_setting(key, words or _nothing(key), day, kinds)
                touched |= {name: setting} if setting.value != self._before[key] else {}
        self._tell_of_others(touched)
        # The field was opened with what holds today; on another day it may hold already.
        value = journal.history.value
        changed = tuple(one for one in touched.values() if one.value != value(one.key, day))
        if not changed:
            self._reading = None
            raise BadInput("Nothing differs from what holds already; Esc leaves.")
        return changed

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
        return stands != self._in_field(key, self._before[key])

    def _look_anew(self) -> None:
        """Read what another window set up to now; a file that is held is told of by the saving."""
        with suppress(CannotSave, NotOurFile):
            if self._journal.has_changed():
                self._journal.forget_what_was_read()

    def _tell_of_others(self, touched: Mapping[str, Setting]) -> None:
        """Tell once of what another window set where the rep changed it too. Raises BadInput."""
        there = {}
        for name, mine in touched.items():
            theirs = self._holds(mine.key)
            if theirs not in (self._before[mine.key], mine.value):
                there[name], self._before[mine.key] = self._in_field(mine.key, theirs), theirs
        if there:
            from screens.saved_since import told_in

            self._reading = next(iter(there))
            raise BadInput(told_in(self, there, "opened"))

    def _keys(self) -> list[tuple[str, str]]:
        keys = [(key, key) for key in (*(key for key, _, _ in _LINES), "stages", "date-order")]
        keys += [(f"target.{kind}", f"target-{kind}") for kind in _TARGETS]
        return keys + ([("theme", "theme")] if self._themes else [])

    def _holds(self, key: str) -> str:
        return self._journal.history.value(key, self._journal.today())

    def _value(self, key: str) -> str:
        return self._in_field(key, self._typed.get(key, self._before[key]))

    def _in_field(self, key: str, value: str) -> str:
        """A value as its field shows it: a stage a line, and no target as nothing."""
        if key == "stages":
            return value.replace(", ", "\n")
        return "" if value == _nothing(key) else value


class _Draft(Draft):
    """What was typed into the settings; the day they hold from is nobody's but the rep's."""

    def overtaken(self) -> dict[str, str]:
        """What another window set since in fields that were left."""
        return {name: text for name, text in super().overtaken().items() if name != "from"}


def _nothing(key: str) -> str:
    """What is set where nothing stands in the field."""
    return "0" if key.startswith("target.") else ""
