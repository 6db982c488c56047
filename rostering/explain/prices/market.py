"""One rule after another with a unit of slack, against the rota without it."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from constraints import Rule
from rostering.build import build
from rostering.domain import Fill, Problem, Rota, Tier
from rostering.eligibility import eligibility
from rostering.explain.prices.found import Gain, Price
from rostering.explain.prices.slacks import Slack, units, without
from rostering.explain.prices.trials import Trials
from rostering.explain.proof.most_crewed import most_crewed
from rostering.solve import Limits, Result
from rostering.solve.find import Brake

NOTHING = Gain(0, 0)
EFFORT = 0.5
"""Of the usual effort for a tier: a price compares, nobody works its rota."""


class Market:
    """The rota as it is, and what slack would buy beyond it.

    What is sure is counted from the best that could be without the slack, and what is
    possible from what was found without it, so neither is more than is proved.
    """

    def __init__(self, base: Result, rules: Sequence[Rule], ends: float) -> None:
        """Begin from the best rota under the rules; `ends` is a monotonic time."""
        if base.rota is None:
            raise ValueError("no rota to begin from")
        self._problem = base.rota.problem
        self._rules = tuple(rules)
        limits = Limits(EFFORT, seed=base.seed)
        self._trials = Trials(base.rota.fills, limits, ends, Brake())
        tiers = {tier.tier: tier for tier in base.tiers}
        self._fairness = tiers[Tier.FAIRNESS]
        self.crewed = self._crewed(base.rota.fills)
        self._most = most_crewed(self._problem, rules, tiers[Tier.COVER].bound)
        self._heard = _heard(self._problem, rules)

    @property
    def wanted(self) -> int:
        """How many shifts are asked for."""
        return len(self._problem.shifts)

    @property
    def fairness(self) -> int:
        """What fairness costs without slack."""
        return self._fairness.value

    def prices_of(self, code: str) -> Iterator[Price]:
        """The rule left out altogether, and each of its figures a unit looser.

        Of a figure that buys nothing either way, and is kept either way, nobody can
        tell which way is looser: it is left out.
        """
        if code not in self._heard:
            yield Price(code, "", "", "", NOTHING, NOTHING)
            return
        whole = self._price(without(self._problem, self._rules, code))
        if whole is None:
            return
        looser = tuple(self._units(code)) if whole.gains else ()
        for price in looser:
            whole = replace(
                whole,
                cover=whole.cover.no_less_than(price.cover),
                fairness=whole.fairness.no_less_than(price.fairness),
            )
        yield from (whole, *looser)

    def _units(self, code: str) -> Iterator[Price]:
        for ways in units(self._problem, self._rules, code):
            found = [price for way in ways if (price := self._price(way))]
            best = min(found, key=lambda price: price.rank, default=None)
            if best is not None and (best.gains or len(found) < len(ways)):
                yield best

    def _price(self, slack: Slack) -> Price | None:
        """What the slack buys; None where it is none but makes the rule tighter."""
        cover = self._trials.least(slack.problem, slack.rules, Tier.COVER)
        if cover is None:
            return None
        fair = self._trials.least(slack.problem, slack.rules, Tier.FAIRNESS)
        if fair is None:
            return None
        most = most_crewed(self._problem, slack.rules, cover.bound)
        return Price(
            slack.code,
            slack.what,
            slack.was,
            slack.now,
            _gain(self._crewed(cover.fills) - self._most, most - self.crewed),
            _gain(self._fairness.bound - fair.value, self.fairness - fair.bound),
        )

    def _crewed(self, fills: frozenset[Fill]) -> int:
        rota = Rota(self._problem, fills)
        return sum(rota.is_crewed(shift) for shift in self._problem.shifts)


def _heard(problem: Problem, rules: Sequence[Rule]) -> frozenset[str]:
    """The rules that keep somebody out, or have a row in the model: others are idle."""
    eligible = eligibility(problem, rules)
    reasons = (each for against in eligible.reasons.values() for each in against)
    rows = build(problem, rules, eligible=eligible).rows.values()
    return frozenset(reason.rule for reason in reasons) | {row.rule for row in rows}


def _gain(at_least: int, at_most: int) -> Gain:
    """Never less than nothing: nobody has to make use of slack."""
    return Gain(max(0, at_least), max(0, at_least, at_most))
