"""From the lines of a saved rota back to the rota, against the book."""

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from inputs import likely
from rostering.domain import (
    Fault,
    Fill,
    PersonId,
    Place,
    Problem,
    Rota,
    Severity,
    Shift,
)
from rostering.domain.time import day_in_words
from rostering.saved.lines import RotaLine, State
from rostering.saved.reading import SavedRota
from rostering.saved.records import Record


def rebuilt(problem: Problem, saved: SavedRota) -> tuple[Rota, tuple[Fault, ...]]:
    """The rota that the lines say, and every cell that the book does not know.

    A warning tells of a name or time that the book gives differently: the book's
    counts.
    """
    shifts = shifts_named(problem)
    known = {(shift.day, shift.unit) for shift in problem.shifts}
    if saved.lines and not any((x.day, x.unit) in known for x in saved.lines):
        return Rota(problem), (_other_book(problem, saved),)
    faults: list[Fault] = []
    fills: dict[tuple[PersonId, Shift], Fill] = {}
    for line, record in zip(saved.lines, saved.records, strict=True):
        shift = shifts.get((line.day, line.unit, line.turn))
        found = list(_faults(problem, shift, line, record))
        faults.extend(found)
        if shift is None or _stops(found) or line.state is not State.FILLED:
            continue
        fill = Fill(PersonId(line.person), shift, line.post)
        if (fill.person, shift) in fills:
            faults.append(record.fault("person", "each person once in a shift"))
        fills[fill.person, shift] = fill
    return Rota(problem, frozenset(fills.values())), tuple(faults)


def shifts_named(problem: Problem) -> Mapping[tuple[date, str, str], Shift]:
    """The shifts by date, car and turn, as lines name them."""
    return {(s.day, s.unit, s.turn): s for s in problem.shifts}


def fills_known(problem: Problem, lines: Iterable[RotaLine]) -> frozenset[Fill]:
    """Who is where by the lines, as far as the book knows shift, post and person."""
    shifts = shifts_named(problem)
    named = ((shifts.get((x.day, x.unit, x.turn)), x) for x in lines)
    return frozenset(
        Fill(PersonId(line.person), shift, line.post)
        for shift, line in named
        if shift is not None
        and line.state is State.FILLED
        and line.post in shift.crew.by_name
        and PersonId(line.person) in problem.person
    )


def _other_book(problem: Problem, saved: SavedRota) -> Fault:
    """One fault for a rota of which the book knows no shift at all."""
    days = [line.day for line in saved.lines]
    units = sorted({line.unit for line in saved.lines})
    period, known = problem.period, sorted(problem.unit)
    return Fault(
        saved.records[0].places["date"],
        f"a rota of {', '.join(units)}, {day_in_words(min(days))} to "
        f"{day_in_words(max(days))}",
        f"a rota of this book: {', '.join(known)}, {day_in_words(period.first)} to "
        f"{day_in_words(period.last)}; or the rota's own book after --book",
    )


def _stops(faults: Iterable[Fault]) -> bool:
    return any(fault.severity is Severity.ERROR for fault in faults)


def _faults(
    problem: Problem, shift: Shift | None, line: RotaLine, record: Record
) -> Iterator[Fault]:
    if shift is None:
        yield _unknown_shift(problem, line, record)
    else:
        posts = shift.crew.by_name
        if line.post not in posts:
            wanted = f"a post of {shift.crew.name}: {', '.join(posts)}"
            yield record.fault("post", wanted, likely=likely(line.post, posts))
        if line.span != shift.span:
            wanted = f"{shift.span.local_start:%H:%M} to {shift.span.local_end:%H:%M}"
            yield _warning(record.fault("start", f"{wanted}, as in the book"))
    if line.state is State.FILLED:
        yield from _person_faults(problem, line, record)


def _unknown_shift(problem: Problem, line: RotaLine, record: Record) -> Fault:
    """A fault in the first column that no shift of the book agrees with."""
    same_day = [shift for shift in problem.shifts if shift.day == line.day]
    same_unit = [shift for shift in same_day if shift.unit == line.unit]
    if not same_day:
        period = problem.period
        return record.fault(
            "date", f"a date with shifts, within {period.first} to {period.last}"
        )
    if not same_unit:
        units = dict.fromkeys(shift.unit for shift in same_day)
        wanted = f"a car with a shift that day: {', '.join(units)}"
        return record.fault("unit", wanted, likely=likely(line.unit, units))
    turns = [shift.turn for shift in same_unit]
    wanted = f"a turn of {line.unit} that day: {', '.join(turns)}"
    return record.fault("turn", wanted, likely=likely(line.turn, turns))


def _person_faults(problem: Problem, line: RotaLine, record: Record) -> Iterator[Fault]:
    person = problem.person.get(PersonId(line.person))
    if person is None:
        ids = {other.name: other.id for other in problem.people}
        near = likely(line.person, problem.person) or likely(line.person, ids)
        yield record.fault(
            "person",
            "the id of someone on the People sheet",
            likely=ids.get(near, near),
        )
        return
    if line.name not in (person.name, person.id):
        wanted = f"{person.name}, whose id is {person.id}"
        others = [other.id for other in problem.people if other.name == line.name]
        if others:
            # Nobody can tell which of the two is meant.
            yield record.fault("name", f"{wanted}; or the id {' or '.join(others)}")
        else:
            yield _warning(record.fault("name", wanted))


def _warning(fault: Fault) -> Fault:
    return Fault(fault.place, fault.found, fault.wanted, fault.likely, Severity.WARNING)


def changed_files(now: Mapping[str, str], built_from: object) -> Iterator[Fault]:
    """A warning for each file of the book that is not as it was when built from."""
    if not isinstance(built_from, Mapping):
        return
    for file in sorted({*now, *map(str, built_from)}):
        if now.get(file) != built_from.get(file):
            found = "not in the book now" if file not in now else "changed"
            wanted = "the book as it was when the rota was built"
            place = Place(file, "", "")
            yield Fault(place, found, wanted, severity=Severity.WARNING)
