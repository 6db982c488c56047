"""Reading a book: everything that it asks, or everything that is wrong with it."""

from collections.abc import Callable, Collection, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from pathlib import Path

from inputs._book import book_of, tell_missing
from inputs._cells import Table
from inputs._faults import Faults
from inputs._files import read_files
from inputs._problem import problem_in
from inputs._references import settle_references
from inputs.forms import SHEETS
from inputs.period import period_of
from rostering.domain import Fault, Problem, RuleSetting
from rostering.domain.time import ZONE


@dataclass(frozen=True)
class Changed:
    """The tables of a book as somebody would have them."""

    tables: Sequence[Table]
    known: Mapping[tuple[str, str], Collection[str]] = field(default_factory=dict)
    """By sheet and column: words that count as known, though their rows are gone."""


Change = Callable[[Sequence[Table], Faults], Changed]
"""Puts other tables in the place of a book's, or faults what cannot be changed."""


@dataclass(frozen=True)
class Reading:
    """What a book says."""

    problem: Problem
    warnings: tuple[Fault, ...]
    """What is doubtful, but read, by file, sheet, row and column."""
    files: Mapping[str, str]
    """The SHA-256 of each file by its name."""


class BadInputs(Exception):
    """The book cannot be used as it is: every fault in it, by file, sheet and cell."""

    def __init__(
        self, faults: tuple[Fault, ...], settings: tuple[RuleSetting, ...] = ()
    ) -> None:
        super().__init__(*(f"{f.place}: {f.found}; wanted {f.wanted}" for f in faults))
        self.faults = faults
        self.settings = settings
        """What was understood of the Rules sheet, which only rules can check."""


def read(
    path: Path,
    *,
    first: date | None = None,
    weeks: int | None = None,
    today: date | None = None,
    changed: Change | None = None,
) -> Reading:
    """Read a workbook, or a folder of .xlsx and .csv files.

    Args:
        path: The workbook or the folder.
        first: The first day to plan; without it the book's own history or cover tells.
        weeks: How many weeks to plan; without it as long as there is cover.
        today: The date, for a book that tells nothing; without it the clock's.
        changed: What is to be otherwise than it stands there.

    Raises:
        BadInputs: There is something in the book that must be put right first.
    """
    faults = Faults()
    headers = {header for form in SHEETS for header in form.headers}
    files = read_files(path, headers, faults)
    is_read = not faults.has_errors
    asked = changed(files.tables, faults) if changed else Changed(files.tables)
    book = book_of(asked.tables, SHEETS, faults, asked.known)
    # What stands in a file that cannot be read is not to be called unknown.
    if not is_read:
        raise BadInputs(tuple(faults))
    tell_missing(book, path.name or str(path), asked.tables, faults)
    settle_references(book, SHEETS, faults)
    now = today or datetime.now(ZONE).date()
    period = period_of(book, first=first, weeks=weeks, today=now)
    problem = problem_in(book, period, faults)
    if faults.has_errors:
        raise BadInputs(tuple(faults), problem.settings)
    return Reading(problem, tuple(faults), files.hashes)
