"""CHANGE-03: nobody is given a new duty on frozen days."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from constraints._rule import Rule
from rostering.domain import Breach, Fill, Kind, PersonId, Problem, Rota
from rostering.domain.published import Standing, standing
from rostering.domain.time import day_in_words

if TYPE_CHECKING:
    from rostering.decisions import Decisions


@dataclass(frozen=True, kw_only=True)
class FrozenDays(Rule):
    """Nobody is given a duty that was not published, on days that are frozen.

    Why: what is published is a promise, and the next days are what people count on
    most. What is past cannot be worked any more.

    Note: the days before the day of telling are frozen always, and so are the `days`
    from that day on. To be stood down, or to stay as published, is never against it. A
    waiver in the book, or `rota repair --agreed`, tells who has agreed all the same.
    The rule says nothing where nothing is published, or where it is not known when
    people are told.

    Attributes:
        days: How many days are frozen, beginning with the one on which people are
            told. With 1, nobody is called in on the day itself.
    """

    code: ClassVar[str] = "CHANGE-03"
    title: ClassVar[str] = "Frozen days"
    briefly: ClassVar[str] = "on a frozen day"
    kind: ClassVar[Kind] = Kind.POLICY
    sources: ClassVar[tuple[str, ...]] = ("CH-FREEZE", "POL-CHANGE", "CH-TRACE")
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L\ntold 2027-01-05",
        "Ann L\npublished Ann L\ntold 2027-01-05",
        "Ann -\npublished Ann L\nneed L\ntold 2027-01-05",
        "Ann L\npublished Bob L\ntold 2027-01-04",
        "Ann L\npublished Bob L",
    )
    broken: ClassVar[tuple[str, ...]] = (
        "Ann L\npublished Bob L\ntold 2027-01-05",
        "Ann L2\npublished Ann L1\nneed L1\ntold 2027-01-05",
        "Ann - N\npublished Ann - L\nneed - L\ntold 2027-01-06",
    )

    days: int = 0

    def post(self, decisions: "Decisions") -> None:
        """Forbid each place that was not published, on every frozen day."""
        problem = decisions.problem
        thaw = self._thaw(problem)
        if thaw is None:
            return
        stands = standing(problem)
        for fill, claim in decisions.fill_claims.items():
            day = fill.shift.day
            is_new = fill not in stands.on(fill.person, day)
            if day < thaw and is_new and self.binds(fill.person):
                subject = f"{fill.person}: {fill.shift.id}"
                decisions.forbid_together(
                    self, subject, (claim,), who=fill.person, day=day
                )

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Look at everybody who works on frozen days for what they were told."""
        thaw = self._thaw(rota.problem)
        if thaw is None:
            return
        stands = standing(rota.problem)
        for fill in sorted(rota.fills):
            if fill.shift.day < thaw and self.binds(fill.person):
                yield from self._audit_fill(stands, fill)

    def _audit_fill(self, stands: Standing, fill: Fill) -> Iterator[Breach]:
        person: PersonId = fill.person
        if fill not in stands.kept.get(person, {}).get(fill.shift.day, ()):
            because = f"{fill.shift.unit} on {day_in_words(fill.shift.day)} is frozen"
            yield self.breach(person, because, day=fill.shift.day)

    def _thaw(self, problem: Problem) -> date | None:
        """The first day that is not frozen; None where nothing is."""
        if not problem.published or problem.told_on is None:
            return None
        return problem.told_on + timedelta(days=self.days)
