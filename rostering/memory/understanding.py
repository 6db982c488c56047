"""What a file of what was worked means, held against what is on record."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from inputs.worked import Missed
from rostering.domain import AbsenceKind, Fault, PersonId, Place
from rostering.domain.grouping import grouped
from rostering.memory.missing import Missing, missing_in
from rostering.memory.record import Key, Record, Recorded
from rostering.memory.worked import OUTCOMES, Told, Worked


class Happening(StrEnum):
    """What became of one person's day."""

    AS_ON_RECORD = "as on record"
    OTHER_HOURS = "other hours"
    ELSEWHERE = "on another car"
    CAME_IN = "came in"
    NO_SHOW = "did not come"
    STOOD_DOWN = "stood down"
    AWAY = "away"


@dataclass(frozen=True)
class Understood:
    """One person's day: what is on record, and what a file makes of it."""

    person: PersonId
    day: date
    happening: Happening
    was: tuple[Recorded, ...]
    now: tuple[Worked, ...]
    instead: PersonId | None = None
    """Who came in the person's place."""

    @property
    def is_news(self) -> bool:
        """Whether the record is to be corrected."""
        return self.happening is not Happening.AS_ON_RECORD

    @property
    def place(self) -> Place:
        """The cell that says so."""
        return self.now[0].place

    @property
    def minutes_more(self) -> int:
        """How much longer the person worked than is on record."""
        before = sum(each.duty.span.minutes for each in self.was if each.is_worked)
        after = (x.span.minutes for x in self.now if x.span and x.absence is None)
        return sum(after) - before


def understood(
    told: Told, known: Record, post_of: Callable[[PersonId], str]
) -> tuple[tuple[Understood, ...], tuple[Fault, ...]]:
    """Each person's day of which the file tells, and what cannot be understood.

    Whoever is on record in a post of a shift is understood not to have come where the
    file tells the whole crew without them, or names somebody else in their post. A
    file that says nothing of somebody leaves the record as it is.

    Args:
        told: What the file says.
        known: What is on record.
        post_of: The post that a person fills, where the file does not say.
    """
    said = grouped(told.rows, lambda row: (row.person, row.day))
    days = (_day(key, rows, known.all.get(key, ())) for key, rows in said.items())
    found = [each for each in days if each is not None]
    missing, doubts = missing_in(told, known, post_of)
    found += [_not_there(one, known) for one in missing]
    return tuple(sorted(found, key=lambda each: (each.day, each.person))), doubts


def _not_there(one: Missing, known: Record) -> Understood:
    """Somebody's day without the shift on which they were missed."""
    duty, absence = one.recorded.duty, OUTCOMES[one.why]
    was = known.all[duty.person, duty.day]
    now = tuple(
        _taken(each, absence if each is one.recorded else each.duty.absence, one.place)
        for each in was
    )
    happening = _outcome((absence,))
    return Understood(duty.person, duty.day, happening, was, now, one.instead)


def _day(
    key: Key, rows: Sequence[Worked], was: tuple[Recorded, ...]
) -> Understood | None:
    """What the rows make of one person's day; None where there is nothing to it."""
    now = tuple(settled for row in rows for settled in _settled(row, was))
    if not now:
        return None
    return Understood(*key, _happening(was, now), was, now)


def _settled(row: Worked, was: Sequence[Recorded]) -> Iterator[Worked]:
    """The row with what the record knows besides; an absence takes what was planned."""
    if row.absence is not None and not row.absence.is_work:
        for each in was:
            yield _taken(each, row.absence, row.place)
        return
    alike = [each for each in was if each.duty.unit == row.unit]
    if alike and row.absence is None:
        turn, post = row.turn or alike[0].turn, row.post or alike[0].post
        yield replace(row, turn=turn, post=post)
    else:
        yield row


def _taken(each: Recorded, absence: AbsenceKind | None, place: Place) -> Worked:
    """What is on record, not worked."""
    duty = each.duty
    return Worked(
        duty.person,
        duty.day,
        duty.span,
        each.unit,
        each.post,
        each.turn,
        absence,
        place,
    )


def _happening(was: Sequence[Recorded], now: Sequence[Worked]) -> Happening:
    if sorted(map(_of_record, was)) == sorted(map(_of_file, now)):
        return Happening.AS_ON_RECORD
    absences = {each.absence for each in now}
    if None not in absences:
        return _outcome(absences)
    if not any(each.is_worked for each in was):
        return Happening.CAME_IN
    units = {each.unit for each in was if each.is_worked}
    is_same = {each.unit for each in now if each.absence is None} == units
    return Happening.OTHER_HOURS if is_same else Happening.ELSEWHERE


def _outcome(absences: Iterable[AbsenceKind | None]) -> Happening:
    kinds = set(absences)
    if kinds == {OUTCOMES[Missed.NO_SHOW]}:
        return Happening.NO_SHOW
    if kinds == {OUTCOMES[Missed.STOOD_DOWN]}:
        return Happening.STOOD_DOWN
    return Happening.AWAY


def _of_record(each: Recorded) -> tuple[object, ...]:
    return each.duty.span, each.unit, each.duty.absence or ""


def _of_file(each: Worked) -> tuple[object, ...]:
    return each.span, each.unit, each.absence or ""
