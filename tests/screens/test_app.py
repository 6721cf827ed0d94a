"""The frame: pages by number, themes of one's own choice, a palette that writes nothing to disk."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest
from reading import all_text, row_of
from textual.binding import Binding
from textual.color import Color
from textual.command import CommandList, CommandPalette, SearchIcon
from textual.screen import ModalScreen
from textual.theme import BUILTIN_THEMES
from textual.widgets._toast import Toast
from waiting import wait_until

from journal.activity import Activity
from journal.journal import Journal
from journal.settings import Setting
from screens import wording
from screens.app import JournalApp
from screens.follow_ups import FollowUps
from screens.goals import Goals
from screens.page import Page
from screens.pages import PAGES
from screens.themes import DUSK, PAPER, own_shades
from screens.today import Today
from screens.widgets.counts import Counts
from screens.widgets.due import Due
from screens.widgets.entry_line import EntryLine
from screens.widgets.intentions import Intentions
from screens.widgets.keys_row import MOST_KEYS
from screens.widgets.nav_row import NavRow
from screens.widgets.next_waypoint import NextWaypoint
from screens.widgets.so_far import SoFar

TUESDAY = date(2026, 11, 24)


async def test_two_and_one_switch_between_goals_and_today(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await pilot.press("2")
        await wait_until(pilot, lambda: isinstance(app.screen, Goals))
        await pilot.press("1")
        await wait_until(pilot, lambda: isinstance(app.screen, Today))


@pytest.mark.parametrize(("number", "name"), list(enumerate(wording.SCREENS, 1)))
async def test_each_number_goes_to_its_page(journal: Journal, number: int, name: str) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("6" if number == 1 else "1", str(number))
        await wait_until(pilot, lambda: getattr(app.screen, "NUMBER", 0) == number)
        assert wording.SCREENS[number - 1] == name


async def test_a_click_on_a_name_goes_to_its_page(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await pilot.click(NavRow, offset=(12, 0))
        await wait_until(pilot, lambda: isinstance(app.screen, Goals))


async def test_a_click_on_a_key_of_the_footer_presses_it(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("c")
        await wait_until(pilot, lambda: "Undo" in row_of(app, "#keys"))
        await pilot.click("#keys", offset=(2 + row_of(app, "#keys").index("Undo"), 0))
        await wait_until(pilot, lambda: "Taken back" in row_of(app, "#heard"))


@pytest.mark.parametrize("size", [(80, 24), (100, 30), (200, 60)])
async def test_only_the_newest_message_stands_there_and_it_covers_no_line(
    journal: Journal, size: tuple[int, int]
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=size, notifications=True) as pilot:
        for words in ("one", "two", "[/] three, " + "and a long story " * 30):
            app.notify(words, severity="warning", markup=False)
        await wait_until(pilot, lambda: len(app.screen.query(Toast)) == 1)
        toast = app.screen.query_one(Toast)
        await wait_until(pilot, lambda: toast.region.height > 2)
        assert toast.region.y >= 1
        assert toast.region.bottom <= app.screen.query_one(EntryLine).region.y


async def test_q_closes_the_journal(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await pilot.press("q")
        await wait_until(pilot, lambda: not app.is_running)


@pytest.mark.parametrize("key", ["question_mark", "f1"])
async def test_the_keys_of_the_focus_are_explained(journal: Journal, key: str) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await pilot.press(key)
        await wait_until(pilot, lambda: isinstance(app.screen, ModalScreen))
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(app.screen, Today))


async def test_the_help_offers_every_page(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        await pilot.press("question_mark")
        await wait_until(pilot, lambda: isinstance(app.screen, ModalScreen))
        words = all_text(app)
        assert not [name for name in wording.SCREENS if f"Go to {name}" not in words]


async def test_while_typing_f1_explains_and_the_words_stay(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await pilot.press("enter", *"call acme", "f1")
        await wait_until(pilot, lambda: isinstance(app.screen, ModalScreen))
        await pilot.press("escape")
        await wait_until(pilot, lambda: isinstance(app.screen, Today))
        assert app.screen.query_one(EntryLine).value == "call acme"


async def test_the_palette_offers_our_commands_and_no_screenshot(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await pilot.press("ctrl+p")
        await wait_until(pilot, lambda: isinstance(app.screen, CommandPalette))
        offered = app.screen.query_one(CommandList)
        await wait_until(pilot, lambda: offered.option_count > 10)
        names = [str(option.prompt).splitlines()[0] for option in offered.options]
        pages = [f"Go to {wording.SCREENS[number - 1]}" for number in PAGES]
        ours = ["Purpose", "Settings", "Days off", "Morning page", "Evening page", "Theme", "Quit"]
        assert names[: len(pages) + 7] == pages + ours
        assert "One call" in names
        assert len(set(names)) == len(names)
        assert not [name for name in names if "screenshot" in name.casefold()]
        assert not app.screen.query_one(SearchIcon).display


@pytest.mark.parametrize("name", ["dusk", "paper", *sorted(BUILTIN_THEMES)])
def test_every_theme_has_the_journals_own_shades(name: str) -> None:
    theme = {"dusk": DUSK, "paper": PAPER, **BUILTIN_THEMES}[name]
    shades = {**own_shades(theme), **theme.variables}
    for shade in ("muted", "faint", "heat-1", "heat-2", "heat-3", "heat-4"):
        assert Color.parse(shades[shade])


async def test_today_is_drawn_in_every_theme(journal: Journal) -> None:
    journal.record(Activity(day=TUESDAY, kind="call", account="Acme"))
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        for name in app.available_themes:
            app.theme = name
            await wait_until(pilot, lambda: "Acme" in row_of(app, "#so-far"))
            app.screen.query_one(SoFar).render_line(0)


async def test_a_chosen_theme_is_kept_and_undo_brings_the_old_one_back(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        app.theme = "paper"
        await wait_until(pilot, lambda: journal.history.value("theme", TUESDAY) == "paper")
        await pilot.press("u")
        await wait_until(pilot, lambda: app.theme == "dusk")
    journal.set("theme", "paper")
    assert JournalApp(journal).theme == "paper"


async def test_a_page_opened_after_the_theme_changed_and_the_one_before_it_have_its_colours(
    journal: Journal,
) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await pilot.press("2")
        app.theme, paper = PAPER.name, Color.parse(PAPER.background or "")
        for key, page in (("3", "Deals"), ("2", "Goals"), ("1", "Today")):
            await pilot.press(key)
            await wait_until(pilot, lambda name=page: type(app.screen).__name__ == name)
            await wait_until(pilot, lambda: app.screen.styles.background == paper)


async def test_what_other_pages_need_is_read_before_they_open(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        sheet = Path(wording.__file__).with_name("goals.tcss")
        await wait_until(pilot, lambda: app.stylesheet.has_source(str(sheet), ""))


async def test_a_theme_that_is_not_there_any_more_falls_back(journal: Journal) -> None:
    with journal.writing("a theme of an older version"):
        journal.store.days.set(Setting("theme", TUESDAY, "gone"))
    journal.forget_what_was_read()
    assert JournalApp(journal).theme == "dusk"


async def test_what_waits_for_the_first_paint_is_done_once(journal: Journal) -> None:
    done: list[str] = []
    app = JournalApp(journal, after_paint=lambda: done.append("once"))
    async with app.run_test() as pilot:
        await wait_until(pilot, lambda: done == ["once"])
        await pilot.press("2", "1")
        await wait_until(pilot, lambda: isinstance(app.screen, Today))
    assert done == ["once"]


@pytest.mark.parametrize(
    "owner", [JournalApp, Page, Today, Counts, Due, SoFar, NextWaypoint, EntryLine]
)
def test_every_key_has_a_name_and_says_what_it_does(owner: type) -> None:
    for binding in owner.__dict__["BINDINGS"]:
        assert isinstance(binding, Binding)
        assert binding.id, binding
        assert binding.tooltip, binding
        assert binding.description, binding


async def test_no_focus_has_more_keys_in_the_footer_than_one_reads(journal: Journal) -> None:
    journal.record(Activity(day=TUESDAY, kind="call", account="Acme"))
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)) as pilot:
        for selector in ("#counts", "#due", "#so-far", "#waypoint", "#line"):
            app.screen.query_one(selector).focus()
            await wait_until(pilot, lambda: row_of(app, "#keys") != "")
            assert len(row_of(app, "#keys").split("  ")) <= MOST_KEYS


async def test_tab_walks_through_the_panels_and_the_line_comes_last(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        await wait_until(pilot, lambda: isinstance(app.focused, Counts))
        for panel in (Intentions, SoFar, NextWaypoint, Due, EntryLine, Counts):
            await pilot.press("tab")
            await wait_until(pilot, lambda panel=panel: isinstance(app.focused, panel), str(panel))


async def test_only_the_panel_with_the_focus_has_a_heavy_rule(journal: Journal) -> None:
    app = JournalApp(journal)
    async with app.run_test() as pilot:
        for selector in ("#so-far", "#waypoint", "#due", "#line", "#counts"):
            app.screen.query_one(selector).focus()
            await wait_until(
                pilot, lambda selector=selector: _heavy(app) == {selector[1:]}, f"heavy {selector}"
            )


def _heavy(app: JournalApp) -> set[str | None]:
    """The names of what has a heavy rule."""
    return {one.id for one in app.screen.query("*") if one.styles.border_top[0] == "heavy"}


def test_today_loads_nothing_that_only_other_pages_need() -> None:
    look = "import sys, screens.app; print(*sorted(sys.modules), sep='\\n')"
    loaded = subprocess.run(
        [sys.executable, "-c", look], capture_output=True, text=True, check=True
    ).stdout.split()
    heavy = ("textual.widgets._data_table", "textual.widgets._text_area", "plotext", "sqlite_utils")
    ours = ("screens.goals", "screens.dialogs.form")
    assert not [name for name in (*heavy, *ours) if name in loaded]


def test_a_crash_leaves_no_private_words_on_the_terminal(tmp_path: Path) -> None:
    crash = """
