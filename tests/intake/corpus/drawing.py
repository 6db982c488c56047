"""A workbook before it is written: cells as ink that damage may move about.

What is true is told of ink, not of addresses; these are found when all is drawn.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date, datetime, time
from enum import StrEnum

from openpyxl.utils import get_column_letter

Value = str | int | float | bool | date | datetime | time | None


@dataclass(eq=False, slots=True)
class Ink:
    """What stands in one cell, or across merged ones."""

    value: Value = None
    fill: str = ""
    note: str = ""
    number_format: str = ""
    is_struck: bool = False
    across: int = 1
    down: int = 1


@dataclass(eq=False, slots=True)
class Line:
    """One row of a page."""

    inks: list[Ink | None] = field(default_factory=list)
    is_hidden: bool = False


@dataclass(eq=False, slots=True)
class Page:
    """One sheet."""

    name: str = "Sheet1"
    lines: list[Line] = field(default_factory=list)
    hidden_columns: set[int] = field(default_factory=set)
    is_hidden: bool = False

    def add(self, *values: Value | Ink) -> list[Ink]:
        """Write one more line; blanks leave no ink."""
        inks = inked(*values)
        self.lines.append(Line([None if is_bare(ink) else ink for ink in inks]))
        return inks

    def placed(self) -> Iterator[tuple[int, int, Ink]]:
        """Every inked cell with its row and column, counted from 1."""
        for row, line in enumerate(self.lines, 1):
            for column, ink in enumerate(line.inks, 1):
                if ink is not None:
                    yield row, column, ink


def inked(*values: Value | Ink) -> list[Ink]:
    """Values as ink."""
    return [value if isinstance(value, Ink) else Ink(value) for value in values]


def is_bare(ink: Ink) -> bool:
    """Whether nothing at all is to be drawn."""
    return ink.value is None and not (ink.fill or ink.note) and ink.across == 1


class Fate(StrEnum):
    """What must become of a fact."""

    ROW = "row"
    EITHER = "either"
    """It comes out right or is doubted."""
    DOUBT = "doubt"
    PASSED = "passed"
    STRAY = "stray"
    """It is passed over or doubted."""


@dataclass(eq=False, slots=True)
class Fact:
    """One thing that the workbook says, and the ink that says it."""

    inks: list[Ink]
    fate: Fate = Fate.ROW
    sheet: str = ""
    values: dict[str, Value] = field(default_factory=dict)
    """What the row of the book must hold; * for anything but nothing."""
    about: str = ""
    """Of a doubt: what it must be about."""


@dataclass(eq=False)
class Drawing:
    """A workbook, and everything that is true of it."""

    file: str
    shows: str
    kind: str
    pages: list[Page] = field(default_factory=list)
    facts: list[Fact] = field(default_factory=list)
    say: tuple[str, ...] = ()
    encoding: str = "utf-8-sig"
    delimiter: str = ","
    from_1904: bool = False

    @property
    def format(self) -> str:
        """The ending of its name."""
        return self.file.rsplit(".", 1)[1]

    def page(self, name: str = "Sheet1", *, is_hidden: bool = False) -> Page:
        """Add a sheet."""
        self.pages.append(Page(name, is_hidden=is_hidden))
        return self.pages[-1]

    def row(self, sheet: str, inks: list[Ink], /, **values: Value) -> Fact:
        """Tell of a row that must come out; `from_` stands for the column from."""
        spelt = {name.rstrip("_").replace("_", " "): v for name, v in values.items()}
        if sheet == "History":
            # Only what the file shows to be worked is that.
            spelt.setdefault("kind", "planned")
        self.facts.append(Fact(inks, Fate.ROW, sheet, spelt))
        return self.facts[-1]

    def doubt(self, about: str, *inks: Ink) -> None:
        """Tell of something that must not be taken for certain."""
        self.facts.append(Fact(list(inks), Fate.DOUBT, about=about))

    def passed(self, *inks: Ink) -> None:
        """Tell of cells that are no part of what is asked for."""
        if shown := [ink for ink in inks if ink.value is not None]:
            self.facts.append(Fact(shown, Fate.PASSED))

    def addresses(self) -> dict[Ink, list[str]]:
        """Where every ink stands, over all the cells that it spreads across."""
        found: dict[Ink, list[str]] = {}
        for page in self.pages:
            name = self.sheet_name(page)
            for row, column, ink in page.placed():
                found[ink] = [
                    f"{name}!{get_column_letter(column + right)}{row + down}"
                    for down in range(ink.down)
                    for right in range(ink.across)
                ]
        return found

    def sheet_name(self, page: Page) -> str:
        """What the sheet is called: a text file's is that of the file."""
        is_text = self.format in ("csv", "tsv", "txt")
        return self.file.rsplit(".", 1)[0] if is_text else page.name
