"""Rows of days, person after person: whose each row is, and of which day."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import combinations

from inputs.intake.cells import Cell
from inputs.intake.doubts import Doubt
from inputs.intake.fields import WHO, Field
from inputs.intake.recipe import Recipe
from inputs.intake.shapes.axes import Axis
from inputs.intake.shapes.dating import Dated, Hints, dated
from inputs.intake.shapes.day_columns import DAYS
from inputs.intake.shapes.looks import Look, look_of
from inputs.intake.shapes.marks import Mark, mark_of
from inputs.intake.shapes.mentions import mentions

Told = Mapping[Field, Cell]
"""The cells of a row by what they tell."""


@dataclass(frozen=True)
class Line:
    """One row: what stands in it of its person and day, and what is doubtful of it."""

    cells: Told
    day: date | None = None
    """None where its own cell tells the whole date."""
    doubts: tuple[Doubt, ...] = ()


def lines_of(
    rows: Mapping[int, Told], above: Mapping[int, Told], hints: Hints, recipe: Recipe
) -> Mapping[int, Line]:
    """Every row with its day and its person, whom the first of several may name.

    Args:
        rows: What the cells beside the squares tell, by row.
        above: Whom a title over the row names; nobody for most tables.
        hints: What titles and names say of months and years.
        recipe: What somebody said of the year.
    """
    is_whole = _are_whole(rows)
    lines: dict[int, Line] = {}
    for who, group in _groups(rows, above):
        own = {row: {**who, **rows[row]} for row in group}
        found = Dated() if is_whole else _dated(own, hints, recipe)
        for row, cells in own.items():
            waits = found.doubts.get(row)
            doubts = (waits,) if waits else ()
            lines[row] = Line(cells, found.days.get(row), doubts)
    return lines


def agreeing(
    lines: Mapping[int, Line], squares: Mapping[int, Mapping[int, Cell]]
) -> Mapping[int, Line]:
    """The rows; those of one person and day that say two things of an hour wait."""
    same: dict[object, list[int]] = {}
    for row, line in lines.items():
        who = [line.cells[field].text for field in WHO if field in line.cells]
        day = line.cells.get(Field.DATE)
        if who:
            key = (*who, line.day or (day and day.text))
            same.setdefault(key, []).append(row)
    found = dict(lines)
    for one, other in (
        pair for rows in same.values() for pair in combinations(rows, 2)
    ):
        first, second = squares[one], squares[other]
        if any(first[n].text != second[n].text for n in first.keys() & second.keys()):
            for row, rival in ((one, other), (other, one)):
                found[row] = _against(found[row], lines[rival])
    return found


def _against(line: Line, rival: Line) -> Line:
    """The row waiting for the other that contradicts it."""
    cell, other = (next(iter(each.cells.values())) for each in (line, rival))
    doubt = Doubt(cell.place, cell.text, f"what does not contradict {other.place}")
    return replace(line, doubts=(*line.doubts, doubt))


def _are_whole(rows: Mapping[int, Told]) -> bool:
    """Whether every row's own cell tells the day, the month and the year."""
    told = [cells.get(Field.DATE) for cells in rows.values()]
    looks = [look_of(cell.value) for cell in told if cell is not None]
    return bool(looks) and looks.count(Look.DATE) > len(looks) / 2


def _groups(
    rows: Mapping[int, Told], above: Mapping[int, Told]
) -> Iterator[tuple[Told, Sequence[int]]]:
    """The rows of one person each that follow each other, in order."""
    who: Told = {}
    key: object = None
    group: list[int] = []
    for row, cells in rows.items():
        own = {f: cell for f, cell in cells.items() if f in WHO and cell.text}
        title = above.get(row, {})
        weeks = cells[Field.WEEK].text if Field.WEEK in cells else ""
        named = own or title
        is_next = not named and _follows(cells, [rows[n] for n in group])
        new = key if is_next else (weeks, *((f, c.text) for f, c in named.items()))
        if group and (new != key or not (named or is_next)):
            yield who, group
            group = []
        if not is_next:
            who, key = named, new
        group.append(row)
    if group:
        yield who, group


def _follows(cells: Told, before: Sequence[Told]) -> bool:
    """Whether a row without a name is of a later day than those before it."""
    mark, marks = _mark(cells), [_mark(told) for told in before]
    if mark is None or None in marks or not marks:
        return False
    days = [told.whole for told in marks if told is not None and told.whole]
    if mark.whole and len(days) == len(marks):
        return mark.whole > max(days)
    return mark not in marks


def _mark(cells: Told) -> Mark | None:
    """The day as far as the row's own cells tell it, with the weekday beside it."""
    marks = [mark_of(cells[f].value) for f in DAYS if f in cells]
    told = [mark for mark in marks if mark is not None]
    if not told:
        return None
    weekdays = next((mark.weekdays for mark in told if mark.weekdays), frozenset())
    return replace(told[0], weekdays=weekdays)


def _dated(rows: Mapping[int, Told], hints: Hints, recipe: Recipe) -> Dated:
    """The days of one person's rows; where no cell tells any, the title's only one."""
    marks = {row: mark for row, cells in rows.items() if (mark := _mark(cells))}
    weeks = [cells[Field.WEEK].value for cells in rows.values() if Field.WEEK in cells]
    if week := mentions(weeks[:1]):
        hints = replace(hints, near=week)
    days = [mention.whole for mention in hints.near if mention.whole]
    if not marks:
        is_told = len(days) == 1 and not any(
            f in c for c in rows.values() for f in DAYS
        )
        return Dated(dict.fromkeys(rows, days[0])) if is_told else Dated()
    if any(mark.day for mark in marks.values()):
        marks = {row: mark for row, mark in marks.items() if mark.day}
    heads = {row: next(rows[row][f] for f in DAYS if f in rows[row]) for row in marks}
    first = min(marks)
    if len(days) == 1 and _is_later(marks[first], days[0]):
        start = Mark(weekdays=frozenset({days[0].weekday()}))
        marks, heads = {first - 1: start, **marks}, {first - 1: heads[first], **heads}
    return dated(Axis(0, marks), heads, hints, recipe)


def _is_later(mark: Mark, start: date) -> bool:
    """Whether it names only a weekday, another than that on which its week begins."""
    is_weekday = not mark.day and len(mark.weekdays) == 1
    return is_weekday and start.weekday() not in mark.weekdays
