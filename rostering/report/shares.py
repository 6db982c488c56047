"""What each person has of the rota: hours, weekends, late finishes, cars, partners."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import pandas as pd

from rostering.domain.time import monday_of
from rostering.saved.lines import RotaLine, State

SATURDAY = 5


@dataclass(frozen=True, slots=True)
class Share:
    """One person's part of a rota.

    A weekend is counted once, by the Saturdays and Sundays on which shifts begin;
    `late` counts finishes after midnight.
    """

    role: str
    name: str
    person: str
    shifts: int
    hours: float
    weekends: int
    late: int
    cars: int
    partners: int

    @property
    def figures(self) -> tuple[float, ...]:
        """All that is counted, in order."""
        counted = (self.weekends, self.late, self.cars, self.partners)
        return self.shifts, self.hours, *counted


def shares(lines: Sequence[RotaLine]) -> tuple[Share, ...]:
    """The part of everybody who is named, by role and name."""
    rows = pd.DataFrame(_rows([x for x in lines if x.state is State.FILLED]))
    if rows.empty:
        return ()
    found = rows.groupby(["role", "name", "person"]).agg(
        shifts=("shift", "nunique"),
        hours=("hours", "sum"),
        weekends=("weekend", "nunique"),
        late=("late", "sum"),
        cars=("car", "nunique"),
        partners=("crew", lambda crews: len(frozenset().union(*crews)) - 1),
    )
    return tuple(Share(*row) for row in found.reset_index().itertuples(index=False))


def shares_by_role(lines: Sequence[RotaLine]) -> Iterator[tuple[str, list[Share]]]:
    """Each role with its people's parts, whoever has most hours first."""
    everybody = shares(lines)
    for role in dict.fromkeys(share.role for share in everybody):
        theirs = [share for share in everybody if share.role == role]
        yield role, sorted(theirs, key=lambda share: -share.hours)


def _rows(lines: Sequence[RotaLine]) -> Iterator[dict[str, object]]:
    crews: defaultdict[str, set[str]] = defaultdict(set)
    for line in lines:
        crews[line.shift_id].add(line.person)
    for line in (line for line in lines if line.is_named):
        is_weekend = line.day.weekday() >= SATURDAY
        yield {
            "role": line.role,
            "name": line.name,
            "person": line.person,
            "shift": line.shift_id,
            "hours": line.span.minutes / 60,
            "weekend": monday_of(line.day).isoformat() if is_weekend else None,
            "late": line.span.local_end.date() > line.day,
            "car": line.unit,
            "crew": crews[line.shift_id],
        }
