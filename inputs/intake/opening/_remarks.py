"""What is noticed in opening a file, and said before anything is taken from it."""

from collections.abc import Collection, Iterable, Iterator, Sequence
from itertools import pairwise
from typing import TYPE_CHECKING

from inputs._cells import letters
from rostering.domain import Fault, Place, Severity

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from inputs.intake.cells import Cell
    from inputs.intake.office.package import Package

_READ_TOO = "what can be seen; what is hidden is read too"
_HABITS = {
    "autoFilter": ("a filter", "every row to be seen; filtered ones are read too"),
    "sheetProtection": ("a protected sheet", "a sheet that can be put right"),
    "conditionalFormatting": (
        "colours set by a rule (conditional formatting)",
        "colours set by hand; those of a rule are not seen",
    ),
}


class Remarks:
    """Everything noticed about one file."""

    def __init__(self, file: str) -> None:
        self._file = file
        self._faults: list[Fault] = []

    @property
    def faults(self) -> tuple[Fault, ...]:
        """What was noticed, in the order of the file."""
        return tuple(self._faults)

    def add(self, found: str, wanted: str, sheet: str = "", cell: str = "") -> None:
        """Say what was noticed, and what would be plainer."""
        cell = cell or ("A1" if sheet else "")
        place = Place(self._file, sheet, cell)
        self._faults.append(Fault(place, found, wanted, severity=Severity.WARNING))

    def of_hidden(
        self, sheet: str, rows: Iterable[int], columns: Iterable[int]
    ) -> None:
        """Say which rows and columns of a sheet are hidden."""
        hidden_rows, hidden_columns = list(_runs(rows)), list(_runs(columns))
        if hidden_rows:
            names = [f"{first}:{last}" for first, last in hidden_rows]
            first_cell = f"A{hidden_rows[0][0]}"
            self.add(f"hidden: rows {_listed(names)}", _READ_TOO, sheet, first_cell)
        if hidden_columns:
            names = [f"{letters(a)}:{letters(b)}" for a, b in hidden_columns]
            first_cell = f"{letters(hidden_columns[0][0])}1"
            self.add(f"hidden: columns {_listed(names)}", _READ_TOO, sheet, first_cell)

    def of_hidden_sheet(self, sheet: str) -> None:
        """Say that a sheet is hidden."""
        self.add("a hidden sheet", _READ_TOO, sheet)

    def of_habits(self, sheet: str, habits: Collection[str]) -> None:
        """Say what a sheet has besides its cells, by the elements of its XML."""
        for habit, (found, wanted) in _HABITS.items():
            if habit in habits:
                self.add(found, wanted, sheet)

    def of_merged(self, sheet: str, firsts: Sequence[str]) -> None:
        """Say how many groups of merged cells there are, by their first cells."""
        if firsts:
            found = _counted(len(firsts), "group", "of merged cells")
            wanted = "a value in each cell; it is read in every cell of its group"
            self.add(found, wanted, sheet, firsts[0])

    def of_shades(self, sheet: str) -> None:
        """Say that the colours of whole columns or rows are not seen."""
        wanted = "colours of single cells; those of blank cells are not seen here"
        self.add("long columns or rows coloured as a whole", wanted, sheet)

    def of_notes(self, sheet: str, cells: Sequence[str]) -> None:
        """Say how many cells have a comment."""
        if cells:
            wanted = "what counts in the cells; comments are kept as notes"
            self.add(_counted(len(cells), "comment"), wanted, sheet, cells[0])

    def of_volatile(self, sheet: str, cells: Sequence[str]) -> None:
        """Say which formulas may mean something else on another day."""
        if cells:
            found = _counted(len(cells), "formula", "of today or of chance")
            wanted = "fixed values; they are read as they were last saved"
            self.add(found, wanted, sheet, cells[0])

    def of_stray(self, sheet: str, cell: str, found: str) -> None:
        """Say that a value stands where nothing is read."""
        self.add(found, "nothing so far from the rest; it is not read", sheet, cell)

    def of_late_answer(self, answer: "Cell", address: str) -> None:
        """Say that a cell is no longer what an answer was given to."""
        wanted = f"an answer to what {address} held; that has changed and is read anew"
        self.add(answer.text, wanted, answer.place.sheet, answer.place.cell)

    def of_chart(self, sheet: str) -> None:
        """Say that a sheet holds a chart and no cells."""
        self.add("a sheet without cells", "a sheet of cells; it is not read", sheet)

    def of_macros(self) -> None:
        """Say that there are macros."""
        self.add("macros", "a workbook without macros; they are not run")

    def of_workbook(
        self, package: "Package", root: "Element", *, counts_from_1904: bool
    ) -> None:
        """Say what the workbook as a whole has."""
        if any(part.endswith("vbaProject.bin") for part in package.parts):
            self.of_macros()
        if root.find("{*}externalReferences/*") is not None:
            wanted = "values of its own; they are read as they were last saved"
            self.add("links to other workbooks", wanted)
        if counts_from_1904:
            wanted = "dates counted from 1900; these are read aright"
            self.add("dates counted from 1904", wanted)


def _runs(numbers: Iterable[int]) -> Iterator[tuple[int, int]]:
    """The first and last number of each unbroken run."""
    ordered = sorted(numbers)
    if not ordered:
        return
    first = ordered[0]
    for number, after in pairwise([*ordered, 0]):
        if after != number + 1:
            yield first, number
            first = after


def _listed(names: Sequence[str], most: int = 5) -> str:
    """The first few names, each run of one as that one."""
    plain = [
        a if a == b else f"{a}-{b}" for a, _, b in (n.partition(":") for n in names)
    ]
    more = f" and {len(plain) - most} more" if len(plain) > most else ""
    return ", ".join(plain[:most]) + more


def _counted(count: int, word: str, rest: str = "") -> str:
    return f"{count} {word}{'' if count == 1 else 's'} {rest}".rstrip()
