"""Drawing a rota: rota to text."""

from collections.abc import Iterator
from datetime import date

from rostering.domain import Duty, DutyKind, Person, Rota
from rostering.drawing.tokens import LEAVE, LETTERS, REST, TRAINING


def draw(rota: Rota) -> str:
    """The rota as text: who works what on each day, and what each day needs."""
    problem = rota.problem
    lines = [f"start {problem.period.first.isoformat()}"]
    lines += [_person_line(rota, person) for person in problem.people]
    lines.append(" ".join(["need", *_needs(rota)]))
    return "\n".join(lines)


def _person_line(rota: Rota, person: Person) -> str:
    duties = rota.duties_of(person.id)
    team = f"@{person.team}" if person.team else ""
    head = f"{person.id}:{person.role}{team}"
    marks = (_mark(duties, day) for day in rota.problem.period.days)
    return " ".join([head, *marks])


def _mark(duties: tuple[Duty, ...], day: date) -> str:
    todays = (_mark_of(duty) for duty in duties if _draws(duty, day))
    return "+".join(mark for mark in todays if mark) or REST


def _draws(duty: Duty, day: date) -> bool:
    is_away = duty.kind is DutyKind.AWAY
    return day in set(duty.span.days) if is_away else duty.day == day


def _mark_of(duty: Duty) -> str:
    if duty.kind is DutyKind.SHIFT:
        return _letter(duty.what.partition(" ")[2]) + _number(duty.unit)
    return {DutyKind.AWAY: LEAVE, DutyKind.COURSE: TRAINING}.get(duty.kind, "")


def _needs(rota: Rota) -> Iterator[str]:
    for day in rota.problem.period.days:
        shifts = rota.problem.shifts_on.get(day, ())
        marks = (_letter(shift.turn) + _number(shift.unit) for shift in shifts)
        yield "+".join(marks) or REST


def _letter(turn: str) -> str:
    return LETTERS.get(turn, turn[:1].upper())


def _number(unit: str) -> str:
    return "".join(c for c in unit if c.isdigit()).lstrip("0")
