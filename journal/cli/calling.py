"""Calling a verb: what click finds wrong is said in one line, like everything else."""

from __future__ import annotations

import os

import click

from journal.cli.commands import journal
from journal.cli.running import COMPLETION, FINE, refuse

PROGRAM = "journal"


def call(words: list[str]) -> int:
    """Do what the words ask and return the exit code. Raises JournalError, KeyboardInterrupt."""
    if COMPLETION in os.environ:
        journal.main(words, prog_name=PROGRAM)
    try:
        # Not click's own ``main``: it ends a broken pipe with an error.
        with journal.make_context(PROGRAM, words) as ctx:
            journal.invoke(ctx)
    except click.exceptions.Exit as asked:
        return asked.exit_code
    except click.Abort:
        raise KeyboardInterrupt from None
    except click.ClickException as error:
        return refuse(_plain(error), error.exit_code)
    return FINE


def _plain(error: click.ClickException) -> str:
    """What click says, with the way to the help of the verb it is about."""
    said = error.format_message()
    ctx = getattr(error, "ctx", None)
    if isinstance(error, click.UsageError) and isinstance(ctx, click.Context):
        return f"{said.rstrip('.')}; {ctx.command_path} --help shows how."
    return said
