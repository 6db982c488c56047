"""From the rows of Cover to shifts: one for each date on which a row asks for it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from inputs._book import Book
from inputs._clock_changes import end_day, warn_of_clock_change
from inputs._clocks import TEAM
from inputs._faults import Faults
from inputs._turn_times import turn_times
from inputs.cover import COVER, CoverRow
from rostering.domain import Crew, Period, Shift, Team, Unit
from rostering.domain.time import day_in_words, span_between


@dataclass(frozen=True)
class CoverFacts:
    """What rows of Cover refer to."""

    units: Mapping[str, Unit]
    crews: Mapping[str, Crew]
    teams: Sequence[Team]


def shifts_in(
    book: Book, period: Period, facts: CoverFacts, faults: Faults
) -> tuple[Shift, ...]:
    """The period's shifts by date, car and turn."""
    rows = book.rows(COVER)
    asked: dict[Shift, CoverRow] = {}
    told = set()
    for row in rows:
        for shift in _shifts(row, period, facts, faults):
            first = asked.setdefault(shift, row)
            if (
                first is not row
                and (first.place("turn"), row.place("turn")) not in told
            ):
                told.add((first.place("turn"), row.place("turn")))
                which = f"{row.turn} of {row.unit} on {day_in_words(shift.day)} once"
                faults.add(row.error("turn", f"{which}; see {first.place('turn')}"))
    _check_one_place(asked, faults)
    if rows and not asked and not faults.has_errors:
        wanted = f"shifts from {period.first:%d/%m/%Y} to {period.last:%d/%m/%Y}"
        faults.add(rows[0].warning("days", wanted))
    return tuple(sorted(asked))


def _check_one_place(asked: Mapping[Shift, CoverRow], faults: Faults) -> None:
    """Warn where one car has two shifts at the same time."""
    by_unit: defaultdict[str, list[Shift]] = defaultdict(list)
    for shift in asked:
        by_unit[shift.unit].append(shift)
    told = set()
    for shifts in by_unit.values():
        ordered = sorted(shifts, key=lambda shift: (shift.span, shift.turn))
        for earlier, later in pairwise(ordered):
            rows = asked[earlier], asked[later]
            turns = earlier.turn, later.turn
            if earlier.span.overlaps(later.span) and (later.unit, turns) not in told:
                told.add((later.unit, turns))
                where = f"{rows[0].place('start')} on {day_in_words(earlier.day)}"
                wanted = f"a time that does not overlap {where}"
                faults.add(rows[1].warning("start", wanted))


def _shifts(
    row: CoverRow, period: Period, facts: CoverFacts, faults: Faults
) -> Iterator[Shift]:
    unit, crew = facts.units.get(row.unit), facts.crews.get(row.crew)
    if unit is None or crew is None:
        return
    days = [
        day
        for day in period.days
        if day.weekday() in row.days and day in row.dates and day in unit.in_service
    ]
    teams = [team for team in facts.teams if team.district in unit.districts]
    if TEAM in (row.start, row.end) and not unit.districts:
        column = "start" if row.start == TEAM else "end"
        wanted = f"a clock time, for {unit.callsign} names no districts"
        faults.add(row.error(column, wanted))
        return
    for day, start, end in turn_times(row, days, teams, faults):
        warn_of_clock_change(row, (day, end_day(day, start, end)), (start, end), faults)
        yield Shift(
            day=day,
            unit=unit.callsign,
            turn=row.turn,
            span=span_between(day, start, end),
            crew=crew,
            priority=row.priority or unit.priority,
            place=row.place("unit"),
        )
