"""Which rows of a model are about one person alone, and which link people."""

from dataclasses import dataclass

import numpy as np

from rostering.domain import PersonId
from rostering.solve.matrix import Lists, Matrix, Whole
from rostering.solve.matrix.lists import Truths

NOBODY = -1
"""Whose a variable or row is that is not one person's."""
_NONE_YET = 2**40


@dataclass(frozen=True, slots=True)
class Blocks:
    """Whose each variable and row is: the number of a person, or NOBODY."""

    people: tuple[PersonId, ...]
    of_column: Whole
    of_row: Whole


def blocks(matrix: Matrix) -> Blocks:
    """Give everything to the person whom alone it is about.

    A claim belongs to the person whose choices decide it; a charge, to the person whose
    variables are in all rows with it, other than rows of charges alone.
    """
    people = tuple(sorted({fill.person for fill in matrix.fills}))
    number = {person: n for n, person in enumerate(people)}
    first = np.full(matrix.size, _NONE_YET)
    for fill, column in matrix.fills.items():
        first[column] = number[fill.person]
    last = np.where(first == _NONE_YET, -_NONE_YET, first)
    _settle(matrix, first, last)
    free = matrix.lower < matrix.upper
    is_own = (first == last) & free
    of_column = np.where(is_own, first, NOBODY)
    return Blocks(people, of_column, _of_rows(matrix, of_column, free))


def _settle(matrix: Matrix, first: Whole, last: Whole) -> None:
    """Carry the first and last person from choices to claims and charges."""
    is_choice = np.zeros(matrix.size, bool)
    is_choice[list(matrix.fills.values())] = True
    is_claim = matrix.inputs.sizes > 0
    is_free = matrix.lower < matrix.upper
    others = ~is_choice & ~is_claim & is_free
    columns, rows = _links(matrix, others)
    for _ in range(matrix.size):
        before = first.copy(), last.copy()
        _spread(matrix.inputs.owners(), matrix.inputs.items, first, last)
        row_first = np.full(len(matrix.columns), _NONE_YET)
        row_last = -row_first
        np.minimum.at(row_first, rows, first[columns])
        np.maximum.at(row_last, rows, last[columns])
        mine = others[columns]
        np.minimum.at(first, columns[mine], row_first[rows[mine]])
        np.maximum.at(last, columns[mine], row_last[rows[mine]])
        if (before[0] == first).all() and (before[1] == last).all():
            return


def _spread(owners: Whole, items: Whole, first: Whole, last: Whole) -> None:
    np.minimum.at(first, owners, first[items])
    np.maximum.at(last, owners, last[items])


def _links(matrix: Matrix, others: Truths) -> tuple[Whole, Whole]:
    """The entries by which people reach charges: not in rows of charges alone."""
    owners = matrix.columns.owners()
    is_charge = np.zeros(matrix.size, bool)
    for charges in matrix.charges.values():
        is_charge[charges.columns] = True
    counts = Lists(matrix.columns.start, matrix.columns.items).sums(
        np.where(is_charge[matrix.columns.items], 0, 1)
    )
    reaching = Lists(matrix.columns.start, matrix.columns.items).sums(
        np.where(others[matrix.columns.items], 1, 0)
    )
    wanted = ((counts > 0) & (reaching > 0))[owners]
    return matrix.columns.items[wanted], owners[wanted]


def _of_rows(matrix: Matrix, of_column: Whole, free: Truths) -> Whole:
    """Whose all variables of a row are, but for those that are constant."""
    columns, owners = matrix.columns.items, matrix.columns.owners()
    wanted = free[columns]
    whose, owners = of_column[columns[wanted]], owners[wanted]
    first = np.full(len(matrix.columns), _NONE_YET)
    last = np.full(len(matrix.columns), NOBODY)
    np.minimum.at(first, owners, whose)
    np.maximum.at(last, owners, whose)
    return np.where(first == last, first, NOBODY)
