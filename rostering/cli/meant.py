"""Who is meant by a name, a part of one or an id."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING

from rostering.cli.exits import fail

if TYPE_CHECKING:
    from rostering.domain import PersonId, Problem


@dataclass(frozen=True)
class Unknown:
    """What to say of a name that nobody has."""

    said: str
    """Such as `is nobody in the book.`."""
    advice: str
    """Where all names stand, for one that is like no other."""


def person_meant(
    said: str, names: Mapping[str, str], unknown: Unknown, *, as_json: bool = False
) -> str:
    """The id of the one person meant, out of names by id; end where it is not one."""
    from inputs import likely

    word = said.casefold()
    exact = [p for p, name in names.items() if word in (p.casefold(), name.casefold())]
    found = exact or [p for p, name in names.items() if word in name.casefold()]
    if len(found) > 1:
        meant = ", ".join(sorted(f"{names[person]} ({person})" for person in found))
        advice = f"Say which: {meant}."
        fail(f"{said} could be several people.", advice, as_json=as_json)
    if not found:
        near = likely(said, [*names, *names.values()])
        advice = f"Did you mean {near}?" if near else unknown.advice
        fail(f"{said} {unknown.said}", advice, as_json=as_json)
    return found[0]


def somebody_meant(
    problem: "Problem", said: str, *, as_json: bool = False
) -> "PersonId":
    """The id of the one person of a book meant; end where it is not one."""
    from rostering.domain import PersonId

    names: dict[str, str] = {person.id: person.name for person in problem.people}
    listed = "The sheet People lists everybody."
    nobody = Unknown("is nobody in the book.", listed)
    return PersonId(person_meant(said, names, nobody, as_json=as_json))


def unit_meant(said: str, units: Collection[str], *, as_json: bool = False) -> str:
    """The callsign of the car meant, in whatever case; end where there is none."""
    alike = [unit for unit in sorted(units) if unit.casefold() == said.casefold()]
    if not alike:
        advice = f"It has {', '.join(sorted(units))}."
        fail(f"No car {said} in this rota.", advice, as_json=as_json)
    return said if said in alike else alike[0]
