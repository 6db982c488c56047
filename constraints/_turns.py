"""Counting the days on which somebody is on turns of some names."""

from collections.abc import Collection, Iterator
from datetime import date
from typing import TYPE_CHECKING

from rostering.domain import PersonId, Rota

if TYPE_CHECKING:
    from rostering.decisions import Claim, Decisions


def possible_turns(
    decisions: "Decisions", person: PersonId, turns: Collection[str]
) -> "Iterator[tuple[Claim, int]]":
    """One term for each day and turn of these names that the person could be on."""
    mine = decisions.days(person)
    for day in mine.rides:
        for turn in turns:
            yield mine.on_turn(day, turn), 1


def turns_worked(
    rota: Rota, person: PersonId, turns: Collection[str]
) -> set[tuple[date, str]]:
    """The days with the turns of these names that the person is on."""
    rides = rota.rides_of(person)
    return {(shift.day, shift.turn) for shift in rides if shift.turn in turns}
