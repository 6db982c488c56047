"""From rows as arrays to a solver's model."""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
from ortools.sat.python import cp_model
from ortools.sat.python.cp_model_helper import ConstraintProto

from rostering.solve.matrix.lists import Lists, Whole
from rostering.solve.matrix.matrix import FAR, Kind

ENDLESS = 2**63 - 1
_LINEAR, _CLAUSE, _AT_MOST_ONE, _EXACTLY_ONE = (int(kind) for kind in Kind)


@dataclass(frozen=True, slots=True)
class Sums:
    """Rows as in a matrix, for variables of their own; `unless` as in a matrix."""

    columns: Lists
    weights: Whole
    least: Whole
    most: Whole
    kinds: Whole
    unless: Lists


def written(sums: Sums, lower: Whole, upper: Whole) -> cp_model.CpModel:
    """A model of these rows, without those that the bounds keep by themselves."""
    lower, upper = _tightened(sums, lower, upper)
    model = cp_model.CpModel()
    proto = model.proto
    variables, rows = proto.variables, proto.constraints
    for low, high in zip(lower.tolist(), upper.tolist(), strict=True):
        variables.add().domain.extend((low, high))
    for row in _rows(sums, np.flatnonzero(~_is_idle(sums, lower, upper))):
        row.write(rows.add())
    return model


def _tightened(sums: Sums, lower: Whole, upper: Whole) -> tuple[Whole, Whole]:
    """The bounds, as rows of one variable make them.

    Where they contradict each other the bounds stay, and with them the rows.
    """
    alone = (sums.columns.sizes == 1) & (sums.unless.sizes == 0)
    where = sums.columns.where(np.flatnonzero(alone))
    columns, weights = sums.columns.items[where], sums.weights[where]
    least, most = sums.least[alone], sums.most[alone]
    is_open = weights != 0
    columns, weights = columns[is_open], weights[is_open]
    least, most = least[is_open], most[is_open]
    low = np.where(weights > 0, -(-least // weights), -(-most // weights))
    high = np.where(weights > 0, most // weights, least // weights)
    tight_lower, tight_upper = lower.copy(), upper.copy()
    np.maximum.at(tight_lower, columns, low)
    np.minimum.at(tight_upper, columns, high)
    empty = tight_lower > tight_upper
    return (
        np.where(empty, lower, tight_lower),
        np.where(empty, upper, tight_upper),
    )


def _is_idle(sums: Sums, lower: Whole, upper: Whole) -> Whole:
    """Whether each row holds whatever the variables are within their bounds."""
    columns, weights = sums.columns.items, sums.weights
    is_up = weights > 0
    lows = weights * np.where(is_up, lower[columns], upper[columns])
    highs = weights * np.where(is_up, upper[columns], lower[columns])
    is_low = sums.least <= sums.columns.sums(lows)
    is_high = sums.columns.sums(highs) <= sums.most
    return np.asarray(is_low & is_high)


class _Row(NamedTuple):
    """One row of a model, still to be written."""

    kind: int
    columns: list[int]
    weights: list[int]
    limits: tuple[int, int]
    unless: list[int]

    def write(self, row: ConstraintProto) -> None:
        """Say it to the solver, as what it is where the limits still say so."""
        if self.unless:
            row.enforcement_literal.extend(self.unless)
        if self.kind == _CLAUSE:
            row.bool_or.literals.extend(self.columns)
        elif self.kind == _AT_MOST_ONE:
            row.at_most_one.literals.extend(self.columns)
        elif self.kind == _EXACTLY_ONE:
            row.exactly_one.literals.extend(self.columns)
        else:
            linear = row.linear
            linear.vars.extend(self.columns)
            linear.coeffs.extend(self.weights)
            linear.domain.extend(self.limits)


def _rows(sums: Sums, which: Whole) -> Iterator[_Row]:
    """Some of the rows; of those that are about literals the columns say which."""
    kinds = _kinds(sums)
    is_logic = np.repeat(kinds != _LINEAR, sums.columns.sizes)
    signed = np.where(
        is_logic & (sums.weights < 0), -sums.columns.items - 1, sums.columns.items
    )
    columns, weights = signed.tolist(), sums.weights.tolist()
    starts_of, unless_of = sums.columns.start.tolist(), sums.unless.start.tolist()
    literals = sums.unless.items.tolist()
    least = np.where(sums.least > -FAR // 2, sums.least, -ENDLESS - 1).tolist()
    most = np.where(sums.most < FAR // 2, sums.most, ENDLESS).tolist()
    kinds_of = kinds.tolist()
    for row in which.tolist():
        begin, end = starts_of[row], starts_of[row + 1]
        yield _Row(
            kinds_of[row],
            columns[begin:end],
            weights[begin:end],
            (least[row], most[row]),
            literals[unless_of[row] : unless_of[row + 1]],
        )


def _kinds(sums: Sums) -> Whole:
    """What each row still is with the limits that it has now."""
    edge = 1 - sums.columns.sums((sums.weights < 0).astype(np.int64))
    is_least, is_most = sums.least == edge, sums.most == edge
    is_still = (
        ((sums.kinds == _CLAUSE) & is_least)
        | ((sums.kinds == _AT_MOST_ONE) & is_most)
        | ((sums.kinds == _EXACTLY_ONE) & is_least & is_most)
    )
    return np.where(is_still, sums.kinds, _LINEAR)
