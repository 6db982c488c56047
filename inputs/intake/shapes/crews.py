"""Crew sheets: dates down the side, cars and posts across, names in the cells."""

from collections.abc import Iterator, Mapping
from dataclasses import replace
from typing import TypeAlias

from inputs.intake.cells import Cell
from inputs.intake.entries import Block, Entry, Heading, Shape
from inputs.intake.fields import WHO, Field
from inputs.intake.recipe import Recipe
from inputs.intake.shapes.areas import Area, Found
from inputs.intake.shapes.bodies import Body, body_of, columns_of, idle
from inputs.intake.shapes.choosing import known_columns
from inputs.intake.shapes.columns import Known
from inputs.intake.shapes.dates_down import days_down
from inputs.intake.shapes.dating import Dated, Hints
from inputs.intake.shapes.headers import header_of
from inputs.intake.shapes.looks import Look, look_of_all
from inputs.intake.shapes.seats import Seat, names_in, seat_of
from inputs.intake.shapes.tables import Table, ended, is_heading, repeats, stands_free
from inputs.intake.shapes.titles import hints_above

LEAST = 2
"""How many columns of names make a crew sheet."""
_Head: TypeAlias = tuple[Table, Mapping[int, Seat]]


def crews_in(area: Area, recipe: Recipe) -> Iterator[Found]:
    """Every crew sheet of the area, from top to bottom."""
    heads: list[_Head] = []
    for row, cells in area.rows.items():
        head = _head(area, row, cells)
        last = heads[-1][0] if heads else None
        if head and (stands_free(area, head[0].top) or repeats(head[0], last)):
            heads.append(head)
    tables = ended(area, [table for table, _ in heads])
    before = 0
    for table, (_, seats) in zip(tables, heads, strict=True):
        body = body_of(area, table)
        others = [c for c in columns_of(area, table, body) if c.number not in seats]
        known = _with_dates(known_columns(others, recipe))
        dates = [each.column.number for each in known if each.field is Field.DATE]
        is_of_people = any(each.field in WHO for each in known)
        is_dated = dates and any(dates[0] in row for row in body.rows.values())
        if is_dated and not is_of_people:
            is_alone = len(tables) == 1
            hints = hints_above(area, before, table.top, is_alone=is_alone)
            yield _Crews(area, table, body, known, seats).found(hints, recipe)
        before = table.end


def _head(area: Area, row: int, cells: Mapping[int, Cell]) -> _Head | None:
    """The row as headings, where at least two are of seats and none of people."""
    told = {column: cell for column, cell in cells.items() if cell.value is not None}
    if not all(isinstance(cell.value, str) for cell in told.values()):
        return None
    upper = {c: cell for c, cell in area.rows.get(row - 1, {}).items() if cell.text}
    seats = {
        column: seat
        for column, cell in told.items()
        if (seat := seat_of(cell.text, upper[column].text if column in upper else ""))
    }
    others = [cell for column, cell in told.items() if column not in seats]
    if len(seats) < LEAST or any(map(_is_no_heading, others)):
        return None
    is_double = any(c in upper and seats[c].unit == upper[c].text for c in seats)
    titles = {c: cell for c, cell in upper.items() if header_of(cell.text)}
    titles = {**(titles if is_double else {}), **told}
    texts = {column: cell.text for column, cell in titles.items()}
    width = area.sheet.width
    return Table(row, titles, texts, 1, width, is_double=is_double), seats


def _is_no_heading(cell: Cell) -> bool:
    """Whether it heads people or is a value: its row is of a list, not over crews."""
    header = header_of(cell.text)
    is_of_people = header is not None and bool(WHO & set(header.fields))
    return is_of_people or not (is_heading(cell) and isinstance(cell.value, str))


def _with_dates(columns: tuple[Known, ...]) -> tuple[Known, ...]:
    """The columns, the first of dates without a heading taken for the dates."""
    if any(each.field is Field.DATE for each in columns):
        return columns
    for number, each in enumerate(columns):
        is_open = each.field is None and not each.heading.is_private
        if is_open and look_of_all(each.column.values) is Look.DATE:
            heading = Heading(each.column.title, Field.DATE)
            dates = replace(each, heading=heading, doubt=None)
            return (*columns[:number], dates, *columns[number + 1 :])
    return columns


class _Crews:
    """One crew sheet being read."""

    def __init__(
        self,
        area: Area,
        table: Table,
        body: Body,
        known: tuple[Known, ...],
        seats: Mapping[int, Seat],
    ) -> None:
        self.area = area
        self.table = table
        self.body = body
        self.known = known
        self.seats = seats

    def found(self, hints: Hints, recipe: Recipe) -> Found:
        """The crew sheet as a block."""
        dates, weekdays = self._cells(Field.DATE), self._cells(Field.WEEKDAY)
        days = days_down(dates, weekdays, hints, recipe)
        entries = {row: list(self._entries(row, days)) for row in self.body.rows}
        used = {row for row, told in entries.items() if told}
        headings = {each.column.number: each.heading for each in self.known}
        headings |= {
            column: Heading(self.table.titles[column], Field.NAME)
            for column in self.seats
        }
        doubts = [each.doubt for each in self.known if each.doubt]
        doubts += [*days.doubts.values(), *self.body.doubts]
        block = Block(
            self.area.sheet,
            Shape.TEAM_GRID,
            tuple(entry for told in entries.values() for entry in told),
            tuple(headings[column] for column in sorted(headings)),
            doubts=tuple(dict.fromkeys(doubts)),
            passed=idle(self.body, used, "a line without a name"),
        )
        return Found(block, self.body.taken)

    def _cells(self, name: Field) -> Mapping[int, Cell]:
        """The cells by row that tell the field."""
        numbers = [each.column.number for each in self.known if each.field is name]
        return {
            row: cells[number]
            for number in numbers
            for row, cells in self.body.rows.items()
            if number in cells and cells[number].value is not None
        }

    def _entries(self, row: int, days: Dated) -> Iterator[Entry]:
        """One entry for each name in the row."""
        cells = self.body.rows[row]
        told = [each for each in self.known if each.column.number in cells]
        beside = {e.field: cells[e.column.number] for e in told if e.field}
        doubts = [each.doubt for each in told if each.doubt]
        doubts += [days.doubts[row]] if row in days.doubts else []
        for column, seat in self.seats.items():
            for cell in names_in(cells[column]) if column in cells else ():
                words = seat.words
                yield Entry(
                    {**beside, Field.NAME: cell},
                    cells[column],
                    days.days.get(row),
                    words,
                    tuple(doubts),
                )
