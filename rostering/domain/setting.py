"""How rules are set: hard or a wish, its tier and weight, its parameters."""

from dataclasses import dataclass, replace
from datetime import time, timedelta
from enum import Enum, IntEnum, StrEnum
from typing import Any

from rostering.domain.place import NOWHERE, Place


class Mode(StrEnum):
    """Whether a rule must hold or has a charge when it does not."""

    HARD = "hard"
    WISH = "wish"


class Kind(StrEnum):
    """On what a rule rests, from the strictest to the mildest."""

    LAW = "law"
    SAFETY = "safety"
    CONTRACT = "contract"
    POLICY = "policy"
    SOFT = "soft"

    @property
    def in_words(self) -> str:
        """What people call it."""
        return "kindness" if self is Kind.SOFT else self.value


@dataclass(frozen=True, slots=True)
class Limit:
    """How far a book may loosen a parameter of a law without naming its source.

    Attributes:
        value: The law's own figure. A choice is to be just that; of several words
            none may be added; a clock time is compared by the night, from noon on.
        is_least: Whether a smaller value would be looser; otherwise a larger one is.
        law: What says so, in words: `regulation 10 of the Working Time Regulations`.
        furthest: What no agreement may loosen it beyond, if there is such a figure.
        may_be_nothing: Whether a figure of 0 is strict; mostly it is the rule put off.
    """

    value: Any
    is_least: bool
    law: str
    furthest: Any = None
    may_be_nothing: bool = False

    @property
    def bound(self) -> str:
        """What stands before the figure: `at least`, `at most` or `only`."""
        if isinstance(self.value, Enum | tuple):
            return "only"
        if isinstance(self.value, time):
            return "no earlier than" if self.is_least else "no later than"
        return "at least" if self.is_least else "at most"

    def allows(self, value: object) -> bool:
        """Tell whether the value is the law's, or stricter."""
        law, given = self.value, value
        if isinstance(law, Enum):
            return given is law
        if isinstance(law, tuple) and isinstance(given, tuple):
            return set(given) <= set(law)
        if self._is_put_off_by(given):
            return False
        if isinstance(law, time) and isinstance(given, time):
            law, given = _from_noon(law), _from_noon(given)
        return bool(law <= given if self.is_least else law >= given)

    def may_be_agreed(self, value: object) -> bool:
        """Tell whether an agreement may set it so."""
        if self._is_put_off_by(value):
            return False
        return self.furthest is None or replace(self, value=self.furthest).allows(value)

    def _is_put_off_by(self, value: object) -> bool:
        is_figure = isinstance(value, int | timedelta)
        return is_figure and not value and not self.may_be_nothing


def _from_noon(clock: time) -> tuple[bool, time]:
    """Something to compare the clock times of one night by."""
    return clock < time(12), clock


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
    """People, roles, employers, call signs or areas, with commas; empty: everybody."""
    parameter: str = ""
    value: str = ""
    source: str = ""
    place: Place = NOWHERE
    value_place: Place = NOWHERE
    mode_place: Place = NOWHERE
    on_place: Place = NOWHERE
