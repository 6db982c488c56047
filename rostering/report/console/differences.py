"""What a newer rota changes, in the terminal: by person and by car."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rostering.domain import Fill, PersonId, Problem, Rota
from rostering.domain.time import day_in_words
from rostering.repair.changes import Change, people_told
from rostering.repair.company import other_company
from rostering.report.console.cars import short_day
from rostering.report.console.screen import (
    FAINT,
    counted,
    heading,
    indented,
    table,
)
from rostering.report.console.told import told_shown
from rostering.report.differences import CarChange, by_car, name_in


def differences_shown(
    changes: Sequence[Change], before: Rota, after: Rota, *, told_on: date
) -> Iterator[RenderableType]:
    """Who works otherwise, with what notice, and which cars are crewed otherwise."""
    if not changes:
        yield Text("Nobody works otherwise.")
        return
    problems = (after.problem, before.problem)
    told = counted(len(people_told(changes)), "person")
    yield heading(f"{counted(len(changes), 'change')}; {told} to tell.")
    yield Text(f"Notice is counted from {day_in_words(told_on)}.", style=FAINT)
    yield Text()
    yield from told_shown(changes, problems)
    for words in _company(before, after, problems):
        yield indented(Text(words, style=FAINT))
    yield Text()
    yield indented(_cars(tuple(by_car(before, after)), problems))


def _company(before: Rota, after: Rota, problems: Sequence[Problem]) -> Iterator[str]:
    """`Ann Lee, Mon 4 Jan and Tue 5 Jan: rides with others; no notice is needed.`."""
    days: defaultdict[PersonId, list[str]] = defaultdict(list)
    for company in other_company(before, after):
        days[company.person].append(short_day(company.fill.shift.day))
    for person, when in days.items():
        said = f"{name_in(person, problems)}, {' and '.join(when)}"
        yield f"{said}: rides with others; no notice is needed."


def _cars(changes: Sequence[CarChange], problems: Sequence[Problem]) -> Table:
    made = table("car", "when", "turn", "was", "will be")
    for change in changes:
        made.add_row(
            Text(change.unit),
            short_day(change.day),
            Text(change.turn),
            Text(_crew(change.was, problems)),
            Text(_crew(change.now, problems)),
        )
    return made


def _crew(fills: Sequence[Fill], problems: Sequence[Problem]) -> str:
    names = [name_in(fill.person, problems) for fill in fills]
    return ", ".join(names) or "nobody"
