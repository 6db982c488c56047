"""Forenames and what people who bear them are called: the table `nicknames.csv`."""

import csv
from collections import defaultdict
from collections.abc import Mapping
from functools import cache
from importlib.resources import files

from inputs.intake.values.words import collapsed


def is_same_forename(one: str, other: str) -> bool:
    """Whether one may be short for the other, or both for a third: Bill and Will."""
    first, second = collapsed(one), collapsed(other)
    return first == second or bool(_full(first) & _full(second))


def _full(name: str) -> frozenset[str]:
    """Every full name for which it may stand, itself among them."""
    return _names().get(name, frozenset()) | {name}


@cache
def _names() -> Mapping[str, frozenset[str]]:
    table = files(__package__).joinpath("nicknames.csv").read_text(encoding="utf-8")
    found: defaultdict[str, set[str]] = defaultdict(set)
    for row in csv.DictReader(table.splitlines()):
        for short in row["called"].split():
            found[collapsed(short)].add(collapsed(row["name"]))
    return {short: frozenset(names) for short, names in found.items()}
