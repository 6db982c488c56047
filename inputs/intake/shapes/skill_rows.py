"""Headings of matrices of skills in two rows: parts or numbers below titles."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping

from inputs.intake.cells import Cell
from inputs.intake.fields import Field
from inputs.intake.shapes.areas import Area
from inputs.intake.shapes.headers import header_of
from inputs.intake.shapes.marks import mark_of
from inputs.intake.shapes.skill_columns import LEAST, Across, Head, side_of
from inputs.intake.shapes.skill_parts import (
    may_be_either,
    part_of,
)
from inputs.intake.shapes.tables import Table

_SPELL = re.compile(
    r"(?:[0-9]+(?:st|nd|rd|th)? ?|first |second |third |fourth )?(?:annual )?(?:leave"
    r"|absence|holiday|sickness|period|spell|stretch|block)s?(?: [0-9]+)?",
    re.IGNORECASE,
)
"""What heads two columns of dates without being a skill."""


def head_of_two_rows(
    area: Area, row: int, cells: Mapping[int, Cell], upper: Mapping[int, Cell]
) -> Head | None:
    """Two rows: parts of skills below skills or people, or numbers below names."""
    if not any(isinstance(cell.value, str) for cell in upper.values()):
        return None
    found = _with_parts(area, row, cells, upper)
    return found or _with_numbers(area, row, cells, upper)


def _with_parts(
    area: Area, row: int, cells: Mapping[int, Cell], upper: Mapping[int, Cell]
) -> Head | None:
    """`Date taken | Expires` over and over, each time below another title."""
    if any(not isinstance(cell.value, str | None) for cell in cells.values()):
        return None
    parts = {c: part for c, cell in cells.items() if (part := part_of(cell.text))}
    over = dict(_titles_over(parts, upper))
    lower = {c: cell for c, cell in cells.items() if cell.text and not cell.is_spread}
    both = {**upper, **lower}
    beside = {c: both[c] for c in sorted(both) if c not in parts and both[c].text}
    side = side_of(beside.values())
    if len(parts) < LEAST or over.keys() != parts.keys() or side is None:
        return None
    titles = {**beside, **{column: cells[column] for column in parts}}
    titles = {column: titles[column] for column in sorted(titles)}
    texts = {column: cell.text for column, cell in titles.items()}
    table = Table(row, titles, texts, 1, area.sheet.width, is_double=True)
    name = Field.NAME if side is Field.SKILL else Field.SKILL
    count = Counter(cell.place for cell in over.values())
    columns = {
        c: Across(
            {name: over[c]},
            over[c].text,
            part,
            is_open=count[over[c].place] == 1 and may_be_either(texts[c]),
        )
        for c, part in parts.items()
    }
    return Head(table, columns, side is Field.SKILL)


def _titles_over(
    parts: Mapping[int, Field], upper: Mapping[int, Cell]
) -> Iterator[tuple[int, Cell]]:
    """The title over each part: right above it, or over an earlier part beside it."""
    title: Cell | None = None
    before = 0
    seen: set[Field] = set()
    for column, part in parts.items():
        cell = upper.get(column)
        if cell is not None and cell.text and not cell.is_spread:
            title, seen = cell, set()
        elif column != before + 1 or part in seen:
            title = None
        if title is None or not _is_title(title):
            return
        seen.add(part)
        before = column
        yield column, title


def _is_title(cell: Cell) -> bool:
    """Whether it may name a skill or a person: no day, no leave, no heading we know."""
    is_text = isinstance(cell.value, str) and header_of(cell.text) is None
    return is_text and not (mark_of(cell.value) or _SPELL.fullmatch(cell.text))


def _with_numbers(
    area: Area, row: int, cells: Mapping[int, Cell], upper: Mapping[int, Cell]
) -> Head | None:
    """People across in two rows: their names, and their numbers below or above."""
    label = min(upper)
    if label != min(cells) or min(len(upper), len(cells)) <= LEAST:
        return None
    rows = {_row_of(line[label]): line for line in (upper, cells)}
    names, numbers = rows.get(Field.NAME), rows.get(Field.ID)
    if names is None or numbers is None:
        return None
    people = {c: cell for c, cell in names.items() if c != label and cell.text}
    if len(people) < LEAST or any(header_of(cell.text) for cell in people.values()):
        return None
    columns = {
        c: Across({Field.NAME: name, Field.ID: numbers[c]}, name.text)
        for c, name in people.items()
        if c in numbers
    }
    titles = {c: cell for c, cell in cells.items() if cell.text}
    texts = {column: cell.text for column, cell in titles.items()}
    table = Table(row, titles, texts, 1, area.sheet.width, is_double=True)
    return Head(table, columns, is_turned=True, label=label)


def _row_of(cell: Cell) -> Field | None:
    """What the row of headings tells of each person across."""
    header = header_of(cell.text) if cell.text else None
    if header is None or not header.fields:
        return None
    first = header.fields[0]
    return Field.NAME if first in (Field.NAME, Field.SURNAME, Field.SKILL) else first
