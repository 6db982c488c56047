"""The hours that somebody is on the cars in a period."""

from rostering.domain import PersonId, Rota


def planned_minutes(rota: Rota, person: PersonId) -> int:
    """All minutes of the shifts that the human being is on."""
    rows = rota.problem.selves(person)
    return sum(shift.span.minutes for row in rows for shift in rota.shifts_of(row))
