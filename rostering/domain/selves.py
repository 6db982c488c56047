"""One human being with several rows: a paramedic who is also a Special."""

from collections.abc import Iterable

from rostering.domain.grouping import grouped
from rostering.domain.people import Person, PersonId


def selves(people: Iterable[Person]) -> dict[PersonId, tuple[PersonId, ...]]:
    """The rows of whoever has more than one, by the id of each, in the order given.

    `same as` may name any row of the human being, and a row that is not there is none.
    """
    rows = list(people)
    first = {person.id: person.id for person in rows}
    for person in rows:
        if person.same_as in first:
            old, new = sorted((first[person.id], first[person.same_as]))
            first = {row: old if its == new else its for row, its in first.items()}
    groups = grouped(first, lambda row: first[row]).values()
    return {row: group for group in groups for row in group if group[1:]}
