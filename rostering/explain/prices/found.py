"""What slack was found to buy."""

from dataclasses import dataclass
from functools import cached_property


@dataclass(frozen=True, slots=True)
class Gain:
    """What slack would buy: no less than this, and no more than that."""

    at_least: int
    at_most: int

    def no_less_than(self, other: "Gain") -> "Gain":
        """The same, knowing that it includes what another slack buys."""
        at_least = max(self.at_least, other.at_least)
        return Gain(at_least, max(at_least, self.at_most))


@dataclass(frozen=True, slots=True)
class Price:
    """One unit of slack in one rule, and what it would buy."""

    code: str
    what: str
    """The parameter; empty for leaving the rule out altogether."""
    was: str
    now: str
    cover: Gain
    """Shifts more that would be crewed."""
    fairness: Gain
    """How much less fairness would cost, with cover and contracts as they are."""

    @property
    def gains(self) -> bool:
        """Whether it is sure to buy something."""
        return self.cover.at_least > 0 or self.fairness.at_least > 0

    @property
    def is_nothing(self) -> bool:
        """Whether it is proved to buy nothing."""
        return self.cover.at_most == self.fairness.at_most == 0

    @property
    def rank(self) -> tuple[int, int, int, int, str, str]:
        """What buys most comes first."""
        sure = -self.cover.at_least, -self.fairness.at_least
        perhaps = -self.cover.at_most, -self.fairness.at_most
        return *sure, *perhaps, self.code, self.what


@dataclass(frozen=True)
class Prices:
    """Every price that was found, the dearest first, and what was not asked."""

    crewed: int
    wanted: int
    fairness: int
    """What fairness costs now."""
    found: tuple[Price, ...]
    not_for_sale: tuple[str, ...] = ()
    """Codes of rules that are law or keep people safe."""
    not_asked: tuple[str, ...] = ()
    """Codes of rules for which there was no time."""

    @cached_property
    def buying(self) -> tuple[Price, ...]:
        """The prices that are sure to buy something."""
        return tuple(price for price in self.found if price.gains)

    @cached_property
    def unsure(self) -> tuple[Price, ...]:
        """Rules that may bind: nothing was found to gain, nor that there is nothing."""
        sold = {price.code for price in self.buying}
        left = (p for p in self.found if p.code not in sold and not p.what)
        return tuple(price for price in left if not price.is_nothing)

    @cached_property
    def worth_nothing(self) -> tuple[str, ...]:
        """Codes of rules that could be left out, and nothing would be gained."""
        return tuple(p.code for p in self.found if not p.what and p.is_nothing)
