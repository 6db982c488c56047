"""HOURS-07: no shift too long."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import ClassVar

from constraints._rule import Bar, BarringRule
from rostering.domain import Breach, Kind, Person, Post, Problem, Rota, Shift
from rostering.domain.time import in_words


@dataclass(frozen=True, kw_only=True)
class ShiftLength(BarringRule):
    """Nobody is planned for a shift that is too long.

    Why: the risk of an accident climbs steeply after eight or nine hours. Police
    guidance prefers duties of eight to ten hours and does not recommend twelve; forces
    limit what a volunteer may do at once. No law sets the figure.

    Note: set it for a role, an employer or a person where it is to be stricter. Hours
    are real elapsed time: a night of twelve hours lasts thirteen when the clocks go
    back, and is too long. Turns of teams and the record are not looked at. As a wish it
    costs 1 for each such shift.

    Attributes:
        most: The longest shift, in hours.
    """

    code: ClassVar[str] = "HOURS-07"
    title: ClassVar[str] = "Length of a shift"
    briefly: ClassVar[str] = "with a shift too long"
    kind: ClassVar[Kind] = Kind.POLICY
    sources: ClassVar[tuple[str, ...]] = (
        "FAT-LEN",
        "POL-LEN",
        "SC-DAY-CAP",
        "DST-HOURS",
    )
    kept: ClassVar[tuple[str, ...]] = ("Ann L E N", "Sam:special S", "Ann E+L")
    broken: ClassVar[tuple[str, ...]] = ("Ann X", "Ann L\nBob:regular X")

    most: timedelta = timedelta(hours=12)

    def bar(
        self, problem: Problem, person: Person, shift: Shift, post: Post
    ) -> Bar | None:
        """Why the shift is too long; None where it is not."""
        if shift.span.length <= self.most:
            return None
        length, most = in_words(shift.span.length), in_words(self.most)
        return Bar(f"the shift lasts {length}; at most {most}", shift.place)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Measure each shift that somebody is on."""
        most = self.most // timedelta(minutes=1)
        for shift, fills in rota.crews.items():
            for fill in fills if shift.span.minutes > most else ():
                if self.binds(fill.person):
                    because = f"{shift.in_words} lasts {in_words(shift.span.length)}"
                    because += f"; at most {in_words(self.most)}"
                    yield self.breach(fill.person, because, day=shift.day)
