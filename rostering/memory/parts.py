"""Fair parts of what was worked: what each person had, and what would have been fair.

Every date on which work counts is shared by itself. Those of one group (role, terms and
cars) who could have worked it have equal parts of the people it took, or, with
contracted hours, parts in proportion to these. So part-timers, joiners, leavers and
people on leave are fairly dealt with: whoever was not there has no part of the date.

An example: a car is crewed by one paramedic on 8 weekends. Ann works full time and was
there for all of them; Bob, full time too, joined in week 5. Ann's fair part is
4 + 4 x 1/2 = 6, Bob's 2. Had Bob half of Ann's hours, they were 4 + 4 x 2/3 = 6 2/3 and
1 1/3.
"""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from fractions import Fraction

from rostering.domain import PersonId
from rostering.ledger import days_left
from rostering.memory.chances import Chances
from rostering.memory.keeping import ByVersion
from rostering.memory.measures import Measure
from rostering.memory.record import Record, Recorded


@dataclass(frozen=True, slots=True)
class Part:
    """What one person had of something, and what would have been fair."""

    had: int = 0
    fair: Fraction = Fraction()

    @property
    def over(self) -> Fraction:
        """How much more than fair it was; less than 0 where it was less."""
        return self.had - self.fair


Parts = Mapping[PersonId, Part]


def parts(
    known: Record, chances: ByVersion, measure: Measure, days: Collection[date]
) -> Parts:
    """Everybody's part of what the measure counts, in some days."""
    people: defaultdict[date, set[PersonId]] = defaultdict(set)
    dates: defaultdict[date, set[date]] = defaultdict(set)
    for each in worked_in(known, days):
        mark = measure.mark(each.duty.span, each.duty.day)
        if mark is not None:
            people[mark].add(each.duty.person)
            dates[mark].add(each.duty.day)
    had: defaultdict[PersonId, int] = defaultdict(int)
    fair: defaultdict[PersonId, Fraction] = defaultdict(Fraction)
    standing = _standing(known)
    for mark, workers in sorted(people.items()):
        for person in workers:
            had[person] += 1
        there = _there(chances, standing, dates[mark])
        for person, part in _shared(workers, there):
            fair[person] += part
    return {who: Part(had[who], fair[who]) for who in had.keys() | fair.keys()}


def worked_in(known: Record, days: Collection[date]) -> Iterator[Recorded]:
    """What was worked on cars in some days."""
    for (_, day), stretches in known.all.items():
        if day in days:
            yield from (each for each in stretches if each.is_worked and each.unit)


def _standing(known: Record) -> dict[date, int]:
    """The version that stands for each day."""
    return {
        day: version.number
        for version in known.versions
        for day in days_left(version, known.versions)
    }


@dataclass(frozen=True, slots=True)
class _There:
    """Somebody of a group, and whether they could have worked a date."""

    chances: Chances
    is_at_hand: bool


def _there(
    chances: ByVersion, standing: Mapping[date, int], dates: Iterable[date]
) -> dict[PersonId, _There]:
    """Everybody, by the version of the first of the days on which they were there."""
    found: dict[PersonId, _There] = {}
    for day in sorted(dates):
        for person, theirs in chances.get(standing.get(day, 0), {}).items():
            is_at_hand = day in theirs.days
            if person not in found or (is_at_hand and not found[person].is_at_hand):
                found[person] = _There(theirs, is_at_hand)
    return found


def _shared(
    workers: Collection[PersonId], there: Mapping[PersonId, _There]
) -> Iterator[tuple[PersonId, Fraction]]:
    """The parts of one date; whoever worked it could, whatever was thought before."""
    groups: defaultdict[str, list[PersonId]] = defaultdict(list)
    for person, each in there.items():
        if each.is_at_hand or person in workers:
            groups[each.chances.group].append(person)
    for people in groups.values():
        number = sum(person in workers for person in people)
        whole = sum(there[person].chances.weight for person in people)
        for person in people:
            if whole:
                yield person, Fraction(number * there[person].chances.weight, whole)
