"""The rota by person: who works on which day, and one person's own list."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rostering.domain.time import day_in_words, in_words, monday_of
from rostering.report.console.cars import short_day, week_title
from rostering.report.console.screen import FAINT, counted, heading, table
from rostering.report.lines import RotaLine, State

WEEK_WIDTH = 64
NAMES_WIDTH = 32

Worked = Mapping[tuple[str, date], Sequence[RotaLine]]


def people_shown(lines: Sequence[RotaLine], width: int) -> Iterator[RenderableType]:
    """A row a person, as many weeks side by side as the width allows."""
    filled = [line for line in lines if line.state is State.FILLED]
    marks = _marks(filled)
    mondays = sorted({monday_of(line.day) for line in lines})
    fitting = max(1, (width - NAMES_WIDTH) // WEEK_WIDTH)
    for first in range(0, len(mondays), fitting):
        weeks = mondays[first : first + fitting]
        yield heading(week_title(weeks[0]))
        yield _grid([x for x in filled if monday_of(x.day) in weeks], weeks, marks)
        yield Text()
    if marks:
        key = ", ".join(f"{mark} {turn}" for turn, mark in marks.items())
        yield Text(f"After each car stands the turn: {key}.", style=FAINT)


def person_shown(lines: Sequence[RotaLine], person: str) -> Iterator[RenderableType]:
    """All shifts of one person, with whom and for how long."""
    own = [line for line in lines if line.person == person]
    length = sum((line.span.length for line in own), timedelta())
    first = own[0]
    total = f"{counted(len(own), 'shift')}, {in_words(length)}"
    yield heading(f"{first.name} ({first.person}, {first.role}): {total}")
    made = table("date", "hours", "length", "car", "turn", "post", "with")
    for column in made.columns[:5]:
        column.no_wrap = True
    for line in own:
        shift = (line.day, line.unit, line.turn)
        others = [x for x in lines if (x.day, x.unit, x.turn) == shift and x != line]
        made.add_row(
            day_in_words(line.day),
            line.clock,
            in_words(line.span.length),
            line.unit,
            line.turn,
            line.post,
            ", ".join(x.name for x in others if x.state is State.FILLED),
        )
    yield made


def _marks(lines: Sequence[RotaLine]) -> dict[str, str]:
    """The shortest beginning of each turn's name that no other turn has."""
    turns = sorted({line.turn for line in lines})
    marks = {}
    for turn in turns:
        others = [other for other in turns if other != turn]
        lengths = range(1, len(turn) + 1)
        unlike = (n for n in lengths if not any(o.startswith(turn[:n]) for o in others))
        marks[turn] = turn[: next(unlike, len(turn))].capitalize()
    return marks


def _grid(
    lines: Sequence[RotaLine], mondays: Sequence[date], marks: Mapping[str, str]
) -> Table:
    days = [monday + timedelta(days=n) for monday in mondays for n in range(7)]
    made = table("name", *(_day_head(day, mondays) for day in days), "hours")
    made.columns[0].no_wrap = True
    made.columns[-1].justify = "right"
    worked: defaultdict[tuple[str, date], list[RotaLine]] = defaultdict(list)
    for line in lines:
        worked[line.person, line.day].append(line)
    people = sorted({(line.role, line.name, line.person) for line in lines})
    for role, name, person in people:
        cells = [_cell(worked.get((person, day), ()), marks) for day in days]
        length = sum((x.span.length for x in lines if x.person == person), timedelta())
        who = Text.assemble(name, (f" {role[:1].upper()}", FAINT))
        made.add_row(who, *cells, f"{length / timedelta(hours=1):g}")
    return made


def _day_head(day: date, mondays: Sequence[date]) -> str:
    return f"{day:%a}\n{day.day}" if len(mondays) == 1 else short_day(day)


def _cell(lines: Sequence[RotaLine], marks: Mapping[str, str]) -> str:
    return "\n".join(f"{line.unit} {marks[line.turn]}" for line in lines)
