"""A file to take away is written whole or not at all, for the rep's eyes only."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from children import run

from journal.errors import CannotSave
from storage.files import DiskFiles
from storage.store import SqliteStore

FILES = DiskFiles()


class _StoppedError(Exception):
    """Whoever watched let go."""


def broken_off() -> Iterator[str]:
    yield "a beginning"
    raise _StoppedError


def names(folder: Path) -> list[str]:
    """All that lies in a folder, hidden files too."""
    return sorted(each.name for each in folder.iterdir())


def test_a_new_file_is_for_the_reps_eyes_only(tmp_path: Path) -> None:
    FILES.save(str(tmp_path / "a.json"), ["Grüße\r\n", "漢字"])
    assert (tmp_path / "a.json").read_bytes() == "Grüße\r\n漢字".encode()
    assert (tmp_path / "a.json").stat().st_mode & 0o777 == 0o600
    assert names(tmp_path) == ["a.json"]


def test_a_file_that_is_there_stays_unless_forced(tmp_path: Path) -> None:
    there = tmp_path / "a.json"
    there.write_text("old")
    with pytest.raises(CannotSave) as told:
        FILES.save(str(there), ["new"])
    assert str(told.value) == (
        f"{there} is there already and was left as it is: name another place, or use --force to replace it."
    )
    assert there.read_text() == "old"
    FILES.save(str(there), ["new"], force=True)
    assert there.read_text() == "new"
    assert names(tmp_path) == ["a.json"]


def test_a_link_goes_on_leading_to_the_file(tmp_path: Path) -> None:
    (tmp_path / "real.json").write_text("old")
    (tmp_path / "link.json").symlink_to("real.json")
    FILES.save(str(tmp_path / "link.json"), ["new"], force=True)
    assert (tmp_path / "link.json").is_symlink()
    assert (tmp_path / "real.json").read_text() == "new"


@pytest.mark.parametrize("force", [False, True])
def test_a_journal_is_never_replaced(store: SqliteStore, path: Path, force: bool) -> None:
    before = path.read_bytes()
    with pytest.raises(CannotSave, match="name another place"):
        FILES.save(str(path), ["new"], force=force)
    with pytest.raises(CannotSave, match=r"is a file, and tables \(csv\) go into a folder"):
        FILES.save_all(str(path), [("a.csv", ["new"])], force=force)
    assert path.read_bytes() == before


@pytest.mark.parametrize(
    ("target", "sentence"),
    [
        ("{}", "{} is a folder: name a file in it, like {}/journal.json."),
        ("{}/no/where.json", "There is no folder {}/no: make it first, or name another place."),
        ("/dev/null", "/dev/null is no file or folder that can be written: name another place."),
        ("{}/" + "x" * 300, "file name too long"),
        ("{}/a\0b", "Nothing was written at"),
        ("/proc/none.json", "Nothing was written at /proc/none.json: "),
    ],
)
@pytest.mark.parametrize("force", [False, True])
def test_what_cannot_be_a_file_is_refused(
    tmp_path: Path, target: str, sentence: str, force: bool
) -> None:
    with pytest.raises(CannotSave) as told:
        FILES.save(target.replace("{}", str(tmp_path)), ["new"], force=force)
    assert sentence.replace("{}", str(tmp_path)) in str(told.value)
    assert names(tmp_path) == []


def test_what_was_not_finished_leaves_nothing(tmp_path: Path) -> None:
    (tmp_path / "a.json").write_text("old")
    with pytest.raises(_StoppedError):
        FILES.save(str(tmp_path / "a.json"), broken_off(), force=True)
    with pytest.raises(_StoppedError):
        FILES.save_all(str(tmp_path / "tables"), [("a.csv", ["a"]), ("b.csv", broken_off())])
    assert names(tmp_path) == ["a.json"]
    assert (tmp_path / "a.json").read_text() == "old"


def test_what_a_killed_export_left_goes_with_the_next_but_not_what_is_being_written(
    tmp_path: Path,
) -> None:
    (tmp_path / ".dead.journal-export.partial").write_text("half")

    def texts() -> Iterator[str]:
        FILES.save(str(tmp_path / "b.json"), ["b"])
        yield "a"

    FILES.save(str(tmp_path / "a.json"), texts())
    assert names(tmp_path) == ["a.json", "b.json"]
    assert (tmp_path / "a.json").read_text() == "a"


def test_a_folder_of_files_comes_whole_and_is_not_mixed_with_another(tmp_path: Path) -> None:
    folder = tmp_path / "tables"
    FILES.save_all(str(folder), [("a.csv", ["a"]), ("b.csv", ["b"])])
    assert folder.stat().st_mode & 0o777 == 0o700
    assert (folder / "a.csv").stat().st_mode & 0o777 == 0o600
    with pytest.raises(CannotSave, match="is there already and was left as it is"):
        FILES.save_all(str(folder), [("a.csv", ["new"])])
    (folder / "mine.txt").write_text("mine")
    FILES.save_all(str(folder), [("a.csv", ["new"])], force=True)
    assert [(folder / name).read_text() for name in names(folder)] == ["new", "b", "mine"]
    with pytest.raises(_StoppedError):
        FILES.save_all(str(folder), [("a.csv", ["newer"]), ("b.csv", broken_off())], force=True)
    assert [(folder / name).read_text() for name in names(folder)] == ["new", "b", "mine"]


WITHOUT_RIGHTS = """
import os, tempfile
from pathlib import Path
from journal.errors import CannotSave
from storage.files import DiskFiles
with tempfile.TemporaryDirectory() as name:
    folder = Path(name)
    folder.chmod(0o555)
    nobody = os.geteuid() == 0
    if nobody:
        os.seteuid(65534)
    for force in (False, True):
        for save in (
            lambda: DiskFiles().save(str(folder / "a.json"), ["x"], force=force),
            lambda: DiskFiles().save_all(str(folder / "tables"), [("a.csv", ["x"])], force=force),
        ):
            try:
                save()
            except CannotSave as told:
                print(told)
    if nobody:
        os.seteuid(0)
    folder.chmod(0o700)
    assert list(folder.iterdir()) == []
"""


def test_a_folder_that_may_not_be_written_to_is_told_of() -> None:
    told = run(WITHOUT_RIGHTS).splitlines()
    assert [line.partition(": ")[2] for line in told] == [
        "permission denied. Make room or allow writing there, or name another place."
    ] * 4
