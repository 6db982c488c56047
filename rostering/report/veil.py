"""A rota as one of its readers may see it: made before any format renders it.

Nothing of the book is carried over but what is named here, so that no format can tell
what it was not given.
"""

from collections import Counter
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path

from rostering.domain import (
    Audit,
    Crew,
    Fill,
    Person,
    PersonId,
    Post,
    Problem,
    Rota,
    Shift,
    Tier,
    Unit,
)
from rostering.explain.gaps import Gap
from rostering.report.built import BuiltRota
from rostering.saved.lines import UNNAMED
from rostering.solve import Outcome, Result, TierResult

LEAD, PUBLIC = "lead", "public"
POLICE, AMBULANCE = "police", "ambulance"
VIEWS = (POLICE, AMBULANCE, LEAD, PUBLIC)


@dataclass(frozen=True, slots=True)
class View:
    """What one reader may see: the names of these employers' people."""

    name: str
    employers: frozenset[str] | None
    """None where the people of all employers may be named."""

    def names(self, person: Person) -> bool:
        """Whether the reader may know who somebody is."""
        return self.employers is None or person.employer in self.employers


class NoView(Exception):
    """Nobody reads a rota under this name."""


def view_named(name: str, problem: Problem) -> View:
    """The view of that name.

    `police` and `ambulance` are those whom the sheet Units names as force and trust;
    `lead` sees everybody, `public` nobody; any other name is that of an employer.

    Raises:
        NoView: It is none of these.
    """
    word = name.strip().casefold()
    known: dict[str, frozenset[str] | None] = {
        employer.casefold(): frozenset({employer}) for employer in employers_in(problem)
    }
    known |= {
        POLICE: frozenset(unit.force for unit in problem.units),
        AMBULANCE: frozenset(unit.trust for unit in problem.units),
        PUBLIC: frozenset(),
        LEAD: None,
    }
    if word not in known:
        raise NoView(name)
    spelt = {employer.casefold(): employer for employer in employers_in(problem)}
    return View(spelt.get(word, word), known[word])


def employers_in(problem: Problem) -> list[str]:
    """Everybody's employers, by name."""
    return sorted({person.employer for person in problem.people if person.employer})


def veiled(whole: Rota, view: View) -> BuiltRota:
    """The rota for that reader: posts in place of names, no reasons, no audit.

    Args:
        whole: The rota with all that the book says.
        view: Whose names may be read.
    """
    problem = whole.problem
    named = {p.id: _plain(p) for p in problem.people if view.names(p)}
    shifts = {shift: _shift(shift) for shift in problem.shifts}
    fills = dict(_fills(whole, shifts, named.keys()))
    masks = {
        seen.person: Person(seen.person, seen.post, seen.post)
        for seen in fills.values()
        if seen.person not in named
    }
    seen = Problem(
        problem.period,
        people=(*named.values(), *masks.values()),
        units=tuple(Unit(unit.callsign, unit.area) for unit in problem.units),
        shifts=tuple(shifts.values()),
        bank_holidays=problem.bank_holidays,
    )
    rota = Rota(seen, frozenset(fills.values()))
    cover = TierResult(Tier.COVER, 0, 0, 0.0)
    result = Result(
        Outcome.FEASIBLE, rota, Audit(), (cover,), components=1, seconds=0.0, seed=0
    )
    return BuiltRota(
        Path(),
        {},
        (),
        result,
        rota,
        tuple(_gaps(rota)),
        view=view.name,
    )


def _gaps(rota: Rota) -> Iterator[Gap]:
    """The empty places, without a word on why."""
    for shift in rota.problem.shifts:
        for post in shift.crew.posts:
            filled = rota.headcount(shift, post)
            is_open = post.least - filled, False
            is_spare = post.wanted - max(filled, post.least), True
            for places, spare in (is_open, is_spare):
                if places > 0:
                    yield Gap(shift, post, places, spare, (), is_told=False)


def _fills(
    rota: Rota, shifts: dict[Shift, Shift], named: Collection[PersonId]
) -> Iterator[tuple[Fill, Fill]]:
    """Each fill, and what is shown for it: somebody, or one in a post of a crew."""
    for shift in rota.problem.shifts:
        places = Counter[str]()
        for fill in sorted(rota.crew_of(shift)):
            who = fill.person
            if who not in named:
                places[fill.post] += 1
                who = PersonId(f"{UNNAMED}{fill.post} {places[fill.post]}")
            yield fill, Fill(who, shifts[shift], fill.post)


def _plain(person: Person) -> Person:
    return Person(person.id, person.name, person.role, person.employer)


def _shift(shift: Shift) -> Shift:
    crew = Crew(shift.crew.name, tuple(map(_post, shift.crew.posts)))
    return Shift(shift.day, shift.unit, shift.turn, shift.span, crew)


def _post(post: Post) -> Post:
    return Post(post.name, post.roles, post.least, post.wanted, post.most)


def shared_words(built: BuiltRota) -> str:
    """What its reader should know of what is not there."""
    return (
        f"Made for: {built.view}. Whoever is not named is told by post; reasons, rules "
        "and what the audit found stay with those who plan."
    )
