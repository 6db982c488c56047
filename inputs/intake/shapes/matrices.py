"""Matrices of skills: people down the side, skills across, an expiry in every cell."""

import re
from collections.abc import Collection, Iterator, Mapping, Sequence

from inputs._cells import CellValue
from inputs.intake.cells import Cell
from inputs.intake.entries import Block, Entry, Heading, Shape
from inputs.intake.fields import WHO, Field
from inputs.intake.recipe import Recipe
from inputs.intake.shapes.areas import Area, Found
from inputs.intake.shapes.bodies import body_of, columns_of, idle
from inputs.intake.shapes.choosing import known_columns
from inputs.intake.shapes.columns import Column, Known
from inputs.intake.shapes.headers import header_of
from inputs.intake.shapes.looks import Look, look_of
from inputs.intake.shapes.marks import mark_of
from inputs.intake.shapes.tables import Table, ended, is_heading, repeats, stands_free

LEAST = 2
"""How many columns of expiries make a matrix."""
_MOST = 0.6
"""Which part of a column's values must speak of expiry."""
_OF_A_LIST = frozenset(
    {Field.SKILL, Field.EXPIRES, Field.FIRST, Field.LAST, Field.DATE}
)
"""What a list of qualifications or of anything else has columns for."""
_TOLD = re.compile(
    r"n/?a|expired|exp|in date|out of date|booked.*|perm.*|\?|tb[cd]|y(?:es)?|no?|✓|✔|x"
    r"|held|not held|valid|due|lapsed|lifetime|no expiry|20[0-9]{2}"
    r"|[0-9]{1,2} ?(?:y(?:ea)?rs?|m(?:on)?ths?)"
    r"|[2-7][0-9]{4}|[a-z]{3,9}[ -]'?[0-9]{2,4}|[0-9]{1,2}/20[0-9]{2}",
    re.IGNORECASE,
)


def matrices_in(area: Area, recipe: Recipe) -> Iterator[Found]:
    """Every matrix of skills of the area, from top to bottom."""
    heads: list[Table] = []
    for row, cells in area.rows.items():
        if _may_be_head(cells.values()):
            head, last = _head(area, row, cells), heads[-1] if heads else None
            if stands_free(area, row) or repeats(head, last):
                heads.append(head)
    for table in ended(area, heads):
        found = _read(area, table, recipe)
        if found:
            yield found


def _may_be_head(cells: Collection[Cell]) -> bool:
    """Whether the row names people's columns and at least as many others as needed."""
    if any(not isinstance(cell.value, str | None) for cell in cells):
        return False
    texts = [cell.text for cell in cells if cell.text]
    if len(texts) <= LEAST or not all(map(is_heading, cells)):
        return False
    headers = [header_of(text) for text in texts]
    is_who = any(header and WHO & set(header.fields) for header in headers)
    return is_who and headers.count(None) >= LEAST


def _head(area: Area, row: int, cells: Mapping[int, Cell]) -> Table:
    titles = {column: cell for column, cell in cells.items() if cell.text}
    texts = {column: cell.text for column, cell in titles.items()}
    return Table(row, titles, texts, 1, area.sheet.width)


def _read(area: Area, table: Table, recipe: Recipe) -> Found | None:
    """The matrix below the headings; None where they head something else."""
    body = body_of(area, table)
    columns = columns_of(area, table, body)
    told = [column for column in columns if _is_skill(column)]
    skills = {column.number for column in told}
    is_matrix = sum(column.is_telling for column in told) >= LEAST
    if not is_matrix or not any(map(_has_dates, told)):
        return None
    known = known_columns([c for c in columns if c.number not in skills], recipe)
    if any(item.field in _OF_A_LIST for item in known):
        return None
    heads = {item.column.number: item.heading for item in known}
    heads |= {n: Heading(table.titles[n], Field.SKILL) for n in skills}
    titles = {number: table.texts[number] for number in sorted(skills)}
    entries = {n: list(_entries(known, row, titles)) for n, row in body.rows.items()}
    used = {number for number, told in entries.items() if told}
    block = Block(
        area.sheet,
        Shape.SKILL_MATRIX,
        tuple(entry for told in entries.values() for entry in told),
        tuple(heads[number] for number in sorted(heads)),
        doubts=(*(item.doubt for item in known if item.doubt), *body.doubts),
        passed=idle(body, used, "a line without an expiry"),
    )
    return Found(block, body.taken)


def _is_skill(column: Column) -> bool:
    """Whether its heading is none that we know, and its values speak of expiry."""
    told = [value for value in column.values if value is not None]
    if not column.text or header_of(column.text):
        return False
    return sum(map(_speaks_of_expiry, told)) >= _MOST * len(told)


def _speaks_of_expiry(value: CellValue) -> bool:
    if look_of(value) is Look.DATE:
        return True
    is_told = isinstance(value, str) and _TOLD.fullmatch(value) is not None
    mark = mark_of(value) if isinstance(value, str) else None
    return is_told or (mark is not None and mark.month > 0)


def _has_dates(column: Column) -> bool:
    return any(look_of(value) is Look.DATE for value in column.values)


def _entries(
    known: Sequence[Known], row: Mapping[int, Cell], skills: Mapping[int, str]
) -> Iterator[Entry]:
    """One entry for every skill of which the row says anything."""
    told = [item for item in known if item.column.number in row]
    who = {item.field: row[item.column.number] for item in told if item.field}
    doubts = tuple(item.doubt for item in told if item.doubt)
    for column, skill in skills.items():
        if column in row:
            cells = {**who, Field.EXPIRES: row[column]}
            yield Entry(cells, row[column], None, {Field.SKILL: skill}, doubts)
