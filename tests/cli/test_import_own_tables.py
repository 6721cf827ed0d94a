"""``journal import`` of the tables that ``journal export csv`` made: they would double the journal."""

from __future__ import annotations

from pathlib import Path

from asking import Rep

NOW = "2026-03-03T10:00"
SAID = (
    "{} is one of the journal's own tables: to bring a journal in, take it out with"
    " “journal export json -o journal.json” and import that."
)


def test_no_table_that_a_journal_was_taken_out_as_doubles_it(rep: Rep, tmp_path: Path) -> None:
    rep.asks("log", "call", "Acme", "-m", "asked for Dana", now=NOW)
    rep.asks("deal", "add", "Acme", "Tills", "--amount", "3k", now=NOW)
    rep.asks("follow-up", "add", "Send the offer", "--due", "2026-03-09", now=NOW)
    tables = tmp_path / "tables"
    assert rep.asks("export", "csv", "-o", str(tables), now=NOW).code == 0
    before = rep.asks("export", "json", now=NOW).out
    names = sorted(file.name for file in tables.glob("*.csv"))
    assert {"accounts.csv", "deals.csv", "entries.csv", "follow_ups.csv"} < set(names)
    for name in names:
        assert rep.asks("import", str(tables / name), now=NOW).refused == (1, SAID.format(name))
    assert rep.asks("export", "json", now=NOW).out == before


def test_a_table_of_the_journal_is_known_after_a_spreadsheet_saved_it(
    rep: Rep, tmp_path: Path
) -> None:
    rep.asks("deal", "add", "Acme", "Tills", "--amount", "3k", now=NOW)
    rep.asks("export", "csv", "-o", str(tmp_path / "tables"), now=NOW)
    text = (tmp_path / "tables" / "deals.csv").read_text(encoding="utf-8-sig")
    for name, saved in (
        ("saved.csv", text.replace(",", ";")),
        ("tabs.txt", text.replace(",", "\t")),
    ):
        (tmp_path / name).write_text(saved, encoding="utf-16")
        assert rep.asks("import", str(tmp_path / name)).refused == (1, SAID.format(name))


def test_another_programs_table_with_a_number_in_front_is_read(rep: Rep, tmp_path: Path) -> None:
    file = tmp_path / "deals.csv"
    file.write_text("Number,Name,Amount,Customer\n1,Tills,5,Acme\n", encoding="utf-8")
    assert rep.gets("import", str(file), now=NOW)["added"] == 1
