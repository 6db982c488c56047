"""The sheet by car: a row a date, and for each car its turn and who crews it."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date
from itertools import zip_longest

from openpyxl.worksheet.worksheet import Worksheet

from rostering.report.built import BuiltRota
from rostering.report.workbook.cells import (
    HEAD,
    HEAD_FILL,
    NEW_WEEK,
    OPEN,
    OPEN_FILL,
    SATURDAY,
    SHADED,
    SPARE,
    WEEKEND_FILL,
    make_printable,
    put,
    put_head,
    set_widths,
)
from rostering.saved.lines import RotaLine, State

Lines = list[RotaLine]
DATE_WIDTH, TURN_WIDTH, NAME_WIDTH = 17, 13, 22


def add_cars(sheet: Worksheet, built: BuiltRota) -> None:
    """Write the rota by date and car."""
    posts = _posts(built.lines)
    _head(sheet, posts)
    shifts: defaultdict[date, defaultdict[str, dict[str, Lines]]]
    shifts = defaultdict(lambda: defaultdict(dict))
    for line in built.lines:
        shifts[line.day][line.unit].setdefault(line.turn, []).append(line)
    row = 3
    for day in built.rota.problem.period.days:
        turns = (list(shifts[day][unit].values()) for unit in posts)
        for crews in zip_longest(*turns) if posts else ():
            _row(sheet, row, day, list(zip(posts.values(), crews, strict=True)))
            row += 1
    make_printable(sheet, head_rows=2, freeze="B3")


def _posts(lines: Sequence[RotaLine]) -> dict[str, list[str]]:
    """The posts of each car, in the order in which crews have them."""
    posts: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for line in lines:
        posts[line.unit].setdefault(line.post)
    return {unit: list(names) for unit, names in sorted(posts.items())}


def _head(sheet: Worksheet, posts: dict[str, list[str]]) -> None:
    names, units, widths = ["Date"], [""], [DATE_WIDTH]
    for unit, its in posts.items():
        names += ["turn", *its]
        units += [unit, *[""] * len(its)]
        widths += [TURN_WIDTH, *[NAME_WIDTH] * len(its)]
    put_head(sheet, 1, units)
    put_head(sheet, 2, names)
    set_widths(sheet, widths)


def _row(
    sheet: Worksheet,
    row: int,
    day: date,
    crews: Sequence[tuple[list[str], Lines | None]],
) -> None:
    put(sheet, row, 1, day)
    column = 2
    for posts, lines in crews:
        if lines:
            clock = put(sheet, row, column, f"{lines[0].turn}\n{lines[0].clock}")
            clock.font = SHADED
            for offset, post in enumerate(posts, 1):
                _post(sheet, row, column + offset, [x for x in lines if x.post == post])
        column += 1 + len(posts)
    for (cell,) in sheet.iter_cols(1, column - 1, row, row):
        if day.weekday() >= SATURDAY and cell.fill != OPEN_FILL:
            cell.fill = WEEKEND_FILL
        if day.weekday() == 0:
            cell.border = NEW_WEEK
    first = sheet.cell(row, 1)
    first.font, first.fill = HEAD, HEAD_FILL


def _post(sheet: Worksheet, row: int, column: int, lines: Lines) -> None:
    """Who fills one post: each name on a line of its own."""
    cell = put(sheet, row, column, "\n".join(_names(lines)))
    states = {line.state for line in lines}
    if State.OPEN in states:
        cell.font, cell.fill = OPEN, OPEN_FILL
    elif states == {State.SPARE}:
        cell.font = SPARE


def _names(lines: Lines) -> Iterator[str]:
    for line in lines:
        yield line.name if line.state is State.FILLED else line.state.value
