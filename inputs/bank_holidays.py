"""Bank holidays in England and Wales, and what the sheet says of them."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

import holidays

from inputs._book import Book
from inputs._columns import Row, SheetForm, optional, required
from inputs._dates import DATE
from inputs._faults import Faults
from inputs._repeats import once
from inputs._values import NAME, TEXT
from inputs.people import PERSON
from rostering.domain import Period, Person
from rostering.domain.pay_terms import OwnHoliday

CHRISTMAS = (12, 25)
"""The month and day of the one public holiday that nobody swaps (POL-PH-SWAP)."""
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
    person: str = optional(
        "person",
        NAME,
        "Whose day it is alone, where somebody swapped one; blank is everybody.",
        default="",
        refers=PERSON,
    )

    @property
    def is_none(self) -> bool:
        """Whether it says that the day is no holiday."""
        return self.name.lower().startswith("not")


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
    shared = (row for row in book.rows(BANK_HOLIDAYS) if not row.person)
    for row in once(shared, lambda row: row.day, "date", faults):
        if row.is_none:
            if names.pop(row.day, None) is None:
                faults.add(row.warning("date", "a bank holiday to take off the list"))
        else:
            names[row.day] = row.name
    return dict(sorted(names.items()))


def with_own_holidays(
    people: Sequence[Person], book: Book, faults: Faults
) -> tuple[Person, ...]:
    """The people, each with the public holidays that they swapped for other days."""
    own: defaultdict[str, list[OwnHoliday]] = defaultdict(list)
    rows = (row for row in book.rows(BANK_HOLIDAYS) if row.person)
    for row in once(rows, lambda row: (row.person, row.day), "date", faults):
        own[row.person].append(OwnHoliday(row.day, not row.is_none))
        if row.is_none and (row.day.month, row.day.day) == CHRISTMAS:
            faults.add(row.warning("date", "another day: Christmas Day is not swapped"))
    return tuple(_with(person, own[person.id]) for person in people)


def _with(person: Person, own: Sequence[OwnHoliday]) -> Person:
    if not own:
        return person
    days = tuple(sorted(own, key=lambda each: each.day))
    return replace(person, pay=replace(person.pay, own_holidays=days))
