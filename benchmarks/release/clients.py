"""The papers in other programs' hands: ``python -m benchmarks.release.clients`` asks those that are there.

A calendar is read by calcurse and khal, the wall sheet is printed by headless Chromium and WeasyPrint
on A4 and Letter, and its pages are looked at with Poppler; a font with Chinese letters is needed too.
Says what each showed, with its version, and which were not there; exit code 1 when one found a fault.
"""

from __future__ import annotations

import html
import re
import shutil
import subprocess
import sys
import tempfile
from collections import Counter
from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

from builders import at, day, note
from clocked import Rep
from on_the_wall import full_wall, long_text

from journal.follow_up import FollowUp
from journal.moment import Moment
from journal.sample.pour import write
from journal.sample.year import sample_year
from journal.transfer.calendar_file import calendar_texts
from journal.transfer.wall import wall_texts
from storage.store import open_store

NOW = at("2026-11-24T13:45")
PAPERS = ("A4", "Letter")
MOST_PAGES = 3
VERSION = re.compile(r"\d+\.\d+")
MARGIN = 14 / 25.4 * 72
"""The narrowest margin of the sheet, in points."""

KHAL = """[calendars]
[[sales]]
path = {folder}/khal
[sqlite]
path = {folder}/khal.db
[locale]
timeformat = %H:%M
dateformat = %Y-%m-%d
longdateformat = %Y-%m-%d
datetimeformat = %Y-%m-%d %H:%M
longdatetimeformat = %Y-%m-%d %H:%M
[default]
default_calendar = sales
"""


def called(*words: str | Path) -> str:
    """What a program prints on both streams. Raises CalledProcessError, TimeoutExpired."""
    child = subprocess.run(
        [str(word) for word in words],
        check=True,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
        timeout=180,
    )
    return child.stdout


def reps(folder: Path) -> Iterator[tuple[str, Rep]]:
    """A year like any other, a year of milestones, and every text at its longest."""
    usual = Rep(open_store(folder / "usual.db", create=True))
    write(sample_year(NOW.day(), NOW), usual.journal.store)
    yield "a sample year", usual
    for name, letters in (("a year of milestones", 40), ("the longest texts", 200)):
        rep = Rep(open_store(folder / f"{letters}.db", create=True))
        full_wall(rep, letters)
        with_hostile_follow_ups(rep, NOW)
        yield name, rep


def with_hostile_follow_ups(rep: Rep, now: Moment) -> None:
    """Follow-ups whose words a calendar might take for its own."""
    words = (long_text(900), "END:VCALENDAR\r\nBEGIN:VALARM", "a;b,c\\n\x00\x1b[2J", "\u202eback")
    with rep.journal.writing("follow-ups"):
        for number, what in enumerate(words):
            due = now.day() + timedelta(number)
            rep.journal.store.follow_ups.add(FollowUp(due=due, what=what, reason=what))
    rep.did(note("not for a calendar", day("2026-11-24")))


def calcurse(file: Path, folder: Path) -> str:
    """calcurse takes in every event and to-do."""
    (folder / "calcurse").mkdir()
    said = called("calcurse", "-D", folder / "calcurse", "-C", folder / "calcurse", "-i", file)
    text = file.read_text(encoding="utf-8")
    events, to_dos = text.count("\nBEGIN:VEVENT"), text.count("\nBEGIN:VTODO")
    wanted = f"{events} events / {to_dos} todos / 0 skipped"
    if wanted not in said:
        raise AssertionError(f"wanted {wanted}, got: {said}")
    return wanted


def khal(file: Path, folder: Path) -> str:
    """khal takes in every event, and again without doubling one; to-dos are not its own."""
    (folder / "khal").mkdir()
    (folder / "khal.conf").write_text(KHAL.format(folder=folder), encoding="utf-8")
    for _ in range(2):
        called("khal", "-c", folder / "khal.conf", "import", "--batch", file)
    events = file.read_text(encoding="utf-8").count("\nBEGIN:VEVENT")
    kept = len(list((folder / "khal").glob("*.ics")))
    if kept != events:
        raise AssertionError(f"{events} events became {kept}")
    return f"{events} events, read twice"


