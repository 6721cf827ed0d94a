"""Long work beside the keys: its pace is told, Esc ends it, and what the disk refuses is one sentence."""

from __future__ import annotations

import errno
import os
from collections.abc import Callable
from threading import Event
from typing import NoReturn

import pytest
from on_files import shows
from waiting import wait_until

from journal.errors import CannotSave
from journal.journal import Journal
from journal.transfer.progress import Progress, Stopped
from screens.app import JournalApp
from screens.dialogs.under_way import UnderWay
from screens.transfer_work import Job, worked


async def ended_by(app: JournalApp, job: Job, do: Callable[[], None]) -> Exception | None:
    """What ended the work: nothing but its own end, or what it raised."""
    try:
        await worked(app, job, do)
    except (CannotSave, Stopped) as problem:
        return problem
    return None


async def test_how_far_it_is_stands_there_and_esc_ends_it(journal: Journal) -> None:
    job, go_on = Job("Reading [/] \x1b[2Jdeals.csv"), Event()

    def do() -> None:
        job.watch(Progress(1_000, 4_000))
        assert go_on.wait(20)
        job.watch(Progress(2_000, 4_000))

    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        work = app.run_worker(ended_by(app, job, do))
        await wait_until(pilot, lambda: isinstance(app.screen, UnderWay))
        await shows(pilot, app, "1,000 of 4,000 rows")
        await pilot.press("escape")
        await shows(pilot, app, "Stopping; nothing of it stays.")
        go_on.set()
        assert isinstance(await work.wait(), Stopped)
        await wait_until(pilot, lambda: not isinstance(app.screen, UnderWay))
        assert job.progress == Progress(1_000, 4_000)


async def test_nothing_is_opened_over_work_under_way_which_would_go_with_its_end(
    journal: Journal,
) -> None:
    go_on = Event()

    def do() -> None:
        assert go_on.wait(20)

    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)) as pilot:
        today = app.screen
        work = app.run_worker(ended_by(app, Job("Reading"), do))
        await wait_until(pilot, lambda: isinstance(app.screen, UnderWay))
        app.simulate_key("ctrl+p")
        go_on.set()
        assert await work.wait() is None
        await wait_until(pilot, lambda: app.screen_stack == [today])


async def test_what_the_disk_refuses_is_said_in_one_sentence(journal: Journal) -> None:
    def do() -> NoReturn:
        raise OSError(errno.EIO, os.strerror(errno.EIO))

    app = JournalApp(journal)
    async with app.run_test(size=(80, 24)):
        problem = await app.run_worker(ended_by(app, Job("Writing"), do)).wait()
    assert str(problem) == (
        "The disk refused in the middle of it (Input/output error), and nothing was kept:"
        " look at it, then try again."
    )


def test_a_job_that_nobody_wants_raises_at_its_next_word() -> None:
    job = Job("Importing")
    job.watch(Progress(1_000, None))
    job.let_go()
    with pytest.raises(Stopped):
        job.watch(Progress(2_000, None))
