"""Who was told of a change when, out of the versions of a ledger."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from rostering.domain import PersonId
from rostering.ledger import Ledger, Version
from rostering.saved.lines import RotaLine, State

LOOKS_BACK = timedelta(days=92)
"""How long ago a change may have been told to be of interest still."""

Told = tuple[str, date, str, str, str, str]


def told_before(ledger: Ledger, today: date) -> dict[PersonId, date]:
    """The last day on which each person was told of a change by a newer version.

    A version changes what the one before it had for the days of both.
    """
    told: dict[PersonId, date] = {}
    for older, newer in pairwise(ledger.versions()):
        day = newer.told_on
        if today - LOOKS_BACK <= day <= today:
            told.update(dict.fromkeys(_changed(older, newer), day))
    return told


def _changed(older: Version, newer: Version) -> Iterator[PersonId]:
    first = max(older.period.first, newer.period.first)
    last = min(older.period.last, newer.period.last)
    was, now = (
        {_told(line) for line in version.saved().lines if _counts(line, first, last)}
        for version in (older, newer)
    )
    yield from (PersonId(told[0]) for told in sorted(was ^ now))


def _counts(line: RotaLine, first: date, last: date) -> bool:
    return line.state is State.FILLED and first <= line.day <= last


def _told(line: RotaLine) -> Told:
    return line.person, line.day, line.unit, line.turn, line.clock, line.post
