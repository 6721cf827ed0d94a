"""The journal as tables: plain words above, names for numbers, no formula, and every row read back."""

from __future__ import annotations

import csv
from dataclasses import replace
from pathlib import Path

import pytest
from builders import NOW, activity, day, deal, milestone
from hostile import HOSTILE
from whole_journals import as_json, book, brought_in, one_of_everything

from journal.goal import Term
from journal.measure import AMOUNT
from journal.money import Money
from journal.shown import shown_lines
from journal.transfer.sheets import header_of
from journal.transfer.ways_out import take_out
from journal.transfer.whole_parts import PARTS
from storage.store import SqliteStore


def tables(
    store: SqliteStore, folder: Path, since: str | None = None
) -> dict[str, list[list[str]]]:
    """The tables of a journal, by name, their headers first."""
    take_out(book(store), "csv", str(folder), since=day(since) if since else None)
    found = {}
    for file in folder.iterdir():
        with file.open(encoding="utf-8-sig", newline="") as opened:
            found[file.stem] = list(csv.reader(opened, strict=True))
    return found


def test_a_deal_is_told_in_plain_words(store: SqliteStore, tmp_path: Path) -> None:
    with store.action("log", NOW, "test"):
        sale = replace(deal("Renewal"), account="Acme", amount=Money(123_456, "USD"))
        kept = store.deals.add(sale)
        store.deals.add(replace(deal("Yen"), account=None, amount=Money(5_000, "JPY")))
        store.entries.add(replace(activity(count=3, account="Acme", text="spoke"), deal=kept.id))
    found = tables(store, tmp_path / "tables")
    header, renewal, yen = found["deals"]
    assert header[:6] == ["Number", "Name", "Amount", "Currency", "Stage", "Outcome"]
    assert (renewal[:4], renewal[-1]) == (["1", "Renewal", "1234.56", "USD"], "Acme")
    assert (yen[2:4], yen[-1]) == (["5000", "JPY"], "")
    header, call = found["entries"]
    told = dict(zip(header, call, strict=True))
    assert (told["Deal number"], told["Deal"], told["Customer"]) == ("1", "Renewal", "Acme")
    assert (told["Day"], told["Count"], told["Text"]) == ("2024-02-01", "3", "spoke")


def test_a_target_stands_in_the_units_of_its_goal(store: SqliteStore, tmp_path: Path) -> None:
    term = Term(target=1_200_050, due=None, decided=day("2024-01-01"), effective=day("2024-01-01"))
    with store.action("aim", NOW, "test"):
        store.goals.add(replace(milestone(), measure=AMOUNT, currency="EUR", terms=(term,)))
        store.goals.add(replace(milestone(), measure="call", terms=(replace(term, target=60),)))
    _, booked, calls = tables(store, tmp_path / "tables")["goal_terms"]
    assert (booked[2], calls[2]) == ("12000.50", "60")


@pytest.mark.parametrize("start", range(2))
def test_hostile_words_are_no_formula_and_stand_in_one_cell(
    store: SqliteStore, tmp_path: Path, start: int
) -> None:
    words = iter((*HOSTILE[start:], *HOSTILE) * 9)
    rows = one_of_everything(lambda: next(words))
    brought_in(store, as_json(rows))
    found = tables(store, tmp_path / "tables")
    for part in PARTS:
        header, *told = found[part.name]
        assert header == header_of(part)
        assert [len(row) for row in told] == [len(header)] * len(rows[part.name])
        for cell in (cell for row in told for cell in row):
            assert cell[:1] not in "=+@\t\r＝＋－＠" or cell in ("", "+1")
            assert cell[:1] != "-" or cell == "-1"
    text = rows["entries"][0]["text"]
    cell = found["entries"][1][header_of(PARTS_BY_NAME["entries"]).index("Text")]
    assert cell.removeprefix("'") == shown_lines(text).removeprefix("'")


PARTS_BY_NAME = {part.name: part for part in PARTS}


def test_from_a_day_on_only_what_happened_is_left_out(store: SqliteStore, tmp_path: Path) -> None:
    with store.action("log", NOW, "test"):
        store.deals.add(deal("Old deal"))
        for on, word in (("2024-01-01", "early"), ("2024-02-01", "late")):
            call = activity(on=day(on), account="Acme", text=word)
            store.entries.add(replace(call, tags=(word,)))
    found = tables(store, tmp_path / "tables", since="2024-01-02")
    assert [row[2] for row in found["tags"]] == ["Word", "late"]
    assert len(found["entries"]) == 2
    assert (len(found["deals"]), len(found["accounts"])) == (2, 2)


def test_a_table_opens_in_excel_with_its_accents(store: SqliteStore, tmp_path: Path) -> None:
    with store.action("log", NOW, "test"):
        store.deals.add(deal("Grüße"))
    take_out(book(store), "csv", str(tmp_path / "tables"))
    kept = (tmp_path / "tables" / "deals.csv").read_bytes()
    assert kept.startswith("\ufeffNumber,Name,".encode())
    assert "Grüße" in kept.decode("utf-8-sig")
    assert kept.count(b"\r\n") == kept.count(b"\n") == 2
