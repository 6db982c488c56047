"""How a person is paid for unsocial hours."""

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum


class PayScheme(StrEnum):
    """Whose figures a person's hours are paid by."""

    SECTION_2 = "S2"
    """Agenda for Change, section 2: enhancements for the hours worked."""
    ANNEX_5 = "A5"
    """Agenda for Change, annex 5: a share of basic pay, for staff of before 2018."""
    POLICE = "police"
    """Police Regulations 2003 and the determinations under them."""
    UNPAID = "none"
    """Volunteers, and whoever is paid by nobody's figures."""


@dataclass(frozen=True, slots=True)
class OwnHoliday:
    """A day that is a public holiday for one person, or is none for that person."""

    day: date
    is_holiday: bool


@dataclass(frozen=True, slots=True)
class PayTerms:
    """What the book says of one person's pay; all of it may be left out."""

    scheme: PayScheme | None = None
    band: int | None = None
    """The Agenda for Change pay band."""
    hourly_rate: Decimal | None = None
    """Pounds an hour at plain time."""
    own_holidays: tuple[OwnHoliday, ...] = ()
    """Public holidays that were swapped for other days (POL-PH-SWAP)."""


NOTHING_SAID = PayTerms()
