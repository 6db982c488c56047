"""Hours of the day in a line of headings, each beginning where the one before ends."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from functools import lru_cache

from inputs._cells import CellValue
from inputs._clocks import CLOCK, END_CLOCK
from inputs._kinds import NotUnderstood
from inputs.intake.cells import Cell
from inputs.intake.fields import Field
from inputs.intake.values.words import or_none

_HOUR, _DAY = 60, 24 * 60
_HALF_DAY = _DAY // 2
_STEPS = (15, 30, 60)
"""How many minutes may lie between headings that tell only when each begins."""
_LEAST, _LEAST_ENDED = 4, 3
"""How many headings make a line of hours; fewer where each says when it ends."""
_APART = 2
"""How far apart two headings may stand."""
_LAST = 24
COUNTED = (
    "hours such as 00:00 or 00:00-01:00; of hours counted from 1 to 24 "
    "it is not certain when each begins"
)
ODD = "the hour that follows on the one before it"
_LONGEST = 24
"""How many characters a heading of an hour has at most."""
_RANGE = re.compile(r"(.*?[0-9].*?) ?(?:-|x|to|until|till) ?([0-9].*)", re.IGNORECASE)
_TITLED = re.compile(r"(?:hours?|hrs?|h)\.? ?(?=[0-9])", re.IGNORECASE)
_HALF = re.compile(r"[ap]\.?m\.?", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class _Mark:
    """What one heading tells, in minutes after midnight."""

    start: int
    end: int | None = None
    is_number: bool = False
    """Whether it is a bare number, which might be a day of a month."""

    @property
    def length(self) -> int:
        return 0 if self.end is None else (self.end - self.start) % _DAY or _DAY


@dataclass(frozen=True)
class Hours:
    """Hours along a row or down a column."""

    spans: Mapping[int, tuple[int, int]]
    """From when to when by column or row, in minutes after midnight of the line's day:
    from 24 hours on they are the next day's."""
    are_numbers: bool
    """Whether they are numbers alone, none of them nought: perhaps days of a month."""
    are_counted: bool
    """Whether they count from 1 to 24: the first hour is then 00-01 or 01-02."""
    odd: tuple[int, ...] = ()
    """Where other hours stand that do not follow on these: one may be lacking."""

    def words(self, number: int) -> Mapping[Field, str]:
        """When the hour begins and ends; `25:00` is one o'clock on the next day."""
        start, end = self.spans[number]
        return {Field.START: _shown(start), Field.END: _shown(end)}


def minutes_of(shown: str) -> int:
    """How many minutes after midnight a time such as `25:00` is."""
    hours, _, minutes = shown.partition(":")
    return int(hours) * _HOUR + int(minutes)


def hours_in(cells: Mapping[int, Cell]) -> Hours | None:
    """The longest line of hours among headings, by column or by row."""
    if len(cells) < _LEAST_ENDED:
        return None
    marks = [(n, mark) for n, cell in cells.items() if (mark := _mark(cell))]
    lines = [line for line in _lines(marks) if len(line) >= _least(line)]
    line = max(lines, key=len, default=None)
    if line is None or _are_days(line, cells):
        return None
    are_numbers = all(mark.is_number and mark.start % _DAY for _, mark in line)
    counted = [mark.start for _, mark in line if mark.is_number]
    are_counted = counted[:1] == [_HOUR] and _DAY in counted
    spans = _spans(line)
    odd = tuple(number for number, _ in marks if number not in spans)
    return Hours(spans, are_numbers, are_counted, odd)


def _shown(minutes: int) -> str:
    return f"{minutes // _HOUR:02}:{minutes % _HOUR:02}"


def _least(line: Sequence[tuple[int, _Mark]]) -> int:
    return _LEAST if line[0][1].end is None else _LEAST_ENDED


def _are_days(line: Sequence[tuple[int, _Mark]], cells: Mapping[int, Cell]) -> bool:
    """Whether numbers go on beyond 24, as only days of a month do."""
    last, mark = line[-1]
    after = cells.get(last + 1)
    return mark.is_number and after is not None and after.value in (25, "25")


def _lines(marks: Iterable[tuple[int, _Mark]]) -> list[list[tuple[int, _Mark]]]:
    lines: list[list[tuple[int, _Mark]]] = []
    for number, mark in marks:
        if lines and _goes_on(lines[-1], number, mark):
            lines[-1].append((number, mark))
        else:
            lines.append([(number, mark)])
    return lines


def _goes_on(line: Sequence[tuple[int, _Mark]], number: int, mark: _Mark) -> bool:
    """Whether the heading is the next hour of the line, which is a day at most."""
    last, before = line[-1]
    first = line[0][1]
    if number - last > _APART or (before.end is None) != (mark.end is None):
        return False
    if before.end is not None:
        told = sum(each.length for _, each in line) + mark.length
        return (mark.start - before.end) % _DAY == 0 and told <= _DAY
    step = (mark.start - before.start) % _DAY
    usual = (line[1][1].start - first.start) % _DAY if len(line) > 1 else step
    return step in _STEPS and step == usual and (len(line) + 1) * step <= _DAY


def _spans(line: Sequence[tuple[int, _Mark]]) -> Mapping[int, tuple[int, int]]:
    step = (line[1][1].start - line[0][1].start) % _DAY
    start = line[0][1].start % _DAY
    spans = {}
    for number, mark in line:
        end = start + (mark.length or step)
        spans[number] = start, end
        start = end
    return spans


def _mark(cell: Cell) -> _Mark | None:
    """The hour that a heading tells; None for any other heading."""
    value = _as_typed(cell)
    if isinstance(value, bool) or value is None:
        return None
    if isinstance(value, str):
        return _written(value)
    start = _begin(value)
    return None if start is None else _Mark(start, is_number=isinstance(value, int))


@lru_cache(4096)
def _written(text: str) -> _Mark | None:
    if len(text) > _LONGEST:
        return None
    text = _TITLED.sub("", text)
    if match := _RANGE.fullmatch(text):
        return _ranged(match[1], match[2])
    start = _begin(text)
    return None if start is None else _Mark(start, is_number=text.isdigit())


def _as_typed(cell: Cell) -> CellValue:
    """The value; what was typed where Excel made a date without a year of `6-7`."""
    value = cell.value
    is_moment = isinstance(value, datetime) and value.time() != time()
    if is_moment or not isinstance(value, date):
        return value
    has_year = cell.number_format == "General" or "y" in cell.number_format.lower()
    return None if has_year else f"{value.day}-{value.month}"


def _ranged(first: str, last: str) -> _Mark | None:
    """From one time to another; `6-7pm` begins in the half of the day of its end."""
    end = or_none(END_CLOCK.read, last)
    half = _HALF.search(last)
    starts = [first]
    if half and not _HALF.search(first):
        starts = [f"{first}{name}" for name in ("am", "pm")]
    begins = [start for text in starts if (start := _begin(text)) is not None]
    if end is None or not begins:
        return None
    finish = end.hour * _HOUR + end.minute
    finish += finish % _HOUR == _HOUR - 1
    marks = [_Mark(start, finish % _DAY) for start in begins]
    mark = min(marks, key=lambda each: each.length)
    return mark if mark.length <= _HALF_DAY else None


def _begin(value: CellValue) -> int | None:
    if value in (_LAST, str(_LAST), "24:00", "2400"):
        return _DAY
    try:
        clock = CLOCK.read(value)
    except NotUnderstood:
        return None
    return clock.hour * _HOUR + clock.minute
