"""The rota by person: everybody, and the shifts that each works."""

from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import timedelta

from rostering.domain import Person
from rostering.domain.time import HOUR
from rostering.report.built import BuiltRota
from rostering.saved.lines import RotaLine, State


@dataclass(frozen=True, slots=True)
class Worker:
    """One person and the places that they fill."""

    person: Person
    lines: tuple[RotaLine, ...]

    @property
    def hours(self) -> str:
        """The real length of all the shifts."""
        return f"{sum((x.span.length for x in self.lines), timedelta()) / HOUR:g}"


def workers(built: BuiltRota) -> Iterator[Worker]:
    """Everybody in the book by role and name, those without a shift too."""
    worked: defaultdict[str, list[RotaLine]] = defaultdict(list)
    for line in built.lines:
        if line.state is State.FILLED:
            worked[line.person].append(line)
    for person in built.people:
        yield Worker(person, tuple(worked[person.id]))
