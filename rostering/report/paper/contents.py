"""What sheets and posters say, out of a rota's lines."""

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from rostering.domain.time import DAY, HOUR, DateRange, monday_of
from rostering.report.calendar.entries import NOT_CREWED
from rostering.report.console.cars import short_day, week_title
from rostering.report.console.screen import counted
from rostering.report.paper.grid import (
    Block,
    Cell,
    Document,
    Grid,
    Look,
    Row,
    is_weekend,
)
from rostering.saved.lines import RotaLine, State

WEEKDAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
CLOCK = (
    "Times are those of the clock on the wall; a shift belongs to the day it begins."
)
ASK = "A rota changes: what was published last stands, not this paper."

Shifts = Mapping[date, Sequence[Sequence[RotaLine]]]
"""The places of each shift, by its day, in order of time."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What the rota says beside its lines."""

    days: DateRange
    subtitle: str
    areas: Mapping[str, str]
    holidays: Mapping[date, str]


def sheet_of(person: str, lines: Sequence[RotaLine], facts: Facts) -> Document:
    """One person's shifts, a row a week, with whom they ride."""
    mine = [line for line in lines if line.person == person]
    shifts = _by_day(shift for shift in _shifts_of(lines) if _has(shift, person))
    hours = sum((line.span.length for line in mine), timedelta()) / HOUR
    weekends = len({monday_of(day) for day in shifts if is_weekend(day)})
    counts = (
        counted(len(mine), "shift"),
        f"{hours:g} h",
        counted(weekends, "weekend"),
    )
    title = f"{mine[0].name} ({person}), {mine[0].role}"
    grid = _calendar(shifts, facts, lambda shift: _mine(shift, person))
    subtitle = f"{facts.subtitle}. {', '.join(counts)}."
    return Document(title, subtitle, (grid,), (CLOCK, ASK))


def poster_of(unit: str, lines: Sequence[RotaLine], facts: Facts) -> Document:
    """One car's crews, a row a week."""
    shifts = _by_day(s for s in _shifts_of(lines) if s[0].unit == unit)
    area = facts.areas.get(unit, "")
    title = f"{unit}, {area}" if area else unit
    return Document(title, facts.subtitle, (_calendar(shifts, facts, _crew),), _NOTES)


def poster_of_all(lines: Sequence[RotaLine], facts: Facts) -> Document:
    """All cars' crews: a table a week, a row a car."""
    units = sorted({line.unit for line in lines})
    shifts = {
        unit: _by_day(s for s in _shifts_of(lines) if s[0].unit == unit)
        for unit in units
    }
    grids = tuple(_week(monday, shifts, facts) for monday in _mondays(facts.days))
    return Document("All cars", facts.subtitle, grids, _NOTES)


_NOTES = (
    f"A broken line, {NOT_CREWED}: the car goes out only if somebody is found.",
    CLOCK,
    ASK,
)


def _calendar(
    shifts: Shifts, facts: Facts, block: Callable[[Sequence[RotaLine]], Block]
) -> Grid:
    """A row for each week of the rota."""
    rows = []
    for monday in _mondays(facts.days):
        days = [monday + nth * DAY for nth in range(7)]
        cells = (_cell(day, shifts, facts, block, head=str(day.day)) for day in days)
        rows.append(Row(f"{monday.day} {monday:%b}", tuple(cells)))
    return Grid("", WEEKDAYS, tuple(rows))


def _week(monday: date, shifts: Mapping[str, Shifts], facts: Facts) -> Grid:
    days = [monday + nth * DAY for nth in range(7)]
    heads = (f"{short_day(day)} {facts.holidays.get(day, '')}" for day in days)
    rows = (
        Row(unit, tuple(_cell(day, its, facts, _crew) for day in days))
        for unit, its in shifts.items()
    )
    return Grid(week_title(monday), tuple(map(str.strip, heads)), tuple(rows))


def _cell(
    day: date,
    shifts: Shifts,
    facts: Facts,
    block: Callable[[Sequence[RotaLine]], Block],
    head: str = "",
) -> Cell:
    if head:
        head = f"{head} {day:%b}" if day.day == 1 else head
        head = f"{head}  {facts.holidays.get(day, '')}".strip()
    blocks = tuple(block(shift) for shift in shifts.get(day, ()))
    return Cell(head, blocks, is_weekend(day), day not in facts.days)


def _mine(shift: Sequence[RotaLine], person: str) -> Block:
    own = next(line for line in shift if line.person == person)
    others = [x.name for x in shift if x.name and x.person != person]
    crew = (f"with {', '.join(others)}",) if others else ()
    return Block(f"{own.unit} {own.clock}", (own.turn, *crew))


def _crew(shift: Sequence[RotaLine]) -> Block:
    first = shift[0]
    title = f"{first.turn} {first.clock}"
    if any(line.state is State.OPEN for line in shift):
        named = tuple(line.name for line in shift if line.name)
        return Block(title, (NOT_CREWED, *named), Look.OPEN)
    return Block(title, tuple(line.name for line in shift if line.name))


def _has(shift: Sequence[RotaLine], person: str) -> bool:
    return any(line.person == person for line in shift)


def _shifts_of(lines: Sequence[RotaLine]) -> Iterator[Sequence[RotaLine]]:
    """The places of each shift together, in order of time."""
    shifts: defaultdict[str, list[RotaLine]] = defaultdict(list)
    for line in lines:
        shifts[line.shift_id].append(line)
    yield from sorted(shifts.values(), key=lambda places: places[0].span)


def _by_day(shifts: Iterator[Sequence[RotaLine]]) -> Shifts:
    days: defaultdict[date, list[Sequence[RotaLine]]] = defaultdict(list)
    for shift in shifts:
        days[shift[0].day].append(shift)
    return days


def _mondays(days: DateRange) -> Iterator[date]:
    if days.first is None or days.last is None:
        return
    monday = monday_of(days.first)
    while monday <= days.last:
        yield monday
        monday += 7 * DAY
