"""A problem with what its book's ledger remembers from before the period."""

from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from constraints import Rule
from rostering.domain import Duty, Fault, PersonId, Problem, Severity
from rostering.domain.time import DAY, monday_of
from rostering.ledger import Ledger
from rostering.memory.record import Record, Recorded, record


@dataclass(frozen=True)
class Remembered:
    """A problem that knows what went before, and where that was found."""

    problem: Problem
    record: Record
    versions: Mapping[int, int]
    """How many duties come from each version, by its number."""
    corrected: int = 0
    """How many duties come from notes on what was worked."""
    on_leave: int = 0
    """Published duties that are not counted, for leave has taken them since."""
    warnings: tuple[Fault, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether the ledger tells nothing of the time before the period."""
        return not self.versions and not self.corrected


def remembered(problem: Problem, ledger: Ledger, rules: Iterable[Rule] = ()) -> Problem:
    """The problem with what the ledger remembers; see `remember`."""
    return remember(problem, record(ledger), rules).problem


def remember(problem: Problem, known: Record, rules: Iterable[Rule] = ()) -> Remembered:
    """Add what is on record to the history of a problem.

    That is what stands for each of the remembered weeks, as corrected by what was
    worked. What the book's own History says of somebody's day goes before it, and so
    does leave that was approved after publishing.

    Args:
        problem: What the book asks.
        known: What its ledger has on record.
        rules: Rules that may have to know of days further back.
    """
    besides = frozenset[date]().union(*(rule.days_recalled(problem) for rule in rules))
    before = [
        (key, stretches)
        for key, stretches in known.all.items()
        if _counts(problem, key[1], besides) and key[0] in problem.person
    ]
    own = _own(problem)
    kept: list[Recorded] = []
    taken = 0
    for key, stretches in before:
        if key in own:
            continue
        staying = [each for each in stretches if not _is_taken(problem, each)]
        taken += len(stretches) - len(staying)
        kept.extend(staying)
    doubts = tuple(
        _doubt(own[key], stretches)
        for key, stretches in before
        if key in own and not _agree(own[key], stretches)
    )
    history = (*problem.history, *(each.duty for each in kept))
    versions = Counter(x.source for x in kept if isinstance(x.source, int))
    ordered = sorted(history, key=lambda duty: (duty.person, duty.span, duty.what))
    return Remembered(
        replace(problem, history=tuple(ordered)),
        known,
        versions,
        len(kept) - versions.total(),
        taken,
        doubts,
    )


def first_day_after(known: Record) -> date | None:
    """The Monday from which there is nothing published yet; None without a record."""
    if not known.days:
        return None
    return monday_of(max(known.days) + 7 * DAY)


def _counts(problem: Problem, day: date, besides: Collection[date]) -> bool:
    return day in problem.memory or (day < problem.period.first and day in besides)


def _own(problem: Problem) -> Mapping[tuple[PersonId, date], Sequence[Duty]]:
    """What the book's History says, by person and day."""
    found: defaultdict[tuple[PersonId, date], list[Duty]] = defaultdict(list)
    for duty in problem.history:
        found[duty.person, duty.day].append(duty)
    return found


def _is_taken(problem: Problem, each: Recorded) -> bool:
    """Whether leave that the book has by now stands when a published duty begins.

    A duty that only ends in the first morning of leave was worked.
    """
    leave = problem.approved_leave.get(each.duty.person, ())
    return each.is_published and any(
        not away.kind.is_work
        and away.span.start <= each.duty.span.start < away.span.end
        for away in leave
    )


def _agree(own: Sequence[Duty], stretches: Sequence[Recorded]) -> bool:
    """Whether History and the ledger say the same of a day."""
    return sorted(map(_said, own)) == sorted(_said(each.duty) for each in stretches)


def _said(duty: Duty) -> tuple[object, ...]:
    return duty.span, duty.unit, duty.absence or ""


def _doubt(own: Sequence[Duty], stretches: Sequence[Recorded]) -> Fault:
    """A warning at the cell of the book's own History."""
    said = " and ".join(str(each.duty) for each in stretches) or "nothing"
    where = str(stretches[0].duty.place.file) if stretches else "the ledger"
    return Fault(
        own[0].place,
        " and ".join(map(str, own)),
        f"{said}, as {where} has it; the book's own History counts",
        severity=Severity.WARNING,
    )
