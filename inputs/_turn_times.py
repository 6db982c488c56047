"""When a shift starts and ends: by the clock, or as the districts' team has it."""

from collections.abc import Iterator, Sequence
from datetime import date, time

from inputs._clocks import TEAM
from inputs._faults import Faults, and_more, likely
from inputs.cover import CoverRow
from rostering.domain import Team
from rostering.domain.time import day_in_words


def turn_times(
    row: CoverRow, days: Sequence[date], teams: Sequence[Team], faults: Faults
) -> Iterator[tuple[date, time, time]]:
    """The row's start and end on each of the days; `teams` are those that ride."""
    if TEAM in (row.start, row.end):
        yield from _times_of_teams(row, days, teams, faults)
    elif row.start == row.end:
        faults.add(row.error("end", "another time than the start"))
    else:
        for day in days:
            yield day, *_chosen(row, (time(), time()))


def _times_of_teams(
    row: CoverRow, days: Sequence[date], teams: Sequence[Team], faults: Faults
) -> Iterator[tuple[date, time, time]]:
    idle = []
    for day in days:
        on_turn = [team for team in teams if team.turn_on(day) == row.turn]
        times = {_chosen(row, _times_of(team, row.turn)): team for team in on_turn}
        if len(times) > 1:
            names = " and ".join(sorted(team.name for team in times.values()))
            wanted = f"a clock time: {names} have different times"
            faults.add(row.error(_column(row), f"{wanted} on {day_in_words(day)}"))
            return
        if not times:
            idle.append(day)
        yield from ((day, start, end) for start, end in times)
    if idle and not faults.has_errors:
        _tell_idle(row, idle, teams, faults)


def _times_of(team: Team, turn: str) -> tuple[time, time]:
    return next((start, end) for name, start, end in team.times if name == turn)


def _chosen(row: CoverRow, of_team: tuple[time, time]) -> tuple[time, time]:
    """The row's own times, or the team's where it says so."""
    start = of_team[0] if row.start == TEAM else row.start
    end = of_team[1] if row.end == TEAM else row.end
    return start, end


def _column(row: CoverRow) -> str:
    return "start" if row.start == TEAM else "end"


def _tell_idle(
    row: CoverRow, idle: Sequence[date], teams: Sequence[Team], faults: Faults
) -> None:
    """Warn of the days on which no team gives the shift its times."""
    turns = {name for team in teams for name, _, _ in team.times}
    near = "" if row.turn in turns else likely(row.turn, turns)
    when = f"{day_in_words(idle[0])}{and_more(len(idle) - 1, 'day')}"
    wanted = f"a district's team on its {row.turn} turn; there is none on {when}"
    column = _column(row) if row.turn in turns else "turn"
    faults.add(row.warning(column, f"{wanted}, so no shift", likely=near))
