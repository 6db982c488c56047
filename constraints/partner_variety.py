"""PAIR-05: nobody rides with the same partner all the time."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, ClassVar

from constraints._partners import (
    Two,
    days_on_record,
    partners,
    possible_partners,
)
from constraints._rule import Rule
from rostering.domain import Breach, Mode, Pair, PairKind, Rota, Shift, Tier
from rostering.domain.time import DAY

if TYPE_CHECKING:
    from rostering.decisions import Decisions


@dataclass(frozen=True, kw_only=True)
class PartnerVariety(Rule):
    """No two people ride together more than six times in four weeks.

    Why: crews who change learn from one another, and nobody is left with whom nobody
    wants. Where a book would rather keep partners together, switch this off and PAIR-06
    on: managers differ (CREW-VARIETY).

    Note: what is on record counts. Each shift that two people share costs one for each
    shift beyond the limit that they have shared in the four weeks that end with it. Two
    whom the book names as preferred partners, or as mentor and learner, may ride
    together as often as they like. Whether it binds two people is decided by either.

    Attributes:
        most: How often two people may ride together in those days.
        days: How many days are looked at.
    """

    code: ClassVar[str] = "PAIR-05"
    title: ClassVar[str] = "Change of partners"
    briefly: ClassVar[str] = "with a partner often enough"
    may_be_waived: ClassVar[bool] = False
    sources: ClassVar[tuple[str, ...]] = ("CREW-VARIETY", "FAIR-CAR")
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L L L L L L -\nBob:regular L L L L L L L",
        "Ann .L .L .L .L .L .L L\nBob:regular .L .L .L .L .L .L -",
        "Ann .L .L .L .L .L .L L\nBob:regular .L .L .L .L .L .L L\nprefer Ann Bob",
        "Ann .L1 .L L L L L L\nBob:regular .L2 .L L L L L L",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Ann .L .L .L .L .L .L L\nBob:regular .L .L .L .L .L .L L",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("Ann .L .L .L .L .L .L L L\nBob:regular .L .L .L .L .L .L L L", 1 + 2),
    )

    mode: Mode = Mode.WISH
    tier: Tier = Tier.WISHES
    most: int = 6
    days: int = 28

    def post(self, decisions: "Decisions") -> None:
        """Let the shifts shared in each four weeks be few, where one ends them."""
        problem = decisions.problem
        record, named = days_on_record(problem), _named(decisions.problem.pairs)
        for two, shifts in possible_partners(decisions).items():
            days = [*record.get(two, ()), *(shift.day for shift in shifts)]
            if two not in named and self._binds_two(two) and self._is_often(days):
                self._post_for(decisions, two, record.get(two, ()), shifts)

    def _binds_two(self, two: Two) -> bool:
        return any(self.binds(person) for person in two)

    def _is_often(self, days: Sequence[date]) -> bool:
        """Whether so many of the days lie close together that it could be too often."""
        beyond = zip(days, days[self.most :], strict=False)
        return any((last - first).days < self.days for first, last in beyond)

    def _post_for(
        self,
        decisions: "Decisions",
        two: Two,
        record: Sequence[date],
        shifts: Sequence[Shift],
    ) -> None:
        shared = [
            (shift.day, decisions.all_of(decisions.works(who, shift) for who in two))
            for shift in shifts
        ]
        for nth, (day, last) in enumerate(shared):
            window = [claim for on, claim in shared[: nth + 1] if self._counts(on, day)]
            before = sum(self._counts(on, day) for on in record)
            every = len(window) + before
            terms = [*((claim, 1) for claim in window), (True, before), (last, every)]
            subject = f"{' and '.join(two)}: {shifts[nth].id}"
            decisions.at_most(self, subject, terms, self.most + every)

    def _counts(self, day: date, last: date) -> bool:
        return last - self.days * DAY < day <= last

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Look back from each shift that two people share."""
        record, named = days_on_record(rota.problem), _named(rota.problem.pairs)
        for two, shifts in partners(rota).items():
            if two in named or not self._binds_two(two):
                continue
            for nth, shift in enumerate(shifts):
                days = [*record.get(two, ()), *(s.day for s in shifts[: nth + 1])]
                often = sum((shift.day - day).days < self.days for day in days)
                if often > self.most:
                    because = (
                        f"together {often} times in {self.days} days; "
                        f"at most {self.most} wished"
                    )
                    beyond = often - self.most
                    subject = " and ".join(two)
                    yield self.breach(subject, because, day=shift.day, amount=beyond)


def _named(pairs: Sequence[Pair]) -> set[Two]:
    """Two people, in either order, whom the book wants together."""
    wanted = [p for p in pairs if p.kind in (PairKind.PREFER, PairKind.MENTOR)]
    return {
        two
        for pair in wanted
        for two in ((pair.first, pair.second), (pair.second, pair.first))
    }
