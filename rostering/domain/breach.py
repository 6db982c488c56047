"""Where a rota breaks a rule."""

from dataclasses import dataclass, field
from datetime import date

from rostering.domain.setting import Mode, Tier
from rostering.domain.waiver import Waiver


@dataclass(frozen=True, slots=True)
class Breach:
    """One place where a rota breaks a rule, or misses a wish.

    `amount` counts units of the rule's own measure; `cost` is the charge of a wish,
    and 0 for a rule that must hold.
    """

    rule: str
    mode: Mode
    tier: Tier
    subject: str
    """The person, shift or pair that it is about, by id."""
    because: str
    day: date | None = None
    amount: int = 1
    cost: int = 0
    briefly: str = ""
    """What it makes of the person here, for counting them: `resting after Tue late`."""
    waiver: Waiver | None = None
    """The signed exception that excuses it, if one does."""


@dataclass(frozen=True)
class Audit:
    """Everything that an audit of one rota found."""

    breaches: tuple[Breach, ...] = ()
    rules: tuple[str, ...] = field(default=())
    """Codes of the rules that were audited."""
    waived: tuple[Breach, ...] = ()
    """What signed exceptions excuse; it is no breach, and never hidden."""

    @property
    def hard(self) -> tuple[Breach, ...]:
        """Breaches of rules that must hold."""
        return tuple(b for b in self.breaches if b.mode is Mode.HARD)

    @property
    def wishes(self) -> tuple[Breach, ...]:
        """Wishes that are not met."""
        return tuple(b for b in self.breaches if b.mode is Mode.WISH)

    def cost(self, tier: Tier) -> int:
        """The sum of the tier's charges."""
        return sum(b.cost for b in self.wishes if b.tier is tier)
