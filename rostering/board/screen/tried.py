"""What all that is tried does: audited, told and, once confirmed, kept."""

from collections.abc import Callable
from functools import partial

from rich.text import Text
from textual import work
from textual.app import ComposeResult
from textual.containers import VerticalScroll
from textual.message import Message
from textual.widgets import Static
from textual.worker import get_current_worker

from rostering.board.desk import Board
from rostering.board.desk.effect import Effect
from rostering.board.desk.keeping import Keeping, keeping_shown, tries_kept
from rostering.board.desk.outcome import effect_in_brief, effect_in_full
from rostering.board.desk.tries import Refused, Tries
from rostering.board.screen.dialogues import Confirmed, Told
from rostering.board.screen.harmless import Harmless
from rostering.domain.signs import plain
from rostering.report.console.screen import FAINT


class Tried(VerticalScroll):
    """The effect of what is tried, in a few lines."""

    class Writing(Message):
        """What is tried is being written, or was."""

    def __init__(self, board: Board) -> None:
        """Begin with nothing tried."""
        super().__init__(id="tried")
        self._board = board
        self.is_writing = False
        """Whether what was tried is on its way to its files."""

    def compose(self) -> ComposeResult:
        """One text."""
        yield Static(id="effect")

    def show(self) -> None:
        """Say that nothing is tried, or begin to audit what is."""
        self.workers.cancel_group(self, "weigh")
        if self._board.given is None:
            self._say("For reading only.")
        elif not self._board.is_tried:
            self._say("Nothing is tried.")
        else:
            self._say("Auditing …")
            self._weigh(self._board.weighing(), self._show_in_brief)

    def show_in_full(self) -> None:
        """Show all that the tries do.

        Raises:
            Refused: Nothing is tried.
        """
        if not self._board.tries.done:
            raise Refused("Nothing is tried.")
        show = partial(self._show_in_full, tries=self._board.tries)
        self._weigh(self._board.weighing(), show)

    def keep(self, keeping: Keeping | None) -> None:
        """Audit what is tried, ask whether to keep it, and write it.

        Raises:
            Refused: There is nothing to keep, or nowhere to.
        """
        tries = self._board.tries
        if not self._board.has_unkept:
            raise Refused("Nothing is tried that is not kept.")
        self.see_written()
        if keeping is None:
            raise Refused("Nobody has said where: start it with --out FOLDER.")
        ask = partial(self._ask_to_keep, keeping=keeping, tries=tries)
        self._weigh(self._board.weighing(), ask)

    def see_written(self) -> None:
        """See that nothing is being written.

        Raises:
            Refused: It is.
        """
        if self.is_writing:
            raise Refused("It is being written.")

    @work(thread=True, exclusive=True, group="weigh")
    def _weigh(
        self, weighing: Callable[[], Effect], then: Callable[[Effect], None]
    ) -> None:
        """Work out the effect beside everything else, then go on with it."""
        found = weighing()
        if not get_current_worker().is_cancelled:
            self.app.call_from_thread(then, found)

    def _show_in_brief(self, effect: Effect) -> None:
        if self._board.given is not None:
            said = effect_in_brief(effect, self._board.given.rules)
            self.query_one("#effect", Static).update(Harmless(said))

    def _show_in_full(self, effect: Effect, tries: Tries) -> None:
        if self._board.given is not None:
            told = effect_in_full(effect, tries, self._board.given.rules)
            self.app.push_screen(Told("What the tries do", told))
            self._show_in_brief(effect)

    def _ask_to_keep(self, effect: Effect, keeping: Keeping, tries: Tries) -> None:
        assert self._board.given is not None
        rules = self._board.given.rules
        self._show_in_brief(effect)
        broken = effect.finds.hard
        self.app.push_screen(
            Confirmed(
                "Keep it although it breaks what must hold?" if broken else "Keep it?",
                keeping_shown(keeping, effect, tries, rules),
                "y keeps it; n goes back to the board",
            ),
            partial(self._answered, effect, keeping, tries),
        )

    def _answered(
        self, effect: Effect, keeping: Keeping, tries: Tries, yes: bool | None
    ) -> None:
        if yes:
            self.is_writing = True
            self.post_message(self.Writing())
            self._write(effect, keeping, tries)

    @work(thread=True, exclusive=True, group="write")
    def _write(self, effect: Effect, keeping: Keeping, tries: Tries) -> None:
        """Write the rota beside everything else: the workbook takes a while."""
        assert self._board.given is not None
        told = tries_kept(effect, tries, self._board.given.rules)
        call = self.app.call_from_thread
        try:
            written = keeping.write(effect.after, told)
        except OSError as refusal:
            call(self._note_refused, keeping, refusal)
            return
        before = f"; the rota before it is in {written.kept}" if written.kept else ""
        call(self._note_kept, effect, f"Kept in {keeping.folder}{before}.")

    def _note_refused(self, keeping: Keeping, refusal: OSError) -> None:
        self.is_writing = False
        self.post_message(self.Writing())
        said = f"{keeping.folder} cannot be written to ({refusal.strerror})."
        self.notify(plain(said), severity="error", timeout=10, markup=False)

    def _note_kept(self, effect: Effect, said: str) -> None:
        self.is_writing = False
        self._board.note_kept(effect.after)
        self.notify(plain(said), timeout=10, markup=False)
        self.post_message(self.Writing())

    def _say(self, said: str) -> None:
        self.query_one("#effect", Static).update(Text(said, style=FAINT))
