"""Days that follow each other, step by step, as headings say them."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from inputs.intake.shapes.marks import Mark

LEAST = 5
"""How many days following each other make a row of days."""
LEAST_HEADED = 2
"""How many do so to the right of a heading of people."""
WEEK = 7
_NEAR_END = 28
"""From this day on the next may be the first of another month."""
_GAP = 3
"""How many columns without a day may stand between two days."""
_MOST = 0.7
"""Which part of a row's days must make a line for the others to have strayed."""


@dataclass
class Run:
    """Days that follow each other, and those between them that do not."""

    days: list[tuple[int, Mark]]
    waiting: list[int] = field(default_factory=list)

    def takes(self, column: int, mark: Mark) -> bool:
        """Whether the day goes on with the run; it may leave one odd day behind."""
        last, before = self.days[-1]
        apart = column - last
        is_next = not self.waiting and _step(before, mark) > 0
        is_bridge = len(self.waiting) < apart and _far(before, mark) == apart > 1
        if apart > _GAP + 1 or not (is_next or is_bridge):
            return False
        self.days.append((column, mark))
        self.waiting = []
        return True


def runs_in(marks: Sequence[tuple[int, Mark]], least: int = LEAST) -> list[Run]:
    """The longest stretches of days that follow each other."""
    runs: list[Run] = []
    for column, mark in _on_one_line(marks):
        if runs and runs[-1].takes(column, mark):
            continue
        if runs and len(runs[-1].days) > 1 and not runs[-1].waiting:
            runs[-1].waiting = [column]
            continue
        runs.append(Run([(column, mark)]))
    return [run for run in runs if len(run.days) >= least]


def _on_one_line(marks: Sequence[tuple[int, Mark]]) -> list[tuple[int, Mark]]:
    """The marks; without the few dates that stray where most make a day a column."""
    lines = Counter(
        mark.whole.toordinal() - column for column, mark in marks if mark.whole
    )
    if not lines:
        return list(marks)
    line, count = lines.most_common(1)[0]
    if count < max(LEAST, _MOST * len(marks)):
        return list(marks)
    return [
        (column, mark)
        for column, mark in marks
        if not mark.whole or mark.whole.toordinal() - column == line
    ]


def _far(before: Mark, mark: Mark) -> int:
    """How many days lie from one to the other, over a day that is left out."""
    if before.whole and mark.whole:
        return (mark.whole - before.whole).days
    if not before.day and not mark.day:
        far = {
            (after - day) % WEEK for day in before.weekdays for after in mark.weekdays
        }
        return min(far - {0}, default=0)
    return mark.day - before.day


def _step(before: Mark, mark: Mark) -> int:
    """By how many days the second follows the first; 0 if it does not follow."""
    if before.whole and mark.whole:
        return _within_week((mark.whole - before.whole).days)
    if not before.day or not mark.day:
        return _step_of_weekdays(before, mark) if before.day == mark.day else 0
    if before.month and mark.month:
        return _within_week(_between(before, mark))
    if mark.day == before.day + 1 or (mark.day == 1 and before.day >= _NEAR_END):
        return 1
    return _step_by_labels(before, mark)


def _between(before: Mark, mark: Mark) -> int:
    """The days between two dates without a year, the second after the first."""
    year = 2000 if before.month <= mark.month else 2001
    try:
        return (
            date(year, mark.month, mark.day) - date(2000, before.month, before.day)
        ).days
    except ValueError:
        return 0


def _step_of_weekdays(before: Mark, mark: Mark) -> int:
    """One for the next weekday, three from Friday to Monday."""
    for step in (1, 3):
        if any((day + step) % WEEK in mark.weekdays for day in before.weekdays):
            return step
    return 0


def _step_by_labels(before: Mark, mark: Mark) -> int:
    """Day numbers some days apart, as their weekdays are apart."""
    for step in range(2, WEEK):
        is_far = mark.day == before.day + step
        is_over = before.day + step > _NEAR_END and mark.day <= step
        fits = any((day + step) % WEEK in mark.weekdays for day in before.weekdays)
        if (is_far or is_over) and fits:
            return step
    return 0


def _within_week(days: int) -> int:
    return days if 0 < days <= WEEK else 0
