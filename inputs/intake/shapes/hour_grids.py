"""Grids of hours: a row for each person and day, hours across, ticks in the squares."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import replace

from inputs.intake.cells import Cell
from inputs.intake.doubts import Doubt
from inputs.intake.entries import Block, Entry, Heading, Shape
from inputs.intake.fields import WHO, Field
from inputs.intake.recipe import Recipe
from inputs.intake.shapes.areas import Area, Found
from inputs.intake.shapes.bodies import body_of, columns_of, idle, put
from inputs.intake.shapes.choosing import known_columns
from inputs.intake.shapes.day_columns import DAYS, with_days
from inputs.intake.shapes.day_rows import Line, Told, agreeing, lines_of
from inputs.intake.shapes.headers import header_of
from inputs.intake.shapes.hours import COUNTED, ODD, Hours, hours_in
from inputs.intake.shapes.hours_down import hours_down_in
from inputs.intake.shapes.tables import Table, ended
from inputs.intake.shapes.ticks import are_refusals, are_ticks, is_told
from inputs.intake.shapes.titles import (
    NOBODY,
    Named,
    as_who,
    hints_above,
    name_in_title,
    person_above,
)


def hour_grids_in(area: Area, recipe: Recipe) -> Iterator[Found]:
    """Every grid of hours of the area: those with hours across, then hours down."""
    heads: list[Table] = []
    hours: dict[int, Hours] = {}
    for row, cells in area.rows.items():
        if found := hours_in(cells):
            titles = {column: cell for column, cell in cells.items() if cell.text}
            texts = {column: cell.text for column, cell in titles.items()}
            heads.append(Table(row, titles, texts, 1, area.sheet.width))
            hours[row] = found
    before = 0
    for table in ended(area, heads):
        grid = _HourGrid(area, table, hours[table.row], recipe)
        if grid.is_one:
            item = grid.found(before, is_alone=len(heads) == 1)
            yield item
            area = area.without(item.taken)
        before = table.end
    yield from hours_down_in(area, recipe)


class _HourGrid:
    """One grid with hours across being read."""

    def __init__(self, area: Area, table: Table, hours: Hours, recipe: Recipe) -> None:
        self.area = area
        self.table = table
        self.hours = hours
        self.recipe = recipe
        self.body = body_of(area, table)
        columns = columns_of(area, table, self.body)
        others = [column for column in columns if column.number not in hours.spans]
        is_told = [bool(self._told(row)) for row in self.body.rows.values()]
        self.known = with_days(known_columns(others, recipe), is_told)
        self.fields = {each.field for each in self.known}

    @property
    def is_one(self) -> bool:
        """Whether days or people stand beside the hours, and marks below them."""
        rows = self.body.rows.values()
        squares = [cell for row in rows for cell in self._told(row).values()]
        has_days = any(x.field in DAYS and x.column.is_telling for x in self.known)
        is_headed = has_days or (bool(WHO & self.fields) and not self.hours.are_numbers)
        return is_headed and bool(rows) and are_ticks(squares)

    def found(self, before: int, *, is_alone: bool) -> Found:
        """The grid as a block.

        Args:
            before: The last row that belongs to another grid.
            is_alone: Whether it is the sheet's only one.
        """
        area, top = self.area, self.table.top
        above = person_above(area, before, top) or self._in_corner()
        sections = {} if WHO & self.fields else self._sections()
        hints = hints_above(area, before, top, is_alone=is_alone)
        rows = {n: self._beside(n) for n in self.body.rows if n not in sections}
        owners = {n: sections.get(_over(sections, n)) or as_who(above) for n in rows}
        squares = {n: self._told(self.body.rows[n]) for n in rows}
        lines = agreeing(lines_of(rows, owners, hints, self.recipe), squares)
        open_doubts = self._open(above or sections)
        entries = {n: [*self._entries(n, lines[n], open_doubts)] for n in rows}
        used = {row for row, told in entries.items() if told}
        passed = idle(self.body, used, "a line without a mark")
        all_told = [entry for told in entries.values() for entry in told]
        places = {cell.place for entry in all_told for cell in entry.cells.values()}
        doubts = [*open_doubts, *(each.doubt for each in self.known if each.doubt)]
        doubts += [doubt for entry in all_told for doubt in entry.doubts]
        block = Block(
            area.sheet,
            Shape.HOUR_GRID,
            tuple(all_told),
            tuple(self._headings()),
            doubts=tuple(dict.fromkeys([*doubts, *self.body.doubts])),
            passed=tuple(item for item in passed if item.place not in places),
        )
        named = {at for at, (_, cell) in above.items() if cell.place in places}
        return Found(block, self.body.taken | named)

    def _told(self, row: Mapping[int, Cell]) -> Mapping[int, Cell]:
        """The squares of a row in which anything stands, by column."""
        return {c: row[c] for c in self.hours.spans if c in row and is_told(row[c])}

    def _headings(self) -> Iterator[Heading]:
        yield from (each.heading for each in self.known)
        for column in self.hours.spans:
            yield Heading(self.table.titles[column], Field.START)

    def _in_corner(self) -> Named:
        """Whom a heading beside the hours names, where it heads nothing we know."""
        for each in self.known:
            title = each.column.title
            name = "" if header_of(title.text) else name_in_title(title.text)
            if name:
                at = self.table.row, each.column.number
                return {at: (Field.NAME, replace(title, value=name))}
        return {}

    def _sections(self) -> Mapping[int, Told]:
        """The rows in which nothing stands but a name: whose the rows below are."""
        return {
            row: {Field.NAME: replace(cell, value=name)}
            for row, cells in self.body.rows.items()
            if len(told := [*cells.values()]) == 1
            for cell in told
            if not self._told(cells) and (name := name_in_title(cell.text))
        }

    def _beside(self, row: int) -> Told:
        """What the cells beside the hours tell."""
        told: dict[Field, Cell] = {}
        for each in self.known:
            cell = self.body.rows[row].get(each.column.number)
            if cell is not None and each.field is not None:
                put(told, each.field, cell)
        return told

    def _open(self, named: Collection[object]) -> list[Doubt]:
        """Why all of it waits: nobody is named, or nobody can tell the hours.

        Marks right beside the hours, below no heading, may be of one hour more.
        """
        head = self.table.titles[min(self.table.titles)]
        wanted = [] if named or WHO & self.fields else [(head, NOBODY)]
        wanted += [(head, COUNTED)] if self.hours.are_counted else []
        wanted += [(self.table.titles[column], ODD) for column in self.hours.odd]
        edges = min(self.hours.spans) - 1, max(self.hours.spans) + 1
        beside = [each for each in self.known if each.column.number in edges]
        opens = [each.doubt for each in beside if each.doubt and not each.column.text]
        return [*opens, *(Doubt(cell.place, cell.text, each) for cell, each in wanted)]

    def _entries(
        self, row: int, line: Line, doubts: Sequence[Doubt]
    ) -> Iterator[Entry]:
        """One entry for each hour that is told of; for all where none is offered.

        Where one is offered the blank ones are not, whatever blanks mean elsewhere.
        """
        cells = self.body.rows[row]
        told = self._told(cells)
        opens = [each.doubt for each in self.known if each.column.number in cells]
        waits = (*doubts, *filter(None, opens), *line.doubts, *self._unnamed(row, line))
        for column in self.hours.spans if told else ():
            cell = cells.get(column) or self.area.at(row, column)
            if is_told(cell) or are_refusals(told.values()):
                words = self.hours.words(column)
                yield Entry(
                    {**line.cells, Field.CODE: cell}, cell, line.day, words, waits
                )

    def _unnamed(self, row: int, line: Line) -> Iterator[Doubt]:
        """Whose the row is, where it has no name and follows on none that has."""
        if not any(line.cells[field].text for field in WHO if field in line.cells):
            for each in self.known:
                if each.field in WHO:
                    place = self.area.at(row, each.column.number).place
                    yield Doubt(place, "", "a number or a name")
                    return


def _over(sections: Collection[int], row: int) -> int:
    """The last row of a name before this one; 0 for none."""
    return max((number for number in sections if number < row), default=0)
