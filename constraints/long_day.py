"""VOL-03: no shift on top of a whole day in the main job."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, ClassVar

from constraints._rule import Bar, BarringRule
from rostering.domain import Breach, Kind, Mode, Person, Post, Problem, Rota, Shift
from rostering.domain.time import HOUR, in_words, instant

if TYPE_CHECKING:
    from rostering.decisions import Decisions

WORKING_DAYS = range(5)


@dataclass(frozen=True, kw_only=True)
class LongDay(BarringRule):
    """A shift after a day in the main job ends before the day is too long.

    Why: a day's work and then a night on the car make seventeen hours between the
    start of the one and the end of the other (SC-MAINJOB): the usual Friday of a
    volunteer. Tired people drive home last.

    Note: looked at from Monday to Friday, for those whose main job's hours are known;
    of the others nothing is said. The time between counts, whether it is worked or
    not. A shift that is over before the main job begins is never too long. As a wish
    it costs 1 for each hour begun too many.

    Attributes:
        most: The longest time from the start of the main job to the end of the shift,
            in hours.
    """

    code: ClassVar[str] = "VOL-03"
    title: ClassVar[str] = "No overlong day"
    briefly: ClassVar[str] = "after a day's work elsewhere"
    kind: ClassVar[Kind] = Kind.POLICY
    sources: ClassVar[tuple[str, ...]] = ("SC-MAINJOB",)
    kept: ClassVar[tuple[str, ...]] = (
        "Sam:special S\nterms Sam job=10-18",
        "Sam:special - - - - - S S\nterms Sam job=9-17",
        "Sam:special S",
    )
    broken: ClassVar[tuple[str, ...]] = ("Sam:special S\nterms Sam job=9-17",)
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("Sam:special S - - - S\nterms Sam job=9-17", 2),
        ("Sam:special N\nterms Sam job=08:30-16:30", 7),
    )

    mode: Mode = Mode.WISH
    most: timedelta = timedelta(hours=16)

    def measures(self, person: Person) -> bool:
        """Those whose main job's hours are known."""
        return person.main_job is not None and self.binds(person.id)

    def bar(
        self, problem: Problem, person: Person, shift: Shift, post: Post
    ) -> Bar | None:
        """Why the day would be too long; None where it would not."""
        length = self._length(person, shift)
        if length <= self.most:
            return None
        return Bar(
            f"{in_words(length)} from the start of the main job; "
            f"at most {in_words(self.most)}",
            person.place,
        )

    @staticmethod
    def _length(person: Person, shift: Shift) -> timedelta:
        if person.main_job is None or shift.day.weekday() not in WORKING_DAYS:
            return timedelta()
        return shift.span.end - instant(shift.day, person.main_job[0])

    def post(self, decisions: "Decisions") -> None:
        """Charge each shift for the hours beyond, where it is only a wish."""
        if self.mode is Mode.HARD:
            return
        for person in decisions.people:
            if self.measures(person):
                for shift in decisions.shifts_of(person.id):
                    beyond = self._length(person, shift) - self.most
                    if beyond > timedelta():
                        works = decisions.works(person.id, shift)
                        hours = -(-beyond // HOUR)
                        decisions.charge(
                            self, works, hours, who=person.id, day=shift.day
                        )

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Follow each weekday from the start of the main job."""
        weekdays = [day for day in rota.problem.period.days if f"{day:%w}" in "12345"]
        for person in self.bound_people(rota.problem):
            if person.main_job is not None:
                shifts = rota.shifts_of(person.id)
                for day in weekdays if shifts else ():
                    home_by = instant(day, person.main_job[0]) + self.most
                    for shift in shifts:
                        if shift.day == day and shift.span.end > home_by:
                            yield self._breach_of(person, shift, home_by)

    def _breach_of(self, person: Person, shift: Shift, home_by: datetime) -> Breach:
        beyond = shift.span.end - home_by
        return self.breach(
            person.id,
            f"{in_words(self.most + beyond)} from the start of the main job to the "
            f"end of {shift.in_words}; at most {in_words(self.most)}",
            day=shift.day,
            amount=-(-beyond // HOUR),
        )
