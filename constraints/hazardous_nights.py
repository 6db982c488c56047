"""HOURS-06: eight hours at most where night work is hazardous."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import timedelta
from math import ceil
from typing import TYPE_CHECKING, ClassVar

from constraints._nights import LAW_OF_NIGHTS, NightRule
from rostering.domain import Breach, Duty, Kind, Limit, PersonId, Rota, Span
from rostering.domain.time import DAY, MINUTE, in_words

if TYPE_CHECKING:
    from rostering.decisions import Decisions, Possible


@dataclass(frozen=True, kw_only=True)
class HazardousNights(NightRule):
    """Whoever's night work is hazardous works eight hours in 24 at most.

    Why: where a risk assessment finds special hazards or heavy strain in a night
    worker's work, eight hours is no average but the most in any 24 hours with night
    work in them (regulation 6(7), Working Time Regulations 1998). Trust and force say
    for whom; no rota can know. So it is off unless a book switches it on.

    Note: a duty is a night as for HOURS-05. Looked at are the 24 hours from the start
    of each duty, if a night begins in them; no other 24 hours have more work in them.
    Hours are real elapsed time. Where the fixed duties alone are more, the rota may add
    nothing to them. As a wish it costs 1 for each hour begun too many.

    Attributes:
        most: The most hours in 24.
        begin: When night time begins, by the clock.
        end: When night time ends, by the clock.
        least: How much night time in a duty makes it a night, in hours.
    """

    code: ClassVar[str] = "HOURS-06"
    title: ClassVar[str] = "Hazardous nights"
    briefly: ClassVar[str] = "at the limit of hours with a night"
    kind: ClassVar[Kind] = Kind.LAW
    is_usual: ClassVar[bool] = False
    law: ClassVar[Mapping[str, Limit]] = {
        "most": Limit(
            timedelta(hours=8),
            is_least=False,
            law="regulation 6(7) of the Working Time Regulations 1998",
        ),
        **LAW_OF_NIGHTS,
    }
    sources: ClassVar[tuple[str, ...]] = ("WTR-NIGHT-HAZ",)
    kept: ClassVar[tuple[str, ...]] = (
        "Ann S S S",
        "Ann L L L",
        "Ann M - S",
        "Bob@A N -\nteam A N - -",
    )
    broken: ClassVar[tuple[str, ...]] = ("Ann N", "Ann M+S", "Ann .- S E")

    most: timedelta = timedelta(hours=8)

    def post(self, decisions: "Decisions") -> None:
        """Limit the 24 hours from each duty on, if a night begins in them."""
        for person in self.diaries(decisions.problem, decisions.people):
            work = [p for p in decisions.duties(person.id) if p.duty.is_work]
            for first in work:
                self._post_for(decisions, person.id, first, work)

    def _post_for(
        self,
        decisions: "Decisions",
        person: PersonId,
        first: "Possible",
        work: "Sequence[Possible]",
    ) -> None:
        span = _day_from(first.duty)
        near = [p for p in work if p.duty.span.overlaps(span)]
        terms = [(p.claim, p.duty.span.minutes_within(span)) for p in near]
        most = max(
            self._most, _minutes((p.duty for p in near if not p.is_choice), span)
        )
        slack = sum(minutes for _, minutes in terms) - most
        if slack > 0:
            nights = [p.claim for p in near if self._begins_a_night(p.duty, span)]
            is_meant = first.claim
            if not self.is_night(first.duty):
                is_meant = decisions.all_of((is_meant, decisions.any_of(nights)))
            decisions.at_most(
                self,
                f"{person}: 24 h from {first.duty}",
                [*terms, (is_meant, slack)],
                most + slack,
                step=60,
                who=person,
                day=first.duty.day,
            )

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Measure the 24 hours from each duty on in which a night begins."""
        for person in self.diaries(rota.problem, rota.problem.people):
            rides = [shift.span for shift in rota.rides_of(person.id)]
            for first in rota.duties_of(person.id):
                day = _day_from(first)
                if first.is_work and any(ride.overlaps(day) for ride in rides):
                    yield from self._audit_day(rota, person.id, first)

    def _audit_day(self, rota: Rota, person: PersonId, first: Duty) -> Iterator[Breach]:
        day = _day_from(first)
        duties = [duty for duty in rota.duties_of(person) if duty.is_work]
        stands = [d for d in rota.problem.fixed_duties(person) if d.is_work]
        worked, most = _minutes(duties, day), max(self._most, _minutes(stands, day))
        has_night = any(self._begins_a_night(duty, day) for duty in duties)
        if has_night and worked > most:
            yield self.breach(
                person,
                f"{in_words(worked * MINUTE)} of work in the 24 h from {first}, with a "
                f"night; at most {in_words(most * MINUTE)}",
                day=first.day,
                amount=ceil((worked - most) / 60),
            )

    def _begins_a_night(self, duty: Duty, span: Span) -> bool:
        return span.start <= duty.span.start < span.end and self.is_night(duty)

    @property
    def _most(self) -> int:
        return int(self.most / MINUTE)


def _day_from(duty: Duty) -> Span:
    return Span(duty.span.start, duty.span.start + DAY)


def _minutes(duties: Iterable[Duty], span: Span) -> int:
    return sum(duty.span.minutes_within(span) for duty in duties)
