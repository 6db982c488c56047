"""`rota why`: why somebody is on a car that day, or is not."""

from datetime import date
from typing import TYPE_CHECKING, Annotated

import typer

from rostering.cli.answer import answer_in_data, answer_in_words
from rostering.cli.exits import fail
from rostering.cli.meant import somebody_meant
from rostering.cli.options import AsJson, SavedRota, day, positive
from rostering.cli.saved import OfBook, OpenedRota, open_saved

if TYPE_CHECKING:
    from rostering.domain import PersonId, Problem, Shift
    from rostering.explain.why import Why

EXAMPLE = 'rota why rota "Grace Elphick" 2027-01-20 JR-04'
PATIENT = 20.0
"""The effort where a limit in seconds is given: how long to search is then its say."""

Who = Annotated[
    str, typer.Argument(metavar="PERSON", help="A name, a part of one, or an id.")
]
When = Annotated[
    date,
    typer.Argument(metavar="DATE", parser=day, help="The day, such as 2027-01-20."),
]
OneCar = Annotated[
    str, typer.Argument(metavar="UNIT", help="The car; without it, any car.")
]
Seconds = Annotated[
    float | None,
    typer.Option(
        "--seconds",
        metavar="N",
        parser=positive,
        help="Search up to this long, where a proof is wanted that was not found. "
        "Without it the same question always has the same answer.",
    ),
]


def why(
    path: SavedRota,
    person: Who,
    when: When,
    unit: OneCar = "",
    *,
    book: OfBook = None,
    seconds: Seconds = None,
    as_json: AsJson = False,
) -> None:
    """Say why somebody is on a car that day, or is not.

    What the rules have against it, in figures and cells; and what the rota would cost
    the other way round: that rota is solved and audited, with who would change
    places. The rota may have been built, edited by hand or made elsewhere.
    """
    saved = open_saved(path, book=book, as_json=as_json)
    problem = saved.rota.problem
    answer = _answer(
        saved,
        somebody_meant(problem, person, as_json=as_json),
        _shifts(problem, when, unit, as_json=as_json),
        seconds,
    )
    if as_json:
        _say_json(answer, saved)
    else:
        _show(answer, saved)


def _answer(
    saved: OpenedRota,
    person: "PersonId",
    shifts: "tuple[Shift, ...]",
    seconds: float | None,
) -> "Why":
    from rostering.explain.why import why as answered
    from rostering.solve import Limits

    limits = Limits(effort=PATIENT, seconds=seconds) if seconds else Limits()
    return answered(saved.rota, saved.opened.rules, person, shifts, limits=limits)


def _shifts(
    problem: "Problem", when: date, unit: str, *, as_json: bool
) -> "tuple[Shift, ...]":
    """The shifts that are asked about."""
    from inputs import likely
    from rostering.domain.time import day_in_words

    todays = problem.shifts_on.get(when, ())
    if not todays:
        period = problem.period
        advice = f"The rota is for {day_in_words(period.first)} to "
        advice += f"{day_in_words(period.last)}; ask about a day on which a car goes."
        fail(f"No car has a shift on {day_in_words(when)}.", advice, as_json=as_json)
    wanted = [s for s in todays if unit.casefold() in ("", s.unit.casefold())]
    if not wanted:
        units = sorted({shift.unit for shift in todays})
        near = likely(unit, units)
        advice = f"Did you mean {near}?" if near else f"That day: {', '.join(units)}."
        said = f"No car {unit} has a shift on {day_in_words(when)}."
        fail(said, advice, as_json=as_json)
    return tuple(wanted)


def _say_json(answer: "Why", saved: OpenedRota) -> None:
    from rostering.report.answer import answer_document

    answer_in_data(saved, answer_document(answer, saved.opened.rules))


def _show(answer: "Why", saved: OpenedRota) -> None:
    from rostering.report.console.why import why_shown

    answer_in_words(saved, why_shown(answer, saved.opened.rules))
