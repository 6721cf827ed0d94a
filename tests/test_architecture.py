"""The house rule, held by the import graph and by looking at what a running process has loaded."""

from __future__ import annotations

import ast
import subprocess
import sys
from pathlib import Path

import pytest

HOUSE = Path(__file__).parents[1]

ONE_MODULE_EACH = {
    "holidays": {"journal/holidays_of.py"},
    "tzlocal": {"journal/cli/clock.py"},
    "platformdirs": {"storage/locations.py"},
    "textual_plotext": {"screens/widgets/goal_chart.py"},
    "icalendar": {"journal/transfer/calendar_file.py"},
    "jinja2": {"journal/transfer/wall.py"},
}
"""Libraries that one named file each may import."""

ALLOWED = {
    "journal": {"journal", "dateutil"},
    "storage": {"journal", "storage", "sqlite3", "sqlite_utils", "platformdirs"},
    "screens": {"journal", "screens", "textual", "rich"},
}
"""What each folder may import besides the standard library and the named exceptions above."""


def files_of(folder: str) -> list[Path]:
    return sorted((HOUSE / folder).rglob("*.py"))


def imports_of(file: Path) -> set[str]:
    """The top-level packages a file imports, inside functions too."""
    found: set[str] = set()
    for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
        if isinstance(node, ast.Import):
            found |= {alias.name.partition(".")[0] for alias in node.names}
        elif isinstance(node, ast.ImportFrom) and node.level == 0 and node.module:
            found.add(node.module.partition(".")[0])
    return found


def outside(file: Path) -> set[str]:
    return {name for name in imports_of(file) if name not in sys.stdlib_module_names} | (
        {"sqlite3"} & imports_of(file)
    )


def sees_everything(file: Path) -> bool:
    inside = file.relative_to(HOUSE).as_posix()
    return inside.startswith("journal/cli/") or inside == "journal/__main__.py"


@pytest.mark.parametrize("folder", ["journal", "storage", "screens"])
def test_each_room_imports_only_what_its_door_allows(folder: str) -> None:
    trespassing = {}
    for file in files_of(folder):
        if sees_everything(file):
            continue
        inside = file.relative_to(HOUSE).as_posix()
        named = {library for library, places in ONE_MODULE_EACH.items() if inside in places}
        if extra := outside(file) - ALLOWED[folder] - named:
            trespassing[inside] = sorted(extra)
    assert trespassing == {}


@pytest.mark.parametrize("library", sorted(ONE_MODULE_EACH))
def test_a_library_has_one_door_into_the_house(library: str) -> None:
    files = [file for folder in ALLOWED for file in files_of(folder)]
    doors = {file.relative_to(HOUSE).as_posix() for file in files if library in imports_of(file)}
    assert doors <= ONE_MODULE_EACH[library]


def test_the_rules_never_ask_what_time_it_is_nor_open_a_file() -> None:
    asking = {}
    for file in files_of("journal"):
        if sees_everything(file):
            continue
        calls = {
            ast.unparse(node.func)
            for node in ast.walk(ast.parse(file.read_text(encoding="utf-8")))
            if isinstance(node, ast.Call)
        }
        forbidden = {"open", "print", "input", "datetime.now", "date.today", "time.time", "Path"}
        if found := calls & forbidden:
            asking[file.name] = sorted(found)
    assert asking == {}


def loaded_by(code: str) -> set[str]:
    """The top-level packages a fresh process has loaded after running some code."""
    child = subprocess.run(
        [sys.executable, "-c", f"{code}\nimport sys; print('\\n'.join(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
    )
    return {line.partition(".")[0] for line in child.stdout.split()}


def test_the_rules_are_read_without_textual_or_sql() -> None:
    assert not loaded_by("import journal.journal") & {"textual", "sqlite3", "sqlite_utils", "click"}


def test_the_screens_are_read_without_storage() -> None:
    assert not loaded_by("import screens.app") & {"storage", "sqlite3", "sqlite_utils", "click"}


def test_a_chart_is_loaded_with_the_first_one_drawn_and_not_before() -> None:
    assert not loaded_by("import screens.app, screens.goals") & {"plotext", "textual_plotext"}


def test_opening_the_store_loads_no_more_than_the_quick_log_needs() -> None:
    heavy = {"sqlite_utils", "dateutil", "platformdirs", "holidays", "textual", "uuid"}
    assert not loaded_by("import storage.store, journal.logbook") & heavy


FIRST_PAINT = """
from datetime import UTC, datetime
import screens.app
from journal.journal import Journal
from journal.moment import Moment
from storage.store import empty_store
Journal(empty_store(), lambda: Moment.of(datetime(2026, 3, 2, 9, tzinfo=UTC), "UTC")).briefing()
"""
"""What happens until Today is first painted."""

MOST_AT_FIRST = 92
"""So many of our modules stand behind the first paint; raise it only for what the rep sees there."""


def loaded_at_first() -> set[str]:
    """The modules of the rules and the screens that the first paint loads."""
    child = subprocess.run(
        [sys.executable, "-c", f"{FIRST_PAINT}\nimport sys; print('\\n'.join(sys.modules))"],
        capture_output=True,
        text=True,
        check=True,
    )
    return {name for name in child.stdout.split() if name.startswith(("journal.", "screens."))}


def test_today_is_painted_before_the_rooms_behind_it_are_loaded() -> None:
    """Nor are the days of years walked, nor what is asked of setbacks, deals and Mondays."""
    loaded = loaded_at_first()
    rooms = {
        *("streak", "strength", "track_record", "asked_today", "meetings"),
        *("deals", "deal_store", "deal_story", "deal_check", "deal_line", "evening_deals"),
        *("plans", "reviews", "setbacks", "searches", "follow_ups", "incoming"),
    }
    assert not loaded & {f"journal.{room}" for room in rooms}
    folders = ("journal.planning", "journal.transfer", "journal.reviewing", "screens.dialogs")
    assert not {name for name in loaded if name.startswith(folders)}
    assert len(loaded) <= MOST_AT_FIRST


def test_no_value_of_the_first_paint_compiles_its_methods_before_it_is_made() -> None:
    """``journal.frozen`` makes them: a frozen dataclass of the standard library costs 0.5 ms each."""
    compiled = [
        name
        for name in sorted(loaded_at_first())
        for node in ast.walk(ast.parse(source_of(name)))
        if isinstance(node, ast.ClassDef)
        and any("frozen=True" in ast.unparse(each) for each in node.decorator_list)
    ]
    assert compiled == []


def source_of(module: str) -> str:
    """The text of one of our modules."""
    file = HOUSE / module.replace(".", "/")
    found = file / "__init__.py" if file.is_dir() else file.with_suffix(".py")
    return found.read_text(encoding="utf-8")


LONGEST_FUNCTION, LONGEST_FILE = 40, 300
"""In lines; a function from its name to its end."""


@pytest.mark.parametrize("folder", sorted(ALLOWED))
def test_no_file_and_no_function_is_longer_than_what_is_read_at_a_sitting(folder: str) -> None:
    too_long = {}
    for file in files_of(folder):
        text, inside = file.read_text(encoding="utf-8"), file.relative_to(HOUSE).as_posix()
        if (lines := len(text.splitlines())) > LONGEST_FILE:
            too_long[inside] = lines
        for node in ast.walk(ast.parse(text)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                lines = (node.end_lineno or node.lineno) - node.lineno + 1
                if lines > LONGEST_FUNCTION:
                    too_long[f"{inside}: {node.name}"] = lines
    assert too_long == {}
