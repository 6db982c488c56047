"""A rule that is no law gives way for one person."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from constraints import Rule
from rostering.domain import Mode, Place, Problem
from rostering.explain.repairs import kindness
from rostering.explain.repairs.easings import OfPerson
from rostering.explain.repairs.kindness import CONSENTS, Kind


@dataclass(frozen=True)
class Waive(OfPerson):
    """A rule that is no law is waived for one person, as a row of Waivers would say.

    While it is tried out the rule is a wish for the person, so that no more of it is
    set aside than must be.
    """

    rule: str

    @property
    def kind(self) -> Kind:
        """A changed duty is a kind of its own."""
        is_other_turn = self.rule == "LATE-01"
        return kindness.OTHER_TURN if is_other_turn else kindness.WAIVER

    def eased(self, problem: Problem, rules: Sequence[Rule]) -> tuple[Rule, ...]:
        """With the rule as a wish for the person, and as it was for the others."""
        eased: list[Rule] = []
        for rule in rules:
            is_meant = rule.code == self.rule and rule.mode is Mode.HARD
            if not is_meant or not rule.binds(self.person):
                eased.append(rule)
                continue
            others = rule.bound(frozenset(problem.person)) - {self.person}
            own = rule.narrowed(frozenset({self.person}))
            eased += [rule.narrowed(others), replace(own, mode=Mode.WISH)]
        return tuple(eased)

    def words(self, problem: Problem) -> str:
        """What must be signed, and by whom."""
        consent, name = CONSENTS[self.rule], problem.person[self.person].name
        row = f"a row of Waivers: {self.person}, {self.rule}"
        signed = f"{consent.by} must sign for {consent.what}"
        return f"waive {self.rule} for {name} ({row}); {signed}"

    def places(self, problem: Problem) -> tuple[Place, ...]:
        """None yet: it takes a row that the book does not have."""
        return ()
