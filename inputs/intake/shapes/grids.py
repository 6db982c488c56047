"""Grids of days: people down the side, days across, a code in every cell."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cached_property

from inputs.intake.cells import Cell
from inputs.intake.doubts import Doubt
from inputs.intake.entries import Block, Entry, Heading, Shape
from inputs.intake.fields import Field
from inputs.intake.recipe import Recipe
from inputs.intake.shapes.areas import Area, Aside, Found, Position
from inputs.intake.shapes.asides import (
    aside,
    by_hand,
    is_number,
    is_sentence,
    why_no_person,
)
from inputs.intake.shapes.axes import axes_in
from inputs.intake.shapes.base_lines import squares_of
from inputs.intake.shapes.bodies import put
from inputs.intake.shapes.dating import Dated, Hints, dated
from inputs.intake.shapes.frames import Frame, frames_in, hints_of
from inputs.intake.shapes.people import people_columns
from inputs.intake.shapes.runs import WEEK
from inputs.intake.shapes.tables import tables_in

_NO_DAY = "a date over this column"


def grids_in(area: Area, recipe: Recipe) -> Iterator[Found]:
    """Every grid of days of the area, from top to bottom."""
    axes = axes_in(area)
    if not axes:
        return
    heads = {row for axis in axes for row in axis.rows}
    stops = {table.row for table in tables_in(area)} - heads
    frames = frames_in(area, axes, stops)
    counted: set[Position] = set()
    for frame, hints in zip(frames, hints_of(area, frames), strict=True):
        grid = _Grid(area, frame, hints, recipe)
        grid.count_titles(counted)
        counted |= set(frame.titles)
        yield grid.found()


class _Grid:
    """One grid being read, row by row."""

    def __init__(self, area: Area, frame: Frame, hints: Hints, recipe: Recipe) -> None:
        self.area = area
        self.frame = frame
        self.axis = frame.axis
        heads = area.rows[self.axis.row]
        self.rows = dict(area.below(self.axis.rows[-1], frame.end))
        self.beside = people_columns(area, frame, self.rows, recipe)
        fields = [known.field for known in self.beside]
        self.squares = squares_of(self.axis, fields, hints)
        is_dated = self.squares is None
        self.dated = dated(self.axis, heads, hints, recipe) if is_dated else Dated()
        self.aside = Aside()
        self.doubts: list[Doubt] = []
        self.entries: list[Entry] = []
        self.taken: set[Position] = set()

    def count_titles(self, counted: Collection[Position]) -> None:
        """Pass over the grid's titles, unless a grid beside it has counted them."""
        titles = self.frame.titles.items()
        own = {where: cell for where, cell in titles if where not in counted}
        self.aside.add(own, "a title")

    def found(self) -> Found:
        """The grid as a block."""
        headings = list(self._headings())
        for number, cells in self.rows.items():
            own = {c: cell for c, cell in cells.items() if self._is_ours(c)}
            is_beyond = not self.frame.beyond.isdisjoint(cells)
            if own and not (is_beyond and own.keys() <= set(self.frame.left)):
                left = {c: cells[c] for c in self.frame.left if c in cells}
                self._read(number, own, left)
        own_doubts = [*self.dated.doubts.values()]
        own_doubts += (known.doubt for known in self.beside if known.doubt)
        block = Block(
            self.area.sheet,
            self._shape,
            tuple(self.entries),
            tuple(headings),
            doubts=tuple(dict.fromkeys([*own_doubts, *self.doubts])),
            passed=tuple(self.aside.passed),
        )
        return Found(block, frozenset(self.taken | self.aside.taken))

    @property
    def _shape(self) -> Shape:
        if self.squares is not None:
            return Shape.BASE_LINES
        return Shape.WEEK_GRID if len(self.axis.marks) <= WEEK else Shape.MONTH_GRID

    def _is_ours(self, column: int) -> bool:
        frame = self.frame
        is_left = column in frame.left and not frame.is_sharing
        is_inside = self.axis.first <= column <= self.axis.last
        return is_left or is_inside or column in frame.right

    def _headings(self) -> Iterator[Heading]:
        """The cells of the heading rows, each with what it was taken for."""
        beside = {known.heading.cell.place: known.heading for known in self.beside}
        yield from (
            known.heading for known in self.beside if self._is_ours(known.column.number)
        )
        for row in self.axis.rows:
            for column, cell in self.area.rows[row].items():
                if not self._is_ours(column):
                    continue
                self.taken.add((row, column))
                if column in self.axis.marks:
                    is_label = row == self.axis.labels or not self.axis.has_numbers
                    yield Heading(cell, Field.WEEKDAY if is_label else Field.DATE)
                elif cell.place not in beside and not cell.is_spread:
                    yield Heading(cell, None)

    def _read(
        self, number: int, cells: Mapping[int, Cell], left: Mapping[int, Cell]
    ) -> None:
        """Read one row: its entries, or why it is passed over."""
        days = {c: cell for c, cell in cells.items() if c in self._columns}
        if not days and self._is_free_text(number, cells):
            return
        because = aside({**left, **cells}.values()) or why_no_person(
            left.values(), days.values(), may_count=number > self._last_words
        )
        if because:
            placed = {(number, column): cell for column, cell in cells.items()}
            self.aside.add(placed, because)
            return
        who, doubts = self._beside({**left, **cells})
        has_person = any(cell.value is not None for cell in left.values())
        for column in self._columns if has_person else days:
            cell = days.get(column) or self.area.at(number, column)
            self.entries.append(self._entry(column, cell, who, doubts))
        shared = left if self.frame.is_sharing else {}
        self.taken |= {(number, column) for column in (*days, *shared)}
        self._read_others(number, cells)

    def _entry(
        self,
        column: int,
        cell: Cell,
        who: Mapping[Field, Cell],
        doubts: Sequence[Doubt],
    ) -> Entry:
        cells = {**who, Field.CODE: cell}
        if self.squares is not None:
            square = self.squares[column]
            return Entry(cells, cell, square.day(who), square.words(who), tuple(doubts))
        waits = self.dated.doubts.get(column)
        doubts = [*doubts, waits] if waits else doubts
        return Entry(cells, cell, self.dated.days.get(column), doubts=tuple(doubts))

    def _is_free_text(self, number: int, cells: Mapping[int, Cell]) -> bool:
        """Whether a row is one sentence below the days: for somebody to type in."""
        told = [cell for cell in cells.values() if cell.value is not None]
        if len(told) != 1 or not is_sentence(told[0]):
            return False
        self.doubts.append(by_hand(told[0]))
        placed = {(number, column): cell for column, cell in cells.items()}
        self.taken |= {at for at, cell in placed.items() if cell is told[0]}
        others = {at: cell for at, cell in placed.items() if cell is not told[0]}
        self.aside.add(others, "beside the days")
        return True

    @property
    def _columns(self) -> list[int]:
        return sorted([*self.axis.marks, *self.axis.odd])

    @cached_property
    def _last_words(self) -> int:
        """The last row in which a word stands under a day."""
        rows = (
            number
            for number, cells in self.rows.items()
            for column in self._columns
            if column in cells and isinstance(cells[column].value, str)
        )
        return max(rows, default=self.area.sheet.height)

    def _beside(
        self, cells: Mapping[int, Cell]
    ) -> tuple[dict[Field, Cell], list[Doubt]]:
        """What the columns beside the days tell of a row's person."""
        told: dict[Field, Cell] = {}
        here = [known for known in self.beside if known.column.number in cells]
        for known in here:
            if known.field is not None:
                put(told, known.field, cells[known.column.number])
        before = [known for known in here if known.column.number < self.axis.first]
        return told, [known.doubt for known in before if known.doubt]

    def _read_others(self, number: int, cells: Mapping[int, Cell]) -> None:
        """What stands beside the days and between them: names, notes, totals."""
        known = {item.column.number: item for item in self.beside}
        for column, cell in cells.items():
            if (number, column) in self.taken:
                continue
            place = {(number, column): cell}
            if column in known:
                heading = known[column].heading
                if heading.field is None and not heading.is_private:
                    self.aside.add(place, "a column beside the days")
                self.taken.add((number, column))
            elif is_number(cell.value) or cell.value is None:
                self.aside.add(place, "beside the days")
            else:
                self.taken.add((number, column))
                self.doubts.append(Doubt(cell.place, cell.text, _NO_DAY))
