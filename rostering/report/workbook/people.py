"""The sheet by person: a row a person, a column a date, and what it adds up to."""

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta

from openpyxl.worksheet.worksheet import Worksheet

from rostering.domain import Problem
from rostering.domain.busy import Busy
from rostering.domain.time import HOUR
from rostering.report.built import BuiltRota
from rostering.report.console.marks import Marks
from rostering.report.diaries import diaries
from rostering.report.workbook.cells import (
    CENTRED,
    PLAIN,
    SATURDAY,
    SHADED,
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
LEAST_DAY_WIDTH = 9
DAYS_A_PAGE = 14
_AWAY = (
    "In grey: what else fills a day of whoever rides in this rota or has contracted "
    "hours."
)


def add_people(sheet: Worksheet, built: BuiltRota) -> None:
    """Write who works what, with everybody's shifts and hours."""
    problem = built.rota.problem
    marks = Marks(line for line in built.lines if line.state is State.FILLED)
    _head(sheet, problem, max(LEAST_DAY_WIDTH, marks.width + 2))
    last = _body(sheet, built, marks)
    rule(sheet, 2, last)
    words = [f"To change who works, write on the sheet {CARS}."]
    words += [marks.key] if built.rota.fills else []
    words += [_AWAY] if not built.view else []
    row = add_words(sheet, last + 2, words)
    add_signs(sheet, row, (WEEKEND_SIGN, *holiday_signs(problem)))
    make_printable(sheet, days_in_words(problem.period), head_rows=1, freeze="B2")
    print_in_parts(sheet, beside="A:C", first=len(HEADS) + 1, size=DAYS_A_PAGE)
    _lock(sheet)


def _body(sheet: Worksheet, built: BuiltRota, marks: Marks) -> int:
    """Write a row for everybody; return the last."""
    turns, hours = _worked(built, marks)
    away = _away(built)
    row = 1
    for row, person in enumerate(built.people, 2):
        worked = turns.get(person.id, {})
        count = len(built.rota.shifts_of(person.id))
        facts = (person.name, person.role, person.id, count, hours[person.id] / HOUR)
        put_row(sheet, row, facts)
        for column, day in enumerate(built.rota.problem.period.days, len(HEADS) + 1):
            shifts, busy = worked.get(day, ()), away.get((person.id, day), ())
            if shifts or busy:
                cell = put(sheet, row, column, "\n".join([*shifts, *busy]))
                cell.alignment = CENTRED
                cell.font = PLAIN if shifts else SHADED
            if day.weekday() >= SATURDAY:
                sheet.cell(row, column).fill = WEEKEND_FILL
    return row


def _away(built: BuiltRota) -> dict[tuple[str, date], list[Busy]]:
    """What a workbook that is sent round may tell of days beside shifts.

    Leave of every kind is `away`: otherwise whoever is not on leave would be ill.
    """
    days = built.rota.problem.period.days
    return {
        (diary.person, day): _merely_away(diary.on(day))
        for diary in diaries(built)
        for day in days
    }


def _merely_away(told: Iterable[Busy]) -> list[Busy]:
    kinds = (Busy.AWAY if busy is Busy.LEAVE else busy for busy in told)
    return list(dict.fromkeys(kinds))


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
