"""Each place of each verb is given what breaks programs, in a journal full of it: what is said is safe."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import click
import pytest
from asking import Rep
from builders import THURSDAY
from hostile import ALL, UNSAFE
from proofs.texts import Told, live

from journal.cli.commands import journal
from storage.store import open_store

LONG = ALL.replace("\0", "")
"""No word of a command line holds a NUL: it ends there."""

SHORT = "[/]\x1b]0;x\x07\u202e"
"""What is taken for a name, too."""


def verbs(
    found: click.Command, path: tuple[str, ...] = ()
) -> Iterator[tuple[tuple[str, ...], click.Command]]:
    """Every verb there is, with the words that name it."""
    if isinstance(found, click.Group):
        with click.Context(found) as ctx:
            for name in found.list_commands(ctx):
                below = found.get_command(ctx, name)
                assert below is not None
                yield from verbs(below, (*path, name))
    if path:
        yield path, found


@pytest.mark.parametrize("words", [LONG, SHORT], ids=["long", "short"])
def test_whatever_stands_in_whatever_place_commands_nothing(
    rep: Rep, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: str
) -> None:
    with closing(open_store(rep.path, create=True)) as store:
        live(store, Told(make=lambda _: ALL), THURSDAY)
    before = rep.path.read_bytes()
    for path, verb in verbs(journal):
        rep.path.write_bytes(before)
        (folder := tmp_path / "-".join(path)).mkdir()
        monkeypatch.chdir(folder)
        for asked in (
            *(("1",) * count + (words,) for count in range(2)),
            *((words,) * count for count in range(4)),
            *(
                ("1", option, words)
                for each in verb.params
                if isinstance(each, click.Option) and not each.is_flag
                for option in each.opts[-1:]
            ),
            ("1",),
        ):
            answer = rep.asks(*path, *asked)
            said = (answer.out + answer.err).replace("\r\n", "\n")
            assert not (UNSAFE - {"\n"}) & set(said), (*path, *(one[:12] for one in asked))
