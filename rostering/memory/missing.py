"""Who was not there, of those on record for the shifts of which a file tells."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from inputs.worked import Missed
from rostering.domain import Fault, PersonId, Place, Severity
from rostering.domain.grouping import grouped
from rostering.memory.record import Record, Recorded
from rostering.memory.worked import Told, Worked

PostOf = Callable[[PersonId], str]


@dataclass(frozen=True)
class Missing:
    """Somebody on record for a shift who was not there."""

    recorded: Recorded
    why: Missed
    place: Place
    """The cell that says so."""
    instead: PersonId | None = None
    """Who came in the person's place."""


@dataclass(frozen=True)
class _Shift:
    """One shift: who is on record for it, and whom the file has on it."""

    day: date
    unit: str
    turn: str
    on_record: tuple[Recorded, ...]
    there: tuple[Worked, ...]
    gone: tuple[Recorded, ...]
    """Those on record of whose day the file says nothing."""

    @property
    def arrived(self) -> tuple[Worked, ...]:
        """Those whom the file has on it and the record has not."""
        known = {each.duty.person for each in self.on_record}
        return tuple(row for row in self.there if row.person not in known)


def missing_in(
    told: Told, known: Record, post_of: PostOf
) -> tuple[list[Missing], tuple[Fault, ...]]:
    """Those on record whom the file leaves out, and the cells that leave it open."""
    found: list[Missing] = []
    doubts: list[Fault] = []
    for shift in _shifts(told, known):
        place = told.shifts.get((shift.day, shift.unit, shift.turn))
        if place is not None:
            found += _of_whole_crew(shift, post_of, place)
        else:
            certain, open_ones = _of_those_named(shift, post_of)
            found += certain
            doubts += open_ones
    return found, tuple(doubts)


def _shifts(told: Told, known: Record) -> Iterator[_Shift]:
    rows = grouped(told.rows, lambda row: (row.day, row.unit))
    of_day = {(row.person, row.day) for row in told.rows}
    stretches = [
        each
        for all_of_day in known.all.values()
        for each in all_of_day
        if each.is_worked
    ]
    crews = grouped(stretches, lambda each: (each.duty.day, each.unit, each.turn))
    for (day, unit, turn), crew in crews.items():
        there = tuple(
            row
            for row in rows.get((day, unit), ())
            if row.absence is None and _is_on(row, turn, crew)
        )
        gone = tuple(x for x in crew if (x.duty.person, day) not in of_day)
        yield _Shift(day, unit, turn, crew, there, gone)


def _is_on(row: Worked, turn: str, crew: Sequence[Recorded]) -> bool:
    """Whether the file has the person on this shift of the car, by name or by hours."""
    if row.turn:
        return row.turn == turn
    span = row.span
    return span is not None and any(span.overlaps(each.duty.span) for each in crew)


def _of_whole_crew(shift: _Shift, post_of: PostOf, place: Place) -> Iterator[Missing]:
    """Everybody whom a file leaves out that tells the whole crew."""
    why = Missed.NO_SHOW if shift.there else Missed.STOOD_DOWN
    arrived = list(shift.arrived)
    for each in shift.gone:
        same = [row for row in arrived if _post(row, post_of) == each.post]
        if same:
            arrived.remove(same[0])
            yield Missing(each, why, same[0].place, same[0].person)
        else:
            yield Missing(each, why, place)


def _of_those_named(
    shift: _Shift, post_of: PostOf
) -> tuple[list[Missing], list[Fault]]:
    """Those in whose post the file names somebody else."""
    found: list[Missing] = []
    doubts: list[Fault] = []
    gone = grouped(shift.gone, lambda each: each.post)
    for post, arrived in grouped(
        shift.arrived, lambda row: _post(row, post_of)
    ).items():
        left = gone.get(post, ())
        if len(left) > len(arrived):
            doubts.append(_doubt(arrived[0], left))
            continue
        found += [
            Missing(each, Missed.NO_SHOW, row.place, row.person)
            for each, row in zip(left, arrived, strict=False)
        ]
    return found, doubts


def _post(row: Worked, post_of: PostOf) -> str:
    return row.post or post_of(row.person)


def _doubt(row: Worked, left: Sequence[Recorded]) -> Fault:
    people = " or ".join(each.duty.person for each in left)
    wanted = f"in whose place: {people}; give a row for each of them"
    found = f"{row.person} on {row.unit}"
    return Fault(row.place, found, wanted, severity=Severity.WARNING)
