"""What no rota can mend, told with the summary of a book."""

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, TypeVar

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rostering.domain import Problem, Shift
from rostering.domain.time import day_in_words
from rostering.report.console.cars import short_day
from rostering.report.console.screen import (
    DONE,
    DOUBTFUL,
    FAINT,
    OPEN,
    OPEN_MARK,
    counted,
    heading,
    indented,
    table,
)
from rostering.report.console.workload import workload_shown

if TYPE_CHECKING:
    from rostering.explain.forecast import Forecast
    from rostering.explain.forecast.at_once import Rush
    from rostering.explain.forecast.choices import Choice
    from rostering.explain.forecast.dependences import Dependence
    from rostering.explain.forecast.lapses import Lapse

Item = TypeVar("Item")
Row = tuple[Shift, str, str, str]
"""A shift, its cars, the post that is open and why."""
BREAK = "\n"

FIRST_FEW = 5
"""How many findings of a kind are shown unless all are asked for."""


def forecast_shown(
    forecast: "Forecast", problem: Problem, *, whole: bool = False
) -> Iterator[RenderableType]:
    """What every rota will lack, whom it depends on, hours, and training."""
    most = None if whole else FIRST_FEW
    yield heading("Forecast, before anybody makes a rota:")
    yield Text()
    yield from _uncrewed(forecast, problem, most)
    yield from dependences_shown(forecast.dependences, problem, most)
    for workload in forecast.workloads:
        yield from workload_shown(workload, most)
    yield from _lapses(forecast.lapses, problem, most)


def _uncrewed(
    forecast: "Forecast", problem: Problem, most: int | None
) -> Iterator[RenderableType]:
    number = forecast.least_uncrewed
    if not number:
        has_shifts = "Every shift has people to choose from."
        said = has_shifts if problem.shifts else "There is no shift to crew."
        yield Text(said, style=DONE if problem.shifts else DOUBTFUL)
        yield Text()
        return
    every = counted(len(problem.shifts), "shift")
    said = f"At least {number} of {every} cannot be crewed, whoever makes the rota."
    yield Text(said, style=OPEN)
    made = table("date", "car", "turn", "post", "why nobody")
    for column in made.columns[:3]:
        column.no_wrap = True
    rows = [_hopeless(choice) for choice in forecast.hopeless]
    rows += [_rush(rush, problem) for rush in forecast.rushes]
    rows.sort(key=lambda row: row[0])
    for shift, cars, post, why in rows[:most]:
        marked = Text(f"{OPEN_MARK} {post}", style=OPEN)
        made.add_row(short_day(shift.day), cars, shift.turn, marked, Text(why))
    yield made
    yield from _others(rows, most)
    yield Text()


def _others(rows: Sequence[Row], most: int | None) -> Iterator[Text]:
    """The shifts for which there is no room, named in one line."""
    shown = {shift for shift, *_ in rows[:most]}
    others = dict.fromkeys(
        f"{cars.replace(BREAK, ' or ')} {short_day(shift.day)} {shift.turn}"
        for shift, cars, *_ in rows[len(rows[:most]) :]
        if shift not in shown
    )
    if others:
        yield Text(f"  … and {', '.join(others)}", style=FAINT)


def _hopeless(choice: "Choice") -> Row:
    return choice.shift, choice.shift.unit, choice.post.name, choice.sentence


def _rush(rush: "Rush", problem: Problem) -> Row:
    """Shifts at once, of which only some can be crewed."""
    shift = rush.shifts[0]
    cars = BREAK.join(shift.unit for shift in rush.shifts)
    names = _names(rush.people, problem)
    why = f"{len(rush.shifts)} shifts at once, and only {names} for them"
    return shift, cars, rush.post, why


def dependences_shown(
    found: "Sequence[Dependence]", problem: Problem, most: int | None
) -> Iterator[RenderableType]:
    """People without whom shifts cannot be crewed."""
    if not found:
        return
    people = (
        counted(len(found), "person") if len(found) == 1 else f"{len(found)} people"
    )
    yield heading(f"Shifts that depend on one person: on {people}")
    made = table("if away", "role", "uncrewed", "these cannot be crewed then")
    for column in made.columns[:3]:
        column.no_wrap = True
    for dependence in found[:most]:
        person = problem.person[dependence.person]
        made.add_row(
            Text(person.name),
            Text(person.role),
            f"at least {dependence.uncrewed}",
            _lost_without(dependence, most),
        )
    yield indented(made)
    yield from _and_more(found, most)
    yield Text()


def _lapses(
    found: "Sequence[Lapse]", problem: Problem, most: int | None
) -> Iterator[RenderableType]:
    """Those that cost shifts or end in the period; the later ones are only counted."""
    if not found:
        return
    soon = [x for x in found if x.lost or x.last <= problem.period.last]
    told = list(found) if most is None else soon
    if told:
        tickets = counted(len(told), "ticket")
        yield heading(f"Training that runs out, and shifts lost by it: {tickets}")
        yield _lapse_table(told[:most], problem)
        yield from _and_more(told, most)
    later = len(found) - len(told)
    if later:
        last = day_in_words(max(lapse.last for lapse in found))
        said = f"{later} more {'ticket runs' if later == 1 else 'tickets run'} out"
        yield Text(f"{said} between the period and {last}.", style=FAINT)
    yield Text()


def _lapse_table(found: "Sequence[Lapse]", problem: Problem) -> Table:
    made = table("training", "last day", "cell", "shifts", "course")
    for column in made.columns[1:3]:
        column.no_wrap = True
    made.columns[3].justify = "right"
    for lapse in found:
        name = problem.person[lapse.person].name
        course = lapse.course
        when = short_day(course.span.local_start.date()) if course else ""
        made.add_row(
            Text(f"{name}: {lapse.skill}"),
            short_day(lapse.last),
            Text(str(lapse.place)),
            str(len(lapse.lost)),
            Text(f"{when} ({course.place})" if course else "none"),
        )
    return made


def _lost_without(dependence: "Dependence", most: int | None) -> str:
    """The shifts that are lost, and those at once of which some are."""
    some = (
        f"{rush.missing} of {_which(rush.shifts, None)}" for rush in dependence.rushes
    )
    every = [_which(dependence.shifts, most)] if dependence.shifts else []
    return "; ".join([*every, *some][:most])


def _which(shifts: Sequence[Shift], most: int | None) -> str:
    """`JR-01 Mon 18 Jan late, JR-04 Thu 11 Feb late`."""
    said = [f"{s.unit} {short_day(s.day)} {s.turn}" for s in shifts[:most]]
    return ", ".join(said) + (" …" if len(said) < len(shifts) else "")


def _names(people: Sequence[str], problem: Problem) -> str:
    by_id = {str(person.id): person.name for person in problem.people}
    return " and ".join(by_id[person] for person in people) or "nobody"


def _and_more(found: Sequence[Item], most: int | None) -> Iterator[Text]:
    if most is not None and len(found) > most:
        yield Text(f"  … and {len(found) - most} more", style=FAINT)
