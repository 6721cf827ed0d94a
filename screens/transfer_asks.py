"""What is asked on the way in: which files, which column is which, and whether it is taken in."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from journal.deal import Outcome
from journal.errors import JournalError
from journal.incoming import Brought, Wishes
from journal.incoming_whole import IncomingWhole, whole_among
from journal.no_way_back import offered, read_without
from journal.transfer.faults import OpenDateOrder, UnknownHeader, UnreadableFile
from journal.transfer.fields import Kind, fields_of
from journal.transfer.progress import Stopped, Watch
from screens import transfer_words, wording
from screens.dialogs.ask import AskDialog
from screens.dialogs.bring_in_columns import AS_IT_IS, Asked, ColumnsDialog
from screens.dialogs.bring_in_files import FilesDialog
from screens.dialogs.bring_in_preview import Looked, Next, PreviewDialog
from screens.dialogs.file_names import folder_stood_in
from screens.transfer_work import Job, on_its_own, worked

if TYPE_CHECKING:
    from journal.journal import Journal
    from journal.transfer.reading import Reading
    from journal.transfer.source import SourceFile
    from screens.page import Page

_ASKING = "bringing in"


class BringingIn:
    """Asks for files until something came in or the rep leaves."""

    def __init__(self, page: Page) -> None:
        """Take the page it is asked on."""
        self._page = page
        self._app = page.app
        self._journal = page.journal

    def begin(self) -> None:
        """Ask, and not a second time when the key comes twice."""
        page = self._page
        if not any(one.group == _ASKING and not one.is_finished for one in page.workers):
            page.run_worker(self._until_brought_in(), group=_ASKING)

    async def _until_brought_in(self) -> None:
        chosen: tuple[Path, ...] = ()
        said = ""
        while True:
            files = await self._app.push_screen_wait(FilesDialog(folder_stood_in(), chosen, said))
            if files is None:
                return
            chosen = files
            try:
                looked = await self._looked(files, Wishes())
                brought = looked and await self._decided(files, looked)
            except JournalError as problem:
                said = str(problem)
                continue
            if brought:
                self._tell(brought)
            return

    async def _looked(self, files: Sequence[Path], wishes: Wishes) -> Looked | None:
        """What the files hold; what they leave open is asked. None when the rep leaves.

        Raises JournalError, Stopped among it.
        """
        job = Job(_named("Reading", files))
        while True:
            try:
                return await worked(
                    self._app, job, on_its_own(self._journal, partial(_look, files, wishes, job))
                )
            except OpenDateOrder as problem:
                first = await self._ask_order(problem)
                if first is None:
                    return None
                wishes = wishes.with_first(first)
            except UnknownHeader as problem:
                named = await self._ask_unknown(problem, wishes.mapping)
                if named is None:
                    return None
                wishes = replace(wishes, mapping={**wishes.mapping, **named})
            job = Job(job.what)

    async def _decided(self, files: Sequence[Path], looked: Looked) -> Brought | None:
        """What came in, once the rep is content with what they see; None when they leave."""
        said = ""
        while True:
            today = self._journal.today()
            chosen = await self._app.push_screen_wait(PreviewDialog(looked, today, said))
            if chosen is None:
                return None
            said = ""
            try:
                if chosen is Next.TAKE_IN:
                    return await self._taken_in(files, looked)
                wishes = await self._put_right(chosen, looked)
                again = await self._looked(files, wishes) if wishes else None
            except Stopped:
                said = transfer_words.STOPPED
                continue
            except JournalError as problem:
                said, again = str(problem), None
                if chosen is Next.TAKE_IN and isinstance(problem, UnreadableFile):
                    again = await self._read_again(files, looked.wishes)
                    said = transfer_words.READ_AGAIN if again else said
            if again is not None:
                owners = again.owners if again.wishes.owner is None else looked.owners
                looked = replace(again, owners=owners)

    async def _read_again(self, files: Sequence[Path], wishes: Wishes) -> Looked | None:
        """What the files hold now; None when they cannot be read, or the rep leaves."""
        with suppress(JournalError):
            return await self._looked(files, wishes)
        return None

    async def _taken_in(self, files: Sequence[Path], looked: Looked) -> Brought:
        job = Job(_named("Importing", files))

        def take_in(journal: Journal) -> Brought:
            return looked.take_in(journal, job.watch)

        return await worked(self._app, job, on_its_own(self._journal, take_in))

    async def _put_right(self, chosen: Next, looked: Looked) -> Wishes | None:
        """How the files are to be read now; None when that stays as it is."""
        wishes = looked.wishes
        if chosen is Next.FORGET:
            return replace(wishes, mapping={}, forget_mapping=True)
        if chosen is Next.DATES:
            return replace(wishes, day_first=None, year_first=False)
        if chosen is Next.OWNER:
            counted = [
                (name, f"{name}, {transfer_words.rows(rows)}") for name, rows in looked.owners
            ]
            answers = [("", transfer_words.EVERYONE), *counted]
            dialog = AskDialog("Import", transfer_words.WHOSE, answers)
            name = await self._app.push_screen_wait(dialog)
            return None if name is None else replace(wishes, owner=name or None)
        named = await self._app.push_screen_wait(ColumnsDialog(_columns_of(looked)))
        return replace(wishes, mapping={**wishes.mapping, **named}) if named else None

    async def _ask_order(self, problem: OpenDateOrder) -> str | None:
        question = transfer_words.date_question(problem.column, problem.example)
        orders = tuple((order, transfer_words.FIRST[order]) for order in problem.orders)
        return await self._app.push_screen_wait(AskDialog("Import", question, orders))

    async def _ask_unknown(
        self, problem: UnknownHeader, named: Mapping[str, str]
    ) -> Mapping[str, str] | None:
        fields = tuple(dict.fromkeys((*fields_of(Kind.DEALS), *fields_of(Kind.ACTIVITIES))))
        columns = [
            Asked(title, named.get(title, AS_IT_IS), problem.samples.get(place, ""), fields)
            for title, place in _each_once(problem.columns)
        ]
        words = transfer_words.still_unknown if named else transfer_words.unknown_header
        said = words(problem.file)
        return await self._app.push_screen_wait(ColumnsDialog(columns, said))

    def _tell(self, brought: Brought) -> None:
        self._journal.forget_what_was_read()
        kept = brought.applied.added or brought.applied.updated
        self._page.show_change(transfer_words.brought(brought), wording.TAKE_BACK if kept else "")
        has_lost = brought.deals.get(Outcome.LOST) or brought.deals.get(Outcome.NO_DECISION)
        if has_lost and (told := offered(read_without(self._journal), "y on Follow-ups (5)")):
            # Beside the sentence on the import, which says what u does.
            self._page.notify(told, markup=False)


def _look(files: Sequence[Path], wishes: Wishes, job: Job, journal: Journal) -> Looked:
    sources = journal.store.imports.sources([str(path) for path in files])
    whole = whole_among(sources)
    if whole is not None:
        would = IncomingWhole(journal, whole).try_out(job.watch)
        take_in = partial(_take_in_whole, whole)
        return Looked(files=(), take_in=take_in, would=would, wishes=wishes, owners=())
    reading = journal.incoming.look(sources, wishes, job.watch)
    would = journal.incoming.try_out(reading, job.watch)
    return Looked(
        files=reading.files,
        take_in=partial(_take_in, reading),
        would=would,
        wishes=wishes,
        owners=would.owners,
    )


def _take_in(reading: Reading, journal: Journal, watch: Watch) -> Brought:
    return journal.incoming.take_in(reading, watch)


def _take_in_whole(source: SourceFile, journal: Journal, watch: Watch) -> Brought:
    return IncomingWhole(journal, source).take_in(watch)


def _columns_of(looked: Looked) -> list[Asked]:
    """The columns of all files that have a name, each once."""
    found: dict[str, Asked] = {}
    for file in looked.files:
        for column in file.columns:
            if column.title:
                asked = Asked(
                    column.title, column.field or AS_IT_IS, column.sample, fields_of(file.kind)
                )
                found.setdefault(column.title, asked)
    return list(found.values())


def _each_once(titles: Sequence[str]) -> list[tuple[str, int]]:
    """The columns that have a name, each name once, with the place where it stands first."""
    places = {title: place for place, title in reversed(list(enumerate(titles))) if title.strip()}
    return sorted(places.items(), key=lambda one: one[1])


def _named(doing: str, files: Sequence[Path]) -> str:
    """What is done, with the first file's name."""
    more = f" and {len(files) - 1:,} more" if len(files) > 1 else ""
    return f"{doing} {files[0].name}{more}"