from journal.journal import Journal
from journal.moment import Moment
from datetime import UTC, datetime
from pathlib import Path
from screens import wording
from screens.app import JournalApp
from storage.store import open_store

def broken():
    words = "".join(["my ", "secret"])
    raise RuntimeError("broken on purpose")

now = Moment.of(datetime(2026, 11, 24, tzinfo=UTC))
journal = Journal(open_store(Path("none.db"), create=False), lambda: now)
JournalApp(journal, after_paint=broken).run(headless=True)
"""
    script = tmp_path / "broken.py"
    script.write_text(crash)
    here = {**os.environ, "PYTHONPATH": str(Path.cwd())}
    said = subprocess.run(
        [sys.executable, script], capture_output=True, text=True, check=False, env=here, timeout=60
    )
    assert "broken on purpose" in said.stdout + said.stderr
    assert "my secret" not in said.stdout + said.stderr


@pytest.mark.parametrize("key", ["2", "4", "e", "s"])
async def test_quitting_while_a_page_is_still_being_made_ends_in_calm(
    journal: Journal, key: str
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(120, 40)):
        app.simulate_key(key)
        app.exit()
    assert app.return_code == 0


async def test_elsewhere_a_message_lies_low_above_the_keys_and_covers_no_number(
    journal: Journal,
) -> None:
    app = JournalApp(journal)
    async with app.run_test(size=(80, 24), notifications=True) as pilot:
        await pilot.press("5")
        await wait_until(pilot, lambda: isinstance(app.screen, FollowUps))
        await pilot.press("space")
        await wait_until(pilot, lambda: len(app.screen.query(Toast)) == 1)
        toast = app.screen.query_one(Toast)
        await wait_until(pilot, lambda: toast.region.height > 0)
        # 24 rows: the keys stand in the last, the sentence in the one above it, from the left on.
        assert (toast.region.y, toast.region.height, toast.region.x) == (22, 1, 0)
