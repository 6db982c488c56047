"""FATIGUE-07: nobody is away from home too long."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from constraints._rule import Bar, BarringRule
from rostering.domain import Breach, Mode, Person, Post, Problem, Rota, Shift, Tier
from rostering.domain.time import MINUTE, in_words


@dataclass(frozen=True, kw_only=True)
class DoorToDoor(BarringRule):
    """Nobody is on the way and at work for more than fourteen hours on end.

    Why: the day is as long as the way there and back makes it: the railways count from
    door to door (FAT-DOOR).

    Note: the way is what the column `commute` of People says, twice; of whom it says
    nothing the rule says nothing. Each such shift costs one.

    Attributes:
        most: The longest time from leaving home to coming back, in hours.
    """

    code: ClassVar[str] = "FATIGUE-07"
    title: ClassVar[str] = "Door to door"
    briefly: ClassVar[str] = "away from home too long"
    sources: ClassVar[tuple[str, ...]] = ("FAT-DOOR", "FAT-LEN")
    kept: ClassVar[tuple[str, ...]] = ("Ann L\nterms Ann commute=120", "Ann L")
    broken: ClassVar[tuple[str, ...]] = ("Ann L\nterms Ann commute=121",)
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("Ann L S - D\nterms Ann commute=180", 2),
    )

    mode: Mode = Mode.WISH
    tier: Tier = Tier.WISHES
    most: timedelta = timedelta(hours=14)

    def bar(
        self, problem: Problem, person: Person, shift: Shift, post: Post
    ) -> Bar | None:
        """Add the way there and back to the shift."""
        way = 2 * (person.commute or 0) * MINUTE
        if way and shift.span.length + way > self.most:
            return Bar(self._because(shift, way), person.place)
        return None

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Go with each person from door to door."""
        for person in self.bound_people(rota.problem):
            if person.commute:
                way = person.commute * MINUTE
                for shift in rota.shifts_of(person.id):
                    leaves, returns = shift.span.start - way, shift.span.end + way
                    if returns - leaves > self.most:
                        because = self._because(shift, 2 * way)
                        yield self.breach(person.id, because, day=shift.day)

    def _because(self, shift: Shift, way: timedelta) -> str:
        gone, most = in_words(shift.span.length + way), in_words(self.most)
        return f"{gone} from door to door for {shift.in_words}; at most {most}"
