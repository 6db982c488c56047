"""A signed exception: a rule that does not hold for one person on some days."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from rostering.domain.people import PersonId
from rostering.domain.place import NOWHERE, Place
from rostering.domain.time import ALWAYS, DateRange, day_in_words


@dataclass(frozen=True, slots=True)
class Waiver:
    """One person, one rule, some days, and whoever answers for it.

    What looks at more than one day is known by its last: a run, a week, a reference
    period. The day of a breach is the day that a waiver must have.
    """

    person: PersonId
    rule: str
    days: DateRange = ALWAYS
    approver: str = ""
    reason: str = ""
    """Signed for the record; it may be private, and stays in the book."""
    expires: date | None = None
    """The last day on which the signature counts."""
    place: Place = NOWHERE

    def excuses(self, rule: str, person: str, day: date) -> bool:
        """Tell whether it takes the person out of the rule on the day."""
        if (self.rule, self.person) != (rule, person) or day not in self.days:
            return False
        return self.expires is None or day <= self.expires

    def __str__(self) -> str:
        """Who answers for it, and never why: `approved by J Lee, until 14 Mar 2027`.

        Of somebody's own agreement, which nobody else approves, it is the reason.
        """
        until = self.expires or self.days.last
        parts = [f"approved by {self.approver}" if self.approver else self.reason]
        parts += [f"until {day_in_words(until)}"] if until else []
        return ", ".join(part for part in parts if part)


def waiver_of(
    waivers: Sequence[Waiver], rule: str, person: str | None, day: date | None
) -> Waiver | None:
    """The first that excuses the person from the rule on the day, if one does."""
    if not waivers or person is None or day is None:
        return None
    return next((w for w in waivers if w.excuses(rule, person, day)), None)
