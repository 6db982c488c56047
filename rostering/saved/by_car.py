"""Where the sheet by car says what: its dates, its turns and its posts."""

import datetime as dt
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from inputs._dates import DATE as A_DATE
from inputs._kinds import NotUnderstood
from inputs.intake.cells import Cell, Sheet, Source
from rostering.saved.sheets import DATE, TURN

_HEAD_WITHIN = 30
"""The headings stand in one of so many rows from the top."""
_TURN = re.compile(
    r"(?P<turn>.*?)(?:\s+(?P<start>\d{1,2}:\d\d)\s*-\s*(?P<end>\d{1,2}:\d\d))?"
)


@dataclass(frozen=True)
class Crewing:
    """One row's cells for one car: its turn, and the posts of its crew."""

    date: Cell
    day: dt.date | None
    """None where the cell holds no date."""
    unit: str
    head: Cell
    """Where the car's call sign stands."""
    turn: Cell
    posts: Mapping[str, Cell]
    heads: Mapping[str, Cell]
    """The headings of the posts."""

    @property
    def turn_name(self) -> str:
        """The turn's name, without its hours."""
        return self._turn["turn"] or ""

    @property
    def hours(self) -> tuple[str, str] | None:
        """The hours beside the turn's name, as they are written; None for none."""
        found = self._turn
        return (found["start"], found["end"]) if found["start"] else None

    @property
    def is_struck(self) -> bool:
        """Whether the whole shift is struck through."""
        return self.turn.is_struck or self.date.is_struck

    @property
    def _turn(self) -> "re.Match[str]":
        found = _TURN.fullmatch(self.turn.text)
        assert found is not None  # Every text matches.
        return found


@dataclass(frozen=True)
class ByCar:
    """The sheet, and the columns in which it says what."""

    sheet: Sheet
    head_row: int
    date_column: int
    turns: Mapping[str, int]
    """The column of each car's turns."""
    posts: Mapping[str, Mapping[str, int]]
    """The columns of each car's posts."""
    heads: Mapping[int, Cell]
    """The cell with the call sign of each column."""

    def crewings(self) -> Iterator[Crewing]:
        """Every row for every car, from top to bottom."""
        for row in range(self.head_row + 1, self.sheet.height + 1):
            first = self.sheet.at(row, self.date_column)
            day = _day(first)
            for unit, column in self.turns.items():
                columns = self.posts.get(unit, {})
                yield Crewing(
                    first,
                    day,
                    unit,
                    self.heads[column],
                    self.sheet.at(row, column),
                    {post: self.sheet.at(row, c) for post, c in columns.items()},
                    {
                        post: self.sheet.at(self.head_row, c)
                        for post, c in columns.items()
                    },
                )


def by_car(source: Source) -> ByCar | None:
    """The sheet by car, whatever it is called by now; None where there is none."""
    for sheet in source.sheets:
        for row in range(1, min(_HEAD_WITHIN, sheet.height) + 1):
            words = {cell.text.casefold() for cell in sheet.row(row)}
            if {DATE.casefold(), TURN} <= words:
                return _by_car(sheet, row)
    return None


def _by_car(sheet: Sheet, row: int) -> ByCar:
    dates, turns, posts = 0, dict[str, int](), dict[str, dict[str, int]]()
    heads: dict[int, Cell] = {}
    head = sheet.at(row, 0)
    for column in range(1, sheet.width + 1):
        above, text = sheet.at(row - 1, column), sheet.at(row, column).text
        head = above if above.text else head
        heads[column] = head
        if text.casefold() == DATE.casefold():
            dates = dates or column
        elif text.casefold() == TURN:
            turns.setdefault(head.text, column)
        elif text:
            posts.setdefault(head.text, {}).setdefault(text, column)
    return ByCar(sheet, row, dates, turns, posts, heads)


def _day(cell: Cell) -> dt.date | None:
    try:
        return A_DATE.read(cell.value)
    except NotUnderstood:
        return None
