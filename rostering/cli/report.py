"""`rota report`: what a rota costs, what it covers and what that is worth."""

from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.exits import fail, say_json
from rostering.cli.figures import Given, Officers, figures_meant
from rostering.cli.options import AsJson, SavedRota, day
from rostering.cli.rates import Expenses, Rates, rates_meant
from rostering.cli.saved import OfBook, OpenedRota, open_saved
from rostering.cli.terms import Terms, terms_given, terms_meant

if TYPE_CHECKING:
    from rostering.worth.cost import Cost
    from rostering.worth.cover import CarCover
    from rostering.worth.worth import Worth

EXAMPLE = "rota report rota --rate paramedic=21.40 --figure officers=2"

Everybody = Annotated[
    bool,
    typer.Option("--people", help="Everybody's hours too, not only those of roles."),
]


Told = Annotated[
    date | None,
    typer.Option(
        "--told",
        metavar="DATE",
        parser=day,
        help="The day on which people are told of their shifts, from which notice "
        "counts; without it, in good time.",
    ),
]
Cars = Annotated[
    list[str] | None,
    typer.Option(
        "--unit",
        metavar="CAR",
        help="Cover and worth of this car only. May be repeated.",
    ),
]


@dataclass(frozen=True)
class _Found:
    """All that is told of one rota."""

    costs: "tuple[Cost, ...]"
    cover: "tuple[CarCover, ...]"
    worth: "Worth"
    terms: dict[str, str]
    """Local terms of pay that were given."""
    told_on: date | None


def report(
    path: SavedRota = Path("rota"),
    *,
    people: Everybody = False,
    unit: Cars = None,
    rate: Rates = None,
    expense: Expenses = None,
    term: Terms = None,
    told: Told = None,
    figure: Given = None,
    officer: Officers = None,
    book: OfBook = None,
    as_json: AsJson = False,
) -> None:
    """Tell what a rota costs, what it covers, and its worth.

    Hours are told by kind (nights and Saturdays, Sundays and holidays, overtime, rest
    days), with what comes on top by each employer's terms, in hours of plain time, and
    in pounds where rates are known. Of contracted staff all work counts, of others only
    their shifts on cars. What cover is worth is an estimate by figures that joint units
    have published; each has its source, and can be given anew.
    """
    saved = open_saved(path, book=book, as_json=as_json)
    books = [saved.rota.problem]
    rates = rates_meant(rate, books, as_json=as_json)
    spent = rates_meant(
        expense, books, as_json=as_json, option="--expense", of="a shift"
    )
    figures = figures_meant(figure, as_json=as_json)
    given = terms_given(term)
    terms = terms_meant(given, as_json=as_json)

    from rostering.worth.cost import costs
    from rostering.worth.cover import cover
    from rostering.worth.worth import worth

    rota = saved.rota
    units = _units(unit or [], saved, as_json=as_json)
    covered = tuple(car for car in cover(rota) if not units or car.unit in units)
    valued = worth(rota, figures, officer, units)
    paid = costs(rota, rates, figures=terms, told_on=told, expenses=spent)
    found = _Found(paid, covered, valued, given, told)
    if as_json:
        _say_json(found, saved)
    else:
        _show(found, saved, everybody=people)


def _units(said: list[str], saved: OpenedRota, *, as_json: bool) -> frozenset[str]:
    """The cars meant; none where none is named."""
    known = {shift.unit.casefold(): shift.unit for shift in saved.rota.problem.shifts}
    strangers = [name for name in said if name.strip().casefold() not in known]
    if strangers:
        fail(
            f"{saved.path} has no car {strangers[0]}.",
            f"Its cars are {', '.join(sorted(known.values()))}.",
            as_json=as_json,
        )
    return frozenset(known[name.strip().casefold()] for name in said)


def _say_json(found: _Found, saved: OpenedRota) -> None:
    from rostering.report.console.faults import fault_document
    from rostering.report.cost import cost_document
    from rostering.report.worth import cover_document, worth_document

    period = saved.rota.problem.period
    say_json(
        {
            "rota": str(saved.path),
            "period": {"from": period.first.isoformat(), "to": period.last.isoformat()},
            "cost": cost_document(found.costs, found.terms, found.told_on),
            "cover": cover_document(found.cover),
            "worth": worth_document(found.worth),
            "faults": [fault_document(fault) for fault in saved.faults],
        }
    )


def _show(found: _Found, saved: OpenedRota, *, everybody: bool) -> None:
    from rostering.report.console import screen
    from rostering.report.console.cost import costs_shown, terms_shown
    from rostering.report.console.faults import warned
    from rostering.report.console.headline import headline_shown
    from rostering.report.console.heat import cover_shown
    from rostering.report.console.periods import period_in_words
    from rostering.report.console.worth import worth_shown

    console = screen()
    console.print(f"{saved.path}: {period_in_words(saved.rota.problem.period)}\n")
    for part in (
        *warned(saved.faults, f"rota audit {saved.path}"),
        *headline_shown(found.costs, found.cover, found.worth),
        *terms_shown(found.terms, found.told_on),
        *costs_shown(found.costs, console.width, everybody=everybody),
        *cover_shown(found.cover, console.width),
        *worth_shown(found.worth, console.width),
    ):
        console.print(part)
