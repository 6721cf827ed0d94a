"""What a rep's words ask for, and where they are marked in a text."""

from __future__ import annotations

import pytest

from journal.errors import BadInput
from journal.search import HitKind, Query, Word, read_kind_of_hit, read_query, signs_of
from journal.search_marks import excerpt, marked


def stars(text: str, words: str) -> str:
    """The text with *stars* around what was looked for."""
    pieces = marked(text, read_query(words))
    assert "".join(piece.text for piece in pieces) == text
    return "".join(f"*{piece.text}*" if piece.is_hit else piece.text for piece in pieces)


def cut(text: str, words: str, room: int) -> str:
    """A line around the first hit, with *stars*."""
    pieces = excerpt(text, read_query(words), room)
    assert sum(len(piece.text) for piece in pieces) <= room
    return "".join(f"*{piece.text}*" if piece.is_hit else piece.text for piece in pieces)


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("acme", Word("acme", begins=True, signs="")),
        ("ÄB", Word("ÄB", begins=True, signs="")),
        ("foo-bar", Word("foo-bar", begins=True, signs="")),
        ('"', Word('"', begins=False, signs="")),
        ("C++", Word("C++", begins=True, signs="x2b x2b")),
        ("東京", Word("東京", begins=False, signs="x6771 x4eac")),
        ("東ABC京", Word("東ABC京", begins=False, signs="x6771 x x4eac")),
        ("🎉", Word("🎉", begins=False, signs="x1f389")),
    ],
)
def test_each_word_is_looked_for_in_its_own_way(text: str, word: Word) -> None:
    assert read_query(text) == Query((word,))
    assert word.is_within == (not word.begins or bool(word.signs))


def test_words_are_asked_for_once_and_nul_parts_them() -> None:
    assert [word.text for word in read_query(" a  b\0c a ").words] == ["a", "b", "c"]


def test_signs_stand_alone_and_their_runs_apart() -> None:
    assert signs_of("plain words, as ever: (50%) [x] \"y\" 'z' a_b #c @d e/f\\g h*i") == ""
    assert signs_of("a+b 東京 ok €5") == "x2b x x6771 x4eac x x20ac"


@pytest.mark.parametrize(
    ("typed", "kind"),
    [
        ("notes", HitKind.NOTE),
        ("Follow-Ups", HitKind.FOLLOW_UP),
        ("followup", HitKind.FOLLOW_UP),
        ("activities", HitKind.ACTIVITY),
        ("days off", HitKind.DAY_OFF),
        ("day_off", HitKind.DAY_OFF),
        ("day pages", HitKind.DAY),
    ],
)
def test_a_kind_is_known_in_the_plural_too(typed: str, kind: HitKind) -> None:
    assert read_kind_of_hit(typed) is kind


@pytest.mark.parametrize("typed", ["", "x", "s", "daysoffs", "\0"])
def test_another_kind_is_refused(typed: str) -> None:
    with pytest.raises(BadInput, match="There is no kind of that name to search"):
        read_kind_of_hit(typed)


@pytest.mark.parametrize(
    ("text", "words", "starred"),
    [
        ("They are hiring", "hir", "They are *hiring*"),
        ("hiring, rehiring", "hiring", "*hiring*, rehiring"),
        ("Über die naïve Idee", "uber naive", "*Über* die *naïve* Idee"),
        ("nai\u0308ve plan", "naïve", "*nai\u0308ve* plan"),
        ("naïve plan", "nai\u0308ve", "*naïve* plan"),
        ("a foo-bar b", "foo-bar", "a *foo*-*bar* b"),
        ("the C++ course", "c++", "the *C++* course"),
        ("東京支社", "京支", "東*京支*社"),
        ("[/] is odd", "[/]", "*[/]* is odd"),
        ("İstanbul", "istanbul", "*İstanbul*"),
        ("nothing here", "there", "nothing here"),
        ("", "x", ""),
    ],
)
def test_what_was_looked_for_is_marked_to_the_end_of_its_word(
    text: str, words: str, starred: str
) -> None:
    assert stars(text, words) == starred


def test_an_excerpt_is_one_line_around_the_first_hit() -> None:
    long = "one two three four five six seven eight nine ten eleven twelve"
    assert cut(long, "one", 20) == "*one* two three four…"
    assert cut(long, "seven", 20) == "…six *seven* eight…"
    assert cut(long, "twelve", 20) == "…ten eleven *twelve*"
    assert cut(long, "zzz", 12) == "one two…"
    assert cut("first\n\n second \r\nthird", "third", 30) == "first · second · *third*"
    assert cut("x" * 50 + "y", "y", 10) == "x" * 9 + "…"
    assert cut("東" * 50 + "京", "京", 10) == "…" + "東" * 8 + "*京*"
