"""Reading the cells of one entry; what is doubtful in it is gathered, not guessed."""

import string
from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from inputs._cells import CellValue, Spoilt
from inputs._kinds import NotUnderstood
from inputs.intake.cells import Cell
from inputs.intake.doubts import Doubt, Question, Topic
from inputs.intake.entries import Entry, Shape
from inputs.intake.fields import Field
from inputs.intake.kinds.desk import Desk, Outcome, Page
from inputs.intake.sayings import DAY_FIRST, MONTH_FIRST
from inputs.intake.values.dates import WITH_ITS_YEAR, Order, read_date, read_last_date
from inputs.intake.values.words import or_none
from inputs.intake.wanted import Certainty, Wanted

T = TypeVar("T")
_DIGITS, _LETTERS = string.digits, string.ascii_uppercase

A_DATE = "a date such as 31/05/2027 (day first)"


class EntryReader:
    """Reads one entry. Whatever it doubts keeps the whole entry waiting."""

    def __init__(self, page: Page, entry: Entry) -> None:
        self.page = page
        self.entry = entry
        self.doubts: list[Doubt] = []
        self.used: list[Cell] = []
        """The cells whose values were taken."""

    @property
    def desk(self) -> Desk:
        """What the file is read against."""
        return self.page.desk

    def doubt(
        self,
        cell: Cell | None,
        wanted: str,
        *,
        likely: str = "",
        question: Question | None = None,
    ) -> None:
        """Note that the cell cannot be taken; without one, the entry's own."""
        at = cell or self.entry.anchor
        found = "" if cell is None else at.text
        self.doubts.append(Doubt(at.place, found, wanted, likely, question))

    def lacks(self, name: Field, wanted: str, *, likely: str = "") -> None:
        """Note that nothing stands where it should: under the heading, in this row."""
        heads = (head.cell for head in self.page.block.headings if head.field is name)
        at, head = self.entry.anchor.place, next(heads, None)
        cell = self.entry.cells.get(name)
        is_list = self.page.block.shape is Shape.LIST
        if cell is None and head is not None and is_list:
            column, row = head.place.cell.rstrip(_DIGITS), at.cell.lstrip(_LETTERS)
            cell = Cell(replace(at, cell=f"{column}{row}"))
        self.doubt(cell, wanted, likely=likely)

    def ask(
        self,
        cell: Cell,
        wanted: str,
        about: tuple[Topic, str],
        choices: Sequence[str] = (),
        *,
        likely: str = "",
    ) -> None:
        """Doubt the cell with a question that one answer settles for the file."""
        question = Question(*about, tuple(choices), likely)
        self.doubt(cell, wanted, likely=likely, question=question)

    def read(
        self, cell: Cell | None, read: Callable[[CellValue], T], wanted: str
    ) -> T | None:
        """What the cell says; None with a doubt where it says something else."""
        if cell is None:
            return None
        if isinstance(cell.value, Spoilt):
            self.doubt(cell, cell.value.wanted)
            return None
        try:
            value = read(cell.value)
        except NotUnderstood as refusal:
            wanted = refusal.wanted or wanted
            if wanted == WITH_ITS_YEAR:
                year = self.page.year_mentioned
                self.ask(cell, wanted, (Topic.YEAR, ""), likely=year)
            else:
                self.doubt(cell, wanted, likely=refusal.likely)
            return None
        self.used.append(cell)
        return value

    def day(self, *fields: Field) -> date | None:
        """The date in the first of these cells that holds something."""
        return self.dated(self.entry.cell(*fields), read_date, A_DATE)

    def last_day(self, cell: Cell | None) -> date | None:
        """The last day that the cell names; None also for an open end."""
        return self.dated(cell, read_last_date, A_DATE)

    def dated(self, cell: Cell | None, read: Callable[..., T], wanted: str) -> T | None:
        """What the cell says, read as the dates of its block are."""
        if cell is None:
            return None
        page, desk = self.page, self.desk

        def ordered(value: CellValue, order: Order = page.order) -> T:
            from_1904 = desk.source.counts_from_1904
            return read(value, order=order, year=desk.year, from_1904=from_1904)

        def may_be_two(value: CellValue) -> bool:
            readings = [or_none(ordered, value, order) for order in Order]
            return readings[0] != readings[1]

        is_open = page.is_order_asked and may_be_two(cell.value)
        if is_open or cell.place in page.disagreeing:
            choices = (DAY_FIRST, MONTH_FIRST)
            about = Topic.DATES, ""
            agreed = (
                "which comes first in these dates, the day or the month; "
                "not all of them can be read day first"
            )
            near = MONTH_FIRST if page.is_order_asked else ""
            self.ask(cell, agreed, about, choices, likely=near)
            return None
        return self.read(cell, ordered, wanted)

    def understood(
        self, topic: str, word: str, meaning: str, cell: Cell, *, said: bool = False
    ) -> None:
        """Count what a word was taken for."""
        certainty = Certainty.SAID if said else Certainty.KNOWN
        self.desk.tally.add(topic, word, meaning, certainty, cell)

    def needs(self, value: object, cell: Cell | None, wanted: str) -> None:
        """Doubt the entry where a value is lacking and no other doubt says so."""
        at = (cell or self.entry.anchor).place
        if value is None and not any(doubt.place == at for doubt in self.doubts):
            self.doubt(cell, wanted)

    def passed(self, because: str) -> Outcome:
        """The entry passed over, with the reason."""
        return Outcome(self.entry, passed=because)

    def outcome(self, sheet: str, *rows: Mapping[str, CellValue]) -> Outcome:
        """The rows for a sheet, without what is blank; none if anything is doubtful."""
        if self.doubts:
            return self.waiting()
        cells = dict.fromkeys([self.entry.anchor, *self.used])
        places = tuple(dict.fromkeys(cell.place for cell in cells))
        given = (
            {name: value for name, value in row.items() if value is not None}
            for row in rows
        )
        return Outcome(
            self.entry, rows=tuple(Wanted(sheet, row, places) for row in given)
        )

    def waiting(self) -> Outcome:
        """The entry with its doubts."""
        return Outcome(self.entry, doubts=tuple(dict.fromkeys(self.doubts)))
