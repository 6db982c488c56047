"""What one search is asked, and the answer to each component of it."""

from collections.abc import Sequence
from dataclasses import dataclass

from constraints import Rule
from rostering.build import build
from rostering.domain import Problem, Shift
from rostering.eligibility import Eligibility, eligibility
from rostering.solve.components import components
from rostering.solve.find import Brake
from rostering.solve.limits import Limits
from rostering.solve.part import Part
from rostering.solve.regions import by_region, regions_of
from rostering.solve.result import Outcome
from rostering.solve.search import Report
from rostering.solve.tiers import solve_tiers

LARGE = 20_000
"""A component with more fills is split: one search has no rota of it in time."""
MOST_FILLS = 6000
"""How many fills a region has at most."""


@dataclass(frozen=True)
class Question:
    """What is asked of one search, its components and its bounds."""

    problem: Problem
    rules: Sequence[Rule]
    limits: Limits
    eligible: Eligibility
    parts: tuple[tuple[Shift, ...], ...]

    @classmethod
    def of(cls, problem: Problem, rules: Sequence[Rule], limits: Limits) -> "Question":
        """Find out who may fill what, and what is apart from each other."""
        eligible = eligibility(problem, rules)
        parts = components(problem, eligible)
        return cls(problem, rules, limits, eligible, parts)

    def solve(self, part: int, brake: Brake, report: Report) -> Part:
        """Solve one component; the same wherever and whenever this is called.

        Args:
            part: Its number.
            brake: Whoever pulls it ends the search with the best rota so far.
            report: Told of every better rota and bound.
        """
        if brake.pulled.is_set():
            return Part(Outcome.UNDECIDED)
        decisions = build(
            self.problem, self.rules, shifts=self.parts[part], eligible=self.eligible
        )
        found = None
        if len(decisions.fill_claims) > LARGE:
            regions = regions_of(decisions.fill_claims, MOST_FILLS)
            found = by_region(decisions, regions, self.limits, brake, report)
        return found or solve_tiers(decisions, self.limits, brake, report)
