"""Which choices of a model have to do with each other: those that share a row."""

from collections import defaultdict
from collections.abc import Iterator
from functools import cached_property
from random import Random

from ortools.sat.python.cp_model_helper import ConstraintProto

from rostering.decisions import Choices
from rostering.domain import Fill

MOST_ROWS = 6
"""How many rows are followed from one variable, and so how far apart walks may be."""
MOST_VARIABLES = 40
"""How many variables are followed from one row: a wide row links everybody."""
REACH = 30
"""Of so many variables that are nearest, a walk goes on from any."""
_LISTS = ("bool_or", "bool_and", "at_most_one", "exactly_one")


class Links:
    """The rows and variables of one model, walked at random."""

    def __init__(self, decisions: Choices) -> None:
        """Look at the model only when the first walk begins."""
        self._decisions = decisions

    def around(self, start: int, size: int, chance: Random) -> frozenset[Fill]:
        """About so many fills near a variable, by a walk along the rows.

        Args:
            start: The index of a variable, such as that of a charge that is paid.
            size: How many fills are wanted.
            chance: Which rows and variables the walk takes.
        """
        seen, edge = {start}, [start]
        walked: set[int] = set()
        found: set[Fill] = set()
        while edge and len(found) < size:
            variable = edge.pop(chance.randrange(min(len(edge), REACH)))
            rows = [row for row in self._rows_of[variable] if row not in walked]
            for row in chance.sample(rows, min(MOST_ROWS, len(rows))):
                walked.add(row)
                fresh = [each for each in self._variables[row] if each not in seen]
                near = chance.sample(fresh, min(MOST_VARIABLES, len(fresh)))
                seen.update(near)
                edge.extend(near)
                found.update(self._fills[v] for v in near if v in self._fills)
        return frozenset(found)

    @cached_property
    def _fills(self) -> dict[int, Fill]:
        claims = self._decisions.fill_claims.items()
        return {claim.index: fill for fill, claim in claims}

    @cached_property
    def _variables(self) -> list[tuple[int, ...]]:
        """The variables of each row, by its index."""
        rows = self._decisions.model.proto.constraints
        return [tuple(sorted(set(map(_plain, _literals(row))))) for row in rows]

    @cached_property
    def _rows_of(self) -> defaultdict[int, list[int]]:
        """The rows of each variable."""
        rows_of: defaultdict[int, list[int]] = defaultdict(list)
        for row, variables in enumerate(self._variables):
            for variable in variables:
                rows_of[variable].append(row)
        return rows_of


def _literals(row: ConstraintProto) -> Iterator[int]:
    """Everything that a row refers to; what is negated counts as minus one and less."""
    yield from row.enforcement_literal
    for name in _LISTS:
        if getattr(row, f"has_{name}")():
            yield from getattr(row, name).literals
    if row.has_linear():
        yield from row.linear.vars
    if row.has_lin_max():
        yield from row.lin_max.target.vars
        for each in row.lin_max.exprs:
            yield from each.vars


def _plain(literal: int) -> int:
    """The variable of a literal, negated or not."""
    return literal if literal >= 0 else -literal - 1
