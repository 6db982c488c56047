"""Decisions and rotas that hide something, to plant mistakes in rules with."""

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import UTC, date
from functools import partial
from typing import Any

from constraints import Rule
from rostering.domain import Duty, DutyKind, PersonId, Problem, Rota, Shift, Span
from rostering.domain.grouping import grouped
from rostering.domain.time import MINUTE

Counts = Callable[[Problem, Duty], bool]


class Misled:
    """Decisions that say what they are asked, save for what is overridden below."""

    def __init__(self, decisions: Any) -> None:
        self._decisions = decisions

    def __getattr__(self, name: str) -> Any:
        return getattr(self._decisions, name)


class SeesDuties(Misled):
    """Only some of the duties are seen."""

    def __init__(self, decisions: Any, is_seen: Counts) -> None:
        super().__init__(decisions)
        self._is_seen = is_seen

    def duties(self, person: PersonId) -> tuple[Any, ...]:
        every = self._decisions.duties(person)
        return tuple(p for p in every if self._is_seen(self.problem, p.duty))

    def work_by_day(self, person: PersonId) -> Mapping[date, tuple[Any, ...]]:
        work = [p for p in self.duties(person) if p.duty.is_work]
        return grouped(work, lambda possible: possible.duty.day)


class SkipsTheLast(Misled):
    """What is forbidden last is forgotten, as by a loop that ends one too early."""

    def __init__(self, decisions: Any) -> None:
        super().__init__(decisions)
        self._waiting: Callable[[], None] | None = None

    def forbid_together(
        self, owner: Rule, subject: str, claims: Any, **about: Any
    ) -> None:
        if self._waiting is not None:
            self._waiting()
        post, claims = self._decisions.forbid_together, tuple(claims)
        self._waiting = partial(post, owner, subject, claims, **about)


class SomeDuties(Rota):
    """A rota in which only some of the duties are seen."""

    def duties_of(self, person: PersonId) -> tuple[Duty, ...]:
        every = super().duties_of(person)
        return tuple(duty for duty in every if self.is_seen(duty))

    def is_seen(self, duty: Duty) -> bool:
        raise NotImplementedError


class WithoutHistory(SomeDuties):
    def is_seen(self, duty: Duty) -> bool:
        return is_new(self.problem, duty)


class WithoutTail(SomeDuties):
    def is_seen(self, duty: Duty) -> bool:
        return is_by_the_end(self.problem, duty)


class ByTheWallClock(Rota):
    """A rota whose hours are those that the clock on the wall shows."""

    def duties_of(self, person: PersonId) -> tuple[Duty, ...]:
        return tuple(
            duty._replace(span=_on_the_wall(duty.span))
            for duty in super().duties_of(person)
        )


def _on_the_wall(span: Span) -> Span:
    shown = (span.local_start, span.local_end)
    return Span(*(moment.replace(tzinfo=UTC) for moment in shown))


def is_new(problem: Problem, duty: Duty) -> bool:
    return duty.kind is not DutyKind.WORKED


def is_by_the_end(problem: Problem, duty: Duty) -> bool:
    return duty.day <= problem.period.last


def cut(shift: Shift) -> Shift:
    """The same shift, as if it ended on the date on which it starts."""
    return replace(shift, span=shift.span._replace(end=shift.span.start + MINUTE))


def cut_rota(rota: Rota) -> Rota:
    fills = (fill._replace(shift=cut(fill.shift)) for fill in rota.fills)
    return Rota(rota.problem, frozenset(fills))
