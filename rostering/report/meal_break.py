"""The unpaid break in long duties, as a book sets it."""

from collections.abc import Sequence
from datetime import timedelta

from constraints import Rule
from constraints.contracted_hours import ContractedHours
from rostering.domain import Person


def meal_break_of(rules: Sequence[Rule], person: Person) -> timedelta:
    """The break of the person."""
    found = (rule for rule in rules if isinstance(rule, ContractedHours))
    bound = (rule.meal_break for rule in found if rule.binds(person.id))
    return next(bound, ContractedHours.meal_break)
