"""Changes of cells and rows of any sheet."""

import re
from collections.abc import Callable, Sequence
from itertools import groupby

from inputs._cells import Line
from inputs._columns import Row, SheetForm
from inputs._faults import Faults, likely
from inputs.rules import EVERYBODY, RULES
from inputs.scenarios.choosing import Choice, choice
from inputs.scenarios.grids import Grid, Grids
from inputs.scenarios.rows import ScenarioRow

REMOVE = "remove"
WHAT_IF = "what if: "
"""Begins the source of a rule's figure that a scenario sets."""
Where = tuple[str, str]
"""A sheet and a column of it."""
SUBJECTS: frozenset[Where] = frozenset({("People", "id"), ("Units", "callsign")})
"""Of whom a row of Rules may be, as well as of roles, employers and areas."""


def add_rows(grids: Grids, rows: Sequence[ScenarioRow], faults: Faults) -> None:
    """Put new rows in; the changes of one sheet's `new`, `new 2` each make one."""
    for (sheet, _), group in groupby(rows, lambda r: (r.sheet, r.row.casefold())):
        told = list(group)
        form = grids.forms[sheet]
        unknown = [row for row in told if row.column.casefold() not in form.headers]
        for row in unknown:
            _tell_column(row, form, faults)
        if not unknown:
            grids.add(sheet, {row.column.casefold(): row.cell for row in told})


def change_cells(grids: Grids, row: ScenarioRow, faults: Faults) -> None:
    """Change one column of the rows that are meant, or take the rows out."""
    form = grids.forms[row.sheet]
    if form is RULES and row.column and row.column.casefold() not in form.headers:
        _set_rule(grids, row)
        return
    chosen = choice(form, row.row)
    is_removal = not row.column and row.value.casefold() == REMOVE
    if chosen is None:
        wanted = f"columns of {form.name}: {', '.join(form.headers)}"
        faults.add(row.error("row", wanted))
    elif not is_removal and row.column.casefold() not in form.headers:
        _tell_column(row, form, faults)
    elif not _any(grids, row.sheet, chosen):
        if form is RULES:
            _set_rule(grids, row)
        else:
            _tell_nobody(grids, row, faults)
    elif is_removal:
        remove(grids, row.sheet, chosen)
    else:
        _put(grids, row, chosen)


def remove(grids: Grids, sheet: str, chosen: Choice) -> None:
    """Take rows out, and from other sheets all that is said of what they name."""
    key = grids.forms[sheet].columns[0].name
    gone: set[str] = set()

    def without(grid: Grid) -> Grid:
        def change(line: Line) -> tuple[Line, ...]:
            if not chosen(grid, line):
                return (line,)
            gone.add(grid.text(line, key).casefold())
            return ()

        return grid.rewritten(change)

    grids.change(sheet, without)
    left = {g.text(ln, key).casefold() for g in grids.of(sheet) for ln in g.rows}
    _forget(grids, (sheet, key), gone - left)


def _forget(grids: Grids, where: Where, gone: set[str]) -> None:
    """Take out whatever refers to names that are gone."""
    for form in grids.forms.values():
        for column in form.columns:
            refers = column.refers
            if refers and refers.strict and where in refers.columns:
                change = _forgetting(column.name, gone, is_needed=column.required)
                grids.change(form.name, change)
    if where in SUBJECTS:
        # Blank there would be for everybody.
        change = _forgetting("applies to", gone, is_needed=True)
        grids.change(RULES.name, change)


def _forgetting(
    name: str, gone: set[str], *, is_needed: bool
) -> Callable[[Grid], Grid]:
    def change(grid: Grid, line: Line) -> tuple[Line, ...]:
        """The line without these words; none where nothing is left of what it needs."""
        words = [word.strip() for word in re.split("[,;]", grid.text(line, name))]
        kept = [word for word in words if word.casefold() not in gone]
        if len(kept) == len(words):
            return (line,)
        if not kept and is_needed:
            return ()
        place = line.place(grid.positions[name])
        return (grid.put(line, {name: (", ".join(kept), place)}),)

    return lambda grid: grid.rewritten(lambda line: change(grid, line))


def _any(grids: Grids, sheet: str, chosen: Choice) -> bool:
    return any(chosen(grid, line) for grid in grids.of(sheet) for line in grid.rows)


def _put(grids: Grids, row: ScenarioRow, chosen: Choice) -> None:
    column = row.column.casefold()

    def changed(grid: Grid) -> Grid:
        wide = grid.with_column(column)
        return wide.rewritten(
            lambda line: (
                wide.put(line, {column: row.cell}) if chosen(grid, line) else line,
            )
        )

    grids.change(row.sheet, changed)


def _set_rule(grids: Grids, row: ScenarioRow) -> None:
    """Set a parameter of a rule for everybody, or something of the rule itself."""
    column, code = row.column.casefold(), (row.row.upper(), row.place("row"))
    if column in RULES.headers:
        grids.add(RULES.name, {"code": code, column: row.cell})
        return

    def is_same(grid: Grid, line: Line) -> bool:
        said = [grid.text(line, x) for x in ("code", "parameter", "applies to")]
        whose, *which = (x.casefold() for x in reversed(said))
        is_for_all = whose in {"", *EVERYBODY}
        return is_for_all and which == [column, code[0].casefold()]

    def without(grid: Grid) -> Grid:
        return grid.rewritten(lambda ln: () if is_same(grid, ln) else (ln,))

    grids.change(RULES.name, without)
    cells = {
        "code": code,
        "parameter": (column, row.place("column")),
        "value": row.cell,
        "source": (f"{WHAT_IF}{row.scenario}", row.place("scenario")),
    }
    grids.add(RULES.name, cells)


def _tell_column(row: ScenarioRow, form: SheetForm[Row], faults: Faults) -> None:
    near = likely(row.column, form.headers)
    wanted = f"a column of {form.name}: {', '.join(form.headers)}"
    if not row.column:
        wanted += f"; or `{REMOVE}` as the value"
    faults.add(row.error("column", wanted, likely=near))


def _tell_nobody(grids: Grids, row: ScenarioRow, faults: Faults) -> None:
    key = grids.forms[row.sheet].columns[0].name
    known = {grid.text(ln, key) for grid in grids.of(row.sheet) for ln in grid.rows}
    wanted = f"a row of {row.sheet} that there is, or `all`, or `new`"
    faults.add(row.error("row", wanted, likely=likely(row.row, known - {""})))
