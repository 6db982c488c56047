"""What still stands of a published rota before anything is planned anew."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING

from rostering.domain.absence import Leave
from rostering.domain.fill import Fill
from rostering.domain.people import PersonId

if TYPE_CHECKING:
    from rostering.domain.problem import Problem

Days = Mapping[date, frozenset[Fill]]


@dataclass(frozen=True)
class Standing:
    """What each person has been told, and still counts on.

    Neither people who have left the book nor what someone has called off is here.
    """

    kept: Mapping[PersonId, Days] = field(default_factory=dict)
    """The published places that the rota can keep as they are."""
    lost: frozenset[tuple[PersonId, date]] = frozenset()
    """Days that differ whatever is planned: the shift is gone, or at other hours."""

    def on(self, person: PersonId, day: date) -> frozenset[Fill]:
        """The person's places of the day that can be kept."""
        return self.kept.get(person, {}).get(day, frozenset())


def standing(problem: "Problem") -> Standing:
    """What the problem's published rota comes to by the facts of now."""
    kept: defaultdict[PersonId, defaultdict[date, set[Fill]]]
    kept = defaultdict(lambda: defaultdict(set))
    lost = set()
    for fill in problem.published:
        if fill.person not in problem.person or is_called_off(problem, fill):
            continue
        shift = problem.shift.get(fill.shift.id)
        if shift is None or shift.span != fill.shift.span:
            lost.add((fill.person, fill.shift.day))
        else:
            kept[fill.person][fill.shift.day].add(fill)
    frozen = {
        person: {day: frozenset(fills) for day, fills in days.items()}
        for person, days in kept.items()
    }
    return Standing(frozen, frozenset(lost))


def is_called_off(problem: "Problem", fill: Fill) -> bool:
    """Whether the person's own absence, or offer taken back, stands against it.

    Nobody has to be told of that: it is the person who told us. A shift that runs
    into the first morning of whole days away is not called off by them.
    """
    span = fill.shift.span
    away = problem.approved_leave.get(fill.person, ())
    if any(_takes(leave, fill) for leave in away):
        return True
    if not problem.person[fill.person].offers_time:
        return False
    offers = problem.offers_of.get(fill.person, ())
    return not any(offer.span.contains(span) for offer in offers)


def _takes(leave: Leave, fill: Fill) -> bool:
    if leave.kind.is_work or not leave.span.overlaps(fill.shift.span):
        return False
    is_eve = fill.shift.day < leave.span.local_start.date()
    return not (is_eve and leave.is_whole_days)
