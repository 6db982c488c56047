"""How far each grid goes: its titles, the columns beside its days, its last row."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from inputs.intake.cells import Cell
from inputs.intake.fields import Field
from inputs.intake.shapes.areas import Area, Position
from inputs.intake.shapes.asides import is_signature
from inputs.intake.shapes.axes import Axis
from inputs.intake.shapes.dating import Hints
from inputs.intake.shapes.headers import header_of
from inputs.intake.shapes.mentions import Mention, mentions

WHO = frozenset({Field.ID, Field.NAME, Field.SURNAME, Field.FORENAME})


@dataclass(frozen=True)
class Frame:
    """One grid of days: where everything of it stands."""

    axis: Axis
    titles: Mapping[Position, Cell]
    """Above it, and of it alone."""
    left: range
    """The columns before its days."""
    right: range
    """The columns after its days."""
    end: int
    """Its last row."""
    is_sharing: bool = False
    """Whether the columns before its days are those of the grid to its left."""
    beyond: frozenset[int] = frozenset()
    """The columns of days of the grids to its right that share those before it."""


def frames_in(area: Area, axes: Sequence[Axis], stops: Iterable[int]) -> list[Frame]:
    """The frame of every axis; rows of headings of other tables end a grid."""
    titles = {axis: _titles(area, axis, axes) for axis in axes}
    tops = {axis: _top(axis, titles[axis]) for axis in axes}
    rows = sorted({*stops, *tops.values()})
    frames: list[Frame] = []
    for axis in axes:
        beside = [other for other in axes if _overlaps(other, axis) and other != axis]
        before = max((a.last for a in beside if a.last < axis.first), default=0)
        after = min((a.first for a in beside if a.first > axis.last), default=0)
        left = range(before + 1, axis.first)
        beyond = [frame for frame in frames if before and frame.axis.last == before]
        is_sharing = bool(beyond) and not _has_people(area, axis, left)
        left = beyond[0].left if is_sharing else left
        right = range(axis.last + 1, (after or area.sheet.width + 1))
        if after:
            right = _trailing(area, axis, right)
        end = min((row for row in rows if row > axis.rows[-1]), default=0) - 1
        end = end if end > 0 else area.sheet.height
        frames.append(Frame(axis, titles[axis], left, right, end, is_sharing))
    return [replace(frame, beyond=_beyond(frame, frames)) for frame in frames]


def _beyond(frame: Frame, frames: Sequence[Frame]) -> frozenset[int]:
    sharing = (
        other.axis.marks
        for other in frames
        if other.is_sharing and other.left == frame.left and other is not frame
    )
    return frozenset(column for marks in sharing for column in marks)


def hints_of(area: Area, frames: Sequence[Frame]) -> list[Hints]:
    """What titles, corners and names say of the days of each of the sheet's grids."""
    told = [_mentioned(area, frame) for frame in frames]
    name = mentions([area.sheet.name])
    file = mentions([area.sheet.file.rpartition(".")[0]])
    hints = []
    for number, (frame, own) in enumerate(zip(frames, told, strict=True)):
        near = (*own, *name) if len(frames) == 1 else own
        if not _has_month(near) and frame.axis.has_numbers:
            same = [n for n in range(number) if _is_same(frames[n].axis, frame.axis)]
            near = (*near, *(told[same[0]] if same else ()))
            near = near if _has_month(near) else (*near, *name)
        above = (cell for row, cell in _texts(area) if row <= frame.axis.row)
        everywhere = (*near, *name, *mentions(cell.value for cell in above))
        years = frozenset(mention.year for mention in everywhere if mention.year)
        hints.append(Hints(tuple(dict.fromkeys(near)), years, file))
    return hints


def _mentioned(area: Area, frame: Frame) -> tuple[Mention, ...]:
    """What the grid's own titles and the corner left of its days mention."""
    corner = [
        cell
        for row in frame.axis.rows
        for column, cell in area.rows.get(row, {}).items()
        if column in frame.left
    ]
    own = [*frame.titles.values(), *corner]
    return mentions(
        cell.value for cell in own if not cell.is_spread and not is_signature(cell)
    )


def _has_month(told: Sequence[Mention]) -> bool:
    return any(mention.month for mention in told)


def _is_same(one: Axis, other: Axis) -> bool:
    """Whether the second only repeats the headings of the first."""
    return one.has_numbers and dict(one.marks) == dict(other.marks)


def _texts(area: Area) -> Iterable[tuple[int, Cell]]:
    for row, cells in area.rows.items():
        if len(cells) <= _TITLE or any(cell.is_spread for cell in cells.values()):
            yield from (
                (row, cell)
                for cell in cells.values()
                if isinstance(cell.value, str) and not is_signature(cell)
            )


_TITLE = 3
"""How many cells a row of titles holds at most."""


def _titles(area: Area, axis: Axis, axes: Sequence[Axis]) -> Mapping[Position, Cell]:
    """The rows right above the axis that can be nothing but titles."""
    found: dict[Position, Cell] = {}
    others = {row for other in axes for row in other.rows}
    for row in range(axis.rows[0] - 1, 0, -1):
        cells = area.rows.get(row, {})
        if row in others or not all(
            _is_title(area, axis, cell, at) for at, cell in _told(row, cells)
        ):
            break
        found |= {(row, column): cell for column, cell in cells.items()}
    return found


def _told(row: int, cells: Mapping[int, Cell]) -> list[tuple[Position, Cell]]:
    return [
        ((row, column), cell)
        for column, cell in cells.items()
        if not cell.is_spread and (cell.value is not None or cell.note)
    ]


def _is_title(area: Area, axis: Axis, cell: Cell, at: Position) -> bool:
    """Whether the cell tells of days, or stands alone and is no day's code."""
    row, column = at
    if mentions([cell.value]):
        return True
    is_wide = area.at(row, column + 1).is_spread
    is_alone = len(_told(row, area.rows[row])) == 1
    return is_wide or (is_alone and column not in axis.marks)


def _top(axis: Axis, titles: Mapping[Position, Cell]) -> int:
    return min([axis.rows[0], *(row for row, _ in titles)])


def _overlaps(one: Axis, other: Axis) -> bool:
    """Whether the two stand side by side."""
    return abs(one.row - other.row) <= 1


def _has_people(area: Area, axis: Axis, columns: range) -> bool:
    """Whether one of the columns is headed as one of names or numbers."""
    heads = (area.at(row, column) for row in axis.rows for column in columns)
    headers = (header_of(cell.text) for cell in heads if cell.text)
    return any(header and WHO & set(header.fields) for header in headers)


def _trailing(area: Area, axis: Axis, between: range) -> range:
    """The columns between two grids that belong to the first."""
    for column in between:
        if _has_people(area, axis, range(column, column + 1)):
            return range(between.start, column)
    return between
