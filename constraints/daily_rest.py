"""REST-01: enough rest between one duty and the next."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import TYPE_CHECKING, ClassVar

from constraints._rule import Rule
from rostering.domain import Breach, Duty, DutyKind, Kind, Limit, PersonId, Rota
from rostering.domain.time import in_words

if TYPE_CHECKING:
    from rostering.decisions import Decisions, Possible


@dataclass(frozen=True, kw_only=True)
class DailyRest(Rule):
    """Nobody starts work too soon after finishing the last duty.

    Why: tired people make mistakes, and late jobs overrun. Eleven hours is the
    law's least (regulation 10, Working Time Regulations 1998); police rosters keep
    the same gap.

    Note: only gaps at either side of a planned shift count; gaps within a police
    team's own pattern are that team's business. The gap is real elapsed time, so
    it is an hour shorter or longer when the clocks change. As a wish each gap that is
    too short costs 1.

    Attributes:
        rest: The shortest gap allowed between a planned finish and the next start, in
            hours.
        overrun: What a shift on the car is expected to overrun, such as `30 min`; it is
            added to the planned finish.
    """

    code: ClassVar[str] = "REST-01"
    title: ClassVar[str] = "Daily rest"
    briefly: ClassVar[str] = "resting"
    kind: ClassVar[Kind] = Kind.LAW
    law: ClassVar[Mapping[str, Limit]] = {
        "rest": Limit(
            timedelta(hours=11),
            is_least=True,
            law="regulation 10 of the Working Time Regulations 1998",
        )
    }
    sources: ClassVar[tuple[str, ...]] = (
        "WTR-DAILY-REST",
        "POL-11H",
        "FAT-LATE-EARLY",
        "SC-WTR",
        "DST-REST",
    )
    kept: ClassVar[tuple[str, ...]] = ("Ann L L", "Ann L - E", "Ann N -\nBob - E")
    broken: ClassVar[tuple[str, ...]] = (
        "Ann L E",
        "Ann N E -",
        "Ann - - L E",
        "Ann .L E",
    )

    rest: timedelta = timedelta(hours=11)
    overrun: timedelta = timedelta(minutes=30)

    def post(self, decisions: "Decisions") -> None:
        """Let nobody have two duties whose stretches of work and rest overlap."""
        for person in self.diaries(decisions.problem, decisions.people):
            possible = [p for p in decisions.duties(person.id) if p.duty.is_work]
            self._post_for(decisions, person.id, possible)

    def _post_for(
        self, decisions: "Decisions", person: PersonId, possible: "list[Possible]"
    ) -> None:
        for index, first in enumerate(possible):
            free_from = self._free_from(first.duty)
            for second in possible[index + 1 :]:
                if second.duty.span.start >= free_from:
                    break
                if first.duty.span.overlaps(second.duty.span):
                    continue
                if first.is_choice or second.is_choice:
                    subject = f"{person}: {first.duty} then {second.duty}"
                    both = (first.claim, second.claim)
                    day = second.duty.day
                    decisions.forbid_together(self, subject, both, who=person, day=day)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Measure the gaps before and after each planned shift."""
        for person in self.diaries(rota.problem, rota.problem.people):
            if rota.rides_of(person.id):
                duties = [duty for duty in rota.duties_of(person.id) if duty.is_work]
                near = max(timedelta(), self.overrun) + self.rest
                for first, second in _pairs_with_a_shift(duties, near):
                    yield from self._audit_pair(person.id, first, second)

    def _audit_pair(
        self, person: PersonId, first: Duty, second: Duty
    ) -> Iterator[Breach]:
        gap = second.span.start - first.span.end
        if gap < timedelta():
            return
        expected = self.overrun if first.kind is DutyKind.SHIFT else timedelta()
        if gap - expected < self.rest:
            allowing = f" with {in_words(expected)} overrun" if expected else ""
            yield self.breach(
                person,
                f"{in_words(gap)} rest{allowing} between {first} and {second}; "
                f"at least {in_words(self.rest)} needed",
                day=second.day,
                briefly=_briefly(first, second),
            )

    def _free_from(self, duty: Duty) -> datetime:
        expected = self.overrun if duty.kind is DutyKind.SHIFT else timedelta()
        return duty.span.end + expected + self.rest


def _pairs_with_a_shift(
    duties: Sequence[Duty], near: timedelta
) -> Iterator[tuple[Duty, Duty]]:
    """Every two of these, no further apart than near, of which one is planned."""
    for nth, planned in enumerate(duties):
        if planned.kind is DutyKind.SHIFT:
            since, until = planned.span.start - near, planned.span.end + near
            for standing in duties[:nth]:
                if standing.span.end > since and standing.kind is not DutyKind.SHIFT:
                    yield standing, planned
            for later in duties[nth + 1 :]:
                if later.span.start >= until:
                    break
                yield planned, later


def _briefly(first: Duty, second: Duty) -> str:
    """By what stands: `resting after JR-04 late Tue`, or before what comes next."""
    if second.kind is DutyKind.SHIFT:
        return f"resting after {first.what} {first.day:%a}"
    return f"resting before {second.what} {second.day:%a}"
