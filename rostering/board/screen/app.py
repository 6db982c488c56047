"""The program: which key does what, and what is seen then."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import ClassVar

from rich.text import Text
from textual import on
from textual.app import App, ComposeResult
from textual.binding import Binding, BindingType
from textual.containers import Container
from textual.widgets import Footer, Input, OptionList, Static

from rostering.board.desk import Board
from rostering.board.desk.keeping import Keeping
from rostering.board.desk.tries import Refused
from rostering.board.screen.ask import Ask
from rostering.board.screen.dialogues import Confirmed, Told
from rostering.board.screen.grid import Grid
from rostering.board.screen.help import help_shown
from rostering.board.screen.tried import Tried
from rostering.domain.signs import plain

WIDE = 120
"""From so many columns on, the side stands beside the grid, not below it."""
HIGH = 34
"""From so many lines on, a side below the grid has more than it needs at least."""


class BoardApp(App[None]):
    """The board of one rota."""

    CSS_PATH = "board.tcss"
    ENABLE_COMMAND_PALETTE = False
    HORIZONTAL_BREAKPOINTS = [(0, "-narrow"), (WIDE, "-wide")]  # noqa: RUF012
    VERTICAL_BREAKPOINTS = [(0, "-low"), (HIGH, "-high")]  # noqa: RUF012
    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("enter", "choose", "put"),
        Binding("x,delete", "take_out", "out"),
        Binding("m", "mark", "mark"),
        Binding("s", "swap", "swap"),
        Binding("u", "undo", "undo"),
        Binding("r", "redo", "redo", show=False),
        Binding("e", "effect", "more"),
        Binding("k", "keep", "keep"),
        Binding("v", "turn", "view"),
        Binding("slash", "find", "find", key_display="/"),
        Binding("n", "find_next", "next found", show=False),
        Binding("question_mark", "help", "help", key_display="?"),
        Binding("escape", "leave", "back", show=False),
        Binding("q", "quit", "quit"),
    ]

    def __init__(
        self,
        board: Board,
        title: str,
        keeping: Keeping | None = None,
        notes: Sequence[str] = (),
    ) -> None:
        """Show a board.

        Args:
            board: The rota, and what is tried on it.
            title: What the rota is called.
            keeping: Where it can be written; None where it cannot.
            notes: What somebody should know of it before anything else.
        """
        super().__init__()
        self.board = board
        self.title = plain(title)
        self._keeping = keeping
        self._notes = notes
        self._wanted = ""

    def compose(self) -> ComposeResult:
        """The title, the grid and its side, what is looked for, and the keys."""
        yield Static(id="title", markup=False)
        with Container(id="main"):
            yield Grid(self.board)
            with Container(id="side"):
                yield Ask(self.board)
                yield Tried(self.board)
        yield Input(id="find", placeholder="a name, or part of it", compact=True)
        yield Footer(compact=True, show_command_palette=False)

    def on_mount(self) -> None:
        """Begin on the grid."""
        self.query_one(Grid).focus()
        for note in self._notes:
            self.notify(plain(note), severity="warning", timeout=10, markup=False)
        self.show()

    def show(self) -> None:
        """Show everything anew."""
        self._show_title()
        self.query_one(Grid).draw()
        self.query_one(Ask).show()
        self._tried.show()

    @property
    def _tried(self) -> Tried:
        return self.query_one(Tried)

    def _show_title(self) -> None:
        state = "not kept yet" if self.board.has_unkept else ""
        state = "writing …" if self._tried.is_writing else state
        said = filter(None, (self.title, f"by {self.board.by}", state))
        self.query_one("#title", Static).update(f" {'   '.join(said)}")

    @on(Grid.Moved)
    def _moved(self) -> None:
        self.query_one(Ask).show()

    @on(OptionList.OptionSelected)
    def _chosen(self, event: OptionList.OptionSelected) -> None:
        option = self.query_one(Ask).option(event.option_index)
        self._change(lambda: self.board.put(option))
        self.action_leave()

    def action_choose(self) -> None:
        """Go into the list of who may be there."""
        self.query_one(OptionList).focus()

    def action_leave(self) -> None:
        """Go back to the grid."""
        self.query_one("#find").remove_class("-open")
        self.query_one(Grid).focus()

    def action_turn(self) -> None:
        """Turn from cars to people, or back."""
        self._change(self.board.turn)

    def action_take_out(self) -> None:
        """Try without whoever is picked."""
        self._change(self.board.take_out)

    def action_mark(self) -> None:
        """Mark whoever is picked."""
        self._change(self.board.mark)

    def action_swap(self) -> None:
        """Exchange the marked place with the one that is picked."""
        self._change(self.board.swap)

    def action_undo(self) -> None:
        """Undo the last try."""
        self._change(self.board.undo)

    def action_redo(self) -> None:
        """Do again what was undone last."""
        self._change(self.board.redo)

    def _change(self, change: Callable[[], None]) -> None:
        """Do it and show everything anew, or say why it cannot be."""
        if self._do(change):
            self.show()

    def _do(self, what: Callable[[], None]) -> bool:
        """Do it, or say why it cannot be."""
        try:
            what()
        except Refused as refusal:
            self.notify(plain(str(refusal)), severity="warning", markup=False)
            return False
        return True

    def action_find(self) -> None:
        """Ask whom to find."""
        self.query_one("#find").add_class("-open").focus()

    @on(Input.Submitted)
    def _find(self, event: Input.Submitted) -> None:
        self._wanted = event.value
        self.action_leave()
        self.action_find_next()

    def action_find_next(self) -> None:
        """Go to where the person is found next."""
        self.query_one(Grid).find(self._wanted)

    def action_help(self) -> None:
        """Show the keys and the signs."""
        self.push_screen(Told("The board", help_shown(self.board.sheet.marks)))

    def action_effect(self) -> None:
        """Show all that the tries do."""
        self._do(self._tried.show_in_full)

    def action_keep(self) -> None:
        """Keep what is tried, once it is confirmed."""
        self._do(partial(self._tried.keep, self._keeping))

    @on(Tried.Writing)
    def _written(self) -> None:
        self._show_title()

    async def action_quit(self) -> None:
        """Leave; what is tried and not kept is asked about first."""
        if not self._do(self._tried.see_written):
            return
        if not self.board.has_unkept:
            self.exit()
            return
        tried = [Text(said) for said in self.board.tries.words]
        keys = "y leaves without it; n goes back, and k there keeps it"
        question = Confirmed("Leave without keeping what is tried?", tried, keys)
        await self.push_screen(question, lambda yes: self.exit() if yes else None)
