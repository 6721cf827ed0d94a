"""What a rep typed, pasted or imported is shown without ever commanding the terminal."""

from __future__ import annotations

import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from journal.shown import shown, shown_lines


def test_plain_words_are_shown_as_they_are() -> None:
    assert shown("Zoë at Müller & Søn, 3 × 4 – “ok” [/]") == "Zoë at Müller & Søn, 3 × 4 – “ok” [/]"


def test_an_escape_sequence_is_shown_as_its_picture() -> None:
    assert shown("\x1b]0;owned\x07") == "␛]0;owned␇"


def test_line_breaks_tabs_and_delete_are_pictures_in_one_line() -> None:
    assert shown("a\nb\tc\x7f\r") == "a␊b␉c␡␍"


def test_eight_bit_controls_and_direction_marks_become_replacement_characters() -> None:
    assert shown("\x9b31m \u202etxt.exe\u2066\u2069\u200f\u061c") == "�31m �txt.exe����"


def test_separators_that_split_lines_are_replaced() -> None:
    assert shown("a\u2028b\u2029c\x85d") == "a�b�c�d"


def test_a_family_emoji_keeps_its_joiners() -> None:
    assert shown("👩\u200d👩\u200d👧") == "👩\u200d👩\u200d👧"


def test_half_a_character_can_be_sent_to_a_terminal() -> None:
    assert shown("caf\udce9").encode() == "caf�".encode()


def test_a_story_keeps_its_lines_whichever_system_wrote_them() -> None:
    assert shown_lines("one\r\ntwo\nthree\x1b") == "one\ntwo\nthree␛"


@given(st.text(st.characters(codec=None, categories=None)))
def test_nothing_shown_can_command_a_terminal(text: str) -> None:
    seen = shown(text)
    assert len(seen) == len(text)
    assert all(unicodedata.category(char) not in ("Cc", "Cs", "Zl", "Zp") for char in seen)
    assert all(
        unicodedata.bidirectional(char)
        not in ("LRE", "RLE", "LRO", "RLO", "PDF", "LRI", "RLI", "FSI", "PDI")
        for char in seen
    )
    assert len(seen.splitlines()) <= 1
    assert shown(seen) == seen
