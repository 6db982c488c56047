"""How long before a duty people are told of it, and into which class that falls."""

from collections.abc import Sequence
from datetime import date

from rostering.domain.people import Person

TEAM_LINES = (5, 8, 15)
"""Days at which an officer's terms change: rest days and public holidays under the
Police Regulations 2003 (POL-RD-WORK, POL-RD-REINSTATE, POL-PH-WORK)."""
CONTRACTED_LINES = (28,)
"""Four weeks for contracted staff, as trusts give relief staff (AFC-PUBLISH)."""
VOLUNTEER_LINES = (14,)
"""A fortnight for whoever offers time (SC-AVAIL, CH-FREEZE)."""


def clear_days(told_on: date, day: date) -> int:
    """Days between telling and the duty, neither of the two counted (CONV-NOTICE).

    Telling on the day before leaves 0; telling on the day itself, or later, less.
    """
    return (day - told_on).days - 1


def usual_lines(person: Person) -> tuple[int, ...]:
    """The clear days at which a change to this person's duties becomes dearer."""
    if person.offers_time:
        return VOLUNTEER_LINES
    return TEAM_LINES if person.team else CONTRACTED_LINES


def steps_short(notice: int, lines: Sequence[int]) -> int:
    """How many of the lines the notice falls short of: 0 is ample notice."""
    return sum(notice < line for line in lines)


def class_in_words(notice: int, lines: Sequence[int]) -> str:
    """`under 5 clear days`, `8 to 14 clear days`, `15 clear days or more`."""
    marks = sorted(lines)
    passed = [line for line in marks if notice >= line]
    left = [line for line in marks if notice < line]
    if not marks:
        return "any notice"
    if not left:
        return f"{marks[-1]} clear days or more"
    if not passed:
        return f"under {left[0]} clear days"
    return f"{passed[-1]} to {left[0] - 1} clear days"
