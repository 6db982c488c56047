"""VOL-04: sleep between a shift and the next day's main job."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from constraints._rule import Bar, BarringRule
from rostering.domain import Breach, Kind, Mode, Person, Post, Problem, Rota, Shift
from rostering.domain.time import DAY, HOUR, day_in_words, in_words, instant

if TYPE_CHECKING:
    from rostering.decisions import Decisions

SATURDAY = 5


@dataclass(frozen=True, kw_only=True)
class NextDaysJob(BarringRule):
    """A volunteer has time to sleep between a shift and the next day in the main job.

    Why: nobody's contract counts a volunteer's night and the office hours after it
    together, and the tiredness is the same (SC-MAINJOB).

    Note: the main job is looked at from Monday to Friday, bank holidays left out, for
    those whose hours are known; of the others nothing is said. The first start of the
    main job after the shift began counts. Hours are real elapsed time. As a wish it
    costs 1 for each hour begun that is missing.

    Attributes:
        rest: The time that should lie between, in hours.
    """

    code: ClassVar[str] = "VOL-04"
    title: ClassVar[str] = "Before the next day's work"
    briefly: ClassVar[str] = "at work elsewhere next day"
    kind: ClassVar[Kind] = Kind.POLICY
    sources: ClassVar[tuple[str, ...]] = ("SC-MAINJOB",)
    kept: ClassVar[tuple[str, ...]] = (
        "Sam:special S\nterms Sam job=13-18",
        "Sam:special - - - - S S\nterms Sam job=9-17",
        "Sam:special S",
        "Sam:special S\nterms Sam job=9-17\nholiday - x",
    )
    broken: ClassVar[tuple[str, ...]] = ("Sam:special S\nterms Sam job=9-17",)
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("Sam:special S - - - - - S\nterms Sam job=9-17", 8),
        ("Sam:special L\nterms Sam job=11:30-19:30", 1),
    )

    mode: Mode = Mode.WISH
    rest: timedelta = timedelta(hours=11)

    def measures(self, person: Person) -> bool:
        """Those whose main job's hours are known."""
        return person.main_job is not None and self.binds(person.id)

    def bar(
        self, problem: Problem, person: Person, shift: Shift, post: Post
    ) -> Bar | None:
        """Why there would be too little time; None where there is enough."""
        missing = self._missing(problem, person, shift)
        if missing <= timedelta():
            return None
        between = f"{in_words(self.rest - missing)} to the start of the main job"
        return Bar(f"{between}; at least {in_words(self.rest)}", person.place)

    def _missing(self, problem: Problem, person: Person, shift: Shift) -> timedelta:
        """How much of the rest there is not; nothing where there is enough."""
        if person.main_job is None:
            return timedelta()
        starts = (
            instant(day, person.main_job[0])
            for day in (shift.day, shift.day + DAY, shift.day + 2 * DAY)
            if _is_working_day(problem, day)
        )
        coming = min(
            (start for start in starts if start >= shift.span.end), default=None
        )
        return timedelta() if coming is None else shift.span.end + self.rest - coming

    def post(self, decisions: "Decisions") -> None:
        """Charge each shift for the hours missing, where it is only a wish."""
        if self.mode is Mode.HARD:
            return
        for person in decisions.people:
            for shift in (
                decisions.shifts_of(person.id) if self.binds(person.id) else ()
            ):
                missing = self._missing(decisions.problem, person, shift)
                if missing > timedelta():
                    works = decisions.works(person.id, shift)
                    amount = -(-missing // HOUR)
                    decisions.charge(self, works, amount, who=person.id, day=shift.day)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Follow everybody from each shift to the next start of the main job."""
        for person in filter(self.measures, rota.problem.people):
            for shift in rota.shifts_of(person.id):
                yield from self._audit_shift(rota.problem, person, shift)

    def _audit_shift(
        self, problem: Problem, person: Person, shift: Shift
    ) -> Iterator[Breach]:
        assert person.main_job is not None
        days = (shift.day + wait * DAY for wait in range(3))
        working = (day for day in days if _is_working_day(problem, day))
        rests = (instant(d, person.main_job[0]) - shift.span.end for d in working)
        rest = next((rest for rest in rests if rest >= timedelta()), self.rest)
        if rest < self.rest:
            day = (shift.span.end + rest).date()
            yield self.breach(
                person.id,
                f"{in_words(rest)} from the end of {shift.in_words} to the main job on "
                f"{day_in_words(day)}; at least {in_words(self.rest)}",
                day=shift.day,
                amount=-((rest - self.rest) // HOUR),
            )


def _is_working_day(problem: Problem, day: date) -> bool:
    return day.weekday() < SATURDAY and day not in problem.bank_holidays
