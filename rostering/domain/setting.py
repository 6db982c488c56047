"""How rules are set: hard or a wish, its tier and weight, its parameters."""

from dataclasses import dataclass
from enum import IntEnum, StrEnum

from rostering.domain.place import NOWHERE, Place


class Mode(StrEnum):
    """Whether a rule must hold or has a charge when it does not."""

    HARD = "hard"
    WISH = "wish"


class Tier(IntEnum):
    """The order in which wishes are served; an earlier tier always wins."""

    COVER = 1
    CARE = 2
    CONTRACT = 3
    FAIRNESS = 4
    WISHES = 5

    @property
    def title(self) -> str:
        """What people call it."""
        return {2: "duty of care"}.get(self.value, self.name.lower())


@dataclass(frozen=True, slots=True)
class RuleSetting:
    """One row of the Rules sheet: what it changes about one rule, and for whom."""

    code: str
    on: bool | None = None
    mode: Mode | None = None
    tier: Tier | None = None
    weight: int | None = None
    applies_to: str = ""
    """A person, role, employer or call sign; empty means everybody."""
    parameter: str = ""
    value: str = ""
    source: str = ""
    place: Place = NOWHERE
    value_place: Place = NOWHERE
    mode_place: Place = NOWHERE
