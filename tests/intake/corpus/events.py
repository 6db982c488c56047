"""What happened, before anybody writes it into a sheet."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import date, time, timedelta
from random import Random

from tests.intake.corpus.cast import SKILLS, Person
from tests.intake.corpus.drawing import Value

DAY = timedelta(days=1)
FIRST, LAST = date(2027, 1, 4), date(2027, 3, 28)
KINDS = ("annual", "annual", "annual", "sick", "study", "court", "time back")


@dataclass(frozen=True)
class Event:
    """One row of the book, and the person whom it is about."""

    sheet: str
    person: Person
    values: dict[str, Value] = field(default_factory=dict)

    @property
    def first(self) -> date:
        """Its first or only day."""
        day = self.values.get("from", self.values.get("date"))
        assert isinstance(day, date)
        return day

    @property
    def last(self) -> date | None:
        """Its last day; None for no end."""
        day = self.values.get("to", self.values.get("date"))
        return day if isinstance(day, date) else None

    @property
    def row(self) -> dict[str, Value]:
        """What must stand in the book."""
        values = dict(self.values)
        if self.sheet == "Leave" and self.last is None:
            values["to"] = "open"
        return {"person": self.person.id, **values}


def leave(one: Person, kind: str, first: date, last: date | None) -> Event:
    """Somebody is away."""
    return Event("Leave", one, {"kind": kind, "from": first, "to": last})


def absences(
    random: Random, people: Iterable[Person], kinds: Sequence[str] = KINDS, per: int = 2
) -> list[Event]:
    """Some absences of each, never two that touch."""
    drawn = []
    for one in people:
        day = FIRST + DAY * random.randrange(14)
        for _ in range(per):
            last = day + DAY * random.choice((0, 0, 1, 2, 4, 6, 13))
            drawn.append(leave(one, random.choice(kinds), day, last))
            day = last + DAY * random.randrange(2, 12)
    random.shuffle(drawn)
    return drawn


def duties(
    random: Random, people: Iterable[Person], days: int = 14, share: float = 0.5
) -> list[Event]:
    """Turns on the cars, from the first day on."""
    drawn = []
    for step in range(days):
        for one in people:
            day = FIRST + DAY * step
            if random.random() < share:
                start, end = random.choice(TURNS)
                times = {"date": day, "start": start, "end": end, "unit": one.unit}
                drawn.append(Event("History", one, dict(times)))
    return drawn


TURNS = ((time(15), time(1)), (time(7), time(17)), (time(6), time(14, 30)))


def offers(random: Random, people: Iterable[Person], weeks: int = 4) -> list[Event]:
    """Evenings that volunteers offer."""
    drawn = []
    for week in range(weeks):
        for step in (4, 5):
            for one in people:
                if random.random() < 0.6:
                    day = FIRST + DAY * (7 * week + step)
                    times = {"date": day, "from": time(18), "to": time(2)}
                    drawn.append(Event("Availability", one, dict(times)))
    return drawn


def trainings(random: Random, people: Iterable[Person]) -> list[Event]:
    """What people hold, each skill of theirs once."""
    drawn = []
    for one in people:
        for skill in SKILLS[one.role]:
            first = date(2026, 1, 5) + DAY * random.randrange(330)
            last = first + DAY * 364
            values = {"skill": skill, "from": first, "expires": last}
            drawn.append(Event("Training", one, dict(values)))
    return drawn
