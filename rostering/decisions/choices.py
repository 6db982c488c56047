"""A model in which some claims are fills, however it was made."""

from collections.abc import Mapping, Sequence

from ortools.sat.python import cp_model

from rostering.decisions.posting import Posting
from rostering.domain import Fill, Tier, Waiver


class Choices(Posting):
    """What a search needs: a model, the claims of fills, and the charges of tiers."""

    fill_claims: Mapping[Fill, cp_model.IntVar]

    def __init__(
        self, waivers: Sequence[Waiver] = (), model: cp_model.CpModel | None = None
    ) -> None:
        """Begin with no fill; with a model that is there already, if there is one."""
        super().__init__(waivers, model)
        self.fill_claims = {}

    @classmethod
    def within(
        cls,
        model: cp_model.CpModel,
        fills: Mapping[Fill, int],
        charges: Mapping[Tier, Sequence[tuple[int, int]]],
    ) -> "Choices":
        """Those of a model that is there already.

        Args:
            model: The model, without an objective.
            fills: The variable of each fill, by its index.
            charges: Of each tier the variables and what a step of each costs.
        """
        choices = cls((), model)
        variable = model.get_int_var_from_proto_index
        choices.fill_claims = {fill: variable(nth) for fill, nth in fills.items()}
        for tier, theirs in charges.items():
            choices.charges[tier] = [(variable(nth), cost) for nth, cost in theirs]
        return choices

    def read(self, solution: Sequence[int]) -> frozenset[Fill]:
        """The fills of a solution, given as the values of all variables."""
        return frozenset(
            fill for fill, claim in self.fill_claims.items() if solution[claim.index]
        )
