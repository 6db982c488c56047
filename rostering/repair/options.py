"""The options of a menu of repairs, and what is proved of each."""

from collections.abc import Mapping
from dataclasses import dataclass
from fractions import Fraction
from functools import cached_property

from rostering.audit import audit
from rostering.domain import Audit, Breach, PersonId, Rota, Shift, Tier
from rostering.explain.differences import Charge, charges_between
from rostering.pay import pay_in
from rostering.repair.changes import Change, changes, people_told
from rostering.repair.search import PRICED
from rostering.repair.situation import Situation

ABOUT_CHANGES = "CHANGE-"
"""How the codes of the rules begin that charge for changes themselves."""


@dataclass(frozen=True, slots=True)
class Proof:
    """What a measure came to, and the least that was proved possible."""

    value: int
    bound: int

    @property
    def is_proved(self) -> bool:
        """Whether nothing less is possible."""
        return self.value <= self.bound


@dataclass(frozen=True)
class Option:
    """One way to repair a rota, and how good it is known to be."""

    situation: Situation
    rota: Rota
    unmended: tuple[Breach, ...]
    """What is broken by days gone by, and cannot be mended."""
    told: Proof
    """How many people are told, of the rotas with this much cover."""
    cover: Proof
    """The charge for open shifts, of the rotas in which so many are told."""
    least_moved: int
    """The fewest days of people that change, of rotas with this cover and told."""
    least_price: int
    """The least that late notice costs, of the rotas that are as good so far."""
    bounds: Mapping[Tier, int]
    """The least that the later tiers could cost with no more changes; without a tier,
    it could cost no less than it does."""

    @property
    def is_proved(self) -> bool:
        """Whether nobody less can be told for this cover, nor more be covered."""
        return self.told.is_proved and self.cover.is_proved

    @cached_property
    def audit(self) -> Audit:
        """All that it breaks of days gone by, and misses."""
        return audit(self.rota, self.situation.rules)

    @cached_property
    def wished(self) -> Audit:
        """The wishes that it misses."""
        return audit(self.rota, self.situation.wishes)

    @property
    def moved(self) -> Proof:
        """How many days of people change."""
        return Proof(len(self.news), self.least_moved)

    @property
    def price(self) -> Proof:
        """What late notice, and telling people again, costs."""
        if not self.people:
            return Proof(0, 0)
        costs = (b.cost for b in self.wished.wishes if b.rule in PRICED)
        return Proof(sum(costs), self.least_price)

    @property
    def tiers(self) -> tuple[tuple[Tier, Proof], ...]:
        """What the tiers after cover cost, with the changes limited as they are."""
        costs = {
            tier: self.wished.cost(tier) for tier in Tier if tier is not Tier.COVER
        }
        return tuple(
            (tier, Proof(cost, self.bounds.get(tier, cost)))
            for tier, cost in costs.items()
        )

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Who has what otherwise, day by day."""
        return changes(self.situation.before, self.rota, self.situation.today)

    @property
    def news(self) -> tuple[Change, ...]:
        """The changes that are news to somebody."""
        return tuple(change for change in self.changes if change.is_told)

    @property
    def forced(self) -> tuple[Change, ...]:
        """Places that are left by people who are gone, or away of their own accord."""
        return tuple(change for change in self.changes if not change.is_told)

    @property
    def people(self) -> tuple[PersonId, ...]:
        """Whom to tell."""
        return people_told(self.changes)

    @cached_property
    def crewed(self) -> int:
        """How many shifts are crewed."""
        return crewed(self.rota)

    @property
    def open_again(self) -> tuple[Shift, ...]:
        """The shifts that were crewed as published, and are not."""
        before = self.situation.before
        return tuple(
            shift
            for shift in before.crews
            if before.is_crewed(shift) and not self.rota.is_crewed(shift)
        )

    @cached_property
    def worth(self) -> tuple[tuple[PersonId, Fraction], ...]:
        """What changes in the pay of whom, in hours of plain time."""
        before, after = self.situation.before, self.rota
        return tuple(
            (person, _hours(after, person) - _hours(before, person))
            for person in self.people
        )

    @cached_property
    def charges(self) -> tuple[Charge, ...]:
        """What each rule's wishes cost as published, and then; changes aside."""
        if not self.people:
            return ()
        every = charges_between(self.situation.wished_before, self.wished)
        return tuple(c for c in every if not c.rule.startswith(ABOUT_CHANGES))


def crewed(rota: Rota) -> int:
    """How many shifts have their whole crew."""
    return sum(rota.is_crewed(shift) for shift in rota.problem.shifts)


def _hours(rota: Rota, person: PersonId) -> Fraction:
    """All that the person's work is paid at, in hours of plain time."""
    pay = pay_in(rota, person)
    return pay.basic_hours + pay.extra_hours


@dataclass(frozen=True)
class Menu:
    """Everything that can be done, in order of how many people are told."""

    situation: Situation
    options: tuple[Option, ...]
    best_cover: Proof
    """The charge for open shifts, whoever is told."""
    seconds: float

    @property
    def is_complete(self) -> bool:
        """Whether more changes than in the last option would cover no more."""
        return self.options[-1].cover.value <= self.best_cover.value

    @property
    def is_proved(self) -> bool:
        """Whether each option is proved to be what it says, and the last the best."""
        return self.best_cover.is_proved and all(o.is_proved for o in self.options)
