"""A problem with what its book's ledger remembers from before the period."""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from constraints import Rule
from rostering.domain import Duty, Fault, PersonId, Problem, Severity
from rostering.domain.grouping import grouped
from rostering.domain.time import DAY, monday_of
from rostering.ledger import Ledger
from rostering.memory.bank import Bank, banks
from rostering.memory.keeping import chances, meal_break
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
    banks: Mapping[PersonId, Bank] = field(default_factory=dict)
    """Hours in the bank, with the lines that add up to them."""

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
    rules = tuple(rules)
    besides = frozenset[date]().union(*(rule.days_recalled(problem) for rule in rules))
    known = replace(known, leave=problem.approved_leave)
    before = [
        key
        for key in known.all
        if _counts(problem, key[1], besides) and key[0] in problem.person
    ]
    own = grouped(problem.history, lambda duty: (duty.person, duty.day))
    kept = [each for key in before if key not in own for each in known.all[key]]
    doubts = tuple(
        _doubt(own[key], known.all[key])
        for key in before
        if key in own and known.all[key] and not _agree(own[key], known.all[key])
    )
    taken = sum(
        len(known.planned[key])
        for key in before
        if key in known.planned and key not in own and not known.all[key]
    )
    versions = Counter(x.source for x in kept if isinstance(x.source, int))
    history = (*problem.history, *(each.duty for each in kept))
    ordered = sorted(history, key=lambda duty: (duty.person, duty.span, duty.what))
    found = _banks(problem, known, rules)
    bank = {person: each.minutes for person, each in found.items()}
    return Remembered(
        replace(problem, history=tuple(ordered), bank={**bank, **problem.bank}),
        known,
        versions,
        len(kept) - versions.total(),
        taken,
        doubts,
        found,
    )


def first_day_after(known: Record) -> date | None:
    """The Monday from which there is nothing published yet; None without a record."""
    if not known.days:
        return None
    return monday_of(max(known.days) + 7 * DAY)


def _banks(
    problem: Problem, known: Record, rules: Iterable[Rule]
) -> Mapping[PersonId, Bank]:
    earlier = [v for v in known.versions if v.days.first < problem.period.first]
    by_version = chances(known.ledger, earlier)
    return banks(known, by_version, problem, meal_break(tuple(rules)))


def _counts(problem: Problem, day: date, besides: Collection[date]) -> bool:
    return day in problem.memory or (day < problem.period.first and day in besides)


def _agree(own: Sequence[Duty], stretches: Sequence[Recorded]) -> bool:
    """Whether History and the ledger say the same of a day."""
    return sorted(map(_said, own)) == sorted(_said(each.duty) for each in stretches)


def _said(duty: Duty) -> tuple[object, ...]:
    return duty.span, duty.unit, duty.absence or ""


def _doubt(own: Sequence[Duty], stretches: Sequence[Recorded]) -> Fault:
    """A warning at the cell of the book's own History."""
    said = " and ".join(str(each.duty) for each in stretches)
    where = stretches[0].duty.place.file
    return Fault(
        own[0].place,
        " and ".join(map(str, own)),
        f"{said}, as {where} has it; the book's own History counts",
        severity=Severity.WARNING,
    )
