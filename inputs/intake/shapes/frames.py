"""How far each grid goes: its titles, the columns beside its days, its last row."""

from bisect import bisect_right
from collections import defaultdict, deque
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from inputs.intake.cells import Cell
from inputs.intake.fields import WHO
from inputs.intake.shapes.areas import Area, Position
from inputs.intake.shapes.asides import is_signature
from inputs.intake.shapes.axes import Axis
from inputs.intake.shapes.dating import Hints
from inputs.intake.shapes.headers import header_of
from inputs.intake.shapes.mentions import Mention, mentions


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
    heads = {row for axis in axes for row in axis.rows}
    titles = {axis: _titles(area, axis, heads) for axis in axes}
    rows = sorted({*stops, *(_top(axis, titles[axis]) for axis in axes)})
    neighbours = _neighbours(axes)
    frames: dict[Axis, Frame] = {}
    for axis in axes:
        before = max(neighbours[axis][0], key=lambda other: other.last, default=None)
        after = min(neighbours[axis][1], key=lambda other: other.first, default=None)
        left = range(before.last + 1 if before else 1, axis.first)
        is_sharing = before in frames and not _has_people(area, axis, left)
        if before is not None and is_sharing:
            left = frames[before].left
        right = range(axis.last + 1, after.first if after else area.sheet.width + 1)
        if after:
            right = _trailing(area, axis, right)
        below = bisect_right(rows, axis.rows[-1])
        end = rows[below] - 1 if below < len(rows) else area.sheet.height
        frames[axis] = Frame(axis, titles[axis], left, right, end, is_sharing)
    return _with_beyond(list(frames.values()))


def _neighbours(axes: Sequence[Axis]) -> dict[Axis, tuple[list[Axis], list[Axis]]]:
    """The axes to the left and to the right of each, in its row or one beside it."""
    by_row: defaultdict[int, list[Axis]] = defaultdict(list)
    for axis in axes:
        by_row[axis.row].append(axis)
    found = {}
    for axis in axes:
        near = [a for row in range(axis.row - 1, axis.row + 2) for a in by_row[row]]
        left = [other for other in near if other.last < axis.first]
        found[axis] = left, [other for other in near if other.first > axis.last]
    return found


def _with_beyond(frames: Sequence[Frame]) -> list[Frame]:
    """The frames, each with the columns of those that share what stands before it."""
    sharing: defaultdict[range, set[int]] = defaultdict(set)
    for frame in frames:
        if frame.is_sharing:
            sharing[frame.left] |= set(frame.axis.marks)
    return [
        replace(frame, beyond=frozenset(sharing[frame.left] - set(frame.axis.marks)))
        for frame in frames
    ]


def hints_of(area: Area, frames: Sequence[Frame]) -> list[Hints]:
    """What titles, corners and names say of the days of each of the sheet's grids."""
    name = mentions([area.sheet.name])
    file = mentions([area.sheet.file.rpartition(".")[0]])
    texts = deque((row, mentions([cell.value])) for row, cell in _texts(area))
    years = {mention.year for mention in name}
    first: dict[object, tuple[Mention, ...]] = {}
    hints = []
    for frame in frames:
        own = _mentioned(area, frame)
        same = first.setdefault(tuple(frame.axis.marks.items()), own)
        near = (*own, *name) if len(frames) == 1 else own
        if frame.axis.has_numbers and not _has_month(near):
            near = (*near, *(same if _has_month(same) else name))
        while texts and texts[0][0] <= frame.axis.row:
            years |= {mention.year for mention in texts.popleft()[1]}
        here = years | {mention.year for mention in near}
        hints.append(Hints(tuple(dict.fromkeys(near)), frozenset(here - {0}), file))
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


def _titles(area: Area, axis: Axis, heads: Collection[int]) -> Mapping[Position, Cell]:
    """The rows right above the axis that can be nothing but titles."""
    found: dict[Position, Cell] = {}
    for row in range(axis.rows[0] - 1, 0, -1):
        cells = area.rows.get(row, {})
        if row in heads or not all(
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
