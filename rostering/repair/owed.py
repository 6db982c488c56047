"""What somebody may claim for a change that comes late, by their terms.

Officers: rest days and public holidays under the Police Regulations 2003
(POL-RD-WORK, POL-RD-REINSTATE, POL-PH-WORK). Contracted staff: overtime or time back
under sections 3 and 13 of the NHS terms (AFC-OT, AFC-TOIL, AFC-PH). Whoever offers
time is paid nothing for a change, but has to agree to it (SC-VOLUNTEER).
"""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from rostering.domain import Person
from rostering.domain.pay_terms import PayScheme
from rostering.pay import scheme_of

LATE_REST_DAY, LATE_HOLIDAY, LATE_REINSTATED = 15, 8, 8
"""Clear days below which an officer's rest day or public holiday is dearer."""


class OwedKind(StrEnum):
    """What sort of thing is owed."""

    REST_DAY_RATE = "rest-day rate"
    ANOTHER_DAY = "another day off"
    TIME_BACK = "time back"
    HOLIDAY_RATE = "holiday rate"
    AUTHORITY = "authority"
    CONSENT = "consent"
    CHOICE = "choice"


@dataclass(frozen=True, slots=True)
class Owed:
    """One thing that is owed, in words, and the rule that says so."""

    kind: OwedKind
    words: str
    source: str


def owed_for(
    person: Person, kind: str, notice: int, *, is_holiday: bool
) -> tuple[Owed, ...]:
    """What the person may claim for a change of the kind, at so many clear days.

    Args:
        person: Who is told, on the terms by which the person is paid.
        kind: The value of a `ChangeKind`.
        notice: Clear days.
        is_holiday: Whether the day is a public holiday.
    """
    scheme = scheme_of(person)
    if scheme is PayScheme.UNPAID:
        return tuple(_of_volunteer(kind))
    if scheme is PayScheme.POLICE:
        return tuple(_of_officer(kind, notice, is_holiday=is_holiday))
    return tuple(_of_staff(kind, is_holiday=is_holiday))


def _of_volunteer(kind: str) -> Iterator[Owed]:
    if kind in ("comes in", "other hours", "elsewhere"):
        yield Owed(OwedKind.CONSENT, "has to agree: gives time freely", "SC-VOLUNTEER")


def _of_officer(kind: str, notice: int, *, is_holiday: bool) -> Iterator[Owed]:
    if kind == "stands down" and notice < LATE_REINSTATED:
        words = "may choose the day off, or to work it at the rest-day rate"
        yield Owed(OwedKind.CHOICE, words, "POL-RD-REINSTATE")
    if kind != "comes in":
        return
    if is_holiday:
        yield from _of_holiday(notice)
    elif notice < LATE_REST_DAY:
        words = "time and a half, as pay or time back by choice, at least 4 hours"
        yield Owed(OwedKind.REST_DAY_RATE, words, "POL-RD-WORK")
    else:
        words = "another rest day, to be named within 4 days"
        yield Owed(OwedKind.ANOTHER_DAY, words, "POL-RD-WORK")


def _of_holiday(notice: int) -> Iterator[Owed]:
    yield Owed(OwedKind.HOLIDAY_RATE, "double time", "POL-PH-WORK")
    if notice < LATE_HOLIDAY:
        yield Owed(OwedKind.ANOTHER_DAY, "another day off", "POL-PH-WORK")
    if notice < LATE_REST_DAY:
        words = "needs the authority of an assistant chief constable"
        yield Owed(OwedKind.AUTHORITY, words, "POL-PH-WORK")


def _of_staff(kind: str, *, is_holiday: bool) -> Iterator[Owed]:
    if kind == "comes in":
        words = "overtime, or time back, where it is above contracted hours"
        yield Owed(OwedKind.TIME_BACK, words, "AFC-OT")
        if is_holiday:
            words = "60% on top and equal time back"
            yield Owed(OwedKind.HOLIDAY_RATE, words, "AFC-PH")
