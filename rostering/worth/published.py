"""Figures that joint response units have published of themselves, with their sources.

They are data, in published.toml; whoever has better ones gives them instead.
"""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from decimal import Decimal
from fractions import Fraction
from functools import cache
from pathlib import Path
from typing import Any

_FILE = Path(__file__).with_name("published.toml")
_DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
GIVEN = "given on the command line"


@dataclass(frozen=True, slots=True)
class Figure:
    """One figure, what it is of, and who says so."""

    name: str
    value: Fraction
    unit: str
    about: str
    source: str


Figures = Mapping[str, Figure]


@cache
def weekend() -> frozenset[int]:
    """The days of the week, Monday 0, of which incidents are published."""
    return frozenset(_DAYS.index(day) for day in _read()["weekend"])


@cache
def roles() -> frozenset[str]:
    """The roles of which somebody rides on the cars that the figures are of."""
    return frozenset(_read()["with_roles"])


@cache
def published() -> Figures:
    """Every figure by name."""
    return {
        name: Figure(
            name,
            Fraction(table["value"]),
            table["unit"],
            table["about"],
            table["source"],
        )
        for name, table in _read().items()
        if isinstance(table, dict)
    }


def with_given(values: Mapping[str, Fraction]) -> Figures:
    """The published figures, but for those that somebody gives.

    Args:
        values: The figures given, by names that there are.
    """
    return {
        name: replace(figure, value=values[name], source=GIVEN)
        if name in values
        else figure
        for name, figure in published().items()
    }


@cache
def _read() -> dict[str, Any]:
    return tomllib.loads(_FILE.read_text("utf-8"), parse_float=Decimal)
