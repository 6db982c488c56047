"""How often people were told of changes at short notice, by successive versions."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from rostering.domain import PersonId, Span
from rostering.domain.notice import clear_days
from rostering.domain.time import ZONE
from rostering.ledger import Version
from rostering.memory.keeping import ByVersion
from rostering.saved.lines import State

FOUR_WEEKS, A_WEEK, A_DAY = 28, 7, timedelta(hours=24)
Plan = dict[tuple[PersonId, date], frozenset[tuple[str, Span]]]


@dataclass(frozen=True, slots=True)
class Suffered:
    """Changes to one person's published days; each shorter notice is in the longer."""

    under_four_weeks: int = 0
    under_a_week: int = 0
    under_a_day: int = 0

    def and_one(self, *, is_week: bool, is_day: bool) -> "Suffered":
        """One change more."""
        return Suffered(
            self.under_four_weeks + 1,
            self.under_a_week + is_week,
            self.under_a_day + is_day,
        )


def suffered(
    versions: Sequence[Version], chances: ByVersion, first: date
) -> Mapping[PersonId, Suffered]:
    """How often each person's published days were changed (FAIR-CHANGE).

    A day is changed where a later version has other cars or other hours for it. Notice
    is counted in clear days from the day on which people are told, under a day in hours
    until the duty. A day that is over, and a person's own leave, is no change.

    Args:
        versions: The published ones, oldest first.
        chances: Who was on leave in the days of each.
        first: The first day that counts.
    """
    found: defaultdict[PersonId, Suffered] = defaultdict(Suffered)
    plan: Plan = {}
    known: set[date] = set()
    for version in versions:
        days = set(version.days.days)
        told = _told(version)
        new = _plan(version, days)
        for person, day in sorted(_changed(plan, new, days & known)):
            away = chances.get(version.number, {}).get(person)
            is_own = (person, day) not in new and away and day in away.away
            spans = plan.get((person, day), frozenset()) | new.get(
                (person, day), frozenset()
            )
            start = min(span.start for _, span in spans)
            notice = clear_days(version.told_on, day)
            if day >= first and not is_own and _is_short(told, start, notice):
                found[person] = found[person].and_one(
                    is_week=notice < A_WEEK, is_day=start - told < A_DAY
                )
        plan = {key: what for key, what in plan.items() if key[1] not in days} | new
        known |= days
    return dict(found)


def _told(version: Version) -> datetime:
    """When people were told: on another day than that of publishing, at its hour."""
    local = version.at.astimezone(ZONE)
    return datetime.combine(version.told_on, local.time(), tzinfo=ZONE)


def _is_short(told: datetime, start: datetime, notice: int) -> bool:
    return told < start and notice < FOUR_WEEKS


def _changed(plan: Plan, new: Plan, days: set[date]) -> Iterator[tuple[PersonId, date]]:
    for key in plan.keys() | new.keys():
        if key[1] in days and plan.get(key) != new.get(key):
            yield key


def _plan(version: Version, days: set[date]) -> Plan:
    found: defaultdict[tuple[PersonId, date], set[tuple[str, Span]]] = defaultdict(set)
    for line in version.saved().lines:
        if line.state is State.FILLED and line.day in days:
            found[PersonId(line.person), line.day].add((line.unit, line.span))
    return {key: frozenset(what) for key, what in found.items()}
