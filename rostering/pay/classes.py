"""Kinds of hours, and what is due for them: hours first, money only from a rate."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from enum import StrEnum
from fractions import Fraction

from rostering.pay.owed import Owed, OwedKind

PENNY = Decimal("0.01")


class HourClass(StrEnum):
    """Every minute on duty is in exactly one of these."""

    PLAIN = "plain time"
    NIGHT_OR_SATURDAY = "nights and Saturdays"
    SUNDAY_OR_HOLIDAY = "Sundays and public holidays"
    OVERTIME = "overtime"
    HOLIDAY_OVERTIME = "overtime on public holidays"
    REST_DAY = "rest days worked"
    REST_DAY_MOVED = "rest days worked for another"
    PUBLIC_HOLIDAY = "public holidays worked"
    UNPAID = "unpaid breaks and part quarters"
    VOLUNTEERED = "volunteered"


Minutes = Counter[HourClass]
"""How many minutes of each kind."""


@dataclass(frozen=True, slots=True)
class Compensation:
    """One thing that is due for one duty, beyond the hours themselves."""

    kind: OwedKind
    day: date
    what: str
    source: str
    minutes: int = 0
    """Minutes paid, or given back, beyond those on duty."""
    multiple: Fraction = Fraction(0)
    """What each of the minutes is paid at; 0 for time off."""

    @classmethod
    def of(
        cls, owed: Owed, day: date, minutes: int = 0, multiple: Fraction = Fraction(0)
    ) -> "Compensation":
        """What is owed in general, for the duty of one day."""
        return cls(owed.kind, day, owed.words, owed.source, minutes, multiple)


@dataclass(frozen=True)
class Pay:
    """What one person's duties come to.

    Amounts are in hours of plain time, so that they can be compared without a rate.
    """

    minutes: Mapping[HourClass, int] = field(default_factory=dict)
    """Minutes of each kind; together they are the time on duty."""
    multiples: Mapping[HourClass, Fraction] = field(default_factory=dict)
    """What a minute of each kind is paid at; 1 is plain time."""
    allowance_hours: Fraction = Fraction(0)
    """What comes on top of the kinds, such as police unsocial hours at a tenth."""
    compensation: tuple[Compensation, ...] = ()
    rate: Decimal | None = None
    """Pounds an hour at plain time, where it is known."""

    @property
    def basic_hours(self) -> Fraction:
        """Hours that are paid at all, at plain time."""
        paid = (m for kind, m in self.minutes.items() if self.multiples.get(kind))
        return Fraction(sum(paid), 60)

    @property
    def extra_hours(self) -> Fraction:
        """What is due above plain time."""
        above = sum(
            (
                minutes * (self.multiples[kind] - 1)
                for kind, minutes in self.minutes.items()
                if self.multiples.get(kind)
            ),
            Fraction(0),
        )
        topped = sum((c.minutes * c.multiple for c in self.compensation), Fraction(0))
        return (above + topped) / 60 + self.allowance_hours

    @property
    def basic(self) -> Decimal | None:
        """Pounds at plain time; None where no rate is known."""
        return self._pounds(self.basic_hours)

    @property
    def extra(self) -> Decimal | None:
        """Pounds above plain time; None where no rate is known."""
        return self._pounds(self.extra_hours)

    def _pounds(self, hours: Fraction) -> Decimal | None:
        if self.rate is None:
            return None
        pounds = self.rate * hours.numerator / hours.denominator
        return pounds.quantize(PENNY, ROUND_HALF_UP)
