"""LEAVE-02: no late finish on the eve of a course, training or court."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime, time, timedelta
from typing import ClassVar

from constraints._rule import Bar, BarringRule
from rostering.domain import (
    Breach,
    Duty,
    DutyKind,
    Kind,
    Person,
    PersonId,
    Post,
    Problem,
    Rota,
    Shift,
)
from rostering.domain.time import DAY, day_in_words, instant

NOON = time(12)
BOOKED = frozenset({DutyKind.COURSE, DutyKind.AWAY})


@dataclass(frozen=True, kw_only=True)
class EveOfEarlyStart(BarringRule):
    """Nobody finishes late on the eve of a course, a training day or court.

    Why: eleven hours before a course at 08:00 it is 21:00, so a late turn on its eve
    leaves too little sleep; and court is fixed: no late or night duty may end on that
    morning (AB-TRAIN, POL-COURT).

    Note: whole days of training or court begin at 08:00. Only a shift that starts on
    the date before is held against it; what it looks at is when the shift ends.

    Attributes:
        early: A course, training day or court that starts before this clock time is
            an early start.
        latest: The clock time by which a shift on its eve must end; a time before
            noon is on the morning itself.
    """

    code: ClassVar[str] = "LEAVE-02"
    title: ClassVar[str] = "Eve of an early start"
    briefly: ClassVar[str] = "with an early start next day"
    kind: ClassVar[Kind] = Kind.POLICY
    sources: ClassVar[tuple[str, ...]] = ("AB-TRAIN", "POL-COURT", "AB-COURT")
    kept: ClassVar[tuple[str, ...]] = (
        "Ann E T",
        "Ann L - T",
        "Ann L -\nleave Ann court@10-16 - x",
        "Ann L -\nleave Ann annual@9-12 - x",
        "Ann - T\nBob:regular L -",
        "Ann T+S",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Ann L T",
        "Ann N T",
        "Ann L -\nleave Ann court@9-16 - x",
        "Ann - L\nleave Ann training - - x",
        "Ann - T\nSam:special S -\nterms Sam same_as=Ann",
    )

    early: time = time(10)
    latest: time = time(21)

    def bar(
        self, problem: Problem, person: Person, shift: Shift, post: Post
    ) -> Bar | None:
        """Look for an early start on the date after the shift's."""
        for duty in problem.fixed_on(person.id, shift.day + DAY):
            is_booked = duty.is_work and duty.kind in BOOKED
            starts_early = duty.span.local_start.time() < self.early
            if is_booked and starts_early and shift.span.end > self._bedtime(shift.day):
                return Bar(_in_words(duty), duty.place)
        return None

    def _bedtime(self, eve: date) -> datetime:
        """The moment by which work on the eve must end."""
        day = eve if self.latest >= NOON else eve + DAY
        return instant(day, self.latest, finish=True)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Go back from each early start to what ends on the evening before it."""
        for person in self.bound_people(rota.problem):
            if rota.shifts_of(person.id):
                early = {d.day: d for d in rota.duties_of(person.id) if self._wakes(d)}
                for day, duty in early.items():
                    yield from self._audit_eve(rota, person.id, day - DAY, duty)

    def _wakes(self, duty: Duty) -> bool:
        is_booked = duty.kind in BOOKED and duty.is_work
        return is_booked and duty.span.start < instant(duty.day, self.early)

    def _audit_eve(
        self, rota: Rota, person: PersonId, eve: date, duty: Duty
    ) -> Iterator[Breach]:
        bedtime = self._bedtime(eve)
        for shift in rota.shifts_of(person):
            if shift.day == eve and shift.span.end - bedtime > timedelta():
                for fill in rota.crew_of(shift):
                    if fill.person == person:
                        because = f"{_in_words(duty)}, but on {shift.in_words}"
                        yield self.breach(fill.person, because, day=eve)


def _in_words(duty: Duty) -> str:
    what = duty.absence.in_words if duty.absence else f"on {duty.what}"
    return f"{what} from {duty.span.local_start:%H:%M} on {day_in_words(duty.day)}"
