"""All that each person had: duties, cars, partners, changes, requests and offers."""

from collections import Counter, defaultdict
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import date

from rostering.domain import PersonId, Problem
from rostering.ledger import Ledger, days_left
from rostering.memory.asked import KIND as ASKED
from rostering.memory.keeping import ByVersion
from rostering.memory.parts import Part, Parts, worked_in
from rostering.memory.record import Record
from rostering.memory.suffered import Suffered, suffered


@dataclass(frozen=True)
class Sources:
    """Where it all comes from."""

    known: Record
    by_version: ByVersion
    days: frozenset[date]
    """The days that count."""


@dataclass(frozen=True)
class Balance:
    """All that one person had."""

    person: PersonId
    name: str
    role: str
    minutes: int
    """Worked on cars."""
    parts: Mapping[str, Part]
    """By the name of the measure."""
    changes: Suffered
    asked: int
    """Requests made."""
    granted: int
    offered: int
    """Places that the person was asked to take."""
    taken: int
    cars: Mapping[str, int]
    partners: Mapping[PersonId, int]

    @property
    def refused(self) -> int:
        """Requests that were not granted."""
        return self.asked - self.granted


def balances(
    sources: Sources, problem: Problem, found: Mapping[str, Parts]
) -> tuple[Balance, ...]:
    """What everybody in the book had, with their parts of each measure."""
    known, by_version, days = sources.known, sources.by_version, sources.days
    minutes: Counter[PersonId] = Counter()
    cars: defaultdict[PersonId, Counter[str]] = defaultdict(Counter)
    for each in worked_in(known, days):
        minutes[each.duty.person] += each.duty.span.minutes
        cars[each.duty.person][each.unit] += 1
    partners = _partners(known, days)
    changes = suffered(known.published, by_version, min(days))
    requests = _requests(known, by_version, days)
    offers = _offers(known.ledger, days)
    return tuple(
        Balance(
            person.id,
            person.name,
            person.role,
            minutes[person.id],
            {name: each.get(person.id, Part()) for name, each in found.items()},
            changes.get(person.id, Suffered()),
            *requests[person.id],
            *offers[person.id],
            cars[person.id],
            partners[person.id],
        )
        for person in sorted(problem.people, key=lambda p: (p.role, p.name, p.id))
    )


def _partners(
    known: Record, days: Collection[date]
) -> defaultdict[PersonId, Counter[PersonId]]:
    """With whom each person was in one crew, and how often."""
    crews: defaultdict[tuple[date, str, str], set[PersonId]] = defaultdict(set)
    for each in worked_in(known, days):
        crews[each.duty.day, each.unit, each.turn].add(each.duty.person)
    found: defaultdict[PersonId, Counter[PersonId]] = defaultdict(Counter)
    for crew in crews.values():
        for person in crew:
            found[person].update(crew - {person})
    return found


def _requests(
    known: Record, by_version: ByVersion, days: Collection[date]
) -> defaultdict[PersonId, tuple[int, int]]:
    """Requests asked and granted, each in the version that stands on its first day."""
    found: defaultdict[PersonId, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for version in known.versions:
        stands = set(days_left(version, known.versions)) & set(days)
        for person, theirs in by_version.get(version.number, {}).items():
            asked, granted = found[person]
            counted = [got for day, got in theirs.requests if day in stands]
            found[person] = asked + len(counted), granted + sum(counted)
    return found


def _offers(
    ledger: Ledger, days: Collection[date]
) -> defaultdict[PersonId, tuple[int, int]]:
    """How often people were asked to take a place, and did."""
    found: defaultdict[PersonId, tuple[int, int]] = defaultdict(lambda: (0, 0))
    for note in ledger.notes(ASKED):
        person = PersonId(str(note.facts["person"]))
        if date.fromisoformat(str(note.facts["day"])) in days:
            offered, taken = found[person]
            found[person] = offered + 1, taken + (note.facts["answer"] == "yes")
    return found
