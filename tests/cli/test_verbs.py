"""What all verbs share: help with examples, the global options, one line for each mistake."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import click
import pytest
from asking import Rep

from journal import __version__
from journal.__main__ import main
from journal.cli.commands import journal
from journal.cli.verb import Family


def verbs(command: click.Command, words: tuple[str, ...] = ()) -> Iterator[tuple[str, ...]]:
    """Every verb and family, as it is called."""
    yield words
    if isinstance(command, Family):
        with click.Context(command) as ctx:
            for name in command.list_commands(ctx):
                found = command.get_command(ctx, name)
                assert found is not None
                yield from verbs(found, (*words, name))


ALL = list(verbs(journal))


def test_the_verbs_are_those_of_the_contract() -> None:
    assert {words[0] for words in ALL if words} == {
        *("log", "note", "setback", "purpose", "edit", "delete", "undo", "redo"),
        *("setbacks", "block", "follow-up", "morning", "evening", "deal", "account"),
        *("today", "status", "due", "list", "search", "stats", "review"),
        *("goal", "milestone", "plan", "off"),
        *("import", "export", "settings", "backup", "restore", "check", "where"),
        *("completion", "demo"),
    }


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_each_verb_explains_itself_and_ends_with_an_example(
    rep: Rep, words: tuple[str, ...]
) -> None:
    answer = rep.asks(*words, "--help")
    assert answer.code == 0
    explained, _, examples = answer.out.partition("\nExamples:\n")
    assert " ".join(("  journal", *words)) in examples
    assert "--db PATH" in explained
    assert max(map(len, explained.splitlines())) <= 80
    assert not rep.path.exists()


@pytest.mark.parametrize("words", ALL, ids=" ".join)
def test_each_help_names_what_it_is_for_in_one_short_sentence(words: tuple[str, ...]) -> None:
    command: click.Command = journal
    for word in words:
        assert isinstance(command, Family)
        found = command.get_command(click.Context(command), word)
        assert found is not None
        command = found
    sentence = command.get_short_help_str(200)
    assert 0 < len(sentence) <= 64


def test_global_options_stand_before_or_after_the_verb(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    path = str(tmp_path / "j.db")
    at = "2024-02-01T09:30"
    assert main(["log", "call", "--db", path, "--now", at]) == 0
    assert main(["--now", at, "log", "call", "--db", path]) == 0
    assert main(["goal", "--db", path, "list", "--now", at]) == 0
    capsys.readouterr()
    assert main(["list", "--db", path, "--now", at]) == 0
    assert len(capsys.readouterr().out.splitlines()) == 2


def test_the_option_nearest_to_the_verb_wins(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    main(["--db", str(tmp_path / "far.db"), "where", "--db", str(tmp_path / "near.db")])
    assert capsys.readouterr().out.endswith("near.db\n")


def test_a_journal_may_be_named_by_the_environment(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("JOURNAL_DB", str(tmp_path / "mine.db"))
    assert main(["where"]) == 0
    assert capsys.readouterr().out == f"{tmp_path / 'mine.db'}\n"
    assert list(tmp_path.iterdir()) == []


def test_where_says_whether_the_journal_exists(rep: Rep) -> None:
    assert rep.gets("where") == {"path": str(rep.path), "exists": False}
    rep.asks("log", "call")
    assert rep.gets("where") == {"path": str(rep.path), "exists": True}


@pytest.mark.parametrize("words", [("--version",), ("log", "--version"), ("plan", "--version")])
def test_the_version_is_told_anywhere(rep: Rep, words: tuple[str, ...]) -> None:
    answer = rep.asks(*words)
    assert (answer.code, answer.out) == (0, f"journal {__version__}\n")


@pytest.mark.parametrize(
    ("words", "sentence"),
    [
        (("lgo",), "No such command 'lgo'"),
        (("log",), "Missing argument 'KIND'; journal log --help shows how."),
        (("log", "--bogus"), "No such option"),
        (("log", "call", "--on"), "Option '--on' requires an argument"),
        (("today", "tomorrow"), "Got unexpected extra argument (tomorrow)"),
        (("l\x1b]0;x\x07",), "No such command"),
        (("completion", "tcsh"), "Completion is there for bash, zsh and fish."),
        (("--now", "soon", "today"), "--now “soon” is no moment"),
        (("today", "--now", "9999-12-31T23:59"), "--now “9999-12-31T23:59” is no moment"),
    ],
)
def test_a_slip_of_the_fingers_is_one_line(rep: Rep, words: tuple[str, ...], sentence: str) -> None:
    code, said = rep.asks(*words).refused
    assert code == 2
    assert said.startswith(sentence)
    assert said.isprintable()


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_is_given_its_completion(rep: Rep, shell: str) -> None:
    answer = rep.asks("completion", shell)
    assert answer.code == 0
    assert "_JOURNAL_COMPLETE" in answer.out


def test_a_file_that_is_not_ours_is_left_as_it_is(rep: Rep) -> None:
    rep.path.parent.mkdir()
    rep.path.write_text("Dear diary")
    for words in (("log", "call"), ("today",), ("undo",), ("backup",)):
        assert rep.asks(*words).refused[0] == 1
    assert rep.path.read_text() == "Dear diary"


@pytest.mark.parametrize("words", [("log", "call"), ("today",), ("backup",), ("check",)])
def test_a_device_is_refused_in_one_sentence(
    words: tuple[str, ...], capsys: pytest.CaptureFixture[str]
) -> None:
    assert Rep(Path("/dev/null"), capsys).asks(*words).refused == (
        1,
        "/dev/null is no file that can keep a journal: name another one with --db.",
    )


def test_a_backup_is_proved_and_nothing_is_overwritten(
    rep: Rep, capsys: pytest.CaptureFixture[str]
) -> None:
    rep.asks("log", "call")
    answer = rep.asks("backup")
    copy = rep.path.parent / "backups" / "journal-2024-02-01T093000.db"
    assert answer.out == f"Backed up and verified: {copy}\n"
    rep.asks("log", "call")
    assert rep.asks("backup", str(copy)).refused[0] == 1
    assert len(Rep(copy, capsys).gets("list")) == 1


def test_there_is_nothing_to_back_up_without_a_journal(rep: Rep) -> None:
    assert rep.asks("backup").refused[0] == 1
    assert not rep.path.parent.exists()


@pytest.mark.parametrize("words", [(), ("demo",)])
def test_the_app_without_a_terminal_says_so(rep: Rep, words: tuple[str, ...]) -> None:
    code, sentence = rep.asks(*words).refused
    assert code == 1
    assert sentence.startswith("The app needs a terminal; ")
    assert not rep.path.exists()
