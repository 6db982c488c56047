"""What the rules say, noted as they post it: sums of fills, and fills that do not go.

The rules speak of claims that a solver's model has variables for. Most of these are
fills, or made of fills: rows of such claims can be told to a peer that has no such
model. What else the rules say is counted, so that it can be told as untold.
"""

from collections import Counter
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from typing import Unpack

from ortools.sat.python.cp_model_helper import Literal

from benchmarks.ladder.streams.known import Known, is_one_day, kept
from benchmarks.ladder.streams.sums import FAR, Sum, tier_of, weight_of
from rostering.decisions import About, Claim, Decisions, Terms
from rostering.decisions.claims import parted
from rostering.decisions.posting import Owner
from rostering.domain import Fill, Problem, Shift, Tier


class Noted(Decisions):
    """Decisions that keep what the rules post."""

    def __init__(self, problem: Problem, barred: AbstractSet[Fill]) -> None:
        """Begin with the fills, as the decisions of a model do."""
        self.known = Known()
        self.sums: list[Sum] = []
        self.prices: Counter[Shift] = Counter()
        """What each shift costs that is not crewed."""
        self.untold: Counter[str] = Counter()
        """How many rows of each rule are about more than fills."""
        self._open: dict[int, Shift] = {}
        """Of what a shift is that is not crewed, by the index of the claim."""
        super().__init__(problem, barred=barred)
        self.known.fills = {c.index: fill for fill, c in self.fill_claims.items()}

    def any_of(self, claims: Iterable[Claim]) -> Claim:
        """The claim, whose parts are kept."""
        claims = list(claims)
        return kept(self.known.any_of, super().any_of(claims), claims)

    def all_of(self, claims: Iterable[Claim]) -> Claim:
        """The claim, whose parts are kept."""
        claims = list(claims)
        wanted = [claim for claim in claims if claim is not True]
        return kept(self.known.all_of, super().all_of(claims), wanted)

    def crewed(self, shift: Shift) -> Claim:
        """The claim, of which it is kept that it is about a crew."""
        claim = super().crewed(shift)
        if not isinstance(claim, bool):
            self._open[(~claim).index] = shift
        return claim

    def forbid_together(
        self,
        owner: Owner,
        subject: str,
        claims: Iterable[Claim],
        *,
        amount: int = 1,
        **about: Unpack[About],
    ) -> None:
        """Note what does not go together."""
        claims = [claim for claim in claims if claim is not True]
        is_idle = not claims or any(claim is False for claim in claims)
        if is_idle or self._is_waived(owner, **about):
            return
        cost = amount * weight_of(owner)
        self._keep(owner, self._clause(claims, cost, tier_of(owner)))

    def _keep(self, owner: Owner, row: Sum | None) -> None:
        if row is None:
            self.untold[owner.code] += 1
        else:
            self.sums.append(row)

    def _clause(
        self, claims: Iterable[Claim], cost: int, tier: Tier | None
    ) -> Sum | None:
        """A sum that is more than its most exactly where all the claims are true."""
        parts: list[frozenset[Fill]] = []
        against: set[Fill] = set()
        if not all(self.known.split(claim, parts, against) for claim in claims):
            return None
        most = len(parts) - 1
        if most < 1 or all(map(is_one_day, parts)):
            terms = Counter(fill for part in parts for fill in part)
            terms.subtract({fill: len(terms) + 1 for fill in against})
            return Sum(tier, terms, -FAR, most, cost=cost, steps=1)
        if against:
            return None
        return Sum(tier, {}, -FAR, most, cost=cost, steps=1, parts=parts)

    def charge(
        self, owner: Owner, claim: Claim, amount: int = 1, **about: Unpack[About]
    ) -> None:
        """Note what is charged: of a shift that is not crewed, its price."""
        shift = None if isinstance(claim, bool) else self._open.get(claim.index)
        if shift is not None and owner.tier is Tier.COVER:
            self.prices[shift] += amount * owner.weight
        else:
            self.forbid_together(owner, "", (claim,), amount=amount, **about)

    def at_most_one(
        self,
        owner: Owner,
        subject: str,
        claims: Iterable[Claim],
        **about: Unpack[About],
    ) -> None:
        """Note that there may be one of these."""
        self.at_most(owner, subject, [(claim, 1) for claim in claims], 1, **about)

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
        """Note the sum and its most, which is no less than what stands already."""
        claims, weights, fixed = parted(terms)
        already = sum(w for c, w in zip(claims, weights, strict=True) if c.index < 0)
        if not self._is_waived(owner, **about):
            known = zip(claims, weights, strict=True)
            self._note(owner, known, (-FAR, max(most - fixed, already)), step)

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
        """Note the sum and its least."""
        claims, weights, fixed = parted(terms)
        if not self._is_waived(owner, **about):
            known = zip(claims, weights, strict=True)
            self._note(owner, known, (least - fixed, FAR), step)

    def _note(
        self,
        owner: Owner,
        terms: Iterable[tuple[Literal, int]],
        limits: tuple[int, int],
        step: int,
    ) -> None:
        terms = list(terms)
        found, tier, weight = self._total(terms), tier_of(owner), weight_of(owner)
        if found is None:
            parts = self._parts(terms)
            row = parts and Sum(tier, {}, *limits, step, weight, parts=parts)
            self._keep(owner, row or None)
            return
        fixed, total = found
        least, most = (limit - fixed for limit in limits)
        low = sum(w for w in total.values() if w < 0)
        high = sum(w for w in total.values() if w > 0)
        if total and (low < least or high > most):
            self.sums.append(Sum(tier, total, least, most, step, weight))

    def _parts(
        self, terms: Iterable[tuple[Literal, int]]
    ) -> list[frozenset[Fill]] | None:
        """What is counted, where a sum counts things that have several fills each."""
        parts = [self.known.alternatives(claim) for claim, _ in terms]
        is_count = all(weight == 1 for _, weight in terms)
        return [part for part in parts if part] if is_count and all(parts) else None

    def _total(
        self, terms: Iterable[tuple[Literal, int]]
    ) -> tuple[int, Counter[Fill]] | None:
        """A number and a sum of fills, as if every shift were crewed."""
        fixed, total = 0, Counter[Fill]()
        for claim, weight in terms:
            its = self.known.total(claim)
            if its is None and claim.index in self._open:
                continue
            if its is None:
                return None
            fixed += weight * its[0]
            for fill, number in its[1].items():
                total[fill] += weight * number
        return fixed, total
