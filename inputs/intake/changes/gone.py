"""Rows of earlier imports that the newer file of their source no longer has."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from inputs._columns import Row
from inputs.intake.changes.items import Item
from inputs.intake.changes.keys import plain
from inputs.intake.standing import Standing, source_of

WAITS = (
    "some rows of the newer file still wait for answers, and these may be among them"
)
MAINSTAY = (
    "an import takes nobody and no team out of a book; give a last day in column `to`, "
    "or delete the row"
)
STRANGERS = "the file never speaks of them; delete them in the book if they are void"
BEYOND = "they may lie outside the days of the file; delete them if they are void"
FEW = 0.5
"""Which part of a source's people its newer file names at least."""


@dataclass(frozen=True)
class Missing:
    """A row that its source's newer file lacks, and why it stays all the same."""

    row: Row
    sheet: str
    source: str
    because: str = ""
    """Empty if it is to go."""


def missing_in(
    standing: Standing, items: Sequence[Item], touched: set[int], waiting: set[str]
) -> Iterator[Missing]:
    """The rows that the sources of these items lack.

    Args:
        standing: The book.
        items: All that the files say.
        touched: The rows, by `id`, of which they speak.
        waiting: Sources with rows that wait for an answer.
    """
    by_sheet: defaultdict[tuple[str, str], list[Item]] = defaultdict(list)
    for item in items:
        by_sheet[item.source, item.wanted.sheet].append(item)
    for (source, sheet), its in by_sheet.items():
        own = [row for row in standing.rows(sheet) if source_of(row) == source]
        lacking = [row for row in own if id(row) not in touched]
        reasons = _Reasons(its, own, lacking)
        for row in lacking:
            because = WAITS if source in waiting else reasons.to_keep(row)
            yield Missing(row, sheet, source, because)


class _Reasons:
    """What a source's newer file surely covers of one sheet."""

    def __init__(
        self, items: Sequence[Item], own: Sequence[Row], lacking: Sequence[Row]
    ) -> None:
        self._keys = items[0].keys
        self._items = items
        self._lacking = lacking
        rows = [item.row for item in items]
        self._known = {
            name: {plain(getattr(row, name)) for row in rows}
            for name in self._keys.scope
        }
        self._span = self._covered(rows)
        self._is_of_others = self._names_few(filter(self._is_within, own), rows)

    def to_keep(self, row: Row) -> str:
        """Why the row stays; empty if it is to go."""
        if self._keys.is_mainstay:
            return MAINSTAY
        if self._keys.days is None:
            speaks = all(
                plain(getattr(row, name)) in known
                for name, known in self._known.items()
            )
            return "" if speaks else STRANGERS
        if not self._is_within(row):
            return BEYOND
        return STRANGERS if self._is_of_others else ""

    def _is_within(self, row: Row) -> bool:
        first, last = self._days(row)
        begin, end = self._span
        return begin <= last and first <= end

    def _names_few(self, own: Iterable[Row], rows: Iterable[Row]) -> bool:
        """Whether it names so few of the source's people that it is of others."""
        scope = self._keys.scope[:1]
        before, now = (
            {self._keys.of(row, scope) for row in some} for some in (own, rows)
        )
        return len(before & now) < FEW * len(before)

    def _covered(self, rows: Iterable[Row]) -> tuple[date, date]:
        """The days that the file surely covers.

        It has a row for a day only if it covers that day, but a row that reaches over
        the first or the last day of what was exported tells of days beyond. So where
        rows are lacking before its first or after its last, which is how it looks when
        the days of an export have moved on, it reaches from the earliest end of a row
        to the latest beginning.
        """
        days = [self._days(row) for row in rows]
        begin, end = min(first for first, _ in days), max(last for _, last in days)
        lacking = [self._days(row) for row in self._lacking]
        if any(last < begin for _, last in lacking):
            begin = min(last for _, last in days)
        if any(first > end for first, _ in lacking):
            end = max(first for first, _ in days)
        return begin, end

    def _days(self, row: Row) -> tuple[date, date]:
        days = self._keys.days_of(row)
        return days.first or date.min, days.last or date.max
