"""Who was asked to take a place, and what they said: kept so that asking stays fair."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime, timedelta

from rostering.domain import PersonId
from rostering.ledger import Ledger

KIND = "asked"
LATELY = timedelta(weeks=12)
"""How long before a shift it still counts that somebody was asked."""


@dataclass(frozen=True, slots=True)
class Asked:
    """That somebody was asked to take a place, and what they said."""

    person: PersonId
    at: datetime
    shift: str
    """The shift's id."""
    day: date
    post: str
    answer: str
    """`yes`, `no` or `none`."""


def asked_before(ledger: Ledger, day: date) -> tuple[Asked, ...]:
    """Who was asked in the weeks before the day, or for the day; the last first."""
    found = (_of(note.facts, note.at) for note in ledger.notes(KIND))
    lately = (each for each in found if abs(each.day - day) <= LATELY)
    return tuple(sorted(lately, key=lambda each: each.at, reverse=True))


def remember_asked(ledger: Ledger, asked: Iterable[Asked], *, author: str) -> None:
    """Keep who was asked."""
    for each in asked:
        facts = {
            "person": each.person,
            "shift": each.shift,
            "day": each.day.isoformat(),
            "post": each.post,
            "answer": each.answer,
        }
        ledger.note(KIND, facts, author=author, at=each.at)


def _of(facts: object, at: datetime) -> Asked:
    assert isinstance(facts, dict)
    return Asked(
        PersonId(str(facts["person"])),
        at,
        str(facts["shift"]),
        date.fromisoformat(str(facts["day"])),
        str(facts["post"]),
        str(facts["answer"]),
    )
