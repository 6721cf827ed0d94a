"""One command from start to exit code: each error one line, a broken pipe or Ctrl+C calm."""

from __future__ import annotations

import os
import sys
from collections.abc import Sequence
from contextlib import suppress
from io import TextIOWrapper, UnsupportedOperation
from pathlib import Path

from journal.cli.asked import asked, begin, opens_app
from journal.errors import BadInput, JournalError, NotSaved
from journal.shown import shown

COMPLETION = "_JOURNAL_COMPLETE"
"""Set by a shell that asks what may come next."""

FINE, IN_THE_WAY, WRONG_WORDS, INTERRUPTED = 0, 1, 2, 130
"""Exit codes: done; the state of things is in the way; the words alone are wrong; Ctrl+C."""

UNSAID = "Not all could be printed"
SAVED_UNSAID = "It was saved and need not be given again, but not all could be printed"


def run(argv: Sequence[str] | None) -> int:
    """Do what the words ask, those of this process if None; what nobody foresaw crashes loudly.

    Returns the exit code.
    """
    begin(by_process=argv is None).is_heard = sys.stdout is not None
    _fill_in_streams()
    words = sys.argv[1:] if argv is None else list(argv)
    os.umask(0o077)
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(errors="replace")
    try:
        code = _do(words)
        sys.stdout.flush()
    except BrokenPipeError:
        _drop_the_rest()
        return FINE
    except KeyboardInterrupt:
        print(file=sys.stderr)
        return INTERRUPTED
    except BadInput as error:
        return refuse(str(error), WRONG_WORDS)
    except NotSaved as error:
        from journal.cli.unsaved import not_saved

        return refuse(not_saved(error, words), IN_THE_WAY)
    except JournalError as error:
        return refuse(str(error), IN_THE_WAY)
    except OSError as error:
        if error.strerror is None:
            raise
        if error.filename is None:
            _drop_the_rest()
        where = error.filename or (SAVED_UNSAID if asked().has_saved else UNSAID)
        return refuse(f"{where}: {error.strerror}.", IN_THE_WAY)
    return code


def _fill_in_streams() -> None:
    """Let a stream that was closed before the start take what is said: it is no reason to fail."""
    for name, mode in (("stdin", "r"), ("stdout", "w"), ("stderr", "w")):
        if getattr(sys, name) is None:
            setattr(sys, name, os.fdopen(os.open(os.devnull, os.O_RDWR), mode))


def _do(words: list[str]) -> int:
    if COMPLETION not in os.environ and opens_app(words):
        from journal.cli.app import open_app

        open_app()
        return FINE
    from journal.cli.calling import call

    return call(words)


def refuse(sentence: str, code: int) -> int:
    """Say why not, in one line on stderr; returns the exit code."""
    line = shown(" ".join(sentence.split()))
    print(f"journal: {line}", file=sys.stderr)
    return code


def _drop_the_rest() -> None:
    """Nobody reads on: what is still buffered must not raise again at exit."""
    with suppress(UnsupportedOperation), Path(os.devnull).open("wb") as nowhere:
        os.dup2(nowhere.fileno(), sys.stdout.fileno())
