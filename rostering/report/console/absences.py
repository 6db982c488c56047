"""Who is away on some days, and why as far as it may be told."""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import date

from rich.text import Text

from rostering.domain.busy import Busy
from rostering.domain.time import days_between
from rostering.report.console.screen import FAINT
from rostering.report.console.signs import BUSY_MARKS, BUSY_STYLES
from rostering.report.known import Known
from rostering.saved.diaries import Diary


def absences_shown(known: Known, first: date, last: date) -> Iterator[Text]:
    """A line for each kind of absence in these days: who, and when."""
    days = [day for day in days_between(first, last) if day in known.days]
    theirs: defaultdict[Busy, list[str]] = defaultdict(list)
    for diary in sorted(known.diaries.values(), key=lambda x: (x.role, x.name)):
        for busy, its in diary.within(first, last).items():
            shown = [day for day in days if day in its]
            if shown:
                theirs[busy].append(_who(diary, shown, days))
    for busy in Busy:
        if busy in theirs:
            mark = BUSY_MARKS[busy], BUSY_STYLES[busy]
            said = f" {busy}: {'; '.join(theirs[busy])}"
            yield Text.assemble(mark, (said, FAINT))


def _who(diary: Diary, its: Sequence[date], days: Sequence[date]) -> str:
    """`Ann Lee Mon–Wed, Fri`; only the name where it is every one of several days."""
    if len(its) == len(days):
        return diary.name
    return f"{diary.name} {', '.join(_runs(its))}"


def _runs(days: Sequence[date]) -> Iterator[str]:
    """`Mon–Wed`, `Fri`."""
    start = 0
    for end in range(1, len(days) + 1):
        if end == len(days) or (days[end] - days[end - 1]).days > 1:
            first, last = days[start], days[end - 1]
            yield f"{first:%a}" if first == last else f"{first:%a}–{last:%a}"
            start = end
