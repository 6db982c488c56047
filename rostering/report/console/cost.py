"""What the work on a rota costs, in the terminal."""

import shlex
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from fractions import Fraction

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rostering.domain import Person
from rostering.domain.pay_terms import PayScheme
from rostering.domain.time import day_in_words
from rostering.pay import HourClass, scheme_of
from rostering.pay.local import LOCAL_TERMS
from rostering.report.console.columns import in_columns
from rostering.report.console.screen import (
    FAINT,
    HEADING,
    counted,
    heading,
    indented,
    table,
    whole_words,
)
from rostering.report.cost import SOURCES, cost_rows, due_besides
from rostering.worth.cost import Cost, GroupCost, by_group

BRIEFLY = {
    HourClass.PLAIN: "plain",
    HourClass.NIGHT_OR_SATURDAY: "night, Sat",
    HourClass.SUNDAY_OR_HOLIDAY: "Sun, holiday",
    HourClass.OVERTIME: "overtime",
    HourClass.HOLIDAY_OVERTIME: "on holiday",
    HourClass.REST_DAY: "rest day",
    HourClass.REST_DAY_MOVED: "moved",
    HourClass.PUBLIC_HOLIDAY: "holiday",
    HourClass.UNPAID: "unpaid",
    HourClass.VOLUNTEERED: "given",
}
"""Kinds of hours as the heads of narrow columns."""


def costs_shown(
    found: Sequence[Cost], width: int, *, everybody: bool
) -> Iterator[RenderableType]:
    """Each role and employer, and everybody in it if that is asked for."""
    yield heading("Cost")
    if not found:
        yield Text("Nobody works.")
    groups = by_group(found)
    blocks = [tuple(_group(group, everybody=everybody)) for group in groups]
    yield from in_columns(blocks, width)
    if groups:
        yield from _together(groups)
        yield Text()


def terms_shown(
    given: Mapping[str, str], told_on: date | None
) -> Iterator[RenderableType]:
    """By which local terms pay is reckoned, where they are not the usual ones."""
    for name, value in given.items():
        term = LOCAL_TERMS[name]
        said = f"Pay with {name} {value}: {term.about} ({term.source})."
        yield Text(said, style=FAINT)
    if told_on is not None:
        yield Text(f"Told on {day_in_words(told_on)}.", style=FAINT)
    if given or told_on is not None:
        yield Text()


def _together(groups: Sequence[GroupCost]) -> Iterator[RenderableType]:
    """All groups as one, and how their hours become pounds where they have not."""
    everybody = tuple(each for group in groups for each in group.people)
    whole = GroupCost("", "", everybody)
    said = (
        f": {counted(len(everybody), 'person')}, "
        f"{_hours(Fraction(whole.minutes_on_cars, 60))} h on cars, "
        f"{_hours(whole.basic_hours)} h paid and {_hours(whole.extra_hours)} h on top"
    )
    pounds = "" if whole.pounds is None else f", £{whole.pounds:,.2f}"
    if len(groups) > 1:
        yield Text.assemble(("All together", HEADING), f"{said}{pounds}.")
    lacking = dict.fromkeys(each.role for each in groups if each.pounds is None)
    if lacking:
        rates = " ".join(f"--rate {shlex.quote(role)}=…" for role in lacking)
        advice = f"In pounds too: {rates}, or hourly rates in the sheet People."
        yield Text(advice, style=FAINT)


def _group(group: GroupCost, *, everybody: bool) -> Iterator[RenderableType]:
    who = f"{group.role}, {group.employer}" if group.employer else group.role
    on_cars = _hours(Fraction(group.minutes_on_cars, 60))
    people = counted(len(group.people), "person")
    yield Text.assemble((who, HEADING), f": {people}, {on_cars} h on cars")
    yield indented(_kinds(group))
    for said in due_besides(group):
        yield indented(Text(f"Due besides: {said}."))
    if group.added_hours is not None:
        added = _hours(group.added_hours)
        said = f"Riding adds {added} h of plain time to the pay for their own turns."
        yield indented(Text(said))
    schemes = {scheme_of(each.person) for each in group.people}
    terms = "; ".join(said for scheme, said in SOURCES.items() if scheme in schemes)
    yield indented(Text(f"{terms}.", style=FAINT))
    if any(_may_be_paid(each.person) for each in group.people):
        said = "Whoever is paid, as bank staff are, has a band on the sheet People."
        yield indented(Text(said, style=FAINT))
    if everybody:
        yield indented(_people(group))
    yield Text()


def _may_be_paid(person: Person) -> bool:
    """Whether a volunteer has no standing of an officer, by which one is known."""
    return scheme_of(person) is PayScheme.UNPAID and not person.status


def _kinds(group: GroupCost) -> Table:
    made = table("", "hours", "paid at", "on top")
    for column in made.columns[1:]:
        column.justify = "right"
    for row in cost_rows(group):
        made.add_row(
            row.what,
            "" if row.hours is None else _hours(row.hours),
            f"{float(row.multiple):.2f}" if row.multiple else "",
            _hours(row.on_top) if row.on_top else "",
        )
    made.add_section()
    made.add_row("paid", _hours(group.basic_hours), "", _hours(group.extra_hours))
    if group.expenses:
        made.add_row("expenses", f"£{group.expenses:,.2f}")
    if group.pounds:
        made.add_row("in pounds, all", f"£{group.pounds:,.2f}")
    return made


def _people(group: GroupCost) -> Table:
    kinds = [kind for kind in HourClass if group.minutes[kind]]
    heads = [BRIEFLY[kind] for kind in kinds]
    has_pounds = any(each.pounds for each in group.people)
    heads = ["name", "on cars", *heads, "on top", *["£"] * has_pounds]
    made = table(*(head.replace(" ", "\n") for head in heads))
    for head, column in zip(heads, made.columns, strict=True):
        column.justify = "left" if head == "name" else "right"
        whole_words(column, [head])
    whole_words(made.columns[0], (each.person.name for each in group.people))
    for each in group.people:
        pounds = each.pounds
        hours = (Fraction(each.pay.minutes.get(kind, 0), 60) for kind in kinds)
        made.add_row(
            Text(each.person.name),
            _hours(Fraction(each.minutes_on_cars, 60)),
            *map(_hours, hours),
            _hours(each.pay.extra_hours),
            *["–" if pounds is None else f"{pounds:,.2f}"] * has_pounds,
        )
    return made


def _hours(hours: Fraction) -> str:
    """`1,479.0`."""
    return f"{float(hours):,.1f}"
