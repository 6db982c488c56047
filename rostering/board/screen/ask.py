"""The picked cell, and the answers to who may be there as they are found."""

import time
from collections.abc import Sequence
from functools import partial

from rich.text import Text
from textual import work
from textual.app import ComposeResult
from textual.containers import Vertical
from textual.widgets import OptionList, Static
from textual.widgets.option_list import Option as Entry
from textual.worker import get_current_worker

from rostering.board.desk import Board
from rostering.board.desk.study import Study
from rostering.board.desk.who import Asked, PlaceAsked, in_order
from rostering.board.desk.words import (
    cell_in_words,
    option_in_words,
    pins_in_words,
    question,
)
from rostering.board.screen.harmless import Harmless
from rostering.explain.options import Option

PATIENCE = 0.05
"""Seconds to wait for the next key before a cell is asked about."""
OFTEN = 0.2
"""Seconds after which what is found by then is shown, while more is looked for."""


class Ask(Vertical):
    """Who may be in the picked cell, and why the others may not."""

    def __init__(self, board: Board) -> None:
        """Begin with nothing asked."""
        super().__init__(id="ask")
        self._board = board
        self._options: tuple[Option, ...] = ()

    def compose(self) -> ComposeResult:
        """The cell, the question, and the list of answers."""
        yield Static(id="cell")
        yield Static(id="question", markup=False)
        yield OptionList(id="who")

    def show(self) -> None:
        """Show the picked cell at once, and begin to ask about it."""
        asked = self._board.asked()
        self.query_one("#cell", Static).update(Harmless(cell_in_words(self._board)))
        self._say(asked, "")
        self._fill((), asked)
        self.workers.cancel_group(self, "ask")
        if asked is not None:
            self._say(asked, " …")
            self._find(asked, self._board.study)

    def option(self, index: int) -> Option:
        """The answer in that place of the list."""
        return self._options[index]

    @work(thread=True, exclusive=True, group="ask")
    def _find(self, asked: Asked, study: Study) -> None:
        """Ask in a thread of its own, so that keys are not kept waiting."""
        worker = get_current_worker()
        time.sleep(PATIENCE)
        found: list[Option] = []
        shown = time.monotonic()
        for option in study.answers(asked, lambda: worker.is_cancelled):
            found.append(option)
            if time.monotonic() - shown > OFTEN:
                self.app.call_from_thread(self._found, asked, study, tuple(found))
                shown = time.monotonic()
        if worker.is_cancelled:
            return
        own = asked.fill if isinstance(asked, PlaceAsked) else None
        pins = list(pins_in_words(study.held(own))) if own else []
        self.app.call_from_thread(self._found, asked, study, tuple(found))
        self.app.call_from_thread(self._say, asked, "", pins)

    def _found(self, asked: Asked, study: Study, found: Sequence[Option]) -> None:
        """Show what is found by now, unless something else is asked by now."""
        if self._board.study is study and self._board.asked() == asked:
            self._fill(in_order(found, study.rota), asked)

    def _fill(self, options: Sequence[Option], asked: Asked | None) -> None:
        who = self.query_one(OptionList)
        chosen = who.highlighted or 0
        self._options = tuple(options)
        who.clear_options()
        if asked is not None and self._board.problem is not None:
            told = partial(option_in_words, asked=asked, problem=self._board.problem)
            who.add_options(Entry(Harmless(told(option))) for option in options)
        if options:
            who.highlighted = min(chosen, len(options) - 1)

    def _say(self, asked: Asked | None, more: str, pins: Sequence[Text] = ()) -> None:
        said = [*pins, Text(question(asked) + more)]
        self.query_one("#question", Static).update(Harmless(*said))
