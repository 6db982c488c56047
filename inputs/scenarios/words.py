"""Ready words for what is asked most: fewer people, one more car, later turns."""

import re
from collections.abc import Callable, Mapping

from inputs._cells import CellValue, Line
from inputs._clocks import END_CLOCK
from inputs._faults import Faults, likely
from inputs._kinds import NotUnderstood
from inputs.scenarios.changing import remove
from inputs.scenarios.choosing import ALL
from inputs.scenarios.grids import Grid, Grids
from inputs.scenarios.rows import ScenarioRow

Word = Callable[[Grids, ScenarioRow, Faults], None]
_MINUTES = re.compile(r"([+-]?[0-9]{1,4}) ?(?:min|minutes)?")
DAY = 24 * 60


def _fewer(grids: Grids, row: ScenarioRow, faults: Faults) -> None:
    """Take out so many people of a role, from the foot of the sheet up."""
    people = [
        (grid.text(line, "id"), grid.text(line, "role").casefold())
        for grid in grids.of("People")
        for line in grid.rows
    ]
    ids = [who for who, role in people if role == row.row.casefold()]
    roles = sorted({role for _, role in people} - {""})
    if not ids:
        wanted = f"a role of People: {', '.join(roles)}"
        faults.add(row.error("row", wanted, likely=likely(row.row, roles)))
    elif not row.value.isdecimal() or not 0 < int(row.value) <= len(ids):
        faults.add(row.error("value", f"how many, from 1 to {len(ids)}"))
    else:
        gone = {who.casefold() for who in ids[-int(row.value) :]}
        remove(grids, "People", lambda g, ln: g.text(ln, "id").casefold() in gone)


def _car(grids: Grids, row: ScenarioRow, faults: Faults) -> None:
    """One more car with the same cover as another, for the same people."""
    name, like = row.value, row.row.casefold()
    cars = [g.text(ln, "callsign") for g in grids.of("Units") for ln in g.rows]
    if like not in {car.casefold() for car in cars}:
        wanted = f"a car of Units: {', '.join(sorted(cars))}"
        faults.add(row.error("row", wanted, likely=likely(row.row, cars)))
        return
    if not name or name.casefold() in {car.casefold() for car in cars}:
        faults.add(row.error("value", "a call sign for it, which no car has"))
        return
    for sheet, column in (("Units", "callsign"), ("Cover", "unit")):
        grids.change(sheet, _doubled(column, like, row))
    grids.change("People", _riding(like, row))


def _doubled(column: str, like: str, row: ScenarioRow) -> Callable[[Grid], Grid]:
    def doubled(grid: Grid) -> Grid:
        made = grid
        for line in grid.rows:
            if grid.text(line, column).casefold() == like:
                made = made.added(line, {column: row.cell})
        return made

    return doubled


def _riding(like: str, row: ScenarioRow) -> Callable[[Grid], Grid]:
    """Whoever rides the one car rides the other too, after all others."""

    def riding(grid: Grid) -> Grid:
        def change(line: Line) -> tuple[Line, ...]:
            cars = grid.text(line, "units")
            if like not in [car.strip().casefold() for car in cars.split(",")]:
                return (line,)
            cells = {"units": (f"{cars}, {row.value}", row.place("value"))}
            return (grid.put(line, cells),)

        return grid.rewritten(change)

    return riding


def _later(grids: Grids, row: ScenarioRow, faults: Faults) -> None:
    """Move the hours of a turn, of a car or of all cover by so many minutes."""
    minutes = _MINUTES.fullmatch(row.value)
    meant = row.row.casefold()
    if minutes is None:
        faults.add(row.error("value", "minutes, such as 60, or -30 for earlier"))
        return
    by, moved = int(minutes[1]), 0

    def change(grid: Grid, line: Line) -> Line:
        nonlocal moved
        named = {grid.text(line, x).casefold() for x in ("turn", "unit")}
        if meant not in (ALL, "") and meant not in named:
            return line
        clocks = {x: _moved(grid.cell(line, x), by) for x in ("start", "end")}
        place = row.place("value")
        cells = {x: (clock, place) for x, clock in clocks.items() if clock}
        if len(cells) < len(clocks):
            return line
        moved += 1
        return grid.put(line, cells)

    grids.change("Cover", lambda g: g.rewritten(lambda ln: (change(g, ln),)))
    if not moved:
        wanted = "a turn or a car of Cover with hours of its own, or all; a team's "
        wanted += "hours are in Teams"
        faults.add(row.error("row", wanted))


def _moved(value: CellValue, minutes: int) -> str:
    """The clock so much later; nothing where it is no clock, such as `team`."""
    try:
        clock = END_CLOCK.read(value)
    except NotUnderstood:
        return ""
    hours, rest = divmod((60 * clock.hour + clock.minute + minutes) % DAY, 60)
    return f"{hours:02}:{rest:02}"


WORDS: Mapping[str, Word] = {"fewer": _fewer, "car": _car, "later": _later}
