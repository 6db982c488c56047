"""Whose file it is: the ambulance trust's, the police's or the Specials'."""

from collections.abc import Iterable

from inputs.intake.entries import Block
from inputs.intake.fields import Field
from inputs.intake.kinds._who import name_in
from inputs.intake.people.matching import People
from inputs.intake.people.naming import Naming
from inputs.intake.people.persons import AMBULANCE, POLICE, SPECIALS

_SIDES: tuple[tuple[str, tuple[str, ...]], ...] = (
    (SPECIALS, ("duty id", "special", "sc no")),
    (
        POLICE,
        (
            "collar",
            "shoulder",
            "force no",
            "rank",
            "warrant",
            "rd status",
            "lpt",
            "abstraction",
        ),
    ),
    (
        AMBULANCE,
        (
            "payroll",
            "employee number",
            "assignment",
            "afc",
            "station",
            "dispatch base",
            "competence",
            "absence start date",
            "paramedic",
            "staff group",
        ),
    ),
)
_ENOUGH = 200
"""How many entries, from all over a block, tell whose people it names."""


def side_of(blocks: Iterable[Block], people: People) -> str:
    """Whose file it is, by its headings or by whom it names.

    Empty where these contradict each other, or name people of several sides: such a
    file is everybody's, and neither codes nor names are read as one side's.
    """
    kept = tuple(blocks)
    told, named = _by_headings(kept), _by_people(kept, people)
    if not told or not named:
        return told if not named or len(named) > 1 else next(iter(named))
    if named <= {POLICE, SPECIALS} and told != AMBULANCE:
        return next(iter(named)) if len(named) == 1 else POLICE
    return told if named == {told} else ""


def _by_headings(blocks: Iterable[Block]) -> str:
    words = [head.cell.text.casefold() for block in blocks for head in block.headings]
    found = {
        side
        for side, marks in _SIDES
        if any(word.startswith(mark) for word in words for mark in marks)
    }
    if found == {SPECIALS, POLICE}:
        return SPECIALS
    return found.pop() if len(found) == 1 else ""


def _by_people(blocks: Iterable[Block], people: People) -> frozenset[str]:
    """The sides of those whom a file's numbers and names mean for certain."""
    sides = set()
    for block in blocks:
        step = 1 + len(block.entries) // _ENOUGH
        for entry in block.entries[::step]:
            naming = Naming(entry.text(Field.ID), name_in(entry))
            known = people.get(people.match(naming).person) if naming.word else None
            if known is not None and known.side:
                sides.add(known.side)
    return frozenset(sides)
