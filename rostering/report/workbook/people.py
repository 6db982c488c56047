"""The sheet by person: a row a person, a column a date, and what it adds up to."""

from collections import defaultdict
from datetime import date, timedelta

from openpyxl.worksheet.worksheet import Worksheet

from rostering.domain import Person
from rostering.domain.time import HOUR
from rostering.report.built import BuiltRota
from rostering.report.lines import State
from rostering.report.workbook.cells import (
    CENTRED,
    SATURDAY,
    WEEKEND_FILL,
    make_printable,
    put,
    put_head,
    put_row,
    set_widths,
)

HEADS = ("Name", "Role", "Id", "Shifts", "Hours")
WIDTHS = (24, 14, 12, 7, 8)
DAY_WIDTH = 8


def add_people(sheet: Worksheet, built: BuiltRota) -> None:
    """Write who works what, with everybody's shifts and hours."""
    days = built.rota.problem.period.days
    put_head(sheet, 1, [*HEADS, *(f"{day:%a}\n{day.day} {day:%b}" for day in days)])
    set_widths(sheet, [*WIDTHS, *[DAY_WIDTH] * len(days)])
    turns, hours = _worked(built)
    row = 2
    for person in sorted(built.rota.problem.people, key=_order):
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
    make_printable(sheet, head_rows=1, freeze="D2")


def _order(person: Person) -> tuple[str, str, str]:
    return person.role, person.name, person.id


def _worked(
    built: BuiltRota,
) -> tuple[dict[str, dict[date, list[str]]], defaultdict[str, timedelta]]:
    """Each person's cars by date, and the real length of all their shifts."""
    turns: dict[str, dict[date, list[str]]] = {}
    hours: defaultdict[str, timedelta] = defaultdict(timedelta)
    for line in built.lines:
        if line.state is State.FILLED:
            days = turns.setdefault(line.person, {})
            days.setdefault(line.day, []).append(f"{line.unit}\n{line.turn}")
            hours[line.person] += line.span.length
    return turns, hours
