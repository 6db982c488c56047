"""The headings of matrices of skills: skills or people across."""

from collections import Counter
from collections.abc import Mapping

from inputs.intake.cells import Cell
from inputs.intake.fields import Field
from inputs.intake.shapes.areas import Area
from inputs.intake.shapes.headers import header_of
from inputs.intake.shapes.skill_columns import LEAST, Across, Head, side_of
from inputs.intake.shapes.skill_parts import (
    parted_title,
    short_part,
)
from inputs.intake.shapes.skill_rows import head_of_two_rows
from inputs.intake.shapes.tables import Table, is_heading, repeats, stands_free


def heads_in(area: Area) -> list[Head]:
    """The headings of every table of the area that may be a matrix."""
    heads: list[Head] = []
    for row, cells in area.rows.items():
        upper = area.rows.get(row - 1, {})
        head = head_of_two_rows(area, row, cells, upper) or _alone(area, row, cells)
        last = heads[-1] if heads else None
        if head is None:
            continue
        if head.table.is_double and last and last.table.row == row - 1:
            heads.pop()
        is_free = stands_free(area, head.table.top)
        if is_free or repeats(head.table, last.table if last else None):
            heads.append(head)
    return heads


def _alone(area: Area, row: int, cells: Mapping[int, Cell]) -> Head | None:
    """One row that names people's columns, or one of skills, and many others."""
    if any(not isinstance(cell.value, str | None) for cell in cells.values()):
        return None
    titles = {column: cell for column, cell in cells.items() if cell.text}
    if len(titles) <= LEAST or not all(map(is_heading, cells.values())):
        return None
    side = side_of(titles.values())
    others = {c: cell for c, cell in titles.items() if header_of(cell.text) is None}
    if len(others) < LEAST or side is None:
        return None
    is_turned = side is Field.SKILL
    texts = {column: cell.text for column, cell in titles.items()}
    table = Table(row, titles, texts, 1, area.sheet.width)
    return Head(table, _parted(others, is_turned=is_turned), is_turned)


def _parted(others: Mapping[int, Cell], *, is_turned: bool) -> Mapping[int, Across]:
    """The columns with headings of skills; `First aid to` beside `First aid from`."""
    name = Field.NAME if is_turned else Field.SKILL
    split = {column: parted_title(cell.text) for column, cell in others.items()}
    short = {c: found for c, cell in others.items() if (found := short_part(cell.text))}
    titles = Counter(
        [title for title, part in split.values() if part]
        + [title for c, (title, _) in short.items() if not split[c][1]]
    )
    for column, (title, part) in short.items():
        if split[column][1] is None and titles[title] > 1:
            split[column] = title, part
    return {
        column: Across({name: others[column]}, title, part)
        for column, (title, part) in split.items()
    }
