"""What one file is read against: the book, its people, and what was said and found."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from functools import cached_property

from inputs._cells import CellValue
from inputs.intake.cells import Cell, Source
from inputs.intake.doubts import Doubt, Topic
from inputs.intake.entries import Block, Entry, Shape
from inputs.intake.fields import Field
from inputs.intake.kinds.words import BookWords
from inputs.intake.people.matching import People
from inputs.intake.people.persons import POLICE, SPECIALS
from inputs.intake.recipe import Recipe
from inputs.intake.sayings import MONTH_FIRST, YES
from inputs.intake.shapes.mentions import mentions
from inputs.intake.values.codes import Context, Meaning, read_code
from inputs.intake.values.dates import Order, order_of
from inputs.intake.wanted import Certainty, ImportKind, Understanding, Wanted
from rostering.domain import Place

_DATES = (Field.DATE, Field.FIRST, Field.LAST)


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of one entry: rows, or doubts, or a reason to pass it over."""

    entry: Entry
    rows: tuple[Wanted, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    passed: str = ""
    is_joined: bool = False
    """Whether it is used, but its rows stand with another entry."""

    @property
    def is_used(self) -> bool:
        """Whether the book would have something of it."""
        return bool(self.rows) or self.is_joined


@dataclass
class Tally:
    """What words were taken for, and how often."""

    _found: dict[tuple[str, str, str], tuple[Certainty, str, int, Place]] = field(
        default_factory=dict
    )

    def add(
        self, topic: str, word: str, meaning: str, certainty: Certainty, cell: Cell
    ) -> None:
        """Count a word once more."""
        key = topic, word.casefold(), meaning
        _, shown, count, first = self._found.get(key, (certainty, word, 0, cell.place))
        self._found[key] = certainty, shown, count + 1, first

    def understood(self) -> Iterator[Understanding]:
        """Every word and its meaning, in the order in which they were met."""
        for (topic, _, meaning), found in self._found.items():
            certainty, shown, count, first = found
            yield Understanding(topic, shown, meaning, certainty, count, first)


@dataclass(frozen=True)
class Desk:
    """All that is known while one file is read."""

    source: Source
    recipe: Recipe
    kind: ImportKind
    side: str
    words: BookWords
    people: People
    tally: Tally = field(default_factory=Tally)
    met: dict[str, None] = field(default_factory=dict)
    """Ids of the people of whom it speaks."""

    def said(self, topic: Topic, word: str = "") -> str | None:
        """What somebody said that the word means."""
        return self.recipe.meaning(topic, word)

    @cached_property
    def year(self) -> int | None:
        """The year of dates that are written without one, where somebody said it."""
        said = self.said(Topic.YEAR)
        return int(said) if said else None


class Page:
    """One block on the desk: its dates' order, its legend and its counts."""

    def __init__(self, desk: Desk, block: Block) -> None:
        self.desk = desk
        self.block = block
        self.order = Order.DAY_FIRST
        self.is_order_asked = False
        """Whether its dates look as if months stood first, and nobody has said so."""
        self.disagreeing: frozenset[Place] = frozenset()
        """Dates that are not on the weekdays which stand beside them."""
        self._find_order()

    @cached_property
    def codes(self) -> Context:
        """How the block's codes are to be read."""
        said = {
            word: meaning
            for (topic, word), meaning in self.desk.recipe.said.items()
            if topic is Topic.CODE
        }
        shape = self.block.shape
        side = self.desk.side or POLICE * (shape is Shape.BASE_LINES)
        return Context(
            side=SPECIALS if shape is Shape.HOUR_GRID else side,
            is_availability=self.desk.kind is ImportKind.AVAILABILITY,
            legend=self.block.legend,
            said=said,
            callsigns=self.desk.words.callsigns,
        )

    @cached_property
    def has_offers(self) -> bool:
        """Whether any mark of a grid says that time is offered."""
        marks = {entry.text(Field.CODE) for entry in self.block.entries}
        codes = (read_code(mark, self.codes).code for mark in marks if mark)
        return any(code is not None and code.meaning is Meaning.OFFER for code in codes)

    @cached_property
    def headings(self) -> frozenset[Field]:
        """What its columns tell."""
        return frozenset(head.field for head in self.block.headings if head.field)

    @cached_property
    def knows_numbers(self) -> bool:
        """Whether any of its numbers is one of the book's, or it has no names.

        Numbers of another kind than the book's say nothing; names must do then.
        """
        entries = self.block.entries
        if not any(entry.text(Field.NAME, Field.SURNAME) for entry in entries):
            return True
        numbers = dict.fromkeys(entry.text(Field.ID) for entry in entries)
        return any(map(self.desk.people.has_number, filter(None, numbers)))

    @cached_property
    def year_mentioned(self) -> str:
        """The year that the sheet's name and titles mention, if it is only one."""
        texts = [self.block.sheet.name, *(item.found for item in self.block.passed)]
        years = {mention.year for mention in mentions(texts) if mention.year}
        return str(years.pop()) if len(years) == 1 else ""

    def _find_order(self) -> None:
        said = self.desk.said(Topic.DATES)
        if said is not None:
            is_month_first = said == MONTH_FIRST
            self.order = Order.MONTH_FIRST if is_month_first else Order.DAY_FIRST
            return
        cells, pairs = self._dated()
        found = order_of(pairs)
        self.is_order_asked = found.order is not Order.DAY_FIRST
        self.disagreeing = frozenset(cells[n].place for n in found.disagreeing)

    def _dated(self) -> tuple[Sequence[Cell], Sequence[tuple[CellValue, str]]]:
        """Its date cells, each once, with the weekdays that stand beside them."""
        found: dict[Place, tuple[Cell, tuple[CellValue, str]]] = {}
        for entry in self.block.entries:
            for name in _DATES:
                cell = entry.cell(name)
                if cell is not None:
                    is_first = name is not Field.LAST
                    beside = entry.text(Field.WEEKDAY) if is_first else ""
                    found[cell.place] = cell, (cell.value, beside)
        dated = found.values()
        return [cell for cell, _ in dated], [pair for _, pair in dated]

    @property
    def is_force_day(self) -> bool:
        """Whether a duty just after midnight stands under the date before it."""
        said = self.desk.said(Topic.DATES, "force day")
        if said is not None:
            return said == YES
        heads = (head.cell.text.casefold() for head in self.block.headings)
        return any(head.startswith("rostered start") for head in heads)
