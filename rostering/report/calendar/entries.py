"""What calendars show: every shift of a person or of a car, out of a rota's lines."""

import json
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from uuid import UUID, uuid5

from rostering.domain import Span
from rostering.domain.signs import plain
from rostering.saved.lines import RotaLine, State

NOT_CREWED = "not crewed"
_OURS = UUID("6d2c5f0e-7d0b-4c64-9a53-1f0f0a7c2b9e")
"""What the names of all shifts are made in, so that they are like nobody else's."""


class Kind(StrEnum):
    """Whose shifts a calendar shows."""

    PERSON = "person"
    CAR = "car"


@dataclass(frozen=True, slots=True, order=True)
class Owner:
    """A person by id, or a car by callsign, who has a calendar."""

    kind: Kind
    id: str


@dataclass(frozen=True, slots=True)
class Entry:
    """One shift as a calendar shows it."""

    uid: str
    """The same in every export, whatever changes about the shift."""
    day: date
    span: Span
    summary: str
    description: str
    location: str
    turn: str
    is_busy: bool
    """Whether it takes the time of whoever reads the calendar."""


def cleaned(line: RotaLine) -> RotaLine:
    """The line with texts of one row, without signs that no calendar can hold."""
    return replace(
        line,
        unit=harmless(line.unit),
        turn=harmless(line.turn),
        post=harmless(line.post),
        person=harmless(line.person),
        name=harmless(line.name),
        role=harmless(line.role),
    )


def owners_of(lines: Iterable[RotaLine]) -> dict[Owner, str]:
    """Everybody and every car in the lines, by name."""
    names: dict[Owner, str] = {}
    for line in lines:
        names.setdefault(Owner(Kind.CAR, line.unit), line.unit)
        if line.is_named:
            names.setdefault(Owner(Kind.PERSON, line.person), line.name)
    return names


def entries_of(
    lines: Iterable[RotaLine], areas: Mapping[str, str]
) -> dict[Owner, tuple[Entry, ...]]:
    """The shifts of everybody and of every car, in order of time."""
    shifts: defaultdict[tuple[date, str, str], list[RotaLine]] = defaultdict(list)
    for line in lines:
        shifts[line.day, line.unit, line.turn].append(line)
    found: defaultdict[Owner, list[Entry]] = defaultdict(list)
    for places in shifts.values():
        location = harmless(areas.get(places[0].unit, ""))
        for owner in owners_of(places):
            found[owner].append(_entry(owner, places, location))
    return {
        owner: tuple(sorted(entries, key=lambda entry: (entry.span, entry.uid)))
        for owner, entries in found.items()
    }


def _entry(owner: Owner, places: Sequence[RotaLine], location: str) -> Entry:
    """The shift, for one of its crew or for its car."""
    is_of_car = owner.kind is Kind.CAR
    own = [line for line in places if is_of_car or line.person == owner.id]
    line = own[0]
    title = f"{line.unit} {line.turn}".strip()
    return Entry(
        _uid(owner, line),
        line.day,
        Span(min(o.span.start for o in own), max(o.span.end for o in own)),
        f"{title}: {_crew(places)}" if is_of_car else title,
        "\n".join(_place(p) for p in places if p.state is not State.SPARE),
        location,
        line.turn,
        is_busy=not is_of_car,
    )


def _uid(owner: Owner, line: RotaLine) -> str:
    """A name for the shift, made of what makes it this one (RFC 7986, section 5.3)."""
    facts = [owner.kind, owner.id, line.unit, line.day.isoformat(), line.turn]
    return str(uuid5(_OURS, json.dumps(facts)))


def _crew(places: Iterable[RotaLine]) -> str:
    """The names of a whole crew; a car that lacks one does not go out."""
    needed = [line for line in places if line.state is not State.SPARE]
    is_crewed = needed and all(line.state is State.FILLED for line in needed)
    return ", ".join(line.name for line in needed) if is_crewed else NOT_CREWED


def _place(line: RotaLine) -> str:
    return f"{line.post}: {line.name or NOT_CREWED}"


def harmless(text: str) -> str:
    """The text on one row, without control characters and signs that turn it round."""
    return plain(" ".join(text.split())).strip()
