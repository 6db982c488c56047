"""What may be true of the finished rota.

A *claim* is a solver literal, or plainly True or False where nothing is left to choose.
"""

from collections.abc import Iterable

from ortools.sat.python import cp_model
from ortools.sat.python.cp_model_helper import Literal

Claim = Literal | bool
Terms = Iterable[tuple[Claim, int]]
_YES_OR_NO = cp_model.Domain(0, 1)


class Claims:
    """A model, and the claims that can be made of others."""

    def __init__(self, model: cp_model.CpModel | None = None) -> None:
        """Begin with an empty model, or with one that is there already."""
        self.model = cp_model.CpModel() if model is None else model
        self._proto = self.model.proto
        self.inputs: dict[int, tuple[int, ...]] = {}
        """What each claim made of others is made of: variables, by their indices."""
        self._any_of: dict[frozenset[int], Claim] = {}
        self._all_of: dict[frozenset[int], Claim] = {}

    def any_of(self, claims: Iterable[Claim]) -> Claim:
        """The claim that at least one of these is true."""
        open_claims = undecided(claims)
        if open_claims is None:
            return True
        if not open_claims:
            return False
        if len(open_claims) == 1:
            return next(iter(open_claims.values()))
        key = frozenset(open_claims)
        if key not in self._any_of:
            some = self._follows(open_claims)
            self.model.add_max_equality(some, list(open_claims.values()))
            self._any_of[key] = some
        return self._any_of[key]

    def all_of(self, claims: Iterable[Claim]) -> Claim:
        """The claim that every one of these is true."""
        claims = list(claims)
        open_claims = undecided(claim for claim in claims if claim is not True)
        if any(claim is False for claim in claims):
            return False
        if not open_claims:
            return True
        if len(open_claims) == 1:
            return next(iter(open_claims.values()))
        key = frozenset(open_claims)
        if key not in self._all_of:
            every = self._follows(open_claims)
            self.model.add_min_equality(every, list(open_claims.values()))
            self._all_of[key] = every
        return self._all_of[key]

    @staticmethod
    def negation(claim: Claim) -> Claim:
        """The claim that this one is not true."""
        return not claim if isinstance(claim, bool) else claim.negated()

    def suppose(self) -> cp_model.IntVar:
        """A new yes or no of a rule's own, for what a rota does not say by itself."""
        return cp_model.IntVar(self._proto).with_domain(_YES_OR_NO)

    def follows(self, claims: Iterable[Literal]) -> cp_model.IntVar:
        """A new yes or no that these will decide, by rows that are still to be made."""
        return self._follows(claim.index for claim in claims)

    def _follows(self, literals: Iterable[int]) -> cp_model.IntVar:
        fresh = self.suppose()
        self.inputs[fresh.index] = tuple(
            literal if literal >= 0 else -literal - 1 for literal in literals
        )
        return fresh

    def implies(self, claim: Claim, other: Claim) -> None:
        """Where the first claim is true, so is the second."""
        if claim is True:
            self.model.add_bool_or([other])
        elif claim is not False and other is not True:
            self.model.add_implication(claim, other)


def undecided(
    claims: Iterable[Claim],
) -> dict[int, Literal] | None:
    """The claims still open by their indices; None where one is plainly true."""
    found: dict[int, Literal] = {}
    for claim in claims:
        if claim is True:
            return None
        if claim is not False:
            found[claim.index] = claim
    return found


def parted(
    terms: Terms,
) -> tuple[list[Literal], list[int], int]:
    """The open claims with their weights, and the sum of what is plainly true."""
    claims, weights, fixed = [], [], 0
    for claim, weight in terms:
        if claim is True:
            fixed += weight
        elif claim is not False:
            claims.append(claim)
            weights.append(weight)
    return claims, weights, fixed
