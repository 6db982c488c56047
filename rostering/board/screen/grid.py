"""The grid of the rota: cells to go about with the keys or the mouse."""

from typing import ClassVar

from textual.binding import Binding, BindingType
from textual.events import Click, Resize
from textual.geometry import Size
from textual.message import Message
from textual.scroll_view import ScrollView
from textual.strip import Strip

from rostering.board.desk import Board
from rostering.board.desk.moving import moved, next_named, next_open
from rostering.board.desk.picture import Picture
from rostering.board.desk.sheet import Picked
from rostering.domain.signs import plain
from rostering.report.console.screen import commanding_nothing

WEEK = 7
FOREVER = 10_000


class Grid(ScrollView, can_focus=True):
    """The board's picture, scrolled so that the picked cell is seen."""

    BINDINGS: ClassVar[list[BindingType]] = [
        Binding("up", "move(-1, 0)", "a place up", show=False),
        Binding("down", "move(1, 0)", "a place down", show=False),
        Binding("left", "move(0, -1)", "a day back", show=False),
        Binding("right", "move(0, 1)", "a day on", show=False),
        Binding("pageup", f"move(0, -{WEEK})", "a week back", show=False),
        Binding("pagedown", f"move(0, {WEEK})", "a week on", show=False),
        Binding("home", f"move(0, -{FOREVER})", "the first day", show=False),
        Binding("end", f"move(0, {FOREVER})", "the last day", show=False),
        Binding("g", "gap(1)", "gap"),
        Binding("G", "gap(-1)", "the gap before", show=False),
    ]

    class Moved(Message):
        """Another cell is picked."""

    def __init__(self, board: Board) -> None:
        """Show the board as it stands."""
        super().__init__(id="grid")
        self._board = board
        self._picture = Picture(board, 80)

    def draw(self) -> None:
        """Show the board as it stands now, with the picked cell in sight."""
        width = self.scrollable_content_region.width
        self._picture = Picture(self._board, width)
        self.virtual_size = Size(width, self._picture.height)
        height, top = self.size.height, self.scroll_offset.y
        first, last = self._picture.around(self._board.picked, height)
        if not top <= first <= last < top + height:
            below = last - height + 1
            self.scroll_to(y=first if first < top else below, animate=False)
        self.refresh()

    def render_line(self, y: int) -> Strip:
        """One line as it is seen."""
        top = self.scroll_offset.y
        text = self._picture.line(top + y) if y else self._picture.head(top)
        segments = commanding_nothing(text.render(self.app.console, end=""))
        strip = Strip(segments).apply_style(self.rich_style)
        return strip.adjust_cell_length(self.size.width, self.rich_style)

    def on_resize(self, _event: Resize) -> None:
        """Draw it as wide as it is now."""
        self.draw()

    def on_click(self, event: Click) -> None:
        """Pick the cell that is pointed at."""
        offset = event.get_content_offset(self)
        if offset is not None:
            cell = self._picture.at(offset.x, offset.y + self.scroll_offset.y)
            if cell is not None:
                self.pick(cell)

    def action_move(self, rows: int, days: int) -> None:
        """Go so many rows down and days on."""
        self.pick(moved(self._board.sheet, self._board.picked, rows, days))

    def action_gap(self, step: int) -> None:
        """Go to the next open place, or the one before."""
        found = next_open(self._board.sheet, self._board.picked, step)
        self._pick_found(found, "No open place is among these rows.")

    def find(self, said: str) -> None:
        """Go to where somebody of that name, or a part of it, is next."""
        found = next_named(self._board.sheet, self._board.picked, said)
        self._pick_found(found, f"Nobody is here whose name has {said!r} in it.")

    def _pick_found(self, found: Picked | None, otherwise: str) -> None:
        if found is None:
            self.notify(plain(otherwise), severity="warning", markup=False)
        else:
            self.pick(found)

    def pick(self, cell: Picked) -> None:
        """Pick a cell, and say so."""
        self._board.picked = cell
        self.draw()
        self.post_message(self.Moved())
