"""CHANGE-01: as few people as can be are told of a change."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, ClassVar

from constraints._changes import ChangeRule, days_changed
from rostering.domain import Breach, Kind, PersonId, Rota

if TYPE_CHECKING:
    from datetime import date

    from rostering.decisions import Decisions


@dataclass(frozen=True, kw_only=True)
class PeopleTold(ChangeRule):
    """Once a rota is published, as few people as can be hear that theirs is another.

    Why: people plan their lives by what is published, and each change has to be told
    to somebody in person. One person with three changed days is one call; three people
    with one each are three.

    Note: whoever has not just what was published for them costs `a call`, and 1 more
    for each of the days that differ. A day differs where the shift, its hours or the
    post differ. Neither an absence of the person's own nor an offer taken back is news
    to that person. Where nothing is published the rule says nothing.

    Attributes:
        a_call: What telling one more person costs, in changed days. People come
            before days as long as this outweighs all of them.
    """

    code: ClassVar[str] = "CHANGE-01"
    title: ClassVar[str] = "Fewest people told of a change"
    kind: ClassVar[Kind] = Kind.POLICY
    sources: ClassVar[tuple[str, ...]] = ("CH-FREEZE", "POL-CHANGE")
    may_be_waived: ClassVar[bool] = False
    kept: ClassVar[tuple[str, ...]] = (
        "Ann L - L",
        "Ann L - L\npublished Ann L - L",
        "Ann A - L\npublished Ann L - L\nneed L - L",
        "Sam:special - L\noffer Sam - L\npublished Sam L L\nneed L L",
        "Ann -\npublished Bob L\nneed L",
    )
    charged: ClassVar[tuple[tuple[str, int], ...]] = (
        ("Ann L - -\npublished Ann L - L\nneed L - L", 101),
        ("Ann L L\npublished Ann - -\npublished Bob L -", 102),
        ("Ann L -\nBob:paramedic - L\npublished Ann - L\npublished Bob L -", 204),
        ("Ann L2\npublished Ann L1\nneed L1", 101),
        ("Ann -\npublished Ann L\nneed -", 101),
        ("Ann - N\npublished Ann L L\nneed L N", 102),
    )

    a_call: int = 100

    def post(self, decisions: "Decisions") -> None:
        """Charge each person with some changed day, and each such day."""
        if not decisions.problem.published:
            return
        for person in decisions.people:
            if self.binds(person.id):
                days = decisions.days_changed(person.id)
                decisions.charge(self, decisions.any_of(days.values()), self.a_call)
                for claim in days.values():
                    decisions.charge(self, claim)

    def audit(self, rota: Rota) -> Iterator[Breach]:
        """Compare what each person has with what each was told, day by day."""
        changed: defaultdict[PersonId, list[date]] = defaultdict(list)
        for person, day in days_changed(rota):
            if self.binds(person):
                changed[person].append(day)
        for person, days in changed.items():
            told = f"{len(days)} day" + "s" * (len(days) > 1)
            because = f"not as published on {told}, from {days[0]:%a %d %b}"
            amount = self.a_call + len(days)
            yield self.breach(person, because, day=days[0], amount=amount)
