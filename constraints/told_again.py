"""CHANGE-04: nobody is told of changes again and again."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, ClassVar

from constraints._changes import ChangeRule, days_changed
from rostering.domain import Breach, Kind, PersonId, Problem, Rota
from rostering.domain.time import day_in_words

if TYPE_CHECKING:
    from rostering.decisions import Decisions


@dataclass(frozen=True, kw_only=True)
class ToldAgain(ChangeRule):
    """Whoever was told of a change lately is left in peace for a while.

    Why: the same willing few are asked each time, and stop being willing.

    Note: each person whose rota differs from the published one costs 1, if the last
    change was told to that person within the `days` before. When people were told is
    known from the versions of the rota that were published one after the other. The
    rule says nothing where nothing is published.

    Attributes:
        days: For how many days nobody is told of a change again.
    """

    code: ClassVar[str] = "CHANGE-04"
    title: ClassVar[str] = "Nobody told twice"
    kind: ClassVar[Kind] = Kind.POLICY
    sources: ClassVar[tuple[str, ...]] = ("CH-FREEZE", "CH-OT-FAIR")
    may_be_waived: ClassVar[bool] = False
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L\npublished Bob L\ntold 2027-01-02",
        "Ann L\npublished Ann L\ntold 2027-01-02\ntold Ann 2027-01-01",
        "Ann L\npublished Bob L\ntold 2027-01-15\ntold Ann 2027-01-01",
        "Ann L\ntold 2027-01-02\ntold Ann 2027-01-01",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("Ann L\npublished Bob L\ntold 2027-01-14\ntold Ann 2027-01-01", 1),
        (
            "Ann L L\npublished Ann - -\npublished Bob L\ntold 2027-01-02\n"
            "told Ann 2027-01-02",
            1,
        ),
    )

    days: int = 14

    def post(self, decisions: "Decisions") -> None:
        """Charge each person who was told lately and would be told again."""
        problem = decisions.problem
        if not problem.published or problem.told_on is None:
            return
        for person in decisions.people:
            if self.binds(person.id) and self._is_recent(problem, person.id):
                days = decisions.days_changed(person.id)
                decisions.charge(self, decisions.any_of(days.values()))

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Look for people told lately among those with a changed day."""
        first: dict[PersonId, date] = {}
        for person, day in days_changed(rota):
            first.setdefault(person, day)
        for person, day in first.items():
            if self.binds(person) and self._is_recent(rota.problem, person):
                before = day_in_words(rota.problem.told_before[person])
                yield self.breach(person, f"told of a change on {before}", day=day)

    def _is_recent(self, problem: Problem, person: PersonId) -> bool:
        last, now = problem.told_before.get(person), problem.told_on
        if last is None or now is None:
            return False
        return now - last < timedelta(days=self.days)
