"""Bars, columns and tall numbers come out exactly as wide as they are asked to be."""

from __future__ import annotations

import pytest
from rich.cells import cell_len
from textual.color import Color
from textual.content import Content

from screens.themes import DUSK, PAPER
from screens.widgets.ink import bar, cut, left, right, spread, tall


@pytest.mark.parametrize(
    ("share", "drawn"),
    [
        (0, "──────────"),
        (0.05, "╸─────────"),
        (0.5, "━━━━━─────"),
        (0.55, "━━━━━╸────"),
        (1, "━━━━━━━━━━"),
        (7, "━━━━━━━━━━"),
        (-1, "──────────"),
    ],
)
def test_a_bar_is_heavy_as_far_as_it_is_done(share: float, drawn: str) -> None:
    assert bar(10, share).plain == drawn


@pytest.mark.parametrize(
    ("share", "line", "drawn"),
    [
        (0.5, 0.7, "━━━━━──┃──"),
        (0.9, 0.7, "━━━━━━━┃━─"),
        (0.5, 0.0, "┃━━━━─────"),
        (0.5, 1.0, "━━━━━────┃"),
    ],
)
def test_the_line_of_today_stands_in_the_bar(share: float, line: float, drawn: str) -> None:
    assert bar(10, share, line).plain == drawn


def test_words_are_cut_by_cells_and_not_by_letters() -> None:
    assert cut("left voicemail", 20) == "left voicemail"
    assert cut("left voicemail", 6) == "left…"
    assert cut("漢字漢字", 6) == "漢字…"
    assert cut("x", 0) == ""
    assert cell_len(left("漢字漢字", 7)) == 7
    assert right("6/10", 8) == "    6/10"


def test_words_that_command_a_terminal_are_shown_instead() -> None:
    assert cut("\x1b[31mred\n", 20) == "␛[31mred␊"


def test_two_pieces_meet_the_edges_and_the_left_one_gives_way() -> None:
    assert spread(Content("left"), Content("right"), 12).plain == "left   right"
    assert spread(Content("much too long"), Content("right"), 12).plain == "much … right"


def test_a_number_is_three_rows_high() -> None:
    assert tall("15") == ("╺┓ ┏━╸", " ┃ ┗━┓", "╺┻╸╺━┛")
    assert tall("3k") == ("╺━┓ ", " ━┫ ", "╺━┛k")
    assert tall("") == ("", "", "")


@pytest.mark.parametrize("theme", [DUSK, PAPER], ids=["dusk", "paper"])
@pytest.mark.parametrize("field", ["background", "surface", "block-cursor-background"])
@pytest.mark.parametrize(
    "words", ["foreground", "muted", "accent", "success", "warning", "error", "primary"]
)
def test_every_word_stands_out_from_what_it_stands_on(
    theme: object, field: str, words: str
) -> None:
    chosen = DUSK if theme is DUSK else PAPER
    colours = {**chosen.to_color_system().generate(), **chosen.variables}
    ground, ink = Color.parse(colours[field]), Color.parse(colours[words])
    lighter, darker = sorted((_luminance(ground), _luminance(ink)), reverse=True)
    assert (lighter + 0.05) / (darker + 0.05) >= 4.5


def _luminance(colour: Color) -> float:
    """Relative luminance as WCAG 2 defines it."""
    parts = [part / 255 for part in colour.rgb]
    red, green, blue = (p / 12.92 if p <= 0.03928 else ((p + 0.055) / 1.055) ** 2.4 for p in parts)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue
