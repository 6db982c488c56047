"""What a newer rota changes, in the terminal: by person and by car."""

from collections.abc import Iterator, Sequence
from datetime import date

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rostering.domain import Fill, Problem, Rota
from rostering.domain.time import day_in_words
from rostering.repair.changes import Change, ChangeKind, people_told
from rostering.report.console.screen import (
    FAINT,
    counted,
    heading,
    indented,
    table,
)
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
    yield indented(_people(changes, problems))
    yield Text()
    yield indented(_cars(tuple(by_car(before, after)), problems))


def _people(changes: Sequence[Change], problems: Sequence[Problem]) -> Table:
    made = table("person", "date", "was", "now", "clear days", "owed")
    made.columns[4].justify = "right"
    for change in changes:
        made.add_row(
            Text(name_in(change.person, problems)),
            day_in_words(change.day),
            Text(_duties(change.was)),
            Text(_duties(change.now) or _instead(change)),
            "" if change.notice is None else str(change.notice),
            Text("; ".join(owed.words for owed in change.owed)),
        )
    return made


def _cars(changes: Sequence[CarChange], problems: Sequence[Problem]) -> Table:
    made = table("car", "date", "turn", "was", "now")
    for change in changes:
        made.add_row(
            Text(change.unit),
            day_in_words(change.day),
            Text(change.turn),
            Text(_crew(change.was, problems)),
            Text(_crew(change.now, problems)),
        )
    return made


def _duties(fills: Sequence[Fill]) -> str:
    """`JR-04 late 15:00–01:00`."""
    said = (
        f"{fill.shift.unit} {fill.shift.turn} "
        f"{fill.shift.span.local_start:%H:%M}–{fill.shift.span.local_end:%H:%M}"
        for fill in fills
    )
    return ", ".join(said)


def _instead(change: Change) -> str:
    """What somebody does who has left the cars."""
    if change.kind in (ChangeKind.ELSEWHERE, ChangeKind.OTHER_HOURS):
        return f"own team, {_HOURS[change.kind]}"
    return change.kind.value


_HOURS = {
    ChangeKind.ELSEWHERE: "the same hours",
    ChangeKind.OTHER_HOURS: "other hours",
}


def _crew(fills: Sequence[Fill], problems: Sequence[Problem]) -> str:
    names = [name_in(fill.person, problems) for fill in fills]
    return ", ".join(names) or "nobody"
