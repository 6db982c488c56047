"""The sheet by car: a row a date, and for each car its turn and who crews it."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date
from itertools import zip_longest

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from rostering.domain import PersonId
from rostering.report.built import BuiltRota
from rostering.report.workbook.cells import (
    HEAD,
    REPEATED,
    SHADED,
    put,
    put_head,
    rule,
    set_widths,
)
from rostering.report.workbook.choices import Choices
from rostering.report.workbook.colours import colour_days, colour_posts
from rostering.report.workbook.legends import (
    OPEN_SIGN,
    SPARE_SIGN,
    WEEK_SIGN,
    WEEKEND_SIGN,
    add_signs,
    head_fill,
    holiday_signs,
)
from rostering.report.workbook.printing import days_in_words, enlarge, make_printable
from rostering.saved.lines import RotaLine, State
from rostering.saved.sheets import DATE, TURN

Lines = list[RotaLine]
DATE_WIDTH, TURN_WIDTH, NAME_WIDTH = 17, 13, 22
FIRST_ROW = 3


def add_cars(sheet: Worksheet, built: BuiltRota, choices: Choices) -> None:
    """Write the rota by date and car, with the names that each cell offers."""
    _Cars(sheet, built, choices).write()


class _Cars:
    """The sheet while it is written."""

    def __init__(self, sheet: Worksheet, built: BuiltRota, choices: Choices) -> None:
        self._sheet = sheet
        self._built = built
        self._problem = built.rota.problem
        self._choices = choices
        self._posts = _posts(built.lines)

    def write(self) -> None:
        self._head()
        last = self._body()
        self._colour(last)
        rule(self._sheet, FIRST_ROW, last)
        self._legend(last + 2)
        self._choices.offer(self._sheet)
        above = days_in_words(self._problem.period)
        make_printable(self._sheet, above, head_rows=FIRST_ROW - 1, freeze="B3")
        enlarge(self._sheet)
        if self._posts:
            end = get_column_letter(self._sheet.max_column)
            self._sheet.auto_filter.ref = f"A{FIRST_ROW - 1}:{end}{last}"

    def _head(self) -> None:
        """Every column says its car, so that each can be moved by itself."""
        names, units, widths = [DATE], [""], [float(DATE_WIDTH)]
        for unit, its in self._posts.items():
            names += [TURN, *its]
            units += [unit] * (1 + len(its))
            widths += [TURN_WIDTH, *[NAME_WIDTH] * len(its)]
        put_head(self._sheet, 1, units)
        put_head(self._sheet, 2, names)
        for column, name in enumerate(names, 1):
            if name not in (DATE, TURN):
                self._sheet.cell(1, column).font = REPEATED
        set_widths(self._sheet, widths)

    def _body(self) -> int:
        """Write a row or more for each date; return the last."""
        shifts: defaultdict[date, defaultdict[str, dict[str, Lines]]]
        shifts = defaultdict(lambda: defaultdict(dict))
        for line in self._built.lines:
            shifts[line.day][line.unit].setdefault(line.turn, []).append(line)
        row = FIRST_ROW
        for day in self._problem.period.days:
            turns = (list(shifts[day][unit].values()) for unit in self._posts)
            for crews in zip_longest(*turns) if self._posts else ():
                self._row(row, day, crews)
                row += 1
        return max(FIRST_ROW, row - 1)

    def _row(self, row: int, day: date, crews: Sequence[Lines | None]) -> None:
        first = put(self._sheet, row, 1, day)
        first.font, first.fill = HEAD, head_fill(self._problem, day)
        column = 2
        for posts, lines in zip(self._posts.values(), crews, strict=True):
            if lines:
                clock = put(self._sheet, row, column, _hours(lines[0]))
                clock.font = SHADED
                for offset, post in enumerate(posts, 1):
                    here = [line for line in lines if line.post == post]
                    self._post(row, column + offset, here)
            column += 1 + len(posts)

    def _post(self, row: int, column: int, lines: Lines) -> None:
        """Who fills one post: each name on a line of its own."""
        names = (
            self._choices.label(PersonId(line.person))
            if line.state is State.FILLED
            else line.state.value
            for line in lines
        )
        cell = put(self._sheet, row, column, "\n".join(names))
        if lines:
            self._choices.add(cell, lines)

    def _colour(self, last: int) -> None:
        columns = self._sheet.max_column
        for column in range(2, columns + 1):
            if self._sheet.cell(FIRST_ROW - 1, column).value != TURN:
                colour_posts(self._sheet, FIRST_ROW, last, column)
        colour_days(self._sheet, FIRST_ROW, last, columns)

    def _legend(self, row: int) -> None:
        """Say below the rota how it is read; no heading is over these words."""
        signs = (OPEN_SIGN, SPARE_SIGN, WEEKEND_SIGN, WEEK_SIGN)
        add_signs(self._sheet, row, (*signs, *holiday_signs(self._problem)))


def _hours(line: RotaLine) -> str:
    return f"{line.turn}\n{line.clock}"


def _posts(lines: Sequence[RotaLine]) -> dict[str, list[str]]:
    """The posts of each car, in the order in which crews have them."""
    posts: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for line in lines:
        posts[line.unit].setdefault(line.post)
    return {unit: list(names) for unit, names in sorted(posts.items())}
