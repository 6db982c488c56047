"""The lines of a base rota, day by day."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from inputs._dates import WEEKDAYS
from inputs.intake.doubts import Topic
from inputs.intake.fields import Field
from inputs.intake.kinds._codes import spoken_in
from inputs.intake.kinds._entry_reader import EntryReader
from inputs.intake.kinds._spoken import Spoken
from rostering.domain import REST


@dataclass(frozen=True)
class Square:
    """One day of a line."""

    reader: EntryReader
    line: str
    week: int
    weekday: int
    turn: str
    """The turn's name; rest for a day off, or for what is doubtful."""
    word: str
    """How the file writes it."""

    @classmethod
    def of(cls, reader: EntryReader) -> "Square":
        """The day that an entry tells; what is neither turn nor rest is doubted."""
        words = reader.entry.words
        cell = reader.entry.anchor
        turn = _turn(reader)
        return cls(
            reader,
            words.get(Field.LINE, "1"),
            int(words.get(Field.WEEK, "1")),
            WEEKDAYS.index(words[Field.WEEKDAY]),
            turn,
            cell.text,
        )


@dataclass(frozen=True)
class Line:
    """One line, from its first day to its last."""

    name: str
    squares: tuple[Square, ...]

    @classmethod
    def all_in(cls, squares: Iterable[Square]) -> "list[Line]":
        """The lines in the order in which they stand."""
        by_line: dict[str, list[Square]] = {}
        for square in squares:
            by_line.setdefault(square.line, []).append(square)
        return [
            cls(name, tuple(sorted(its, key=lambda x: (x.week, x.weekday))))
            for name, its in by_line.items()
        ]

    @property
    def reader(self) -> EntryReader:
        """The reader of its first day, with which the line is doubted."""
        return self.squares[0].reader

    @property
    def first_day(self) -> date | None:
        """The date of its first day, where a title tells it."""
        return self.reader.entry.day

    def pattern(self, lines: "Sequence[Line]") -> str:
        """The first letters of its turns, and of those of the lines after it."""
        squares = self._round(lines)
        return " ".join(
            REST if square.turn == REST else square.turn[0].upper()
            for square in squares
        )

    def turns(self, lines: "Sequence[Line]") -> Mapping[str, str]:
        """The turns of its pattern, and how the file writes each."""
        squares = self._round(lines)
        return {x.turn: x.word for x in reversed(squares) if x.turn != REST}

    def _round(self, lines: "Sequence[Line]") -> list[Square]:
        """Its own days, and those of the other lines where each is one week."""
        weeks = {square.week for line in lines for square in line.squares}
        at = lines.index(self)
        own = [*lines[at:], *lines[:at]] if len(weeks) == 1 else [self]
        return [square for line in own for square in line.squares]


def _turn(reader: EntryReader) -> str:
    cell = reader.entry.anchor
    if cell.is_blank:
        if reader.desk.said(Topic.BLANK) is None:
            reader.ask(cell, "a turn or rest", (Topic.BLANK, ""), ("rest",))
        return REST
    spoken = spoken_in(reader, cell)
    if spoken is None or spoken.is_rest:
        return REST
    if not _names_a_turn(spoken):
        reader.doubt(cell, "a turn such as E, L or N, or rest")
        return REST
    return spoken.code.turn if spoken.code else REST


def _names_a_turn(spoken: Spoken) -> bool:
    return spoken.code is not None and bool(spoken.code.turn)
