"""Writing: the line to type in with the row beneath it, and words typed where single keys count."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import partial

from textual import events
from textual.timer import Timer
from textual.widgets import Input

from journal.journal import Journal
from screens import burst, entry_words, meeting_words, wording
from screens.burst import Burst, first_words
from screens.drafted import Draft, Drafted
from screens.held import was_held
from screens.page import Page
from screens.widgets.counts import LETTERS, Counts
from screens.widgets.entry_line import LONGEST_LINE, EntryLine
from screens.widgets.heard_row import HeardRow

HELD = {
    **{"q": "app.quit", "u": "undo", "b": "call_block", "l": "notes", "P": "purpose"},
    **{"I": "transfer('bring_in')", "O": "transfer('take_out')"},
}
"""Keys that do what a word cannot take back: each waits for a next letter where a kind begins with it."""

_A_WORD = 3
"""So many letters make a word of one that began with the key of a setback; two may choose its type."""


class Writing(Page, Drafted):
    """A page that a rep writes on: nothing typed is lost, mixed, or taken for something else."""

    def __init__(self, journal: Journal) -> None:
        """Take the journal it writes to."""
        super().__init__(journal)
        self._burst = Burst("".join(LETTERS.values()))
        self._held: Timer | None = None
        self.draft = Draft(journal, "line")

    def on_mount(self) -> None:
        """Offer again what was left in the line, once the page can be read."""
        self.call_after_refresh(self._offer_line)

    def tick(self) -> None:
        """Move the clock on; where the file was held at first, offer what was left once it is free."""
        super().tick()
        if self.draft and self.draft.opened_with is None and not was_held(self):
            self._offer_line()
            self._wait_for_pause()

    def fields_typed(self) -> dict[str, str]:
        """What stands in the line, and what was put aside; nothing new once the page is taken down."""
        return next((line.typed() for line in self.query(EntryLine)), {})

    def fields_at_first(self) -> dict[str, str]:
        """A line begins empty."""
        return {}

    def fill(self, fields: Mapping[str, str]) -> None:
        """Put back what was left, without a word about what Enter would save."""
        line = self.query_one(EntryLine)
        with line.prevent(Input.Changed):
            line.fill(fields)

    def tell_of_draft(self, sentence: str) -> None:
        """Say it where the rep looks; once it is kept, what the line means stands there again."""
        if sentence:
            self.say(sentence, is_trouble=True)
        else:
            self._hear(self.query_one(EntryLine).value)

    def say(self, words: str, *, hint: str = "", is_trouble: bool = False) -> None:
        """Say it under the line, where the rep looks."""
        heard = self.query_one(HeardRow)
        if is_trouble:
            heard.trouble(words)
        elif hint:
            heard.done(words, hint)
        else:
            heard.tell(words)

    def write(self, start: str = "") -> None:
        """Open the line: with a new start the words in it are put aside, else they are gone on with."""
        line = self.query_one(EntryLine)
        if start:
            line.begin(start)
        elif line.value:
            self._hear(line.value)
        # Whoever went on to another page of the six meanwhile is left there.
        while self in self.app.screen_stack[:-1] and isinstance(above := self.app.screen, Page):
            above.leave()
        self.set_focus(line)

    def action_write(self) -> None:
        """Open the line."""
        self.write()

    def takes(self, key: events.Key) -> bool:
        """Whether a key goes on with a word that is being typed: it then stands in the line."""
        above = self.app.screen
        if isinstance(above, Page):
            # On the morning or evening page a word may only begin while nothing is typed there.
            is_at_rest = above.focused is None or self._burst.goes_on(key.time)
            if above is not self and not is_at_rest:
                return False
        else:
            return self._takes_over(key)
        if isinstance(self.focused, Input) or not key.character or not key.is_printable:
            self._burst.end()
            return False
        self._burst.press(key.character, key.time)
        letters, kinds = self._burst.word(first_words(self.journal.settings.kinds))
        if not letters:
            if above is not self and above.focused is not None:
                # Only the very next key may make a word of the one that opened the page.
                self._burst.end()
            return above is self and self._holds(key.character)
        self._burst.end()
        if self._held is not None:
            self._held.stop()
        with self.trouble_said():
            self._take_back(kinds)
        self.write(letters)
        return True

    def _takes_over(self, key: events.Key) -> bool:
        """Whether what follows the key of a setback at once makes it a word: that stands in the line then."""
        from screens.dialogs.setback import SetbackDialog

        dialog = self.app.screen
        if not isinstance(dialog, SetbackDialog) or not dialog.is_at_its_start:
            return False
        if not key.character or not key.is_printable:
            self._burst.end()
            return False
        self._burst.press(key.character, key.time)
        letters, _ = self._burst.word(first_words(self.journal.settings.kinds))
        if len(letters) < _A_WORD or letters[:1].casefold() != "s":
            return False
        self._burst.end()
        # What was typed stands in the line from here on; the dialog has nothing to keep.
        dialog.let_draft_be()
        dialog.dismiss(None)
        self.write(letters)
        return True

    def _holds(self, character: str) -> bool:
        """Whether a key waits, as a word of the rep's begins with it; alone it acts a moment later."""
        action, words = HELD.get(character), first_words(self.journal.settings.kinds)
        begins = character.casefold()
        if action is None or not any(word.casefold().startswith(begins) for word in words):
            return False
        self._held = self.set_timer(burst.TYPED_ON, partial(self.run_action, action))
        return True

    def _take_back(self, kinds: Sequence[str]) -> None:
        """Take back what the letters of a word have counted."""
        another_saved = self.look_around()
        for kind in reversed(kinds):
            if another_saved:
                self.journal.uncount(kind)
            else:
                self.journal.undo()
        if kinds or another_saved:
            self.read_again()

    def action_rest(self) -> None:
        """Back to the counts."""
        self.set_focus(self.query_one(Counts))
        self.query_one(HeardRow).rest()

    def on_entry_line_left(self) -> None:
        """Esc in the line: the words stay in it."""
        self.action_rest()

    async def on_entry_line_passed(self, message: EntryLine.Passed) -> None:
        """In an empty line the numbers, "?" and "/" still act."""
        if message.character == "?":
            self.action_keys()
        elif message.character == "/":
            self.action_find()
        else:
            await self.run_action(f"app.page({message.character})")

    def on_entry_line_unknown(self) -> None:
        """Tab found nothing to complete."""
        self.say(wording.NO_SUCH_ACCOUNT, is_trouble=True)

    def on_entry_line_too_long(self, message: EntryLine.TooLong) -> None:
        """A paste that no line holds."""
        self.say(wording.too_long(message.length, LONGEST_LINE), is_trouble=True)

    def on_input_changed(self, message: Input.Changed) -> None:
        """Say what the line means so far."""
        self._hear(message.value)

    def on_input_submitted(self, message: Input.Submitted) -> None:
        """Save what the line means; what is not clear stays in it."""
        line = self.query_one(EntryLine)
        with self.trouble_said():
            if not message.value.strip():
                self.action_rest()
                return
            self.look_around()
            heard = self.journal.hear(message.value)
            if heard.entry is None:
                self.query_one(HeardRow).hear(heard, self.journal.today())
                return
            with self.saving():
                saved = self.journal.record(heard.entry)
                line.saved(message.value)
            with line.prevent(Input.Changed):
                line.value = line.value.removeprefix(message.value)
            # Who types faster than a line is saved is in the middle of the next one.
            if not line.value:
                self.set_focus(self.query_one(Counts))
            self.keep_draft()
            words = entry_words.saved(saved.entry, self.journal.today(), saved.totals)
            self._say_done(words, meeting_words.hint(saved.entry))

    def on_paste(self, event: events.Paste) -> None:
        """A paste anywhere lands in the line."""
        event.stop()
        line = self.query_one(EntryLine)
        if line.takes(event.text):
            line.begin("")
        self.set_focus(line)
        line.type_in(event.text)

    def _hear(self, words: str) -> None:
        heard = self.query_one(HeardRow)
        if not words.strip():
            heard.rest()
            return
        with self.trouble_said():
            joined = self.query_one(EntryLine).joined()
            heard.hear(self.journal.hear(words), self.journal.today(), joined)

    def _offer_line(self) -> None:
        """Put back what was left, and say so in one line, with what else waits."""
        with self.trouble_said():
            self.read_when_free(self._offer_left)

    def _offer_left(self) -> None:
        from screens.draft_words import left_over

        self.offer_again()
        words = left_over(self.journal.drafts.asked_for(), self.query_one(EntryLine).value)
        if words and not self.query_one(EntryLine).has_focus:
            self.say(words)

    def _say_done(self, words: str, hint: str = wording.TAKE_BACK) -> None:
        self.read_again()
        self.say(words, hint=hint)
