"""Whose shifts are wanted, and of which days, where a command writes for many."""

from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.meant import Unknown, person_meant, unit_meant
from rostering.cli.options import whole
from rostering.cli.saved import days_of

if TYPE_CHECKING:
    from rostering.domain.time import DateRange
    from rostering.report.calendar import Owner
    from rostering.saved.reading import SavedRota as Saved

SomePeople = Annotated[
    list[str] | None,
    typer.Option(
        "--person", metavar="NAME", help="Only this person, or id; may be repeated."
    ),
]
SomeCars = Annotated[
    list[str] | None,
    typer.Option("--unit", metavar="CAR", help="Only this car; may be repeated."),
]
Weeks = Annotated[
    int | None,
    typer.Option("--weeks", metavar="N", parser=whole(1, 104), help="How many weeks."),
]


def asked_days(saved: "Saved", first: date | None, weeks: int | None) -> "DateRange":
    """The days of the rota that are asked for."""
    from rostering.domain.time import DateRange

    rota = days_of(saved)
    start = first or rota.first
    end = start + timedelta(weeks=weeks, days=-1) if start and weeks else None
    return DateRange(
        max((day for day in (rota.first, start) if day), default=None),
        min((day for day in (rota.last, end) if day), default=None),
    )


def owners_meant(
    names: "Mapping[Owner, str]",
    people: Sequence[str],
    units: Sequence[str],
    *,
    as_json: bool,
) -> "list[Owner]":
    """The people and cars asked for; nobody where all are."""
    from rostering.report.calendar import Kind, Owner

    known: dict[Kind, dict[str, str]] = {kind: {} for kind in Kind}
    for owner, name in names.items():
        known[owner.kind][owner.id] = name
    listed = "`rota show --by person` lists everybody."
    nobody = Unknown("has no shift in this rota.", listed)
    chosen = [
        Owner(
            Kind.PERSON,
            person_meant(said, known[Kind.PERSON], nobody, as_json=as_json),
        )
        for said in people
    ]
    cars = [unit_meant(said, known[Kind.CAR], as_json=as_json) for said in units]
    return chosen + [Owner(Kind.CAR, car) for car in cars]
