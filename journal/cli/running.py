"""One command from start to exit code: each error one line, a broken pipe or Ctrl+C calm."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper, UnsupportedOperation
from pathlib import Path

import click

from journal.cli.commands import journal
from journal.errors import BadInput, JournalError
from journal.shown import shown

PROGRAM = "journal"
COMPLETION = "_JOURNAL_COMPLETE"
"""Set by a shell that asks what may come next."""

FINE, IN_THE_WAY, WRONG_WORDS, INTERRUPTED = 0, 1, 2, 130
"""Exit codes: done; the state of things is in the way; the words alone are wrong; Ctrl+C."""


def run(argv: Sequence[str]) -> int:
    """Do what the words ask and return the exit code; what nobody foresaw crashes loudly."""
    os.umask(0o077)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        _call(list(argv))
        sys.stdout.flush()
    except click.exceptions.Exit as asked:
        return asked.exit_code
    except BrokenPipeError:
        _drop_the_rest()
        return FINE
    except (KeyboardInterrupt, click.Abort):
        print(file=sys.stderr)
        return INTERRUPTED
    except click.ClickException as error:
        return _refuse(_plain(error), error.exit_code)
    except BadInput as error:
        return _refuse(str(error), WRONG_WORDS)
    except JournalError as error:
        return _refuse(str(error), IN_THE_WAY)
    except OSError as error:
        if error.strerror is None:
            raise
        if error.filename is None:
            _drop_the_rest()
        where = error.filename or "Not all could be printed"
        return _refuse(f"{where}: {error.strerror}.", IN_THE_WAY)
    return FINE


def _call(words: list[str]) -> None:
    if COMPLETION in os.environ:
        journal.main(words, prog_name=PROGRAM)
    # Not click's own ``main``: it ends a broken pipe with an error.
    with journal.make_context(PROGRAM, words) as ctx:
        journal.invoke(ctx)


def _refuse(sentence: str, code: int) -> int:
    line = shown(" ".join(sentence.split()))
    print(f"journal: {line}", file=sys.stderr)
    return code


def _plain(error: click.ClickException) -> str:
    """What click says, with the way to the help of the verb it is about."""
    said = error.format_message()
    ctx = getattr(error, "ctx", None)
    if isinstance(error, click.UsageError) and isinstance(ctx, click.Context):
        return f"{said.rstrip('.')}; {ctx.command_path} --help shows how."
    return said


def _drop_the_rest() -> None:
    """Nobody reads on: what is still buffered must not raise again at exit."""
    with suppress(UnsupportedOperation), Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
