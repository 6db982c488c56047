"""The sheet by person: a row a person, a column a date, and what it adds up to."""

from collections import defaultdict
from datetime import date, timedelta

from openpyxl.worksheet.worksheet import Worksheet

from rostering.domain import Problem
from rostering.domain.time import HOUR
from rostering.report.built import BuiltRota
from rostering.report.console.marks import Marks
from rostering.report.workbook.cells import (
    CENTRED,
    SATURDAY,
    WEEKEND_FILL,
    put,
    put_head,
    put_row,
    rule,
    set_widths,
)
from rostering.report.workbook.legends import (
    WEEKEND_SIGN,
    add_signs,
    add_words,
    head_fill,
    holiday_signs,
)
from rostering.report.workbook.printing import (
    days_in_words,
    make_printable,
    print_in_parts,
)
from rostering.saved.lines import State
from rostering.saved.sheets import CARS, ID, NAME, ROLE

FIGURES = ("Shifts", "Hours")
HEADS = (NAME, ROLE, ID, *FIGURES)
WIDTHS = (22, 12, 10, 8, 8)
LEAST_DAY_WIDTH = 8
DAYS_A_PAGE = 14


def add_people(sheet: Worksheet, built: BuiltRota) -> None:
    """Write who works what, with everybody's shifts and hours."""
    problem = built.rota.problem
    days = problem.period.days
    marks = Marks(line for line in built.lines if line.state is State.FILLED)
    _head(sheet, problem, max(LEAST_DAY_WIDTH, marks.width + 2))
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
    rule(sheet, 2, row - 1)
    words = [f"To change who works, write on the sheet {CARS}."]
    words += [marks.key] if turns else []
    row = add_words(sheet, row + 1, words)
    add_signs(sheet, row, (WEEKEND_SIGN, *holiday_signs(problem)))
    make_printable(sheet, days_in_words(problem.period), head_rows=1, freeze="B2")
    print_in_parts(sheet, beside="A:C", first=len(HEADS) + 1, size=DAYS_A_PAGE)
    _lock(sheet)


def _lock(sheet: Worksheet) -> None:
    """Keep edits out that would not be read; there is no password."""
    sheet.protection.enable()
    for name in ("formatCells", "formatColumns", "formatRows", "sort", "autoFilter"):
        # What is set to true is not allowed.
        setattr(sheet.protection, name, False)


def _head(sheet: Worksheet, problem: Problem, day_width: int) -> None:
    days = problem.period.days
    names = (f"{day:%a}\n{day.day} {day:%b}" for day in days)
    put_head(sheet, 1, [*HEADS, *names], FIGURES)
    for column, day in enumerate(days, len(HEADS) + 1):
        head = sheet.cell(1, column)
        head.alignment, head.fill = CENTRED, head_fill(problem, day)
    set_widths(sheet, [*WIDTHS, *[day_width] * len(days)])


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
