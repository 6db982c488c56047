"""What may be true of the finished rota.

A *claim* is a solver literal, or plainly True or False where nothing is left to choose.
"""

from collections.abc import Iterable, Sequence

from ortools.sat.python import cp_model
from ortools.sat.python.cp_model_helper import Literal

Claim = Literal | bool
Terms = Iterable[tuple[Claim, int]]


class Claims:
    """A model, and the claims that can be made of others."""

    def __init__(self) -> None:
        """Begin with an empty model."""
        self.model = cp_model.CpModel()
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
            return open_claims[0]
        key = frozenset(claim.index for claim in open_claims)
        if key not in self._any_of:
            some = self.follows(open_claims)
            self.model.add_max_equality(some, open_claims)
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
            return open_claims[0]
        key = frozenset(claim.index for claim in open_claims)
        if key not in self._all_of:
            every = self.follows(open_claims)
            self.model.add_min_equality(every, open_claims)
            self._all_of[key] = every
        return self._all_of[key]

    @staticmethod
    def negation(claim: Claim) -> Claim:
        """The claim that this one is not true."""
        return not claim if isinstance(claim, bool) else claim.negated()

    def suppose(self) -> cp_model.IntVar:
        """A new yes or no of a rule's own, for what a rota does not say by itself."""
        return self.model.new_bool_var("")

    def follows(self, claims: Sequence[Literal]) -> cp_model.IntVar:
        """A new yes or no that these will decide, by rows that are still to be made."""
        fresh = self.model.new_bool_var("")
        self.inputs[fresh.index] = tuple(variable_of(claim) for claim in claims)
        return fresh

    def implies(self, claim: Claim, other: Claim) -> None:
        """Where the first claim is true, so is the second."""
        if claim is True:
            self.model.add_bool_or([other])
        elif claim is not False and other is not True:
            self.model.add_implication(claim, other)


def undecided(
    claims: Iterable[Claim],
) -> list[Literal] | None:
    """The claims still open, without repeats; None where one is plainly true."""
    found: dict[int, Literal] = {}
    for claim in claims:
        if isinstance(claim, bool):
            if claim:
                return None
        else:
            found[claim.index] = claim
    return list(found.values())


def variable_of(claim: Literal) -> int:
    """The index of the variable that the claim is about, negated or not."""
    return claim.index if claim.index >= 0 else -claim.index - 1


def parted(
    terms: Terms,
) -> tuple[list[Literal], list[int], int]:
    """The open claims with their weights, and the sum of what is plainly true."""
    claims, weights, fixed = [], [], 0
    for claim, weight in terms:
        if isinstance(claim, bool):
            fixed += weight if claim else 0
        else:
            claims.append(claim)
            weights.append(weight)
    return claims, weights, fixed
