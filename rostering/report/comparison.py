"""Two rotas held against each other: what each comes to, and who works otherwise."""

from collections.abc import Sequence
from dataclasses import dataclass

from rostering.domain import PersonId
from rostering.repair.changes import Change
from rostering.report.differences import name_in
from rostering.report.side_by_side import Row, sections
from rostering.worth.measured import Measured
from rostering.worth.published import Figures

Json = dict[str, object]


@dataclass(frozen=True)
class Comparison:
    """Two rotas, what each comes to, and who works otherwise."""

    names: tuple[str, str]
    before: Measured
    after: Measured
    changes: tuple[Change, ...]
    figures: Figures
    """By which what they are worth is estimated."""
    officers: Sequence[str] | None = None
    """The roles that make a car a joint one; None for those published."""

    @property
    def both(self) -> tuple[Measured, Measured]:
        """The one and the other."""
        return self.before, self.after


@dataclass(frozen=True, slots=True)
class Moved:
    """One person who has other duties."""

    person: PersonId
    name: str
    role: str
    shifts: tuple[int, int]
    """On the one rota and on the other."""
    days: int
    """On how many days something is otherwise."""


def moved(found: Comparison) -> tuple[Moved, ...]:
    """Everybody whose duties differ, those with most days first."""
    days: dict[PersonId, int] = {}
    for change in found.changes:
        days[change.person] = days.get(change.person, 0) + 1
    told = (_moved(found, person, number) for person, number in days.items())
    return tuple(sorted(told, key=lambda each: (-each.days, each.name, each.person)))


def _moved(found: Comparison, person: PersonId, days: int) -> Moved:
    problems = tuple(side.rota.problem for side in found.both)
    known = next(p.person[person] for p in problems if person in p.person)
    before, after = (len(side.rota.shifts_of(person)) for side in found.both)
    name = name_in(person, problems)
    return Moved(person, name, known.role, (before, after), days)


def comparison_document(found: Comparison) -> Json:
    """Everything that is compared."""
    audits = [side.audit for side in found.both]
    return {
        "rotas": list(found.names),
        "is_same": not found.changes,
        "breaches": [len(audit.hard) for audit in audits],
        "sections": {
            section.title.lower(): [_row_document(row) for row in section.rows]
            for section in sections(found)
        },
        "people": [
            {
                "person": each.person,
                "name": each.name,
                "role": each.role,
                "shifts": list(each.shifts),
                "days": each.days,
            }
            for each in moved(found)
        ],
        "duties": len(found.changes),
    }


def _row_document(row: Row) -> Json:
    told = (None if x is None else round(float(x), 2) for x in (row.before, row.after))
    return {"what": row.what, **dict(zip(("a", "b"), told, strict=True))}
