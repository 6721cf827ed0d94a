"""What a rep calls the columns of a table is remembered for the next one like it, until they drop it."""

from __future__ import annotations

from asking import Rep

JANUARY = "Kunde;Wert;Stand\nAcme;5;Won\n"
FEBRUARY = "STAND;Kunde ;Wert\nLost;Globex;7\n"
MAPS = ("--map", "Kunde=account", "--map", "Wert=amount", "--map", "Stand=status")
SAID = (
    "“Kunde” is read as account, “Wert” is read as amount, “Stand” is read as status,"
    " as you said before; --forget-map drops that."
)


def write(rep: Rep, text: str, name: str = "list.csv") -> str:
    rep.path.parent.mkdir(exist_ok=True)
    (rep.path.parent / name).write_text(text, encoding="utf-8")
    return str(rep.path.parent / name)


def test_a_mapping_is_used_again_for_the_same_columns_in_any_order_and_says_so(rep: Rep) -> None:
    rep.gets("import", write(rep, JANUARY), *MAPS)
    again = rep.gets("import", write(rep, JANUARY))
    assert (again["unchanged"], again["notes"]) == (1, [f"list.csv: {SAID}"])
    assert rep.gets("import", write(rep, FEBRUARY))["added"] == 1
    assert rep.gets("stats")["deals"] == {"won": 1, "lost": 1, "no_decision": 0, "open": 0}


def test_a_table_with_other_columns_needs_a_mapping_of_its_own(rep: Rep) -> None:
    rep.gets("import", write(rep, JANUARY), *MAPS)
    code, sentence = rep.asks("import", write(rep, "Kunde;Wert\nAcme;5\n")).refused
    assert (code, "no header that is known here" in sentence) == (1, True)


def test_what_the_rep_says_now_outweighs_what_was_said_before(rep: Rep) -> None:
    rep.gets("import", write(rep, JANUARY), *MAPS)
    told = rep.gets("import", write(rep, JANUARY), "--map", "Wert=ignore")
    assert told["notes"][0] == (
        "list.csv: “Kunde” is read as account, “Stand” is read as status, as you said before;"
        " --forget-map drops that."
    )
    assert "“Wert” is left alone" in rep.gets("import", write(rep, JANUARY))["notes"][0]


def test_a_mapping_can_be_dropped(rep: Rep) -> None:
    rep.gets("import", write(rep, "Account,Amount,Worth,Stage\nAcme,5,9,Won\n"), *WORTH)
    assert rep.gets("stats")["won_value"] == 9
    file = write(rep, "Account,Amount,Worth,Stage\nAcme,5,9,Won\n")
    assert rep.gets("import", file, "--forget-map")["notes"] == []
    assert rep.gets("stats")["won_value"] == 5
    assert rep.gets("import", file)["notes"] == []


def test_a_mapping_is_dropped_even_if_nothing_else_tells_what_its_columns_are(rep: Rep) -> None:
    rep.gets("import", write(rep, JANUARY), *MAPS)
    file = write(rep, JANUARY)
    assert rep.asks("import", file, "--forget-map", "--dry-run").code == 1
    assert rep.gets("import", file)["unchanged"] == 1
    code, sentence = rep.asks("import", file, "--forget-map").refused
    assert (code, "is forgotten, and nothing was read: list.csv has no header" in sentence) == (
        1,
        True,
    )
    assert rep.asks("import", file).code == 1
    rep.asks("undo")
    assert rep.gets("import", file)["unchanged"] == 1


WORTH = ("--map", "Worth=amount")


def test_a_dry_run_remembers_nothing(rep: Rep) -> None:
    rep.gets("import", write(rep, JANUARY), *MAPS, "--dry-run")
    assert rep.asks("import", write(rep, JANUARY)).code == 1


def test_undo_takes_the_mapping_back_with_its_import(rep: Rep) -> None:
    rep.gets("import", write(rep, JANUARY), *MAPS)
    rep.asks("undo")
    assert rep.asks("import", write(rep, JANUARY)).code == 1


def test_reading_a_mapped_file_again_is_no_step_to_undo(rep: Rep) -> None:
    rep.gets("import", write(rep, JANUARY), *MAPS)
    rep.gets("import", write(rep, JANUARY.replace("Kunde", "KUNDE")))
    assert rep.gets("undo")["undone"] == "the import of list.csv"
    assert rep.asks("undo").code == 1
