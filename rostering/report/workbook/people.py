"""The sheet by person: a row a person, a column a date, and what it adds up to."""

from collections import defaultdict
from collections.abc import Sequence
from datetime import date, timedelta

from openpyxl.styles import Alignment
from openpyxl.worksheet.worksheet import Worksheet

from rostering.domain.time import HOUR
from rostering.report.built import BuiltRota
from rostering.report.console.marks import Marks
from rostering.report.workbook.cells import (
    CENTRED,
    SATURDAY,
    SHADED,
    WEEKEND_FILL,
    make_printable,
    print_in_parts,
    put,
    put_head,
    put_row,
    set_widths,
)
from rostering.saved.lines import State
from rostering.saved.sheets import CARS, ID, NAME, ROLE

HEADS = (NAME, ROLE, ID, "Shifts", "Hours")
WIDTHS = (22, 12, 10, 8, 8)
LEAST_DAY_WIDTH = 8
DAYS_A_PAGE = 14


def add_people(sheet: Worksheet, built: BuiltRota) -> None:
    """Write who works what, with everybody's shifts and hours."""
    days = built.rota.problem.period.days
    marks = Marks(line for line in built.lines if line.state is State.FILLED)
    _head(sheet, days, max(LEAST_DAY_WIDTH, marks.width + 2))
    turns, hours = _worked(built, marks)
    row = 2
    for person in built.people:
        worked = turns.get(person.id, {})
        length = hours[person.id] / HOUR
        shifts = len(built.rota.shifts_of(person.id))
        put_row(sheet, row, [person.name, person.role, person.id, shifts, length])
        for column, day in enumerate(days, len(HEADS) + 1):
            cell = put(sheet, row, column, "\n".join(worked.get(day, [])))
            cell.alignment = CENTRED
            if day.weekday() >= SATURDAY:
                cell.fill = WEEKEND_FILL
        row += 1
    make_printable(sheet, head_rows=1, freeze="B2")
    print_in_parts(sheet, beside="A:C", first=len(HEADS) + 1, size=DAYS_A_PAGE)
    _add_words(sheet, row + 1, f"To change who works, write on the sheet {CARS}.")
    if turns:
        _add_words(sheet, row + 2, marks.key)
    _lock(sheet)


def _lock(sheet: Worksheet) -> None:
    """Keep edits out that would not be read; there is no password."""
    sheet.protection.enable()
    for name in ("formatCells", "formatColumns", "formatRows", "sort", "autoFilter"):
        # What is set to true is not allowed.
        setattr(sheet.protection, name, False)


def _head(sheet: Worksheet, days: Sequence[date], day_width: int) -> None:
    put_head(sheet, 1, [*HEADS, *(f"{day:%a}\n{day.day} {day:%b}" for day in days)])
    for column in range(len(HEADS) + 1, len(HEADS) + len(days) + 1):
        sheet.cell(1, column).alignment = CENTRED
    set_widths(sheet, [*WIDTHS, *[day_width] * len(days)])


def _add_words(sheet: Worksheet, row: int, words: str) -> None:
    """Write a line below everybody, past the edge of the column."""
    cell = put(sheet, row, 1, words)
    cell.font, cell.alignment = SHADED, Alignment(wrap_text=False)


def _worked(
    built: BuiltRota, marks: Marks
) -> tuple[dict[str, dict[date, list[str]]], defaultdict[str, timedelta]]:
    """Each person's turns by date, and the real length of all their shifts."""
    turns: dict[str, dict[date, list[str]]] = {}
    hours: defaultdict[str, timedelta] = defaultdict(timedelta)
    for line in built.lines:
        if line.state is State.FILLED:
            days = turns.setdefault(line.person, {})
            days.setdefault(line.day, []).append(marks.of(line))
            hours[line.person] += line.span.length
    return turns, hours
