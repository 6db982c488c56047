"""The sheet Training: which skill a person holds, and until when."""

import calendar
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta

from inputs._book import Book
from inputs._columns import Row, SheetForm, optional, required
from inputs._dates import DATE, LAST_DATE
from inputs._faults import Faults
from inputs._imported import imported
from inputs._repeats import grouped
from inputs._values import NAME
from inputs.people import PERSON
from inputs.skills import SKILL, valid_months_in
from rostering.domain import DateRange, Person, PersonId, Training


@dataclass(frozen=True, kw_only=True)
class TrainingRow(Row):
    """A skill that a person holds."""

    person: str = required("person", NAME, "An id from People.", refers=PERSON)
    skill: str = required("skill", NAME, "A skill from Skills.", refers=SKILL)
    first: date | None = optional("from", DATE, "First day in date.")
    last: date | None = optional(
        "expires",
        LAST_DATE,
        "Last day in date; blank: as Skills says, or for good.",
    )
    imported: str = imported()


TRAINING = SheetForm(
    "Training", "Who holds which skill.", TrainingRow, ordered=(("from", "expires"),)
)


def training_in(
    book: Book, people: Iterable[Person], faults: Faults
) -> tuple[Training, ...]:
    """What people hold, by person, skill and day."""
    rows = _agreeing(book.rows(TRAINING), faults)
    roles = {person.id: person.role for person in people}
    months = valid_months_in(book)
    held = []
    for row in rows:
        person = PersonId(row.person)
        lasts = months.get((roles.get(person, ""), row.skill))
        held.append(_training(row, lasts))
    return tuple(sorted(held, key=_standing))


def _agreeing(rows: Iterable[TrainingRow], faults: Faults) -> list[TrainingRow]:
    """One row for each person, skill and first day; two ends contradict."""
    kept = []
    by_start = grouped(rows, lambda row: (row.person, row.skill, row.first))
    for first, *others in by_start.values():
        kept.append(first)
        for other in others:
            if other.last == first.last:
                wanted = f"this once; {first.place('person')} says it"
                faults.add(other.warning("person", wanted))
            else:
                wanted = f"the same end as in {first.place('expires')}"
                faults.add(other.error("expires", wanted))
    return kept


def _training(row: TrainingRow, months: int | None) -> Training:
    last = row.last
    is_blank = not row.shown("expires")
    if is_blank and row.first is not None and months is not None:
        last = last_day_after(row.first, months)
    place = row.place("skill" if is_blank else "expires")
    days = DateRange(row.first, last)
    return Training(PersonId(row.person), row.skill, days, place)


def last_day_after(first: date, months: int) -> date:
    """The last of so many months: the day before the same day number.

    A month that is too short for that day ends the time with its own last day.
    """
    year, month = divmod(first.month - 1 + months, 12)
    year, month = first.year + year, month + 1
    if first.day == 1:
        return date(year, month, 1) - timedelta(days=1)
    _, length = calendar.monthrange(year, month)
    return date(year, month, min(first.day - 1, length))


def _standing(held: Training) -> tuple[str, str, date, date]:
    first, last = held.valid.first, held.valid.last
    return held.person, held.skill, first or date.min, last or date.max
