"""The sheet of hours: what the contract asks for, what is planned, and the balance."""

from collections.abc import Iterator
from datetime import timedelta

from openpyxl.worksheet.worksheet import Worksheet

from constraints.contracted_hours import ContractedHours
from rostering.domain import Person
from rostering.domain.hours import (
    contracted_minutes,
    credited_minutes,
    paid_in_period,
)
from rostering.report.built import BuiltRota
from rostering.report.workbook.cells import (
    make_printable,
    put_head,
    put_row,
    set_widths,
)

HEADS = (
    "Role",
    "Name",
    "Contract",
    "Planned",
    "Credited for leave",
    "Balance",
    "Bank before",
    "Bank after",
)
WIDTHS = (16, 30, 11, 11, 19, 11, 13, 12)


def add_hours(sheet: Worksheet, built: BuiltRota) -> None:
    """Write everybody's paid hours in the period; the balance is what is over.

    A balance is of contracted hours only: nobody else owes any to the cars. The bank
    is what was worked beyond the contract in earlier periods, and with this one.
    """
    put_head(sheet, 1, HEADS)
    set_widths(sheet, WIDTHS)
    for row, person in enumerate(built.people, 2):
        put_row(sheet, row, [person.role, person.name, *_figures(built, person)])
    sheet.auto_filter.ref = sheet.dimensions
    make_printable(sheet, head_rows=1, freeze="C2")


def _figures(built: BuiltRota, person: Person) -> Iterator[float | None]:
    problem = built.rota.problem
    duties = built.rota.duties_of(person.id)
    planned = paid_in_period(problem, person.id, duties, _meal_break(built, person))
    if person.weekly_minutes is None:
        yield from (None, _hours(planned), None, None, None, None)
        return
    contract = contracted_minutes(problem, person)
    credit = credited_minutes(problem, person)
    balance = planned + credit - contract
    bank = problem.bank.get(person.id, 0)
    figures = (contract, planned, credit, balance, bank, bank + balance)
    yield from map(_hours, figures)


def _hours(minutes: int) -> float:
    return round(minutes / 60, 2)


def _meal_break(built: BuiltRota, person: Person) -> timedelta:
    """The unpaid break as the book sets it for the person."""
    rules = (rule for rule in built.rules if isinstance(rule, ContractedHours))
    bound = (rule.meal_break for rule in rules if rule.binds(person.id))
    return next(bound, ContractedHours.meal_break)