def chromium(page: Path, pdf: Path) -> None:
    """Print as a rep's browser does."""
    called(
        *("chromium", "--headless", "--no-sandbox", "--disable-gpu", "--no-pdf-header-footer"),
        *(f"--user-data-dir={pdf.parent / 'chromium'}", f"--print-to-pdf={pdf}", page.as_uri()),
    )


def weasyprint(page: Path, pdf: Path) -> None:
    """Print with another engine."""
    called("weasyprint", page, pdf)


def printed(print_with: str, text: str, paper: str, folder: Path) -> str:
    """Nothing of the sheet is missing or beyond the margins, on three pages at most."""
    page, pdf = folder / f"{paper}.html", folder / f"{paper}.pdf"
    page.write_text(text.replace("@page {", f"@page {{ size: {paper};"), encoding="utf-8")
    {"chromium": chromium, "weasyprint": weasyprint}[print_with](page, pdf)
    found = called("pdftotext", "-bbox", pdf, "-")
    sizes = re.findall(r'<page width="([\d.]+)" height="([\d.]+)"', found)
    if not 1 <= len(sizes) <= MOST_PAGES:
        raise AssertionError(f"{len(sizes)} pages")
    width, height = map(float, sizes[0])
    box = r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="([\d.]+)" yMax="([\d.]+)">(.*?)</word>'
    words = re.findall(box, found)
    for left, top, right, bottom, word in words:
        inside = min(float(left), float(top)) > MARGIN - 2 and float(right) < width - MARGIN + 2
        if not inside or float(bottom) > height - MARGIN + 2:
            raise AssertionError(f"“{word}” is cut off")
    body = re.sub(r"<[^>]+>", "", text.partition("<body>")[2])
    missing = letters(html.unescape(body)) - letters(html.unescape("".join(w[-1] for w in words)))
    if missing:
        raise AssertionError(f"not printed: {dict(missing)}")
    return f"{len(sizes)} pages of {paper}"


def letters(text: str) -> Counter[str]:
    """The letters of a text; headings are printed in capitals."""
    return Counter("".join(text.split()).casefold())


def main() -> int:
    """Ask every program that is there."""
    faults = 0
    for program in ("calcurse", "khal", "chromium", "weasyprint"):
        needed = (program, "pdftotext") if program in ("chromium", "weasyprint") else (program,)
        if absent := [name for name in needed if shutil.which(name) is None]:
            print(f"{program}: not checked, {' and '.join(absent)} not installed")
            continue
        print(
            next(line for line in called(program, "--version").splitlines() if VERSION.search(line))
        )
        with tempfile.TemporaryDirectory(prefix="clients-") as kept:
            for number, (name, rep) in enumerate(reps(Path(kept))):
                folder = Path(kept) / str(number)
                folder.mkdir()
                try:
                    said = ", ".join(asked(program, rep, folder))
                except (AssertionError, subprocess.SubprocessError) as fault:
                    faults, said = faults + 1, f"FAULT {fault}"
                print(f"  {name}: {said}")
    return 1 if faults else 0


def asked(program: str, rep: Rep, folder: Path) -> Iterator[str]:
    """What one program makes of a rep's papers."""
    if program in ("calcurse", "khal"):
        file = folder / "sales.ics"
        file.write_bytes("".join(calendar_texts(rep.journal)).encode())
        yield {"calcurse": calcurse, "khal": khal}[program](file, folder)
        return
    text = "".join(wall_texts(rep.journal))
    for paper in PAPERS:
        yield printed(program, text, paper, folder)


if __name__ == "__main__":
    sys.exit(main())
