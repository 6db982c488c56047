"""Reading a sheet of scenarios: what each changes, with a fault at every bad cell."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from inputs._cells import Table
from inputs._dates import DATE
from inputs._faults import Faults, likely
from inputs._files import read_files
from inputs._header import SEARCHED, headers_in
from inputs._kinds import Kind, NotUnderstood
from inputs._rows import read_rows
from inputs._values import WORD, whole
from inputs.forms import SHEETS
from inputs.reading import BadInputs, Changed
from inputs.scenarios.changing import add_rows, change_cells
from inputs.scenarios.choosing import is_new
from inputs.scenarios.grids import Grids
from inputs.scenarios.rows import SCENARIOS, ScenarioRow
from inputs.scenarios.words import WORDS
from rostering.domain import Fault, Place

BASE = "as it is"
"""The book without a change; it is always among what is compared."""
MOST = 200
"""Scenarios in one sheet."""
_NEEDED = frozenset({"scenario", "sheet", "value"})
_SETTINGS: Mapping[str, Kind[object]] = {
    "weeks": whole(1, 104),
    "from": DATE,
    "weights": WORD,
    "seed": whole(0, 2**31 - 1),
    "effort": whole(1, 1000),
}
"""Words for how a rota is asked for, which stand in no sheet of a book."""


@dataclass(frozen=True)
class Scenario:
    """The book with some changes."""

    name: str
    rows: tuple[ScenarioRow, ...] = ()
    settings: Mapping[str, object] = field(default_factory=dict)

    @property
    def first(self) -> date | None:
        """The first day to plan, where it says so."""
        told = self.settings.get("from")
        return told if isinstance(told, date) else None

    @property
    def weights(self) -> str | None:
        """The name of the weights, where it says so."""
        told = self.settings.get("weights")
        return told if isinstance(told, str) else None

    def number(self, word: str) -> int | None:
        """The weeks, the seed or the effort, where it says so."""
        told = self.settings.get(word)
        return told if isinstance(told, int) else None

    @cached_property
    def told(self) -> tuple[str, ...]:
        """Its changes in words, one for each row."""
        return tuple(
            " ".join(filter(None, (row.sheet, row.row, row.column, _value(row))))
            for row in self.rows
        )

    def place_of(self, word: str) -> Place:
        """Where the value of a setting stands."""
        row = next(row for row in self.rows if row.sheet.casefold() == word)
        return row.place("value")

    def changed(self, tables: Sequence[Table], faults: Faults) -> Changed:
        """The tables of a book as it would have them: rows as they stand, new last."""
        grids = Grids(tables, SHEETS)
        fresh: list[ScenarioRow] = []
        for row in self.rows:
            word = row.sheet.casefold()
            if word in WORDS:
                WORDS[word](grids, row, faults)
            elif word not in _SETTINGS and is_new(row.row):
                fresh.append(row)
            elif word not in _SETTINGS:
                change_cells(grids, row, faults)
        add_rows(grids, fresh, faults)
        return Changed(grids.tables, grids.gone)


def scenarios(path: Path) -> tuple[Scenario, ...]:
    """Every scenario of a workbook or a CSV file, in the order of the sheet.

    Raises:
        BadInputs: The file cannot be read, has no such columns, or a cell in it cannot
            be understood.
    """
    faults = Faults()
    files = read_files(path, SCENARIOS.headers, faults)
    tables = [
        table
        for table in files.tables
        if any(set(headers_in(line)) >= _NEEDED for line in table.lines[:SEARCHED])
    ]
    if not tables and not faults.has_errors:
        wanted = "the columns scenario, sheet, row, column and value"
        place = Place(path.name, "", "")
        raise BadInputs((Fault(place, "a file without these columns", wanted),))
    rows = [_known(row, faults) for row in read_rows(SCENARIOS, tables, faults).rows]
    found = tuple(_scenarios(rows, faults))
    if faults.has_errors:
        raise BadInputs(tuple(faults))
    return found


def _scenarios(rows: Sequence[ScenarioRow], faults: Faults) -> list[Scenario]:
    by_name: dict[str, list[ScenarioRow]] = {}
    for row in rows:
        by_name.setdefault(row.scenario.casefold(), []).append(row)
    if BASE in by_name:
        wanted = f"another name; `{BASE}` is the book without a change"
        faults.add(by_name[BASE][0].error("scenario", wanted))
    for told in list(by_name.values())[MOST:]:
        faults.add(told[0].error("scenario", f"at most {MOST} scenarios"))
    return [
        Scenario(told[0].scenario, tuple(told), _settings(told, faults))
        for told in by_name.values()
    ]


def _known(row: ScenarioRow, faults: Faults) -> ScenarioRow:
    """The row with its sheet as the book spells it."""
    spelt = {form.name.casefold(): form.name for form in SHEETS}
    spelt |= {word: word for word in (*WORDS, *_SETTINGS)}
    known = spelt.get(row.sheet.casefold())
    if known is None:
        words = ", ".join((*WORDS, *_SETTINGS))
        wanted = f"a sheet of the book, or one of {words}"
        near = likely(row.sheet, spelt.values())
        faults.add(row.error("sheet", wanted, likely=near))
        return row
    return ScenarioRow(**(vars(row) | {"sheet": known}))


def _settings(rows: Sequence[ScenarioRow], faults: Faults) -> dict[str, object]:
    found: dict[str, object] = {}
    for row in rows:
        kind = _SETTINGS.get(row.sheet)
        if kind is None:
            continue
        if row.sheet in found:
            faults.add(row.error("sheet", f"{row.sheet} once in each scenario"))
        try:
            found[row.sheet] = kind.read(row.value or None)
        except NotUnderstood:
            faults.add(row.error("value", kind.wanted))
    return found


def _value(row: ScenarioRow) -> str:
    """What a row makes of its cell: `= 12`, or the word alone."""
    is_cell = bool(row.column)
    return f"= {row.value or 'blank'}" if is_cell else row.value
