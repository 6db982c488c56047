"""What rules may say of claims, whether they must hold or are wishes."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import compress
from math import gcd
from typing import NamedTuple, Protocol, TypedDict, Unpack

from ortools.sat.python import cp_model

from rostering.decisions.claims import Claim, Claims, Terms, parted
from rostering.domain import Mode, PersonId, Tier, Waiver
from rostering.domain.waiver import waiver_of


class Owner(Protocol):
    """What a posting must tell of the rule that makes it."""

    @property
    def code(self) -> str:
        """The rule's code."""

    @property
    def mode(self) -> Mode:
        """Whether it must hold."""

    @property
    def tier(self) -> Tier:
        """The tier of its charges."""

    @property
    def weight(self) -> int:
        """What one unit of its measure costs."""


class About(TypedDict, total=False):
    """Of whom and of which day a row is, as the audit's breach says."""

    who: PersonId
    day: date


class Row(NamedTuple):
    """Whose a required row of the model is, and what it is about."""

    rule: str
    subject: str


class Posting(Claims):
    """The ways in which rules add to a model.

    Every required row keeps its owner, which is what makes a clash explainable. A row
    that is about one person and one day says so, as the audit's breach does: `who` and
    `day`. Where the book waives the rule for the two, it is not posted.
    """

    def __init__(
        self, waivers: Sequence[Waiver] = (), model: cp_model.CpModel | None = None
    ) -> None:
        """Begin with an empty model, or with one that is there already."""
        super().__init__(model)
        self._waivers = waivers
        self.charges: defaultdict[Tier, list[tuple[cp_model.IntVar, int]]] = (
            defaultdict(list)
        )
        self.rows: dict[int, Row] = {}
        """The owner of each required row, by its index in the model."""

    def forbid_together(
        self,
        owner: Owner,
        subject: str,
        claims: Iterable[Claim],
        *,
        amount: int = 1,
        **about: Unpack[About],
    ) -> None:
        """Not all of these; where it is a wish, all of them together cost amount.

        Claims that nothing in the rota can change are never held against it.
        """
        if self._is_waived(owner, **about):
            return
        literals = []
        for claim in claims:
            if claim is False:
                return
            if claim is not True:
                literals.append(self.negation(claim))
        if not literals:
            return
        if owner.mode is Mode.WISH:
            charge = self._charge(owner, 1, amount)
            self.model.add_bool_or([*literals, charge])
        else:
            self._require(owner, subject, self.model.add_bool_or(literals))

    def at_most_one(
        self,
        owner: Owner,
        subject: str,
        claims: Iterable[Claim],
        **about: Unpack[About],
    ) -> None:
        """No two of these; only for a rule that must hold, and only for choices."""
        if self._is_waived(owner, **about):
            return
        literals = [claim for claim in claims if claim is not False]
        if len(literals) > 1:
            self._require(owner, subject, self.model.add_at_most_one(literals))

    def at_most(
        self,
        owner: Owner,
        subject: str,
        terms: Terms,
        most: int,
        *,
        step: int = 1,
        **about: Unpack[About],
    ) -> None:
        """A weighted sum of claims stays within most; a wish costs 1 a step begun.

        What is so before anything is planned raises the limit: a rota answers only
        for what it adds.
        """
        if self._is_waived(owner, **about):
            return
        claims, weights, fixed = parted(terms)
        negations = [not isinstance(claim, cp_model.IntVar) for claim in claims]
        already = sum(compress(weights, negations))
        grain = self._grain(owner, weights, step)
        limit = max(most - fixed, already) // grain * grain
        highest = sum([w for w in weights if w > 0])
        if highest <= limit:
            return
        total = cp_model.LinearExpr.weighted_sum(claims, weights)
        if owner.mode is Mode.WISH:
            steps = self._charge(owner, -(-(highest - limit) // step), 1)
            self.model.add(total <= limit + step * steps)
        else:
            self._require(owner, subject, self.model.add(total <= limit))

    def at_least(
        self,
        owner: Owner,
        subject: str,
        terms: Terms,
        least: int,
        *,
        step: int = 1,
        **about: Unpack[About],
    ) -> None:
        """A weighted sum of claims reaches least; a wish costs 1 a step short."""
        if self._is_waived(owner, **about):
            return
        claims, weights, fixed = parted(terms)
        grain = self._grain(owner, weights, step)
        limit = -((fixed - least) // grain) * grain
        lowest = sum([w for w in weights if w < 0])
        if lowest >= limit:
            return
        total = cp_model.LinearExpr.weighted_sum(claims, weights)
        if owner.mode is Mode.WISH:
            steps = self._charge(owner, -((lowest - limit) // step), 1)
            self.model.add(total + step * steps >= limit)
        else:
            self._require(owner, subject, self.model.add(total >= limit))

    @staticmethod
    def _grain(owner: Owner, weights: Sequence[int], step: int) -> int:
        """The sum moves in these steps, so a limit between two of them is loose."""
        return gcd(*weights, step if owner.mode is Mode.WISH else 0) or 1

    def charge(
        self,
        owner: Owner,
        claim: Claim,
        amount: int = 1,
        **about: Unpack[About],
    ) -> None:
        """The claim costs amount where it is true; only for a wish."""
        if self._is_waived(owner, **about):
            return
        if claim is True:
            claim = self.model.new_constant(1)
        if claim is not False:
            charge = self._charge(owner, 1, amount)
            self.model.add_bool_or([self.negation(claim), charge])

    def _is_waived(self, owner: Owner, **about: Unpack[About]) -> bool:
        """Whether a signed exception takes the row out, as it does the breach."""
        who, day = about.get("who"), about.get("day")
        return waiver_of(self._waivers, owner.code, who, day) is not None

    def _require(
        self, owner: Owner, subject: str, constraint: cp_model.Constraint
    ) -> None:
        self.rows[constraint.index] = Row(owner.code, subject)

    def _charge(self, owner: Owner, most: int, amount: int) -> cp_model.IntVar:
        steps = self.model.new_int_var(0, most, "")
        self.charges[owner.tier].append((steps, amount * owner.weight))
        return steps

    def cost(self, tier: Tier) -> cp_model.LinearExprT:
        """The sum of the tier's charges."""
        steps = [steps for steps, _ in self.charges[tier]]
        return cp_model.LinearExpr.weighted_sum(
            steps, [w for _, w in self.charges[tier]]
        )

    def hint(self, solution: Sequence[int]) -> None:
        """Start the next search from a solution."""
        self.model.clear_hints()  # type: ignore[no-untyped-call]
        hint = self.model.proto.solution_hint
        hint.vars.extend(range(len(solution)))
        hint.values.extend(solution)
