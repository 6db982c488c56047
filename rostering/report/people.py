"""Names for people to read, out of the ids that the engine works with."""

import re

from rostering.domain import PersonId, Problem

JOIN = " and "
_DATE = re.compile(r" \d{4}-\d\d-\d\d ")


def names_in(subject: str, problem: Problem) -> str:
    """A breach's subject with names in place of people's ids."""
    return JOIN.join(_name(part, problem) for part in subject.split(JOIN))


def ids_in(subject: str, problem: Problem) -> list[str]:
    """The ids of the people whom a breach is about."""
    parts = subject.split(JOIN)
    return [part for part in parts if PersonId(part) in problem.person]


def _name(part: str, problem: Problem) -> str:
    """A person's name; a shift without its date, which is always told beside it."""
    person = problem.person.get(PersonId(part))
    return _DATE.sub(" ", part) if person is None else person.name
