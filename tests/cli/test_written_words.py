"""``note``, ``setback`` and ``purpose``: what a rep writes in their own words."""

from __future__ import annotations

import pytest
from asking import Rep


def test_a_note_is_kept_for_today(rep: Rep) -> None:
    assert rep.asks("note", "Globex", "decides", "in", "March").out == (
        "Saved 1: note “Globex decides in March” today 09:30\n"
    )
    assert rep.gets("list")[0]["kind"] == "note"


def test_a_setback_is_known_by_its_words(rep: Rep) -> None:
    rep.asks("setback", "Hooli cancelled the demo", "--sting", "4")
    entry = rep.gets("list")[0]
    assert (entry["kind"], entry["type"], entry["sting"]) == ("setback", "meeting cancelled", 4)


def test_a_setback_may_be_given_a_type_by_part_of_its_name_and_a_day(rep: Rep) -> None:
    rep.asks("setback", "gone", "--type", "rfp", "--on", "yesterday")
    entry = rep.gets("list", "yesterday")[0]
    assert (entry["type"], entry["time"]) == ("RFP missed", None)


@pytest.mark.parametrize("sting", ["-1", "11", "a lot"])
def test_a_sting_lies_between_0_and_10(rep: Rep, sting: str) -> None:
    assert rep.asks("setback", "x", "--sting", sting).refused == (
        2,
        "A sting is a whole number from 0 to 10.",
    )


def test_an_unknown_type_of_setback_names_the_types(rep: Rep) -> None:
    code, sentence = rep.asks("setback", "x", "--type", "rain").refused
    assert code == 2
    assert "no call-back, RFP missed, not shortlisted" in sentence


def test_the_purpose_is_asked_for_written_and_shown(rep: Rep) -> None:
    assert rep.gets("purpose") == {"purpose": None}
    assert rep.asks("purpose").out.startswith("No purpose yet.")
    assert not rep.path.exists()
    assert rep.asks("purpose", "To be", "the first one").out == "To be the first one\n"
    assert rep.gets("purpose") == {"purpose": "To be the first one"}


@pytest.mark.parametrize("verb", ["note", "setback", "purpose"])
def test_blank_words_are_refused(rep: Rep, verb: str) -> None:
    assert rep.asks(verb, " ").refused[0] == 2
    assert not rep.path.exists()
