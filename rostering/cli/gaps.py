"""`rota gaps`: every open shift explained, with repairs that were tried first."""

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.exits import fail, say_json
from rostering.cli.options import AsJson, SavedRota, whole
from rostering.cli.saved import OfBook, OpenedRota, open_saved
from rostering.cli.show import FirstShown, OneCar, WeeksShown

if TYPE_CHECKING:
    from rostering.domain import Shift
    from rostering.explain.repairs import OpenShift
    from rostering.explain.repairs.together import Together

EXAMPLE = "rota gaps rota --unit JR-04 --from 2027-01-18 --weeks 2"

MostRepairs = Annotated[
    int,
    typer.Option(
        "--most",
        metavar="N",
        parser=whole(1, 9),
        help="How many kinds of repair to show for each shift.",
    ),
]
NoRepairs = Annotated[
    bool, typer.Option("--no-repairs", help="Only who is stopped by what.")
]


def gaps(
    path: SavedRota = Path("rota"),
    *,
    unit: OneCar = "",
    first: FirstShown = None,
    weeks: WeeksShown = None,
    most: MostRepairs = 3,
    no_repairs: NoRepairs = False,
    book: OfBook = None,
    as_json: AsJson = False,
) -> None:
    """Say why each shift is open, and what would crew it.

    Everybody who could be thought of is named, with all that stands against them.
    Repairs come in order of how little they ask of people: nothing at all, an offer,
    overtime, training sooner, a course moved, a rule that is no law, leave asked back.
    Each was put into a rota and audited before it is shown. The rota may have been
    built, edited by hand or made elsewhere; nothing is written.
    """
    saved = open_saved(path, book=book, as_json=as_json)
    shifts = _chosen(saved, unit, first, weeks, as_json=as_json)
    found, together = _found(saved, shifts, 0 if no_repairs else most)
    if as_json:
        _say_json(found, together, saved)
    else:
        _show(found, together, saved, is_searched=not no_repairs)


def _chosen(
    saved: OpenedRota,
    unit: str,
    first: date | None,
    weeks: int | None,
    *,
    as_json: bool,
) -> "list[Shift]":
    """The shifts that are asked about."""
    problem = saved.rota.problem
    if unit and unit.casefold() not in map(str.casefold, problem.unit):
        known = ", ".join(sorted(problem.unit))
        fail(f"No car {unit} in this rota.", f"It has {known}.", as_json=as_json)
    start = first or problem.period.first
    end = start + timedelta(weeks=weeks) if weeks else date.max
    return [
        shift
        for shift in problem.shifts
        if start <= shift.day < end and unit.casefold() in ("", shift.unit.casefold())
    ]


def _found(
    saved: OpenedRota, shifts: "list[Shift]", most: int
) -> "tuple[tuple[OpenShift, ...], tuple[Together, ...]]":
    from rostering.explain.gaps import gaps as gaps_of
    from rostering.explain.repairs import open_shifts
    from rostering.explain.repairs.together import asked_together

    rota, rules = saved.rota, saved.opened.rules
    missed = gaps_of(rota, rules, [s for s in shifts if not rota.is_crewed(s)])
    found = open_shifts(rota, rules, missed, most=most)
    return found, asked_together(found)


def _say_json(
    found: "tuple[OpenShift, ...]", together: "tuple[Together, ...]", saved: OpenedRota
) -> None:
    from rostering.report.console.faults import fault_document
    from rostering.report.people import with_names
    from rostering.report.repairs import repairs_document

    faults = [fault_document(fault) for fault in saved.faults]
    problem, rules = saved.rota.problem, saved.opened.rules
    told = repairs_document(found, together, problem, rules)
    document = {**told, "breaches": _broken(saved), "faults": faults}
    say_json(with_names(document, problem))


def _show(
    found: "tuple[OpenShift, ...]",
    together: "tuple[Together, ...]",
    saved: OpenedRota,
    *,
    is_searched: bool,
) -> None:
    from rostering.report.console import screen
    from rostering.report.console.faults import warned
    from rostering.report.console.repairs import repairs_shown
    from rostering.report.console.screen import counted

    console = screen()
    for part in warned(saved.faults, f"rota audit {saved.path}"):
        console.print(part)
    problem = saved.rota.problem
    for part in repairs_shown(found, together, problem, is_searched=is_searched):
        console.print(part)
    broken = _broken(saved)
    if broken:
        console.print()
        console.print(f"This rota has {counted(broken, 'breach')} of what must hold.")
        console.print(
            f"They are listed by: rota audit {saved.path}\n"
            "To see who could stand in, write `open` under state in that line of the "
            "rota, clear person and name there, and give this command again."
        )


def _broken(saved: OpenedRota) -> int:
    """How many breaches the rota has as it stands."""
    from rostering.audit import audit

    return len(audit(saved.rota, saved.opened.rules).hard)
