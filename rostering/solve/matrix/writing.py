"""From rows as arrays to a solver's model."""

from dataclasses import dataclass

import numpy as np
from ortools.sat.python import cp_model
from ortools.sat.python.cp_model_helper import ConstraintProto

from rostering.solve.matrix.lists import Lists, Whole
from rostering.solve.matrix.matrix import FAR, Kind

ENDLESS = 2**63 - 1


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
    variables = model.proto.variables
    for low, high in zip(lower.tolist(), upper.tolist(), strict=True):
        variables.add().domain.extend((low, high))
    for row in np.flatnonzero(~_is_idle(sums, lower, upper)).tolist():
        _write(model.proto.constraints.add(), sums, row)
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


def _write(row: ConstraintProto, sums: Sums, which: int) -> None:
    begin, end = sums.columns.start[which : which + 2]
    columns = sums.columns.items[begin:end].tolist()
    weights = sums.weights[begin:end].tolist()
    least, most = int(sums.least[which]), int(sums.most[which])
    first, last = sums.unless.start[which : which + 2]
    row.enforcement_literal.extend(sums.unless.items[first:last].tolist())
    negated = weights.count(-1)
    kind = sums.kinds[which]
    if kind == Kind.CLAUSE and least == 1 - negated:
        row.bool_or.literals.extend(_literals(columns, weights))
    elif kind == Kind.AT_MOST_ONE and most == 1 - negated:
        row.at_most_one.literals.extend(_literals(columns, weights))
    elif kind == Kind.EXACTLY_ONE and least == most == 1 - negated:
        row.exactly_one.literals.extend(_literals(columns, weights))
    else:
        row.linear.vars.extend(columns)
        row.linear.coeffs.extend(weights)
        low = least if least > -FAR // 2 else -ENDLESS - 1
        high = most if most < FAR // 2 else ENDLESS
        row.linear.domain.extend((low, high))


def _literals(columns: list[int], weights: list[int]) -> list[int]:
    return [c if w > 0 else -c - 1 for c, w in zip(columns, weights, strict=True)]
