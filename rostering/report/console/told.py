"""Who is told what, with how much notice, and what is owed: alike in all commands."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from rich.console import RenderableType
from rich.table import Table
from rich.text import Text

from rostering.domain import Fill, PersonId, Problem
from rostering.repair.changes import Change, ChangeKind
from rostering.report.console.cars import short_day
from rostering.report.console.screen import indented, table
from rostering.report.differences import name_in

if TYPE_CHECKING:
    from rostering.pay import Owed

ON_THE_DAY = -1
"""The clear days of what is told on the day of the duty itself."""

Problems = Sequence[Problem]
"""The book after the changes, and before them: where names are looked up."""


def told_shown(
    changes: Sequence[Change], problems: Problems
) -> Iterator[RenderableType]:
    """A line for each person and day, then what each person may claim."""
    if changes:
        yield indented(_table(changes, problems))
    for words in _owed(changes, problems):
        yield indented(Text(f"owed: {words}"))


def _table(changes: Sequence[Change], problems: Problems) -> Table:
    made = table("who", "when", "was", "will be", "clear days")
    for change in changes:
        made.add_row(
            Text(name_in(change.person, problems)),
            short_day(change.day),
            Text(_duties(change.was, change.now) or _own(change, problems) or "free"),
            Text(_duties(change.now, change.was) or _instead(change, problems)),
            notice_in_words(change),
        )
    return made


def notice_in_words(change: Change) -> str:
    """`6 (under 28)`, `the day itself`; nothing where the notice is not known."""
    if change.notice is None:
        return ""
    if change.notice < 0:
        return "the day itself" if change.notice == ON_THE_DAY else "gone by"
    return f"{change.notice} ({change.notice_class.replace(' clear days', '')})"


def _duties(fills: Sequence[Fill], others: Sequence[Fill]) -> str:
    """`JR-04 late`, with hours or post where only these are otherwise."""
    return ", ".join(_duty(fill, others) for fill in fills)


def _duty(fill: Fill, others: Sequence[Fill]) -> str:
    shift, span = fill.shift, fill.shift.span
    said = f"{shift.unit} {shift.turn}"
    alike = [
        o for o in others if (o.shift.unit, o.shift.turn) == (shift.unit, shift.turn)
    ]
    if any(other.shift.span != span for other in alike):
        said += f" {span.local_start:%H:%M}–{span.local_end:%H:%M}"
    if any(other.post != fill.post for other in alike):
        said += f" as {fill.post}"
    return said


def _own(change: Change, problems: Problems) -> str:
    """What somebody has that day without a place on a car."""
    if change.person not in problems[0].person:
        return ""
    fixed = problems[0].fixed_on(change.person, change.day)
    return next((duty.what for duty in fixed if duty.is_work), "")


def _instead(change: Change, problems: Problems) -> str:
    """What somebody does who has left the cars."""
    is_back = change.kind in (ChangeKind.ELSEWHERE, ChangeKind.OTHER_HOURS)
    return (_own(change, problems) if is_back else "") or change.kind.value


def _owed(changes: Sequence[Change], problems: Problems) -> Iterator[str]:
    """`Gwen Wynn, Fri 22 Jan and Sun 24 Jan: time and a half (POL-RD-WORK)`."""
    days: defaultdict[tuple[PersonId, Owed], list[str]] = defaultdict(list)
    for change in changes:
        for owed in change.owed:
            days[change.person, owed].append(short_day(change.day))
    for (person, owed), when in days.items():
        name = name_in(person, problems)
        yield f"{name}, {' and '.join(when)}: {owed.words} ({owed.source})"
