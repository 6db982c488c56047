"""What a newer rota changes for whom, with how much notice, and what is owed for it."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from rostering.domain import Duty, Fill, Person, PersonId, Rota, Span
from rostering.domain.notice import class_in_words, clear_days, usual_lines
from rostering.domain.published import is_called_off
from rostering.pay import Owed, holidays_of
from rostering.repair.owed import owed_for

Lines = Callable[[Person], Sequence[int]]
"""The clear days at which changes for a person become dearer."""


class ChangeKind(StrEnum):
    """What becomes of one person's day."""

    AWAY = "away"
    """The person's own absence takes the shift: nobody has to be told."""
    GONE = "no longer in the book"
    STANDS_DOWN = "stands down"
    COMES_IN = "comes in"
    OTHER_HOURS = "other hours"
    ELSEWHERE = "elsewhere"
    """The same hours in another car, in another post, or with the own team."""


@dataclass(frozen=True, slots=True)
class Change:
    """What is otherwise on one day of one person."""

    person: PersonId
    day: date
    kind: ChangeKind
    was: tuple[Fill, ...]
    now: tuple[Fill, ...]
    notice: int | None
    """Clear days between telling and the duty; None where it is not known when."""
    notice_class: str
    """Such as `8 to 14 clear days`; empty where the notice is not known."""
    owed: tuple[Owed, ...] = ()
    """What the person may claim for it."""

    @property
    def is_told(self) -> bool:
        """Whether it is news to the person."""
        return self.kind not in (ChangeKind.AWAY, ChangeKind.GONE)


def changes(
    before: Rota, after: Rota, told_on: date | None, *, lines: Lines = usual_lines
) -> tuple[Change, ...]:
    """Every person and day on which the two rotas differ, in order of person and day.

    Args:
        before: What was published, with the book of that time.
        after: What holds now; its book may be a newer one.
        told_on: The day on which people are told; None where nobody knows.
        lines: At how many clear days a person's changes become dearer.
    """
    days = {(fill.person, fill.shift.day) for fill in _differing(before, after)}
    compared = _Compared(before, after, told_on, lines)
    return tuple(compared.change(person, day) for person, day in sorted(days))


def people_told(found: Sequence[Change]) -> tuple[PersonId, ...]:
    """Everybody to whom one of the changes is news."""
    return tuple(dict.fromkeys(each.person for each in found if each.is_told))


def _differing(before: Rota, after: Rota) -> Iterator[Fill]:
    """The fills that are in one rota only, or at other hours in the other."""
    was, now = _with_hours(before), _with_hours(after)
    yield from (fill for fill, _ in was ^ now)


def _with_hours(rota: Rota) -> set[tuple[Fill, Span]]:
    return {(fill, fill.shift.span) for fill in rota.fills}


@dataclass(frozen=True)
class _Compared:
    """Two rotas, looked at day by day."""

    before: Rota
    after: Rota
    told_on: date | None
    lines: Lines

    def change(self, person: PersonId, day: date) -> Change:
        """What is otherwise on one day of one person."""
        problem = self.after.problem
        known = problem.person.get(person) or self.before.problem.person[person]
        kind = _kind(self.before, self.after, person, day)
        was, now = (_fills(rota, person, day) for rota in (self.before, self.after))
        if self.told_on is None:
            return Change(person, day, kind, was, now, None, "")
        notice = clear_days(self.told_on, day)
        said = class_in_words(notice, self.lines(known))
        is_holiday = day in holidays_of(known, problem.bank_holidays)
        owed = owed_for(known, kind.value, notice, is_holiday=is_holiday)
        return Change(person, day, kind, was, now, notice, said, owed)


def _fills(rota: Rota, person: PersonId, day: date) -> tuple[Fill, ...]:
    return tuple(
        fill
        for shift in rota.shifts_of(person)
        if shift.day == day
        for fill in rota.crew_of(shift)
        if fill.person == person
    )


def _kind(before: Rota, after: Rota, person: PersonId, day: date) -> ChangeKind:
    problem = after.problem
    if person not in problem.person:
        return ChangeKind.GONE
    was, now = (_fills(rota, person, day) for rota in (before, after))
    left = tuple(fill for fill in was if not is_called_off(problem, fill))
    if left != was and left == now:
        return ChangeKind.AWAY
    hours, others = (
        {duty.span for duty in _duties(rota, person) if _is_work_on(day, duty)}
        for rota in (before, after)
    )
    if not others:
        return ChangeKind.STANDS_DOWN
    if not hours:
        return ChangeKind.COMES_IN
    return ChangeKind.ELSEWHERE if hours == others else ChangeKind.OTHER_HOURS


def _duties(rota: Rota, person: PersonId) -> tuple[Duty, ...]:
    """Nothing where the person is not in the book yet."""
    return rota.duties_of(person) if person in rota.problem.person else ()


def _is_work_on(day: date, duty: Duty) -> bool:
    return duty.day == day and duty.is_work
