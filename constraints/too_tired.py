"""FATIGUE-01: nobody works so much on end that the index of fatigue gives warning."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from constraints._tired import Stretch, TiredRule, most_risk, risk_of
from rostering.domain import Breach, Kind, Mode, Rota, Span, Tier
from rostering.domain.fatigue import is_night, last_fatigue

if TYPE_CHECKING:
    from rostering.decisions import Decisions


@dataclass(frozen=True, kw_only=True)
class TooTired(TiredRule):
    """Nobody works so much on end that the index of fatigue and risk gives warning.

    Why: fatigue is a hazard at work, and a law on rest alone does not see it: five
    long lates in a row are lawful. The railways look into every duty whose fatigue
    index reaches 35, or 45 by night, and into a risk index of 1.6.

    Note: the makers of the index have withdrawn it: it ranks and warns, and a rota that
    passes is not thereby safe. Looked at is each shift on the car after up to six
    duties of any kind, each within a day of the next, as if the person was rested
    before them. Team turns, courses, and the main job count.

    Attributes:
        risk: The risk index that gives warning, in per cent of the average.
        day: The fatigue index that gives warning on a duty by day.
        night: The fatigue index that gives warning on a night.
    """

    code: ClassVar[str] = "FATIGUE-01"
    title: ClassVar[str] = "Index of fatigue"
    briefly: ClassVar[str] = "at the end of a tiring run of work"
    kind: ClassVar[Kind] = Kind.SOFT
    sources: ClassVar[tuple[str, ...]] = ("FAIR-FATIGUE", "FAT-NIGHTLOW", "FAT-LEN")
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L L L L L L",
        "Ann N N N",
        "Ann .N .N .N - - N",
    )
    broken: ClassVar[tuple[str, ...]] = ("Ann N N N N N N", "Ann .N .N .N .N .N N")
    charged: ClassVar[tuple[tuple[str, int], ...]] = (("Ann .N .N .N .N .N N N", 2),)

    mode: Mode = Mode.WISH
    tier: Tier = Tier.CARE
    risk: int = 160
    day: int = 35
    night: int = 45

    def is_tired(self, stretch: Stretch, commute: int) -> bool:
        """Whether one of the two figures reaches what gives warning."""
        if risk_of(stretch, commute) >= self.risk:
            return True
        return last_fatigue(stretch, commute) >= self._warning(stretch[-1])

    def may_tire(self, built_up: float, work: Stretch, commute: int) -> bool:
        """Whether it could be so after all the work that is possible."""
        if most_risk(built_up, work[-1], commute) >= self.risk:
            return True
        return last_fatigue(work, commute) >= self._warning(work[-1])

    def _warning(self, span: Span) -> int:
        return self.night if is_night(span) else self.day

    def post(self, decisions: "Decisions") -> None:
        """Let nobody be on a shift at the end of a stretch that tires so."""
        for person in decisions.people:
            if self.binds(person.id):
                for shift, tired in self.tired_on(decisions, person):
                    subject = f"{person.id}: {shift.id}"
                    who, day = person.id, shift.day
                    decisions.forbid_together(self, subject, (tired,), who=who, day=day)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Work out the index on each shift, for all that the person works before."""
        for person in self.bound_people(rota.problem):
            for shift in rota.shifts_of(person.id):
                if self.is_tired_on(rota, person, shift):
                    because = (
                        f"after what is worked before {shift.in_words}, the index of "
                        f"fatigue reaches {self._warning(shift.span)} there, or that "
                        f"of risk {self.risk / 100:g}"
                    )
                    yield self.breach(person.id, because, day=shift.day)
