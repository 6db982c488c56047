"""Names for people to read, out of the ids that the engine works with."""

import re
from collections.abc import Iterator, Mapping

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


def with_names(document: Mapping[str, object], problem: Problem) -> dict[str, object]:
    """A document and, by id, the names of all the people whom it tells of."""
    ids = {PersonId(text) for text in _texts(document)} & problem.person.keys()
    names = {person: problem.person[person].name for person in sorted(ids)}
    return {**document, "names": names}


def _texts(node: object) -> Iterator[str]:
    """Every text in a document, however deep."""
    if isinstance(node, str):
        yield node
    elif isinstance(node, Mapping):
        for each in node.values():
            yield from _texts(each)
    elif isinstance(node, (list, tuple)):
        for each in node:
            yield from _texts(each)


def _name(part: str, problem: Problem) -> str:
    """A person's name; a shift without its date, which is always told beside it."""
    person = problem.person.get(PersonId(part))
    return _DATE.sub(" ", part) if person is None else person.name
