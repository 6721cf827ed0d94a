"""Whether a backup is byte for byte as it was made: a small file beside it says what it was then."""

from __future__ import annotations

import os
import re
from contextlib import suppress
from enum import Enum, auto
from hashlib import sha256
from pathlib import Path

from journal.errors import NotOurFile
from storage.stopping import IsWanted, go_on

DIGEST = ".sha256"
"""How the name of the small file ends, after the backup's own."""

NOT_AS_MADE = "{} is not as it was copied: bring back another backup with “journal restore”."

UNREAD = "{} could not be read to its end ({}): look at the disk, or bring back another backup."

_FORM = b"# A copy of a sales journal, whose change counter was %d when it was made\n%s  %s\n"
"""As ``sha256sum --check`` reads it too."""

_KEPT = re.compile(_FORM.replace(b"%d", rb"(\d{1,10})") % (b"([0-9a-f]{64})", b"[^\n]*"))
_LONGEST = 4096

_COUNTER, _ITS_COPY = slice(24, 28), slice(92, 96)
"""Where SQLite counts in a file's header how often something was saved to it, and says so again."""

_CHUNK = 1 << 20


class AsMade(Enum):
    """What is known of a file's bytes."""

    PROVED = auto()
    """They are those that were copied."""
    UNSAID = auto()
    """Nothing beside it says what they were: it is no backup, was moved alone, or is an older one."""
    WRITTEN = auto()
    """Something was saved to it since, as to any journal, or another copy was laid in its place."""
    CHANGED = auto()
    """They changed, and no journal program did that."""


def as_made(path: Path, is_wanted: IsWanted | None = None) -> AsMade:
    """Whether a file is what was copied. Raises NotOurFile for one that cannot be read, and Stopped."""
    # What lies beside a linked file lies beside the file itself.
    path = Path(os.path.realpath(path))
    kept = _kept(beside(path))
    if kept is None:
        return AsMade.UNSAID
    try:
        header, sha = _read(path, is_wanted)
    except OSError as error:
        raise NotOurFile(UNREAD.format(path, error.strerror or error)) from error
    if sha == kept[2]:
        return AsMade.PROVED
    is_counted = header[_COUNTER] == header[_ITS_COPY]
    if is_counted and int.from_bytes(header[_COUNTER]) != int(kept[1]):
        return AsMade.WRITTEN
    return AsMade.CHANGED


def refuse_changed(path: Path, is_wanted: IsWanted | None = None) -> AsMade:
    """What is known of a file's bytes. Raises NotOurFile where they changed, Stopped like ``as_made``."""
    found = as_made(path, is_wanted)
    if found is AsMade.CHANGED:
        raise NotOurFile(NOT_AS_MADE.format(path))
    return found


def mark(copy: Path) -> None:
    """Let a copy's change counter begin anywhere, so that no other copy in its place is taken for it."""
    counter = (int.from_bytes(os.urandom(4)) >> 1).to_bytes(4)
    with copy.open("r+b") as file:
        for place in (_COUNTER, _ITS_COPY):
            file.seek(place.start)
            file.write(counter)


def digest_of(copy: Path, name: str, is_wanted: IsWanted | None = None) -> bytes:
    """What is to lie beside a copy that gets a name."""
    header, sha = _read(copy, is_wanted)
    return _FORM % (int.from_bytes(header[_COUNTER]), sha, os.fsencode(name))


def beside(path: Path) -> Path:
    """Where it is said what a backup was."""
    return path.with_name(path.name + DIGEST)


def is_ours(file: Path) -> bool:
    """Whether a file beside a backup was written by us, or may be: there is none."""
    return not os.path.lexists(file) or _kept(file) is not None


def delete(backup: Path) -> None:
    """Delete a backup that may be gone, and what is said of it first: it never stands for another."""
    forget(backup)
    backup.unlink(missing_ok=True)


def forget(path: Path) -> None:
    """Take away what was said of a file that is replaced; what is not ours stays."""
    said = beside(path)
    if is_ours(said):
        said.unlink(missing_ok=True)


def _kept(file: Path) -> re.Match[bytes] | None:
    """How often something had been saved, and the digest; None where a file does not say it."""
    with suppress(OSError):
        if file.is_file():
            with file.open("rb") as opened:
                return _KEPT.fullmatch(opened.read(_LONGEST))
    return None


def _read(path: Path, is_wanted: IsWanted | None) -> tuple[bytes, bytes]:
    """The header of a file, and the digest of all of it."""
    sha, header = sha256(), b""
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            go_on(is_wanted)
            header = header or chunk[:100]
            sha.update(chunk)
    return header, sha.hexdigest().encode()
