"""FATIGUE-06: nobody drives home far in the small hours."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import time, timedelta
from typing import ClassVar

from constraints._rule import Bar, BarringRule
from rostering.domain import Breach, Mode, Person, Post, Problem, Rota, Shift, Tier
from rostering.domain.time import DAY, instant


@dataclass(frozen=True, kw_only=True)
class LongWayHome(BarringRule):
    """Nobody with a long way home finishes in the small hours.

    Why: the risk of falling asleep is highest from two to six in the morning, and
    ambulance staff have crashed on the way home from a night (FAT-NIGHTLOW).

    Note: the way is what the column `commute` of People says; of whom it says nothing
    the rule says nothing. Each such finish costs one.

    Attributes:
        most: The longest way home after such a finish, such as `45 min`.
        begin: The clock time from which a finish is in the small hours.
        end: The clock time until which it is.
    """

    code: ClassVar[str] = "FATIGUE-06"
    title: ClassVar[str] = "No long way home at night"
    briefly: ClassVar[str] = "with a long way home"
    sources: ClassVar[tuple[str, ...]] = ("FAT-NIGHTLOW", "FAIR-TRAVEL")
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L\nterms Ann commute=45",
        "Ann E N\nterms Ann commute=90",
        "Ann L",
    )
    broken: ClassVar[tuple[str, ...]] = ("Ann L\nterms Ann commute=46",)
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("Ann L S - D\nterms Ann commute=60", 2),
    )

    mode: Mode = Mode.WISH
    tier: Tier = Tier.WISHES
    most: timedelta = timedelta(minutes=45)
    begin: time = time(1)
    end: time = time(6)

    def bar(
        self, problem: Problem, person: Person, shift: Shift, post: Post
    ) -> Bar | None:
        """Compare the way home, and the clock when it begins."""
        if not self._is_far(person):
            return None
        finish = shift.span.local_end.time()
        if self.begin <= finish <= self.end:
            return Bar(_because(person, shift), person.place)
        return None

    def _is_far(self, person: Person) -> bool:
        return timedelta(minutes=person.commute or 0) > self.most

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Look at each finish of those who live far away."""
        for person in filter(self._is_far, self.bound_people(rota.problem)):
            for shift in rota.shifts_of(person.id):
                for day in (shift.day, shift.day + DAY):
                    begin = instant(day, self.begin, finish=True)
                    if begin <= shift.span.end <= instant(day, self.end, finish=True):
                        because = _because(person, shift)
                        yield self.breach(person.id, because, day=shift.day)


def _because(person: Person, shift: Shift) -> str:
    finish = f"{shift.span.local_end:%H:%M}"
    return f"{person.commute} min home from {shift.in_words}, which ends at {finish}"
