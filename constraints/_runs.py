"""Days in a row, for postings; audits walk the days by themselves."""

from collections import defaultdict
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING

from constraints._rule import Rule
from rostering.domain import Duty, PersonId
from rostering.domain.time import day_in_words

if TYPE_CHECKING:
    from rostering.decisions import Claim, Decisions, Possible

Counts = Callable[[Duty], bool]


@dataclass(frozen=True, slots=True)
class _Day:
    """A day that counts, or may count, in a run of one person's days."""

    date: date
    claim: "Claim"
    counts_already: bool
    """Whether it counts before anything is planned."""


def forbid_long_runs(
    rule: Rule, decisions: "Decisions", counts: Counts, most: int
) -> None:
    """Hold every stretch of most + 1 days against the rule that has no day without.

    A day counts where a duty of the person counts. A stretch that is so before
    anything is planned is not held against it.
    """
    for person in decisions.people:
        if rule.binds(person.id):
            days = sorted(_days(decisions, person.id, counts), key=lambda day: day.date)
            _forbid(rule, decisions, person.id, days, most + 1)


def _days(decisions: "Decisions", person: PersonId, counts: Counts) -> "Iterator[_Day]":
    by_day: defaultdict[date, list[tuple[Possible, bool]]] = defaultdict(list)
    for possible in decisions.duties(person):
        if possible.duty.is_work:
            by_day[possible.duty.day].append((possible, counts(possible.duty)))
    for day, todays in by_day.items():
        counting = [possible for possible, does_count in todays if does_count]
        if counting:
            already = any(not possible.is_choice for possible in counting)
            is_sure = already and all(does for p, does in todays if p.is_choice)
            claim = is_sure or decisions.any_of(p.claim for p in counting)
            yield _Day(day, claim, already)


def _forbid(
    rule: Rule,
    decisions: "Decisions",
    person: PersonId,
    days: list[_Day],
    length: int,
) -> None:
    for begin in range(len(days) - length + 1):
        stretch = days[begin : begin + length]
        first, last = stretch[0].date, stretch[-1].date
        if last - first == timedelta(days=length - 1) and not all(
            day.counts_already for day in stretch
        ):
            subject = f"{person}: {day_in_words(first)} to {day_in_words(last)}"
            decisions.forbid_together(rule, subject, (day.claim for day in stretch))
