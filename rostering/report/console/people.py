"""The rota by person: who works on which day, and one person's own list."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import groupby

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rostering.domain.time import HOUR, day_in_words, in_words, monday_of
from rostering.report.console.cars import short_day, week_title
from rostering.report.console.marks import Marks
from rostering.report.console.screen import FAINT, counted, heading, table
from rostering.saved.lines import RotaLine, State

HOURS = 9
"""Columns for the sum of hours."""
BETWEEN = 2
"""Columns between one column of the table and the next."""


def people_shown(lines: Sequence[RotaLine], width: int) -> Iterator[RenderableType]:
    """A row a person, as many weeks side by side as the width allows."""
    filled = [line for line in lines if line.state is State.FILLED]
    marks = Marks(filled)
    name = max((len(line.name) for line in filled), default=0)
    fitting = max(1, (width - name - HOURS) // (7 * (marks.width + BETWEEN)))
    mondays = sorted({monday_of(line.day) for line in lines})
    for first in range(0, len(mondays), fitting):
        weeks = mondays[first : first + fitting]
        yield heading(_title(weeks))
        yield _grid([x for x in filled if monday_of(x.day) in weeks], weeks, marks)
        yield Text()
    if filled:
        yield Text(marks.key, style=FAINT)


def person_shown(lines: Sequence[RotaLine], person: str) -> Iterator[RenderableType]:
    """All shifts of one person, with whom and for how long."""
    own = [line for line in lines if line.person == person]
    length = sum((line.span.length for line in own), timedelta())
    first = own[0]
    total = f"{counted(len(own), 'shift')}, {in_words(length)}"
    yield heading(f"{first.name} ({first.person}, {first.role}): {total}")
    yield Text(f"{day_in_words(first.day)} to {day_in_words(own[-1].day)}", style=FAINT)
    posts = {line.post for line in own}
    heads = ["date", "hours", "length", "car", "turn", "post", "with"]
    if len(posts) == 1:
        heads.remove("post")
    made = table(*heads)
    for column in made.columns[:-1]:
        column.no_wrap = True
    for line in own:
        facts = [short_day(line.day), line.clock, in_words(line.span.length)]
        facts += [line.unit, line.turn, *([line.post] if len(posts) > 1 else [])]
        made.add_row(*map(Text, facts), Text(", ".join(_others(line, lines))))
    yield made


def _others(line: RotaLine, lines: Sequence[RotaLine]) -> list[str]:
    """The names of everybody else on the same shift."""
    shift = (line.day, line.unit, line.turn)
    same = [x for x in lines if (x.day, x.unit, x.turn) == shift and x != line]
    return [x.name for x in same if x.state is State.FILLED]


def _title(mondays: Sequence[date]) -> str:
    if len(mondays) == 1:
        return week_title(mondays[0])
    last = mondays[-1] + timedelta(days=6)
    return f"{day_in_words(mondays[0])} to {day_in_words(last)}"


def _grid(lines: Sequence[RotaLine], mondays: Sequence[date], marks: Marks) -> Table:
    days = [monday + timedelta(days=n) for monday in mondays for n in range(7)]
    made = table("name", *(f"{day:%a}\n{day.day}" for day in days), "hours")
    made.columns[-1].justify = "right"
    for column in made.columns[1:]:
        column.no_wrap = True
        column.min_width = marks.width
    worked: defaultdict[str, list[RotaLine]] = defaultdict(list)
    for line in lines:
        worked[line.person].append(line)
    named = {(x.role, x.name, x.person) for x in lines if x.is_named}
    people = sorted(named)
    for role, its in groupby(people, key=lambda who: who[0]):
        made.add_row(Text(role, style=FAINT))
        for _, name, person in its:
            made.add_row(Text(name), *_cells(worked[person], days, marks))
        made.add_section()
    return made


def _cells(
    lines: Sequence[RotaLine], days: Sequence[date], marks: Marks
) -> Iterator[Text]:
    """What one person works on each day, and the sum of hours."""
    turns: defaultdict[date, list[str]] = defaultdict(list)
    for line in lines:
        turns[line.day].append(marks.of(line))
    yield from (Text("\n".join(turns[day])) for day in days)
    length = sum((line.span.length for line in lines), timedelta())
    yield Text(f"{length / HOUR:g}")
