"""What a rep's words ask for, and where they are marked in a text."""

from __future__ import annotations

import pytest

from journal.errors import BadInput
from journal.search import HitKind, Query, Word, read_kind_of_hit, read_query, signs_of
from journal.search_folding import folded
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
        ("acme", Word("acme", begins=True)),
        ("ÄB", Word("ab", begins=True)),
        ("foo-bar", Word("foo-bar", begins=True)),
        ('"', Word('"', begins=False, signs=("x22",))),
        ("[/]", Word("[/]", begins=False, signs=("x5b x2f x5d",))),
        ("C++", Word("c++", begins=True, signs=("x2b x2b",))),
        ("東京", Word("東京", begins=False, signs=("x6771 x4eac",))),
        ("東ABC京", Word("東abc京", begins=False, signs=("x6771", "x4eac"))),
        ("🎉", Word("🎉", begins=False, signs=("x1f389",))),
        ("ﾄｳｷｮｳ", Word("トウキョウ", begins=False, signs=("x30c8 x30a6 x30ad x30e7 x30a6",))),
    ],
)
def test_each_word_is_looked_for_in_its_own_way(text: str, word: Word) -> None:
    assert read_query(text) == Query((word,))
    assert word.is_within == (not word.begins or bool(word.signs))


def test_words_are_asked_for_once_and_nul_parts_them() -> None:
    assert [word.text for word in read_query(" a  b\0c a ").words] == ["a", "b", "c"]


def test_words_of_nothing_that_is_seen_are_no_words() -> None:
    with pytest.raises(BadInput, match="Search for what"):
        read_query("\u200b \u0301")


def test_each_run_of_signs_is_told_once() -> None:
    assert signs_of("plain words") == ()
    assert signs_of("a, b, c?!") == ("x2c", "x3f x21")
    assert signs_of("a+b 東京 ok €5, a+") == ("x2b", "x6771 x4eac", "x20ac", "x2c")


@pytest.mark.parametrize(
    ("text", "alike"),
    [
        ("Straße", "STRASSE"),
        ("STRAẞE", "straße"),
        ("ﾄｳｷｮｳ ｶﾞｽ", "トウキョウ ガス"),
        ("カ\u3099ス", "ガス"),
        ("Ａｃｍｅ　１２＋３", "acme 12+3"),
        ("oﬃce ﬂow Ĳssel", "office flow ijssel"),
        ("Ångström", "A\u030angstro\u0308m"),
        ("İstanbul Iğdır", "istanbul igdir"),
        ("ΟΔΥΣΣΕΥΣ", "Οδυσσεύς"),
        ("Łódź, Đorđe, Køge, œuvre", "lodz, dorde, koge, oeuvre"),
        ("한국", "\u1112\u1161\u11ab\u1100\u116e\u11a8"),
        ("Ёлка", "елка"),
        ("Stra\u00adße\u200b", "strasse"),
        ("❤\ufe0f", "❤"),
        ("שָׁלוֹם", "שלום"),
    ],
)
def test_what_reads_alike_is_alike(text: str, alike: str) -> None:
    assert folded(text) == folded(alike)


def test_signs_and_vowels_of_indic_words_stay_what_they_are() -> None:
    assert folded("™ € ② ½") == "™ € 2 1⁄2"
    assert folded("हिन्दी ไทย") == "हिन्दी ไทย"


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
        ("in der Straße 5", "strasse", "in der *Straße* 5"),
        ("in der Strasse 5", "straße", "in der *Strasse* 5"),
        ("ein Maß.", "mas", "ein *Maß*."),
        ("ßß ab", "ab", "ßß *ab*"),
        ("新ｶﾞｽ会社", "ガス", "新*ｶﾞｽ*会社"),
        ("ガス会社", "ｶﾞｽ会", "*ガス会*社"),
        ("the oﬃce Ａｃｍｅ", "office acme", "the *oﬃce* *Ａｃｍｅ*"),
        ("Ａ＋＋ rated", "a++", "*Ａ＋＋* rated"),
        ("cafe\u0301, then", "CAFÉ", "*cafe\u0301*, then"),
        ("ὀδυσσεύς ΟΔΥΣΣΕΥΣ", "οδυσσευς", "*ὀδυσσεύς* *ΟΔΥΣΣΕΥΣ*"),
        ("Kadıköy", "kadikoy", "*Kadıköy*"),
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
