"""The columns beside the days of a grid: whose line it is, and what ends it."""

from collections.abc import Mapping, Sequence
from dataclasses import replace

from inputs.intake.cells import Cell
from inputs.intake.entries import Heading
from inputs.intake.fields import WHO, Field
from inputs.intake.recipe import Recipe
from inputs.intake.shapes.areas import Area
from inputs.intake.shapes.base_lines import LINES
from inputs.intake.shapes.choosing import known_columns
from inputs.intake.shapes.columns import Column, Known, open_doubt
from inputs.intake.shapes.frames import Frame
from inputs.intake.shapes.headers import header_of
from inputs.intake.shapes.looks import Look, look_of_all


def people_columns(
    area: Area, frame: Frame, rows: Mapping[int, Mapping[int, Cell]], recipe: Recipe
) -> tuple[Known, ...]:
    """What the columns before and after the days tell."""
    left = _columns(area, frame, rows, frame.left)
    right = _columns(area, frame, rows, frame.right)
    known = [_unless_open(item) for item in known_columns(left, recipe)]
    fields = {item.field for item in known}
    if not fields & (WHO | LINES):
        known = _guessed(known)
    ends = known_columns(right, recipe)
    return (*known, *(_at_end(item) for item in ends))


def _columns(
    area: Area, frame: Frame, rows: Mapping[int, Mapping[int, Cell]], numbers: range
) -> list[Column]:
    columns = []
    for number in numbers:
        values = [row[number].value if number in row else None for row in rows.values()]
        title = _title(area, frame, number)
        if title.value is not None or any(value is not None for value in values):
            text = title.text if header_of(title.text) else ""
            columns.append(Column(number, title, text or title.text, values))
    return columns


def _title(area: Area, frame: Frame, column: int) -> Cell:
    """The column's heading, in whichever of the heading rows it stands."""
    cells = [area.at(row, column) for row in reversed(frame.axis.rows)]
    known = [cell for cell in cells if cell.text and header_of(cell.text)]
    told = [cell for cell in cells if cell.value is not None]
    return next(iter([*known, *told, *cells]))


def _unless_open(known: Known) -> Known:
    """A column before the days needs no heading: it is no doubt that it has none."""
    return replace(known, doubt=None) if not known.column.text else known


def _guessed(columns: Sequence[Known]) -> list[Known]:
    """The columns with the first of texts as names: a chart needs no heading there.

    Whom a line means is found out from its words; another column's meet nobody.
    """
    for number, known in enumerate(columns):
        is_free = known.field is None and not known.heading.is_private
        look = look_of_all(known.column.values)
        if is_free and look is Look.TEXT:
            heading = Heading(known.column.title, Field.NAME)
            named = replace(known, heading=heading, doubt=None)
            return [*columns[:number], named, *columns[number + 1 :]]
    return list(columns)


def _at_end(known: Known) -> Known:
    """A column after the days: a note, or something that is not needed.

    Words below no heading are asked about; the days beside them do not wait for that.
    """
    heading = known.heading
    if known.field is Field.NOTE:
        return known
    is_open = known.field is None and not (heading.is_certain or heading.is_private)
    if is_open and look_of_all(known.column.values) not in (Look.NUMBER, Look.NOTHING):
        asked = replace(heading, field=Field.NOTE, is_certain=False)
        return replace(known, heading=asked, doubt=open_doubt(known.column))
    return replace(known, heading=replace(heading, field=None), doubt=None)
