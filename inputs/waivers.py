"""The sheet Waivers: rules that do not hold for somebody on some days, as signed."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from inputs._book import Book
from inputs._columns import Row, SheetForm, optional, required
from inputs._dates import DATE, LAST_DATE
from inputs._faults import Faults
from inputs._repeats import collisions
from inputs._values import NAME, TEXT
from inputs.people import PERSON
from rostering.domain import DateRange, Person, PersonId, Waiver
from rostering.domain.selves import selves
from rostering.domain.time import day_in_words


@dataclass(frozen=True, kw_only=True)
class WaiverRow(Row):
    """One signed exception."""

    person: str = required("person", NAME, "An id from People.", refers=PERSON)
    rule: str = required("rule", NAME, "The rule's code, such as REST-01.")
    first: date = required("from", DATE, "The first day on which it does not hold.")
    last: date = required(
        "to",
        DATE,
        "The last day. A run, a week or a reference period is known by its last day.",
    )
    approver: str = required("approver", TEXT, "Who answers for it.")
    reason: str = required(
        "reason", TEXT, "Why; it stays in the book, and no output shows it."
    )
    expires: date | None = optional(
        "expires", LAST_DATE, "The last day on which the signature counts."
    )

    @property
    def days(self) -> DateRange:
        """The days on which the rule does not hold."""
        return DateRange(self.first, self.last)


WAIVERS = SheetForm(
    "Waivers", "Rules that do not hold for somebody on some days, as signed.", WaiverRow
)


def waivers_in(
    book: Book, people: Sequence[Person], faults: Faults
) -> tuple[Waiver, ...]:
    """The waivers by person, rule and day; one for each row of a human being."""
    rows = [row for row in book.rows(WAIVERS) if _counts(row, faults)]
    for earlier, later in collisions(
        rows,
        lambda row: (row.person, row.rule.upper()),
        lambda a, b: a.days.overlaps(b.days),
    ):
        wanted = f"each day once; {earlier.place('from')} waives it already"
        faults.add(later.warning("from", wanted))
    rows_of = selves(people)
    waivers = [
        _waiver(row, person)
        for row in rows
        for person in rows_of.get(PersonId(row.person), (PersonId(row.person),))
    ]
    return tuple(sorted(waivers, key=lambda w: (w.person, w.rule, str(w.days.first))))


def _counts(row: WaiverRow, faults: Faults) -> bool:
    """Whether the signature still counts when the rule is first waived."""
    if row.expires is None or row.expires >= row.last:
        return True
    if row.expires >= row.first:
        wanted = f"a day from {day_in_words(row.last)} on; it counts until then only"
        faults.add(row.warning("expires", wanted))
        return True
    wanted = f"a signature that still counts on {day_in_words(row.first)}"
    faults.add(row.error("expires", wanted))
    return False


def _waiver(row: WaiverRow, person: PersonId) -> Waiver:
    return Waiver(
        person,
        row.rule.upper(),
        row.days,
        row.approver,
        row.reason,
        row.expires,
        row.place("rule"),
    )
