"""What a rule finds where it can find anything new, and nowhere else."""

from collections.abc import Collection, Iterator

from constraints import Rule
from rostering.domain import Breach, PersonId, Problem, Rota, Shift


def breaches_near(
    rule: Rule, rota: Rota, shifts: Collection[Shift], people: frozenset[PersonId]
) -> Iterator[Breach]:
    """What the rule finds in the crews of these shifts, or else among these people.

    All that it finds anew is there, if only the crews of these shifts change and all
    who are on them are among these people.
    """
    if rule.binds_cars:
        yield from _in_crews(rule, rota, shifts)
    elif bound := rule.bound(_all_rows(rota.problem, people)):
        yield from rule.narrowed(bound).breaches(rota)


def _all_rows(problem: Problem, people: frozenset[PersonId]) -> frozenset[PersonId]:
    """The people with all rows of each: a rule may measure any of them."""
    known = people & problem.person.keys()
    return people.union(*(problem.selves(person) for person in known))


def _in_crews(rule: Rule, rota: Rota, shifts: Collection[Shift]) -> Iterator[Breach]:
    if rule.looks_beyond_crew:
        yield from rule.breaches(rota)
    else:
        crews = frozenset(fill for shift in shifts for fill in rota.crew_of(shift))
        yield from rule.breaches(Rota(rota.problem, crews))
