"""Weights that a planner picks by name; what the book says for itself still wins."""

import tomllib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from fnmatch import fnmatchcase
from functools import cache
from pathlib import Path
from typing import Any

from constraints import RULES, Rule
from rostering.domain import Mode, RuleSetting, Tier

_FILE = Path(__file__).with_name("presets.toml")
_TIERS = {tier.title: tier for tier in Tier}


@dataclass(frozen=True)
class Preset:
    """Some weights with a name, and what they are for."""

    name: str
    about: str
    settings: tuple[RuleSetting, ...]
    """One row for each rule whose wishes it sets otherwise."""

    def over(self, settings: Sequence[RuleSetting]) -> tuple[RuleSetting, ...]:
        """A book's settings with the preset's, where the book says nothing."""
        left = (_unsaid(row, settings) for row in self.settings)
        return (*settings, *(row for row in left if row != RuleSetting(row.code)))

    def differences(self) -> Iterator[tuple[Rule, Rule]]:
        """Each rule that it sets otherwise: as it is usually, and as it is then."""
        for row in self.settings:
            usual = RULES[row.code]()
            said = {
                name: value
                for name in ("tier", "weight")
                if (value := getattr(row, name)) is not None
            }
            yield usual, replace(usual, **said)


@cache
def presets() -> Mapping[str, Preset]:
    """All presets by name, in the order in which they are offered."""
    read = tomllib.loads(_FILE.read_text("utf-8"))
    return {name: _preset(name, table) for name, table in read.items()}


def _preset(name: str, table: Mapping[str, Any]) -> Preset:
    rows = [
        RuleSetting(
            code, tier=_TIERS.get(said.get("tier", "")), weight=said.get("weight")
        )
        for pattern, said in table["rules"].items()
        for code, rule in RULES.items()
        if fnmatchcase(code, pattern) and rule().mode is Mode.WISH
    ]
    return Preset(name, table["about"], tuple(rows))


def _unsaid(row: RuleSetting, settings: Sequence[RuleSetting]) -> RuleSetting:
    """What of a preset's row the book does not say itself for everybody."""
    own = [s for s in settings if s.code == row.code and not s.applies_to]
    has_tier = any(setting.tier is not None for setting in own)
    has_weight = any(setting.weight is not None for setting in own)
    return replace(
        row,
        tier=None if has_tier else row.tier,
        weight=None if has_weight else row.weight,
    )
