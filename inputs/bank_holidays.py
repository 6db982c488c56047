"""Bank holidays in England and Wales, and what the sheet says of them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

import holidays

from inputs._book import Book
from inputs._columns import Row, SheetForm, optional, required
from inputs._dates import DATE
from inputs._faults import Faults
from inputs._repeats import once
from inputs._values import TEXT
from rostering.domain import Period

YEARS_BEFORE = 2
"""How many years before the period still matter."""


@dataclass(frozen=True, kw_only=True)
class BankHolidayRow(Row):
    """One day that is, or is not, a bank holiday."""

    day: date = required("date", DATE, "The day.")
    name: str = optional(
        "name",
        TEXT,
        "What it is called; `not a holiday` takes a day off the list.",
        default="bank holiday",
    )


BANK_HOLIDAYS = SheetForm(
    "Bank holidays",
    "What to add to, or take from, the bank holidays of England and Wales.",
    BankHolidayRow,
)


def bank_holidays_in(book: Book, period: Period, faults: Faults) -> Mapping[date, str]:
    """Every bank holiday that can matter, in order, with its name."""
    years = range(period.first.year - YEARS_BEFORE, period.last.year + 1)
    listed = holidays.country_holidays("GB", subdiv="ENG", years=years)
    names = {day: str(name) for day, name in listed.items()}
    rows = once(book.rows(BANK_HOLIDAYS), lambda row: row.day, "date", faults)
    for row in rows:
        if row.name.lower().startswith("not"):
            if names.pop(row.day, None) is None:
                faults.add(row.warning("date", "a bank holiday to take off the list"))
        else:
            names[row.day] = row.name
    return dict(sorted(names.items()))
